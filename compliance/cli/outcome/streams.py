"""Standard output and standard error as this program uses them: UTF-8, never missing, never a runner's commands."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys

from compliance.errors import without_commands

__all__ = ["keep_streams", "settle_output"]


def keep_streams() -> None:
    """Make both streams what the program expects, whatever it was started with."""
    _hold_places()
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.TextIOWrapper(_Missing(), encoding="utf-8"))
        elif isinstance(stream, io.TextIOWrapper):
            # The same bytes under every locale, and no name that cannot be printed.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
            if os.environ.get("GITHUB_ACTIONS") == "true":
                setattr(sys, name, _Guarded(stream))


def _hold_places() -> None:
    """Let no file take the place of a stream that was closed: what libraries print would be written into it."""
    for place in range(3):
        try:
            os.fstat(place)
        except OSError:
            with contextlib.suppress(OSError):
                os.open(
                    os.devnull, os.O_RDONLY
                )  # the lowest place that is free; nothing can be written to it


def settle_output() -> bool:
    """Write out what is buffered; false where it cannot be, and then the interpreter finds nothing to stumble over."""
    settled = True
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        given = stream.given if isinstance(stream, _Guarded) else stream
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            settled = settled and name == "stderr"
            given = None
        if isinstance(stream, _Guarded):
            with contextlib.suppress(OSError, ValueError):
                stream.detach()
        setattr(sys, name, given)
    return settled


class _Missing(io.RawIOBase):
    """A stream that was closed before the program began: nothing can be written to it."""

    def writable(self) -> bool:
        """It seems so."""
        return True

    def write(self, _: object) -> int:
        """Raise `OSError`, always."""
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


class _Guarded(io.TextIOWrapper):
    """A stream of a step of a workflow: what is printed as text, also by libraries, commands no runner.

    Reports go round it, as bytes: they are made so that a runner finds nothing in them but what it is meant to.
    """

    def __init__(self, stream: io.TextIOWrapper) -> None:
        super().__init__(stream.buffer, encoding="utf-8", errors="backslashreplace", line_buffering=True)
        self.given = stream
        self._in_line = False

    def write(self, text: str) -> int:
        """Write text without a runner's commands."""
        if not text or not isinstance(text, str):
            return super().write(
                text
            )  # which refuses bytes, by which callers tell the two kinds of stream apart
        # What goes on in a line cannot begin one.
        mark = "\0" if self._in_line else ""
        super().write(without_commands(mark + text).removeprefix(mark))
        self._in_line = not text.endswith(("\n", "\r"))
        return len(text)
