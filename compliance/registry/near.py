"""Whether the registry knows a name, of whichever kind, and which names are like one that it does not know."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from compliance.model.known.knowledge import Knowledge
from compliance.registry.shown import Lookup

_MOST = 3


def is_known(kind: str, text: str, packs: Knowledge) -> bool:
    """Whether the registry knows a provider or licence by its id, a developer by its name, or anything so called."""
    if kind == "name":
        shown = Lookup(packs).show(text)
        return shown.id is not None or bool(shown.base or shown.members)
    return text.lower() in {one.lower() for one in _ids(kind, packs)}


def near_names(kind: str, text: str, packs: Knowledge, others: Iterable[str] = ()) -> tuple[str, ...]:
    """Names of that kind that are spelled much like the text, nearest first; `others` are names from elsewhere."""
    by_form = {one.lower(): one for one in _ids(kind, packs)}
    by_form |= {one.lower(): one for one in others}
    close = [by_form[one] for one in difflib.get_close_matches(text.lower(), by_form, n=_MOST)]
    told = Lookup(packs).show(text).near if kind == "name" else ()
    return tuple(dict.fromkeys((*close, *told)))[:_MOST]


def _ids(kind: str, packs: Knowledge) -> Iterable[str]:
    registry = packs.registry
    if kind == "developer":
        return [party.name for party in registry.catalogue.parties().values()]
    return registry.providers if kind == "provider" else registry.licences if kind == "licence" else ()
