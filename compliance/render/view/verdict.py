"""The verdict line: what is open, what is not, and what the exit code means."""

from __future__ import annotations

from dataclasses import dataclass

from compliance.model.finding import Finding
from compliance.model.report import Report
from compliance.model.truth import Position
from compliance.render.view import words
from compliance.render.view.words import POSITION_WORD, count

COUNTED = ("in-force", "house-rule")
"""Force of the rules that can fail a check."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of findings; positions are the publisher's own, rules in force, without the access screen."""

    open: int
    breach: int
    arguable: int
    needs_facts: int
    remote: int
    not_covered: int
    clear: int
    not_applicable: int
    waived: int
    screen: int
    screen_open: int
    if_enacted: int
    others: int
    uncovered_names: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer in one line."""

    line: str
    exit_code: int
    exit_words: str
    gate: str
    passed: bool
    counts: Counts


def is_screen(finding: Finding) -> bool:
    """Whether a finding belongs to the access screen, which is kept apart from everything else."""
    return finding.family.partition(":")[0] == "access"


def build_verdict(report: Report) -> Verdict:
    """Word the verdict."""
    code = report.exit_code
    return Verdict(_line(report), code, _exit_words(report), report.gate, code == 0, _counts(report))


def _own(report: Report) -> list[Finding]:
    return [item for item in report.findings if item.own and item.force in COUNTED and not is_screen(item)]


def _is_waived(finding: Finding) -> bool:
    return finding.waiver is not None and finding.waiver.active


def _counts(report: Report) -> Counts:
    own = _own(report)
    per = {position: sum(item.position is position for item in own) for position in Position}
    screen = [item for item in report.findings if is_screen(item)]
    rest = [item for item in report.findings if not is_screen(item)]
    return Counts(
        open=len(report.open_findings()),
        breach=per[Position.BREACH],
        arguable=per[Position.ARGUABLE],
        needs_facts=per[Position.NEEDS_FACTS],
        remote=per[Position.REMOTE],
        not_covered=per[Position.NOT_COVERED],
        clear=per[Position.CLEAR],
        not_applicable=per[Position.NOT_APPLICABLE],
        waived=sum(_is_waived(item) for item in own),
        screen=len(screen),
        screen_open=sum(report.is_open(item) for item in screen),
        if_enacted=sum(item.force not in COUNTED for item in rest),
        others=sum(item.force in COUNTED and not item.own for item in rest),
        uncovered_names=len(report.not_covered),
    )


def _tally(findings: list[Finding]) -> list[str]:
    tally = {position: sum(item.position is position for item in findings) for position in POSITION_WORD}
    return [f"{number} {_word(position, number)}" for position, number in tally.items() if number]


def _tally_closed(findings: list[Finding], report: Report) -> list[str]:
    """Undecided findings below the gate are told apart from those that were allowed not to be decided."""
    undecided = [item for item in findings if item.position is Position.NEEDS_FACTS]
    if report.gate == "never" or not undecided:
        return _tally(findings)
    allowed = sum(not getattr(item.readings, report.gate).decided for item in undecided)
    wider = len(undecided) - allowed
    told = [f"{allowed} undecided and allowed"] if allowed else []
    told += [f"{wider} undecided on a wider reading only"] if wider else []
    return told + _tally([item for item in findings if item.position is not Position.NEEDS_FACTS])


def _word(position: Position, number: int) -> str:
    if position is Position.NEEDS_FACTS and number > 1:
        return "need facts"
    if position is Position.NOT_APPLICABLE:
        return "not applicable"
    return POSITION_WORD[position]


def _line(report: Report) -> str:
    own = _own(report)
    waived = [item for item in own if _is_waived(item)]
    opened = [item for item in own if report.is_open(item)]
    closed = [
        item
        for item in own
        if not report.is_open(item) and not _is_waived(item) and item.position is not Position.NOT_APPLICABLE
    ]
    parts = _tally(opened)
    screened = sum(report.is_open(item) for item in report.findings if is_screen(item))
    if screened:
        parts.append(f"{screened} on how access was obtained")
    if report.uncovered and report.gate != "never":
        parts.append(f"{count(len(report.not_covered), 'name')} not covered")
    aside = _tally_closed(closed, report) + ([f"{len(waived)} waived"] if waived else [])
    tail = f"{words.listed(aside)} {words.GATE_WORD[report.gate]}" if aside else ""
    if parts:
        head = f"Open: {', '.join(parts)}"
        head = head if report.evaluated else f"{head}; not everything was evaluated"
        return f"{head}; {tail}" if tail else head
    if not report.evaluated:
        return (
            "Not evaluated: no loaded rule could be put to "
            + _not_evaluated(report)
            + (f"; {tail}" if tail else "")
        )
    if report.gate == "never":
        return f"Gate off: {words.listed(aside) or 'no finding'}; nothing fails the check"
    return f"Nothing open {words.GATE_WORD[report.gate]}" + (f": {words.listed(aside)}" if aside else "")


def _not_evaluated(report: Report) -> str:
    missed = [words.clean(release.id) for release in report.releases if not release.evaluated]
    return f"release {words.listed(missed)}" if missed else "anything"


def _exit_words(report: Report) -> str:
    if report.gate == "never":
        return "exit 0, because the gate is off"
    where = words.GATE_WORD[report.gate]
    if report.exit_code == 0:
        return f"exit 0: every release was evaluated, and nothing is open {where}"
    reasons = []
    if report.open_findings():
        reasons.append(f"{count(len(report.open_findings()), 'finding is', 'findings are')} open {where}")
    if report.uncovered:
        reasons.append(f"{count(len(report.not_covered), 'name is', 'names are')} not covered")
    if not report.evaluated:
        reasons.append("not every release was evaluated")
    return f"exit 1: {words.listed(reasons)}"
