"""What command lines give to scripts of the folder is for what the scripts do with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.acquire.operated.arguments import arguments_of
from compliance.acquire.repository import read_repository
from compliance.acquire.walk import TextFile
from compliance.model.declared.sighting import Mention

ASKS = """\
import argparse
from openai import OpenAI
p = argparse.ArgumentParser()
p.add_argument("-m", "--model", default="quill-1")
args = p.parse_args()
open("rows.txt", "w").write(str(OpenAI().chat.completions.create(model=args.model, messages=[])))
"""
POSTS = """\
import argparse, requests
p = argparse.ArgumentParser()
p.add_argument("--llm", required=True)
args = p.parse_args()
requests.post("https://api.deepseek.com/chat/completions", json={"model": args.llm, "messages": []})
"""
MASKS = """\
import argparse
from transformers import SamModel
p = argparse.ArgumentParser()
p.add_argument("--model")
net = SamModel.from_pretrained(p.parse_args().model)
"""
TYPED = """\
import typer
from transformers import AutoModelForSequenceClassification
app = typer.Typer()
@app.command()
def main(checkpoint: str):
    net = AutoModelForSequenceClassification.from_pretrained(checkpoint)
    net(1).logits
"""
ODD = """\
import argparse
from transformers import AutoModel
p = argparse.ArgumentParser()
p.add_argument("--model")
net = AutoModel.from_pretrained(p.parse_args().model)
"""


def silent(text: str, section: str) -> list[Mention]:
    return []


def seen(folder: Path, files: dict[str, str]) -> set[tuple[str, str, str]]:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    found = read_repository(folder, silent).found.sightings
    return {(one.name, one.relation, f"{one.place.file}:{one.place.line}") for one in found}


@pytest.mark.parametrize(
    ("script", "command", "expected"),
    [
        (ASKS, "python tools/work.py --model quill-9\n", ("quill-9", "generated-by", "run.sh:1")),
        (ASKS, "python tools/work.py \\\n  -m quill-9\n", ("quill-9", "generated-by", "run.sh:2")),
        (ASKS, "cd tools && python work.py -m 'quill-9'\n", ("quill-9", "generated-by", "run.sh:1")),
        (ASKS, "python -m tools.work --model=quill-9 | tee log\n", ("quill-9", "generated-by", "run.sh:1")),
        (ASKS, "M=quill-9\npython tools/work.py --model $M\n", ("quill-9", "generated-by", "run.sh:2")),
        (POSTS, "python tools/work.py --llm scribe-2\n", ("scribe-2", "generated-by", "run.sh:1")),
        (MASKS, "python tools/work.py --model org/cutter\n", ("org/cutter", "filtered-by", "run.sh:1")),
        (TYPED, "python tools/work.py --checkpoint org/tidy\n", ("org/tidy", "filtered-by", "run.sh:1")),
    ],
)
def test_the_script_says_what_the_value_was_for(
    tmp_path: Path, script: str, command: str, expected: tuple[str, str, str]
) -> None:
    found = seen(tmp_path, {"tools/work.py": script, "run.sh": command})
    assert expected in found
    assert {relation for name, relation, _ in found if name == expected[0]} == {expected[1]}


def test_a_rule_of_make_with_a_name_of_its_own_counts_as_well(tmp_path: Path) -> None:
    makefile = "CUTTER := org/cutter\nmasks:\n\tpython tools/work.py --model $(CUTTER)\n"
    found = seen(tmp_path, {"tools/work.py": MASKS, "Makefile": makefile})
    assert ("org/cutter", "filtered-by", "Makefile:3") in found


def test_a_model_of_which_the_script_does_not_say_the_use_is_no_base(tmp_path: Path) -> None:
    found = seen(tmp_path, {"tools/work.py": ODD, "run.sh": "python tools/work.py --model org/net\n"})
    assert {one[1] for one in found} == {"unknown-use"}


def test_a_script_that_is_called_after_training_trains(tmp_path: Path) -> None:
    found = seen(tmp_path, {"train.py": ODD, "run.sh": "python train.py --model org/net\n"})
    assert ("org/net", "base", "run.sh:1") in found


def test_of_two_scripts_of_one_name_the_path_decides() -> None:
    files = [
        TextFile(Path(name), name, text)
        for name, text in (
            ("a/go.py", ""),
            ("b/go.py", ""),
            ("run.sh", "python b/go.py --x y1\npython go.py --x z"),
        )
    ]
    told = arguments_of(files)
    assert [one[0] for one in told["b/go.py", "x"]] == ["y1", "z"]
    assert [one[0] for one in told.get(("a/go.py", "x"), ())] == ["z"]
