"""Rows that settings give a share of a mix."""

from __future__ import annotations

import pytest

from compliance.acquire.operated.recipe import read_recipe
from compliance.acquire.tree import read_tree


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
