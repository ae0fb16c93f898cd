"""The access screen in words: whether anything stated tells that access to a service was got by false means."""

from __future__ import annotations

from compliance.model.packs.truth import Position
from compliance.render.view.card import Card
from compliance.render.view.words import count
from compliance.values import dataclass

_BITES = (Position.BREACH, Position.ARGUABLE, Position.REMOTE)
_CLEAN_IN_SHORT = "No false identity, evaded ban or bypassed safeguard is stated."


@dataclass(frozen=True, slots=True)
class Screen:
    """False identity, evaded bans or regions, bypassed safeguards. Never called distillation."""

    statement: str
    short: str
    """The same in one line of a terminal."""
    clean: bool
    cards: tuple[Card, ...]


def build_screen(cards: tuple[Card, ...], *, services: bool) -> Screen:
    """What the screen found.

    Args:
        cards: Its findings, the heaviest first.
        services: Whether a hosted service is part of the lineage.
    """
    positions = {card.position for card in cards} - {Position.NOT_APPLICABLE}
    if positions == {Position.CLEAR}:
        text = (
            "Clean: nothing stated points to a false identity, an evaded ban or region, a bypassed safeguard"
            f" ({count(len(cards), 'answer')}). What is not stated is not known."
        )
        return Screen(text, _CLEAN_IN_SHORT, clean=True, cards=cards)
    text = _not_clean(cards) if positions else _nothing_screened(cards, services)
    return Screen(text, text, clean=False, cards=cards)


def _nothing_screened(cards: tuple[Card, ...], services: bool) -> str:
    if cards:
        return "Nothing to screen: no access to a service is part of what was asked."
    if services:
        return "Not run: the loaded packs do not ask how access was obtained."
    return "Nothing to screen: no hosted service is part of the lineage."


def _not_clean(cards: tuple[Card, ...]) -> str:
    bites = sum(card.position in _BITES for card in cards)
    waits = sum(card.position is Position.NEEDS_FACTS for card in cards)
    parts = [f"{count(bites, 'point')} to look at"] if bites else []
    parts += [f"{count(waits, 'point')} not decided, because facts are missing"] if waits else []
    return f"Not clean: {', '.join(parts) or 'not everything is covered'}."
