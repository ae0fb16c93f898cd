"""Read single documents of any known format, and put together what they say."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Mapping, Sequence

from compliance.acquire.bom.croissant import read_croissant
from compliance.acquire.bom.cyclonedx import read_cyclonedx
from compliance.acquire.bom.spdx import read_spdx
from compliance.acquire.card import ReadProse, read_card
from compliance.acquire.config import Aliases, format_of, lost_of, read_aliases, read_config
from compliance.acquire.config_keys import FORMATS
from compliance.acquire.foreign import foreign_format
from compliance.acquire.found import Found
from compliance.acquire.tree import UnreadableError, mapping, read_tree
from compliance.acquire.walk import TextFile, read_file
from compliance.errors import Fault, InputError, UsageError, listed
from compliance.intake.folder import Scan, prose_reader, put_together
from compliance.intake.registry_words import RegistryWords
from compliance.model.knowledge import Knowledge
from compliance.model.location import Location
from compliance.model.sighting import Lost

_TREES: Mapping[str, Callable[[object, str, ReadProse], Found]] = {
    "cyclonedx": read_cyclonedx,
    "spdx": read_spdx,
    "croissant": read_croissant,
}
CARD = "card"
KNOWN: tuple[str, ...] = (CARD, *_TREES, *(name for name in FORMATS if name != "litellm"))
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
    return put_together(found, paths[0].parent, known)


def _read(path: pathlib.Path, prose: ReadProse, format_: str | None) -> Found:
    lost: list[Lost] = []
    file = read_file(path, path.as_posix(), lost)
    if file is None:
        what = lost[0].what if lost else "it is no text"
        raise InputError(
            Fault(Location(path.as_posix(), 1, 1), what, "name a card, a configuration or a BOM")
        )
    if format_ == CARD or (format_ is None and file.suffix in (".md", ".markdown")):
        return read_card(file.text, file.name, prose)
    try:
        tree = read_tree(file.text, file.suffix in (".json", ".jsonld"))
    except UnreadableError as error:
        raise InputError(
            Fault(Location(file.name, 1, 1), f"cannot be read: {error}", "check its form")
        ) from None
    return _tree(tree, file, prose, format_)


def _tree(tree: object, file: TextFile, prose: ReadProse, format_: str | None) -> Found:
    named = format_ if format_ in _TREES else foreign_format(tree) if format_ is None else None
    if named is not None:
        return _TREES[named](tree, file.name, prose)
    if format_of(tree) in (None, "litellm"):
        what = "the document follows no format that is known"
        raise InputError(Fault(Location(file.name, 1, 1), what, f"known are {listed(KNOWN)}"))
    found = read_config(tree, file.name, _aliases(tree, file.path))
    found.lost += lost_of(tree, file.name)
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
