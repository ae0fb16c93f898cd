"""Models that code picks by a key which only a run can tell, and weights that it calls a teacher."""

from __future__ import annotations

import pytest

from tests.intake.conftest import MODEL, Scanned


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
    scan = scanned({"README.md": MODEL, "make.py": call})
    assert {one.name for one in scan.upstreams if one.relation == "generated-by"} == names


def test_weights_that_are_called_teacher_teach(scanned: Scanned) -> None:
    code = (
        "from transformers import AutoModelForCausalLM, Trainer\n"
        "student = AutoModelForCausalLM.from_pretrained('Qwen/Qwen3-0.6B')\n"
        "teacher = AutoModelForCausalLM.from_pretrained('Qwen/Qwen3-8B')\n"
        "Trainer(student).train()\n"
    )
    told = {one.name: one.relation for one in scanned({"README.md": MODEL, "train.py": code}).upstreams}
    assert told["Qwen/Qwen3-8B"] == "generated-by"
