"""Where output goes: standard output for the report, files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import pathlib
import sys
from collections.abc import Sequence

from compliance.errors import Fault, UsageError, without_commands
from compliance.foreign_files import lies_in, repository_of
from compliance.whole_files import put_files

FILE_WIDTH = 100


def use_color() -> bool:
    """Whether standard output is a terminal that wants color."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """Width to fill: COLUMNS, else the terminal's, else that of files."""
    import shutil

    return shutil.get_terminal_size((FILE_WIDTH, 24)).columns


def write_file(path: pathlib.Path, content: bytes) -> None:
    """Write a file atomically. Raises `UsageError` where it cannot be written; an earlier file then stays."""
    write_files([(path, content)])


def make_folder(folder: pathlib.Path) -> None:
    """Make a folder and those above it. Raises `UsageError` where that is not possible."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        what = f"cannot make the folder {folder}: {reason}"
        raise UsageError(Fault(None, what, "give a place that can be written")) from None


def write_files(files: Sequence[tuple[pathlib.Path, bytes]]) -> None:
    """Write all files, or none. Raises `UsageError` where one cannot be written; earlier files then stay."""
    for path, _ in files:
        _check_inside(path)
    try:
        put_files(files)
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        what = f"cannot write {getattr(error, 'filename', None) or files[0][0]}: {reason.lower()}"
        raise UsageError(Fault(None, what, _instead(error))) from None


def _instead(error: Exception) -> str:
    """What to do about a place that cannot be written: a folder that is missing is easily made."""
    if isinstance(error, FileNotFoundError):
        return "make its folder first, or give another place"
    return "give a place that can be written"


def check_places(paths: Sequence[pathlib.Path], read: Sequence[pathlib.Path] = ()) -> None:
    """Find a place that cannot be written before anything is, or that is read: all files are written, or none.

    Of a folder that is read, its YAML files are. Raises `UsageError`.
    """
    taken = {real for one in read for real in _real(one)}
    folders = [pathlib.Path(os.path.realpath(one)) for one in read if one.is_dir()]
    for path in paths:
        try:
            target = path.resolve()
            _check_place(target)
        except (OSError, RuntimeError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            what = f"cannot write {path}: {reason.lower()}"
            raise UsageError(Fault(None, what, _instead(error))) from None
        _check_inside(path)
        if target in taken or _is_pack_file(target, folders):
            what = f"cannot write {path}: it is read, or written by another --report"
            raise UsageError(Fault(None, what, "give each report a file of its own"))
        if not target.exists() or target.is_file():
            taken.add(target)


def _check_inside(path: pathlib.Path) -> None:
    """Follow no link out of a repository: whoever may change a checkout would choose what is written over.

    Raises `UsageError`.
    """
    home = repository_of(path)
    if home is not None and not lies_in(path, home):
        what = f"cannot write {path}: a link on the way leads out of the repository {home}"
        raise UsageError(Fault(None, what, "name the place that it leads to"))


def _is_pack_file(target: pathlib.Path, folders: Sequence[pathlib.Path]) -> bool:
    return target.suffix == ".yaml" and target.exists() and any(map(target.is_relative_to, folders))


def _real(read: pathlib.Path) -> set[pathlib.Path]:
    try:
        return {read.resolve()} if read.is_file() else set()
    except (OSError, RuntimeError, ValueError):
        return set()  # whoever reads it says so


def _check_place(target: pathlib.Path) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not target.is_file():
        return  # a device or a pipe
    (target.parent / ".").stat()
    if not target.parent.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def say(text: str) -> None:
    """Print talk to standard error, in which no line commands a runner; where nobody can hear it, go on."""
    with contextlib.suppress(OSError, ValueError):
        if sys.stderr is not None:
            print(without_commands(text), file=sys.stderr, flush=True)  # noqa: T201


def tell(text: str) -> None:
    """Print a line to standard output."""
    print(text, flush=True)  # noqa: T201


def put(content: bytes) -> None:
    """Write a report to standard output as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
