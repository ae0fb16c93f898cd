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

from compliance.model.declared import stated
from compliance.model.known.knowledge import Knowledge, PackUsed, Registry
from compliance.model.names import records, registry, substitutes
from compliance.model.names.catalogue import Catalogue, Shelf
from compliance.model.packs import costs, instrument, operator, rule
from compliance.model.shapes import shape
from compliance.model.shapes.on_demand import EachOnDemand, OnDemand

_READ_LATER: dict[type[shape.Shape], tuple[str, ...]] = {
    instrument.Instrument: ("clauses",),
    rule.Rule: ("when", "unless", "because"),
    records.Records: ("parties", "models", "datasets", "services"),
    substitutes.Substitutes: ("substitutes",),
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
        "licence_keys": pieces.as_it_is({"all": of.licence_keys}),
        "set_words": pieces.as_it_is({"all": of.set_words}),
        "routes": pieces.plain(of.routes),
        "words": pieces.plain(of.words),
        "substitutes": pieces.plain(of.substitutes),
        "own_providers": pieces.plain(of.own_providers),
        "own_licences": pieces.plain(of.own_licences),
        "own_routes": pieces.plain(of.own_routes),
        "own_substitutes": pieces.plain(of.own_substitutes),
        "shelves": [[one.shown, one.layer, *pieces.put(one.records)] for one in of.catalogue.shelves],
        "index": pieces.as_it_is(of.catalogue.index),
        "costs": pieces.plain(knowledge.costs),
        "used": [[one.id, one.version, one.path, one.sha256, one.rules] for one in knowledge.used],
        "forms": [";".join([kind, *(",".join(part) for part in names)]) for kind, *names in pieces.forms],
    }
    return b"%s\n%s" % (_json(frame), bytes(pieces.written))


def restored(content: bytes) -> Knowledge:
    """The packs whose bytes these are."""
    end = content.index(b"\n")
    frame = json.loads(content[:end])
    reader = _Reader(content, end + 1, frame["forms"])
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
            set_words=held["set_words"]["all"],
            own_providers=held["own_providers"],
            own_licences=held["own_licences"],
            own_routes=held["own_routes"],
            own_substitutes=held["own_substitutes"],
        ),
        used=tuple([PackUsed(*one) for one in frame["used"]]),
        costs=held["costs"],
    )


_AS_IT_IS = frozenset(("forms", "shelves", "used"))
"""Parts of the frame that hold no values of packs."""


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


_TUPLE, _LIST, _MAPPING, _WORDS, _LATER, _EACH_LATER, _RULES, _AS_THEY_ARE = range(-1, -9, -1)
"""What stands first in an array that is no value of a shape; there, the number of a form does."""
_Names = tuple[str, ...]
_Form = tuple[str, _Names, _Names, _Names]
"""A shape with the fields that were given: those of words and numbers, then those of tuples of such, then the rest."""


class _Pieces:
    """Values as plain JSON, and what is written for later.

    A value of a shape is the number of its form, then what was given in the order of the form: so that names of fields
    stand there once for all values, and most of what follows is taken over as it is.
    """

    def __init__(self) -> None:
        self.written = bytearray()
        self.forms: dict[_Form, int] = {}

    def put(self, value: Any) -> tuple[int, int]:
        """Write a piece; where it begins and ends."""
        return self._write(self.plain(value))

    def _write(self, value: Any) -> tuple[int, int]:
        piece = _json(value)
        self.written += piece
        return len(self.written) - len(piece), len(self.written)

    def later(self, values: Mapping[str, Any] | Sequence[Any]) -> list[Any]:
        """A mapping whose values are pieces, or a sequence whose members are."""
        if isinstance(values, Mapping):
            return [_LATER, {key: self.put(value) for key, value in values.items()}]
        return [_EACH_LATER, [self.put(value) for value in values]]

    def as_it_is(self, values: Mapping[str, Any]) -> list[Any]:
        """A mapping whose values are pieces of nothing but words, numbers, lists and mappings."""
        return [_AS_THEY_ARE, {key: self._write(value) for key, value in values.items()}]

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
        form = (_name(kind), tuple(held[0]), tuple(held[1]), tuple(held[2]))
        values = (value for part in held for value in part.values())
        return [self.forms.setdefault(form, len(self.forms)), *values]

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

    def __init__(self, content: bytes, start: int, forms: Sequence[str]) -> None:
        self._content, self._start = content, start
        self._said = forms
        self._shapes = _shapes()
        self._forms: list[_Known | None] = [None] * len(forms)

    def piece(self, place: Sequence[int]) -> Any:
        """The value of the piece that stands in a place."""
        return self.value(self._decoded(place))

    def _decoded(self, place: Sequence[int]) -> Any:
        start, end = place
        return _DECODED(self._content[self._start + start : self._start + end].decode())[0]

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
        if mark == _AS_THEY_ARE:
            return OnDemand(inside, self._decoded)
        return OnDemand(inside, self.piece) if mark == _LATER else EachOnDemand(inside, self.piece)

    def _head(self, held: list[Any]) -> rule.RuleHead:
        name, title, status, formerly, source, trigger = held
        facts = None if trigger is None else tuple(trigger)
        return rule.RuleHead(name, title, status, tuple(formerly), self.value(source), facts)

    def _shape(self, held: list[Any]) -> Any:
        """What `model_construct` gives for values under the names of fields, several times faster."""
        kind, unset, names, words, rest, given = self._forms[held[0]] or self._form(held[0])
        for place in range(words, rest):
            held[place] = tuple(held[place])
        for place in range(rest, len(held)):
            held[place] = self.value(held[place])
        fields = unset.copy()
        fields.update(zip(names, held[1:], strict=True))
        made = kind.__new__(kind)
        _fields(made, fields)
        _given(made, given)
        return made

    def _form(self, number: int) -> _Known:
        """A form as values are made of it: what is not given is shared between values, as nothing changes them."""
        name, *parts = self._said[number].split(";")
        plain, words, rest = (part.split(",") if part else [] for part in parts)
        kind, names = self._shapes[name], (*plain, *words, *rest)
        unset = {key: field.get_default() for key, field in kind.model_fields.items()}
        known = (kind, unset, names, 1 + len(plain), 1 + len(plain) + len(words), set(names))
        self._forms[number] = known
        return known


_Known = tuple[type[shape.Shape], dict[str, Any], _Names, int, int, set[str]]
"""The shape of a form, what it is with nothing given, what is given, where tuples begin and the rest, its set."""
_DECODED = json.JSONDecoder().raw_decode
_fields: Any = vars(shape.Shape.__mro__[1])["__dict__"].__set__
_given: Any = vars(shape.Shape.__mro__[1])["__pydantic_fields_set__"].__set__
