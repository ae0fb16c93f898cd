"""Placeholders that stand where an answer should: they answer nothing, are taken out, and are told by place."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from compliance.load.yaml_reader import Document
from compliance.model.location import Location, Path, path_words
from compliance.model.placeholder import is_placeholder
from compliance.values import dataclass, replace

_WHOLE = ("documented", "against_record")
"""Answers that say nothing once a part of them is missing."""
_READ = ("artifacts", "parties", "publisher", "steps", "releases")


@dataclass(frozen=True, slots=True)
class Unfilled:
    """A place of the manifest that still has to be filled in."""

    place: Location
    path: str


def without_placeholders(document: Document) -> tuple[Document, tuple[Unfilled, ...]]:
    """The document without what only keeps the place of an answer, and where that stands."""
    data = document.data
    found = list(_found(data, ())) if isinstance(data, dict) else []
    if not found:
        return document, ()
    kept: Any = copy.deepcopy(data)
    for path in reversed(found):
        _take_out(kept, path)
    told = dict.fromkeys(Unfilled(document.marks.of(path), path_words(path)) for path in found)
    return replace(document, data=kept), tuple(told)


def _found(node: object, path: Path) -> Iterator[Path]:
    """Paths of placeholders, of an answer that falls with them that of the whole, each once."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        if not path and key not in _READ:
            continue
        here = (*path, key)
        if is_placeholder(value):
            yield here
        elif inner := list(_found(value, here)):
            yield from [here] if key in _WHOLE else inner


def _take_out(data: Any, path: Path) -> None:
    """Take one value out, and what held nothing else."""
    holders = [data]
    for part in path[:-1]:
        holders.append(holders[-1][part])
    for holder, part in zip(reversed(holders), reversed(path), strict=True):
        del holder[part]
        if holder:
            return
