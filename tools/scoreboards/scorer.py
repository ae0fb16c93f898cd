"""The shared scorer, found beside the checkout or through the environment, and loaded from its file."""

from __future__ import annotations

import importlib.util
import os
import pathlib
from types import ModuleType
from typing import Any

Record = dict[str, Any]


def load_scorer() -> ModuleType:
    """The scorer in `$COMPLIANCE_SHARED`, or in `shared` beside the checkout; FileNotFoundError if there is none."""
    given = os.environ.get("COMPLIANCE_SHARED")
    shared = pathlib.Path(given) if given else pathlib.Path(__file__).resolve().parents[3] / "shared"
    path = shared / "cases" / "score.py"
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no scorer there; set COMPLIANCE_SHARED to the shared folder")
    spec = importlib.util.spec_from_file_location("shared_score", path)
    assert spec is not None and spec.loader is not None  # noqa: PT018
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
