"""Keep work on files of others from taking more time or memory than it can need.

Time is that of the processor, and memory is counted from what the program already holds; where a system measures
neither, nothing is bounded here.
"""

from __future__ import annotations

import contextlib
import pathlib
import signal
import threading
from collections.abc import Iterator
from typing import NoReturn


class OutOfBoundsError(ValueError):
    """Something takes too much; the text says of what."""


ROOM = 256 << 20
"""Bytes that libraries of arrays take for themselves when they are loaded, on one processor and with some to spare."""


def make_room() -> None:
    """Make sure that a library of arrays can be loaded: one that finds no memory ends the program with an exit code 1.

    Raises `MemoryError` where there is too little.
    """
    import mmap
    import os

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # or it takes as much again for each processor
    try:
        mmap.mmap(-1, ROOM).close()
    except OSError:
        raise MemoryError from None


@contextlib.contextmanager
def within(seconds: float, memory: int) -> Iterator[None]:
    """Raise `OutOfBoundsError` where what is done within takes more of the processor's time, or more bytes."""
    try:
        with _timed(seconds), _measured(memory):
            yield
    except MemoryError:
        raise OutOfBoundsError(f"takes more than {memory >> 20} MB of memory") from None


@contextlib.contextmanager
def _timed(seconds: float) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> NoReturn:
        raise OutOfBoundsError(f"takes more than {seconds:g} seconds")

    before = signal.signal(signal.SIGPROF, stop)
    around = signal.setitimer(
        signal.ITIMER_PROF, seconds, 1
    )  # again and again: a library may swallow the first
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, *around)
        signal.signal(signal.SIGPROF, before)


@contextlib.contextmanager
def _measured(memory: int) -> Iterator[None]:
    try:
        import resource

        pages = int(pathlib.Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (ImportError, OSError, ValueError):
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = pages * resource.getpagesize() + memory
    if soft == resource.RLIM_INFINITY or wanted < soft:
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
