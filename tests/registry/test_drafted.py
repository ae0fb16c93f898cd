"""A draft says what a card's fields say, and leaves open what they do not."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.records import Records
from compliance.registry.drafted import draft, kind_of, read_card


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    return load_packs()


def _drafted(front: str, packs: Knowledge, name: str = "meadow/grass-7b") -> tuple[str, dict[str, Any]]:
    card = read_card(f"---\n{front}---\n", "README.md", name, "2026-01-31")
    kind = kind_of(card)
    text = draft(card, kind, packs)
    data: Any = parse_yaml(text, "draft.yaml").data
    Records.model_validate(data)
    return text, data[f"{kind}s"][0]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("license: mit\n", {"licence": "mit", "making": "not-looked-up"}),
        ("license: other\nlicense_name: Llama 3.1 Community License\n", {"licence": "llama3.1"}),
        ("base_model: Qwen/Qwen2.5-7B\n", {"base": ["Qwen/Qwen2.5-7B"], "making": "undisclosed-by-developer"}),
        ("base_model: a/b\nbase_model_relation: quantized\n", {"how": "quantise", "stage": "repack"}),
        ("base_model: [a/b, c/d]\n", {"how": "merge", "base": ["a/b", "c/d"], "making": "known"}),
        ("task_categories: [text-generation]\nlicense: cc-by-4.0\n", {"publisher": "meadow", "licence": "cc-by-4.0"}),
        ("pipeline_tag: feature-extraction\n", {"function": "embedding"}),
    ],
)  # fmt: skip
def test_a_draft_holds_what_the_card_says(front: str, expected: dict[str, Any], packs: Knowledge) -> None:
    _, record = _drafted(front, packs)
    assert expected == {key: record[key] for key in expected}


@pytest.mark.parametrize(
    "front", ["tags: [x]\n", "license: other\n", "license: my-own-terms\n", "license: unknown\n"]
)
def test_a_licence_that_is_not_read_is_left_open(front: str, packs: Knowledge) -> None:
    text, record = _drafted(front, packs)
    assert "licence" not in record
    assert "# open: licence: " in text


def test_data_that_a_model_was_trained_on_is_its_ancestry(packs: Knowledge) -> None:
    _, record = _drafted("base_model: Qwen/Qwen2.5-7B\ndatasets: [tatsu-lab/alpaca]\n", packs)
    inputs = record["ancestry"]["steps"][0]["inputs"]
    assert inputs == {"base": ["Qwen/Qwen2.5-7B"], "data": ["tatsu-lab/alpaca"]}


def test_a_party_that_is_known_is_not_drafted_anew(packs: Knowledge) -> None:
    text, record = _drafted("license: mit\n", packs, "Qwen/Qwen9-7B")
    assert ("parties:" in text, record["developer"]) == (False, "alibaba")


def test_the_heading_of_a_card_may_give_its_name() -> None:
    assert (
        read_card("---\nlicense: mit\n---\n\n# meadow/grass\n", "README.md", None, "2026-01-31").name
        == "meadow/grass"
    )
