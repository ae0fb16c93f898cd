"""Where output goes: standard output for the report, files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import pathlib
import sys
from collections.abc import Sequence

from compliance.errors import Fault, UsageError, without_commands
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
    try:
        put_files(files)
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        what = f"cannot write {getattr(error, 'filename', None) or files[0][0]}: {reason.lower()}"
        raise UsageError(Fault(None, what, "give a place that can be written")) from None


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
