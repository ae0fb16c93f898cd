"""What is due with a release, in one clause: words to show, a name to begin so, licence texts to ship, credits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compliance.model.answered.finding import Duty, DutyKind, Finding
from compliance.render.view.words import clean, count, listed

NAMED = 3
"""So many are told in their words."""


def first_due(findings: Sequence[Finding]) -> str:
    """What has to be done first, in the literal words as far as they are few; empty where no words are owed."""
    told = _told(dict.fromkeys(_owed(findings)))
    shown, left = told[:NAMED], len(told) - NAMED
    return listed([*shown, f"{count(left, 'more such thing')} is done"] if left > 0 else shown)


def _told(owed: Iterable[Duty]) -> list[str]:
    owed = list(owed)
    copies = list(dict.fromkeys(clean(one.words[0]) for one in owed if one.kind == "licence-copy"))
    credited = list(dict.fromkeys(clean(one.words[0]) for one in owed if one.kind == "credit"))
    told = [f"its name begins with “{clean(one.words[0])}”" for one in owed if one.kind == "name-prefix"]
    told += [f"“{clean(one.words[0])}” is shown" for one in owed if one.kind == "notice"]
    told += [f"it ships with the text of {listed(copies)}"] if copies else []
    told += [f"it credits {listed(credited)}"] if credited else []
    return list(dict.fromkeys(told))


def also_due(findings: Sequence[Finding]) -> str:
    """Which kinds of thing are due besides; a finding that lists nothing may be about any of them."""
    owed = {duty.kind for duty in _owed(findings)}
    kinds = [word for word, of in _KINDS if owed & of]
    if not kinds or not all(finding.duties for finding in findings):
        return "notices, licence texts or its name are open too"
    return f"{listed(kinds)} {'is' if kinds == ['its name'] else 'are'} open too"


_KINDS: tuple[tuple[str, frozenset[DutyKind]], ...] = (
    ("notices", frozenset({"notice", "credit"})),
    ("licence texts", frozenset({"licence-copy"})),
    ("its name", frozenset({"name-prefix"})),
)


def _owed(findings: Sequence[Finding]) -> Iterator[Duty]:
    return (duty for finding in findings for duty in finding.duties if duty.state != "shown")
