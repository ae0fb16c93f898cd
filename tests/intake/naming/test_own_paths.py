"""Names of the folder's own configurations are none of a hub."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from compliance.intake import scan_folder
from compliance.pipeline import load_packs

Folder = Callable[[Mapping[str, str]], Path]


def names(folder: Path) -> list[str]:
    return [one.name for one in scan_folder(folder, load_packs()).upstreams]


@pytest.mark.parametrize("suffix", ["yaml", "json", "toml"])
def test_a_choice_among_configurations_is_no_model(folder: Folder, suffix: str) -> None:
    sweep = "parameters:\n  model:\n    value: tag/heron-3b\n"
    assert names(folder({"sweep.yaml": sweep, f"config/tag/heron-3b.{suffix}": ""})) == []


def test_settings_called_after_a_model_that_is_known_leave_it(folder: Folder) -> None:
    run = "model:\n  name: Qwen/Qwen2.5-7B-Instruct\n"
    assert names(folder({"run.yaml": run, "models/Qwen/Qwen2.5-7B-Instruct.yaml": "dtype: bf16\n"})) == [
        "Qwen/Qwen2.5-7B-Instruct"
    ]


@pytest.mark.parametrize("name", ["val/loss", "train/f1_macro", "validation/wer"])
def test_a_measure_that_a_run_watches_is_no_model(folder: Folder, name: str) -> None:
    text = f"callbacks:\n  model_checkpoint:\n    monitor: {name}\n"
    assert names(folder({"callbacks.yaml": text})) == []
