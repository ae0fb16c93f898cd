"""Pipelines and their records: what comes from elsewhere, which model wrote rows, what runs started from."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from compliance.acquire.config import format_of, read_config
from compliance.acquire.foreign import foreign_format, read_foreign
from compliance.acquire.found import Found
from compliance.acquire.modelfile import read_modelfile
from compliance.acquire.pipelines.dvc import read_dvc
from compliance.acquire.pipelines.mlflow import read_parameter
from compliance.acquire.repository import read_repository
from compliance.acquire.rows.columns import read_rows
from compliance.acquire.tree import read_tree
from compliance.model.declared.sighting import Mention

STAGES = """\
stages:
  fetch:
    cmd: huggingface-cli download org/rows --repo-type dataset
    outs: [data/rows]
  train:
    cmd: python train.py --model_name_or_path org/base-7b
    deps:
    - data/rows
    - data/extra.csv
    - s3://bucket/more.jsonl
    - train.py
    outs:
    - model
"""
LOCK = """\
schema: '2.0'
stages:
  train:
    cmd: python train.py
    deps:
    - path: data/rows.csv
      md5: 1f
    params:
      params.yaml:
        train.base_model: org/base-7b
        train.epochs: 3
    outs:
    - path: model.pkl
"""
IMPORTED = """\
frozen: true
deps:
- path: set/data.xml
  repo:
    url: https://github.com/org/registry
    rev_lock: f59388c
outs:
- path: data.xml
  md5: 22a1
"""
MLMODEL = """\
artifact_path: runs/answers
flavors:
  transformers:
    source_model_name: distilbert-base-uncased
    task: text-classification
metadata:
  license: apache-2.0
  training_dataset: org/rows
mlflow_version: 2.16.0
resources:
  databricks:
    serving_endpoint:
    - name: databricks-meta-llama-3-1-70b-instruct
"""
DISTILABEL = """\
distilabel: {version: 1.4.1}
pipeline:
  name: p
  steps:
  - step:
      name: load
      repo_id: org/prompts
      type_info: {module: distilabel.steps, name: LoadDataFromHub}
  - step:
      name: write
      llm:
        model: gpt-4o-2024-08-06
        base_url: https://api.openai.com/v1
        type_info: {module: distilabel.llms.openai, name: OpenAILLM}
      type_info: {module: distilabel.steps.tasks, name: TextGeneration}
  - step:
      name: rate
      llm:
        model: org/judge-8b
        type_info: {module: distilabel.llms.vllm, name: vLLM}
      type_info: {module: distilabel.steps.tasks, name: UltraFeedback}
"""
NEMO = """\
policy:
  model_name: org/base-7b
  tokenizer: {name: org/words}
teacher:
  model_name: org/teacher-70b
data:
  train: {dataset_name: HelpSteer3}
  validation: {dataset_name: squad}
env:
  reward_model: {model_name: org/judge-8b}
