"""Findings laid out for paper: those that differ in their sources only share one sheet.

A sheet tells once what its findings have in common; what each adds is its case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import TYPE_CHECKING

from compliance.model.answered.cause import key_of
from compliance.model.answered.report import Report, StepInfo
from compliance.model.packs.truth import Position
from compliance.render.graph.bars import bars_svg
from compliance.render.pdf.clauses import Clauses, NumberedClause
from compliance.render.view.actions import action
from compliance.render.view.card import Card, Cell
from compliance.render.view.evidence import RouteLine
from compliance.render.view.point_labels import build_labels
from compliance.render.view.report_view import View
from compliance.render.view.rows import Row, fold
from compliance.render.view.words import clean, count

if TYPE_CHECKING:
    from markupsafe import Markup

ROUTES_SHOWN = 4
SUBJECTS_NAMED = 3
MEMBERS_SHOWN = 12
_OWED = ("notice", "credit", "name-prefix", "licence-copy")
SETTLED = (Position.CLEAR, Position.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Station:
    """A station of a route: an artifact, or a step with what it made of its input, who did it and when."""

    kind: str
    id: str
    words: str
    facts: str


@dataclass(frozen=True, slots=True)
class Strip:
    """One route, to be drawn as a strip."""

    stations: tuple[Station, ...]
    told: str


@dataclass(frozen=True, slots=True)
class ElementLine:
    """One condition, and what the facts say of it in each case."""

    name: str
    cells: tuple[Cell, Cell, Cell]
    exception: bool
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A missing fact, by its number in the list of questions; 0 where the list does not have it."""

    number: int
    question: str
    effect: str


