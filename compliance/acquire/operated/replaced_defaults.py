"""Defaults of options that every command of the folder puts something else in the place of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from compliance.acquire.code.elsewhere import Elsewhere
from compliance.acquire.operated.arguments import commands_of
from compliance.acquire.walk import TextFile
from compliance.model.declared.sighting import Sighting

_THROUGH = re.compile(r"(?:, through |^default of )(?P<option>\w+)")
"""How the account of a sighting tells the option from which a name came."""
_HOPS = 2
"""Through how many modules a script is followed to the one that holds its options."""


def without_replaced(
    sightings: Sequence[Sighting], files: Sequence[TextFile], elsewhere: Elsewhere
) -> list[Sighting]:
    """The sightings, without a use for a default that no command leaves in its place.

    Args:
        sightings: What was seen.
        files: The files of the folder.
        elsewhere: Its modules.
    """
    given = dict(_always_given(files, elsewhere))
    return [
        replace(one, relation="none", how=f"{one.how}; every command gives another")
        if one.source == "code" and one.is_lineage and _option(one) in given.get(one.place.file, ())
        else one
        for one in sightings
    ]


def _option(one: Sighting) -> str | None:
    found = _THROUGH.search(one.how)
    return found["option"] if found else None


def _always_given(files: Sequence[TextFile], elsewhere: Elsewhere) -> Iterator[tuple[str, AbstractSet[str]]]:
    """Each module that commands run, itself or through another, with the options that all of them give."""
    ran: dict[str, list[frozenset[str]]] = {}
    for script, options in commands_of(files):
        for file in _reached(script, elsewhere):
            ran.setdefault(file, []).append(options)
    yield from ((file, frozenset.intersection(*each)) for file, each in ran.items())


def _reached(script: str, elsewhere: Elsewhere) -> set[str]:
    """A script, and the modules of the folder that it brings in."""
    reached, edge = {script}, {script}
    for _ in range(_HOPS):
        names = {
            origin
            for file in edge
            if (module := elsewhere.by_file.get(file)) is not None
            for origin in module.bindings.imports.values()
        }
        found = {told[0].file for origin in names if (told := elsewhere.module(origin)) is not None}
        edge = found - reached
        reached |= edge
    return reached
