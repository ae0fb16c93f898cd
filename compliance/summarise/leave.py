"""By what a source may be used is one question: its licence or terms, or a permission in their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from compliance.model.answered.finding import MissingFact
from compliance.model.answered.report import AnswerLine
from compliance.values import replace

LICENCE = "source.license"
_PERMISSION = "source.grant_shown"
_FIELD = ("facts", "grant_shown")
_OR_LEAVE = ", or which written permission is there"


def licences_beside(waiting: Iterable[MissingFact]) -> Mapping[MissingFact, MissingFact]:
    """For what is asked of the leave to use a source, the licence that is asked of it as well; and of that itself."""
    licences: dict[str, MissingFact] = {}
    permissions: dict[str, MissingFact] = {}
    for fact in waiting:
        if fact.fact == LICENCE:
            licences.setdefault(fact.subject, fact)
        elif fact.fact == _PERMISSION:
            permissions.setdefault(fact.subject, fact)
    both = licences.keys() & permissions.keys()
    return {fact: licences[one] for one in both for fact in (licences[one], permissions[one])}


def asked_with_leave(asked: MissingFact, group: Sequence[MissingFact]) -> MissingFact:
    """The question on a licence, with the permission that would do as well where that is asked too."""
    if asked.fact != LICENCE or all(fact.fact != _PERMISSION for fact in group):
        return asked
    return replace(asked, question=f"{asked.question.removesuffix('?')}{_OR_LEAVE}?")


def licence_first(group: Iterable[MissingFact]) -> list[MissingFact]:
    """What is asked of one thing, its licence first."""
    return sorted(group, key=lambda fact: fact.fact == _PERMISSION)


def none_by_itself(lines: Iterable[AnswerLine]) -> tuple[AnswerLine, ...]:
    """The lines, of which none says that there is a permission unless somebody writes it."""
    return tuple(
        replace(line, value="false", options=("true",))
        if line.path[0] == "artifacts"
        and line.path[-2:] == _FIELD
        and (line.value, line.options) == ("true", ("false",))
        else line
        for line in lines
    )
