"""Where output goes: standard output for the report, files written whole or not at all."""

from __future__ import annotations

import os
import pathlib
import shutil
import sys
import tempfile

from compliance.errors import Fault, UsageError

FILE_WIDTH = 100


def use_color() -> bool:
    """Whether standard output is a terminal that wants color."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """Width to fill: COLUMNS, else the terminal's, else that of files."""
    return shutil.get_terminal_size((FILE_WIDTH, 24)).columns


def write_file(path: pathlib.Path, content: bytes) -> None:
    """Write a file atomically. Raises `UsageError` where it cannot be written; an earlier file then stays."""
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(content)  # a device or a pipe, which nothing may replace
            return
        with tempfile.NamedTemporaryFile(
            dir=target.parent, prefix=f".{target.name}.", delete=False
        ) as stream:
            fresh = pathlib.Path(stream.name)
            stream.write(content)
        fresh.chmod(0o644)
        fresh.replace(target)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        what = f"cannot write {path}: {reason.lower()}"
        raise UsageError(Fault(None, what, "give a place that can be written")) from None


def say(text: str) -> None:
    """Print talk to standard error."""
    print(text, file=sys.stderr)  # noqa: T201
