"""One finding in words: everything that a reader needs to follow it, decided once for all renderers."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from compliance.model.answered.annex import Bar
from compliance.model.answered.finding import Answered, ElementResult, Finding, MissingFact, WaiverState
from compliance.model.answered.report import Report
from compliance.model.packs.truth import NEVER, READINGS, Position, Readings, Truth
from compliance.render.view import words
from compliance.render.view.actions import Action, actions_of
from compliance.render.view.evidence import (
    ClauseLine,
    RouteLine,
    clause_line,
    known_name,
    no_clause_words,
    route_line,
    told_together,
)
from compliance.render.view.words import POSITION_WORD, clean
from compliance.values import Composed, dataclass, later, replace


@dataclass(frozen=True, slots=True)
class Cell:
    """How something comes out on one reading: a mark and a word that say the same."""

    reading: str
    truth: Truth
    mark: str
    word: str


@dataclass(frozen=True, slots=True)
class ElementRow:
    """One condition of the rule."""

    name: str
    exception: bool
    cells: tuple[Cell, Cell, Cell]
    sentence: str
    waits_for: tuple[str, ...]
    """The questions of the facts that it lacks."""
    because: tuple[str, ...] = ()
    """The words of the text that allow each reading, where readings differ."""


@dataclass(frozen=True, slots=True)
class AskedFact:
    """A missing fact as a question, and what the answers would make of the finding."""

    question: str
    subject: str
    fact: str
    effect: str
    """Empty where the evaluation did not say."""
    number: int = 0
    """Its number in the list of questions; 0 where the list does not have it."""


@dataclass(frozen=True, slots=True)
class Card:
    """A finding, ready to be printed. All text is one line each and free of control characters."""

    finding: Finding
    """The value behind it, for identities and fingerprints; its text is not made harmless."""
    position: Position
    position_word: str
    title: str
    rule: str
    subject: str
    short_subject: str
    """Source and release, for tables."""
    party: str
    """Name of the party."""
    party_role: str
    """What the party is in this finding, explained."""
    norm: str
    force: str
    reason: Composed[str]
    elements: Composed[tuple[ElementRow, ...]]
    bites: tuple[Cell, Cell, Cell]
    """The rule as a whole."""
    routes: tuple[RouteLine, ...]
    stopped: Composed[tuple[str, ...]]
    turns: Composed[tuple[str, ...]]
    questions: tuple[AskedFact, ...]
    clauses: tuple[ClauseLine, ...]
    no_clause: str
    """What stands in the place of clauses where none is cited; empty where one is."""
    says: str
    consequence: str
    actions: tuple[Action, ...]
    does_not_cover: str
    location: str | None
    origin: str
    assurance: str
    waiver: str | None
    open: bool
    """Whether it keeps the check from passing."""
    detailed: bool
    """Whether a short report shows it in full: open, or may bite on the plain reading, not waived."""
    state: str
    """Open, waived or not counted, in a word."""
    also: tuple[str, ...] = ()
    """Further findings and uncovered names of the same cause, in a line each."""
    members: tuple[Card, ...] = ()
    """These further findings in full."""
    uncovered: tuple[str, ...] = ()
    """These uncovered names, in a line each."""
    portions: tuple[Bar, ...] = ()
    """The share of the source in what training steps on the routes read."""

    @property
    def cited(self) -> tuple[ClauseLine, ...]:
        """The clauses, those of one text together where the same is to be said of them."""
        return told_together(self.clauses)


def build_cards(report: Report) -> tuple[Card, ...]:
    """Put every finding into words, in the order of the report."""
    names = {release.id: release.name for release in report.releases}
    licences = {one.id: one.license or "" for one in report.artifacts}
    licences |= {one.id: one.license or "" for one in report.releases}
    return tuple(_card(finding, report, names, licences) for finding in report.findings)


def _card(finding: Finding, report: Report, names: Mapping[str, str], licences: Mapping[str, str]) -> Card:
    party_name = clean(finding.party_name)
    return Card(
        finding=finding,
        position=finding.position,
        position_word=_position_words(finding),
        title=clean(finding.title),
        rule=clean(finding.rule),
        subject=_subject(finding, names, party_name),
        short_subject=" → ".join(
            clean(known_name(part)) for part in (finding.source, finding.release) if part
        ),
        party=party_name,
        party_role=words.PARTY_WORD[finding.party],
        norm=words.NORM_WORD.get(finding.norm, clean(finding.norm)),
        force=words.FORCE_WORD[finding.force],
        reason=later(lambda: words.closed(clean(finding.reason))),
        elements=later(lambda: _element_rows(finding.elements)),
        bites=_cells(finding.readings),
        routes=tuple(route_line(route) for route in finding.routes),
        stopped=later(lambda: tuple(words.closed(clean(text)) for text in finding.stopped)),
        turns=later(lambda: _turns(finding)),
        questions=tuple(_asked(missing, finding) for missing in finding.missing),
        clauses=tuple(clause_line(clause, report.as_of) for clause in finding.clauses),
        no_clause="" if finding.clauses else no_clause_words(finding, licences),
        says=clean(finding.says),
        consequence=clean(finding.consequence),
        actions=actions_of(finding),
        does_not_cover=clean(finding.does_not_cover),
        location=clean(finding.location) if finding.location else None,
        origin=words.ORIGIN_WORD.get(finding.origin, clean(finding.origin)),
        assurance=words.ASSURANCE_WORD.get(finding.assurance, clean(finding.assurance)),
        waiver=_waiver(finding.waiver),
        open=report.is_open(finding),
        detailed=report.is_open(finding) or _detailed(finding),
        state=_state(finding, report),
        portions=tuple(replace(one, label=clean(one.label)) for one in finding.portions),
    )


def outcome_words(answers: tuple[Answered, ...]) -> str:
    """What the answers to one question would make of the findings that wait for it."""
    if not answers:
        return ""
    weight = list(POSITION_WORD).index
    best = sorted({answer.if_for for answer in answers}, key=weight, reverse=True)
    worst = sorted({answer.if_against for answer in answers}, key=weight)
    if best == worst and len(best) == 1:
        if best[0] is Position.NEEDS_FACTS:
            return "not settled by this answer alone: other facts are missing too"
        return f"{POSITION_WORD[best[0]]} either way"
    good = words.listed([POSITION_WORD[position] for position in best], "or")
    bad = words.listed([POSITION_WORD[position] for position in worst], "or")
    return f"{good} if the answer favours the release, {bad} if not"


def _detailed(finding: Finding) -> bool:
    if finding.waiver is not None and finding.waiver.active:
        return False
    highest = finding.high if finding.position is Position.NEEDS_FACTS else finding.position
    return highest in (Position.BREACH, Position.ARGUABLE, Position.NOT_COVERED)


def _state(finding: Finding, report: Report) -> str:
    if report.is_open(finding):
        return "open"
    return "waived" if finding.waiver is not None and finding.waiver.active else "not counted"


def _position_words(finding: Finding) -> str:
    word = POSITION_WORD[finding.position]
    if finding.position is Position.NEEDS_FACTS and finding.low is not finding.high:
        return f"{word} ({POSITION_WORD[finding.low]} to {POSITION_WORD[finding.high]})"
    return word


def _subject(finding: Finding, names: Mapping[str, str], party_name: str) -> str:
    release = clean(names.get(finding.release, finding.release))
    asked = f"asked of {party_name} as {words.PARTY_WORD[finding.party]}"
    if finding.source is None:
        return f"{release}; {asked}."
    return f"{clean(finding.source_name or finding.source)} behind {release}; {asked}."


@functools.cache
def _cells(readings: Readings) -> tuple[Cell, Cell, Cell]:
    narrow, plain, broad = (
        Cell(name, truth, words.TRUTH_MARK[truth], truth.word)
        for name, truth in zip(READINGS, readings, strict=True)
    )
    return narrow, plain, broad


def _element_rows(elements: tuple[ElementResult, ...]) -> tuple[ElementRow, ...]:
    """A row for each element; exceptions that hold on no reading share one."""
    idle = [e for e in elements if e.exception and e.readings == NEVER]
    if len(idle) < 2:
        return tuple(_element_row(element) for element in elements)
    names = words.listed([clean(element.name).replace("-", " ") for element in idle])
    shared = ElementRow("an exception holds", True, _cells(NEVER), words.closed(f"none does: {names}"), ())
    return (*(_element_row(element) for element in elements if element not in idle), shared)


def _element_row(element: ElementResult) -> ElementRow:
    return ElementRow(
        name=clean(element.name).replace("-", " "),
        exception=element.exception,
        cells=_cells(element.readings),
        sentence=words.closed(clean(element.sentence)),
        waits_for=tuple(clean(missing.question) for missing in element.missing),
        because=tuple(f"{reading}: {clean(reason)}" for reading, reason in element.because),
    )


def _asked(missing: MissingFact, finding: Finding) -> AskedFact:
    answers = tuple(answer for answer in finding.answers if answer.missing.key == missing.key)
    return AskedFact(
        clean(missing.question), clean(missing.subject), clean(missing.fact), outcome_words(answers)
    )


def _turns(finding: Finding) -> tuple[str, ...]:
    """What the answer turns on; single facts are left to the questions, which tell both their answers."""
    phrases = [words.turn_phrase(word) for word in finding.turn_words]
    general = [words.sentence(words.listed(phrases))] if phrases else []
    questions = {missing.key: missing.question for missing in finding.missing}
    alone: dict[tuple[Position, str], list[str]] = {}
    together: list[str] = []
    for turn in finding.turns_on:
        if turn.kind == "fact" and len(turn.names) > 1:
            asked = [f"“{clean(questions.get(name, name))}”" for name in turn.names]
            together.append(
                f"With the answers to {words.listed(asked)}, it could be {POSITION_WORD[turn.to]}."
            )
        elif turn.kind == "reading":
            alone.setdefault((turn.to, turn.how), []).append(
                words.listed([_quoted(name) for name in turn.names])
            )
    read = [_read_otherwise(words.listed(names, "or"), how, to) for (to, how), names in alone.items()]
    return (*general, *read, *together)


def _read_otherwise(names: str, how: str, to: Position) -> str:
    would = f"it would be {POSITION_WORD[to]}."
    if how == "broadly":
        reading = "narrow" if to is Position.BREACH else "plain"
        return f"If {names} held on the {reading} reading too, {would}"
    return f"With {names} read {how or 'the other way'}, {would}"


def _quoted(name: str) -> str:
    return f"“{clean(name).replace('-', ' ')}”"


def _waiver(waiver: WaiverState | None) -> str | None:
    if waiver is None:
        return None
    reason = words.WAIVER_REASON.get(waiver.reason, clean(waiver.reason))
    until = f"{'until' if waiver.active else 'expired and no longer counts, since'} {clean(waiver.expires)}"
    return f"Waived by {clean(waiver.owner)}, {reason}, {until}: {clean(waiver.statement)}"
