"""What the fields of documents state of upstreams: no release for its name, never left out unseen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compliance.acquire.names import is_hub_name
from compliance.intake.released.releases import Released
from compliance.model.declared.sighting import Lost, Sighting
from compliance.model.words.spelling import words

Stated = frozenset[tuple[str, str | None]]
"""Names with the kinds of things that they were said of."""
SHOWN = 80
"""Letters of a name that cannot be taken which are shown."""


def is_stated(one: Sighting) -> bool:
    """Whether a field of a document says so, and no sentence."""
    return (
        one.source == "document"
        and one.is_lineage
        and "prose" not in one.how
        and "description" not in one.how
    )


def others(sightings: Iterable[Sighting], released: Sequence[Released]) -> Stated:
    """What is stated to be an upstream and ends like a release, but is another thing by its owner or its kind."""
    mine: dict[str, list[Released]] = {}
    for each in released:
        mine.setdefault(_end(each.name), []).append(each)
    return frozenset(
        (one.name, one.kind)
        for one in sightings
        if (alike := mine.get(_end(one.name)))
        and one.is_lineage
        and all(_differs(one, each) for each in alike)
    )


def _differs(one: Sighting, release: Released) -> bool:
    if not is_stated(one):
        named = is_hub_name(one.name) and is_hub_name(release.name) and "prose" not in one.how
        return named and _owner(one.name) != _owner(release.name)
    if one.kind in ("model", "dataset") and one.kind != release.kind and release.own_card:
        return True
    return one.name.lower() != release.name.lower()


def _owner(name: str) -> str:
    return name.split("/")[0].lower()


def _end(name: str) -> str:
    return " ".join(words(name.rsplit("/", 1)[-1]))


def apart(groups: dict[tuple[str, ...], list[Sighting]]) -> None:
    """A model and a data set of one name are two, where fields of documents say which is which."""
    for key, group in list(groups.items()):
        kinds = {one.kind for one in group if is_stated(one)}
        if {"model", "dataset"} <= kinds:
            rows = [one for one in group if is_stated(one) and one.kind == "dataset"]
            groups[key] = [one for one in group if one not in rows]
            groups[*key, "\0rows"] = rows


def untaken(sightings: Iterable[Sighting], taken: Iterable[Sighting]) -> list[Lost]:
    """What is stated to be an upstream, and whose name cannot be one."""
    there = {id(one) for one in taken}
    return [
        Lost(one.place, f"{one.how}: {one.name[:SHOWN]!r} is no name that can be taken")
        for one in sightings
        if is_stated(one) and not one.if_known and one.name.strip() and id(one) not in there
    ]
