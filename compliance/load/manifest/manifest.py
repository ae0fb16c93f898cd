"""The manifest and the waivers: a file to frozen values, with the place of every key."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping

from compliance.errors import Fault, FaultCollector, InputError
from compliance.foreign_files import home_of
from compliance.load.documents.validate import validate
from compliance.load.documents.yaml_reader import Document, read_yaml
from compliance.load.documents.yaml_syntax import mistaken
from compliance.load.manifest.characters import check_characters
from compliance.load.manifest.evidence import with_true_papers
from compliance.load.manifest.known_words import KnownWords
from compliance.load.manifest.names import check_named, check_references
from compliance.load.manifest.pasted import put_in_place
from compliance.load.manifest.placeholders import Unfilled, check_placeholders, without_placeholders
from compliance.load.manifest.unheard import with_what_no_variant_has
from compliance.load.manifest.uses import Shelf, load_used
from compliance.model.declared.manifest import Manifest
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.waiver import Waivers
from compliance.model.shapes.location import Location, Path
from compliance.values import dataclass, field


@dataclass(frozen=True, slots=True)
class LoadedManifest:
    """A manifest with its places, its digest and the manifests of other projects that it uses."""

    manifest: Manifest
    document: Document
    used: Mapping[str, LoadedManifest] = field(default_factory=dict)
    """By the path under which an artifact names it."""
    warnings: tuple[str, ...] = ()
    """What was found while loading that does not keep the manifest from being used, and what follows."""
    unfilled: tuple[Unfilled, ...] = ()
    """Places where a placeholder stood, here and in the manifests that it uses."""

    def where(self, path: Path) -> Location | None:
        """The place of a key path."""
        return self.document.marks.of(path)


def load_manifest(path: pathlib.Path, packs: Knowledge | None = None) -> LoadedManifest:
    """Read and check a manifest, and those that it uses.

    With `packs`, words that they close (facts, routes, plans, providers, licences) are checked too. Raises `InputError`
    with all faults.
    """
    return _load(path, KnownWords.of(packs) if packs else None, Shelf.beside(path))


def check_manifest(document: Document, packs: Knowledge | None = None) -> LoadedManifest:
    """Check an already parsed manifest; see `load_manifest`. It lies in no folder, and so can name no other file."""
    return _checked(document, KnownWords.of(packs) if packs else None, None)


def _load(path: pathlib.Path, words: KnownWords | None, shelf: Shelf) -> LoadedManifest:
    return _checked(read_yaml(path, name=shelf.shown, home=home_of(path)), words, shelf)


def _checked(document: Document, words: KnownWords | None, shelf: Shelf | None) -> LoadedManifest:
    faults = FaultCollector()
    if advice := mistaken(document.data):
        raise InputError(Fault(document.marks.of(()), "the file is no manifest", advice))
    check_characters(document, faults)
    document, pasted = put_in_place(document, faults)
    document, unfilled = without_placeholders(document)
    check_placeholders(document, faults)
    where = document.marks.of
    manifest = validate(document, Manifest, collector=faults)
    used: Mapping[str, LoadedManifest] = {}
    if manifest is None:
        check_named(document.data, where, faults)
    else:
        check_references(manifest, where, faults)
        if words is not None:
            words.check(manifest, where, faults)
        used = load_used(manifest, where, shelf, lambda path, next_: _load(path, words, next_), faults)
    faults.raise_if_any()
    assert manifest is not None
    told = [warning for other in used.values() for warning in other.warnings]
    manifest, papers = with_true_papers(manifest, where, shelf)
    manifest, unheard = with_what_no_variant_has(manifest)
    unfilled = (*unfilled, *(one for other in used.values() for one in other.unfilled))
    return LoadedManifest(manifest, document, used, (*pasted, *papers, *unheard, *told), unfilled)


def load_waivers(path: pathlib.Path) -> Waivers:
    """Read and check a waiver file. Raises `InputError` with all faults."""
    document = read_yaml(path, name=str(path), home=home_of(path))
    faults = FaultCollector()
    waivers = validate(document, Waivers, collector=faults)
    faults.raise_if_any()
    assert waivers is not None
    return waivers
