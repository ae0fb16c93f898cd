"""What words say went in, and what nothing tells of since its name is like the work's own: it is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from compliance.acquire.prose.upstreams import is_guess
from compliance.intake.naming.identity import identity
from compliance.intake.naming.registry_words import RegistryWords
from compliance.intake.places.no_making import is_no_making
from compliance.intake.places.support import ENOUGH, place_of, support
from compliance.intake.places.telling import tells
from compliance.intake.released.releases import Released
from compliance.intake.upstreams import Upstream, upstreams
from compliance.model.declared.sighting import Sighting
from compliance.model.words.spelling import words

_HEAD = re.compile(r"[:–—(]")
"""What parts the name with which a title begins from what that goes on to say."""
_SPOKEN = ("base", "data")
"""Relations of which a sentence speaks that is taken to tell of the work's own name."""


def suppressed(
    seen: Iterable[Sighting], told: Sequence[Upstream], released: Sequence[Released], known: RegistryWords
) -> list[Upstream]:
    """What prose makes a base or rows of the work, and what is neither drafted nor asked about.

    A name that is like the work's own may be that of its series, of another form of it, or of what it was made from;
    which of these it is the words alone do not tell. The very name of the work is none of them.

    Args:
        seen: The sightings as the pages were read, before what tells of the work itself was left out.
        told: What is drafted, and what is asked about.
        released: What the page puts out.
        known: The registry.
    """
    there = {identity(name, known) for one in told for name in _names(one)}
    mine = {_end(_HEAD.split(one.name)[0]) for one in released} | {_end(one.name) for one in released}
    family = {word for one in mine for word in one.split()}
    left = [
        one
        for one in seen
        if _says_so(one, known)
        and identity(one.name, known) not in there
        and not {_end(one.name), _end(one.name).replace(" ", "")} & (mine | family)
    ]
    return upstreams(left, known, frozenset())


def _names(one: Upstream) -> Iterable[str]:
    yield one.name
    yield from (each.name for each in (*one.sightings, *one.aside))


def _says_so(one: Sighting, known: RegistryWords) -> bool:
    """Whether words of a sentence on the work say that a thing went in which is known by its name or its form."""
    if one.source != "document" or "prose" not in one.how or is_guess(one) or not one.is_lineage:
        return False
    if one.relation not in _SPOKEN or one.into is not None or not tells(one, known):
        return False
    firm = support(one, one.relation == "data") >= ENOUGH
    return firm and place_of(one) != "aside" and not is_no_making(one)


def _end(name: str) -> str:
    return " ".join(words(name.rsplit("/", 1)[-1]))
