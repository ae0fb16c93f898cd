"""Read a case note or a question into one shape; odd and missing fields are tolerated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class NodeNote:
    """One thing of the lineage as the note describes it."""

    id: str
    kind: str
    name: str
    developer: str
    country: str
    licence: str
    terms: str
    says: str
    """What its publisher says beside the licence."""


@dataclass(frozen=True, slots=True)
class UseNote:
    """One input of a step."""

    node: str
    role: str


@dataclass(frozen=True, slots=True)
class StepNote:
    """One step."""

    n: int
    kind: str
    inputs: tuple[UseNote, ...]
    outputs: tuple[str, ...]
    actor: str
    date: str
    note: str


@dataclass(frozen=True, slots=True)
class ReleaseNote:
    """What is put out."""

    name: str
    who: str
    org_type: str
    country: str
    date: str
    kind: str
    licence: str
    others: tuple[str, ...]
    channels: tuple[str, ...]
    purpose: str
    commercial: str
    markets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A case note or a question, without its keys."""

    id: str
    title: str
    question: str
    as_of: str
    asker: str
    release: ReleaseNote
    nodes: tuple[NodeNote, ...]
    steps: tuple[StepNote, ...]
    assumed: tuple[str, ...]
    unknown: tuple[str, ...]

    def node(self, node_id: str) -> NodeNote | None:
        """The node of an id."""
        return next((node for node in self.nodes if node.id == node_id), None)


def words(value: Any) -> str:
    """Any value as text; lists are joined, nothing is empty.

    >>> words(None), words(2024), words(["a", "b"]), words(True)
    ('', '2024', 'a; b', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(words, value)))
    if isinstance(value, dict):
        return "; ".join(filter(None, (f"{key} {words(item)}" for key, item in value.items())))
    return str(value).strip()


def several(value: Any) -> tuple[str, ...]:
    """Any value as texts: a list's items, or one text; nothing is none."""
    items = value if isinstance(value, list | tuple) else [value]
    return tuple(text for text in map(words, items) if text)


def _mappings(value: Any) -> Iterator[dict[str, Any]]:
    yield from (item for item in (value if isinstance(value, list | tuple) else []) if isinstance(item, dict))


def _node(data: dict[str, Any]) -> NodeNote:
    fields = ("kind", "name", "developer", "country", "licence", "terms", "publisher_says")
    licence = data.get("licence", data.get("license"))
    texts = {field: words(data.get(field)) for field in fields} | {"licence": words(licence)}
    return NodeNote(words(data.get("id")), *(texts[field] for field in fields))


def _inputs(value: Any) -> Iterator[UseNote]:
    for item in value if isinstance(value, list | tuple) else [value] if value else []:
        if isinstance(item, dict):
            yield UseNote(words(item.get("node", item.get("id"))), words(item.get("role")))
        else:
            yield UseNote(words(item), "")


def _step(data: dict[str, Any], position: int) -> StepNote:
    number = data.get("n", position)
    note = words([data.get("detail"), data.get("note")])
    return StepNote(
        n=number if isinstance(number, int) else position,
        kind=words(data.get("kind")),
        inputs=tuple(use for use in _inputs(data.get("inputs")) if use.node),
        outputs=several(data.get("outputs")),
        actor=words(data.get("actor")),
        date=words(data.get("date")),
        note=note,
    )


def _release(data: dict[str, Any]) -> ReleaseNote:
    licence = data.get("licence_declared", data.get("license_declared", data.get("licence")))
    return ReleaseNote(
        name=words(data.get("name")),
        who=words(data.get("who")),
        org_type=words(data.get("org_type")),
        country=words(data.get("country")),
        date=words(data.get("date")),
        kind=words(data.get("kind")),
        licence=words(licence),
        others=several(data.get("other_licence_statements")),
        channels=several(data.get("channels")) + several(data.get("distribution")),
        purpose=words(data.get("stated_purpose")),
        commercial=words(data.get("commercial")),
        markets=several(data.get("markets")),
    )


def note_from(data: dict[str, Any], fallback_id: str = "note") -> Note:
    """The note of a loaded document: facts at the top (a case), or under `facts` (a question)."""
    nested = data.get("facts")
    facts: dict[str, Any] = nested if isinstance(nested, dict) else data
    release = facts.get("release")
    return Note(
        id=words(data.get("id")) or fallback_id,
        title=words(data.get("title")),
        question=words(data.get("question")),
        as_of=words(data.get("as_of")),
        asker=words(data.get("asker_role")),
        release=_release(release if isinstance(release, dict) else {"name": release}),
        nodes=tuple(_node(item) for item in _mappings(facts.get("nodes"))),
        steps=tuple(_step(item, n) for n, item in enumerate(_mappings(facts.get("steps")), 1)),
        assumed=several(facts.get("assumed")),
        unknown=several(facts.get("unknown")),
    )


def load_notes(folder: Path) -> list[tuple[Note, dict[str, Any]]]:
    """Every case note and question of a folder with its raw document, in the order of the files."""
    found = []
    for path in sorted(folder.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        if isinstance(data, dict) and ("expected" in data or "answer_key" in data):
            found.append((note_from(data, path.stem), data))
    return found
