"""The command line: parses arguments, calls the pipeline, prints, exits. No decisions."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from typing import Any


def main() -> None:
    """Run the command line and leave with its exit code."""
    _keep_what_is_made()
    try:
        from compliance.cli.outcome.ending import end

        end(_program(sys.argv[1:]))
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException:  # noqa: BLE001
        # Not even the ending had the memory that it takes; the interpreter would end with 1, or with 120.
        os._exit(2)


def _program(arguments: list[str]) -> Any:
    """What runs the arguments: typer, or for the command that runs most what it would call."""
    if arguments[:1] == ["check"]:
        from compliance.cli.arguments import check_asked
        from compliance.cli.checking import run

        if (asked := check_asked(arguments[1:])) is not None:
            return lambda **_: run(asked)
    from compliance.cli.program import program

    return program(arguments)


def _keep_what_is_made() -> None:
    """A run is short, and what it makes lives until it ends: looking for garbage would cost a quarter of its time."""
    gc.set_threshold(200_000, 20, 20)
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)


def __getattr__(name: str) -> Any:
    """`app`, the program with all of its commands, made when somebody asks for it."""
    if name == "app":
        from compliance.cli.program import program

        return program([])
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
