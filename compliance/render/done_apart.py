"""Do work on a template of somebody else in a process of its own, which can be ended whatever it does.

A sandbox forbids what a template may touch, and a timer of Python interrupts Python. Neither stops one operation of the
interpreter itself: two lists that each hold the one before them twice, sixty levels deep, are compared without an end
that a timer could bring, and a tuple nested without end takes the stack. Where a process can be split, such a
template ends its own half only.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import threading
import warnings
from collections.abc import Callable
from typing import NoReturn

from compliance.bounds import OutOfBoundsError
from compliance.errors import ComplianceError, Fault, InputError, ResourceError, UsageError

__all__ = ["done_apart", "text_made_apart"]

SPARE = 5
"""Seconds that Python's own timer has to end a template with its place, before the system ends it without."""
_DONE, _FAULTS, _TOO_MUCH, _ONCE_MORE = b"d", b"f", b"t", b"o"
_TOLD = {kind.__name__: kind for kind in (InputError, ResourceError, UsageError)}
"""Errors that are brought over from the other half, where no fault has a place."""


def text_made_apart(work: Callable[[], str], seconds: float) -> str:
    """Return the text that a function returns, whatever letters it holds; see `done_apart`."""
    made = done_apart(lambda: work().encode("utf-8", "surrogatepass"), seconds)
    return made.decode("utf-8", "surrogatepass")


def done_apart(work: Callable[[], bytes], seconds: float) -> bytes:
    """Return what a function returns, which runs in a copy of this process where the system can make one.

    What libraries print to standard error there is not seen: what went wrong is told by an error.

    Args:
        work: What is done. It changes nothing that anybody sees later.
        seconds: Processor time after which it ends by itself, where it can.

    Raises:
        ComplianceError: As the function does.
        OutOfBoundsError: As the function does; or the system had to end it, or it ended the process.
    """
    if not hasattr(os, "fork") or threading.current_thread() is not threading.main_thread():
        return work()
    reading, writing = os.pipe()
    child = _split()
    if child == 0:
        os.close(reading)
        _answer(work, writing, seconds)
    os.close(writing)
    kind, content, state = _heard(child, reading)
    if os.WIFSIGNALED(state):
        raise _ended_by(os.WTERMSIG(state), seconds)
    if kind == _DONE:
        return content
    if kind == _FAULTS:
        name, told = json.loads(content)
        raise _TOLD[name](*(Fault(None, what, what_to_do) for what, what_to_do in told))
    if kind == _TOO_MUCH:
        raise OutOfBoundsError(content.decode())
    return work()  # it ended there within its bounds: whoever looks for the place of a fault finds it here


def _heard(child: int, reading: int) -> tuple[bytes, bytes, int]:
    """What the other half says, and how it ended; it does not outlive whoever waits for it."""
    try:
        with open(reading, "rb") as stream:
            said = stream.read()
    except BaseException:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        raise
    finally:
        _, state = os.waitpid(child, 0)
    return said[:1], said[1:], state


def _split() -> int:
    with warnings.catch_warnings():
        # Of other threads, which the copy does not have: it computes on its own and waits for nobody.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _answer(work: Callable[[], bytes], writing: int, seconds: float) -> NoReturn:
    """Tell the other half what came of it, and end without anything that the program does at its own end."""
    try:
        _bound(seconds)
        try:
            answer = _DONE + work()
        except ComplianceError as error:
            answer = _faults(error)
        except OutOfBoundsError as error:
            answer = _TOO_MUCH + str(error).encode()  # done once more, it would take as much again
        with open(writing, "wb", closefd=False) as stream:
            stream.write(answer)
    except BaseException:  # noqa: BLE001 - the other half meets it again, and tells it
        with contextlib.suppress(OSError):
            os.write(writing, _ONCE_MORE)
    finally:
        os._exit(0)


def _faults(error: ComplianceError) -> bytes:
    name = type(error).__name__
    if name not in _TOLD or any(fault.location is not None for fault in error.faults):
        return _ONCE_MORE
    return _FAULTS + json.dumps([name, [[fault.what, fault.what_to_do] for fault in error.faults]]).encode()


def _bound(seconds: float) -> None:
    """Let the system end this process where Python's own timer does not, without words or a picture of its memory."""
    import faulthandler
    import resource

    faulthandler.disable()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)

    most = int(seconds) + SPARE
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)


def _ended_by(number: int, seconds: float) -> OutOfBoundsError:
    if number == signal.SIGXCPU:
        return OutOfBoundsError(f"takes more than {seconds:g} seconds")
    return OutOfBoundsError(f"ends the process that fills it ({signal.Signals(number).name})")
