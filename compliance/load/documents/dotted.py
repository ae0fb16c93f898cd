"""Where a key belongs that stands too high: with dots, as questions and rules name facts, or without its block."""

from __future__ import annotations

from compliance.errors import shortened
from compliance.load.documents.forms import Forms, Schema
from compliance.patterns import regex

_SCOPES = {
    "release": "releases", "step": "steps", "source": "artifacts", "model": "artifacts", "party": "parties"
}  # fmt: skip
"""First words of facts, with the key under which entries of that kind stand."""
_LISTS = ("list", "tuple", "tuple-variable", "tuple-positional")
_PLAIN = regex(r"[\w<>=][\w .<>=/-]*")
_FACTS = "facts"


def nested(schema: Forms, around: Schema, key: object, value: object) -> str | None:
    """How to write a key with dots where a document nests; None where its first word is no key there."""
    first, *rest = key.split(".") if isinstance(key, str) else [""]
    known = schema.fields(around)
    name = first if first in known else _SCOPES.get(first, "")
    if name not in known or not rest or not all(rest):
        return None
    entry = _entry(schema, known[name], by_name=first != name)
    if entry is not None:
        return f"write it in an entry of {name}, as {_written(schema, entry, rest, value)}"
    return f"write it as {name}: {{{_written(schema, known[name], rest, value)}}}"


def within(schema: Forms, around: Schema, key: object, value: object) -> str | None:
    """How to write a key that a block within these keys knows, in the singular or plural; None where no block does."""
    if not isinstance(key, str):
        return None
    for name, inner in schema.fields(around).items():
        known = schema.fields(inner)
        meant = next((word for word in (key, key.removesuffix("s"), f"{key}s") if word in known), None)
        if meant is not None:
            return f"write it within {name}, as {name}: {{{meant}: {_flow(value)}}}"
    return None


def _entry(schema: Forms, inner: Schema, *, by_name: bool) -> Schema | None:
    """What stands in a list of entries, or, for a fact of no entry in particular, in a mapping of them."""
    kinds = (*_LISTS, "dict") if by_name else _LISTS
    for form in schema.forms(inner):
        if form["type"] in kinds:
            return schema.inside(form, "" if form["type"] == "dict" else 0)
    return None


def _written(schema: Forms, around: Schema, parts: list[str], value: object) -> str:
    """Keys within keys, to the value; what an entry has no key for stands among its facts."""
    part, *rest = parts
    known = schema.fields(around)
    if part not in known and _FACTS in known:
        return f"{_FACTS}: {{{'.'.join(parts)}: {_flow(value)}}}"
    if not rest:
        return f"{part}: {_flow(value)}"
    return f"{part}: {{{_written(schema, _under(schema, around, part), rest, value)}}}"


def _under(schema: Forms, around: Schema, part: str) -> Schema:
    if part in (known := schema.fields(around)):
        return known[part]
    return next(
        (schema.inside(form, part) for form in schema.forms(around) if form["type"] == "dict"), around
    )


def _flow(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if value is None or isinstance(value, dict):
        return "…"
    text = shortened(str(value))
    return text if not isinstance(value, str) or _PLAIN.fullmatch(text) else f"'{text}'"
