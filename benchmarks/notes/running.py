"""Run the real pipeline over notes: note, manifest text, report, predictions."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from benchmarks.notes.draft import Draft
from benchmarks.notes.lookups import Lookups
from benchmarks.notes.manifests import draft_of
from benchmarks.notes.predictions import predictions
from benchmarks.notes.reading import Note
from compliance.errors import ComplianceError
from compliance.model.knowledge import Knowledge
from compliance.model.report import Report
from compliance.pipeline import check_text

HEAD = "# yaml-language-server: $schema=manifest.schema.json\n"
SCOPES = {
    "publisher": ("publisher", "party"),
    "artifacts": ("source", "model"),
    "steps": ("step",),
    "releases": ("release",),
}


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one note."""

    note: Note
    text: str
    """The manifest."""
    entry: dict[str, Any]
    """Its predictions."""
    report: Report | None
    fault: str = ""


class _Plain(yaml.SafeDumper):
    """Writes no anchors, which the product's reader refuses."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def manifest_text(data: Mapping[str, Any]) -> str:
    """A manifest as YAML text."""
    return HEAD + yaml.dump(dict(data), Dumper=_Plain, sort_keys=False, allow_unicode=True, width=110)


def prune_facts(draft: Draft, knowledge: Knowledge) -> None:
    """Leave out facts that no rule of the loaded packs asks for; the product refuses them in a manifest."""
    known = set(knowledge.facts)
    for part, scopes in SCOPES.items():
        held = draft.data[part]
        for one in held.values() if part == "artifacts" else [held] if part == "publisher" else held:
            facts = one.get("facts", {})
            for key in [key for key in facts if not any(f"{scope}.{key}" in known for scope in scopes)]:
                del facts[key]
            if not facts:
                one.pop("facts", None)


def run(note: Note, knowledge: Knowledge) -> Result:
    """Check one note with the product."""
    lookups = Lookups(knowledge.registry)
    draft = draft_of(note, lookups)
    prune_facts(draft, knowledge)
    text = manifest_text(draft.data)
    try:
        report = check_text(text, f"{note.id}.yaml", packs=knowledge, as_of=draft.as_of)
    except ComplianceError as error:
        return Result(note, text, {"findings": []}, None, str(error))
    return Result(note, text, predictions(draft, report), report)


def write(folder: pathlib.Path, result: Result) -> None:
    """Put a note's manifest and predictions into a folder for inspection."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{result.note.id}.yaml").write_text(result.text, encoding="utf-8")
    told = yaml.dump(result.entry, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=160)
    (folder / f"{result.note.id}.predictions.yaml").write_text(told, encoding="utf-8")
