"""Know where in a file each value stands.

`Location` itself belongs to the errors, the lowest layer, because every fault carries one; everyone else
finds it here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from compliance.errors import Location, shortened
from compliance.patterns import regex
from compliance.values import dataclass, field

__all__ = ["Lines", "Location", "Marks", "Path", "Where", "path_words"]

Path = tuple[str | int, ...]
"""The keys and list positions that lead to a value: `("steps", 3, "inputs", "teacher")`."""
Where = Callable[[Path], Location | None]
"""Finds the place of a key path in a file."""

_PLAIN_KEY = regex(r"[^\s.\[\]'\"]+")
_LINE_END = regex(r"\r\n?|\n")


def path_words(path: Path) -> str:
    """Return a key path as people write it, safe to print; the empty path is `the file`.

    >>> path_words(("steps", 3, "inputs", "teacher")), path_words(("artifacts", "gpt 4"))
    ('steps[3].inputs.teacher', "artifacts['gpt 4']")
    """
    words = ""
    for part in path:
        if isinstance(part, int):
            words += f"[{part}]"
        elif _PLAIN_KEY.fullmatch(part):
            words += f"{'.' if words else ''}{shortened(part)}"
        else:
            words += f"['{shortened(part)}']"
    return words or "the file"


@dataclass(frozen=True, slots=True, eq=False)
class Marks(Mapping[Path, Location]):
    """The place of every key path of one file; a mapping entry stands where its key stands.

    >>> marks = Marks("m.yaml", {(): (1, 1), ("steps",): (4, 1), ("steps", 0): (5, 5)})
    >>> str(marks.of(("steps", 0, "inputs", "teacher")))
    'm.yaml:5:5'
    """

    file: str
    """The name of the file, as messages show it."""
    positions: Mapping[Path, tuple[int, int]] = field(repr=False)
    """Line and column of every list item, of every mapping entry's key, and of the whole document."""
    value_positions: Mapping[Path, tuple[int, int]] = field(default_factory=dict, repr=False)
    """Line and column of the value of mapping entries, where it is known apart from the key."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "positions", MappingProxyType(dict(self.positions)))
        object.__setattr__(self, "value_positions", MappingProxyType(dict(self.value_positions)))

    def __getitem__(self, path: Path) -> Location:
        return Location(self.file, *self.positions[path])

    def __iter__(self) -> Iterator[Path]:
        return iter(self.positions)

    def __len__(self) -> int:
        return len(self.positions)

    def of(self, path: Path) -> Location:
        """Return the place of a path, or of the nearest enclosing path that has one."""
        for length in range(len(path), -1, -1):
            if (position := self.positions.get(path[:length])) is not None:
                return Location(self.file, *position)
        return Location(self.file, 1, 1)

    def value_of(self, path: Path) -> Location:
        """Return the place of the value at a path: after its key, or else as `of` has it."""
        position = self.value_positions.get(path)
        return Location(self.file, *position) if position else self.of(path)


class Lines:
    r"""A text whose offsets can be told as line and column.

    >>> str(Lines("kind: model\nname: x", "m.yaml").location(18))
    'm.yaml:2:7'
    """

    def __init__(self, text: str, name: str) -> None:
        """Find the lines of the text of the file with this name."""
        self.text = text
        self.name = name
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def location(self, offset: int) -> Location:
        """Return the place of the character at an offset."""
        line = bisect_right(self._starts, offset)
        return Location(self.name, line, offset - self._starts[line - 1] + 1)

    def after(self, location: Location) -> str:
        """Return the text from a place on; nothing where the place is past the end."""
        if location.line > len(self._starts):
            return ""
        return self.text[self._starts[location.line - 1] + location.column - 1 :]
