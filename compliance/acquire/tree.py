"""Foreign YAML and JSON as plain data whose texts know their line. Lenient, and bounded against hostile files.

Numbers stay texts, so that a name such as `9e2` is never one; `number` reads those that are wanted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from json import decoder
from typing import Any

import yaml

from compliance.acquire.twice import MOST_VALUES, Twice, give
from compliance.patterns import whole_letters

MAX_DEPTH = 80
MAX_NODES = 400_000
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: dict[str, object] = {"true": True, "false": False, "null": None, "~": None, "": None}
_SCAN: Any = getattr(decoder, "scanstring")  # noqa: B009
_SPACE = re.compile(r"[ \t\r\n]*")
_ATOM = re.compile(r"[-+\w.]+")


class UnreadableError(ValueError):
    """The text is not what its form says; the message says why."""


class Placed(str):
    """A text that knows the line on which it stands."""

    __slots__ = ("line",)
    line: int

    @classmethod
    def at(cls, text: str, line: int) -> Placed:
        """A text at a line."""
        made = cls(text)
        made.line = line
        return made


def line_of(value: object, default: int = 1) -> int:
    """The line of a value: its own, or that of the first text within it."""
    if isinstance(value, Placed):
        return value.line
    if isinstance(value, dict):
        return next((line_of(key, default) for key in value), default)
    if isinstance(value, list) and value:
        return line_of(value[0], default)
    return default


def number(value: object) -> float | None:
    """A number that is written as one."""
    try:
        return float(value) if isinstance(value, str | int | float) else None
    except ValueError:
        return None


def texts(value: object) -> list[str]:
    """A text, or the texts of a list, as a list; everything else is none."""
    if isinstance(value, str):
        return [value]
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def mapping(value: object) -> dict[str, Any]:
    """The value, if it is a mapping; else an empty one."""
    return value if isinstance(value, dict) else {}


def mappings(value: object) -> list[dict[str, Any]]:
    """The mappings of a list, or the one mapping."""
    if isinstance(value, dict):
        return [value]
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def read_yaml(
    text: str, first_line: int = 1, twice: Twice | None = None, keep: int | None = None
) -> list[Any]:
    """Every document of a YAML text; keys that stand twice with two values are added to `twice`.

    Of such a key the last value is read, or that with the number `keep`, as far as there is one.

    Raises `UnreadableError` where it is none, or is nested or repeated beyond reason.
    """
    builder = _Builder(first_line, twice if twice is not None else [], keep)
    try:
        loader = _LOADER(text)
        while loader.check_event():
            builder.take(loader.get_event())
    except UnreadableError:
        raise
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        problem = getattr(error, "problem", None) or "no YAML"
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + first_line}" if mark else ""
        raise UnreadableError(f"{problem}{where}") from error
    return builder.documents


@dataclass(slots=True)
class _Builder:
    """Turns events into data."""

    first_line: int
    twice: Twice
    keep: int | None = None
    documents: list[Any] = field(default_factory=list)
    open: list[list[Any]] = field(default_factory=list)
    """Collections that have not ended, each with the key that awaits its value."""
    anchors: dict[str, Any] = field(default_factory=dict)
    nodes: int = 0
    given: Counter[tuple[int, str]] = field(default_factory=Counter)
    dropped: list[Any] = field(default_factory=list)
    sizes: dict[int, int] = field(default_factory=dict)
    """Parts of what is repeated, by its identity."""

    def take(self, event: Any) -> None:
        """Take in one event."""
        if isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._put(self._again(self.anchors.get(event.anchor or "")), event)
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            made: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            self._put(made, event)
            self.open.append([made, None])
            if len(self.open) > MAX_DEPTH:
                raise UnreadableError(f"nested more than {MAX_DEPTH} levels deep")

    def _again(self, value: Any) -> Any:
        """What an alias repeats; its parts count once more, and nothing may hold itself."""
        if any(holder is value for holder, _ in self.open):
            raise UnreadableError("a part holds itself")
        self.nodes += self._size(value)
        if self.nodes > MAX_NODES:
            raise UnreadableError("more parts than can be read")
        return value

    def _size(self, value: Any) -> int:
        if not isinstance(value, dict | list):
            return 1
        if id(value) not in self.sizes:
            inner = value.values() if isinstance(value, dict) else value
            self.sizes[id(value)] = 1 + sum(self._size(one) for one in inner)
        return self.sizes[id(value)]

    def _scalar(self, event: Any) -> None:
        line = event.start_mark.line + self.first_line
        is_key = bool(self.open) and isinstance(self.open[-1][0], dict) and self.open[-1][1] is None
        plain = not event.style and not is_key
        word = str(event.value)
        self._put(_WORDS[word] if plain and word in _WORDS else Placed.at(event.value, line), event)

    def _put(self, value: Any, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise UnreadableError("more parts than can be read")
        anchor = getattr(event, "anchor", None)
        if anchor and not isinstance(event, yaml.AliasEvent):
            self.anchors[anchor] = value
        if not self.open:
            self.documents.append(value)
            return
        holder, key = self.open[-1]
        if isinstance(holder, list):
            holder.append(value)
        elif key is None:
            self.open[-1][1] = value if isinstance(value, str) else Placed.at(str(value), line_of(value))
        else:
            if key == "<<" and isinstance(value, dict):
                holder.update({each: one for each, one in value.items() if each not in holder})
            else:
                give(holder, key, value, self)
            self.open[-1][1] = None


def earlier(text: str, is_json: bool, twice: Twice, first_line: int = 1) -> Iterator[list[Any]]:
    """The documents of a text once more, with each of the earlier values of keys that are given several times."""
    times = max(Counter(key for key, _ in twice).values(), default=0)
    for keep in range(min(times, MOST_VALUES - 1)):
        yield (
            [read_json(text, first_line, None, keep)] if is_json else read_yaml(text, first_line, None, keep)
        )


def read_json(text: str, first_line: int = 1, twice: Twice | None = None, keep: int | None = None) -> Any:
    """A JSON text, whose first line may be a later one of its file; of keys that stand twice as `read_yaml`.

    Raises `UnreadableError` where it is none.
    """
    text = text.removeprefix("\ufeff")
    try:
        value, end = _json(
            text, _skip(text, 0), 0, _Lines(text, first_line, [] if twice is None else twice, keep)
        )
    except (ValueError, IndexError, RecursionError) as error:
        raise UnreadableError(f"no JSON: {error}") from error
    if text[end:].strip():
        raise UnreadableError("no JSON: something follows its end")
    return value


class _Lines:
    """Lines of growing positions in a text."""

    def __init__(self, text: str, first_line: int, twice: Twice, keep: int | None) -> None:
        self.text, self.at, self.line, self.twice, self.keep = text, 0, first_line, twice, keep
        self.given: Counter[tuple[int, str]] = Counter()
        self.dropped: list[Any] = []

    def of(self, position: int) -> int:
        self.line += self.text.count("\n", self.at, position)
        self.at = position
        return self.line


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _json(text: str, at: int, depth: int, lines: _Lines) -> tuple[Any, int]:
    if depth > MAX_DEPTH:
        raise UnreadableError(f"nested more than {MAX_DEPTH} levels deep")
    if text[at] == '"':
        line = lines.of(at)
        value, end = _SCAN(text, at + 1, False)
        return Placed.at(whole_letters(value), line), end
    if text[at] in "{[":
        return _json_holder(text, at, depth, lines)
    found = _ATOM.match(text, at)
    if not found:
        raise ValueError(f"unexpected {text[at]!r}")
    word = found[0]
    return (_WORDS[word] if word in _WORDS else Placed.at(word, lines.of(at))), found.end()


def _json_holder(text: str, at: int, depth: int, lines: _Lines) -> tuple[Any, int]:
    is_mapping = text[at] == "{"
    made: Any = {} if is_mapping else []
    close = "}" if is_mapping else "]"
    at = _skip(text, at + 1)
    while text[at] != close:
        if is_mapping:
            if text[at] != '"':
                raise ValueError("a key is no text")
            key, at = _json(text, at, depth + 1, lines)
            at = _skip(text, at)
            if text[at] != ":":
                raise ValueError("no colon after a key")
            value, at = _json(text, _skip(text, at + 1), depth + 1, lines)
            give(made, key, value, lines)
        else:
            value, at = _json(text, at, depth + 1, lines)
            made.append(value)
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)
        elif text[at] != close:
            raise ValueError("no comma between two values")
    return made, at + 1


def read_tree(text: str, is_json: bool) -> Any:
    """One document of either form; the first that says anything, where a YAML text holds several."""
    return next(iter(read_trees(text, is_json)), None)


def read_trees(text: str, is_json: bool, twice: Twice | None = None) -> list[Any]:
    """Documents of either form that say anything; keys that stand twice with two values are added to `twice`."""
    if is_json:
        return [read_json(text, 1, twice)]
    return [one for one in read_yaml(text, 1, twice) if one]
