"""Facts that do not fit what is said of data: others have a say in our own, a model wrote and none is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from compliance.model.declared.manifest import Release
from compliance.model.declared.stated import Documentation
from compliance.model.shapes.shape import Role

if TYPE_CHECKING:
    from compliance.resolve.lineage.ancestry import Expanded

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
_GATHERED_WITH = ("crawler", "crawl_conduct", "crawl_purpose", "main_domains")
_SILENT = ("", "no", "none", "nothing", "unknown", "not applicable")
"""Facts that only what was gathered at others' sites has, and words by which such a fact is denied."""


def of_others(facts: Mapping[str, object]) -> str:
    """The first fact that tells of others; empty where none does.

    >>> of_others({"purchased": True}), of_others({"rights_cleared": True}), of_others({"crawler": "bot/1"})
    ('purchased: true', '', 'crawler: bot/1')
    """
    told = [name for name, answers in _ANSWERS.items() if facts.get(name, "") in answers]
    told += [name for name in _GATHERED_WITH if _says_something(facts.get(name))]
    return f"{told[0]}: {str(facts[told[0]]).lower()}" if told else ""


def _says_something(said: object) -> bool:
    """Whether something is stated, and no word that there is no such thing."""
    return bool(said) and not (isinstance(said, str) and said.strip(" .").casefold() in _SILENT)


def machine_made_of_nothing(full: Expanded, releases: Sequence[Release]) -> Mapping[str, str]:
    """What is stated of a release, by what it rests on, where that tells of a model and none is named."""
    stated = [
        (one, fact, one.facts[fact])
        for one in releases
        for fact in ("synthetic_made", "synthetic_purpose")
        if _says_something(one.facts.get(fact)) and one.facts[fact] is not False
    ]
    if not stated or _some_model_wrote(full):
        return {}
    told = [
        (one.artifact, f"a model ({fact}: {'true' if said in (True, 'yes') else said} of {one.key})")
        for one, fact, said in stated
    ]
    data = {key for key, artifact in full.artifacts.items() if artifact.kind in ("dataset", "document")}
    return {key: what for key, what in full.writing.first_that_rests(told).items() if key in data}


def _some_model_wrote(full: Expanded) -> bool:
    """Whether any step names a model or service that wrote, or any documentation one that did."""
    given = (item for step in full.steps for role in _WRITERS for item in step.inputs.get(role, ()))
    if any(full.artifacts[item.artifact].kind in ("model", "service") for item in given if item.artifact):
        return True
    told = (artifact.documented for artifact in full.artifacts.values())
    return any(isinstance(one, Documentation) and one.generators for one in told)


_WRITERS: tuple[Role, ...] = ("teacher", "tool", "judge", "reward", "unknown")
