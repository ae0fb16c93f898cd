"""The number of a finding in every report: that of the point which it stands for, as the list of points gives it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from compliance.model.answered.cause import key_of
from compliance.render.view.card import Card
from compliance.render.view.report_view import View
from compliance.render.view.words import clean

Labels = Mapping[int, str]
"""What a card is called by, by the identity of the card."""


def build_labels(view: View) -> Labels:
    """Return a number for every card, its members included.

    The card that tells of a point has its number, with a letter where the point stands for several causes: 3a, 3b.
    Members count on below it: 1.1, 1.2. The rest is numbered after the last point, in the order of the report.
    """
    points = {key: number for number, keys in enumerate(view.point_keys, 1) for key in keys}
    held: dict[int, list[Card]] = defaultdict(list)
    for card in view.cards:
        held[points.pop(clean(key_of(card.finding)), 0)].append(card)
    rest = held.pop(0, [])
    labels = {id(card): str(number) for number, card in enumerate(rest, len(view.points) + 1)}
    for number, cards in held.items():
        labels |= {id(card): f"{number}{mark}" for card, mark in zip(cards, letters(len(cards)), strict=True)}
    for card in view.cards:
        labels |= {id(one): f"{labels[id(card)]}.{n}" for n, one in enumerate(card.members, 1)}
    return labels


def letters(number: int) -> Sequence[str]:
    """Letters that tell a number of things apart; none for one alone.

    >>> letters(1), letters(3), letters(27)[-1]
    (('',), ['a', 'b', 'c'], 'aa')
    """
    if number == 1:
        return ("",)
    return [chr(97 + n) if n < 26 else f"{chr(96 + n // 26)}{chr(97 + n % 26)}" for n in range(number)]
