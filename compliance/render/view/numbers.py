"""What numbers lead to: up to which limit a finding is clear, and where another position begins."""

from __future__ import annotations

import math
from collections.abc import Sequence

from compliance.model.answered.finding import Answered
from compliance.model.packs.truth import Position
from compliance.patterns import regex
from compliance.render.view.words import POSITION_WORD, listed

_RANGE = regex(r"(up to|over) ([\d.]+(?:e[+-]?\d+)?)")
_NAMED = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_EXACT = 1e15
"""From here on a number is told by its power of ten."""
_Ends = Sequence[tuple[float, Position]]
"""Up to which number a position holds, in order."""


def by_number(given: Sequence[Answered]) -> str:
    """Where a number leads all that waits for it together; empty where not all of it is told by numbers."""
    ends = [_ends(answer) for answer in given]
    if not ends or not all(ends):
        return ""
    uppers = sorted({upper for one in ends for upper, _ in one})
    told: list[tuple[str, float]] = []
    for upper in uppers:
        words = _words({_at(upper, one) for one in ends})
        told = [*(told[:-1] if told and told[-1][0] == words else told), (words, upper)]
    if len(told) < 2:
        return ""
    last = number_words(told[-2][1])
    parts = [f"up to {number_words(upper)}: {words}" for words, upper in told[:-1]]
    return "; ".join((*parts, f"over {last}: {told[-1][0]}"))


def number_words(number: float) -> str:
    """A number as people write it.

    >>> number_words(700_000_000), number_words(1_500_000), number_words(25_000), number_words(1e25)
    ('700 million', '1.5 million', '25,000', '1e25')
    """
    if number >= _EXACT:
        return f"{number:g}".replace("e+", "e")
    for unit, word in _NAMED:
        if number >= unit and round(number / unit, 3) * unit == number:
            return f"{number / unit:g} {word}"
    return f"{number:,.15g}"


def _ends(answer: Answered) -> _Ends:
    found = [(_RANGE.fullmatch(words), position) for words, position in answer.by_value]
    if not all(match for match, _ in found):
        return ()
    return [
        (float(match[2]) if match[1] == "up to" else math.inf, position) for match, position in found if match
    ]


def _at(upper: float, ends: _Ends) -> Position:
    return next(position for limit, position in ends if limit >= upper)


def _words(positions: set[Position]) -> str:
    return listed([POSITION_WORD[one] for one in POSITION_WORD if one in positions], "or")
