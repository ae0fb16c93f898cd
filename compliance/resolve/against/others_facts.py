"""Facts that do not fit what is said of a thing: others have a say in our own, leave is missing, nobody named wrote."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from compliance.model.declared.manifest import ROWS, Artifact, Release
from compliance.model.declared.stated import Documentation
from compliance.model.shapes.shape import Role
from compliance.resolve.licences.limiting import limits_use

if TYPE_CHECKING:
    from compliance.resolve.lineage.ancestry import Expanded

_OPEN = "unknown"
_DENIED: tuple[object, ...] = (False, "no", _OPEN)
_AFFIRMED: tuple[object, ...] = (True, "yes", _OPEN)
_ANSWERS: dict[str, tuple[object, ...]] = {
    **dict.fromkeys(("purchased", "outside_contributions", "offered_for_use"), _AFFIRMED),
    "made_here": _DENIED,
}
"""Facts of data, and answers to them, that only what others have a say in can have."""
_UNSETTLED: dict[str, tuple[object, ...]] = {
    **dict.fromkeys(
        (
            "rights_cleared", "grant_shown", "allows_training", "allows_redistribution", "lawful_access",
            "copyright_basis", "licence_settled", "copy_licence_settled", "contributors_agreed", "teachers_cleared",
            "model_terms_met", "reservations_honoured",
        ),
        _DENIED,
    ),
    **dict.fromkeys(("terms_bar_training", "limits_trained_models", "includes_nc", "inside_product"), _AFFIRMED),
}  # fmt: skip
"""Facts, and answers to them, by which somebody's leave is missing, or it is not known whether it is there.

Rules read them where a thing is of a kind for which they may matter; whoever states such an answer elsewhere, beside a
free licence or of a thing that is called one's own, says that something is open there.
"""
_OF_LIMITS = ("limits_trained_models", "includes_nc")
"""Those of them that a licence can be the reason of."""
_GATHERED_WITH = ("crawler", "crawl_conduct", "crawl_purpose", "main_domains")
_SILENT = ("", "no", "none", "nothing", "unknown", "not applicable")
"""Facts that only what was gathered at others' sites has, and words by which such a fact is denied."""

_LAWFUL = "sources_lawful"
_YES_OR_NO = ("synthetic_made", "user_data_used")
"""Facts of releases that are asked with yes or no."""
_WRITERS: tuple[Role, ...] = ("teacher", "tool", "judge", "reward", "unknown")
"""Roles in which a model writes, or may."""


def of_others(facts: Mapping[str, object]) -> str:
    """The first fact that tells of others; empty where none does.

    >>> of_others({"purchased": True}), of_others({"purchased": False}), of_others({"crawler": "bot/1"})
    ('purchased: true', '', 'crawler: bot/1')
    """
    told = [name for name, answers in _ANSWERS.items() if facts.get(name, "") in answers]
    told += [name for name in _GATHERED_WITH if _says_something(facts.get(name))]
    return f"{told[0]}: {str(facts[told[0]]).lower()}" if told else ""


def unsettled(facts: Mapping[str, object], licence: str | None) -> str:
    """The first fact by which somebody's leave is missing or not known; empty where none is stated so.

    Args:
        facts: What is stated of a thing.
        licence: The licence stated of it: one that keeps to use without commerce is itself such a limit, and rules on
            it read the fact.

    >>> unsettled({"rights_cleared": "unknown"}, "MIT"), unsettled({"grant_shown": True}, "MIT")
    ('rights_cleared', '')
    >>> unsettled({"includes_nc": True}, "MIT"), unsettled({"includes_nc": True}, "CC-BY-NC-4.0")
    ('includes_nc', '')
    """
    limits = _OF_LIMITS if licence and limits_use(licence) else ()
    told = (
        name for name, answers in _UNSETTLED.items() if name not in limits and facts.get(name, "") in answers
    )
    return next(told, "")


def settling(fact: str) -> str:
    """The answer to such a fact that says that nobody's leave is missing.

    >>> settling("rights_cleared"), settling("terms_bar_training")
    ('true', 'false')
    """
    return "false" if _UNSETTLED[fact] is _AFFIRMED else "true"


def as_stated(fact: str, facts: Mapping[str, object]) -> str:
    """A fact with its answer, as manifests write it."""
    return f"{fact}: {_as_written(facts[fact])}"


def _as_written(answer: object) -> str:
    return {"yes": "true", "no": "false"}.get(said := str(answer).lower(), said)


def _says_something(said: object) -> bool:
    """Whether something is stated, and no word that there is no such thing."""
    return bool(said) and not (isinstance(said, str) and said.strip(" .").casefold() in _SILENT)


def made_of_nothing_named(full: Expanded, releases: Sequence[Release]) -> Mapping[str, str]:
    """What is stated of a release, by the data behind it, where that tells of a model or of users and none is named."""
    told = _stated(releases, (_LAWFUL,), "sources that it was not to take", _is_denied)
    if not any(_holds_what_people_left(one) for one in full.artifacts.values()):
        told = _stated(releases, ("user_data_used", "user_data_services"), "data of users", _may_be_so) + told
    if not _some_model_wrote(full):
        facts = ("synthetic_made", "synthetic_purpose", "summary_names_generators")
        told = _stated(releases, facts, "a model", _may_be_so) + told
    rests = full.writing.first_that_rests(told)
    return {key: what for key, what in rests.items() if full.artifacts[key].kind in ROWS}


def _stated(
    releases: Sequence[Release], facts: Sequence[str], what: str, tells: Callable[[str, object], bool]
) -> list[tuple[str, str]]:
    """The artifacts of releases of which one of some facts tells of something, with what that is."""
    return [
        (one.artifact, f"{what} ({fact}: {_as_written(said)} of {one.key})")
        for one in releases
        for fact in facts
        if tells(fact, said := one.facts.get(fact, ""))
    ]


def _is_denied(_: str, said: object) -> bool:
    """Whether an answer denies a fact, or leaves it open."""
    return said in _DENIED


def _may_be_so(fact: str, said: object) -> bool:
    """Whether an answer affirms a fact, or leaves open one that is asked with yes or no."""
    return (said == _OPEN and fact in _YES_OR_NO) or (_says_something(said) and said not in (False, "no"))


def _holds_what_people_left(artifact: Artifact) -> bool:
    """Whether data is said to be of people, or whose it may be is answered in its facts."""
    answered = any(artifact.facts.get(one) in (True, "yes") for one in ("personal_data", "works_of_persons"))
    return artifact.kind in ROWS and (artifact.origin == "people" or answered)


def _some_model_wrote(full: Expanded) -> bool:
    """Whether any step names a model or service that wrote, or any documentation one that did."""
    given = (item for step in full.steps for role in _WRITERS for item in step.inputs.get(role, ()))
    if any(full.artifacts[item.artifact].kind in ("model", "service") for item in given if item.artifact):
        return True
    told = (artifact.documented for artifact in full.artifacts.values())
    return any(isinstance(one, Documentation) and one.generators for one in told)
