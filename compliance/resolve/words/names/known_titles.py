"""Worlds and figures that everybody knows by name and somebody owns: films, games, comics and books with their heroes.

Rows, pictures and tunes that are called by one were drawn from it, or after it. No list of data sets holds them, and
how they are spelt in a name tells them from no plain word, so that they stand here one by one. Names that are a plain
word as well (`frozen`, `cars`, `friends`) are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.patterns import regex

_TITLES = (
    r"pok[eé]mon|pikachu|nintendo|super mario|zelda|animal crossing|sonic the hedgehog|minecraft|fortnite|roblox"
    r"|genshin"
    r"|world of warcraft|skyrim|elden ring|final fantasy|the witcher|dark souls|league of legends|dungeons (?:and"
    r"|&) dragons"
    r"|magic the gathering|warhammer|disney|pixar|dreamworks|studio ghibli|ghibli|totoro|miyazaki|marvel comics"
    r"|dc comics"
    r"|spider-?man|batman|superman|star ?wars|star ?trek|doctor who|harry ?potter|hogwarts|rowling|tolkien"
    r"|lord of the rings|game of thrones|hunger games|narnia|twilight saga|stephen king|the simpsons|simpsons"
    r"|south park"
    r"|rick and morty|spongebob|peppa pig|paw patrol|sesame street|muppets?|hello kitty|sanrio|barbie|naruto|one piece"
    r"|dragon ?ball|sailor moon|evangelion|attack on titan|studio trigger|tintin|ast[eé]rix|garfield|peanuts comics"
    r"|calvin and hobbes|moomins?|pippi longstocking|winnie[- ]the[- ]pooh|james bond|indiana jones|jurassic park"
    r"|matrix films|rutkowski|banksy|taylor swift|beyonc[eé]|the beatles|michael jackson|drake songs"
)
_KNOWN = regex(rf"(?<![^\W\d_])(?:{_TITLES})(?![^\W\d_])", re.IGNORECASE)
_BREAKS = regex(r"[-_./+\s]+")


def known_titles(name: str) -> Iterator[str]:
    """Names of such worlds and figures in the name of a thing, however its words are joined there.

    >>> list(known_titles("flux-ghibli-style")), list(known_titles("Harry_Potter chapters"))
    (['ghibli'], ['Harry Potter'])
    """
    yield from dict.fromkeys(found.group(0) for found in _KNOWN.finditer(_BREAKS.sub(" ", name)))
