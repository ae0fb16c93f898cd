"""Parties that bear the publisher's name: whether they belong to its group is asked, and silence does not say no.

Who makes the calls for a publisher under a sister's name stands at no distance from it.
"""

from __future__ import annotations

from compliance.model.declared.manifest import Manifest, Party
from compliance.model.words.places import known_place
from compliance.model.words.spelling import words
from compliance.patterns import regex

_FORMS = frozenset(
    ("ab", "ag", "as", "bv", "co", "company", "corp", "corporation", "gmbh", "group", "holding", "holdings", "inc",
     "incorporated", "kg", "limited", "llc", "llp", "ltd", "nv", "oy", "plc", "pte", "pty", "sa", "sarl", "sas", "se",
     "spa", "srl", "ug")
)  # fmt: skip
"""Legal forms."""
_OF_MANY = frozenset(
    ("academy", "ai", "american", "association", "center", "central", "centre", "city", "college", "commission", "data",
     "department", "digital", "european", "faculty", "federal", "first", "foundation", "general", "global", "institut",
     "institute", "international", "lab", "laboratory", "labs", "ministry", "national", "new", "open", "project",
     "research", "royal", "school", "society", "state", "studio", "technical", "the", "united", "universidad",
     "universite", "universitaet", "university", "various")
)  # fmt: skip
"""Words with which names of many begin, and which tell nobody apart."""
_FEWEST_LETTERS = 4
_DOTTED = regex(r"\b(?:[^\W\d_]\.){2,}")


def with_kin_asked(manifest: Manifest) -> Manifest:
    """The manifest with `affiliate` unknown for parties whose name shares the telling word of the publisher's.

    A party that bears the publisher's whole name is asked about whatever is said of it.
    """
    own = _telling(manifest.publisher.name)
    asked = {
        key: party.model_copy(update={"affiliate": "unknown"})
        for key, party in manifest.parties.items()
        if own and _is_asked(party, own)
    }
    return manifest.model_copy(update={"parties": {**manifest.parties, **asked}}) if asked else manifest


def _is_asked(party: Party, own: tuple[str, ...]) -> bool:
    if party.affiliate == "yes":
        return False
    theirs = _telling(party.name)
    if theirs == own or (len(own) > 1 and set(own) <= set(theirs)):
        return True
    return "affiliate" not in party.model_fields_set and bool(theirs) and _head(theirs) == _head(own) != ""


def _telling(name: str) -> tuple[str, ...]:
    plain = _DOTTED.sub(lambda short: short[0].replace(".", ""), name)
    return tuple(word for word in words(plain) if word.isalnum() and word not in _FORMS)


def _head(telling: tuple[str, ...]) -> str:
    """The first word of a name that is its own; empty where that is a word of many, or a place."""
    first = telling[0]
    many = first in _OF_MANY or len(first) < _FEWEST_LETTERS or known_place(first) is not None
    return "" if many else first
