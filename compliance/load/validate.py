"""Check a document against its shape and say every fault in plain words, where it stands in the file.

Pydantic decides what is wrong. Its core schema, walked along with the errors, tells what was expected at each
place, so that a message can name the nearest known key or word, and so that a value that fits none of several
forms is one fault and not one for each form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from compliance.errors import Fault, FaultCollector, listed, nearest, shortened, shown
from compliance.load.yaml_reader import MAX_FAULTS, Document
from compliance.model.location import Path, path_words

T = TypeVar("T", bound=BaseModel)
Schema = Any

_ANY: Schema = {"type": "any"}
_INNER = {"json-or-python": "python_schema", "lax-or-strict": "lax_schema"}
_LISTS = ("list", "tuple", "set", "frozenset", "generator")
_MISFIT = re.compile(r"misfit|.*_(type|parsing)|literal_error|enum|none_required|is_instance_of|.*_inexact")
_EXPECTED = {
    "str": "text", "int": "a whole number", "float": "a number", "bool": "true or false",
    "date": "a date like 2025-01-31", "datetime": "a date and time like 2025-01-31T12:00:00Z",
    "url": "a web address like https://example.org", "none": "nothing",
    **dict.fromkeys(_LISTS, "a list"), "model-fields": "a mapping", "dict": "a mapping",
}  # fmt: skip
_HOW = {
    "text": "put it in quotes if it is meant as text", "true or false": "write true or false, without quotes",
    "a number": "write it in digits, without quotes", "a whole number": "write it in digits, without quotes",
    "a date like 2025-01-31": "write year-month-day", "a list": "write it as a list: [first, second]",
    "a mapping": "write it as 'key: value' lines",
}  # fmt: skip


def validate(document: Document, shape: type[T], *, collector: FaultCollector) -> T | None:
    """Turn a document into a value of its shape.

    Args:
        document: The document as read.
        shape: The model it must fit.
        collector: Takes every fault found; if there are any, the answer is `None`.
    """
    try:
        return shape.model_validate(document.data)
    except ValidationError as error:
        schema = _Schema(shape.__pydantic_core_schema__)
        troubles = _Explanation(schema, document.data).of(error.errors(include_url=False), schema.root, ())
        collector.extend(_Wording(schema, document).faults(troubles[:MAX_FAULTS]))
        if untold := troubles[MAX_FAULTS:]:
            place = document.marks.of(untold[0].path)
            collector.report(place, f"{len(untold)} more faults are not shown", "correct the others first")
        return None


@dataclass(frozen=True, slots=True)
class _Trouble:
    """One thing wrong at a path; the schema is the value's, or that of the mapping if its key is wrong."""

    path: Path
    kind: str
    schema: Schema
    value: object = None
    message: str = ""
    context: Mapping[str, Any] = field(default_factory=dict)


_Forms = list[tuple[Schema, list[_Trouble]]]


class _Schema:
    """What may stand at each place of a document, by pydantic's core schema."""

    def __init__(self, root: Schema) -> None:
        self.root = root
        self.definitions: dict[str, Schema] = {each["ref"]: each for each in root.get("definitions", ())}

    def bare(self, schema: Schema) -> Schema:
        """Return a schema without the wrappers that hold defaults, checks and classes."""
        while True:
            kind = schema["type"]
            if kind == "definition-ref":
                schema = self.definitions.get(schema["schema_ref"], _ANY)
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
                words = self.words(form.get("keys_schema", _ANY))
                known |= {str(word): form.get("values_schema", _ANY) for word in words}
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
        inner: Any = schema.get("values_schema") or schema.get("items_schema") or _ANY
        if isinstance(part, int):
            return inner[min(part, len(inner) - 1)] if isinstance(inner, list) else inner
        return self.fields(schema).get(part, inner)

    def expected(self, schema: Schema) -> list[str]:
        """Return in words what may stand at a place, one phrase for each form."""
        words = self.words(schema)
        phrases = [_EXPECTED.get(form["type"], "") for form in self.forms(schema)]
        if words:
            phrases.insert(0, f"one of {listed(words)}" if len(words) > 1 else listed(words))
        return [phrase for phrase in dict.fromkeys(phrases) if phrase]


class _Explanation:
    """Sorts pydantic's errors by place and keeps, of the forms of a union, what is wrong with the closest."""

    def __init__(self, schema: _Schema, data: object) -> None:
        self.schema = schema
        self.data = data

    def of(self, errors: Iterable[Any], schema: Schema, path: Path, depth: int = 0) -> list[_Trouble]:
        """Return the troubles of the errors that share the first `depth` parts of their location."""
        schema = self.schema.bare(schema)
        troubles: list[_Trouble] = []
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
                form = next((each for tag, each in choices.items() if str(tag) == part), _ANY)
                troubles += self.of(group, form, path, depth + 1)
            elif schema["type"] in _EXPECTED or part in self._keys_at(path):
                troubles += self.of(group, self.schema.inside(schema, part), (*path, part), depth + 1)
            else:
                troubles += self.of(group, _ANY, path, depth + 1)  # a label of pydantic's own
        return troubles

    def _closest(self, schema: Schema, forms: _Forms, path: Path) -> list[_Trouble]:
        """Choose, of the forms of a union, the one the writer most likely meant."""
        keys = [key for key in self._keys_at(path) if isinstance(key, str)]
        by_fit: dict[float, list[list[_Trouble]]] = {}
        for form, found in forms:
            if any(each.path != path or not _MISFIT.fullmatch(each.kind) for each in found):
                known, is_open = self.schema.fields(form), self.schema.bare(form)["type"] == "dict"
                fit = 0.5 if is_open else sum(1 for key in keys if key in known or nearest(key, known))
                by_fit.setdefault(fit, []).append(found)
        if not by_fit:
            return [_Trouble(path, "misfit", schema, forms[0][1][0].value)]
        if keys and max(by_fit) == 0 and self.schema.fields(schema):
            return [_Trouble((*path, keys[0]), "extra_forbidden", schema)]
        return min(by_fit[max(by_fit)], key=len)

    def _keys_at(self, path: Path) -> Iterable[Any]:
        """Return the keys or positions of the mapping or list at a path."""
        node: Any = self.data
        for part in path:
            node = node[part] if part in _parts(node) else None
        return _parts(node)


