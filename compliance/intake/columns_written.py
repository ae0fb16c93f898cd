"""Columns of rows that code fills with the model that it asks: whatever they are called, that model wrote the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from compliance.model.declared.sighting import Sighting

_CALLED = re.compile(r"(?:\bthrough |← )([A-Za-z_]\w*)")
"""The names under which code hands a model on, as a sighting tells them."""
_SORTS = ("judged-by", "filtered-by")


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
