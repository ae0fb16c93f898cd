"""One graph of what was made from what, out of public lists: `python -m tools.hub_graph --out FILE PLACE…`.

A place is a file or a folder: pages of a hub's interface (`.json`, `.jsonl`), tables with a column for a model and one
for its base (`.csv`, `.tsv`, `.parquet`), and cards (`OWNER/NAME/README.md` with front matter). What several places say
of a model is put together, the first that says something of a point being kept. The file has one row an artifact and
one row an edge, as `compliance fleet ingest` takes them; `told_by` says which places an edge comes from.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import yaml

from compliance.fleet import hub
from compliance.fleet.rows import ARTIFACT_COLUMNS, ArtifactRow, EdgeRow

_MODEL = ("child", "target", "id", "modelid", "model_id", "repo_id", "model")
_BASES = ("parent", "base_model", "base_models")
_RELATION = ("relation", "edge", "base_model_relation", "type")
_LICENCE = ("license", "licence")
_CREATED = ("createdat", "created_at", "released")
_RELATIONS = {
    "finetuned": "finetune", "fine-tune": "finetune", "merged": "merge", "quantised": "quantized",
    "quantize": "quantized", "lora": "adapter", "peft": "adapter",
}  # fmt: skip
_SOUND = re.compile(r"[A-Za-z0-9][\w.-]{0,95}(?:/[A-Za-z0-9_][\w.-]{0,95})?")
_NOTHING = {"none", "n/a", "na", "null", "unknown", "nan", "base_model"}
_HOST = re.compile(r"^https?://(?:www\.)?(?:huggingface\.co|hf\.co)/(?:datasets/)?")
_BETWEEN = re.compile(r"[\s,;|\[\]'\"]+")
_FRONT = re.compile(r"\A---\s*\n(.*?)\n---\s*(?:\n|\Z)", re.DOTALL)
_UNTOLD = "not said"


class Told(NamedTuple):
    """What one place added: records read, edges told, edges that nothing before it told, parents that are no name."""

    place: str
    records: int
    edges: int
    fresh: int
    left_out: int


class Graph:
    """Artifacts and edges as several places tell them."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.artifacts: dict[tuple[str, str], ArtifactRow] = {}
        self.edges: dict[tuple[str | None, ...], EdgeRow] = {}
        self.told_by: dict[tuple[str | None, ...], list[str]] = {}

    def add(self, place: Path) -> Told:
        """Everything that a place says."""
        read = told = left_out = 0
        before = len(self.edges)
        for record in records(place):
            made = as_hub(record)
            if made is None:
                continue
            read += 1
            for row in hub.rows(made):
                if isinstance(row, ArtifactRow):
                    self._artifact(row)
                elif (parent := sound(row.parent)) is None:
                    left_out += 1
                else:
                    told += 1
                    self._edge(row._replace(parent=parent), place.name)
        return Told(place.name, read, told, len(self.edges) - before, left_out)

    def _artifact(self, row: ArtifactRow) -> None:
        held = self.artifacts.get((row.kind, row.id))
        if held is not None:
            told = {name: value for name, value in held._asdict().items() if value is not None}
            row = row._replace(**told)
        self.artifacts[row.kind, row.id] = row

    def _edge(self, row: EdgeRow, place: str) -> None:
        key = (row.child, row.child_kind, row.parent, row.parent_kind)
        held = self.edges.get(key)
        if held is None or (held.relation == _UNTOLD and row.relation != _UNTOLD):
            self.edges[key] = row
        by = self.told_by.setdefault(key, [])
        if place not in by:
            by.append(place)

    def lines(self) -> Iterator[str]:
        """The rows of the file, without what nobody told."""
        for artifact in self.artifacts.values():
            yield _line(dict(zip(ARTIFACT_COLUMNS, artifact, strict=True)))
        for key, edge in self.edges.items():
            yield _line({**edge._asdict(), "told_by": ", ".join(self.told_by[key])})


def records(place: Path) -> Iterator[Mapping[str, Any]]:
    """Everything that a file, or the files of a folder in the order of their names, hold."""
    for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
        reader = _READERS.get(path.suffix.lower())
        if reader is None or not path.is_file():
            continue
        try:
            yield from (one for one in reader(path) if isinstance(one, dict))
        except (ValueError, OSError, csv.Error, yaml.YAMLError, RecursionError) as error:
            _say(f"{path.name}: left out: {str(error).splitlines()[0]}", sys.stderr)


