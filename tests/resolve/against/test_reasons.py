"""Which places show what a licensor said of its own work: its repositories, and no copies under other accounts."""

from __future__ import annotations

import datetime
import functools
from typing import Any

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.manifest import Manifest
from compliance.resolve.against.reasons import without_reasons_to_come, without_weak_reasons
from compliance.resolve.names.prepared import lookups


@functools.cache
def _packs() -> Any:
    return load_packs()


def _claimed(name: str, where: str) -> Manifest:
    base = {"kind": "model", "name": name, "license": "Apache-2.0"}
    against = {"because": "record-wrong", "where": where}
    return Manifest.model_validate(
        {
            "lineage": 1, "project": {"id": "p"}, "publisher": {"name": "Lab"},
            "artifacts": {"base": {**base, "against_record": against}}, "releases": [{"artifact": "base"}],
        }
    )  # fmt: skip


def _stands(name: str, where: str) -> bool:
    manifest = _claimed(name, where)
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


CODESTRAL = "mistralai/Codestral-22B-v0.1"


@pytest.mark.parametrize(
    "where",
    [
        "agreement with Mistral AI of 2025-03-01",
        "contract 2024-17",
        "letter of Mistral AI, 2025-03-01",
        "order form 12 with Mistral AI, signed by both, for use in products",
    ],
)
def test_a_paper_of_the_licensor_shows_it(where: str) -> None:
    assert _stands(CODESTRAL, where)


@pytest.mark.parametrize(
    "where",
    [
        "offer of Mistral AI of 2025-03-01",
        "meeting with Mistral AI of 2025-03-01",
        "agreement under negotiation with Mistral AI, no. 12",
        "agreement with Mistral AI of 2025-03-01 (expired)",
        "agreement with Mistral AI, terminated 2025-05-01",
        "agreement with Mistral AI for evaluation only, 2025-01-01",
        "contract 2024-17, unsigned",
    ],
)
def test_a_house_and_a_day_name_no_paper_and_what_is_not_in_force_grants_nothing(where: str) -> None:
    assert not _stands(CODESTRAL, where)


@pytest.mark.parametrize(
    ("where", "stands"),
    [
        ("agreement with Mistral AI of 2025-03-01", True),
        ("agreement with Mistral AI of 2025-03-01, until 2027-03-01", True),
        ("contract 2024-17", True),
        ("agreement with Mistral AI of 2027-03-01", False),
        ("agreement with Mistral AI of 2026-12", False),
    ],
)
def test_what_is_dated_after_the_report_settles_nothing_yet(where: str, stands: bool) -> None:
    weighed, told = without_reasons_to_come(_claimed(CODESTRAL, where), datetime.date(2026, 11, 28))
    assert (weighed.artifacts["base"].against_record is not None, not told) == (stands, stands)
