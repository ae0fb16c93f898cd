"""Rows that settings give a share of a mix, and models beside rows that do something to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.acquire.config import relation_of
from compliance.acquire.names import is_hub_name, is_local
from compliance.acquire.operated.recipe import read_recipe
from compliance.acquire.tree import read_tree
from tests.acquire.test_composed import named, read


@pytest.mark.parametrize(
    "text",
    [
        "streams:\n  a:\n    hf: fen/rows\n    proportion: 0.7\n  b:\n    hf: reed/rows\n    proportion: 0.3\n",
        "blend:\n  - {repo: fen/rows, weight: 2}\n  - {repo: reed/rows, weight: 1}\n",
        "ingredients:\n  - {hub_id: fen/rows, epochs: 2}\n  - {hub_id: reed/rows, epochs: 1}\n",
        "blend:\n  fen/rows: 70%\n  reed/rows: 30%\n",
    ],
)
def test_what_settings_give_a_share_of_a_mix_is_rows(text: str) -> None:
    found = read_recipe(read_tree(text, is_json=False), "mix.yaml")
    assert {(one.name, one.relation, one.kind) for one in found.sightings} == {
        ("fen/rows", "data", "dataset"),
        ("reed/rows", "data", "dataset"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "loras:\n  - {repo: fen/thin, weight: 2}\n  - {repo: reed/thin, weight: 1}\n",
        "parts:\n  - {model: fen/net, weight: 2}\n  - {model: reed/net, weight: 1}\n",
        "parts:\n  - {repo: fen/app, size: big}\n  - {repo: reed/app, size: big}\n",
        "parts:\n  - {repo: fen/app, weight: 2}\n",
        "eval:\n  - {repo: fen/rows, weight: 2}\n  - {repo: reed/rows, weight: 1}\n",
    ],
)
def test_what_has_a_weight_and_is_no_member_of_a_mix_is_no_rows(text: str) -> None:
    assert not [
        one
        for one in read_recipe(read_tree(text, is_json=False), "parts.yaml").sightings
        if one.relation == "data"
    ]


@pytest.mark.parametrize(
    ("path", "relation"),
    [
        (("dataset", "embedder", "path"), "filtered-by"),
        (("datasets", "judge", "name"), "judged-by"),
        (("train_data", "captioner", "id"), "generated-by"),
        (("dataset", "fen_quality", "path"), "data"),
        (("embedder", "dataset", "path"), "data"),
    ],
)
def test_a_model_that_does_something_to_rows_is_no_rows(path: tuple[str, ...], relation: str) -> None:
    assert relation_of(path) == relation


def test_the_parameters_of_a_pipeline_tell_every_model(tmp_path: Path) -> None:
    text = (
        "corpus:\n  embedder: fen/vec-2\n  embed_model: reed/vec-3\nfit:\n  base_model: marsh/net-7b\n"
        "  epochs: 2\nwriter:\n  name: bog/say-7b\n"
    )
    assert named(read(tmp_path, {"params.yaml": text})) == {
        ("fen/vec-2", "filtered-by"),
        ("reed/vec-3", "unknown-use"),
        ("marsh/net-7b", "base"),
        ("bog/say-7b", "generated-by"),
    }


@pytest.mark.parametrize(
    "name", ["fen/shard-000.tar", "fen/rows.tgz", "reed/vectors.npz", "reed/call.flac", "fen/run.toml"]
)
def test_a_file_is_no_thing_of_a_hub(name: str) -> None:
    assert not is_hub_name(name)
    assert is_local(name)
