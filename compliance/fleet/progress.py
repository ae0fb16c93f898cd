"""How far long work is, with its rate and the time that is left, for whoever watches standard error."""

from __future__ import annotations

import time
from collections.abc import Callable

_EVERY = 1.0
"""Seconds between two lines."""


class Progress:
    """Tells how far something is, at most once a second and not at all where it is quick."""

    def __init__(self, what: str, whole: int | None, say: Callable[[str], None]) -> None:
        """`whole` is how much there is to do, None where that is not known."""
        self.what, self.whole, self.say = what, whole, say
        self.began = self.told = time.monotonic()

    def at(self, done: int, beside: str = "") -> None:
        """Something has been done up to here."""
        now = time.monotonic()
        if now - self.told < _EVERY:
            return
        self.told = now
        self.say(line(self.what, done, self.whole, now - self.began) + beside)


def line(what: str, done: int, whole: int | None, seconds: float) -> str:
    """How far it is, in words.

    >>> line("rules", 50, 200, 10.0)
    'rules: 50 of 200, 5/s, 30 s left'
    >>> line("records", 1_500_000, None, 60.0)
    'records: 1,500,000, 25,000/s'
    """
    rate = done / seconds if seconds else 0.0
    shown = f"{rate:,.0f}/s" if rate >= 1 else f"{rate * 60:.1f}/min"
    if not whole:
        return f"{what}: {done:,}, {shown}"
    left = f", {(whole - done) / rate:,.0f} s left" if rate and done < whole else ""
    return f"{what}: {done:,} of {whole:,}, {shown}{left}"
