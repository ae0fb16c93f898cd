"""Read YAML into plain data in which every value knows its place.

The dialect is small on purpose: what is written is what is read. Only `true` and `false` are truth values;
only `null`, `~` and nothing are null; numbers are written as in JSON (a leading `+` or point is fine), and
one with an exponent and no fraction is whole, so that `972e9` counts tokens. Every other plain word is text:
`no`, `on`, `2024-01-01`, `12:30`, `0x1F`, `007`, `1_000`. Dates are text for the schema to check. Refused are
anchors, aliases, merge keys, tags, duplicate keys, keys that are not text, infinities, control characters. Lines that
answer questions may say the same twice.

The parser's events are read one by one and never composed: libyaml's composer crashes on deep nesting.
"""

from __future__ import annotations

import hashlib
import pathlib
from typing import Any

import yaml

from compliance.errors import Fault, FaultCollector, InputError, Location, shortened, shown
from compliance.foreign_files import TooLargeError, read_foreign, reason_of
from compliance.load.documents.yaml_syntax import AGAIN, ANSWER, QUOTE, meant_by, mistaken
from compliance.load.documents.yaml_words import RefusedError, plain
from compliance.model.shapes.location import Lines, Marks, Path, path_words
from compliance.patterns import regex
from compliance.values import dataclass, field

