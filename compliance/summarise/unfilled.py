"""Lines that stand in the manifest and are not filled in: told by the question that waits for them, and there alone.

A placeholder answers nothing, so what it was pasted for is asked on. Then the question says which line waits, instead
of asking as if nobody had begun, and no second point tells of the same line. What no open finding waits for stays a
point of its own: nothing that holds a placeholder passes.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

from compliance.model.answered.cause import is_unfilled
from compliance.model.answered.finding import Answered, ElementResult, Finding, MissingFact
from compliance.model.answered.report import AnswerLine, Question, Report
from compliance.model.declared.lineage import Lineage
from compliance.model.words.placeholder import told_as_unfilled
from compliance.summarise.lines import Facts, joined, lines_for
from compliance.values import replace

Held = Mapping[str, str]
"""Where a placeholder stands, by the keys that lead to it with dots between them."""
_NAME = ".name"
_OF_LICENCE = ("source.license", "source.grant_shown", "source.record_settled")
_LICENCE = ("license", "against_record")
"""Facts and fields of which each answers another: what no question asks for, those of the others tell."""


def told_where_asked(report: Report, lineage: Lineage, facts: Facts) -> Report:
    """The report whose questions and findings tell of the placeholders that stand in the place of their answers."""
    held = {one.subject: one.location or "" for one in report.not_covered if is_unfilled(one)}
    if not held:
        return report
    waiting = {fact for finding in report.findings for fact in _facts_of(finding)}
    places = {fact: _places(joined([lines_for(fact, lineage, facts)]), fact, held) for fact in waiting}
    left = {key: at for key, at in held.items() if not any(key in found for found in places.values())}
    places = {fact: {**found, **_licence(fact, left)} for fact, found in places.items()}
    told = {
        fact: replace(fact, question=told_as_unfilled(_words(at.values(), report), fact.question))
        for fact, at in places.items()
        if at
    }
    asked = [
        (one, {**_places(one.lines, one.missing, held), **_licence(one.missing, left)})
        for one in report.questions
    ]
    once = _told_by_questions(report, asked)
    return replace(
        report,
        findings=tuple(_told(finding, told) for finding in report.findings),
        questions=tuple(_asked(question, at, report) for question, at in asked),
        not_covered=tuple(
            one for one in report.not_covered if not (is_unfilled(one) and one.subject in once)
        ),
    )


def _told_by_questions(report: Report, asked: Iterable[tuple[Question, Held]]) -> set[str]:
    """The placeholders that a question tells of on which something open waits; with the gate off, on the plain one."""
    judged = replace(report, gate="plain") if report.gate == "never" else report
    open_ = {finding.identity for finding in report.findings if judged.is_open(finding)}
    return {key for question, at in asked if open_.intersection(question.findings) for key in at}


def _facts_of(finding: Finding) -> Iterable[MissingFact]:
    inner = (fact for element in finding.elements for fact in element.missing)
    return itertools.chain(finding.missing, inner, (answer.missing for answer in finding.answers))


def _places(lines: Sequence[AnswerLine], fact: MissingFact, held: Held) -> dict[str, str]:
    """The placeholders that stand in the lines of a fact, or in the name of what it is about, for which all waits."""
    paths = [".".join(line.path) for line in lines]
    entries = [_entry(fact), *(".".join(line.path[:2]) for line in lines if line.path[0] == "artifacts")]
    names = {f"{entry}{_NAME}" for entry in entries}
    return {
        key: place
        for key, place in held.items()
        if key in names or any(_within(key, path) or _within(path, key) for path in paths)
    }


def _licence(fact: MissingFact, left: Held) -> dict[str, str]:
    """What is not filled in of a licence, where something else is asked that would settle it."""
    keys = [f"{_entry(fact)}.{field}" for field in _LICENCE]
    return {key: left[key] for key in keys if key in left} if fact.fact in _OF_LICENCE else {}


def _entry(fact: MissingFact) -> str:
    # Members of a list, and what a variant has of its own, stand in one entry of the manifest.
    return f"artifacts.{re.split('[#@]', fact.subject)[0]}"


def _within(inner: str, outer: str) -> bool:
    return inner == outer or inner.startswith(f"{outer}.")


def _words(places: Iterable[str], report: Report) -> str:
    """The lines of some places, the file with them where it is another one."""
    lines: dict[str, list[str]] = {}
    for place in dict.fromkeys(places):
        file, line, _ = (*place.rsplit(":", 2), "", "")[:3]
        lines.setdefault(file, []).append(line)
    parts = [
        f"line{'s' * (len(found) > 1)} {_and(found)}" + (f" of {file}" if file != report.manifest else "")
        for file, found in lines.items()
    ]
    many = len(parts) > 1 or len(next(iter(lines.values()))) > 1
    return f"Each of {_and(parts)}" if many else f"{parts[0][:1].upper()}{parts[0][1:]}"


def _and(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def _told(finding: Finding, told: Mapping[MissingFact, MissingFact]) -> Finding:
    """The finding with its facts, and its reason, in the words that tell of the line."""
    if told.keys().isdisjoint(_facts_of(finding)):
        return finding
    reason = finding.reason
    for fact in finding.missing:
        reason = reason.replace(fact.question, told.get(fact, fact).question)
    return replace(
        finding,
        missing=_each(finding.missing, told),
        elements=tuple(_element(one, told) for one in finding.elements),
        answers=tuple(_answer(one, told) for one in finding.answers),
        reason=reason,
    )


def _element(element: ElementResult, told: Mapping[MissingFact, MissingFact]) -> ElementResult:
    return replace(element, missing=_each(element.missing, told))


def _answer(answer: Answered, told: Mapping[MissingFact, MissingFact]) -> Answered:
    return replace(answer, missing=told.get(answer.missing, answer.missing))


def _each(missing: Sequence[MissingFact], told: Mapping[MissingFact, MissingFact]) -> tuple[MissingFact, ...]:
    return tuple(told.get(fact, fact) for fact in missing)


def _asked(question: Question, held: Held, report: Report) -> Question:
    """The question that tells which of its lines stand in the manifest already, and where."""
    if not held:
        return question
    words = told_as_unfilled(_words(held.values(), report), question.missing.question)
    lines = tuple(_at_its_place(line, held) for line in question.lines)
    return replace(question, missing=replace(question.missing, question=words), lines=lines)


def _at_its_place(line: AnswerLine, held: Held) -> AnswerLine:
    path = ".".join(line.path)
    place = next((at for key, at in held.items() if _within(key, path)), line.location)
    return replace(line, location=place)
