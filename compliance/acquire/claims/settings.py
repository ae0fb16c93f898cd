"""Figures and choices of settings, logs, rows and lists of packages that pages may tell otherwise."""

from __future__ import annotations

import csv
import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from itertools import islice
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
from compliance.acquire.claims.stances import PERSONAL, TESTED
from compliance.acquire.tree import line_of, mapping, mappings, number
from compliance.acquire.walk import TextFile
from compliance.model.declared.sighting import Claim, SourceKind
from compliance.model.shapes.location import Location
from compliance.patterns import regex

LANGUAGE = "languages"
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
_PERSONAL = regex(
    r"(?i)(?:^|_)(?:e-?mail(?:_address)?|phone(?:_?(?:number|no))?|telephone|telefon(?:nummer)?|mobile|"
    r"(?:first|last|full|sur|family|given)_?name|vorname|nachname|nom_de_famille|date_of_birth|birth_?date|dob|geburtsdatum|"
    r"ssn|passport(?:_no)?|home_address|street_address|ip_address|iban|postcode|zip_code)$|"
    r"氏名|電話番号|住所|生年月日|メールアドレス|姓名|手机号?|身份证|電話|电话"
)
"""Columns whose values are data of people."""
_PIN = re.compile(r"(?m)^\s*([A-Za-z][\w.-]*)(?:\[[^\]]*\])?\s*==\s*(\d[\w.]*)")
_SHOWN = re.compile(r"(?<![\w/.-])([A-Za-z][\w-]+)[ =:]+v?(\d+\.\d+(?:\.\d+)?)(?![\w.]*\d)")
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
MOST_ROWS = 200
_GIVEN = regex(
    r"\b(?P<key>learning_rate|num_train_epochs|seed|lora_alpha|lora_r)\s*=\s*(?P<number>\d+(?:\.\d+)?(?:e-?\d+)?)\s*[,)\n]"
)
"""What code of a training run is given as it stands."""
MOST_VERSIONS = 200
"""Of more versions in one file the first are looked at."""


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


def _claim(
    about: str, value: float, name: str, line: int, words: str, of: str = "", off: float = 0.0
) -> Claim:
    source: SourceKind = "config"
    return Claim(about, value - off, value + off, Location(name, line, 1), words, of, source)


def _of_model(top: Mapping[str, Any], name: str) -> Iterator[Claim]:
    """The sizes of the weights; a window that is stretched afterwards is not the one of its field."""
    for key, about in _OF_MODEL.items():
        value = number(top.get(key))
        stretched = about == CONTEXT and top.get("rope_scaling")
        if value and not stretched:
            off = value * 0.025 if about == CONTEXT else 0.0
            yield _claim(about, value, name, line_of(top[key]), f"{key}: {top[key]}", off=off)


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
            yield _claim(ROWS, value, name, line_of(one["num_examples"]), words, split_of(split))


