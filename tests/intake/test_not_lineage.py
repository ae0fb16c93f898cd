"""Names that a folder weighs, puts away, shows or thanks for help with its pages: none of them is drafted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from compliance.intake import Scan

Scanned = Callable[[Mapping[str, str]], Scan]
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


@pytest.mark.parametrize(
    ("code", "names"),
    [
        (
            "M = {'a': 'gpt-4o', 'b': 'o3-mini'}\nmodel = M.get(lang, 'gpt-4.1')",
            {"gpt-4o", "o3-mini", "gpt-4.1"},
        ),
        ("M = {'a': 'gpt-4o', 'b': 'o3-mini'}\nmodel = M.get('b')", {"o3-mini"}),
    ],
)
def test_any_of_a_dictionary_may_be_meant_where_a_run_picks_the_key(
    scanned: Scanned, code: str, names: set[str]
) -> None:
    call = f"import openai\n{code}\nr = openai.chat.completions.create(model=model)\nopen('a.jsonl', 'w').write(r)\n"
    scan = scanned({"README.md": CARD, "make.py": call})
    assert {one.name for one in scan.upstreams if one.relation == "generated-by"} == names


def test_weights_that_are_called_teacher_teach(scanned: Scanned) -> None:
    code = (
        "from transformers import AutoModelForCausalLM, Trainer\n"
        "student = AutoModelForCausalLM.from_pretrained('Qwen/Qwen3-0.6B')\n"
        "teacher = AutoModelForCausalLM.from_pretrained('Qwen/Qwen3-8B')\n"
        "Trainer(student).train()\n"
    )
    told = {one.name: one.relation for one in scanned({"README.md": CARD, "train.py": code}).upstreams}
    assert told["Qwen/Qwen3-8B"] == "generated-by"


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("Dieser Datensatz steht unter CC BY-NC 4.0.\n", "CC-BY-NC-4.0"),
        ("https://creativecommons.org/licenses/by-sa/4.0/deed.fr\n", "CC-BY-SA-4.0"),
    ],
)
def test_a_note_that_names_one_licence_is_read(scanned: Scanned, text: str, licence: str) -> None:
    scan = scanned({"README.md": CARD, "LICENSE": text})
    assert licence in {one.text for one in scan.found.statements if one.place.file == "LICENSE"}
