"""Read documents into shapes without pydantic, as far as there is no doubt what it would make of them.

Each kind of type takes exactly what is written for it: a text for a text, a list for a tuple. Where a value would need
a conversion, fits two forms of a union in two ways, or is wrong, the answer is `Misfit`, and pydantic decides. So what
is taken here is taken there too, with the same value; tests hold the two against each other.
"""

from __future__ import annotations

import functools
import re
import sys
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any

Read = Callable[[Any], Any]


class Misfit(Exception):  # noqa: N818 - nothing is wrong yet
    """The value is none that can be read here."""


def read(shape: Any, data: object) -> Any:
    """The value of a shape out of some data. Raises `Misfit`."""
    if type(data) is not dict or not hasattr(shape, "__takes__"):
        if type(data) is shape:
            return data
        raise Misfit
    made = shape.__new__(shape)
    read_fields(shape, data, made)
    return made


def read_fields(shape: Any, data: Mapping[str, Any], made: Any) -> tuple[dict[str, Any], set[str]]:
    """Fill a value from some data; its fields, and the names of those that were given. Raises `Misfit`."""
    given: dict[str, Any] = {}
    takes, fields = shape.__takes__, shape.model_fields
    for key, value in data.items():
        name = takes.get(key) or (key if key in fields else None)
        if name is None or name in given:
            raise Misfit
        given[name] = _of_field(shape, name)(value)
    held = {}
    for name, said in fields.items():
        if name in given:
            held[name] = given[name]
        elif said.required:
            raise Misfit
        else:
            held[name] = said.get_default()
    object.__setattr__(made, "__dict__", held)
    object.__setattr__(made, "__pydantic_fields_set__", set(given))
    try:
        for check in shape.__checks__:
            if check(made) is not made:
                raise Misfit
    except (ValueError, AssertionError):
        raise Misfit from None
    return held, set(given)


@functools.cache
def _of_field(shape: Any, name: str) -> Read:
    home = next(one for one in shape.__mro__ if name in one.__own__)
    said = shape.model_fields[name]
    return _bound(_of_text(home.__module__, home.__annotations__[name]), said.said)


@functools.cache
def _of_text(module: str, text: str) -> Read:
    """What reads the type that is written so in a module."""
    return reader(eval(text, vars(sys.modules[module])))


