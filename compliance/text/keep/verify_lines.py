"""The lines of a text in which the recorded words of clauses are looked for, each looked through once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby

from compliance.model.packs.clause_text import SegmentedText, TextClause
from compliance.text.keep import fingerprint
from compliance.text.keep.fingerprint import Stand

__all__ = ["Finder", "searchable"]

REMEMBERED = 200_000
"""How many lines are remembered."""
SHORTEST = 8
"""Under how many characters a line holds no clause."""


def searchable(text: SegmentedText) -> str:
    r"""Return a text as lines: its own, or, where its lines mean nothing, its clauses and the paragraphs they make.

    >>> from compliance.text import segment
    >>> searchable(segment("<p>You may read. You may not copy.</p>")).split("\n")
    ['You may read. You may not copy.']
    """
    if text.format in ("markdown", "text"):
        return "\n".join(_unwrapped(text))
    lines = []
    for _, group in groupby(text.clauses, key=lambda each: (each.path, each.lead_ins, each.numbers)):
        own = [each.own for each in group]
        lines += [*own, *([" ".join(own)] if len(own) > 1 else [])]
    return "\n".join(lines)


def _unwrapped(text: SegmentedText) -> list[str]:
    """The lines of a text; where a paragraph runs over several, the whole of it stands in its first line."""
    lines = text.source.split("\n")
    for _, group in groupby(text.clauses, key=lambda each: (each.path, each.lead_ins, each.numbers)):
        for paragraph in _paragraphs(text.source, list(group)):
            first = text.source.rfind("\n", 0, paragraph[0].span.start) + 1
            words = text.source[first : paragraph[-1].span.end]
            if "\n" in words.strip():
                lines[paragraph[0].line - 1] = " ".join(words.split())
    return lines


def _paragraphs(source: str, clauses: list[TextClause]) -> Iterator[list[TextClause]]:
    """Runs of clauses between which no empty line stands."""
    held: list[TextClause] = []
    for each in clauses:
        if held and "\n\n" in source[held[-1].span.end : each.span.start]:
            yield held
            held = []
        held.append(each)
    if held:
        yield held


class Finder:
    """Looks for the words of the same fingerprints in many versions of texts, which share most of their lines."""

    def __init__(self, wanted: Collection[str]) -> None:
        """Take the fingerprints."""
        self._wanted = frozenset(wanted)
        self._known: dict[str, Mapping[str, Stand]] = {}

    def find(self, text: str) -> dict[str, Stand]:
        """Return where the words of each fingerprint stand first."""
        found: dict[str, Stand] = {}
        for number, line in enumerate(text.split("\n"), 1):
            for mark, stand in self._in(line).items():
                found.setdefault(mark, Stand(number, stand.words, stand.whole_line))
        return found

    def _in(self, line: str) -> Mapping[str, Stand]:
        if len(line) < SHORTEST or not self._wanted:
            return {}
        if line not in self._known:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[line] = fingerprint.find(line, self._wanted)
        return self._known[line]
