"""The manifest and the waivers: a file to frozen values, with the place of every key."""

from __future__ import annotations

import difflib
import pathlib
from collections.abc import Mapping
from dataclasses import dataclass

from compliance.errors import Fault, FaultCollector, InputError
from compliance.load.names import check_references
from compliance.load.validate import validate
from compliance.load.yaml_reader import Document, read_yaml
from compliance.load.yaml_syntax import mistaken
from compliance.model.location import Location, Path
from compliance.model.manifest import Manifest
from compliance.model.rule import FactEntry
from compliance.model.waiver import Waivers


@dataclass(frozen=True, slots=True)
class LoadedManifest:
    """A manifest with its places and digest."""

    manifest: Manifest
    document: Document

    def where(self, path: Path) -> Location | None:
        """The place of a key path."""
        return self.document.marks.of(path)


def load_manifest(path: pathlib.Path, facts: Mapping[str, FactEntry] | None = None) -> LoadedManifest:
    """Read and check a manifest.

    `facts` is the fact catalogue against which the keys of `facts:` are checked. Raises `InputError` with all faults.
    """
    return check_manifest(read_yaml(path, name=str(path)), facts)


def check_manifest(document: Document, facts: Mapping[str, FactEntry] | None = None) -> LoadedManifest:
    """Check an already parsed manifest; see `load_manifest`."""
    faults = FaultCollector()
    if advice := mistaken(document.data):
        raise InputError(Fault(document.marks.of(()), "the file is no manifest", advice))
    manifest = validate(document, Manifest, collector=faults)
    if manifest is not None:
        check_references(manifest, document.marks.of, faults)
        if facts:
            _check_facts(manifest, document, facts, faults)
    faults.raise_if_any()
    assert manifest is not None
    return LoadedManifest(manifest, document)


def _check_facts(
    manifest: Manifest, document: Document, facts: Mapping[str, FactEntry], faults: FaultCollector
) -> None:
    known: dict[str, set[str]] = {}
    for name in facts:
        scope, _, key = name.partition(".")
        known.setdefault(scope, set()).add(key)
    artifact_keys = known.get("source", set()) | known.get("model", set())
    places: list[tuple[Path, Mapping[str, object], set[str]]] = [
        (("publisher",), manifest.publisher.facts, known.get("publisher", set()) | known.get("party", set())),
        *((("parties", k), p.facts, known.get("party", set())) for k, p in manifest.parties.items()),
        *((("artifacts", k), a.facts, artifact_keys) for k, a in manifest.artifacts.items()),
        *((("steps", n), s.facts, known.get("step", set())) for n, s in enumerate(manifest.steps)),
        *((("releases", n), r.facts, known.get("release", set())) for n, r in enumerate(manifest.releases)),
    ]
    for path, given, allowed in places:
        for key in given:
            if key not in allowed:
                close = difflib.get_close_matches(key, sorted(allowed), n=1)
                advice = (
                    f"did you mean {close[0]!r}?"
                    if close
                    else "see `compliance rules facts` for the facts rules ask"
                )
                faults.report(document.marks.of((*path, "facts", key)), f"unknown fact {key!r}", advice)


def load_waivers(path: pathlib.Path) -> Waivers:
    """Read and check a waiver file. Raises `InputError` with all faults."""
    document = read_yaml(path, name=str(path))
    faults = FaultCollector()
    waivers = validate(document, Waivers, collector=faults)
    faults.raise_if_any()
    assert waivers is not None
    return waivers
