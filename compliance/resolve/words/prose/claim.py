"""One thing that a release says to be in it, and what that is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compliance.model.names.catalogue import AnyEntry
from compliance.model.names.set_words import SENTENCES, SHORT
from compliance.patterns import regex
from compliance.resolve.names.prepared import Lookups
from compliance.values import dataclass, replace

_SUBJECT = regex(
    r"(?:(?:built|powered|improved|made|developed|created)\s+(?:with|by|using"
    r"|on)\s+(?:technology\s+from\s+)?(.+?)(?:\s+technology\s+from\s.+)?"
    r"|(?:this\s+)?(.+?)(?:\s+model)?\s+is\s+(?:licensed|provided|built)\s.+|licensed\s+by\s+(.+?)\s+under\s.+"
    r"|contains\s+(.+?)\s+licensed\s.+)",
    re.IGNORECASE,
)
_FILLED_IN = regex(r"^\[[^\]]*\]\s*(?:is\s+)?")
_OWNER = regex(r",?\s+copyright\b.*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a release says to be in it."""

    told: str
    """The words, or what they are in."""
    called: str
    """What it speaks of, in as few words as tell it."""
    licences: frozenset[str] = frozenset()
    """Licences under any of which it may stand."""
    entry: AnyEntry | None = None
    """The record that it is, where it is named."""
    parties: frozenset[str] = frozenset()
    """Ids of whose it is, where nothing but that is said."""

    def names(self, held: Lookups) -> Iterator[str]:
        """What it may be called: as it is here, or as the texts of its licences call what stands under them."""
        yield self.called
        for one in self.licences:
            words = held.registry.set_words.get(one, ())
            whole = [line for field, line in words if field in SENTENCES]
            short = [line for field, line in words if field in SHORT]
            yield from (subject_of(line) for line in whole or short)


def without_owner(line: str) -> str:
    """A line as far as it names no owner of a copyright, and without what each fills in."""
    return _FILLED_IN.sub("", _OWNER.sub("", line))


def subject_of(line: str) -> str:
    """What a line names as what it is about, or from which a thing was made; the line where it tells neither."""
    told = without_owner(line).strip(" .")
    found = _SUBJECT.fullmatch(told)
    return next((one for one in found.groups() if one), told) if found else told


def once(found: Iterable[Claim]) -> list[Claim]:
    """Claims of the same, told in the same words, as one that may stand under any of their licences."""
    kept: dict[tuple[str, str], Claim] = {}
    for one in found:
        before = kept.get((one.told, one.called))
        kept[one.told, one.called] = (
            replace(one, licences=before.licences | one.licences, entry=before.entry or one.entry)
            if before
            else one
        )
    return list(kept.values())
