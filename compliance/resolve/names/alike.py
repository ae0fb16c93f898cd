"""Known names that are spelt somewhat like some letters: what a slip in a name may mean."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.model.names.catalogue import AnyEntry, Catalogue
from compliance.model.words.spelling import split_organisation, words
from compliance.patterns import regex

Spelt = tuple[str, AnyEntry, int]
"""The letters of a name in one word, what it is a name of, and of how many words it is."""
_INNER = r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]"
OPEN_PLACES = regex(rf"\[(?:[^\[\]]|{_INNER})*\]|\((?:[^()]|\([^()]*\))*\)|\{{[^}}]*\}}")
"""Places of a template of names that stand for several words, or for none; one may stand in another."""


class Alike:
    """Names of models and data sets by their first letters and their length; what was looked up is kept."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the records; they are only read."""
        self._catalogue = catalogue
        self._beginnings: dict[str, tuple[Spelt, ...]] = {}
        self._in_length: dict[tuple[str, int, int], tuple[Spelt, ...]] = {}

    def near(self, letters: str, per_fault: int) -> tuple[Spelt, ...]:
        """Names of models and data sets that begin with the same two letters.

        Those alone that are no longer or shorter than by one letter for every so many of theirs.
        """
        start, length = letters[:2], len(letters)
        key = (start, length, per_fault)
        if key not in self._in_length:
            if start not in self._beginnings:
                self._beginnings[start] = tuple(self._beginning(start))
            self._in_length[key] = tuple(
                one
                for one in self._beginnings[start]
                if abs(length - len(one[0])) <= len(one[0]) // per_fault
            )
        return self._in_length[key]

    def _beginning(self, start: str) -> Iterator[Spelt]:
        for kind in ("model", "dataset"):
            firsts = [word for word in self._catalogue.index.get(kind, {}) if word.startswith(start)]
            found = {
                (id(one.entry), text): (text, one.entry)
                for word in firsts
                for one in self._catalogue.beginning(kind, word)
                for text in (*one.entry.names, *one.entry.aliases)
            }
            for text, entry in found.values():
                bare = split_organisation(text)[1]
                # A line of models is known by what stands before the first open place, too.
                for plain in dict.fromkeys((OPEN_PLACES.sub("", bare), OPEN_PLACES.split(bare)[0])):
                    parts = words(plain)
                    yield "".join(parts), entry, len(parts)
