"""What may stand at each place of a document, by the core schema that pydantic makes of its shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from compliance.errors import listed

Schema = Any

ANYTHING: Schema = {"type": "any"}
_INNER = {"json-or-python": "python_schema", "lax-or-strict": "lax_schema"}
_LISTS = ("list", "tuple", "set", "frozenset", "generator")
EXPECTED = {
    "str": "text", "int": "a whole number", "float": "a number", "bool": "true or false",
    "date": "a date like 2025-01-31", "datetime": "a date and time like 2025-01-31T12:00:00Z",
    "url": "a web address like https://example.org", "none": "nothing",
    **dict.fromkeys(_LISTS, "a list"), "model-fields": "a mapping", "dict": "a mapping",
}  # fmt: skip


class Forms:
    """What may stand at each place of a document, by pydantic's core schema."""

    def __init__(self, root: Schema) -> None:
        self.root = root
        self.definitions: dict[str, Schema] = {each["ref"]: each for each in root.get("definitions", ())}

    def bare(self, schema: Schema) -> Schema:
        """Return a schema without the wrappers that hold defaults, checks and classes."""
        while True:
            kind = schema["type"]
            if kind == "definition-ref":
                schema = self.definitions.get(schema["schema_ref"], ANYTHING)
            elif kind == "chain":
                schema = schema["steps"][0]
            elif inner := schema.get("schema") or schema.get(_INNER.get(kind, "")):
                schema = inner
            else:
                return schema

    def choices(self, schema: Schema) -> dict[Any, Schema] | None:
        """Return the forms a union offers, by tag or position."""
        if schema["type"] == "tagged-union":
            return dict(schema["choices"])
        if schema["type"] == "union":
            return dict(enumerate(each[0] if isinstance(each, tuple) else each for each in schema["choices"]))
        return None

    def forms(self, schema: Schema) -> Iterator[Schema]:
        """Yield the bare forms a value may have, unions within unions resolved."""
        bare = self.bare(schema)
        choices = self.choices(bare)
        if choices is None:
            yield bare
        for choice in (choices or {}).values():
            yield from self.forms(choice)

    def fields(self, schema: Schema) -> dict[str, Schema]:
        """Return the known keys, as they are written in a file, with what belongs under each."""
        known: dict[str, Schema] = {}
        for form in self.forms(schema):
            if form["type"] == "model-fields":
                for name, each in form["fields"].items():
                    alias = each.get("validation_alias")
                    known[alias if isinstance(alias, str) else name] = each["schema"]
            elif form["type"] == "dict":
                words = self.words(form.get("keys_schema", ANYTHING))
                known |= {str(word): form.get("values_schema", ANYTHING) for word in words}
        return known

    def words(self, schema: Schema) -> list[object]:
        """Return the values of a closed list, over all forms."""
        words: list[object] = []
        for form in self.forms(schema):
            words += form["expected"] if form["type"] == "literal" else ()
            words += [member.value for member in form["members"]] if form["type"] == "enum" else ()
        return words

    def inside(self, schema: Schema, part: str | int) -> Schema:
        """Return what belongs under a key or at a position."""
        inner: Any = schema.get("values_schema") or schema.get("items_schema") or ANYTHING
        if isinstance(part, int):
            return inner[min(part, len(inner) - 1)] if isinstance(inner, list) else inner
        return self.fields(schema).get(part, inner)

    def expected(self, schema: Schema) -> list[str]:
        """Return in words what may stand at a place, one phrase for each form."""
        words = self.words(schema)
        phrases = [EXPECTED.get(form["type"], "") for form in self.forms(schema)]
        if words:
            phrases.insert(0, f"one of {listed(words)}" if len(words) > 1 else listed(words))
        return [phrase for phrase in dict.fromkeys(phrases) if phrase]
