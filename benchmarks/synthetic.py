"""Manifests of any size: services write data, models are trained on it, and serve in their turn."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

_SERVICES = ("gpt-4o", "claude-3-5-sonnet-20240620", "gemini-1.5-pro", "mistral-large-latest")
_MODELS = ("Qwen/Qwen2.5-7B", "meta-llama/Llama-3.1-8B", "google/gemma-2-9b", "mistralai/Mistral-7B-v0.1")
_SETS = ("tatsu-lab/alpaca", "databricks/databricks-dolly-15k", "HuggingFaceFW/fineweb-edu")


def synthetic(artifacts: int, seed: int = 7, releases: int = 1) -> dict[str, Any]:
    """A manifest of so many artifacts, by a random pipeline that reaches its releases; the same for a seed."""
    draw = random.Random(seed)
    held: dict[str, Any] = {}
    for kind, names in (("service", _SERVICES), ("model", _MODELS), ("dataset", _SETS)):
        for number, name in enumerate(names):
            held[f"{kind}-{number}"] = {"kind": kind, "name": name}
    steps: list[dict[str, Any]] = []
    data, models = [key for key in held if key.startswith("d")], [key for key in held if key.startswith("m")]
    number = 0
    while len(held) < artifacts:
        number += 1
        period = f"2024-{1 + number % 12:02}"
        if number % 3 == 0:
            made, kind = f"model-x{number}", "finetune"
            inputs = {"base": draw.choice(models[-8:]), "data": draw.sample(data[-12:], 2)}
            held[made] = {"kind": "model"}
            models.append(made)
        else:
            made, kind = f"data-x{number}", "generate"
            teacher = draw.choice([*models[-6:], *(key for key in held if key.startswith("s"))])
            inputs = {"teacher": teacher, "seed": draw.choice(data[-12:])}
            held[made] = {"kind": "dataset"}
            data.append(made)
        steps.append(
            {"id": f"step-{number}", "kind": kind, "inputs": inputs, "outputs": made, "period": period}
        )
    return {
        "lineage": 1,
        "project": {"id": f"synthetic-{artifacts}"},
        "publisher": {"name": "Meadow Lab", "kind": "company", "country": "US"},
        "artifacts": held,
        "steps": steps,
        "releases": [
            {"artifact": each, "name": f"meadow/{each}", "date": "2025-10-01", "license": "Apache-2.0",
             "access": "open-weights", "commercial": True, "function": "general-purpose"}
            for each in models[-releases:]
        ],
    }  # fmt: skip


def write_synthetic(folder: Path, artifacts: int, seed: int = 7) -> Path:
    """Write such a manifest, as the JSON that YAML also is."""
    path = folder / f"synthetic-{artifacts}.yaml"
    path.write_text(json.dumps(synthetic(artifacts, seed), indent=1), encoding="utf-8")
    return path