def _of_results(top: Mapping[str, Any], name: str) -> Iterator[Claim]:
    """What a run wrote of itself when it was through."""
    for key in _COUNTS & top.keys():
        if value := number(top[key]):
            yield _claim(ROWS, value, name, line_of(top[key]), f"{key}: {top[key]}", "train")
    value = number(top.get("epoch"))
    if value and LEAST_EPOCH <= value < MOST_EPOCHS:
        yield _claim(
            EPOCHS, round(value), name, line_of(top["epoch"]), f"epoch: {top['epoch']}", stage_of(name)
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
            yield _claim(about, count, name, line_of(value), f"{key}: {value}", of)
        elif isinstance(value, dict | list) and not re.search(r"(?i)eval|test|valid", str(key)):
            yield from _of_run(value, name, deep + 1)
    split, named = (
        tree.get("split"),
        next((tree[key] for key in _NAMING if isinstance(tree.get(key), str)), None),
    )
    if named and isinstance(split, str) and re.search(r"(?i)(?<![a-z])test(?![a-z])", split):
        yield _claim(TESTED, 1.0, name, line_of(split), f"{named}, split: {split}")


def of_log(file: TextFile) -> Iterator[Claim]:
    """What the log of a run, or the command that starts it, tells."""
    is_log = file.suffix in (".log", ".out") or "log" in file.stem
    patterns = _LOGGED if is_log else ((EPOCHS, _OPTION),) if file.suffix in (".sh", ".slurm") else ()
    for about, pattern in patterns:
        last = deque(pattern.finditer(file.text), maxlen=1)  # what a log says last is how the run ended
        for one in last:
            value = float(one["number"].replace(",", ""))
            line = file.text.count("\n", 0, one.start()) + 1
            of = "train" if about == ROWS else stage_of(file.name) if about == EPOCHS else ""
            yield _claim(
                about, value, file.name, line, one[0], of, off=value * 0.03 if about == PARAMETERS else 0.0
            )


def of_code(file: TextFile) -> Iterator[Claim]:
    """The settings that a program of training gives its trainer."""
    trains = file.suffix == ".py" and re.search(r"(?:Arguments|Config|Trainer)\(", file.text)
    for one in _GIVEN.finditer(file.text) if trains else ():
        about = _OF_RUN[one["key"]]
        line, of = file.text.count("\n", 0, one.start()) + 1, stage_of(file.name) if about == EPOCHS else ""
        yield _claim(about, float(one["number"]), file.name, line, one[0].rstrip(",) \n"), of)


def of_packages(file: TextFile) -> Iterator[Claim]:
    """The versions that a list of packages pins, and those that a notebook or a page shows."""
    if re.search(r"requirements[\w.-]*\.txt$", file.path.name):
        found: Iterator[re.Match[str]] = _PIN.finditer(file.text)
    elif file.suffix == ".ipynb":
        found = _SHOWN.finditer(_outputs(file.text))
    else:
        return
    told = {(one[1].lower(), one[2]): one for one in islice(found, MOST_VERSIONS)}
    for name, number_told in told:
        line = next((at for at, each in enumerate(file.text.split("\n"), 1) if number_told in each), 1)
        words = f"{name} {number_told}"
        yield _claim(f"version of {name}", version(number_told), file.name, line, words)


def version(text: str) -> float:
    """The first three parts of a version as one number.

    >>> version("4.46.3") == version("4.46.3.post1"), version("4.46") < version("4.46.3")
    (True, True)
    """
    parts = [int(one) for one in re.findall(r"\d{1,6}", text)[:3]]
    return float(sum(one * 10_000.0 ** (2 - at) for at, one in enumerate(parts)))


def _outputs(text: str) -> str:
    """What the cells of a notebook printed."""
    try:
        cells = json.loads(text).get("cells", [])
    except (ValueError, AttributeError, RecursionError):
        return ""
    told = list[str]()
    for cell in mappings(cells):
        for output in mappings(cell.get("outputs")):
            said = output.get("text")
            told += [said] if isinstance(said, str) else [one for one in said or () if isinstance(one, str)]
    return "\n".join(told)


def of_rows(file: TextFile) -> Iterator[Claim]:
    """Columns with data of people, and the languages of the rows, each where it is seen first."""
    told = dict[tuple[str, str], Claim]()
    for one in _of_columns(file):
        told.setdefault((one.words, one.of), one)
    yield from told.values()


def _of_columns(file: TextFile) -> Iterator[Claim]:
    for line, row in _rows(file):
        for column, value in row.items():
            if isinstance(column, str) and value and _PERSONAL.search(column):
                yield Claim(PERSONAL, 1.0, 1.0, Location(file.name, line, 1), f"column {column}", "", "data")
        told = next((row[key] for key in ("lang", "language") if isinstance(row.get(key), str)), None)
        if told and re.fullmatch(r"[a-z]{2,3}", told):
            yield Claim(LANGUAGE, 1.0, 1.0, Location(file.name, line, 1), f"language: {told}", told, "data")


def _rows(file: TextFile) -> Iterator[tuple[int, dict[Any, Any]]]:
    """The first rows of a file of rows, each with its line."""
    lines = file.text.splitlines()[: MOST_ROWS + 1]
    if file.suffix in (".csv", ".tsv") and lines:
        reader = csv.DictReader(lines, delimiter="\t" if file.suffix == ".tsv" else ",")
        try:
            yield from ((reader.line_num, row) for row in reader)
        except csv.Error:
            return
    for at, line in enumerate(lines, 1) if file.suffix in (".jsonl", ".ndjson") else ():
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(row, dict):
            yield at, row
