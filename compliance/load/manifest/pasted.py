"""Answers as reports print them: a line `artifacts.gpt-4.1.route: direct` at the top of a manifest is put in place.

Only what already has an entry is meant, or a whole new artifact. Any other key with dots stays where it is, for the
check of the document to say where it belongs. Two questions may print the same line, or one that goes on what another
says; these are put together.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from compliance.errors import Fault, FaultCollector, InputError, listed, nearest, shown
from compliance.load.documents.yaml_reader import MAX_FAULTS, Document
from compliance.load.documents.yaml_syntax import AGAIN
from compliance.model.declared.manifest import Artifact, Party, Publisher, Release, Step
from compliance.model.shapes.location import Location, Marks, Path, path_words
from compliance.model.shapes.shape import Shape
from compliance.values import replace

_ENTRIES: Mapping[str, type[Shape]] = {
    "artifacts": Artifact, "parties": Party, "steps": Step, "releases": Release
}  # fmt: skip
_LISTS = ("steps", "releases")
_UNSAID: tuple[object, ...] = (None, "unknown", [], {})
"""What an answer takes the place of without a word."""
MAX_LINES = 1_000
"""The most lines of answers: more than anybody pastes, and each is looked up in the whole manifest."""


def put_in_place(
    document: Document, faults: FaultCollector | None = None
) -> tuple[Document, tuple[str, ...]]:
    """The document with its lines of answers where they belong, and what is to be told of them.

    What an answer says counts, also where the entry says otherwise; then that is told. An entry of a list that is not
    there is a fault.
    """
    keys = _lines(document.data)
    if not keys:
        return document, ()
    if len(keys) > MAX_LINES:
        place = document.marks.of((keys[MAX_LINES],))
        what = f"more than {MAX_LINES:,} lines of answers stand at the top"
        raise InputError(Fault(place, what, "write them in the entries that they answer"))
    data: Any = copy.deepcopy(document.data)
    told, moves = list[str](), list[tuple[str, Path]]()
    placed: dict[str, Path] = {}
    for key in keys:
        plain = key.partition(AGAIN)[0]
        path = placed.get(plain) or _place(data, plain, data[key])
        holder = _holder(data, path) if path else None
        if path is None or holder is None:
            _report(data, key, document, faults)
            continue
        value, last = data.pop(key), path[-1]
        before = holder.get(last)
        if plain in placed:
            _put_together(holder, last, value, document.marks.of((key,)), faults)
            continue
        placed[plain] = path
        if not (before in _UNSAID or before == value or _more(before, value)):
            at = f"{document.marks.of((key,))} answers {path_words(path)} anew"
            told.append(f"{at}; what stands at {document.marks.of(path)} does not count any more")
        holder[last] = value
        moves.append((key, path))
    return replace(document, data=data, marks=_moved(document.marks, moves)), tuple(told)


def answered(document: Document, lines: Sequence[tuple[Sequence[str], object]]) -> Document:
    """The document with answers written into it: the keys from the top, and the value."""
    data = document.data if isinstance(document.data, dict) else {}
    return put_in_place(replace(document, data={**data, **{".".join(keys): one for keys, one in lines}}))[0]


def _lines(data: object) -> list[str]:
    if not isinstance(data, dict):
        return []
    return [
        key
        for key in data
        if isinstance(key, str) and "." in key and key.partition(".")[0] in (*_ENTRIES, "publisher")
    ]


def _put_together(
    holder: dict[Any, Any], last: Any, value: object, place: Location, faults: FaultCollector | None
) -> None:
    """Join a value with what an earlier line of the same words says, or tell that the two disagree."""
    try:
        holder[last] = _joined(holder[last], value)
    except ValueError:
        if faults is not None:
            faults.report(place, "an earlier line answers this otherwise", "keep one of the two")


def _joined(before: Any, value: Any) -> Any:
    """Both: keys and items of each, once. Raises `ValueError` where they disagree."""
    if isinstance(before, dict) and isinstance(value, dict):
        return before | {
            key: _joined(before[key], one) if key in before else one for key, one in value.items()
        }
    if isinstance(before, list) and isinstance(value, list):
        return [*before, *(one for one in value if one not in before)]
    if before != value:
        raise ValueError
    return before


def _place(data: dict[str, Any], key: str, new: object) -> Path | None:
    """The path at which a line belongs, `new` being what it says; None where no entry has it."""
    first, _, rest = key.partition(".")
    if first == "publisher":
        fields = _fields(Publisher, rest)
        return ("publisher", *fields) if fields else None
    named = [pair for pair in entry_names(data.get(first)).items() if rest.startswith(f"{pair[1]}.")]
    for at, name in sorted(named, key=lambda pair: -len(pair[1])):
        if fields := _fields(_ENTRIES[first], rest.removeprefix(f"{name}.")):
            return (first, at, *fields)
    if first == "artifacts" and isinstance(new, dict) and "kind" in new and rest not in data.get(first, ()):
        return (first, rest)
    return None


def entry_names(entries: object) -> dict[str | int, str]:
    """Where each entry stands, and its id."""
    if isinstance(entries, dict):
        return {key: key for key in entries if isinstance(key, str)}
    found: dict[str | int, str] = {}
    for place, entry in enumerate(entries if isinstance(entries, list) else ()):
        name = entry.get("id", entry.get("artifact")) if isinstance(entry, dict) else None
        if isinstance(name, str):
            found[place] = name
    return found


def _fields(shape: type[Shape], rest: str) -> tuple[str, ...]:
    """The field of an entry, and the key within it, where the shape has such a field."""
    field, dot, inner = rest.partition(".")
    if field not in shape.model_fields or (dot and not inner):
        return ()
    return (field, inner) if inner else (field,)


def _holder(data: dict[str, Any], path: Path) -> dict[Any, Any] | None:
    """The mapping that holds the last key of a path; made where it is not there, None where something else is."""
    node: Any = data
    for part in path[:-1]:
        if isinstance(node, dict) and node.get(part) is None:
            node[part] = {}
        node = node[part]
        if not isinstance(node, dict | list):
            return None
    return node if isinstance(node, dict) else None


def _more(before: object, value: object) -> bool:
    """Whether a list goes on what stands there."""
    return isinstance(before, list) and isinstance(value, list) and value[: len(before)] == before


def _moved(marks: Marks, moves: Sequence[tuple[str, Path]]) -> Marks:
    """Places with those of lines under the paths at which they are put, one after the other."""
    placed = (_placed(places, moves) for places in (marks.positions, marks.value_positions))
    return Marks(marks.file, *placed)


def _placed(
    places: Mapping[Path, tuple[int, int]], moves: Sequence[tuple[str, Path]]
) -> dict[Path, tuple[int, int]]:
    lines: dict[object, dict[Path, tuple[int, int]]] = {key: {} for key, _ in moves}
    targets = {path for _, path in moves}
    kept = {}
    for old, at in places.items():
        if old and old[0] in lines:
            lines[old[0]][old] = at
        elif not any(old[:length] in targets for length in range(1, len(old) + 1)):
            kept[old] = at
    put: dict[Path, list[Path]] = {}  # what lines brought to a path, which a later one takes the place of
    for key, path in moves:
        for old in put.pop(path, ()):
            kept.pop(old, None)
        for old, at in lines[key].items():
            new = (*path, *old[1:])
            kept[new] = at
            for length in range(1, len(new) + 1):
                if new[:length] in targets:
                    put.setdefault(new[:length], []).append(new)
    return kept


def _report(data: dict[str, Any], key: str, document: Document, faults: FaultCollector | None) -> None:
    """Say that a list has no such entry, where a whole place is named."""
    first, _, rest = key.partition(AGAIN)[0].partition(".")
    names = list(entry_names(data.get(first)).values())
    name = rest.rpartition(".")[0]
    known = rest.partition(".")[0] in (*_ENTRIES.get(first, Publisher).model_fields, *names)
    if faults is None or first not in _LISTS or not name or known:
        return
    near = nearest(name, names) if len(faults) < MAX_FAULTS else None
    advice = f"did you mean {shown(near)}?" if near else f"there are {listed(names)}"
    faults.report(document.marks.of((key,)), f"{first} has no entry {shown(name)}", advice)
    del data[key]
