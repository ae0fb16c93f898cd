"""Say what is wrong with a document in plain words, and where it stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from compliance.errors import Fault, listed, shortened, shown
from compliance.load.documents import hints
from compliance.load.documents.dotted import nested, within
from compliance.load.documents.forms import Forms, Schema
from compliance.load.documents.other_words import kind_of_word
from compliance.load.documents.troubles import MISFIT, Trouble, parts_of
from compliance.load.documents.yaml_reader import Document
from compliance.model.shapes.location import Path, path_words

_ANSWERS = {"yes", "no", "unknown"}
_HOW = {
    "text": "put it in quotes if it is meant as text",
    "a number": "write it in digits, without quotes",
    "a whole number": "write it in digits, without quotes",
    "a date like 2025-01-31": "write year-month-day",
    "a list": "write it as a list: [first, second]",
    "a mapping": "write it as 'key: value' lines",
}
_SHAPES = ("a list", "a mapping")


class Wording:
    """Says troubles in words and finds their places."""

    def __init__(self, schema: Forms, document: Document) -> None:
        self.schema = schema
        self.document = document
        self.marks = document.marks

    def faults(self, troubles: Sequence[Trouble]) -> Iterator[Fault]:
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
            elif MISFIT.fullmatch(each.kind):
                words = self.schema.words(each.schema)
                yield self._misfit(each.path, each.value, self.schema.expected(each.schema), words)
            elif each.kind != "missing":
                yield self._broken(each)

    def _meant(self, trouble: Trouble) -> str | None:
        *around, key = trouble.path
        absent = [name for name in self.schema.fields(trouble.schema) if (*around, name) not in self.marks]
        return hints.word(str(key), absent)

    def _unknown_key(self, trouble: Trouble) -> Fault:
        known, meant = self.schema.fields(trouble.schema), self._meant(trouble)
        what = f"unknown key {shown(trouble.path[-1])} in {path_words(trouble.path[:-1])}"
        advice = (
            f"did you mean '{meant}'?"
            if meant
            else f"known keys are {listed(known)}"
            if known
            else "remove it"
        )
        better = self._cut_by_comma(trouble.path) or self._nested(trouble)
        return Fault(self.marks.of(trouble.path), what, better or advice)

    def _nested(self, trouble: Trouble) -> str | None:
        """Where a key with dots belongs."""
        *around, key = trouble.path
        told = nested(self.schema, trouble.schema, key, trouble.value)
        first = str(key).partition(".")[0]
        if told is None:
            return within(self.schema, trouble.schema, key, trouble.value)
        return f"{told}, in the '{first}' that is there" if (*around, first) in self.marks else told

    def _cut_by_comma(self, path: Path) -> str | None:
        """Advice where the key is what stands after a comma in an unquoted value of the same line."""
        around: Any = self.document.data
        place: Path = ()
        for part in path[:-1]:
            if isinstance(part, int) and not isinstance(around, list):
                continue  # one value that stands for a list of one
            around, place = around[part] if part in parts_of(around) else None, (*place, part)
        if not isinstance(around, dict) or around.get(path[-1], "") is not None:
            return None
        keys = list(around)
        before = keys[keys.index(path[-1]) - 1] if path[-1] != keys[0] else None
        same_line = self.marks.value_of((*place, before or "")).line == self.marks.of((*place, path[-1])).line
        if before is None or not same_line:
            return None
        return hints.comma(around[before], path[-1])

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
            return self._unknown_key(Trouble((*path, unknown[0]), "extra_forbidden", schema))
        return self._misfit(path, value, [f"a mapping with one of the keys {listed(tags)}"], ())

    def _misfit(self, path: Path, value: object, phrases: Sequence[str], words: Sequence[object]) -> Fault:
        found = f"the number {value}" if type(value) in (int, float) else shown(value)
        if not path and isinstance(value, str):
            found = "a text"  # what is no document at all may be anybody's file
        if set(words) == _ANSWERS:
            phrases = ["true, false or unknown", *phrases[1:]]
        what = f"{path_words(path)}: expected {' or '.join(phrases) or 'another value'}, found {found}"
        return Fault(
            self.marks.value_of(path), what, self._advice(value, phrases, [str(word) for word in words])
        )

    def _advice(self, value: object, phrases: Sequence[str], words: list[str]) -> str:
        """What to do about a value of the wrong kind."""
        if value is None:
            return "write a value, or remove the key"
        if set(words) == _ANSWERS or "true or false" in phrases:
            return hints.yes_or_no(value, ("true", "false", *(["unknown"] if words else [])))
        if meant := hints.word(value, words):
            return f"did you mean '{meant}'?" if meant != str(value) else f"write {meant} without quotes"
        if words and isinstance(value, str) and (kind := kind_of_word(value)):
            return f"{shown(value)} is {kind}; write one that is expected"
        if not words and isinstance(value, str) and {"a number", "a whole number"} & set(phrases):
            return hints.number(value)
        if phrases == ["text"] and (date := hints.date(value)):
            return f"put it in quotes if it is meant as text; for a date, {date}"
        fitting = (each for each in phrases if each in _HOW and not (words and each in _SHAPES))
        return next((_HOW[each] for each in fitting), "write one that is expected")

    def _broken(self, trouble: Trouble) -> Fault:
        """Say which rule a value or a key of the right kind breaks."""
        message, _, advice = shortened(trouble.message, 400).partition("; ")
        if "pattern" in trouble.context:
            message, advice = self._form(str(trouble.context.get("pattern")), str(trouble.value))
        elif "expected a date" in message or "expected one date" in message or "no such date" in message:
            advice = hints.date(trouble.value) or advice
        elif trouble.kind == "less_than_equal" and isinstance(trouble.value, int | float):
            advice = f"a share of {trouble.value} percent is {trouble.value / 100:g}"
        if trouble.kind == "bad_key":
            what = f"the key {shown(trouble.path[-1])} in {path_words(trouble.path[:-1])} {message}"
            return Fault(self.marks.of(trouble.path), what, advice or "correct it")
        told = shown(trouble.value) in message or isinstance(trouble.value, dict | list)
        what = f"{path_words(trouble.path)}: {message}{'' if told else f', found {shown(trouble.value)}'}"
        return Fault(self.marks.value_of(trouble.path), what, advice or "correct it")

    def _form(self, pattern: str, value: str) -> tuple[str, str]:
        """The form that a pattern asks for, in words, and the value in that form; patterns themselves are not shown."""
        if "0-9a-f" in pattern:
            return "should be a SHA-256 digest in 64 lower-case hexadecimal digits", "copy it from sha256sum"
        if not pattern.startswith("^[a-z"):
            return "does not have the form that is expected", "see the documentation of this field"
        plain = re.sub("[^a-z0-9]+", "-", value[:80].lower()).strip("-")
        form = "should be lower-case words joined by hyphens"
        return (
            form,
            f"for instance '{plain}'" if plain else "use letters a to z and digits; a name can say the rest",
        )
