"""Programs that hand weights on: what such a folder puts out is code, and the weights are parts of it."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from compliance.intake import scan_folder
from compliance.intake.draft import draft_of
from compliance.intake.writing import manifest_text
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
    assert "kind: code" not in alone
    beside = text_of(folder({"fetch.sh": FETCH}), packs)
    assert "kind: code" in beside
    assert "component: heron-3b-gguf" in beside
    assert "unknown: gpt-4o-mini" in beside
