"""How much work something is, told against a fixed loop beside it, so that a slow or busy machine counts alike."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

_ROUNDS = 200_000


def _unit() -> float:
    """Processor seconds that a fixed loop takes here and now, about a hundredth of one on an ordinary machine."""
    begin = time.process_time()
    total = 0
    for number in range(_ROUNDS):
        total += number
    return time.process_time() - begin


@contextmanager
def effort_below(units: float) -> Iterator[None]:
    """Fail where what is done within takes more than so many times a fixed loop.

    For work that would never end, or take many times longer, were a bound missing: so the bound is wide.
    """
    before = _unit()
    begin = time.process_time()
    yield
    spent = time.process_time() - begin
    assert spent < units * max(before, _unit())
