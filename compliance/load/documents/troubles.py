"""What is wrong with a document, by place: pydantic's errors, with one fault for a value that fits no form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from compliance.errors import nearest
from compliance.load.documents.forms import ANYTHING, EXPECTED, Forms, Schema
from compliance.model.shapes.location import Path

MISFIT = re.compile(r"misfit|.*_(type|parsing)|literal_error|enum|none_required|is_instance_of|.*_inexact")


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing wrong at a path; the schema is the value's, or that of the mapping if its key is wrong."""

    path: Path
    kind: str
    schema: Schema
    value: object = None
    message: str = ""
    context: Mapping[str, Any] = field(default_factory=dict)


class Explanation:
    """Sorts pydantic's errors by place and keeps, of the forms of a union, what is wrong with the closest."""

    def __init__(self, schema: Forms, data: object) -> None:
        self.schema = schema
        self.data = data

    def of(self, errors: Iterable[Any], schema: Schema, path: Path, depth: int = 0) -> list[Trouble]:
        """Return the troubles of the errors that share the first `depth` parts of their location."""
        schema = self.schema.bare(schema)
        troubles: list[Trouble] = []
        branches: dict[Any, list[Any]] = {}
        for error in errors:
            rest = error["loc"][depth:]
            if not rest:
                troubles.append(_trouble(path, schema, error))
            elif error["type"] in ("missing", "extra_forbidden") and len(rest) == 1:
                troubles.append(_trouble((*path, rest[0]), schema, error))
            elif rest[1:2] == ("[key]",) and schema["type"] == "dict":
                kind = "extra_forbidden" if self.schema.fields(schema) else "bad_key"
                troubles.append(_trouble((*path, rest[0]), schema, error, kind))
            else:
                branches.setdefault(rest[0], []).append(error)
        if branches:  # pydantic counts the items that are right
            troubles = [each for each in troubles if each.kind != "too_short"]
        choices = self.schema.choices(schema)
        if schema["type"] == "union" and choices and branches:
            pairs = zip(
                choices.values(), branches.values(), strict=False
            )  # each form has its errors, in order
            forms = [(form, self.of(group, form, path, depth + 1)) for form, group in pairs]
            return troubles + self._closest(schema, forms, path)
        for part, group in branches.items():
            if choices:
                form = next((each for tag, each in choices.items() if str(tag) == part), ANYTHING)
                troubles += self.of(group, form, path, depth + 1)
            elif schema["type"] in EXPECTED or part in self._keys_at(path):
                troubles += self.of(group, self.schema.inside(schema, part), (*path, part), depth + 1)
            else:
                troubles += self.of(group, ANYTHING, path, depth + 1)  # a label of pydantic's own
        return troubles

    def _closest(
        self, schema: Schema, forms: list[tuple[Schema, list[Trouble]]], path: Path
    ) -> list[Trouble]:
        """Choose, of the forms of a union, the one the writer most likely meant."""
        keys = [key for key in self._keys_at(path) if isinstance(key, str)]
        by_fit: dict[float, list[list[Trouble]]] = {}
        for form, found in forms:
            if any(each.path != path or not MISFIT.fullmatch(each.kind) for each in found):
                known, is_open = self.schema.fields(form), self.schema.bare(form)["type"] == "dict"
                fit = 0.5 if is_open else sum(1 for key in keys if key in known or nearest(key, known))
                by_fit.setdefault(fit, []).append(found)
        if not by_fit:
            return [Trouble(path, "misfit", schema, forms[0][1][0].value)]
        if keys and max(by_fit) == 0 and self.schema.fields(schema):
            return [Trouble((*path, keys[0]), "extra_forbidden", schema)]
        return min(by_fit[max(by_fit)], key=len)

    def _keys_at(self, path: Path) -> Iterable[Any]:
        """Return the keys or positions of the mapping or list at a path."""
        node: Any = self.data
        for part in path:
            node = node[part] if part in parts_of(node) else None
        return parts_of(node)


def parts_of(node: object) -> Iterable[Any]:
    """The keys or positions of a mapping or list; nothing else has any."""
    return range(len(node)) if isinstance(node, list) else node if isinstance(node, dict) else ()


def _trouble(path: Path, schema: Schema, error: Any, kind: str = "") -> Trouble:
    context = error.get("ctx", {})
    message = str(context.get("error") or error["msg"])
    message = re.sub(r"^\w+ (?=should )| after validation, not \d+", "", message)
    return Trouble(path, kind or error["type"], schema, error["input"], message, context)
