"""Names on somebody's own machine: a folder called like a known model is one; the rest is told, never passed over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from compliance.acquire.config import read_config, untold
from compliance.acquire.names import folder_name
from compliance.acquire.tree import read_tree
from compliance.intake.documents import import_documents
from compliance.model.known.knowledge import Knowledge
from compliance.model.shapes.location import Location
from compliance.pipeline import load_packs

Folder = Callable[[Mapping[str, str]], Path]
SFT = "model_name_or_path: {}\nstage: sft\nfinetuning_type: lora\ntemplate: llama3\ndataset: {}\n"
INFO = '{"mine": {"file_name": "mine.json"}, "theirs": {"hf_hub_url": "org/theirs"}}'


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    return load_packs()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Write files below a folder of their own."""

    def write(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("../Meta-Llama-3-8B-Instruct/", "Meta-Llama-3-8B-Instruct"),
        ("/data/models/Qwen/Qwen2___5-7B-Instruct", "Qwen2.5-7B-Instruct"),
        ("C:\\models\\Qwen3-8B", "Qwen3-8B"),
        ("/hub/models--Qwen--Qwen3-8B/snapshots/0a1b", "Qwen/Qwen3-8B"),
        ("outputs/Qwen3-8B", None),
        ("saves/llama3-8b/lora/sft", None),
        ("/data/exp3/Qwen3-8B", None),
        ("./base", None),
        ("/path/to/Qwen3-8B", None),
        ("./Qwen3-8B.gguf.bin", None),
        ("/models/flux/flux1-dev.safetensors", "flux1-dev"),
        ("out/flux/flux1-dev.safetensors", None),
        ("Qwen3-8B", None),
    ],
)
def test_a_folder_has_a_name_where_no_run_of_one_s_own_wrote_it(path: str, name: str | None) -> None:
    assert folder_name(path) == name


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("sft.yaml", SFT.format("/data/models/Meta-Llama-3-8B", "mine")),
        ("axolotl.yml", "base_model: ./Meta-Llama-3-8B\ndatasets:\n  - path: rows.jsonl\n"),
        ("adapter_config.json", '{"peft_type": "LORA", "base_model_name_or_path": "/w/Meta-Llama-3-8B"}'),
    ],
)
def test_weights_in_a_folder_called_like_a_known_model_are_that_base(
    folder: Folder, packs: Knowledge, file: str, text: str
) -> None:  # fmt: skip
    scan = import_documents([folder({file: text}) / file], packs)
    (one,) = scan.upstreams
    assert (one.name.rsplit("/", 1)[-1], one.relation) == ("Meta-Llama-3-8B", "base")
    assert one.first.how.endswith("by the name of its folder")
    assert scan.released[0].kind == "model"


def test_a_folder_of_no_known_name_is_told_and_is_no_upstream(folder: Folder, packs: Knowledge) -> None:
    path = folder({"sft.yaml": SFT.format("/data/models/heron-base-9", "mine")}) / "sft.yaml"
    scan = import_documents([path], packs)
    assert not scan.upstreams
    assert any("heron-base-9 is a folder" in one.what for one in scan.lost)


def test_rows_of_a_configuration_that_are_a_file_are_asked_for(folder: Folder, packs: Knowledge) -> None:
    path = folder(
        {"sft.yaml": SFT.format("org/base-7b", "mine, theirs, gone"), "data/dataset_info.json": INFO}
    )
    scan = import_documents([path / "sft.yaml"], packs)
    assert [(one.name, one.relation) for one in scan.upstreams if one.relation == "data"] == [
        ("org/theirs", "data")
    ]
    assert [one.about for one in scan.questions] == ["org/theirs", "mine.json"]
    assert [one.what.split(",")[0] for one in scan.lost] == ["dataset: gone is a short name"]


def test_rows_of_a_run_that_only_predicts_went_into_nothing() -> None:
    tree = read_tree(SFT.format("org/base-7b", "theirs") + "do_predict: true\n", False)
    found = read_config(tree, "x.yaml", {"theirs": ("org/theirs", Location("i.json", 1, 1))})
    assert {one.relation for one in found.sightings if one.name == "org/theirs"} == {"none"}


def test_names_of_nothing_in_a_merge_are_told() -> None:
    tree = read_tree("merge_method: linear\nmodels:\n  - model: model_a\n  - model: org/b-7b\n", False)
    assert [one.what.split(" is ")[0] for one in untold(tree, "merge.yml")] == ["models.model: model_a"]
