"""Figures and choices of settings, of code that trains and of logs that pages may tell otherwise."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from compliance.acquire.claims.amounts import (
    ALPHA,
    CONTEXT,
    EPOCHS,
    LAYERS,
    LEARNING,
    PARAMETERS,
    RANK,
    RATE,
    ROWS,
    SEED,
    TOKENS,
    VOCABULARY,
    WIDTH,
    split_of,
    stage_of,
)
from compliance.acquire.claims.stances import TESTED
from compliance.acquire.tree import line_of, mapping, mappings, number
from compliance.acquire.walk import TextFile
from compliance.model.declared.sighting import Claim
from compliance.model.shapes.location import Location
from compliance.patterns import regex

MOST_DEEP = 6
_OF_MODEL = {
    "max_position_embeddings": CONTEXT, "n_positions": CONTEXT, "max_seq_len": CONTEXT, "hidden_size": WIDTH,
    "vocab_size": VOCABULARY, "num_hidden_layers": LAYERS,
}  # fmt: skip
_OF_RUN = {
    **dict.fromkeys(("num_train_epochs", "num_epochs", "n_epochs", "epochs", "train_epochs"), EPOCHS),
    **dict.fromkeys(("lora_r", "lora_rank"), RANK), "lora_alpha": ALPHA, "learning_rate": LEARNING, "seed": SEED,
    **dict.fromkeys(("output_sample_rate", "sampling_rate", "sample_rate"), RATE),
}  # fmt: skip
"""Settings of a run by what they tell."""
_RESULTS = re.compile(r"(?:all_results|train_results|trainer_state)\.json$")
_COUNTS = frozenset({"train_samples", "num_train_samples", "train_examples", "n_train"})
_NAMING = ("repo", "hub", "path", "name", "id", "dataset", "file", "hf_path", "dataset_name")
_LOGGED = (
    (
        TOKENS,
        regex(r"(?i)\b(?:tokens seen|seen tokens|consumed tokens|total tokens)\W{1,3}(?P<number>\d[\d,]*)"),
    ),
    (ROWS, regex(r"(?i)\bnum examples\W{1,4}(?P<number>\d[\d,]*)")),
    (EPOCHS, regex(r"(?i)\bnum epochs\W{1,4}(?P<number>\d+)")),
    (PARAMETERS, regex(r"(?i)\b(?:total |number of |model )?param(?:eter)?s\W{1,3}(?P<number>\d{2}[\d,]*)")),
)
_OPTION = regex(r"--(?:num[_-]train[_-]epochs|epochs)[ =](?P<number>\d+)")
LEAST_EPOCH, MOST_EPOCHS = 0.5, 1e6
"""How far a run may have come that says how far it came."""
_WINDOW = re.compile(r"\.max_seq_length\s*=\s*(?P<number>\d+)")
"""How code sets the window of an embedder."""
_GIVEN = regex(
    r"\b(?P<key>learning_rate|num_train_epochs|seed|lora_alpha|lora_r)\s*=\s*(?P<number>\d+(?:\.\d+)?(?:e-?\d+)?)\s*[,)\n]"
)
"""What code of a training run is given as it stands."""


def of_tree(tree: object, name: str) -> Iterator[Claim]:
    """What a file of settings or of results says."""
    top, base = mapping(tree), name.rpartition("/")[2]
    if base == "config.json" and "/" not in name:
        yield from _of_model(top, name)
    if base == "dataset_infos.json":
        yield from _of_splits(top, name)
    if _RESULTS.search(base):
        yield from _of_results(top, name)
    else:
        yield from _of_run(tree, name, 0)


def _claim(about: str, value: float, place: Location, words: str, of: str = "", off: float = 0.0) -> Claim:
    return Claim(about, value - off, value + off, place, words, of, "config")


def _of_model(top: Mapping[str, Any], name: str) -> Iterator[Claim]:
    """The sizes of the weights; a window that is stretched afterwards is not the one of its field."""
    for key, about in _OF_MODEL.items():
        value = number(top.get(key))
        stretched = about == CONTEXT and top.get("rope_scaling")
        if value and not stretched:
            off = value * 0.025 if about == CONTEXT else 0.0
            yield _claim(about, value, Location(name, line_of(top[key]), 1), f"{key}: {top[key]}", off=off)


def _of_splits(top: Mapping[str, Any], name: str) -> Iterator[Claim]:
    for part in (one for one in top.values() if isinstance(one, dict)):
        yield from splits_of(part, name)


def splits_of(told: Mapping[str, Any], name: str) -> Iterator[Claim]:
    """How many rows each split of a set has, by the fields that its hub writes."""
    splits = told.get("splits")
    for one in splits.values() if isinstance(splits, dict) else mappings(splits):
        value, split = number(mapping(one).get("num_examples")), mapping(one).get("name")
        if value and isinstance(split, str):
            words = f"{split}, num_examples: {one['num_examples']}"
            yield _claim(ROWS, value, Location(name, line_of(one["num_examples"]), 1), words, split_of(split))


def _of_results(top: Mapping[str, Any], name: str) -> Iterator[Claim]:
    """What a run wrote of itself when it was through."""
    for key in _COUNTS & top.keys():
        if value := number(top[key]):
            yield _claim(ROWS, value, Location(name, line_of(top[key]), 1), f"{key}: {top[key]}", "train")
    value = number(top.get("epoch"))
    if value and LEAST_EPOCH <= value < MOST_EPOCHS:
        yield _claim(
            EPOCHS,
            round(value),
            Location(name, line_of(top["epoch"]), 1),
            f"epoch: {top['epoch']}",
            stage_of(name),
        )


def _of_run(tree: object, name: str, deep: int) -> Iterator[Claim]:
    """Epochs, and rows that are taken from a split of tests."""
    if deep > MOST_DEEP:
        return
    if isinstance(tree, list):
        for one in tree:
            yield from _of_run(one, name, deep + 1)
    if not isinstance(tree, dict):
        return
    for key, value in tree.items():
        about = RANK if key == "r" and "peft_type" in tree else _OF_RUN.get(str(key))
        if about is not None and (count := number(value)):
            of = stage_of(name) if about == EPOCHS else ""
            yield _claim(about, count, Location(name, line_of(value), 1), f"{key}: {value}", of)
        elif isinstance(value, dict | list) and not re.search(r"(?i)eval|test|valid", str(key)):
            yield from _of_run(value, name, deep + 1)
    split = tree.get("split")
    named = next((tree[key] for key in _NAMING if isinstance(tree.get(key), str)), None)
    if named and isinstance(split, str) and re.search(r"(?i)(?<![a-z])test(?![a-z])", split):
        yield _claim(TESTED, 1.0, Location(name, line_of(split), 1), f"{named}, split: {split}")


def of_log(file: TextFile) -> Iterator[Claim]:
    """What the log of a run, or the command that starts it, tells."""
    is_log = file.suffix in (".log", ".out") or "log" in file.stem
    patterns = _LOGGED if is_log else ((EPOCHS, _OPTION),) if file.suffix in (".sh", ".slurm") else ()
    for about, pattern in patterns:
        for one in deque(pattern.finditer(file.text), maxlen=1):  # what a log says last is how the run ended
            value = float(one["number"].replace(",", ""))
            of = "train" if about == ROWS else stage_of(file.name) if about == EPOCHS else ""
            off = value * 0.03 if about == PARAMETERS else 0.0
            yield _claim(about, value, file.place(one.start()), one[0], of, off)


def of_code(file: TextFile) -> Iterator[Claim]:
    """The settings that a program of training gives its trainer."""
    for one in _WINDOW.finditer(file.text) if file.suffix == ".py" else ():
        yield _claim(CONTEXT, float(one["number"]), file.place(one.start()), one[0].lstrip("."))
    trains = file.suffix == ".py" and re.search(r"(?:Arguments|Config|Trainer)\(", file.text)
    for one in _GIVEN.finditer(file.text) if trains else ():
        about = _OF_RUN[one["key"]]
        of = stage_of(file.name) if about == EPOCHS else ""
        yield _claim(about, float(one["number"]), file.place(one.start()), one[0].rstrip(",) \n"), of)
