"""What a licence of a further folder may not be called: what licence texts are read as without that folder.

A name of one's own is compared before a text is taken apart, so that `MIT AND CC-BY-NC-4.0`, `unknown` or `CC` would
cease to mean what they say. Such names are refused; and one that holds the name of another folder's licence, as with
words that add to it, asks no less than that licence does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compliance.errors import shown
from compliance.model.names.licence_words import Wording, names_of
from compliance.model.names.registry import LicenceRecord, Licences
from compliance.patterns import regex

_JOINTS = regex(
    r"(?i)\s+(?:and|or|with|plus|(?:and )?subject to)\s+|&&|[&+,;/|\n()\[\]（）]|<br\s*/?>|^\s*(?:either|both|and|or)\s"
)
"""What stands between the members of an expression or a list of licences, or around one of them."""
_VERSION = regex(r"\s*v?\d+(?:\.\d+)*\s*")
_NO_LIMITS = frozenset(
    ("permissive", "public-domain", "attribution", "notice", "licence-copy", "change-marks", "custom",
     "text-not-read", "ambiguous", "mixed")
)  # fmt: skip
"""Traits that ask for a notice at most, or only say how a licence is known."""
Trouble = tuple[int, str, str, str]
"""Number of a record, its field, what is wrong with it, and what to do."""


class Known:
    """What licence texts are read as in some files."""

    def __init__(self, files: Iterable[tuple[str, Licences]], wording: Wording) -> None:
        """Take the files, each with the name that reports have for it."""
        self._wording = wording
        self._licences: dict[str, tuple[str, LicenceRecord]] = {}
        self._says: dict[str, str] = {}
        self._words: dict[str, str] = {}
        for where, value in files:
            for name, record in names_of(value.licences):
                self._licences.setdefault(wording.key(name), (where, record))
            for kind, texts in value.words.says.items():
                self._says |= {wording.full(text): kind for text in texts}
            families = (alias for family in value.words.families for alias in family.aliases)
            told = (*families, *value.words.others, *value.words.exceptions)
            self._words |= {wording.key(text): where for text in told}
        self._longest = max((key.count(" ") + 1 for key in self._licences), default=0)

    def troubles(self, records: Sequence[LicenceRecord]) -> Iterator[Trouble]:
        """What is wrong with the names of licences of another folder."""
        for number, record in enumerate(records):
            for name in dict.fromkeys(name for name, _ in names_of([record])):
                if self._means(name):
                    what = f"the name {shown(name)} already says something of whatever it stands on"
                    yield number, "aliases", what, "give it a name of its own"
                elif self._put_together(name):
                    what = f"the name {shown(name)} is put together of names that are known"
                    yield number, "aliases", what, "leave it out: each of them is read"
                elif lacks := self._lacks(name, record):
                    where, of, missing = lacks
                    what = f"{record.id}: the name {shown(name)} holds that of {of} of {where}, and it lacks {missing}"
                    yield number, "traits", what, "add them among its traits, or give it a name of its own"

    def _means(self, name: str) -> bool:
        """Whether a text is a word for several licences, for others, or for none; licences are compared elsewhere."""
        full = self._wording.full(name)
        return (
            self._wording.key(name) in self._words
            or full in self._says
            or self._says.get(full.split(" ")[0]) == "mixed"
        )

    def _put_together(self, name: str) -> bool:
        parts = [part for part in _JOINTS.split(name) if any(map(str.isalnum, part))]
        return len(parts) > 1 and all(
            self._means(part)
            or self._wording.key(part) in self._licences
            or (n > 0 and _VERSION.fullmatch(part))
            for n, part in enumerate(parts)
        )

    def _lacks(self, name: str, record: LicenceRecord) -> tuple[str, str, str] | None:
        """The first licence whose name of several words a name holds, and whose limits the record has not."""
        tokens = self._wording.key(name).split(" ")
        for start in range(len(tokens)):
            for end in range(min(len(tokens), start + self._longest), start + 1, -1):
                found = self._licences.get(" ".join(tokens[start:end]))
                missing = sorted(set(found[1].traits) - _NO_LIMITS - set(record.traits)) if found else []
                if found and missing:
                    return found[0], found[1].id, ", ".join(missing)
        return None
