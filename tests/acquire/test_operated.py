"""Workflows, containers, infrastructure and settings of one's own name models where their words say what for."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from compliance.acquire.operated.ini import read_ini
from compliance.acquire.repository import read_repository

Files = dict[str, str]


def seen(folder: Path, files: Files) -> set[tuple[str, str]]:
    """Names with their relations, of all that a folder of these files shows."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
    found = read_repository(folder, lambda text, section: []).found
    return {(one.name, one.relation) for one in found.sightings}


ASKS = """\
    import os
    from openai import OpenAI
    client = OpenAI(base_url="http://localhost:8000/v1")
    with open("rows.jsonl", "w") as out:
        out.write(str(client.chat.completions.create(model={model}, messages=[])))
"""


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {
                "Snakefile": """\
                rule annotate:
                    params:
                        weights="heron/reed-tagger-3b"
                    shell:
                        "python annotate.py --annotator {params.weights} > rows.json"
                """
            },
            {("heron/reed-tagger-3b", "generated-by")},
        ),
        (
            {
                "rules/make.smk": """\
                rule benchmark_all:
                    shell: "python run.py --model heron/rival-7b"
                rule tune:
                    shell: "python train.py --model heron/start-7b"
                """
            },
            {("heron/rival-7b", "none"), ("heron/start-7b", "base")},
        ),
        (
            {
                "Makefile": """\
                JUDGE ?= heron/critic-2b
                BASELINE = heron/rival-7b

                rate: rows.jsonl
                \tpython rate.py --model $(JUDGE) rows.jsonl
                """
            },
            {("heron/critic-2b", "judged-by"), ("heron/rival-7b", "none")},
        ),
        (
            {
                "main.nf": """\
                params.rewriter = 'heron/smooth-9b'
                process REWRITE {
                    script:
                    \"\"\"
                    rewrite.py --model ${params.rewriter} > out.txt
                    \"\"\"
                }
                """,
                "nextflow.config": "params {\n    verifier = 'heron/check-1b'\n}\n",
            },
            {("heron/smooth-9b", "generated-by"), ("heron/check-1b", "judged-by")},
        ),
        (
            {"justfile": 'writer := "heron/quill-8b"\n\nwrite:\n    python write.py --model {{writer}}\n'},
            {("heron/quill-8b", "generated-by")},
        ),
    ],
)
def test_a_workflow_hands_its_names_to_commands(
    tmp_path: Path, files: Files, expected: set[tuple[str, str]]
) -> None:
    assert expected <= seen(tmp_path, files)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("model:\n  teacher:\n    name: heron/big-70b\n", {("heron/big-70b", "generated-by")}),
        ("student: {encoder: {checkpoint: heron/small-1b}}\n", {("heron/small-1b", "base")}),
        (
            "stages:\n- id: polish\n  llm:\n    editor: {name: heron/smooth-9b}\n",
            {("heron/smooth-9b", "generated-by")},
        ),
        ("seeds: {hub: {dataset: {name: heron/proverbs}}}\n", {("heron/proverbs", "data")}),
        ("sources: {old: {bucket: 's3://heron-rows/2023'}}\n", {("s3://heron-rows/2023", "data")}),
        ("eval: {dataset: {hub: heron/quiz}}\n", {("heron/quiz", "none")}),
        ("deploy: {image: {model: heron/server}}\n", set()),
        ("publish: {dataset: {hub: heron/notes}}\n", set()),
        ("model: {kind: heron/style}\nzone: Europe/Paris\n", set()),
        ("selector: {model: apps.heron.io/tier}\n", set()),
    ],
)
def test_keys_of_no_known_format_say_what_a_name_was_for(
    tmp_path: Path, settings: str, expected: set[tuple[str, str]]
) -> None:
    assert seen(tmp_path, {"recipe.yaml": settings}) == expected


def test_what_came_out_is_no_setting(tmp_path: Path) -> None:
    assert seen(tmp_path, {"results.json": '{"run": {"teacher": {"model": "heron/big-70b"}}}'}) == set()
    scores = {"run.json": '{"run": {"writer": {"model": "heron/big-70b", "accuracy": "0.5"}}}'}
    assert seen(tmp_path, scores) <= {("heron/big-70b", "none")}


def test_settings_in_sections_are_read_alone_and_by_code(tmp_path: Path) -> None:
    files = {
        "train.cfg": "[weights]\n; from here\npretrained = heron/start-7b  ; first\n[data]\ntrain: heron/rows\n",
        "gen.ini": "[api]\nwhich = quill-large-2\n",
        "gen.py": "import configparser\ncfg = configparser.ConfigParser()\ncfg.read('gen.ini')\n"
        + textwrap.dedent(ASKS.format(model='cfg.get("api", "which")')),
    }
    expected = {("heron/start-7b", "base"), ("heron/rows", "data"), ("quill-large-2", "generated-by")}
    assert seen(tmp_path, files) == expected


@pytest.mark.parametrize("text", ["[open", "a = b\n[x]\na = c\n", "= nothing", "[a]\n" * 3, "\0", ""])
def test_broken_sections_break_nothing(text: str) -> None:
    assert isinstance(read_ini(text), dict)


