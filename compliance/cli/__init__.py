"""The command line: parses arguments, calls the pipeline, prints, exits. No decisions."""

from __future__ import annotations

import atexit
import gc
import io
import sys
from typing import Any


def main() -> None:
    """Run the command line; a foreseen error is printed to standard error and exits with 2."""
    _keep_what_is_made()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # The same bytes under every locale, and no name that cannot be printed.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    from compliance.cli.program import program
    from compliance.errors import ComplianceError

    try:
        program(sys.argv[1:])()
    except ComplianceError as error:
        print(error, file=sys.stderr)  # noqa: T201
        raise SystemExit(2) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(1) from None
    except RecursionError:
        print("the input is nested too deeply; simplify it", file=sys.stderr)  # noqa: T201
        raise SystemExit(2) from None


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
