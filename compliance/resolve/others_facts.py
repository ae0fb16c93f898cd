"""Facts that do not fit what is called one's own: that it was bought, that others' leave is missing, where it was."""

from __future__ import annotations

from collections.abc import Mapping

_ANSWERS: dict[str, tuple[object, ...]] = {
    **dict.fromkeys(("purchased", "outside_contributions"), (True, "yes")),
    **dict.fromkeys(
        (
            "rights_cleared", "grant_shown", "allows_training", "lawful_access", "copyright_basis",
            "reservations_honoured",
        ),
        (False, "no"),
    ),
}  # fmt: skip
"""Facts of data, and answers to them, that only what others have a say in can have."""
_GATHERED_WITH = ("crawler", "main_domains")
"""Facts that only what was gathered at others' sites has."""


def of_others(facts: Mapping[str, object]) -> str:
    """The first fact that tells of others; empty where none does.

    >>> of_others({"purchased": True}), of_others({"rights_cleared": True}), of_others({"crawler": "bot/1"})
    ('purchased: true', '', 'crawler: bot/1')
    """
    told = [name for name, answers in _ANSWERS.items() if facts.get(name, "") in answers]
    told += [name for name in _GATHERED_WITH if facts.get(name)]
    return f"{told[0]}: {str(facts[told[0]]).lower()}" if told else ""
