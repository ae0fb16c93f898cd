"""Read single documents of any known format, and put together what they say."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence

from compliance.acquire.bom.openlineage import read_event_lines
from compliance.acquire.card import read_card
from compliance.acquire.config import Aliases, format_of, lost_of, read_aliases, read_config, untold
from compliance.acquire.config_keys import FORMATS
from compliance.acquire.foreign import READERS, foreign_format, read_as
from compliance.acquire.found import Found, told_twice
from compliance.acquire.modelfile import read_modelfile
from compliance.acquire.names import BY_FOLDER
from compliance.acquire.prose.upstreams import ReadProse
from compliance.acquire.rows import binary
from compliance.acquire.tree import UnreadableError, earlier, line_of, mapping, read_tree, read_trees
from compliance.acquire.twice import Twice
from compliance.acquire.walk import TextFile, read_file
from compliance.errors import Fault, InputError, UsageError, listed
from compliance.intake.folder import Scan, prose_reader, put_together
from compliance.intake.naming.registry_words import RegistryWords, is_known_model
from compliance.model.declared.sighting import Lost
from compliance.model.known.knowledge import Knowledge
from compliance.model.shapes.location import Location

CARD, MODELFILE = "card", "modelfile"
_CONFIGS = tuple(name for name in FORMATS if name != "litellm" and name not in READERS)
KNOWN: tuple[str, ...] = (CARD, *READERS, *_CONFIGS, MODELFILE, *binary.FORMATS)
"""Formats that can be named."""


def import_documents(paths: Sequence[pathlib.Path], knowledge: Knowledge, format_: str | None = None) -> Scan:
    """What documents say of a release and its upstreams, together.

    Args:
        paths: The documents.
        knowledge: The loaded packs.
        format_: The documents' format, where it is not to be found out.

    Raises:
        InputError: A document cannot be read, or follows no format that is known.
        UsageError: The format is not known.
    """
    if format_ is not None and format_ not in KNOWN:
        raise UsageError(Fault(None, f"format {format_!r} is not known", f"choose one of {listed(KNOWN)}"))
    known = RegistryWords(knowledge.registry)
    prose, found = prose_reader(known), Found()
    for path in paths:
        found.add(_read(path, prose, format_))
    for one in found.sightings:
        if one.if_known and one.how.endswith(BY_FOLDER) and not is_known_model(one, known):
            found.lost.append(
                Lost(one.place, f"{one.words} is a folder; what its weights come from is not told")
            )
    return put_together(found, paths[0].parent, known)


def _read(path: pathlib.Path, prose: ReadProse, format_: str | None) -> Found:
    read = binary.READERS.get(binary.FORMATS.get(format_ or "", path.suffix.lower()))
    if read is not None and (format_ is None or format_ in binary.FORMATS):
        if not path.is_file():
            raise InputError(
                Fault(Location(path.as_posix(), 1, 1), "no such file", "name a file of weights or rows")
            )
        return read(path, path.as_posix())
    lost: list[Lost] = []
    file = read_file(path, path.as_posix(), lost)
    if file is None:
        what = lost[0].what if lost else "it is no text"
        raise InputError(
            Fault(Location(path.as_posix(), 1, 1), what, "name a card, a configuration or a BOM")
        )
    # A configuration's format says nothing of a card that is named beside it.
    if format_ == CARD or ((format_ is None or format_ in _CONFIGS) and file.suffix in (".md", ".markdown")):
        return read_card(file.text, file.name, prose)
    if format_ == MODELFILE or (format_ is None and path.name.lower().startswith("modelfile")):
        return read_modelfile(file.text, file.name)
    if file.suffix in (".jsonl", ".ndjson") and (events := read_event_lines(file.text, file.name, prose)):
        return events
    return _trees(file, prose, format_)


def _trees(file: TextFile, prose: ReadProse, format_: str | None) -> Found:
    """What the documents of a YAML or JSON file say; of keys that it gives twice, each value."""
    twice: Twice = []
    try:
        trees = read_trees(file.text, file.suffix in (".json", ".jsonld"), twice)
    except UnreadableError as error:
        raise InputError(
            Fault(Location(file.name, 1, 1), f"cannot be read: {error}", "check its form")
        ) from None
    known = [one for one in trees if len(trees) == 1 or _is_known(one)] or trees[:1] or [None]
    found = Found(lost=told_twice(twice, file.name))
    for tree in known:
        found.add(_tree(tree, file, prose, format_))
    for documents in earlier(file.text, file.suffix in (".json", ".jsonld"), twice):
        for tree in documents:
            if len(trees) == 1 or _is_known(tree):
                found.add_earlier(_tree(tree, file, prose, format_))
    left = [one for one in trees if not any(one is tree for tree in known)]
    what = "a further document of the file follows no format that is known"
    found.lost += [Lost(Location(file.name, line_of(one), 1), what) for one in left]
    return found


def _is_known(tree: object) -> bool:
    return foreign_format(tree) is not None or format_of(tree) not in (None, "litellm")


def _tree(tree: object, file: TextFile, prose: ReadProse, format_: str | None) -> Found:
    named = format_ if format_ in READERS else foreign_format(tree) if format_ is None else None
    if named is not None:
        return read_as(named, tree, file.name, prose)
    if format_of(tree) in (None, "litellm") and not file.path.name.startswith("params."):
        what = "the document follows no format that is known"
        raise InputError(Fault(Location(file.name, 1, 1), what, f"known are {listed(KNOWN)}"))
    found = read_config(tree, file.name, _aliases(tree, file.path), anyway=True)
    found.lost += [*lost_of(tree, file.name), *untold(tree, file.name)]
    return found


def _aliases(tree: object, path: pathlib.Path) -> Aliases:
    """LLaMA-Factory's short names of data sets, from the `dataset_info.json` beside or above a configuration."""
    told = mapping(tree).get("dataset_dir")
    folder = str(told) if isinstance(told, str) else "data"
    for above in (path.parent, *path.resolve().parents[1:3]):
        info = above / folder / "dataset_info.json"
        file = read_file(info, info.as_posix(), []) if info.is_file() else None
        if file is not None:
            try:
                return read_aliases(read_tree(file.text, True), file.name)
            except UnreadableError:
                return {}
    return {}
