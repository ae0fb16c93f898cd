"""Keep a template of somebody else from taking more time, memory or paper than a report can need.

Time is that of the processor, and memory is counted from what the program already holds; where a system measures
neither, a template is only cut off by its length. Nothing of this touches what bundled templates print.
"""

from __future__ import annotations

import contextlib
import contextvars
import os
import pathlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from compliance.bounds import OutOfBoundsError, within
from compliance.errors import Fault, InputError
from compliance.foreign_files import read_foreign
from compliance.patterns import regex
from compliance.render.done_apart import done_apart

if TYPE_CHECKING:
    from jinja2 import BaseLoader
    from jinja2.sandbox import SandboxedEnvironment

SECONDS = 60.0
"""Processor time in which a template has to be filled."""
PAPER_SECONDS = 600.0
"""Processor time in which what a template prints has to be laid out on paper."""
MEMORY = 1 << 30
"""Bytes that filling a template may take beyond what the program holds."""
MOST_TEXT = 20_000_000
"""Characters that a filled template may have."""
LARGEST = 1_000_000
"""Bytes up to which a template is read."""
_LONGEST = 1_000_000
_WIDEST = 2_048
_PLACE = regex(r"(?:<|&lt;|&#60;)([^<>&]{1,80}?)[^<>&]{0,400}? at 0x[0-9a-f]{6,16}(?:>|&gt;|&#62;)")
"""What Python writes for a thing that has no words."""
_HALF = regex("[\ud800-\udfff]")


@contextlib.contextmanager
def bounded(seconds: float | None = None) -> Iterator[None]:
    """Raise `OutOfBoundsError` where what is done within takes too much memory, or more than some seconds."""
    with within(seconds or SECONDS, MEMORY):
        yield


_LEFT: contextvars.ContextVar[list[float] | None] = contextvars.ContextVar("seconds left", default=None)


@contextlib.contextmanager
def one_report() -> Iterator[None]:
    """Let all that is filled within take together no longer than one template may.

    What is too long for a comment is filled again and again with less in it, and a page in several pieces.
    """
    before = _LEFT.set([SECONDS])
    try:
        yield
    finally:
        _LEFT.reset(before)


@contextlib.contextmanager
def counted() -> Iterator[float]:
    """Give the seconds that a template may still take, and count what it takes.

    Raises `OutOfBoundsError` where none are left.
    """
    left = _LEFT.get()
    if left is None:
        yield SECONDS
        return
    if left[0] <= 0:
        raise OutOfBoundsError(f"takes more than {SECONDS:g} seconds for one report")
    begun = _taken()
    try:
        yield max(round(left[0], 1), 0.1)
    finally:
        left[0] -= _taken() - begun


def _taken() -> float:
    """Processor time of this process and of those that it waited for."""
    return sum(os.times()[:4])


def laid_out_apart(draw: Callable[[], bytes]) -> bytes:
    """Return what a function draws out of what a template prints.

    Raises `InputError` where that takes too much time or memory, or ends the process in which it is done.
    """

    def drawn() -> bytes:
        with bounded(PAPER_SECONDS):
            return draw()

    try:
        return done_apart(drawn, PAPER_SECONDS)
    except OutOfBoundsError as error:
        fault = Fault(
            None, f"what the template prints {error} to lay out", "correct it, or leave out --template"
        )
        raise InputError(fault) from None


def checked(text: str) -> str:
    """Return a filled template.

    Raises `OutOfBoundsError` for one that is too long, other in every run, or that no file can hold.
    """
    if len(text) > MOST_TEXT:
        raise OutOfBoundsError(f"prints more than {MOST_TEXT:,} characters")
    if _HALF.search(text):
        raise OutOfBoundsError("prints half a letter, which no file can hold")
    if found := _PLACE.search(text):
        raise OutOfBoundsError(f"prints {found.group(1)!r}, whose place in memory is another in every run")
    return text


def worded(value: Any) -> Any:
    """Return a value that a template prints. Raises `OutOfBoundsError` for one that has no words of its own.

    Of such a thing Python prints where it stands in memory, which is elsewhere in every run. Sets print their members
    in another order in every run.
    """
    if value is None or isinstance(value, str | int | float) or hasattr(value, "__html__"):
        return value
    if isinstance(value, set | frozenset) or _PLACE.search(str(value)):
        kind = type(value).__name__
        raise OutOfBoundsError(f"prints a {kind}, which is written otherwise in every run")
    return value


def users_loader(folder: pathlib.Path) -> BaseLoader:
    """Return what finds templates in a user's folder: regular files of its own, of bearable size."""
    from jinja2 import FunctionLoader
    from jinja2.loaders import split_template_path

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        path = folder.joinpath(*split_template_path(name))
        if not path.exists():
            return None
        try:
            return read_foreign(path, limit=LARGEST, home=folder).decode(), str(path), lambda: True
        except (OSError, ValueError) as error:
            raise OutOfBoundsError(f"{path} cannot be read: {error}") from None

    return FunctionLoader(load)


def harden(environment: SandboxedEnvironment) -> None:
    """Take away what makes a report differ from run to run, and bound what one operation can take.

    A product or power of large numbers cannot be interrupted, so that it is refused beforehand.
    """
    environment.globals.pop("lipsum", None)
    environment.filters.pop("random", None)
    environment.intercepted_binops = frozenset(("*", "**"))
    for sign in environment.intercepted_binops:
        environment.binop_table[sign] = _guard(environment.binop_table[sign], sign)


def _guard(operate: Callable[[Any, Any], Any], sign: str) -> Callable[[Any, Any], Any]:
    def guarded(left: Any, right: Any) -> Any:
        if isinstance(left, int) and isinstance(right, int):
            width = left.bit_length() + right.bit_length() if sign == "*" else left.bit_length() * abs(right)
            if width > _WIDEST:
                raise OutOfBoundsError("computes with numbers that are too large")
        else:
            times = next((each for each in (left, right) if isinstance(each, int)), 0)
            held = next((len(each) for each in (left, right) if isinstance(each, str | list | tuple)), 0)
            if held * times > _LONGEST:
                raise OutOfBoundsError("repeats a value too often")
        return operate(left, right)

    return guarded
