"""Read files that others may have written: regular ones only, whole, bounded, and not by a link that leads astray.

Manifests, waivers, settings, packs, templates, saved reports and texts to import all come through here. A pipe never
hangs the program, a device never fills the memory, and a link in a checkout cannot make a message tell what lies
elsewhere on the machine.
"""

from __future__ import annotations

import os
import pathlib
import stat
from typing import BinaryIO

from compliance.patterns import regex

__all__ = [
    "TooLargeError",
    "home_of",
    "is_plain",
    "lies_in",
    "open_foreign",
    "read_foreign",
    "reason_of",
    "repository_of",
]

_OWN_STREAM = regex(r"/dev/stdin|/dev/fd/\d+|/proc/self/fd/\d+")
_ASTRAY = "it is a link that leads out of its folder; name the file itself"


class TooLargeError(ValueError):
    """A file holds more than may be read."""

    def __init__(self, limit: int) -> None:
        """Take the most bytes that may be read."""
        super().__init__(f"the file is larger than {limit:,} bytes")


def read_foreign(path: pathlib.Path, *, limit: int, home: pathlib.Path | None = None) -> bytes:
    """Return the bytes of a regular file; a stream that the program itself was given is read too.

    Args:
        path: The file.
        limit: The most bytes it may hold.
        home: The folder that links may not lead out of; none, if absent.

    Raises:
        TooLargeError: It holds more.
        OSError: It cannot be read.
        ValueError: It is no regular file, or lies elsewhere.
    """
    if not _OWN_STREAM.fullmatch(str(path)) and home is not None:
        _check_kind(path.stat())
        if not lies_in(path, home):
            raise ValueError(_ASTRAY)
    with open_foreign(path) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise TooLargeError(limit)
    return content


def open_foreign(path: pathlib.Path) -> BinaryIO:
    """Open a regular file, or a stream that the program itself was given, for who reads a part of it.

    Raises:
        OSError: It cannot be opened.
        ValueError: It is no regular file; a pipe is not waited for.
    """
    own = _OWN_STREAM.fullmatch(str(path)) is not None
    if not own:
        _check_kind(path.stat())  # to open a device may be to use it
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not own:
            _check_kind(os.fstat(opened))  # the one that was opened, whatever stood there before
        elif hasattr(os, "set_blocking"):
            os.set_blocking(opened, True)
        return os.fdopen(opened, "rb")
    except BaseException:
        os.close(opened)
        raise


def is_plain(path: pathlib.Path, home: pathlib.Path) -> bool:
    """Whether a path is a regular file that lies in a folder, also after links."""
    try:
        return stat.S_ISREG(path.stat().st_mode) and lies_in(path, home)
    except (OSError, ValueError):
        return False


def home_of(path: pathlib.Path) -> pathlib.Path:
    """Return the folder that a file that somebody named belongs to: its repository, else its own folder."""
    return repository_of(path) or _absolute(path).parent


def repository_of(path: pathlib.Path) -> pathlib.Path | None:
    """Return the root of the repository that a file is called in, before any link is followed."""
    return next((each for each in _absolute(path).parents if (each / ".git").exists()), None)


def _absolute(path: pathlib.Path) -> pathlib.Path:
    return pathlib.Path(os.path.abspath(path))  # noqa: PTH100 - `resolve` would follow links


def reason_of(error: Exception) -> str:
    """Return why a file cannot be read, in words for a message."""
    told = (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
    return "it is not text in UTF-8" if isinstance(error, UnicodeDecodeError) else told


def _check_kind(state: os.stat_result) -> None:
    if stat.S_ISDIR(state.st_mode):
        raise ValueError("is a directory")
    if not stat.S_ISREG(state.st_mode):
        raise ValueError("it is no regular file")


def lies_in(path: pathlib.Path, home: pathlib.Path) -> bool:
    """Whether a path leads into a folder, also after links."""
    return pathlib.Path(os.path.realpath(path)).is_relative_to(os.path.realpath(home))
