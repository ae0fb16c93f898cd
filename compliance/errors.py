"""Say what is wrong, where, and what to do about it: one family of errors for the whole package.

This is the lowest layer. It imports nothing of the package, so every layer may raise what is defined here.
"""

from __future__ import annotations

from collections.abc import Iterable

from compliance.patterns import regex
from compliance.values import dataclass

SHOWN_LENGTH = 80
"""The most characters of a user's value that a message repeats."""

LISTED_WORDS = 24
"""The most words a message lists."""

_ALIKE = 0.6
"""How much a known word has to be like a mistyped one to be meant by it; 1 is the same."""
_MOST_COMPARED = 100_000
"""Pairs of letters that are compared to find what one mistyped word means: long words of the same letters are slow."""

_COMMAND_LINE = regex(r"(?:^|(?<=[\r\n]))[^\S\r\n]*::[^\r\n]*")


def printable(text: str) -> str:
    r"""Return the text with every control, format and unusual space character written as an escape.

    Terminals, annotations and log viewers obey such characters, so none may reach a message unescaped.

    >>> printable("red \x1b[31m")
    'red \\x1b[31m'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def one_line(text: str) -> str:
    r"""Return the text without its line ends, so that nothing in it stands as a line of its own.

    >>> one_line("Acme\n0 faults")
    'Acme 0 faults'
    """
    return " ".join(text.split())


def without_commands(text: str) -> str:
    r"""Return the text with nothing in it that a GitHub runner takes for a command.

    A runner obeys lines of output that begin with `::`, after any white space, and older ones wherever `##[` stands.

    >>> without_commands("a\n  ::error::b ##[error]c ::d")
    'a\n  : :error: :b # #[error]c : :d'
    """
    parted = _COMMAND_LINE.sub(lambda line: line[0].replace("::", ": :"), text)
    return parted.replace("##[", "# #[")


def shortened(text: str, length: int = SHOWN_LENGTH) -> str:
    """Return the text in printable form, cut to the given number of characters.

    >>> shortened("a very long name", 10)
    'a very lo…'
    """
    safe = printable(text[: length + 1])
    return safe if len(safe) <= length else safe[: length - 1] + "…"


def shown(value: object) -> str:
    """Return a value taken from a file in the words and the quotes a message uses for it.

    >>> shown("soon"), shown(True), shown(12), shown(None), shown(["a"])
    ("'soon'", 'true', '12', 'nothing', 'a list')
    """
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{shortened(value, SHOWN_LENGTH - 2)}'"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple | set | frozenset):
        return "a list"
    return shortened(str(value))


def listed(words: Iterable[object]) -> str:
    """Return words as a message lists them: all of them, or the first ones of very many.

    >>> listed(["model", "dataset"])
    "'model', 'dataset'"
    """
    each = [shown(word) for word in words]
    return ", ".join(each[:LISTED_WORDS]) + (", …" if len(each) > LISTED_WORDS else "")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like a mistyped one, if any is like it; of very many, the first are looked at.

    >>> nearest("inptus", ["inputs", "outputs"]), nearest("Teacher", ["teacher"]), nearest("x", ["teacher"])
    ('inputs', 'teacher', None)
    """
    import difflib

    by_case = {each.lower(): each for each in known}
    typed = word[:SHOWN_LENGTH].lower()
    matcher = difflib.SequenceMatcher(b=typed)
    best, left = (_ALIKE, ""), _MOST_COMPARED
    for each in sorted(by_case):
        matcher.set_seq1(each)
        left -= 1
        if matcher.real_quick_ratio() < best[0]:
            continue
        left -= len(each)
        if matcher.quick_ratio() >= best[0]:
            left -= len(each) * len(typed)
            best = max(best, (matcher.ratio(), each))
        if left < 0:
            break
    return by_case[best[1]] if best[1] else None


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file; the first line and the first column are 1.

    >>> str(Location("lineage.yaml", 7, 13))
    'lineage.yaml:7:13'
    """

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{printable(self.file)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where it stands, what it is, and what to do.

    Both sentences are made printable on the way in, so that no file can steer a terminal through them.

    >>> print(Fault(Location("m.yaml", 7, 13), "unknown key 'inptus' in steps[1]", "did you mean 'inputs'?"))
    m.yaml:7:13: unknown key 'inptus' in steps[1]; did you mean 'inputs'?
    """

    location: Location | None
    """The place, or `None` where the fault lies in no file (an argument, a file that cannot be opened)."""
    what: str
    """What is wrong, in lower case and without a full stop."""
    what_to_do: str
    """What to do about it; may be empty."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "what", printable(self.what))
        object.__setattr__(self, "what_to_do", printable(self.what_to_do))

    def __str__(self) -> str:
        where = f"{self.location}: " if self.location else ""
        return where + "; ".join(part for part in (self.what, self.what_to_do) if part)


class ComplianceError(Exception):
    """The base of every error this package raises on purpose: one fault or more, reported together."""

    def __init__(self, first: Fault, *rest: Fault) -> None:
        """Take the faults in the order in which they are to be read."""
        super().__init__(first, *rest)
        self.faults: tuple[Fault, ...] = (first, *rest)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


class InputError(ComplianceError):
    """A file given by the user cannot be used; the command line exits with 2."""


class PackError(ComplianceError):
    """A pack of rules or policies cannot be used."""


class UsageError(ComplianceError):
    """The command or the function was called with arguments that make no sense."""


class ResourceError(ComplianceError):
    """Something the package ships or needs on this machine is missing or damaged."""


class FaultCollector:
    """Gathers faults so that a user sees all of them at once, in reading order and each of them once.

    >>> collector = FaultCollector()
    >>> collector.report(Location("m.yaml", 9, 1), "unknown key 'b'", "remove it")
    >>> collector.report(Location("m.yaml", 2, 1), "unknown key 'a'", "remove it")
    >>> [fault.what for fault in collector.faults]
    ["unknown key 'a'", "unknown key 'b'"]
    """

    def __init__(self) -> None:
        """Start without faults."""
        self._faults: dict[Fault, None] = {}

    def __len__(self) -> int:
        return len(self._faults)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The distinct faults: those without a place first, then by file, line and column."""
        return tuple(sorted(self._faults, key=_reading_order))

    def add(self, fault: Fault) -> None:
        """Keep one fault."""
        self._faults[fault] = None

    def report(self, location: Location | None, what: str, what_to_do: str) -> None:
        """Make a fault of its parts and keep it."""
        self.add(Fault(location, what, what_to_do))

    def extend(self, faults: Iterable[Fault]) -> None:
        """Keep several faults, for instance those of an error caught from one file of many."""
        for fault in faults:
            self.add(fault)

    def raise_if_any(self, error: type[ComplianceError] = InputError) -> None:
        """Raise one error that holds every fault gathered so far; do nothing if there is none.

        Args:
            error: The class to raise.

        Raises:
            ComplianceError: Of the given class, if at least one fault was gathered.
        """
        if faults := self.faults:
            raise error(*faults)


def _reading_order(fault: Fault) -> tuple[str, int, int]:
    place = fault.location
    return (place.file, place.line, place.column) if place else ("", 0, 0)
