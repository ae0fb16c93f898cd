"""A name that stands alone under a heading, or behind a label in a row, is what heading and label say."""

from __future__ import annotations

import pytest

from compliance.acquire.card import read_card
from compliance.acquire.code import read_python
from compliance.intake.folder import prose_reader
from compliance.intake.naming.registry_words import RegistryWords
from compliance.pipeline import load_packs


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("# Bee\n\n### Base Model\n\n```\norg/base-7b\n```\n", [("org/base-7b", "base")]),
        ("# Bee\n\n## Notes\n\n```\norg/base-7b\n```\n", []),
        ("# Bee\n\n## Base Model\n\n```\npip install org\n```\n", []),
        (
            "# Bee\n\n| 基座模型 | Qwen2.5-1.5B-Instruct | Q4, 1.2 GB |\n|---|---|---|\n",
            [("Qwen2.5-1.5B-Instruct", "base")],
        ),
        ("# Bee\n\n| Base model | org/base-7b | 4 bit |\n|---|---|---|\n", [("org/base-7b", "base")]),
        ("# Bee\n\n| Model | org/base-7b | 61.4 |\n|---|---|---|\n", []),
        ("# Bee\n\n- **Small variant:** [me/bee-30m](https://huggingface.co/me/bee-30m)\n", []),
    ],
)
def test_a_lone_name_is_what_stands_above_or_before_it(page: str, expected: list[tuple[str, str]]) -> None:
    found = read_card(page, "README.md", prose_reader(RegistryWords(load_packs().registry)))
    assert expected == [(one.name, one.relation) for one in found.sightings if one.is_lineage]


@pytest.mark.parametrize(
    "call",
    [
        'MistralAILLM(model="mistral-large-2402")',
        'InferenceEndpointsLLM(tokenizer_id="mistral-large-2402")',
        'InferenceEndpointsLLM(model_id="mistral-large-2402")',
    ],
)
def test_pipelines_of_rows_name_their_models(call: str) -> None:
    found = read_python(f"TextGeneration(llm={call})", "rows.py", {})
    assert [(one.name, one.relation) for one in found.sightings] == [("mistral-large-2402", "generated-by")]
