"""What is alike is told once: rows with one thing to do, and answers that differ in the release's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compliance.render.view.answer import Answer
from compliance.render.view.cause_table import CauseLine, shortened
from compliance.render.view.to_do import answered_or
from compliance.render.view.words import count, listed
from compliance.values import replace

_OF_ONE = (
    (r"\bit falls under\b", "they fall under"),
    (r"\bcould be put to it\b", "could be put to them"),
    (r"\bagainst it\b", "against them"),
    (r"\b(or|and) its name are open too\b", r"\1 their names are open too"),
    (r"\bits name is open too\b", "their names are open too"),
    (r"\bIts name is open too\b", "Their names are open too"),
)
_NAME = "\0"
_NOT_TOLD = "nothing tells under which terms it stands, or how it was made"
_NOT_TOLD_OF_SEVERAL = "nothing tells under which terms they stand, or how they were made"
NAMED = 4
"""How many upstreams a row names that stands for several points."""


_Gathered = tuple[CauseLine, tuple[str, ...]]
"""A row, and the keys of the causes that it stands for."""


def rows_together(causes: Sequence[CauseLine]) -> tuple[CauseLine, ...]:
    """Rows in their order; those of one rule and release that the same answer or act settles are one, with a number."""
    return tuple(row for row, _ in _gathered(causes))


def keys_together(causes: Sequence[CauseLine]) -> tuple[tuple[str, ...], ...]:
    """For each of these rows the keys of the causes that it stands for."""
    return tuple(keys for _, keys in _gathered(causes))


def _gathered(causes: Sequence[CauseLine]) -> list[_Gathered]:
    groups: dict[object, list[CauseLine]] = {}
    for one in causes:
        alike = (
            (one.title, one.position, one.reading, one.where, one.do, one.who) if one.upstream else one.key
        )
        groups.setdefault(alike, []).append(one)
    return _sources_together([(_row(group), tuple(one.key for one in group)) for group in groups.values()])


def _sources_together(rows: Sequence[_Gathered]) -> list[_Gathered]:
    """Rows in their order; what is not known of the very same sources, their licence and their making, is one row."""
    groups: dict[object, list[_Gathered]] = {}
    for row, keys in rows:
        of_sources = (frozenset(row.upstreams), row.where, row.reading, row.open)
        alike = of_sources if row.lacks and row.upstreams else row.key
        groups.setdefault(alike, []).append((row, keys))
    return [
        (_row_of_sources([row for row, _ in group]), tuple(key for _, keys in group for key in keys))
        for group in groups.values()
    ]


def _row_of_sources(group: Sequence[CauseLine]) -> CauseLine:
    first = group[0]
    lacks = list(dict.fromkeys(one.lacks for one in group))
    if len(lacks) < 2:
        return first
    points = sum(one.points for one in group)
    alone = len(first.upstreams) == 1
    which = "A source" if alone else "Sources"
    asked = sorted({number for one in group for number in one.asked})
    return replace(
        first,
        title=f"{which} whose {listed(lacks)} are not known ({count(points, 'point')})",
        why=_NOT_TOLD if alone else _NOT_TOLD_OF_SEVERAL,
        asked=tuple(asked),
        question=asked[0] if asked else 0,
        do=answered_or(asked, first.otherwise) if asked else first.do,
        points=points,
        findings=sum(one.findings for one in group),
    )


def _row(group: Sequence[CauseLine]) -> CauseLine:
    first = group[0]
    if len(group) == 1:
        return first
    names = [name for one in group for name in one.upstreams]
    why = first.why if len({one.why for one in group}) == 1 else f"as question {first.question} asks of each"
    return replace(
        first,
        title=f"{first.title} ({count(len(group), 'point')})",
        upstreams=tuple(names),
        upstream=shortened(names, NAMED),
        why=why if first.question or why == first.why else first.why,
        points=len(group),
        findings=sum(one.findings for one in group),
    )


def answers_together(answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """Answers in their order; those that say the same of several releases are one."""
    groups: dict[object, list[Answer]] = {}
    for one in answers:
        said = one.sentence.replace(one.name, _NAME, 1)
        # What speaks of “it” otherwise is of one; a title in quotation marks speaks of anything, as a question does.
        speaks_of_it = re.search(r"\bits\b|\bit\b(?! falls)", re.sub("“[^”]*”", "", said))
        alone = one.kind == "once" or (one.kind != "unknown" and speaks_of_it)
        groups.setdefault(one.release if alone else (one.kind, said, one.limits), []).append(one)
    return tuple(_answer(group) for group in groups.values())


def _answer(group: Sequence[Answer]) -> Answer:
    first = group[0]
    if len(group) == 1:
        return first
    names = listed([one.name for one in group])
    sentence, limits = first.sentence.replace(first.name, _NAME, 1), first.limits
    for of_one, of_all in _OF_ONE:
        sentence, limits = re.sub(of_one, of_all, sentence), re.sub(of_one, of_all, limits)
    return replace(first, name=names, sentence=sentence.replace(_NAME, names), limits=limits)
