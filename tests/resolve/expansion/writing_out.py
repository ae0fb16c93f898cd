"""Manifests with short forms, and what comes of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from compliance.evaluate.reaching.reach import ReachTable
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import LoadedManifest, check_manifest
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Manifest
from compliance.model.packs.truth import Truth
from compliance.model.shapes.location import Location, Path
from compliance.resolve import resolve
from compliance.resolve.expansion import written_out
from tests.evaluate.world import REGISTRY

HEAD = "lineage: 1\nproject: {id: p}\n"


def read(text: str, name: str = "m.yaml") -> LoadedManifest:
    """A manifest of which the head is left out."""
    head = HEAD + ("" if "publisher:" in text else "publisher: {name: Lab}\n")
    return check_manifest(parse_yaml(head + text, name))


@dataclass(frozen=True)
class Other:
    """A manifest of another project, without a file."""

    manifest: Manifest
    where: Callable[[Path], Location | None]
    used: Mapping[str, Any] = field(default_factory=dict)


def other(text: str, name: str = "other.yaml", **used: Other) -> Other:
    """A manifest to be used by another; `used` are those that it uses itself."""
    loaded = read(text.replace("uses: ", "note: "), name)
    named = read(text.replace("uses: ", "note: "), name).manifest
    if used:
        named = Manifest.model_validate(parse_yaml(HEAD + "publisher: {name: Lab}\n" + text, name).data)
    return Other(named, loaded.where, used)


def out(text: str) -> Manifest:
    """The manifest with every short form written out."""
    loaded = read(text)
    return written_out(loaded.manifest, loaded.where, {})[0]


def lineage(text: str, **used: Other) -> Lineage:
    """The lineage of a manifest in the small world; used manifests by the path that names them."""
    head = HEAD + ("" if "publisher:" in text else "publisher: {name: Lab}\n")
    document = parse_yaml(head + text, "m.yaml")
    return resolve(Manifest.model_validate(document.data), REGISTRY, document.marks.of, used)


def reaches(found: Lineage, source: str, target: str) -> dict[str, str]:
    """The classes by which one artifact reaches another, each with its truth."""
    table, best = ReachTable.of(found), dict[str, Truth]()
    for entry in table.entries.get(source, ()):
        for reach, truth in table.classes(entry, found.latest[target]).items():
            best[reach] = max(truth, best.get(reach, Truth.NO))
    return {reach: truth.word for reach, truth in best.items()}
