"""Placeholders in a manifest: what stands in the place of an answer is taken out and told, or is an error at its place.

What is not known is left out, or written as `unknown`, and is asked; a sign in its place would pass for an answer.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from compliance.errors import FaultCollector, shown
from compliance.load.documents.yaml_reader import Document
from compliance.load.manifest.pasted import entry_names
from compliance.model.shapes.location import Location, Path, path_words
from compliance.model.words.placeholder import NOBODY, is_placeholder, stands_for_an_answer
from compliance.values import dataclass, replace

_PUBLISHER: Path = ("publisher", "name")
_WHOLE = ("documented", "against_record")
"""Answers that say nothing once a part of them is missing."""
_READ = ("artifacts", "parties", "publisher", "steps", "releases")
_READERS_ALONE = ("note", "title")
"""Fields that no rule and no registry sees."""
_READ_ELSEWHERE = ("license", "license_copies")
"""Licences that say nothing have a reading of their own, and are asked."""
_PEOPLE = ("notices", "signed_by")
"""Fields in which addresses stand in angle brackets."""


@dataclass(frozen=True, slots=True)
class Unfilled:
    """A place of the manifest that still has to be filled in."""

    place: Location
    path: str
    """The keys from the top as a line of an answer names them: of steps and releases, the id of the entry."""


def without_placeholders(document: Document) -> tuple[Document, tuple[Unfilled, ...]]:
    """The document without what only keeps the place of an answer, and where that stands."""
    data = document.data
    found = list(_found(data, ())) if isinstance(data, dict) else []
    if not found:
        return document, ()
    kept: Any = copy.deepcopy(data)
    told = dict.fromkeys(Unfilled(document.marks.of(path), _named(path, kept)) for path in found)
    for path in reversed(found):
        if path == _PUBLISHER:
            # Whose works are own, and who is bound, hangs on that name: it is told, and nobody stands for it.
            kept["publisher"]["name"] = NOBODY
        else:
            _take_out(kept, path)
    return replace(document, data=kept), tuple(told)


def check_placeholders(document: Document, faults: FaultCollector) -> None:
    """Collect every value in whose place an answer should stand."""
    for path, text in _values(document.data, ()):
        if stands_for_an_answer(text, within=not {*path} & {*_PEOPLE}):
            what = f"{path_words(path)}: {shown(text)} stands in the place of an answer and is none"
            advice = "write the answer, or leave the field out: what is not known is asked where it matters"
            faults.report(document.marks.value_of(path), what, advice)


def _named(path: Path, data: Any) -> str:
    """The path as a line of an answer writes it."""
    name = entry_names(data.get(path[0])).get(path[1]) if len(path) > 1 else None
    return ".".join(map(str, (path[0], name, *path[2:]) if name else path))


def _found(node: object, path: Path) -> Iterator[Path]:
    """Paths of placeholders, of an answer that falls with them that of the whole, each once."""
    for key, value in _items(node):
        if not path and key not in _READ:
            continue
        here = (*path, key)
        if is_placeholder(value) or (here == _PUBLISHER and _says_nobody(value)):
            yield here
        elif inner := list(_found(value, here)):
            yield from [here] if key in _WHOLE else inner


def _says_nobody(value: object) -> bool:
    return isinstance(value, str) and value.strip().lower() == NOBODY


def _values(node: object, path: Path) -> Iterator[tuple[Path, str]]:
    if path and path[-1] in (*_READERS_ALONE, *_READ_ELSEWHERE):
        return
    if isinstance(node, str):
        yield path, node
    for key, value in _items(node):
        yield from _values(value, (*path, key))


def _items(node: object) -> Iterator[tuple[Any, object]]:
    if isinstance(node, dict):
        yield from node.items()
    elif isinstance(node, list):
        yield from enumerate(node)


def _take_out(data: Any, path: Path) -> None:
    """Take one value out, and what held nothing else."""
    holders = [data]
    for part in path[:-1]:
        holders.append(holders[-1][part])
    for holder, part in zip(reversed(holders), reversed(path), strict=True):
        del holder[part]
        if holder:
            return
