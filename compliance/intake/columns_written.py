"""Columns of rows that code fills with the model that it asks: whatever they are called, that model wrote the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from compliance.model.declared.sighting import MentionRelation, Sighting

_CALLED = re.compile(r"(?:\bthrough |← )([A-Za-z_]\w*)")
"""The names under which code hands a model on, as a sighting tells them."""
_SORTS = ("judged-by", "filtered-by")


def as_code_uses(sightings: Sequence[Sighting]) -> list[Sighting]:
    """A model of settings has the use that code shows which takes it from there; what its key is called tells less.

    Args:
        sightings: What was seen.
    """
    uses: dict[tuple[str, str, int], set[MentionRelation]] = {}
    for one in sightings:
        if one.source == "code" and one.is_lineage and one.relation != "unknown-use":
            uses.setdefault((one.name, one.place.file, one.place.line), set()).add(one.relation)
    told = {at: next(iter(relations)) for at, relations in uses.items() if len(relations) == 1}
    return [
        replace(one, relation=told.get((one.name, one.place.file, one.place.line), one.relation))
        if one.source == "config" and one.how.startswith("settings") and one.is_lineage
        else one
        for one in sightings
    ]


def as_code_writes(sightings: Sequence[Sighting]) -> list[Sighting]:
    """A column that is called like what code asks to write holds who wrote, though others so called would judge.

    Args:
        sightings: What was seen.
    """
    asked = [one for one in sightings if one.source == "code" and one.is_lineage]
    writing, sorting = (
        {name.lower() for one in asked if one.relation in relations for name in _CALLED.findall(one.how)}
        for relations in (("generated-by",), _SORTS)
    )
    names = writing - sorting
    shown = {one.column for one in sightings if one.source == "data" and one.column}
    columns = {one for one in shown if one.rsplit(".", 1)[-1].lower() in names}
    return [
        replace(one, relation="generated-by", if_known=False)
        if one.source == "data" and one.column in columns and one.relation in _SORTS
        else one
        for one in sightings
    ]
