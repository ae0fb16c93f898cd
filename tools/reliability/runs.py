"""Feed one kind of input after the other for some time, and count what came of it."""

from __future__ import annotations

import contextlib
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import NoReturn

from compliance.errors import ComplianceError
from tools.reliability import checks
from tools.reliability.kinds import Kind

CHECKS = ("whole check", "whole check, less said")
SAME = 25
"""How often in a row less is said of the same manifest."""
HANG = 20
"""Seconds of the processor after which an input counts as one that hangs."""


class HangError(BaseException):
    """An input took too long; no handler of the program's may take it for an error of its own."""


@dataclass(slots=True)
class Tally:
    """What came of the inputs of one kind."""

    name: str
    inputs: int = 0
    read: int = 0
    refused: int = 0
    hangs: int = 0
    false_clean: int | None = None
    """Only where it was looked for."""
    worst: float = 0.0
    exceptions: dict[str, int] = field(default_factory=dict)
    samples: list[bytes] = field(default_factory=list)
    """The first inputs that went wrong."""

    def and_(self, later: Tally) -> Tally:
        """What two runs came to together."""
        names = (*self.exceptions, *later.exceptions)
        clean = (self.false_clean, later.false_clean)
        return Tally(
            self.name,
            self.inputs + later.inputs,
            self.read + later.read,
            self.refused + later.refused,
            self.hangs + later.hangs,
            None if clean == (None, None) else sum(one or 0 for one in clean),
            max(self.worst, later.worst),
            {name: self.exceptions.get(name, 0) + later.exceptions.get(name, 0) for name in names},
            [*self.samples, *later.samples],
        )


def run_kind(kind: Kind, seconds: float, seed: int, most: int = sys.maxsize) -> Tally:
    """Read changed inputs of a kind for some time, or until there were as many as are wanted."""
    tally, draw = Tally(kind.name), Random(seed)
    for _ in _until(seconds, most):
        content = kind.make(draw)
        _one(tally, content, lambda content=content: kind.read(content))  # type: ignore[misc]
    return tally


def run_checks(seconds: float, seed: int, most: int = sys.maxsize) -> tuple[Tally, Tally]:
    """Whole checks of changed manifests, and of open manifests that say less than they did."""
    draw, changed, less = Random(seed), Tally(CHECKS[0]), Tally(CHECKS[1], false_clean=0)
    base = None
    for number in _until(seconds, most):
        if number % SAME == 0:
            base = checks.opened(draw)
        document = checks.any_change(draw)
        _one(changed, repr(document).encode(), lambda document=document: checks.checked(document))  # type: ignore[misc]
        document = checks.less_said(draw, base)
        report = _one(less, repr(document).encode(), lambda document=document: checks.checked(document))  # type: ignore[misc]
        if report is not None and report.exit_code == 0:  # type: ignore[attr-defined]
            less.false_clean = (less.false_clean or 0) + 1
            less.samples.append(repr((base, document)).encode())
    return changed, less


def _until(seconds: float, most: int) -> Iterator[int]:
    end, number = time.monotonic() + seconds, 0
    while number < most and time.monotonic() < end:
        yield number
        number += 1


def _one(tally: Tally, content: bytes, read: Callable[[], object]) -> object:
    """Count one input; what was made of it, or None."""
    tally.inputs += 1
    begin = time.process_time()
    made = None
    try:
        with _limited():
            made = read()
        tally.read += 1
    except ComplianceError:
        tally.refused += 1
    except HangError:
        tally.hangs += 1
        tally.samples.append(content)
    except Exception as error:  # noqa: BLE001
        where = traceback.extract_tb(error.__traceback__)[-1]
        name = f"{type(error).__name__} at {where.filename.rpartition('/')[2]}:{where.lineno}"
        tally.exceptions[name] = tally.exceptions.get(name, 0) + 1
        if tally.exceptions[name] == 1:
            tally.samples.append(content)
    tally.worst = max(tally.worst, time.process_time() - begin)
    return made


@contextlib.contextmanager
def _limited() -> Iterator[None]:
    """Raise `HangError` after too long; templates use another clock."""

    def hang(*_: object) -> NoReturn:
        raise HangError

    before = signal.signal(signal.SIGVTALRM, hang)
    signal.setitimer(signal.ITIMER_VIRTUAL, HANG)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
