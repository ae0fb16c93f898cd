"""What an answer leads to for a whole release: it may clear its own point and bring another. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from compliance.model.answered.cause import uncovered_words
from compliance.model.answered.finding import Finding
from compliance.model.answered.report import AnswerLine, Brought, Question, Report, answer_in
from compliance.model.packs.truth import SCALE, Position

MOST_ANSWERS = 8
"""How many answers of one question are tried."""
MOST_FINDINGS = 8_000
"""How many findings are made anew in all, so that the time is bounded; a check of a small release makes some fifty."""
_WRITTEN = {"yes": "true", "no": "false"}
_ASIDE = ("facts", "accepted", "permission")
"""Fields that change no way and no text: what they decide waits for them by name, and what is decided stays."""

Lines = Sequence[tuple[tuple[str, ...], str]]
"""Keys from the top of the manifest, and a value as YAML."""
Opened = dict[tuple[str, str, str], tuple[str, Position]]
"""What stands open: by rule, release and upstream, its title and position."""
Retry = Callable[[Lines], Report | None]
"""The report with lines written into the manifest; None where they do not fit it."""


def with_consequences(report: Report, retry: Retry, most: int | None = None) -> Report:
    """The report whose questions tell which points an answer brings.

    Each answer makes all findings anew, so that only as many are tried as make `MOST_FINDINGS` together; later
    questions say that they were not.

    Args:
        report: The report as it stands.
        retry: Evaluates the whole manifest anew with an answer.
        most: How many questions are looked at, in their order; all that bear on something open, if absent.
    """
    open_ = {finding.identity for finding in report.findings if report.is_open(finding)}
    looked_at = [question for question in report.questions if open_.intersection(question.findings)][:most]
    before = _open(report)
    told: dict[int, Question] = {}
    left = MOST_FINDINGS
    for one in looked_at:
        if all(set(_ASIDE).intersection(line.path) for line in one.lines):
            continue
        answers: tuple[tuple[str, Lines], ...] = ()
        if left >= 0:
            waiting = set(one.findings)
            answers = tuple(_answers(one, [each for each in report.findings if each.identity in waiting]))
            left -= len(answers) * max(len(report.findings), 1)
        tried = left >= 0
        told[id(one)] = replace(
            one, brings=_brought(answers, before, retry) if tried else (), untried=not tried
        )
    return replace(report, questions=tuple(told.get(id(one), one) for one in report.questions))


def _brought(answers: Sequence[tuple[str, Lines]], before: Opened, retry: Retry) -> tuple[Brought, ...]:
    found: dict[tuple[str, Position], list[str]] = {}
    for answer, lines in answers:
        after = retry(lines)
        for key, told in _open(after).items() if after else ():
            if key not in before:
                bringing = found.setdefault(told, [])
                bringing += [] if answer in bringing else [answer]
    return tuple(
        Brought(tuple(one for one in bringing if one), title, position)
        for (title, position), bringing in found.items()
    )


def _open(report: Report) -> Opened:
    """What stands open: by rule, release and upstream, with its title and position; and every name not covered."""
    found = {
        (one.rule, one.release, one.source_name or one.source or ""): (one.title, one.position)
        for one in report.open_findings()
    }
    for name in report.uncovered_names() if report.gate != "never" else ():
        found["", "", name.subject] = uncovered_words(name), Position.NOT_COVERED
    return found


def _answers(question: Question, waiting: Sequence[Finding]) -> Iterator[tuple[str, Lines]]:
    """Every answer that takes something off its own point, with what it writes; what all lines say is one answer."""
    first = question.lines[0]
    if len(question.lines) > 1 and not _alike(question.lines):
        yield "", [(line.path, line.example or line.value) for line in question.lines]
        return
    worse = _no_better(question, waiting)
    values = [one for one in (first.example or first.value, *first.options) if answer_in(one) not in worse]
    for value in values[:MOST_ANSWERS]:
        told = "" if answer_in(value).startswith(("{", "[")) else answer_in(value)
        yield told, [(line.path, value) for line in question.lines]


def _alike(lines: Sequence[AnswerLine]) -> bool:
    """Whether one value may stand in all of them."""
    return len({(line.value, line.options) for line in lines}) == 1


def _no_better(question: Question, waiting: Sequence[Finding]) -> set[str]:
    """Answers that leave every finding where it may stand at worst, as a manifest writes them."""
    leads: dict[str, list[bool]] = {}
    for finding in waiting:
        for answer in finding.answers:
            if answer.missing.fact == question.missing.fact:
                for value, position in answer.by_value:
                    undecided = position not in SCALE
                    lighter = undecided or SCALE.index(position) < SCALE.index(finding.high)
                    leads.setdefault(_WRITTEN.get(value, value), []).append(lighter)
    return {value for value, lighter in leads.items() if not any(lighter)}
