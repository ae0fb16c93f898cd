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
        "kinds": list(pieces.kinds),
    }
    return b"%s\n%s" % (_json(frame), bytes(pieces.written))


def restored(content: bytes) -> Knowledge:
    """The packs whose bytes these are."""
    head, _, pieces = content.partition(b"\n")
    frame = json.loads(head)
    reader = _Reader(pieces, frame["kinds"])
    held = {name: reader.value(value) for name, value in frame.items() if name not in _AS_IT_IS}
    shelves = tuple(
        Shelf(shown, layer, functools.partial(reader.piece, (start, end)))
        for shown, layer, start, end in frame["shelves"]
    )
    return Knowledge(
        packs=held["packs"],
        instruments=held["instruments"],
        definitions=held["definitions"],
        facts=held["facts"],
        registry=Registry(
            relations=held["relations"],
            providers=held["providers"],
            licences=held["licences"],
            catalogue=Catalogue(shelves, held["index"]),
            routes=held["routes"],
            words=held["words"],
            licence_keys=held["licence_keys"]["all"],
            substitutes=held["substitutes"],
        ),
        used=tuple([PackUsed(*one) for one in frame["used"]]),
        costs=held["costs"],
    )


_AS_IT_IS = frozenset(("kinds", "shelves", "used"))
"""Parts of the frame that hold no values of packs."""


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


_TUPLE, _LIST, _MAPPING, _WORDS, _LATER, _EACH_LATER, _RULES = -1, -2, -3, -4, -5, -6, -7
"""What stands first in an array that is no value of a shape; there, the number of the shape does."""


class _Pieces:
    """Values as plain JSON, and what is written for later.

    A value of a shape is the number of its shape, then its words and numbers, then its tuples of such, then the rest:
    so that most of it is taken over as it is.
    """

    def __init__(self) -> None:
        self.written = bytearray()
        self.kinds: dict[str, int] = {}

    def put(self, value: Any) -> tuple[int, int]:
        """Write a piece; where it begins and ends."""
        piece = _json(self.plain(value))
        self.written += piece
        return len(self.written) - len(piece), len(self.written)

    def later(self, values: Mapping[str, Any] | Sequence[Any]) -> list[Any]:
        """A mapping whose values are pieces, or a sequence whose members are."""
        if isinstance(values, Mapping):
            return [_LATER, {key: self.put(value) for key, value in values.items()}]
        return [_EACH_LATER, [self.put(value) for value in values]]

    def plain(self, value: Any) -> Any:
        """A value as JSON; words and numbers are what they are."""
        if isinstance(value, shape.Shape):
            return self._shape(value)
        if isinstance(value, Mapping):
            return [_MAPPING, {key: self.plain(one) for key, one in value.items()}]
        if _is_words(value):
            return [_WORDS, list(value)]
        if isinstance(value, tuple | list):
            return [_TUPLE if isinstance(value, tuple) else _LIST, [self.plain(one) for one in value]]
        return value

    def _shape(self, value: shape.Shape) -> list[Any]:
        kind = type(value)
        later = _READ_LATER.get(kind, ())
        held: list[dict[str, Any]] = [{}, {}, {}]
        for name in kind.model_fields:
            if name in value.model_fields_set:
                given = getattr(value, name)
                if kind is rule.Pack and name == "rules":
                    held[2][name] = [
                        _RULES,
                        self.later(given)[1],
                        [self._head(one) for one in rule.heads_of(given)],
                    ]
                elif name in later:
                    held[2][name] = self.later(given)
                elif _is_words(given):
                    held[1][name] = list(given)
                else:
                    written = self.plain(given)
                    held[2 if isinstance(written, list) else 0][name] = written
        while held and not held[-1]:
            held.pop()
        return [self.kinds.setdefault(_name(kind), len(self.kinds)), *held]

    def _head(self, one: rule.RuleHead) -> list[Any]:
        trigger = None if one.trigger is None else list(one.trigger)
        return [one.id, one.title, one.status, list(one.formerly), self.plain(one.source), trigger]


def _is_words(value: Any) -> bool:
    return isinstance(value, tuple) and all(
        one is None or isinstance(one, str | int | float | bool) for one in value
    )


def _shapes() -> dict[str, type[shape.Shape]]:
    modules = (costs, instrument, operator, records, registry, rule, stated, substitutes)
    found = (one for module in modules for one in vars(module).values())
    return {_name(one): one for one in found if isinstance(one, type) and issubclass(one, shape.Shape)}


def _name(kind: type[shape.Shape]) -> str:
    """A shape's name with its module's: two modules may call theirs alike."""
    return f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}"


class _Reader:
    """Reads pieces, each shape as it was without checking it again."""

    def __init__(self, pieces: bytes, kinds: Sequence[str]) -> None:
        self._pieces = pieces
        shapes = _shapes()
        self._kinds = [shapes[name] for name in kinds]
        self._unset: list[dict[str, Any]] = [
            # Shared between values, as nothing changes them.
            {key: field.get_default() for key, field in kind.model_fields.items()}
            for kind in self._kinds
        ]

    def piece(self, place: Sequence[int]) -> Any:
        """The value of the piece that stands in a place."""
        return self.value(json.loads(self._pieces[place[0] : place[1]]))

    def value(self, held: Any) -> Any:
        """The value that JSON stands for."""
        if type(held) is not list:
            return held
        mark = held[0]
        if mark >= 0:
            return self._shape(held)
        inside = held[1]
        if mark == _TUPLE:
            return tuple([self.value(one) for one in inside])
        if mark == _WORDS:
            return tuple(inside)
        if mark == _MAPPING:
            return {key: self.value(one) for key, one in inside.items()}
        if mark == _LIST:
            return [self.value(one) for one in inside]
        if mark == _RULES:
            return rule.RulesOnDemand(inside, self.piece, [self._head(one) for one in held[2]])
        return OnDemand(inside, self.piece) if mark == _LATER else EachOnDemand(inside, self.piece)

    def _head(self, held: list[Any]) -> rule.RuleHead:
        name, title, status, formerly, source, trigger = held
        facts = None if trigger is None else tuple(trigger)
        return rule.RuleHead(name, title, status, tuple(formerly), self.value(source), facts)

    def _shape(self, held: list[Any]) -> Any:
        """What `model_construct` gives for values under the names of fields, several times faster."""
        kind, fields, given = self._kinds[held[0]], dict(self._unset[held[0]]), set[str]()
        parts = len(held)
        if parts > 1:
            fields.update(held[1])
            given.update(held[1])
        if parts > 2:
            for name, words in held[2].items():
                fields[name] = tuple(words)
            given.update(held[2])
        if parts > 3:
            for name, inside in held[3].items():
                fields[name] = self.value(inside)
            given.update(held[3])
        made = kind.__new__(kind)
        _fields(made, fields)
        _given(made, given)
        return made


_fields: Any = vars(shape.Shape.__mro__[1])["__dict__"].__set__
_given: Any = vars(shape.Shape.__mro__[1])["__pydantic_fields_set__"].__set__
