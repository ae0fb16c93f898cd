"""Libraries that only a fleet needs, loaded when they are, with words that say how to get them."""

from __future__ import annotations

import importlib
import os
from typing import Any

from compliance.bounds import make_room
from compliance.errors import Fault, UsageError

_EXTRA = {"numba": "numba", "pyspark": "spark", "ibis": "spark"}


def need(module: str) -> Any:
    """A library by its name. Raises `UsageError` that says what to install where it is missing."""
    make_room()
    try:
        return importlib.import_module(module)
    except ImportError:
        library = module.partition(".")[0]
        extra = _EXTRA.get(library, "fleet")
        fault = Fault(
            None, f"{library} is not installed, and `compliance fleet` needs it here",
            f"install it with: pip install 'compliance[{extra}]'",
        )  # fmt: skip
        raise UsageError(fault) from None


def workers() -> int:
    """How many processors may be used."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
