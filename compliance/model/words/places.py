"""Countries and regions: one word for each, and which places an offer there takes in.

A manifest may say `Deutschland`, `EEA` or `worldwide`; it holds `DE`, `EEA` and `worldwide`. Rules name places in the
same way, and two lists of places overlap where some place lies in both: an offer in Germany is one in the EU, an offer
in the EEA or worldwide is one in Germany. `by_name` leaves out what only `worldwide` takes in.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Sequence

from compliance.errors import nearest, shown
from compliance.model.words.place_names import AMBIGUOUS, COUNTRIES, PARTS, REGIONS, STATES, WORLDWIDE
from compliance.patterns import regex

EVERYWHERE = "worldwide"
UNKNOWN = "unknown"
_BEGINNING = 4
"""How many letters names share that begin alike."""
_PART = regex(r"([A-Z]{2})-[A-Z0-9]{1,3}")
_DROPPED = str.maketrans("", "", ".'’ʻ")


def folded(text: str) -> str:
    """A name without what does not tell places apart: case, accents, dots, hyphens, a leading article.

    >>> folded("The U.S.A."), folded("Österreich"), folded("Asia-Pacific")
    ('usa', 'osterreich', 'asia pacific')
    """
    kept = text.casefold()
    # A plain text has no accents; hundreds of names are folded before the first is looked up.
    if not kept.isascii():
        plain = unicodedata.normalize("NFKD", kept)
        kept = "".join(c for c in plain if not unicodedata.combining(c) or ord(c) > 0x36F)
    words = " ".join(kept.replace("&", " and ").replace("-", " ").translate(_DROPPED).split())
    return words.removeprefix("the ")


@functools.cache
def _table() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    """Folded name to word, and word to the words that it takes in."""
    names: dict[str, str] = dict.fromkeys(map(folded, WORLDWIDE.split("|")), EVERYWHERE)
    inside: dict[str, frozenset[str]] = {}
    for entry in re.split(r"[;\n]", COUNTRIES + STATES):
        code, _, called = entry.strip().partition(" ")
        if code:
            names |= dict.fromkeys(map(folded, (code, *called.split("|"))), code)
            inside[code] = frozenset((code,))
    for code, parts in PARTS.items():
        inside[code] |= frozenset(parts.split())
    for region, (called, members) in REGIONS.items():
        names |= dict.fromkeys(map(folded, (region, *filter(None, called.split("|")))), region)
        inside[region] = frozenset((region,)).union(*(inside[code] for code in members.split()))
    return names, inside


def place(text: str) -> str:
    """The word for a country or region: an ISO code, a region's name, `worldwide` or `unknown`.

    >>> place("Deutschland"), place("european union"), place("us-ca"), place("global")
    ('DE', 'EU', 'US-CA', 'worldwide')

    Raises:
        ValueError: No place is called so, or more than one; names the nearest.
    """
    found = known_place(text)
    if found is not None or folded(text) == UNKNOWN:
        return found or UNKNOWN
    if choices := AMBIGUOUS.get(folded(text)):
        raise ValueError(f"{shown(text)} does not tell one place; write {choices}")
    names, _ = _table()
    near = _nearest(folded(text), [name for name in names if len(name) > 3])
    advice = (
        f"did you mean {shown(names[near])} ({near})?"
        if near
        else "write an ISO code such as 'DE' or 'US-CA'"
    )
    raise ValueError(f"no country or region is called {shown(text)}; {advice}")


def _nearest(word: str, names: Sequence[str]) -> str | None:
    """The name most like a word: of those that begin alike, else of all; other languages change how names end."""
    alike = [name for name in names if name[:_BEGINNING] == word[:_BEGINNING]]
    return nearest(word, alike) or nearest(word, names)


def seat(text: str) -> str:
    """The word for where somebody is, or something comes from: a country or region, but not everywhere.

    Raises:
        ValueError: No such place is called so; names the nearest.
    """
    found = place(text)
    if found == EVERYWHERE:
        raise ValueError(f"nobody is established {shown(text)}; name a country, or leave it out")
    return found


@functools.lru_cache(maxsize=4096)
def known_place(text: str) -> str | None:
    """The word for a country or region, or None where no single one is called so."""
    names, inside = _table()
    if found := names.get(folded(text)):
        return found
    part = _PART.fullmatch(text.strip().upper())
    if part is None or part[1] not in inside or part[1] == "US":
        return None
    return part[0]


@functools.lru_cache(maxsize=4096)
def parts_of(word: str) -> frozenset[str]:
    """The words of all places that lie wholly in this one, itself among them.

    States and provinces are reached by their own name, or worldwide: their country's name does not point to them.

    >>> sorted(parts_of("Benelux")), "US-CA" in parts_of("US"), "US-CA" in parts_of("worldwide")
    (['BE', 'Benelux', 'LU', 'NL'], False, True)
    """
    _, inside = _table()
    if word == EVERYWHERE:
        return frozenset((*inside, EVERYWHERE))
    own = inside.get(word, frozenset((word,)))
    return own | {name for name, members in inside.items() if name in REGIONS and members - {name} <= own}


@functools.lru_cache(maxsize=4096)
def taken_in(words: tuple[str, ...]) -> frozenset[str]:
    """The words of all places with which places so named have anything in common.

    >>> "EU" in taken_in(("DE",)), "DE" in taken_in(("EEA",)), "EU" in taken_in(("CH",)), "US" in taken_in(("US-CA",))
    (True, True, False, True)
    """
    _, inside = _table()
    own = frozenset().union(*(parts_of(word) for word in words))
    own |= {part[1] for word in own if (part := _PART.fullmatch(word))}
    around = {name for name, members in inside.items() if members & own}
    return own | around | ({EVERYWHERE} if around else frozenset())


def overlap(stated: Iterable[str], named: Iterable[str]) -> bool:
    """Whether some place lies both in a stated and in a named one.

    >>> overlap(["worldwide"], ["KR"]), overlap(["CH", "NO"], ["EU"]), overlap(["Germany"], ["European Union"])
    (True, False, True)
    """
    there, asked = _words(stated), _words(named)
    if EVERYWHERE in there:
        # A part of a country may have no code of its own in the table; it lies in the world all the same.
        return any(known_place(word) for word in asked)
    return bool(taken_in(there) & set(asked))


def by_name(stated: Iterable[str], named: Iterable[str]) -> bool:
    """Whether some stated place other than `worldwide` overlaps with a named one.

    >>> by_name(["worldwide"], ["KR"]), by_name(["worldwide", "APAC"], ["KR"])
    (False, True)
    """
    return overlap((word for word in _words(stated) if word != EVERYWHERE), named)


def within(stated: Iterable[str], named: Iterable[str]) -> bool:
    """Whether every stated place lies wholly in the named ones.

    >>> within(["DE-BY"], ["EU"]), within(["EEA"], ["EU", "NO", "IS", "LI"]), within(["worldwide"], ["EU"])
    (True, True, False)
    """
    allowed = frozenset().union(*(smallest(word) for word in _words(named)))
    held = frozenset().union(*(smallest(word) for word in _words(stated)))
    return all(word in allowed or word.partition("-")[0] in allowed for word in held)


def smallest(word: str) -> frozenset[str]:
    """The countries, and parts of countries with a code of their own, that lie in a place; words of no place as such.

    >>> sorted(smallest("Benelux")), sorted(smallest("NO"))
    (['BE', 'LU', 'NL'], ['NO', 'SJ'])
    """
    return frozenset(each for each in parts_of(word) if each not in REGIONS and each != EVERYWHERE)


def _words(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(known_place(word) or word for word in given)