MAX_BYTES = 5_000_000
MAX_DEPTH = 64
MAX_SCALAR = 200_000
MAX_FAULTS = 200
MAX_HELD = 16_000_000
"""How much the places of a file's values may take, each as its depth and a little more: some 300 MB of memory."""
A_VALUE = 12

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOT_TEXT = regex("[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file as read: plain data, the places of its parts, its name and the SHA-256 of its bytes."""

    data: object
    marks: Marks
    name: str
    sha256: str


def read_yaml(
    path: pathlib.Path,
    *,
    limit: int = MAX_BYTES,
    name: str | None = None,
    home: pathlib.Path | None = None,
) -> Document:
    """Read one YAML file.

    Args:
        path: The file.
        limit: The most bytes the file may hold.
        name: What messages call the file; the path as given if absent.
        home: The folder that a link may not lead out of; none, if absent.

    Raises:
        InputError: The file cannot be read, or is not the YAML this reader accepts; holds all faults found.
    """
    name = path.as_posix() if name is None else name
    try:
        content = read_foreign(path, limit=limit, home=home)
    except TooLargeError as error:
        raise InputError(Fault(Location(name, 1, 1), str(error), "split it into several files")) from error
    except (OSError, ValueError) as error:
        what = f"cannot read {shown(name)}: {reason_of(error)}"
        raise InputError(Fault(None, what, "name a file that can be read")) from error
    return parse_yaml(content, name)


def parse_yaml(source: str | bytes, name: str) -> Document:
    r"""Read YAML from text or from UTF-8 bytes, which messages call by the given name.

    >>> parse_yaml("country: no\ntokens: 972e9\n", "m.yaml").data
    {'country': 'no', 'tokens': 972000000000}

    Raises:
        InputError: It is not the YAML this reader accepts; holds all faults found.
    """
    content = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    text = source if isinstance(source, str) else _decoded(source, name)
    builder = _Builder(Lines(text.removeprefix("\ufeff"), name))
    builder.build()
    if builder.root is None and not builder.faults:
        builder.faults.report(Location(name, 1, 1), "the file is empty", "write its content")
    builder.faults.raise_if_any()
    marks = Marks(name, builder.positions, builder.value_positions)
    return Document(builder.root, marks, name, hashlib.sha256(content).hexdigest())


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
        what = f"byte 0x{content[error.start]:02X} is not UTF-8"
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            what = "the file is in UTF-16 or UTF-32, not in UTF-8"
        place = Lines(before, name).location(len(before))
        raise InputError(Fault(place, what, "save the file as UTF-8")) from error


def _plainly_text(text: str) -> bool:
    """Whether a text holds printable characters and ends of lines only, none of which `_NOT_TEXT` finds."""
    return text.replace("\n", "").replace("\r", "").replace("\t", "").isprintable()


@dataclass(slots=True)
class _Frame:
    """A mapping or list whose end has not been reached; a mapping without a key awaits one."""

    holder: dict[str, object] | list[object]
    path: Path
    key: str | None = None
    is_key: bool = False


@dataclass(slots=True)
class _Builder:
    """Turns the parser's events into data and places, and gathers every fault on the way."""

    lines: Lines
    faults: FaultCollector = field(default_factory=FaultCollector)
    root: object = None
    positions: dict[Path, tuple[int, int]] = field(default_factory=dict)
    value_positions: dict[Path, tuple[int, int]] = field(default_factory=dict)
    frames: list[_Frame] = field(default_factory=list)
    held: int = 0

    def build(self) -> None:
        """Read the text, as far as it can be read."""
        printable = _plainly_text(self.lines.text)
        for found in () if printable else _NOT_TEXT.finditer(self.lines.text):
            place = self.lines.location(found.start())
            self._fault(place, f"the character U+{ord(found[0]):04X} is not allowed", "remove it")
        try:
            self._read(_LOADER(self.lines.text if printable else _NOT_TEXT.sub("\ufffd", self.lines.text)))
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
        except (yaml.YAMLError, ValueError, OverflowError):
            # PyYAML's own parser stumbles over absurd escapes and version numbers and does not say where.
            what_to_do = "look for an odd escape, or a line that starts with '%'"
            self._fault(self.lines.location(0), "this is not valid YAML", what_to_do)

    def _read(self, loader: Any) -> None:
        documents = 0
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.NodeEvent):
                self._node(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                if self.frames.pop().is_key:
                    self.frames[-1].key = ""
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    what_to_do = mistaken(self.root) or "keep one in each file"
                    self._fault(self._at(event), "a second document starts here", what_to_do)
                    return

    def _at(self, event: Any) -> Location:
        mark = getattr(event, "start_mark", event)
        return Location(self.lines.name, mark.line + 1, mark.column + 1)

    def _fault(self, place: Location, what: str, what_to_do: str, *, last: bool = False) -> None:
        """Keep a fault; raise all of them if there is no use in reading on."""
        self.faults.report(place, what, what_to_do)
        if len(self.faults) == MAX_FAULTS:
            self.faults.report(place, f"reading stopped after {MAX_FAULTS} faults", "correct these first")
            last = True
        if last:
            self.faults.raise_if_any()

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        problem = error.problem or ""
        places = [self._at(mark) for mark in (error.problem_mark, error.context_mark) if mark]
        rest = self.lines.after(places[0])
        if not rest.strip() or "could not find" in problem:
            places.reverse()  # where something was opened says more than where the file ends
        if "cannot start any" in problem and rest.startswith("\t"):
            problem = "tab character"
        what, what_to_do = meant_by(problem)
        opened = error.context_mark or error.problem_mark
        self._fault(places[0], what.replace("#", str(opened.line + 1 if opened else 1)), what_to_do)

    def _node(self, event: Any) -> None:
        """Take in a scalar, an alias, or the start of a mapping or list."""
        if event.anchor is not None:
            sign = "alias '*" if isinstance(event, yaml.AliasEvent) else "anchor '&"
            what = f"the {sign}{shortened(event.anchor)}' is not allowed"
            self._fault(self._at(event), what, "write the value out in full wherever it is used")
        if getattr(event, "tag", None) is not None:
            what = f"the tag {shown(event.tag)} is not allowed"
            self._fault(self._at(event), what, f"remove it, or {QUOTE}")
        frame = self.frames[-1] if self.frames else None
        is_key = frame is not None and isinstance(frame.holder, dict) and frame.key is None
        if isinstance(event, yaml.CollectionStartEvent):
            self._open(None if is_key else frame, event, is_key)
        elif frame is not None and is_key:
            self._key(frame, event)
        else:
            self._attach(frame, self._scalar(event), event)

    def _open(self, frame: _Frame | None, event: Any, is_key: bool) -> None:
        holder: dict[str, object] | list[object] = {} if isinstance(event, yaml.MappingStartEvent) else []
        if is_key:
            self._fault(self._at(event), "a list or a mapping is used as a key", "use text as the key")
        self.frames.append(_Frame(holder, self._attach(frame, holder, event), is_key=is_key))
        if len(self.frames) > MAX_DEPTH:
            what = f"nested more than {MAX_DEPTH} levels deep"
            self._fault(self._at(event), what, "write it flatter", last=True)

    def _attach(self, frame: _Frame | None, value: object, event: Any) -> Path:
        """Put a value where it belongs and return its path."""
        path: Path = ()
        places = self.positions
        if frame is None:
            self.root = value
        elif isinstance(frame.holder, list):
            path = (*frame.path, len(frame.holder))
            frame.holder.append(value)
        else:
            path, places = (*frame.path, frame.key or ""), self.value_positions
            frame.holder[frame.key or ""] = value
            frame.key = None
        places[path] = (event.start_mark.line + 1, event.start_mark.column + 1)
        self.held += A_VALUE + len(path)
        if self.held > MAX_HELD:
            self._fault(
                self._at(event),
                "more values than one file may hold",
                "split it into several files",
                last=True,
            )
        return path

    def _key(self, frame: _Frame, event: Any) -> None:
        place = self._at(event)
        frame.key = word = getattr(event, "value", "")
        thousands = len(word) == 3 and word.isdigit()  # what a comma within a number leaves behind
        if isinstance(event, yaml.ScalarEvent) and not isinstance(self._scalar(event), str):
            what_to_do = f"put it in quotes: {shown(word)}" if word else "write the key before the ':'"
            what_to_do = "write numbers without commas" if thousands else what_to_do
            self._fault(place, f"the key {shown(word)} in {path_words(frame.path)} is not text", what_to_do)
        if word == "<<" and not event.style:
            self._fault(
                place,
                f"the merge key '<<' in {path_words(frame.path)} is not allowed",
                "write the entries out",
            )
        path = (*frame.path, word)
        if path in self.positions and not frame.path and ANSWER.match(word):
            frame.key = f"{word}{AGAIN}{place.line}:{place.column}"
            self.positions[(frame.key,)] = (place.line, place.column)
        elif first := self.positions.get(path):
            what = f"the key {shown(word)} in {path_words(frame.path)} is already given in line {first[0]}"
            self._fault(place, what, "write numbers without commas" if thousands else "keep one of the two")
        else:
            self.positions[path] = (place.line, place.column)

    def _scalar(self, event: Any) -> object:
        """Return what a scalar stands for; an alias stands for nothing."""
        if isinstance(event, yaml.AliasEvent):
            return None
        if len(event.value) > MAX_SCALAR:
            what = f"a text of more than {MAX_SCALAR:,} characters"
            self._fault(self._at(event), what, "move it to a file of its own")
        if event.style == '"' and not event.value.isprintable() and (found := _NOT_TEXT.search(event.value)):
            what = f"the character U+{ord(found[0]):04X} is not allowed, nor its escape"
            self._fault(self._at(event), what, "remove it")
        try:
            return event.value if event.style else plain(event.value)
        except RefusedError as refused:
            self._fault(self._at(event), *refused.args)
            return None