def as_hub(record: Mapping[str, Any]) -> dict[str, Any] | None:
    """A record in the form of a hub's interface; None where it names no model or data set, or is of an application."""
    given = {_key(name): value for name, value in record.items()}
    name = sound(next((given[key] for key in _MODEL if given.get(key)), None))
    if name is None or "sdk" in given:
        return None
    held = given.get("carddata")
    card = dict(held) if isinstance(held, dict) else {}
    bases = _names(given, "source") if "target" in given else []
    bases += [one for key in _BASES for one in _names(given, key)]
    if bases:
        card["base_model"] = bases + [one for one in _list(card.get("base_model")) if one not in bases]
        card.setdefault("base_model_relation", _relation(given))
    licence = next((given[key] for key in _LICENCE if given.get(key)), None)
    if licence:
        card.setdefault("license", licence)
    made = {
        "id": name, "cardData": card, "tags": given.get("tags"), "pipeline_tag": given.get("pipeline_tag"),
        "createdAt": next((str(given[key]) for key in _CREATED if given.get(key)), None),
        "gated": given.get("gated"), "private": given.get("private"),
    }  # fmt: skip
    made = {key: value for key, value in made.items() if value is not None}
    if "_id" in given and "modelid" not in given:
        return {**made, "_id": given["_id"]}
    return {**made, "modelId": name}


def sound(value: object) -> str | None:
    """The name of an artifact on a hub; None for a path on somebody's disk, and for words that stand for nothing.

    >>> sound("https://huggingface.co/Qwen/Qwen2.5-7B"), sound("./out/checkpoint-100"), sound("N/A")
    ('Qwen/Qwen2.5-7B', None, None)
    """
    if not isinstance(value, str):
        return None
    name = _HOST.sub("", value.strip()).rstrip("/")
    return name if _SOUND.fullmatch(name) and name.lower() not in _NOTHING else None


def _key(name: object) -> str:
    return str(name).strip().lower().replace(" ", "_").replace("-", "_")


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _names(given: Mapping[str, Any], key: str) -> list[str]:
    """The names in one cell: one, a list, or several in one text."""
    texts = [one for one in _list(given.get(key)) if isinstance(one, str)]
    return [name for text in texts for name in _BETWEEN.split(text) if name]


def _relation(given: Mapping[str, Any]) -> str | None:
    told = next((str(given[key]).lower() for key in _RELATION if given.get(key)), "")
    return _RELATIONS.get(told, told) or None


def _json(path: Path) -> Iterator[Any]:
    held = json.loads(path.read_text(encoding="utf-8", errors="replace"))
    yield from held if isinstance(held, list) else [held]


def _jsonl(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8", errors="replace") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _table(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        yield from csv.DictReader(lines, dialect="excel-tab" if path.suffix.lower() == ".tsv" else "excel")


def _parquet(path: Path) -> Iterator[Any]:
    from pyarrow import parquet

    for batch in parquet.ParquetFile(path).iter_batches():
        yield from batch.to_pylist()


def _card(path: Path) -> Iterator[Any]:
    """A card's front matter; the two folders above it name what it is of."""
    found = _FRONT.match(path.read_text(encoding="utf-8", errors="replace"))
    if path.name.lower() != "readme.md" or found is None:
        return
    front = yaml.load(found[1], Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if isinstance(front, dict):
        yield {
            "id": "/".join(path.parts[-3:-1]),
            "pipeline_tag": front.get("pipeline_tag"),
            "cardData": front,
        }


_READERS = {
    ".json": _json, ".jsonl": _jsonl, ".csv": _table, ".tsv": _table, ".parquet": _parquet, ".md": _card,
}  # fmt: skip


def _say(text: str, stream: TextIO | None = None) -> None:
    (stream or sys.stdout).write(text + "\n")
    (stream or sys.stdout).flush()


def _line(row: Mapping[str, Any]) -> str:
    return json.dumps({key: value for key, value in row.items() if value is not None}, ensure_ascii=False)


def main(arguments: list[str] | None = None) -> None:
    """Put the places together, write the file, and say what each added."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--out", type=Path, required=True, metavar="FILE", help="the rows, as JSONL")
    asked.add_argument("places", type=Path, nargs="+", metavar="PLACE")
    given = asked.parse_args(arguments)
    graph = Graph()
    _say("| place | records | edges told | of them new | parents that are no name |\n|---|---|---|---|---|")
    for place in given.places:
        told = graph.add(place)
        _say(f"| {told.place} | {told.records:,} | {told.edges:,} | {told.fresh:,} | {told.left_out:,} |")
    with given.out.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in graph.lines())
    models = sum(edge.parent_kind == "model" for edge in graph.edges.values())
    kinds = f"{models:,} to base models, {len(graph.edges) - models:,} to data sets"
    _say(f"\n{len(graph.artifacts):,} artifacts, {len(graph.edges):,} edges: {kinds}")


if __name__ == "__main__":
    main()