def reader(kind: Any) -> Read:
    """What reads values of a type."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, type) and hasattr(kind, "__takes__"):
        return functools.partial(read, kind)
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        return _annotated(inside[0], inside[1:])
    if origin in _OF_ORIGIN:
        return _OF_ORIGIN[origin](inside)
    return _nothing


def _nothing(_: Any) -> Any:
    raise Misfit


def _exactly(kind: type) -> Read:
    def exact(value: Any) -> Any:
        if type(value) is kind:
            return value
        raise Misfit

    return exact


def _number(value: Any) -> Any:
    if type(value) is int:
        return float(value)
    if type(value) is float:
        return value
    raise Misfit


_PLAIN: dict[Any, Read] = {
    str: _exactly(str), int: _exactly(int), bool: _exactly(bool), float: _number,
    types.NoneType: _exactly(types.NoneType), None: _exactly(types.NoneType),
    Any: lambda value: value, object: lambda value: value,
}  # fmt: skip


def _literal(words: tuple[Any, ...]) -> Read:
    known = {(type(word), word) for word in words}

    def one(value: Any) -> Any:
        if type(value) in (str, int, bool) and (type(value), value) in known:
            return value
        raise Misfit

    return one


def _tuple(inside: tuple[Any, ...]) -> Read:
    if len(inside) == 2 and inside[1] is ...:
        each = reader(inside[0])

        def many(value: Any) -> Any:
            if type(value) not in (list, tuple):
                raise Misfit
            return tuple([each(one) for one in value])

        return many
    members = [reader(one) for one in inside]

    def fixed(value: Any) -> Any:
        if type(value) not in (list, tuple) or len(value) != len(members):
            raise Misfit
        return tuple([member(one) for member, one in zip(members, value, strict=True)])

    return fixed


def _list(inside: tuple[Any, ...]) -> Read:
    each = reader(inside[0])

    def many(value: Any) -> Any:
        if type(value) is not list:
            raise Misfit
        return [each(one) for one in value]

    return many


def _dict(inside: tuple[Any, ...]) -> Read:
    of_key, of_value = reader(inside[0]), reader(inside[1])

    def mapping(value: Any) -> Any:
        if type(value) is not dict:
            raise Misfit
        return {of_key(key): of_value(one) for key, one in value.items()}

    return mapping


def _union(inside: tuple[Any, ...]) -> Read:
    """What fits one form; of single words and numbers, the first that they fit."""
    exact = int in inside or bool in inside
    members = [_exactly(float) if exact and one is float else reader(one) for one in inside]

    def one_of(value: Any) -> Any:
        found = []
        for member in members:
            try:
                found.append(member(value))
            except Misfit:
                continue
            if type(value) in _SINGLE:
                break
        if len(found) != 1:
            raise Misfit
        return found[0]

    return one_of


_SINGLE = frozenset((str, int, bool, float, types.NoneType))
_OF_ORIGIN: dict[Any, Callable[[tuple[Any, ...]], Read]] = {
    typing.Literal: _literal, tuple: _tuple, list: _list, dict: _dict, typing.Union: _union, types.UnionType: _union,
}  # fmt: skip


def _annotated(kind: Any, said: tuple[Any, ...]) -> Read:
    if said and type(said[-1]).__name__ == "Discriminator":
        return _annotated_further(_by_tag(kind, said[-1].values[0]), said[:-1])
    return _annotated_further(reader(kind), said)


def _annotated_further(made: Read, said: tuple[Any, ...]) -> Read:
    for one in said:
        word = type(one).__name__
        if word == "BeforeValidator":
            made = _then(one.values[0], made)
        elif word == "AfterValidator":
            made = _then(made, one.values[0])
        elif word == "FieldSaid":
            made = _bound(made, one.said)
        elif word != "Tag":
            return _nothing
    return made


def _then(first: Read, second: Read) -> Read:
    def both(value: Any) -> Any:
        try:
            return second(first(value))
        except (ValueError, AssertionError):
            raise Misfit from None

    return both


def _by_tag(kind: Any, tag: Callable[[Any], str | None]) -> Read:
    tagged = {typing.get_args(one)[1].values[0]: one for one in typing.get_args(kind)}
    readers: dict[str, Read] = {}

    def chosen(value: Any) -> Any:
        word = tag(value)
        if word is None:
            raise Misfit
        if word not in readers:
            readers[word] = reader(tagged[word])
        return readers[word](value)

    return chosen


_TOLD = frozenset(("alias", "description", "strict", "examples", "title"))
"""What is said of fields that bounds no value; strictly is how everything is read here."""


def _bound(made: Read, said: Mapping[str, Any]) -> Read:
    """What reads values within bounds."""
    bounds = {key: value for key, value in said.items() if key not in _TOLD}
    if not bounds:
        return made
    tests = [_TESTS[key](value) for key, value in bounds.items() if key in _TESTS]
    if len(tests) < len(bounds):
        return _nothing

    def bounded(value: Any) -> Any:
        found = made(value)
        if all(test(found) for test in tests):
            return found
        raise Misfit

    return bounded


def _pattern(text: str) -> Callable[[Any], bool]:
    # The end of a text is its end, not the line before it.
    found = re.compile(text)
    return lambda value: found.search(value) is not None and "\n" not in value


_TESTS: dict[str, Callable[[Any], Callable[[Any], bool]]] = {
    "pattern": _pattern,
    "min_length": lambda least: lambda value: len(value) >= least,
    "max_length": lambda most: lambda value: len(value) <= most,
    "gt": lambda limit: lambda value: value > limit,
    "ge": lambda limit: lambda value: value >= limit,
    "lt": lambda limit: lambda value: value < limit,
    "le": lambda limit: lambda value: value <= limit,
}
