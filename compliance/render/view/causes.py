"""Causes in their order, and one entry for each: the heaviest finding stands for the others, which it names."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.model.answered.cause import WEIGHT, Cause, weight_of
from compliance.model.answered.finding import ORIGIN, Finding, NotCovered
from compliance.model.answered.report import COUNTED, Report
from compliance.model.packs.truth import Position
from compliance.render.view.card import Card
from compliance.render.view.questions import asked_of
from compliance.render.view.words import clean, questions_by_number
from compliance.values import replace

MOST_NAMED = 12
"""How many further findings of a cause an entry names."""
_UNASKED = 1000
_OF_NO_TEXT = (WEIGHT.index(Position.NOT_COVERED), 0, 0, 0)
"""Weight of a cause that no finding stands for."""


def heaviest_first(report: Report) -> tuple[Cause, ...]:
    """Every cause, what is open first and the heaviest of it at the head; among equals what is asked first.

    Of what stands against a release whatever the answers, that comes first which would stop most.
    """
    asked = asked_of(report)

    def place(cause: Cause) -> tuple[object, ...]:
        *weight, stops = weight_of(cause.lead) if cause.lead else _OF_NO_TEXT
        numbers = [asked[one.identity][0] for one in counted_of(cause, report) if one.identity in asked]
        first = min(numbers, default=_UNASKED)
        waits = cause.position is Position.NEEDS_FACTS
        return not cause.open, *weight, *((first, stops) if waits else (stops, first))

    return tuple(sorted(report.causes(), key=place))


def counted_of(cause: Cause, report: Report) -> list[Finding]:
    """The findings of a cause that stand open; all where none does."""
    return [finding for finding in cause.findings if report.is_open(finding)] or list(cause.findings)


def under_causes(cards: Sequence[Card], report: Report) -> tuple[list[Card], tuple[NotCovered, ...]]:
    """The cards with one for each cause, and the uncovered names that these cards tell of."""
    # Two findings may share their identity, so a card is found by its finding alone.
    card_of = {id(card.finding): card for card in cards}
    leads: dict[int, Card] = {}
    folded: set[int] = set()
    told: list[NotCovered] = []
    for cause in report.causes():
        members = [card_of[id(finding)] for finding in cause.findings if id(finding) in card_of]
        if not members:
            continue
        lead, rest = members[0], members[1:]
        names = tuple(_uncovered(one) for one in cause.uncovered)
        lines = dict.fromkeys((*(_line(card) for card in rest), *names))
        leads[id(lead)] = replace(lead, also=_shortened(tuple(lines)), members=tuple(rest), uncovered=names)
        folded |= {id(card) for card in rest}
        told += cause.uncovered
    return [leads.get(id(card), card) for card in cards if id(card) not in folded], tuple(told)


def told_elsewhere(finding: Finding) -> bool:
    """Whether it is counted and told elsewhere, or is one of the texts on origin that one line stands for."""
    return finding.force in COUNTED or finding.cause.partition("@")[0] == ORIGIN


def _line(card: Card) -> str:
    numbers = sorted({one.number for one in card.questions if one.number})
    asked = f"; {questions_by_number(numbers)}" if numbers else ""
    return f"{card.title} ({card.short_subject}): {card.position_word}{asked}"


def _uncovered(one: NotCovered) -> str:
    return f"{clean(one.name)}: not covered, {clean(one.why)}"


def _shortened(lines: tuple[str, ...]) -> tuple[str, ...]:
    if len(lines) <= MOST_NAMED:
        return lines
    return (*lines[: MOST_NAMED - 1], f"and {len(lines) - MOST_NAMED + 1} more of the same cause")
