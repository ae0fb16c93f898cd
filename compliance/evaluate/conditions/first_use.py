"""By which day the things of a lineage were first used."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from compliance.model.declared.lineage import Lineage
from compliance.model.shapes.shape import first_day


def first_uses(lineage: Lineage) -> Mapping[str, datetime.date]:
    """Id of an artifact to the day by which it was first used.

    That is the first day of the step that reads it or, where the step has no date, the day by which what it wrote was
    used or went out: nothing rests on something that is not there yet.
    """
    by: dict[int, datetime.date] = {}
    for release in lineage.releases:
        if release.date:
            _sooner(by, lineage.latest[release.artifact], first_day(release.date.partition("/")[0]))
    found: dict[str, datetime.date] = {}
    # Versions are numbered in the order they came to be, so that whatever follows from one stands after it.
    for edge in sorted(lineage.edges, key=lambda one: one.target, reverse=True):
        if edge.over:
            continue
        period = None if edge.carries else lineage.steps[edge.step].period
        day = first_day(period.partition("/")[0]) if period else by.get(edge.target)
        if day is not None:
            _sooner(by, edge.source, day)
    for node, day in by.items():
        key = lineage.versions[node][0]
        found[key] = min(day, found.get(key, day))
    for step in lineage.steps.values():
        # A step that makes no lineage of what it reads uses it all the same.
        if step.period:
            day = first_day(step.period.partition("/")[0])
            for key in {item.artifact for given in step.inputs.values() for item in given}:
                found[key] = min(day, found.get(key, day))
    return found


def _sooner(by: dict[int, datetime.date], node: int, day: datetime.date) -> None:
    by[node] = min(day, by.get(node, day))
