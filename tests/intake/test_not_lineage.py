"""Names that a folder weighs, puts away, shows or thanks for help with its pages: none of them is drafted."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.intake.conftest import Scanned

CARD = "---\nlicense: mit\nbase_model: Qwen/Qwen3-0.6B\npipeline_tag: text-generation\n---\n# Heron\n\n"
ASKS = "from openai import OpenAI\n\n\ndef answer(q):\n    "
ASKS += "return OpenAI().chat.completions.create(model='gpt-4o', messages=q)\n"


@pytest.mark.parametrize(
    "files",
    [
        {"notes/a.md": "- maybe Llama 3.1 8B as base?\n"},
        {"notes/a.md": "- Idee: Basis Llama 3.1 8B\n"},
        {"slides.md": "Teacher: GPT-4o?\n"},
        {"NOTES.md": "We asked GPT-4o for ideas on the layout.\n"},
        {"NOTES.md": "GPT-4o was used to polish the wording of this README.\n"},
        {"app/rag.py": ASKS},
        {"app/compose.yaml": "services:\n  rerank:\n    command: --model-id BAAI/bge-reranker-base\n"},
        {"baselines/run.py": ASKS},
        {"recipes/old/axolotl.yaml": "base_model: meta-llama/Llama-3.1-8B\n"},
    ],
)
def test_it_is_not_drafted(scanned: Scanned, files: Mapping[str, str]) -> None:
    assert [one.name for one in scanned({"README.md": CARD, **files}).upstreams] == ["Qwen/Qwen3-0.6B"]


def test_what_is_put_away_is_asked_about(scanned: Scanned) -> None:
    files = {"README.md": CARD, "old/axolotl.yaml": "base_model: meta-llama/Llama-3.1-8B\n"}
    assert "meta-llama/Llama-3.1-8B" in {one.name for one in scanned(files).mentioned}