cluster: {num_nodes: 1}
"""


def silent(text: str, section: str) -> list[Mention]:
    """A reader of prose that finds nothing."""
    return []


def told(text: str, name: str = "x.yaml") -> Found:
    return read_foreign(read_tree(text, False), name, silent)


def seen(found: Found) -> list[tuple[str, str, int]]:
    return [(one.name, one.relation, one.place.line) for one in found.sightings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [(STAGES, "dvc"), (LOCK, "dvc"), (IMPORTED, "dvc"), (MLMODEL, "mlflow"), (DISTILABEL, "distilabel"),
     ("stages: [build, test]\n", None), ("outs: 3\n", None), ("flavors: [a]\n", None)],
)  # fmt: skip
def test_a_pipeline_is_known_by_its_keys(text: str, expected: str | None) -> None:
    assert expected == foreign_format(read_tree(text, False))


def test_stages_name_what_comes_from_elsewhere_at_their_lines() -> None:
    found = told(STAGES)
    expected = [("org/rows", "data", 3), ("s3://bucket/more.jsonl", "data", 10), ("org/base-7b", "base", 6)]
    assert sorted(expected) == sorted(seen(found))
    assert [(name, place.line) for name, place in found.reads] == [("data/extra.csv", 9)]


def test_a_lock_tells_parameters_and_rows_that_no_stage_writes() -> None:
    found = told(LOCK)
    assert seen(found) == [("org/base-7b", "base", 10)]
    assert [name for name, _ in found.reads] == ["data/rows.csv"]


def test_what_is_imported_is_told_by_address_path_and_line() -> None:
    assert seen(told(IMPORTED)) == [("https://github.com/org/registry#set/data.xml", "data", 5)]


def test_a_tracked_file_without_origin_is_asked() -> None:
    found = told("outs:\n- md5: 1f\n  path: rows.csv\n", "data/rows.csv.dvc")
    assert (found.sightings, [name for name, _ in found.reads]) == ([], ["data/rows.csv"])


def test_a_logged_model_tells_its_base_licence_data_and_what_it_asks() -> None:
    found = told(MLMODEL, "MLmodel")
    expected = [
        ("distilbert-base-uncased", "base", 4),
        ("org/rows", "data", 8),
        ("databricks-meta-llama-3-1-70b-instruct", "component", 13),
    ]
    assert expected == seen(found)
    assert [(one.kind, one.name) for one in found.published] == [("model", "answers")]
    assert [one.text for one in found.statements] == ["apache-2.0"]


@pytest.mark.parametrize(
    ("source", "kind", "sightings", "reads"),
    [
        ('{"path": "org/rows", "name": null}', "hugging_face", ["org/rows"], []),
        ('{"url": "https://x.org/rows.csv"}', "http", ["https://x.org/rows.csv"], []),
        ('{"uri": "/tmp/rows.csv"}', "local", [], ["/tmp/rows.csv"]),
        ("{}", "code", [], []),
    ],
)
def test_data_sets_of_runs_are_told_by_where_they_lie(
    source: str, kind: str, sightings: list[str], reads: list[str]
) -> None:
    found = told(f"digest: d1\nname: rows\nsource: '{source}'\nsource_type: {kind}\n", "meta.yaml")
    assert (sightings, reads) == ([one.name for one in found.sightings], [name for name, _ in found.reads])


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("model_name_or_path", "org/base-7b", [("org/base-7b", "base", 1)]),
        ("dataset_name", "org/rows", [("org/rows", "data", 1)]),
        ("learning_rate", "2e-5", []),
        ("model_name_or_path", "/opt/me/base", []),
    ],
)
def test_parameters_of_runs_are_read_like_keys(name: str, value: str, expected: list[object]) -> None:
    assert expected == seen(read_parameter(value + "\n", f"mlruns/0/ab/params/{name}"))


def test_a_saved_pipeline_tells_rows_writers_and_judges() -> None:
    found = told(DISTILABEL)
    expected = [
        ("org/prompts", "data", 7),
        ("gpt-4o-2024-08-06", "generated-by", 12),
        ("org/judge-8b", "judged-by", 19),
    ]
    assert expected == seen(found)
    assert [one.provider for one in found.sightings] == [None, "openai", None]


def test_teachers_and_judges_of_nemo_are_no_bases_and_short_names_are_written_out() -> None:
    tree = read_tree(NEMO, False)
    assert format_of(tree) == "nemo-rl"
    lineage = [(one.name, one.relation) for one in read_config(tree, "x.yaml").sightings if one.is_lineage]
    expected = [
        ("org/base-7b", "base"), ("org/teacher-70b", "generated-by"), ("nvidia/HelpSteer3", "data"),
        ("org/judge-8b", "judged-by"),
    ]  # fmt: skip
    assert expected == lineage


@pytest.mark.parametrize("base", ["distilbert-base-uncased", "gpt2", "org/base"])
def test_an_adapter_s_base_may_be_one_word(base: str) -> None:
    tree = read_tree(f'{{"base_model_name_or_path": "{base}", "peft_type": "LORA"}}', True)
    assert [(base, "base")] == [(one.name, one.relation) for one in read_config(tree, "a.json").sightings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "FROM llama3.1:8b\nADAPTER org/adapter\n",
            [("llama3.1:8b", "base", 1), ("org/adapter", "adapter", 2)],
        ),
        ("# c\nfrom hf.co/org/base-GGUF:Q4_K_M\n", [("hf.co/org/base-GGUF:Q4_K_M", "base", 2)]),
        ("FROM ./model.gguf\n", []),
    ],
)
def test_a_modelfile_tells_base_and_adapter(text: str, expected: list[object]) -> None:
    assert expected == seen(read_modelfile(text, "Modelfile"))


def test_a_folder_s_pipelines_runs_and_parameters_are_found(tmp_path: Path) -> None:
    files = {
        "dvc.yaml": STAGES, "dvc.lock": LOCK, "data.xml.dvc": IMPORTED, "MLmodel": MLMODEL,
        "params.yaml": "train: {base_model: org/other-7b}\n",
        "mlruns/0/ab/params/dataset_name": "org/logged",
        "mlruns/0/datasets/d1/meta.yaml": "digest: d\nsource: '{\"path\": \"org/used\"}'\nsource_type: hugging_face\n",
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    names = {one.name for one in read_repository(tmp_path, silent).found.sightings}
    expected = {
        "org/rows",
        "org/base-7b",
        "org/other-7b",
        "org/logged",
        "org/used",
        "distilbert-base-uncased",
    }
    assert expected <= names


@pytest.mark.parametrize(
    ("written", "asked", "expected"),
    [
        ("a/b", "a/b", 0), ("a", "a/b/c.csv", 0), ("a/b/c.csv", "a", 0), ("./a/b", "a/b/", 0),
        ("/data/a", "/data/a/b.csv", 0),
        ("a/b", "a/bc.csv", 1), ("ab", "a/data.csv", 1), ("/a/b.csv", "/data", 1),
    ],
)  # fmt: skip
def test_what_a_stage_writes_is_known_by_its_folders(written: str, asked: str, expected: int) -> None:
    tree = {"stages": {"one": {"cmd": "x", "outs": [written]}, "two": {"cmd": "y", "deps": [asked]}}}
    assert len(read_dvc(tree, "dvc.yaml", lambda *_: []).reads) == expected


def _stages(size: int) -> Found:
    stages = {f"s{n}": {"cmd": "x", "deps": [f"d/{n}.csv"], "outs": [f"o/{n}"]} for n in range(size)}
    return read_dvc({"stages": stages}, "dvc.yaml", lambda *_: [])


def _columns(size: int) -> Found:
    rows = [{f"x{one}": {"model": f"m{one}{row}"} for one in range(size)} for row in range(4)]
    return read_rows(enumerate(rows, 1), "a.jsonl")


@pytest.mark.parametrize("read", [_stages, _columns])
def test_reading_grows_with_the_length_of_a_file_alone(read: Callable[[int], Found]) -> None:
    def cost(size: int) -> int:
        calls = [0]
        sys.setprofile(lambda *_: calls.__setitem__(0, calls[0] + 1))
        try:
            read(size)
        finally:
            sys.setprofile(None)
        return calls[0]

    assert cost(320) < 5 * cost(80)
