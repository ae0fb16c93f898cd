"""Write files whole or not at all: what stood there stays until everything new lies beside it.

Reports, pinned texts and states all come here. Each file is written under a hidden name in its own folder, made
durable and then put in place by a rename; where one of several cannot be put in place, those before it are taken
back. A run holds its hidden files; what a killed one left, which nobody holds, is swept up by the next one that writes
the same file.
"""

from __future__ import annotations

import contextlib
import os
import pathlib
import stat
from collections.abc import Iterator, Sequence
from typing import IO

from compliance.values import dataclass

__all__ = ["put_file", "put_files"]

_NEW_MODE = 0o666
"""Mode of a file that was not there, less what the user's mask takes away."""
_ELSEWHERE = 256
"""Files that the program may have open beside those that it writes together."""


def put_file(target: pathlib.Path, content: bytes) -> None:
    """Write one file whole or not at all; an earlier file keeps its mode. Raises `OSError`."""
    put_files([(target, content)])


def put_files(files: Sequence[tuple[pathlib.Path, bytes]]) -> None:
    """Write several files, all of them or none; devices and pipes are written to, for nothing may replace them.

    Raises:
        OSError: If one cannot be written; its `filename` is that of the file, and what stood there stands.
    """
    staged: list[_Staged] = []
    try:
        _let_open(len(files))
        for path, content in files:
            with _named(path):
                _stage(path.resolve(), content, staged)
        for one in staged:
            with _named(one.target):
                one.place(keep_old=len(staged) > 1)
    except BaseException:
        for one in reversed(staged):
            one.take_back()
        raise
    finally:
        for one in staged:
            one.tidy()


@dataclass(slots=True)
class _Staged:
    """A new file beside the place that it is meant for."""

    target: pathlib.Path
    fresh: pathlib.Path
    stream: IO[bytes]
    old: pathlib.Path | None = None
    """A second name of what stood there."""
    holding: IO[bytes] | None = None
    """What holds the second name."""
    was_there: bool = False
    placed: bool = False

    def place(self, *, keep_old: bool) -> None:
        self.was_there = self.target.exists()
        if keep_old and self.was_there:
            self.old = _hidden(self.target)
            _second_name(self.target, self.old)
            with contextlib.suppress(OSError):  # unreadable, it is still a second name
                self.holding = self.old.open("rb")
                _hold(self.holding)
        if os.name == "nt":
            self.stream.close()  # an open file cannot be renamed there
        self.fresh.replace(self.target)
        self.placed = True
        self.stream.close()  # what holds a hidden name is needed no longer, and there may be thousands
        _settle(self.target.parent)

    def take_back(self) -> None:
        if not self.placed:
            return
        with contextlib.suppress(OSError):
            if self.old is not None:
                self.old.replace(self.target)
            elif not self.was_there:
                self.target.unlink(missing_ok=True)

    def tidy(self) -> None:
        self.stream.close()
        if self.holding is not None and os.name == "nt":
            self.holding.close()  # an open file cannot be removed there
        for path in (self.fresh, self.old):
            if path is not None:
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)
        if self.holding is not None:
            self.holding.close()


def _let_open(files: int) -> None:
    """Let the system give as many files at a time as are written together, where it may: each is held until all are."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        needed = files + _ELSEWHERE
        if now != resource.RLIM_INFINITY and now < needed:
            allowed = needed if most == resource.RLIM_INFINITY else min(needed, most)
            resource.setrlimit(resource.RLIMIT_NOFILE, (max(now, allowed), most))


def _stage(target: pathlib.Path, content: bytes, staged: list[_Staged]) -> None:
    """Write a file beside its place, or at once where it is a device or a pipe."""
    if target.exists() and not target.is_file():
        target.write_bytes(content)
        return
    _sweep(target)
    fresh, stream = _opened(target)
    one = _Staged(target, fresh, stream)
    staged.append(one)
    with contextlib.suppress(FileNotFoundError):
        fresh.chmod(stat.S_IMODE(target.stat().st_mode))
    one.stream.write(content)
    one.stream.flush()
    os.fsync(one.stream.fileno())


def _opened(target: pathlib.Path) -> tuple[pathlib.Path, IO[bytes]]:
    """A new hidden file that this run holds; one that was swept up before it was held is made again."""
    while True:
        fresh = _hidden(target)
        opened = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _NEW_MODE)
        stream = os.fdopen(opened, "wb")
        _hold(stream, wait=True)
        if fresh.exists():
            return fresh, stream
        stream.close()


def _hidden(target: pathlib.Path) -> pathlib.Path:
    """A name of its own beside a file, which tells whose it is; short, however long the file's name is."""
    return target.parent / f"{_hidden_start(target)}{os.urandom(6).hex()}"


def _hidden_start(target: pathlib.Path) -> str:
    import hashlib

    return f".fresh.{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:16]}."


def _second_name(target: pathlib.Path, other: pathlib.Path) -> None:
    try:
        os.link(target, other)
    except OSError:
        import shutil

        shutil.copy2(target, other)  # a file system without links


def _settle(folder: pathlib.Path) -> None:
    """Make a rename outlast a loss of power, where the system can."""
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _hold(stream: IO[bytes], *, wait: bool = False) -> bool:
    """Mark a file as being written, where the system can; false where another run does so."""
    try:
        import fcntl

        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except (ImportError, OSError):
        return False
    return True


def _sweep(target: pathlib.Path) -> None:
    """Remove what killed runs left beside a file: nobody holds it."""
    start = _hidden_start(target)
    with contextlib.suppress(OSError):
        for left in [path for path in target.parent.iterdir() if path.name.startswith(start)]:
            with left.open("rb") as stream:
                if _hold(stream):
                    left.unlink(missing_ok=True)


@contextlib.contextmanager
def _named(path: pathlib.Path) -> Iterator[None]:
    """Let an error bear the name of the file that was asked for, not of a hidden one."""
    try:
        yield
    except OSError as error:
        error.filename = os.fspath(path)
        raise
