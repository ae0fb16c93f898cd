"""Which question of the list bears on which missing fact of which finding, so that a rule names what it waits for."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.model.answered.report import Report
from compliance.render.view.card import AskedFact, Card
from compliance.render.view.questions import in_order
from compliance.values import replace

_SHIPPED = ("release.notices", "release.license_copies")


def with_numbers(cards: Sequence[Card], report: Report) -> tuple[Card, ...]:
    """The cards whose missing facts name the question that asks for them."""
    exact: dict[tuple[str, str], int] = {}
    behind: dict[tuple[str, str, str, str], list[tuple[int, str]]] = {}
    for number, question in enumerate(in_order(report), 1):
        exact.setdefault((question.missing.fact, question.missing.subject), number)
        for identity in dict.fromkeys(question.findings):
            behind.setdefault(identity, []).append((number, question.missing.fact))

    def numbered(card: Card) -> Card:
        found = behind.get(card.finding.identity)
        if not found or not card.questions:
            return card
        own = {number for number, _ in found}
        return replace(
            card, questions=tuple(replace(one, number=_number(one, found, own)) for one in card.questions)
        )

    def _number(one: AskedFact, found: list[tuple[int, str]], own: set[int]) -> int:
        if (number := exact.get((one.fact, one.subject), 0)) in own:
            return number
        kinds = _SHIPPED if one.fact in _SHIPPED else (one.fact,)
        alike = [number for number, kind in found if kind in kinds]
        return alike[0] if alike else found[0][0] if len(found) == 1 else 0

    return tuple(numbered(card) for card in cards)
