"""How a run ends: one place that turns whatever happens into 0, 1 or 2, and into words for people.

A command that was carried out says itself whether something is open (1) or not (0). Everything else is 2: what could
not run, what could not be printed, what nobody foresaw. An interrupt keeps the shell's own number.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import pathlib
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from compliance.cli.outcome.output import say
from compliance.cli.outcome.streams import keep_streams, settle_output
from compliance.errors import ComplianceError, printable

COULD_NOT_RUN = 2
INTERRUPTED = 130
TRACEBACK = "COMPLIANCE_TRACEBACK"
"""Names an environment variable that asks for the place of an unforeseen error in full."""


def end(program: Callable[..., Any]) -> NoReturn:
    """Run the program, a typer application or the like, without typer's own endings; leave with its exit code."""
    keep_streams()
    with _unwound_when_stopped():
        code = _code(program)
    if not settle_output() and code in (0, 1):
        say("standard output could not be written; the answer is not complete")
        code = COULD_NOT_RUN
    raise SystemExit(code)


@contextlib.contextmanager
def _unwound_when_stopped() -> Iterator[None]:
    """Let a request to stop unwind the program, so that nothing half written stays."""
    try:
        before = signal.signal(signal.SIGTERM, _stop)
    except ValueError:  # not the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _stop(*_: object) -> NoReturn:
    raise KeyboardInterrupt


def _code(program: Callable[..., Any]) -> int:
    try:
        code = program(standalone_mode=False)
    except SystemExit:
        return COULD_NOT_RUN  # a command returns its code; what exits by itself found its reader gone
    except KeyboardInterrupt:
        return INTERRUPTED
    except BaseException as error:  # noqa: BLE001
        _tell(error)
        return COULD_NOT_RUN
    return code if isinstance(code, int) else 0


def _tell(error: BaseException) -> None:
    """Say what went wrong, as briefly as helps."""
    if isinstance(error, ComplianceError):
        say(str(error))
    elif show := getattr(error, "show", None):  # a mistake in the arguments, in typer's words
        told = io.StringIO()
        show(file=told)
        say(told.getvalue().rstrip("\n"))
    elif _stopped(error):
        say("stopped")
    elif isinstance(error, MemoryError):
        say("there is not enough memory for this input; simplify it, or give more")
    elif isinstance(error, RecursionError):
        say("the input is nested too deeply; simplify it")
    elif isinstance(error, BrokenPipeError):
        pass  # the reader has left and wants no more
    elif isinstance(error, OSError) and error.errno in _OF_THE_SYSTEM:
        say(printable(f"{_whose(error)}: {(error.strerror or str(error)).lower()}"))
    else:
        _tell_unforeseen(error)
    if os.environ.get(TRACEBACK):
        import traceback

        say("".join(traceback.format_exception(error)))


def _stopped(error: BaseException) -> bool:
    """Whether it is typer's word for a question that got no answer."""
    typer = sys.modules.get("typer")
    return typer is not None and isinstance(error, typer.Abort)


def _whose(error: OSError) -> str:
    """What the system's word is about; where it names nothing, it speaks of what every program has."""
    if error.filename:
        return str(error.filename)
    return "the current folder" if error.errno == errno.ENOENT else "standard output or input"


def _tell_unforeseen(error: BaseException) -> None:
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if pathlib.Path(frame.filename).is_relative_to(_PACKAGE)]
    place = ours[-1] if ours else frames[-1]
    file = pathlib.Path(place.filename).name
    say(
        f"unforeseen error ({type(error).__name__} at {file}:{place.lineno}): this is a fault of the program; "
        f"set {TRACEBACK}=1 for its place, and report it"
    )


_OF_THE_SYSTEM = frozenset((
    errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF, errno.ENOENT, errno.EACCES, errno.EROFS, errno.EMFILE,
    errno.ENFILE, errno.ENOMEM, errno.EPERM, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ELOOP, errno.ENAMETOOLONG,
    errno.EFBIG, errno.EBUSY,
))  # fmt: skip
"""Where it is the machine that fails and not the program."""
_PACKAGE = pathlib.Path(__file__).resolve().parents[2]
