"""Findings that need no card of their own, folded into the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.model.packs.truth import Position
from compliance.render.view.card import Card
from compliance.render.view.words import count, cut, listed
from compliance.values import dataclass

REASON_LENGTH = 240
SOURCES_NAMED = 5
_FOLDED = (Position.CLEAR, Position.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Row:
    """One finding, or those of one rule and party that are clear alike."""

    position: Position
    position_word: str
    title: str
    where: str
    """Sources and releases."""
    party: str
    """Name of the party; empty for the publisher."""
    reason: str
    """Why, or who accepted it; long reasons are cut."""
    findings: int
    asked: tuple[int, ...] = ()
    """Numbers of the questions for which they wait."""


def fold(cards: Sequence[Card], publisher: str, *, alike: bool = False) -> tuple[Row, ...]:
    """Fold cards into rows: clear ones of one rule and party into one; with `alike`, all that come out alike."""
    folded: dict[tuple[object, ...], list[Card]] = {}
    for number, card in enumerate(cards):
        one_of = (alike or card.position in _FOLDED) and card.waiver is None
        key = (card.rule, card.party, card.position_word) if one_of else (number,)
        folded.setdefault(key, []).append(card)
    return tuple(_row(alike, publisher) for alike in folded.values())


def _row(cards: list[Card], publisher: str) -> Row:
    first = cards[0]
    reasons = list(dict.fromkeys(card.waiver or card.reason for card in cards))
    more = f" And {count(len(reasons) - 1, 'further reason')}." if len(reasons) > 1 else ""
    return Row(
        position=first.position,
        position_word=first.position_word,
        title=first.title,
        where=_where(cards),
        party="" if first.party == publisher else first.party,
        reason=_cut(reasons[0]) + more,
        findings=len(cards),
        asked=tuple(sorted({one.number for card in cards for one in card.questions if one.number})),
    )


def _where(cards: list[Card]) -> str:
    """Sources and the releases that they stand behind; releases with the same sources together."""
    sources: dict[str, list[str]] = {}
    for card in cards:
        source, _, release = card.short_subject.rpartition(" → ")
        sources.setdefault(release, []).append(source)
    releases: dict[tuple[str, ...], list[str]] = {}
    for release, names in sources.items():
        releases.setdefault(tuple(dict.fromkeys(name for name in names if name)), []).append(release)
    return "; ".join(
        f"{_named(names)} → {', '.join(behind)}" if names else ", ".join(behind)
        for names, behind in releases.items()
    )


def _named(names: tuple[str, ...]) -> str:
    if len(names) <= SOURCES_NAMED:
        return ", ".join(names)
    return listed([*names[: SOURCES_NAMED - 1], f"{len(names) - SOURCES_NAMED + 1} more"])


def _cut(text: str) -> str:
    return cut(text, REASON_LENGTH)
