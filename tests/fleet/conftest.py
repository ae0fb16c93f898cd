"""A small hub, and a store that holds it."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from compliance.fleet.check import Checked, check
from compliance.fleet.ingest import ingest
from compliance.fleet.store import Store
from compliance.kernels.numpy_kernel import reach
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge

AS_OF = datetime.date(2025, 11, 20)


def model(name: str, *tags: str, created: str = "2025-10-01", **card: Any) -> dict[str, Any]:
    """A model's record as a hub gives it."""
    return {
        "id": name, "modelId": name, "createdAt": f"{created}T08:00:00.000Z", "tags": list(tags), "cardData": card,
        "pipeline_tag": "text-generation",
    }  # fmt: skip


HUB = (
    model(
        "meadow/tuned-7b", "base_model:finetune:Qwen/Qwen2.5-7B", license="apache-2.0", datasets=["tatsu-lab/alpaca"]
    ),
    model("brook/tuned-7b-GGUF", "base_model:quantized:meadow/tuned-7b", created="2025-11-01"),
    model(
        "brook/mix", "base_model:merge:meta-llama/Llama-3.1-8B-Instruct", "base_model:merge:gone/lost", license="mit"
    ),
    model("heath/own-rows", license="mit", datasets=["heath/rows"]),
    {"id": "heath/rows", "tags": ["task_categories:text-generation"], "cardData": {"license": "cc-by-nc-4.0"}},
)  # fmt: skip


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The bundled packs."""
    return load_packs()


@pytest.fixture
def told(tmp_path: Path, knowledge: Knowledge) -> Callable[[Store, Sequence[dict[str, Any]]], int]:
    """Takes records into a store; gives the number of the version."""

    def tell(store: Store, records: Sequence[dict[str, Any]]) -> int:
        path = tmp_path / "records.jsonl"
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        return ingest(store, path, knowledge, lambda _: None)

    return tell


_FEW = (
    "openai/competing-models", "data-licences/nc-weights", "model-licences/permissive/notices",
    "model-licences/name", "model-licences/pass-on", "labels/looser-same-work",
    "gaps/base-without-licence", "gaps/release-without-licence", "model-licences/pass-on-limits",
)  # fmt: skip


def few(knowledge: Knowledge) -> Knowledge:
    """The packs with some of their rules, of every kind."""
    kept = []
    for pack in knowledge.packs:
        rules = tuple(rule for rule in pack.rules if rule.id in _FEW)
        if rules:
            kept.append(pack.model_copy(update={"rules": rules}))
    return dataclasses.replace(knowledge, packs=tuple(kept))


def checked(store: Store, knowledge: Knowledge) -> Checked:
    """Check a store as it stands."""
    return check(store, knowledge, AS_OF, reach, lambda _: None)


def positions(store: Store) -> list[tuple[str, str, int]]:
    """Rule, release and readings of every position."""
    return store.all("SELECT rule, id, readings FROM positions JOIN names USING (n) ORDER BY ALL")
