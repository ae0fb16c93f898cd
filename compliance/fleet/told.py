"""The overview of a fleet in a few lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.fleet.overview import NOT_CHECKED, Overview
from compliance.render.view.words import count


def lines(one: Overview) -> Iterator[str]:
    """What was counted, and what was not asked."""
    told = ", ".join(f"{number:,} {word}" for word, number in one.releases.items())
    yield f"{one.artifacts:,} artifacts, {one.edges:,} edges, {one.rules} rules, as of {one.as_of}"
    yield f"Releases by their heaviest position: {told}"
    if one.releases[NOT_CHECKED]:
        rules = f"; {count(one.pending.rules, 'rule')} not asked as they now are" if one.pending.rules else ""
        yield f"Not checked as the store stands{rules}: run `compliance fleet check`"
    if one.aside:
        yield f"Texts that are not in force reach {count(one.aside, 'release')}; not counted"
