"""Which places show what a licensor said of its own work: its repositories, and no copies under other accounts."""

from __future__ import annotations

import functools
from typing import Any

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.manifest import Manifest
from compliance.resolve.against.reasons import without_weak_reasons
from compliance.resolve.names.prepared import lookups


@functools.cache
def _packs() -> Any:
    return load_packs()


def _stands(name: str, where: str) -> bool:
    base = {"kind": "model", "name": name, "license": "Apache-2.0"}
    against = {"because": "record-wrong", "where": where}
    manifest = Manifest.model_validate(
        {
            "lineage": 1, "project": {"id": "p"}, "publisher": {"name": "Lab"},
            "artifacts": {"base": {**base, "against_record": against}}, "releases": [{"artifact": "base"}],
        }
    )  # fmt: skip
    weighed, told = without_weak_reasons(manifest, lookups(_packs().registry).names)
    assert bool(told) is (weighed.artifacts["base"].against_record is None)
    return not told


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("Qwen/Qwen2.5-3B", "card of Qwen/Qwen2.5-3B at commit 1a2b3c4"),
        ("Qwen/Qwen2.5-3B", "https://huggingface.co/Qwen/Qwen2.5-3B/blob/1a2b3c4/LICENSE"),
        ("Qwen/Qwen2.5-3B", "licence file in QwenLM/Qwen2.5 at 1a2b3c4"),
        (
            "deepseek-ai/deepseek-llm-7b-base",
            "https://github.com/deepseek-ai/DeepSeek-LLM/blob/main/LICENSE-MODEL#L3",
        ),
        ("mistralai/Codestral-22B-v0.1", "LICENSE at commit 1a2b3c4"),
    ],
)
def test_a_licensors_own_repository_shows_it(name: str, where: str) -> None:
    assert _stands(name, where)


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("Qwen/Qwen2.5-3B", "card of mirror-hub/Qwen2.5-3B-copy at commit 1a2b3c4"),
        ("Qwen/Qwen2.5-3B", "https://huggingface.co/some-user/Qwen2.5-3B-GGUF/blob/1a2b3c4/README.md"),
        ("mistralai/Codestral-22B-v0.1", "licence file in acme/codestral-mirror at 1a2b3c4"),
        ("meta-llama/Llama-2-7b-hf", "https://modelscope.cn/models/stranger/llama-2-7b/file/v1/LICENSE"),
    ],
)
def test_a_copy_under_another_account_shows_nothing(name: str, where: str) -> None:
    assert not _stands(name, where)
