"""What a sentence tells of the work of others is no upstream of this one."""

from __future__ import annotations

import pytest

from tests.intake.conftest import Scanned

CARD = (
    "---\nlicense: mit\nbase_model: Qwen/Qwen2.5-7B\npipeline_tag: text-generation\n---\n# marsh/Heron-7B\n"
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("- s1 took a thousand traces of Gemini 2.0 Flash\n", set()),
        ("- Sky-T1 rewrote its answers with GPT-4o-mini\n", set()),
        ("- OpenFen-2 distilled answers generated with GPT-4o\n", set()),
        ("- Heron-7B used answers generated with GPT-4o\n", {"GPT-4o"}),
        ("- Stage-2 used answers generated with GPT-4o\n", {"GPT-4o"}),
        ("- GPT-4o rewrote the answers of tatsu-lab/alpaca\n", {"GPT-4o"}),
        ("- we used answers generated with GPT-4o\n", {"GPT-4o"}),
        ("- LoRA was used on answers generated with GPT-4o\n", {"GPT-4o"}),
    ],
)
def test_only_what_the_work_itself_took_is_seen(scanned: Scanned, words: str, expected: set[str]) -> None:
    scan = scanned({"README.md": CARD, "docs/talk.md": f"# A talk\n\n{words}"})
    assert {one.name for one in scan.upstreams if one.relation == "generated-by"} == expected
