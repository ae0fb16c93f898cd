"""Programs that hand weights on: what such a folder puts out is code, and the weights are parts of it."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from compliance.intake import scan_folder
from compliance.intake.drafting.draft import draft_of
from compliance.intake.drafting.writing import manifest_text
from compliance.model.known.knowledge import Knowledge
from compliance.pipeline import load_packs

Folder = Callable[[Mapping[str, str]], Path]
FETCH = "curl -L -o models/heron.gguf https://huggingface.co/marsh/Heron-3B-GGUF/resolve/main/heron-q4.gguf\n"
PAGE = "# Reedbook\n\nNotes that stay on your machine.\n\n## License\n\nMIT\n"
CALLS = (
    'import OpenAI from "openai";\nconst c = new OpenAI();\n'
    'c.chat.completions.create({ model: "gpt-4o-mini", messages: [] });\n'
)
PACKAGE = '{"name": "reedbook", "license": "MIT"}'


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    return load_packs()


def text_of(folder: Path, packs: Knowledge) -> str:
    return manifest_text(draft_of(scan_folder(folder, packs), folder.name))


def header(**texts: str) -> bytes:
    """The header of a GGUF file that says these of itself."""

    def text(one: str) -> bytes:
        return struct.pack("<Q", len(one.encode())) + one.encode()

    pairs = [text(f"general.{key}") + struct.pack("<I", 8) + text(value) for key, value in texts.items()]
    return b"GGUF" + struct.pack("<IQQ", 3, 0, len(texts)) + b"".join(pairs)


@pytest.mark.parametrize("package", ["package.json", "Cargo.toml", "pyproject.toml"])
def test_weights_that_a_program_fetches_are_its_parts(folder: Folder, packs: Knowledge, package: str) -> None:
    content = PACKAGE if package.endswith("json") else '[package]\nname = "reedbook"\n'
    text = text_of(folder({"README.md": PAGE, package: content, "fetch.sh": FETCH}), packs)
    assert "reedbook: {kind: code, name: Reedbook}" in text
    assert "kind: bundle, inputs: {component: heron-3b-gguf}, outputs: reedbook" in text
    assert "of kind fetch, if whoever runs it loads the weights" in " ".join(text.replace("#", "").split())
    assert "    function: application\n" in text
    assert "    facts: {source_terms_noted: false}  # confirm: " in text
    assert "unknown:" not in text


def test_the_header_of_weights_in_a_program_is_not_told_of_the_release(
    folder: Folder, packs: Knowledge
) -> None:
    place = folder({"README.md": PAGE, "package.json": PACKAGE})
    (place / "models").mkdir()
    bytes_of = header(name="Heron 3B", license="llama3.2") + b"\0" * 64
    (place / "models" / "heron.gguf").write_bytes(bytes_of)
    text = text_of(place, packs)
    assert "heron-3b: {kind: model, name: Heron 3B, license: llama3.2}" in text
    assert "component: heron-3b" in text
    assert "    license: MIT\n" in text
    assert "statements:" not in text


@pytest.mark.parametrize(
    "more",
    [
        {"train.yml": "base_model: marsh/heron-3b\nadapter: lora\ndatasets:\n  - path: marsh/rows\n"},
        {"README.md": PAGE + "We fine-tuned Qwen/Qwen2.5-7B on our notes.\n"},
        {"README.md": "---\nlicense: mit\npipeline_tag: text-generation\n---\n" + PAGE},
        {"train.py": "from datasets import load_dataset\nload_dataset('marsh/rows')\n"},
    ],
)
def test_where_anything_shows_making_a_folder_is_no_mere_program(
    folder: Folder, packs: Knowledge, more: Mapping[str, str]
) -> None:
    files = {"README.md": PAGE, "package.json": PACKAGE, "fetch.sh": FETCH, **more}
    assert "kind: code" not in text_of(folder(files), packs)


def test_weights_without_a_package_are_the_release(folder: Folder, packs: Knowledge) -> None:
    assert "kind: code" not in text_of(folder({"README.md": PAGE, "fetch.sh": FETCH}), packs)


def test_a_hosted_model_that_is_called_is_no_part(folder: Folder, packs: Knowledge) -> None:
    alone = text_of(folder({"README.md": PAGE, "package.json": PACKAGE, "ask.ts": CALLS}), packs)
    assert "reedbook: {kind: code, name: Reedbook}" in alone
    assert "inputs: {unknown: gpt-4o-mini}" in alone
    beside = text_of(folder({"fetch.sh": FETCH}), packs)
    assert "kind: code" in beside
    assert "component: heron-3b-gguf" in beside
    assert "unknown: gpt-4o-mini" in beside


ASKS = (
    "from transformers import pipeline\nsay = pipeline('text-generation', model='marsh/heron-3b')\n"
    "print(say('Hello'))\n"
)
RANKS = "from sentence_transformers import CrossEncoder\nrank = CrossEncoder('marsh/egret-ranker-v2')\n"
SERVES = "import gradio\n" + ASKS


@pytest.mark.parametrize(
    ("files", "part"),
    [
        ({"pyproject.toml": '[project]\nname = "reedbook"\n', "reedbook/say.py": ASKS}, "heron-3b"),
        (
            {"setup.py": "from setuptools import setup\nsetup(name='reedbook')\n", "src/rank.py": RANKS},
            "egret-ranker-v2",
        ),
        ({"app.py": SERVES, "requirements.txt": "gradio\n"}, "heron-3b"),
        (
            {"README.md": "---\ntitle: Reedbook\nsdk: gradio\nlicense: mit\n---\n" + PAGE, "main.py": ASKS},
            "heron-3b",
        ),
        ({"cog.yaml": "predict: predict.py:Predictor\n", "predict.py": ASKS}, "heron-3b"),
        ({"DESCRIPTION": "Package: reedbook\nTitle: Notes\n", "R/say.py": ASKS}, "heron-3b"),
    ],
)
def test_what_only_runs_weights_is_a_program_that_loads_them(
    folder: Folder, packs: Knowledge, files: Mapping[str, str], part: str
) -> None:
    text = text_of(folder({"README.md": PAGE, **files}), packs)
    assert "reedbook: {kind: code, name: Reedbook}" in text
    assert f"kind: fetch, inputs: {{component: {part}}}, outputs: reedbook" in text


@pytest.mark.parametrize(
    "more",
    [
        {"make.py": ASKS + "import json\njson.dump(say('More'), open('rows.json', 'w'))\n"},
        {"make.py": ASKS + "import pandas\npandas.DataFrame(say('More')).to_csv(out)\n"},
        {
            "tune.py": "from trl import SFTTrainer\nSFTTrainer(model='marsh/heron-3b', train_dataset=rows).train()\n"
        },
        {"README.md": PAGE + "Our synthetic corpus was written by Qwen2.5-7B-Instruct.\n"},
        {"rows.jsonl": '{"text": "a", "model": "gpt-4o"}\n{"text": "b", "model": "gpt-4o"}\n'},
    ],
)
def test_what_keeps_what_a_model_says_or_trains_is_no_program(
    folder: Folder, packs: Knowledge, more: Mapping[str, str]
) -> None:
    files = {
        "README.md": PAGE,
        "pyproject.toml": '[project]\nname = "reedbook"\n',
        "reedbook/say.py": ASKS,
        **more,
    }
    assert "kind: code" not in text_of(folder(files), packs)


def test_what_a_package_only_shows_in_examples_makes_nothing(folder: Folder, packs: Knowledge) -> None:
    shown = ASKS + "import pandas\npandas.DataFrame(say('More')).to_csv('rows.csv')\n"
    files = {"README.md": PAGE, "pyproject.toml": '[project]\nname = "reedbook"\n', "examples/show.py": shown}
    assert "reedbook: {kind: code, name: Reedbook}" in text_of(folder(files), packs)


def test_a_page_on_what_there_is_names_no_parts(folder: Folder, packs: Knowledge) -> None:
    names = (
        "Qwen2.5-7B",
        "Llama-3-8B",
        "Mistral-7B",
        "Gemma-2-9B",
        "Phi-3-mini",
        "GPT-4",
        "BERT",
        "T5",
        "Falcon-7B",
        "OPT-6.7B",
    )
    notes = "# What there is\n\n" + "".join(
        f"{name} was fine-tuned on Alpaca, as its makers say.\n\n" for name in names
    )
    files = {"README.md": PAGE, "package.json": PACKAGE, "say.py": ASKS, "notes/survey.md": notes}
    scan = scan_folder(folder(files), packs)
    assert [one.name for one in scan.upstreams] == ["marsh/heron-3b"]
    assert not scan.mentioned


def test_a_page_of_a_program_only_mentions_what_no_code_runs(folder: Folder, packs: Knowledge) -> None:
    files = {
        "README.md": PAGE + "Answers are checked by Qwen2.5-7B-Instruct.\n",
        "package.json": PACKAGE,
        "say.py": ASKS,
    }
    scan = scan_folder(folder(files), packs)
    assert [one.name for one in scan.upstreams] == ["marsh/heron-3b"]
    assert [one.name for one in scan.mentioned] == ["Qwen2.5-7B-Instruct"]


def test_rows_of_which_a_further_page_speaks_are_no_part(folder: Folder, packs: Knowledge) -> None:
    notes = "# What there is\n\nmultilingual-e5-large was fine-tuned on MS MARCO by its makers.\n"
    files = {"README.md": PAGE, "package.json": PACKAGE, "say.py": ASKS, "docs/notes.md": notes}
    assert [one.name for one in scan_folder(folder(files), packs).upstreams] == ["marsh/heron-3b"]


LOADS = "from faster_whisper import WhisperModel\nhear = WhisperModel('models/heron-ears')\n"
SHAPE = '{"_name_or_path": "marsh/heron-ears", "architectures": ["Ears"], "model_type": "ears"}'
PROGRAM = {"README.md": PAGE, "pyproject.toml": '[project]\nname = "reedbook"\n', "reedbook/hear.py": LOADS}


@pytest.mark.parametrize(
    "beside",
    [
        {"models/heron-ears/config.json": SHAPE},
        {"models/heron-ears/config.json": '{"architectures": ["Ears"], "model_type": "ears"}'},
        {"models/heron-ears/config.json": '{"suppress_ids": [1]}'},
        {"models/heron-ears/vocabulary.txt": "a\n"},
    ],
)
def test_weights_that_lie_where_code_loads_them_go_along_with_a_program(
    folder: Folder, packs: Knowledge, beside: Mapping[str, str]
) -> None:
    text = text_of(folder({**PROGRAM, **beside}), packs)
    assert "reedbook: {kind: code, name: Reedbook}" in text
    assert "kind: bundle" in text
    assert "component: " in text
    assert "kind: fetch," not in text
    assert "finetune" not in text


def test_weights_that_code_names_by_a_path_that_is_not_here_are_loaded(
    folder: Folder, packs: Knowledge
) -> None:
    text = text_of(folder(PROGRAM), packs)
    assert "kind: fetch, inputs: {component: heron-ears}" in text


@pytest.mark.parametrize("where", ["config.json", "out/checkpoint-9/config.json"])
def test_weights_that_no_code_loads_from_where_they_lie_may_be_what_is_put_out(
    folder: Folder, packs: Knowledge, where: str
) -> None:
    assert "kind: code" not in text_of(folder({**PROGRAM, where: SHAPE}), packs)


CALLING = (
    "import anthropic\nclient = anthropic.Anthropic()\n\n\ndef answer(text):\n"
    '    return client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[]).content[0].text\n'
)


@pytest.mark.parametrize(
    ("opening", "program"),
    [
        ("Minutes is a desktop app for macOS and Windows that has Claude write the summary.", True),
        ("A small Telegram bot that answers with Claude.", True),
        ("This plugin has Claude name your layers.", True),
        ("An application in which Claude answers your mail.", True),
        ("Summaries of meetings, written by Claude.", False),
        ("Our app reviews of five stores, rated by Claude.", False),
    ],
)
def test_a_page_that_calls_itself_a_program_is_of_one(
    folder: Folder, packs: Knowledge, opening: str, program: bool
) -> None:
    text = text_of(folder({"README.md": f"# Marsh\n\n{opening}\n\nMIT\n", "src/main.py": CALLING}), packs)
    assert ("kind: code, name: Marsh" in text) == program
