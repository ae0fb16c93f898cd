"""What takes a saved report takes those that earlier programs wrote."""

from __future__ import annotations

import pathlib

import pytest

from tests.cli.conftest import Run

ROOT = pathlib.Path(__file__).parents[2]
SAVED = sorted((ROOT / "tests/render/machine/saved").glob("*.json"))


@pytest.mark.parametrize("saved", SAVED, ids=lambda path: str(path.stem))
@pytest.mark.parametrize(
    ("command", "codes"),
    [
        (["report", "{saved}", "-q"], {0, 1}),
        (["check", "{manifest}", "--as-of", "2025-11-20", "--since", "{saved}", "-q"], {0, 1}),
        (["compare", "{saved}", "{manifest}"], {0}),
        (["compare", "{saved}", "{saved}"], {0}),
        (["recall", "tatsu-lab/alpaca", "{saved}"], {1}),
    ],
    ids=["report", "since", "compare with a manifest", "compare with itself", "recall"],
)
def test_commands_take_a_saved_report(
    saved: pathlib.Path, command: list[str], codes: set[int], run: Run
) -> None:
    names = {"saved": str(saved), "manifest": str(ROOT / "examples/quickstart/lineage.yaml")}
    outcome = run(*(word.format(**names) for word in command))
    assert outcome.code in codes, outcome.err
