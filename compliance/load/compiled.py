"""Checked packs as bytes, and bytes as packs again: nothing is validated twice, and little is read unasked.

The bytes are one line of JSON, the frame, and after it pieces of JSON to which the frame points: a text, a definition
or the elements of a rule are read when somebody looks at them. Nothing in them can be executed. They are not checked
here: whoever has them read has made sure that they are what this module wrote.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping, Sequence
from typing import Any

from compliance.model import costs, instrument, operator, records, registry, rule, shape, stated, substitutes
from compliance.model.catalogue import Catalogue, Shelf
from compliance.model.knowledge import Knowledge, Registry
from compliance.model.on_demand import EachOnDemand, OnDemand
from compliance.model.report import PackUsed

_MARK = ""
"""Key of an object that stands for something else than a mapping; no mapping of ours holds it."""
_LIST, _LATER = "list", "later"
_READ_LATER: dict[type[shape.Shape], tuple[str, ...]] = {
    rule.Rule: ("when", "unless", "because"),
    records.Records: ("parties", "models", "datasets", "services"),
}
"""Fields that are looked at for few of the values of a shape."""


def compiled(knowledge: Knowledge) -> bytes:
    """The bytes of checked packs; the same packs always give the same bytes."""
    pieces, of = _Pieces(), knowledge.registry
    licences: dict[str, Any] = dict(of.licences)
    frame = {
        "packs": pieces.plain(knowledge.packs),
        "instruments": pieces.later(knowledge.instruments),
        "definitions": pieces.later(knowledge.definitions),
        "facts": pieces.later(knowledge.facts),
        "relations": pieces.plain(of.relations),
        "providers": pieces.plain(of.providers),
        "licences": pieces.later(licences),
        "licence_keys": pieces.later({"all": of.licence_keys}),
        "routes": pieces.plain(of.routes),
        "words": pieces.plain(of.words),
        "substitutes": pieces.plain(of.substitutes),
        "shelves": [[one.shown, one.layer, *pieces.put(one.records)] for one in of.catalogue.shelves],
        "index": pieces.later(of.catalogue.index),
        "costs": pieces.plain(knowledge.costs),
        "used": [[one.id, one.version, one.path, one.sha256, one.rules] for one in knowledge.used],
    }
    return b"%s\n%s" % (_json(frame), bytes(pieces.written))


def restored(content: bytes) -> Knowledge:
    """The packs whose bytes these are."""
    head, _, pieces = content.partition(b"\n")
    reader = _Reader(pieces)
    frame = reader.value(head)
    shelves = tuple(
        Shelf(shown, layer, functools.partial(reader.piece, (start, end)))
        for shown, layer, start, end in frame["shelves"]
    )
    return Knowledge(
        packs=frame["packs"],
        instruments=frame["instruments"],
        definitions=frame["definitions"],
        facts=frame["facts"],
        registry=Registry(
            relations=frame["relations"],
            providers=frame["providers"],
            licences=frame["licences"],
            catalogue=Catalogue(shelves, frame["index"]),
            routes=frame["routes"],
            words=frame["words"],
            licence_keys=frame["licence_keys"]["all"],
            substitutes=frame["substitutes"],
        ),
        used=tuple(PackUsed(*one) for one in frame["used"]),
        costs=frame["costs"],
    )


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


class _Pieces:
    """Values as plain JSON, and what is written for later."""

    def __init__(self) -> None:
        self.written = bytearray()

    def put(self, value: Any) -> tuple[int, int]:
        """Write a piece; where it begins and ends."""
        piece = _json(self.plain(value))
        self.written += piece
        return len(self.written) - len(piece), len(self.written)

    def later(self, values: Mapping[str, Any] | Sequence[Any]) -> dict[str, Any]:
        """A mapping whose values are pieces, or a sequence whose members are."""
        if isinstance(values, Mapping):
            return {_MARK: _LATER, "at": {key: self.put(value) for key, value in values.items()}}
        return {_MARK: _LATER, "at": [self.put(value) for value in values]}

    def plain(self, value: Any) -> Any:
        if isinstance(value, shape.Shape):
            return self._shape(value)
        if isinstance(value, Mapping):
            if _MARK in value:
                raise ValueError(f"a mapping of packs holds the key {_MARK!r}")
            return {key: self.plain(one) for key, one in value.items()}
        if isinstance(value, tuple):
            return [self.plain(one) for one in value]
        if isinstance(value, list):
            return {_MARK: _LIST, "of": [self.plain(one) for one in value]}
        return value

    def _shape(self, value: shape.Shape) -> dict[str, Any]:
        kind = type(value)
        later = _READ_LATER.get(kind, ())
        held: dict[str, Any] = {_MARK: kind.__name__}
        for name in kind.model_fields:
            if name in value.model_fields_set:
                given = getattr(value, name)
                held[name] = self.later(given) if name in later else self.plain(given)
        return held


def _shapes() -> dict[str, type[shape.Shape]]:
    modules = (costs, instrument, operator, records, registry, rule, stated, substitutes)
    found = (one for module in modules for one in vars(module).values())
    return {one.__name__: one for one in found if isinstance(one, type) and issubclass(one, shape.Shape)}


class _Reader:
    """Reads pieces, each shape as it was without checking it again."""

    def __init__(self, pieces: bytes) -> None:
        self._pieces = pieces
        self._shapes = _shapes()
        self._unset: dict[str, dict[str, Any]] = {}
        self._decode = json.JSONDecoder(object_hook=self._object).decode

    def value(self, content: bytes) -> Any:
        """The value of one piece."""
        return _tuples(self._decode(content.decode()))

    def piece(self, place: Sequence[int]) -> Any:
        """The value of the piece that stands in a place."""
        return self.value(self._pieces[place[0] : place[1]])

    def _object(self, held: dict[str, Any]) -> Any:
        mark = held.pop(_MARK, None)
        if mark == _LATER:
            kind = OnDemand if isinstance(held["at"], dict) else EachOnDemand
            return kind(held["at"], self.piece)
        if mark == _LIST:
            return _List(held["of"])
        for name, value in held.items():
            if type(value) in _ARRAYS:
                held[name] = _tuples(value)
        return held if mark is None else self._shape(mark, held)

    def _shape(self, name: str, held: dict[str, Any]) -> shape.Shape:
        """What pydantic's own `model_construct` gives for values under the names of fields, several times faster."""
        kind = self._shapes[name]
        unset = self._unset.get(name)
        if unset is None:
            fields = kind.model_fields.items()
            # Shared between values, as nothing changes them.
            unset = self._unset[name] = {
                key: field.get_default(call_default_factory=True) for key, field in fields
            }
        made = kind.__new__(kind)
        object.__setattr__(made, "__dict__", unset | held)
        object.__setattr__(made, "__pydantic_fields_set__", set(held))
        object.__setattr__(made, "__pydantic_extra__", None)
        object.__setattr__(made, "__pydantic_private__", None)
        return made


class _List:
    """A list that stays one: arrays of JSON stand for tuples."""

    def __init__(self, of: list[Any]) -> None:
        self.of = of


def _tuples(value: Any) -> Any:
    if type(value) is list:
        return tuple([_tuples(one) if type(one) in _ARRAYS else one for one in value])
    return value.of if type(value) is _List else value


_ARRAYS = (list, _List)
