"""Read the drawn tables of public indexes: one row per published name and what the index says of it."""

from __future__ import annotations

import csv
import pathlib
import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What one index says of one published name."""

    name: str
    licence: str
    listed: str
    """The index with its version, as a record's source names it."""
    released: str = ""
    base: str = ""
    developer: str = ""
    function: str = ""


MTEB = "list of MTEB models, mteb 2.26.24"
JAPANESE = "awesome-japanese-llm at commit 903d9db"
GPUSTACK = "model catalogue of gpustack at commit 47277d7"
OPENNESS = "Model Openness Tool at commit 8b5d30e"
AZURE = "Azure model catalogue, azureml-assets at commit 4b41f8c"
OPEN_LLMS = "open-llms at commit 78a2524"
TIMM = "pytorch-image-models at commit aa4b585"
LEADERBOARD = "Open LLM Leaderboard's table, fboulnois/llm-leaderboard-csv at 5285982 and 0f4e5c6"
TASKS = "list of MTEB tasks, mteb 2.26.24"
CARDS_2022 = "cards of huggingface/datasets, October 2022"
AWESOME_DATA = "Awesome-LLMs-Datasets at commit ca0ab56"

_NOTED = re.compile(r"\s*(?:\[\^\d+\]|\(\?\)|<br>.*)\s*", re.DOTALL)


def table(path: pathlib.Path) -> list[dict[str, str]]:
    """The rows of a table whose cells are parted by tabs."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [
            {key: value or "" for key, value in row.items() if key}
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def model_rows(sources: pathlib.Path) -> Iterator[Row]:
    """Every model of the indexes that name licences."""
    yield from _embedders(sources / "embeddings-benchmark+mteb/mteb_models.tsv")
    yield from _japanese(sources / "llm-jp+awesome-japanese-llm/awesome_japanese.tsv")
    for row in table(sources / "gpustack+gpustack/gpustack_models.tsv"):
        for name in row["hf_ids"].split():
            yield Row(name, row["licences"], GPUSTACK, row["released"])
    for row in table(sources / "lfai+model_openness_tool/mot_models.tsv"):
        if row["hf"]:
            yield Row(row["hf"], row["lic"], OPENNESS, developer=row["org"])
    for row in table(sources / "Azure+azureml-assets/azureml_models.tsv"):
        if row["hf_id"]:
            yield Row(row["hf_id"], row["licence"], AZURE)
    for row in table(sources / "eugeneyan+open-llms/open_llms.tsv"):
        if row["hf"]:
            yield Row(row["hf"], row["lic"], OPEN_LLMS, row["date"].replace("/", "-"))
    for row in table(sources / "huggingface+pytorch-image-models/timm_licences.tsv"):
        yield Row(row["name"], row["lic"], TIMM, function="vision")


def _embedders(path: pathlib.Path) -> Iterator[Row]:
    for row in table(path):
        if row["open_weights"] != "True":
            continue
        base = row["adapted_from"] if re.fullmatch(r"[\w.\-]+/[\w.\-]+", row["adapted_from"]) else ""
        function = (
            "reranker"
            if re.search("rerank|cross-?encoder", row["name"] + row["file"], re.IGNORECASE)
            else "embedding"
        )
        yield Row(
            row["name"], row["license"], MTEB, row["release_date"], "" if base == row["name"] else base,
            function=function,
        )  # fmt: skip


def _japanese(path: pathlib.Path) -> Iterator[Row]:
    for row in table(path):
        single = "<br>" not in row["lic"] and "&" not in row["lic"]
        licence = _NOTED.sub("", row["lic"]) if single else ""
        for name in filter(None, (one.strip() for one in row["hf"].split("|"))):
            yield Row(name, licence, JAPANESE, row["date"], developer=row["org"])


def leaderboard_rows(sources: pathlib.Path) -> Iterator[Row]:
    """Every checkpoint of the leaderboard, with what its uploader wrote."""
    for row in table(sources / "fboulnois+llm-leaderboard-csv/open_llm_leaderboard.tsv"):
        base = row["base"] if "/" in row["base"] and row["base"] != row["name"] else ""
        yield Row(row["name"], row["lic"], LEADERBOARD, "", base)


def dataset_rows(sources: pathlib.Path) -> Iterator[Row]:
    """Every data set of the indexes that name licences."""
    for row in table(sources / "lmmlzn+Awesome-LLMs-Datasets/awesome_llms_datasets.tsv"):
        if row["hf"]:
            yield Row(row["hf"], row["lic"], AWESOME_DATA, row["date"])
    for row in table(sources / "embeddings-benchmark+mteb/mteb_tasks.tsv"):
        yield Row(row["dataset"], row["license"], TASKS)
    for row in table(sources / "huggingface+datasets/hf_cards_2022.tsv"):
        yield Row(row["id"], row["license"], CARDS_2022)
