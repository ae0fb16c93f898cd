"""The verdict line: what is open, what is not, and what the exit code means."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.model.answered.cause import SETTLED, Cause, is_unfilled
from compliance.model.answered.finding import Finding
from compliance.model.answered.passed import let_pass
from compliance.model.answered.report import COUNTED, Report
from compliance.model.packs.truth import Position
from compliance.render.view import words
from compliance.render.view.words import POSITION_WORD, count
from compliance.values import dataclass


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
    let_pass: str
    """What the gate or an option lets pass, where it would be open otherwise; for what prints no verdict line."""

    @property
    def alone(self) -> str:
        """The line as it stands where nothing else is printed."""
        return f"{self.line.rstrip()}\n"


def is_screen(finding: Finding) -> bool:
    """Whether a finding belongs to the access screen, which is kept apart from everything else."""
    return finding.screens


def build_verdict(report: Report) -> Verdict:
    """Word the verdict."""
    code = report.exit_code
    passed = let_pass(report)
    told = words.sentence(words.clean(passed)) if passed else ""
    return Verdict(_line(report), code, _exit_words(report), report.gate, code == 0, _counts(report), told)


def _own(report: Report) -> list[Finding]:
    return [
        item
        for item in report.findings
        if item.own and item.force in COUNTED and not is_screen(item) and not item.everywhere
    ]


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
        waived=sum(item.waived for item in own),
        screen=len(screen),
        screen_open=sum(report.is_open(item) for item in screen),
        if_enacted=sum(item.force not in COUNTED for item in rest),
        others=sum(item.force in COUNTED and not item.own for item in rest),
        uncovered_names=len(report.not_covered),
    )


def _tally(positions: Sequence[Position]) -> list[str]:
    tally = {position: positions.count(position) for position in POSITION_WORD}
    return [f"{number} {_word(position, number)}" for position, number in tally.items() if number]


def _tally_closed(causes: list[Cause], report: Report) -> list[str]:
    """Undecided causes below the gate are told apart from those that were allowed not to be decided."""
    undecided = [cause.lead for cause in causes if cause.lead and cause.position is Position.NEEDS_FACTS]
    if report.gate == "never" or not undecided:
        return _tally([cause.position for cause in causes])
    allowed = sum(not getattr(item.readings, report.gate).decided for item in undecided)
    wider = len(undecided) - allowed
    told = [f"{allowed} undecided and allowed"] if allowed else []
    told += [f"{wider} undecided on a wider reading only"] if wider else []
    return told + _tally([cause.position for cause in causes if cause.position is not Position.NEEDS_FACTS])


def _passed(closed: list[Cause], report: Report) -> list[str]:
    """Names of which no text speaks and that keep nothing from passing, where no finding stands for them."""
    names = sum(len(cause.uncovered) for cause in closed if not cause.findings)
    why = "" if report.gate == "never" else " and allowed"
    return [f"{count(names, 'name')} not covered{why}"] if names else []


def _word(position: Position, number: int) -> str:
    if position is Position.NEEDS_FACTS and number > 1:
        return "need facts"
    if position is Position.NOT_APPLICABLE:
        return "not applicable"
    return POSITION_WORD[position]


def _line(report: Report) -> str:
    own = _own(report)
    waived = [item for item in own if item.waived and item.position not in SETTLED]
    clear = [item for item in own if item.position is Position.CLEAR]
    causes = report.causes()
    opened = [cause for cause in causes if cause.open]
    closed = [cause for cause in causes if not cause.open]
    parts = _tally([cause.position for cause in opened if cause.findings])
    screened = sum(report.is_open(item) for item in report.findings if is_screen(item))
    if screened:
        parts.append(f"{screened} on how access was obtained")
    names = sum(len(cause.uncovered) for cause in opened if not cause.findings)
    unfilled = sum(is_unfilled(one) for cause in opened for one in cause.uncovered)
    if unfilled:
        parts.append(f"{count(unfilled, 'line')} not filled in")
    if names > unfilled:
        parts.append(f"{count(names - unfilled, 'name')} not covered")
    aside = [*_tally_closed([cause for cause in closed if cause.findings], report), *_passed(closed, report)]
    aside += [f"{count(len(clear), 'finding')} clear"] if clear else []
    aside += [f"{len(waived)} waived"] if waived else []
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
    if report.since is not None and report.evaluated:
        number = len({point.of_any for point in report.new_points()})
        told = count(number, "point is", "points are") if number else "nothing is"
        return f"exit {report.exit_code}: {told} new or heavier {where} since the earlier report"
    if report.exit_code == 0:
        return f"exit 0: every release was evaluated, and nothing is open {where}"
    reasons = []
    opened = [cause for cause in report.causes() if cause.open]
    number = sum(bool(cause.findings) for cause in opened) + sum(
        report.is_open(item) for item in report.findings if is_screen(item)
    )
    if number:
        reasons.append(f"{count(number, 'point is', 'points are')} open {where}")
    names = sum(len(cause.uncovered) for cause in opened if not cause.findings)
    unfilled = sum(is_unfilled(one) for cause in opened for one in cause.uncovered)
    if unfilled:
        reasons.append(f"{count(unfilled, 'line is', 'lines are')} not filled in")
    if names > unfilled:
        reasons.append(f"{count(names - unfilled, 'name is', 'names are')} not covered")
    if not report.evaluated:
        reasons.append("not every release was evaluated")
    return f"exit 1: {words.listed(reasons)}"
