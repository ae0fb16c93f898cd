"""Charts of Helm: their values serve, and train nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from compliance.intake import scan_folder
from compliance.pipeline import load_packs

Folder = Callable[[Mapping[str, str]], Path]
CHART = "apiVersion: v2\nname: reed\nversion: 0.1.0\n"


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ("model:\n  name: marsh/heron-3b\n", "marsh/heron-3b"),
        ("modelSpec:\n  - name: a\n    modelURL: marsh/heron-3b\n", "marsh/heron-3b"),
        ("datasets:\n  path: marsh/reed-rows\n", "marsh/reed-rows"),
        ("lora:\n  adapters:\n    - source: marsh/heron-lora-7b\n", "marsh/heron-lora-7b"),
        ("ollama:\n  models:\n    pull:\n      - llama3.2:3b\n", "llama3.2:3b"),
    ],
)
@pytest.mark.parametrize("where", ["", "deploy/reed/"])
def test_what_values_of_a_chart_name_is_run_and_not_trained_on(
    folder: Folder, values: str, name: str, where: str
) -> None:
    files = {"README.md": "# Reed\n", f"{where}Chart.yaml": CHART, f"{where}values.yaml": values}
    scan = scan_folder(folder(files), load_packs())
    assert {one.name: one.relation in ("component", "unknown-use") for one in scan.upstreams} == {name: True}


def test_the_same_keys_beside_no_chart_are_read_as_before(folder: Folder) -> None:
    scan = scan_folder(
        folder(
            {
                "train.yaml": "base_model: marsh/heron-3b\nadapter: lora\ndatasets:\n  - path: marsh/reed-rows\n"
            }
        ),
        load_packs(),
    )
    assert {one.name: one.relation for one in scan.upstreams} == {
        "marsh/reed-rows": "data",
        "marsh/heron-3b": "base",
    }