COMPOSE = """\
services:
  quill:
    image: vllm/vllm-openai:v0.6
    command: ["--model", "heron/quill-8b", "--served-model-name", "scribe"]
  maker:
    build: .
    environment:
      - SCORER_MODEL=heron/critic-2b
      - WRITER=scribe
  web-demo:
    build: ui
    environment:
      CHAT_MODEL: heron/rival-7b
"""


def test_containers_name_models_and_serve_them_under_other_names(tmp_path: Path) -> None:
    files = {"compose.yaml": COMPOSE, "make.py": ASKS.format(model='os.environ["WRITER"]')}
    told = seen(tmp_path, files)
    assert {
        ("heron/quill-8b", "generated-by"),
        ("heron/critic-2b", "judged-by"),
        ("heron/rival-7b", "none"),
    } <= told
    assert not any(name == "scribe" for name, _ in told)


JOB = """\
apiVersion: batch/v1
kind: Job
metadata: {name: captioner}
spec:
  template:
    spec:
      containers:
      - name: run
        image: registry/heron:7
        args: ["--model", "heron/see-4b"]
        env:
        - {name: RERANKER, value: heron/sort-1b}
"""


def test_an_object_of_kubernetes_is_read_by_its_name_and_environment(tmp_path: Path) -> None:
    assert seen(tmp_path, {"k8s/job.yaml": JOB}) == {
        ("heron/see-4b", "generated-by"),
        ("heron/sort-1b", "judged-by"),
    }


def test_infrastructure_tells_models_by_the_names_of_its_settings(tmp_path: Path) -> None:
    text = """\
    variable "caption_model" {
      default = "heron/see-4b"
    }
    locals {
      started_on = "2024-01-01"
    }
    resource "job" "x" {
      environment = [{ name = "JUDGE_MODEL", value = "heron/critic-2b" }]
    }
    """
    assert seen(tmp_path, {"main.tf": text}) == {
        ("heron/see-4b", "generated-by"),
        ("heron/critic-2b", "judged-by"),
    }


@pytest.mark.parametrize(
    "server",
    [
        "vllm serve heron/quill-8b --port 9 --served-model-name scribe\n",
        "python -m sglang.launch_server \\\n  --model-path heron/quill-8b \\\n  --served-model-name=scribe\n",
        "MODEL=heron/quill-8b\nNAME=scribe\nvllm serve $MODEL --served-model-name ${NAME}\n",
        "llama-server -hf heron/quill-8b --alias scribe\n",
        "python serve.py --served-model-name scribe other --model heron/quill-8b\n",
    ],
)
def test_a_served_name_stands_for_the_weights_behind_it(tmp_path: Path, server: str) -> None:
    told = seen(tmp_path, {"serve.sh": server, "make.py": ASKS.format(model='"scribe"')})
    assert ("heron/quill-8b", "generated-by") in told
    assert not any(name == "scribe" for name, _ in told)


def test_a_borrowed_name_is_not_taken_from_the_service_itself(tmp_path: Path) -> None:
    code = "from openai import OpenAI\nprint(OpenAI().chat.completions.create(model='gpt-4o', messages=[]))\n"
    told = seen(
        tmp_path, {"serve.sh": "vllm serve heron/quill-8b --served-model-name gpt-4o\n", "make.py": code}
    )
    assert any(name == "gpt-4o" for name, _ in told)


def test_a_script_says_what_its_model_is_for(tmp_path: Path) -> None:
    text = """\
    python train.py --model heron/start-7b
    python judge_rows.py --model heron/critic-2b
    python -m tools.caption \\
      --model heron/see-4b
    """
    expected = {
        ("heron/start-7b", "base"),
        ("heron/critic-2b", "judged-by"),
        ("heron/see-4b", "generated-by"),
    }
    assert seen(tmp_path, {"run.sh": text}) == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {
                "Taskfile.yml": """\
                version: '3'
                vars:
                  SEES: heron/see-4b
                tasks:
                  caption:
                    cmds:
                      - python caption.py --vlm {{.SEES}}
                """
            },
            {("heron/see-4b", "generated-by")},
        ),
        ({"run.sh": "python run.py policy.backbone=heron/start-7b data.root=heron/rows\n"},
         {("heron/start-7b", "base"), ("heron/rows", "data")}),
        ({"run.sh": "DATA=gs://heron-rows/2024\npython train.py --train_dataset $DATA\n"},
         {("gs://heron-rows/2024", "data")}),
        ({"run.sh": "python train.py --model_name_or_path s3://heron/mirror/org/start-7b\n"},
         {("org/start-7b", "base")}),
        ({"run.sh": "python train.py --model_name_or_path s3://heron/runs/start-7b\n"}, set()),
        ({"conf.yaml": "annotator: {model: heron/reed-3b}\npolicy: {pretrained: {repo: heron/start-7b}}\n"},
         {("heron/reed-3b", "generated-by"), ("heron/start-7b", "base")}),
    ],
)  # fmt: skip
def test_settings_on_command_lines_and_in_further_places(
    tmp_path: Path, files: Files, expected: set[tuple[str, str]]
) -> None:
    assert seen(tmp_path, files) == expected
