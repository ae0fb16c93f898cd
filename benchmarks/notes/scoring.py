"""The shared scorer, found beside the checkout or through the environment, and loaded from its file."""

from __future__ import annotations

import importlib.util
import os
import pathlib
from typing import Any, Protocol

Record = dict[str, Any]


class Scorer(Protocol):
    """What is used of the shared scorer."""

    def load_folder(self, folder: pathlib.Path) -> list[Record]:
        """Notes with their keys."""

    def load_predictions(self, path: pathlib.Path) -> Record:
        """Predictions of a file, checked."""

    def score(self, records: list[Record], predictions: Record) -> Record:
        """The object of all measures."""

    def assign(self, keys: list[Record], findings: list[Record]) -> tuple[dict[int, int], list[int]]:
        """Key index to finding index, and the findings left over."""

    def agrees(self, key: Record, finding: Record | None) -> bool:
        """Whether a verdict is the key's."""

    def verdict_of(self, finding: Record | None) -> str:
        """The verdict in the keys' words."""

    def forbidden(self, claim: Record, finding: Record) -> bool:
        """Whether a finding says more than a claim allows."""


def shared_folder() -> pathlib.Path:
    """`$COMPLIANCE_SHARED`, or `shared` beside the checkout."""
    given = os.environ.get("COMPLIANCE_SHARED")
    return pathlib.Path(given) if given else pathlib.Path(__file__).resolve().parents[3] / "shared"


def load_scorer(shared: pathlib.Path | None = None) -> Scorer:
    """The scorer of the shared folder. Raises FileNotFoundError where there is none."""
    path = (shared or shared_folder()) / "cases" / "score.py"
    if not path.is_file():
        raise FileNotFoundError(f"{path}: no scorer there; set COMPLIANCE_SHARED to the shared folder")
    spec = importlib.util.spec_from_file_location("shared_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    scorer: Scorer = module
    return scorer