@dataclass(frozen=True, slots=True)
class Case:
    """What one finding adds to its sheet."""

    mark: str
    """Its number."""
    subject: str
    reason: str
    """Empty where the question says it all."""
    strips: tuple[Strip, ...]
    more_routes: str
    shares: Markup
    """Bars of the share of the source; empty where none is known."""
    stopped: tuple[str, ...]
    also: tuple[str, ...]
    """Uncovered names of the same cause."""
    members: tuple[Row, ...]
    """Further findings of the same cause."""
    questions: tuple[Ask, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Findings of one rule that come out alike."""

    anchor: str
    number: str
    """That of its point; of several, all of them."""
    card: Card
    """Its words stand for all of them."""
    subjects: str
    """Sources and releases, in short."""
    reason: str
    """Where all cases have the same one; otherwise they have their own."""
    elements: tuple[ElementLine, ...]
    cases: tuple[Case, ...]
    clauses: tuple[NumberedClause, ...]
    actions: tuple[str, ...]
    no_clause: tuple[str, ...]
    """What stands in the place of clauses where the rule cites none."""
    size: str
    """How many findings it holds; empty for one."""
    same_rule: str
    """Number of the earlier sheet that tells of the same rule; empty where this is the first."""
    same_anchor: str
    causes: tuple[str, ...] = ()
    """Keys of the causes that it tells of."""


class SheetMaker:
    """Numbers clauses in the order in which they are made, and sheets as their points."""

    def __init__(self, report: Report, view: View, clauses: Clauses) -> None:
        self._steps = {clean(step.id): step for step in report.steps}
        self._names = {release.id: clean(release.name) for release in report.releases}
        self._publisher = report.publisher
        self._clauses = clauses
        self._made = 0
        self._labels = build_labels(view)
        self._told: dict[object, tuple[str, str]] = {}
        """What a rule says, and the anchor and number of the sheet that tells it."""

    def sheets(self, cards: Iterable[Card]) -> tuple[Sheet, ...]:
        """Gather findings that come out alike, in the order of the first of each."""
        alike: dict[object, list[Card]] = {}
        for card in cards:
            alike.setdefault(_likeness(card), []).append(card)
        return tuple(self._sheet(found) for found in alike.values())

    def _sheet(self, cards: list[Card]) -> Sheet:
        self._made += 1
        first = cards[0]
        marks = [self._labels[id(card)] for card in cards]
        reasons = {"" if _is_told(card) else card.reason for card in cards}
        cases = tuple(
            self._case(card, mark, own_reason=len(reasons) > 1)
            for card, mark in zip(cards, marks, strict=True)
        )
        used = dict.fromkeys(clause for card in cards for clause in card.clauses)
        anchor, number = f"f{self._made}", _together(marks)
        told, its_number = self._told.setdefault(
            (first.rule, first.title, *_rule_words(first)), (anchor, number)
        )
        again = told != anchor
        return Sheet(
            anchor=anchor,
            number=number,
            card=first,
            subjects=_subjects(cards),
            reason="".join(reasons) if len(reasons) == 1 else "",
            elements=tuple(_element(cards, place) for place in range(len(first.elements))),
            cases=cases,
            clauses=tuple(self._clauses.number(clause) for clause in used),
            actions=_actions(cards),
            no_clause=tuple(dict.fromkeys(card.no_clause for card in cards if card.no_clause)),
            size=count(len(cards), "finding") if len(cards) > 1 else "",
            same_rule=its_number if again else "",
            same_anchor=told if again else "",
            causes=tuple(dict.fromkeys(clean(key_of(card.finding)) for card in cards)),
        )

    def _case(self, card: Card, mark: str, *, own_reason: bool) -> Case:
        from markupsafe import Markup

        left = len(card.routes) - ROUTES_SHOWN
        return Case(
            mark=mark,
            subject=self._subject(card),
            reason=card.reason if own_reason and not _is_told(card) else "",
            strips=tuple(_strip(route, self._steps, self._publisher) for route in card.routes[:ROUTES_SHOWN]),
            more_routes=f"And {count(left, 'more route')}, in the attached result." if left > 0 else "",
            shares=Markup(bars_svg(card.portions, name=f"Share of {card.short_subject}")),
            stopped=card.stopped,
            also=card.uncovered,
            members=_members(card, self._publisher),
            questions=tuple(Ask(item.number, item.question, item.effect) for item in card.questions),
            place=f"{card.location}, {card.origin}" if card.location else card.origin,
        )

    def _subject(self, card: Card) -> str:
        finding = card.finding
        release = self._names.get(finding.release, clean(finding.release))
        if finding.source is None:
            return release
        return f"{clean(finding.source_name or finding.source)} behind {release}"


def _together(labels: Sequence[str]) -> str:
    """The number of a sheet, of those of its findings: that of their point where letters alone tell them apart.

    >>> _together(["3a", "3b"]), _together(["1", "2"]), _together(["4"]), _together(["7", "8", "9", "11"])
    ('3', '1, 2', '4', '7–9, 11')
    """
    if len(labels) == 1:
        return labels[0]
    runs: list[list[int]] = []
    for number in sorted({int(label.rstrip(ascii_lowercase)) for label in labels}):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def _members(card: Card, publisher: str) -> tuple[Row, ...]:
    return fold(card.members, publisher, alike=True)[:MEMBERS_SHOWN]


def needs_sheet(card: Card) -> bool:
    """Whether a finding is more than a row of a table."""
    return card.position not in SETTLED or card.open


def _likeness(card: Card) -> tuple[object, ...]:
    """What findings on one sheet have in common."""
    elements = tuple((row.name, row.exception, row.cells) for row in card.elements)
    # Whom to ask is named in each; what is owed is told in its own words.
    todo = tuple(one.sentence if one.id in _OWED else one.id for one in card.actions)
    same = (card.says, card.consequence, todo, card.does_not_cover, card.turns, card.clauses)
    return (card.rule, card.title, card.party, card.position_word, card.state, card.waiver, elements, same)


def _rule_words(card: Card) -> tuple[object, ...]:
    return (card.says, card.consequence, tuple(one.id for one in card.actions), card.does_not_cover)


def _actions(cards: Sequence[Card]) -> tuple[str, ...]:
    """What to do, in words that hold for all: whom to ask is named where it is the same."""
    alike = zip(*(card.actions for card in cards), strict=True)
    return tuple(
        each[0].sentence if len({one.sentence for one in each}) == 1 else action(each[0].id).sentence
        for each in alike
    )


def _is_told(card: Card) -> bool:
    """Whether the reason only repeats the questions, or what the facts say of the conditions."""
    if card.questions and all(item.question in card.reason for item in card.questions):
        return True
    return sum(row.sentence.rstrip(".") in card.reason for row in card.elements) > 1


def _element(cards: Sequence[Card], place: int) -> ElementLine:
    row = cards[0].elements[place]
    told = (card.elements[place] for card in cards)
    sentences = dict.fromkeys(text for row in told for text in (row.sentence, *row.because))
    name = f"unless {row.name}" if row.exception else row.name
    return ElementLine(name, row.cells, row.exception, tuple(sentences))


def _subjects(cards: Sequence[Card]) -> str:
    subjects = list(dict.fromkeys(card.short_subject for card in cards))
    left = len(subjects) - SUBJECTS_NAMED
    return "; ".join(subjects[:SUBJECTS_NAMED]) + (f"; and {left} more" if left > 0 else "")


def _strip(route: RouteLine, steps: Mapping[str, StepInfo], publisher: str) -> Strip:
    stations = tuple(
        Station(part.kind, part.id, part.words, _facts(steps.get(part.id), publisher) if part.words else "")
        for part in route.parts
    )
    told = "; ".join(part for part in (route.reach_words, route.depth_words, route.caution) if part)
    return Strip(stations, f"{told[:1].upper()}{told[1:]}.")


def _facts(step: StepInfo | None, publisher: str) -> str:
    """Who performed a step, where it was not the publisher, and when."""
    if step is None:
        return ""
    by = "" if step.by == publisher else clean(step.by)
    return ", ".join(part for part in (by, clean(step.period or "no date")) if part)