def _parts(node: object) -> Iterable[Any]:
    return range(len(node)) if isinstance(node, list) else node if isinstance(node, dict) else ()


def _trouble(path: Path, schema: Schema, error: Any, kind: str = "") -> _Trouble:
    context = error.get("ctx", {})
    message = str(context.get("error") or error["msg"])
    message = re.sub(r"^\w+ (?=should )| after validation, not \d+", "", message)
    return _Trouble(path, kind or error["type"], schema, error["input"], message, context)


class _Wording:
    """Says troubles in words and finds their places."""

    def __init__(self, schema: _Schema, document: Document) -> None:
        self.schema = schema
        self.marks = document.marks

    def faults(self, troubles: Sequence[_Trouble]) -> Iterator[Fault]:
        """Yield a fault for each trouble, but none for a required key that is there and merely misspelt."""
        unknown = [each for each in troubles if each.kind == "extra_forbidden"]
        misspelt = {(*each.path[:-1], self._meant(each)) for each in unknown}
        for each in troubles:
            if each.kind == "missing" and each.path not in misspelt:
                inner = self.schema.inside(each.schema, each.path[-1])
                yield self._missing(each.path, self.schema.expected(inner))
            elif each.kind == "extra_forbidden":
                yield self._unknown_key(each)
            elif each.schema["type"] == "tagged-union":
                yield self._tag(each.path, each.value, each.schema)
            elif _MISFIT.fullmatch(each.kind):
                words = self.schema.words(each.schema)
                yield self._misfit(each.path, each.value, self.schema.expected(each.schema), words)
            elif each.kind != "missing":
                yield self._broken(each)

    def _meant(self, trouble: _Trouble) -> str | None:
        *around, key = trouble.path
        absent = (name for name in self.schema.fields(trouble.schema) if (*around, name) not in self.marks)
        return nearest(str(key), absent)

    def _unknown_key(self, trouble: _Trouble) -> Fault:
        known, meant = self.schema.fields(trouble.schema), self._meant(trouble)
        advice = f"known keys are {listed(known)}" if known else "remove it"
        what = f"unknown key {shown(trouble.path[-1])} in {path_words(trouble.path[:-1])}"
        return Fault(self.marks.of(trouble.path), what, f"did you mean '{meant}'?" if meant else advice)

    def _missing(self, path: Path, phrases: Sequence[str]) -> Fault:
        advice = f"add it with {' or '.join(phrases)}" if phrases else "add it"
        return Fault(self.marks.of(path[:-1]), f"'{path[-1]}' is required in {path_words(path[:-1])}", advice)

    def _tag(self, path: Path, value: object, schema: Schema) -> Fault:
        """Say that what tells the forms of a mapping apart is missing or unknown: a key's value, or a key."""
        tags, key = list(self.schema.choices(schema) or ()), schema["discriminator"]
        if not isinstance(value, dict):
            return self._misfit(path, value, ["a mapping"], ())
        if isinstance(key, str) and key not in value:
            return self._missing((*path, key), [f"one of {listed(tags)}"])
        if isinstance(key, str):
            return self._misfit((*path, key), value[key], [f"one of {listed(tags)}"], tags)
        if unknown := [each for each in value if each not in self.schema.fields(schema)]:
            return self._unknown_key(_Trouble((*path, unknown[0]), "extra_forbidden", schema))
        return self._misfit(path, value, [f"a mapping with one of the keys {listed(tags)}"], ())

    def _misfit(self, path: Path, value: object, phrases: Sequence[str], words: Sequence[object]) -> Fault:
        found = f"the number {value}" if type(value) in (int, float) else shown(value)
        what = f"{path_words(path)}: expected {' or '.join(phrases) or 'another value'}, found {found}"
        meant = nearest(value, map(str, words)) if isinstance(value, str) else None
        advice = next((_HOW[phrase] for phrase in phrases if phrase in _HOW), "write one that is expected")
        if value is None:
            advice = "write a value, or remove the key"
        return Fault(self.marks.value_of(path), what, f"did you mean '{meant}'?" if meant else advice)

    def _broken(self, trouble: _Trouble) -> Fault:
        """Say which rule a value or a key of the right kind breaks."""
        message, _, advice = shortened(trouble.message, 400).partition("; ")
        plain = re.sub("[^a-z0-9]+", "-", str(trouble.value)[:80].lower()).strip("-")
        if str(trouble.context.get("pattern")).startswith("^[a-z0-9]") and plain:
            message, advice = "should be lower-case words joined by hyphens", f"for instance '{plain}'"
        if trouble.kind == "bad_key":
            what = f"the key {shown(trouble.path[-1])} in {path_words(trouble.path[:-1])} {message}"
            return Fault(self.marks.of(trouble.path), what, advice or "correct it")
        found = "" if isinstance(trouble.value, dict | list) else f", found {shown(trouble.value)}"
        what = f"{path_words(trouble.path)}: {message}{found}"
        return Fault(self.marks.value_of(trouble.path), what, advice or "correct it")
