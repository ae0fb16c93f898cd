"""OpenLineage events: sets that jobs read and no job writes are upstreams; what jobs write and none reads is made."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from compliance.acquire.found import Found
from compliance.acquire.names import hub_name
from compliance.acquire.prose import ReadProse
from compliance.acquire.tree import UnreadableError, line_of, mapping, mappings, read_json
from compliance.model.location import Location
from compliance.model.sighting import Lost, Published, Sighting

_HUBS = frozenset({"huggingface", "hf", "hf://", "https://huggingface.co", "huggingface.co"})
_TOLD = ("schema", "columnLineage", "dataQualityMetrics", "ownership", "storage", "sql", "sourceCode")
_LINES = 5_000


@dataclass(slots=True)
class _Sets:
    """Sets by name, with the line at which each is first named, and the job."""

    read: dict[str, tuple[int, str]] = field(default_factory=dict)
    written: dict[str, tuple[int, str]] = field(default_factory=dict)


def is_event(tree: object) -> bool:
    """Whether a document is an event, or a list of them."""
    first = next(iter(mappings(tree)), {})
    if "openlineage.io/spec" in str(first.get("schemaURL")):
        return True
    return "eventTime" in first and "producer" in first and ("job" in first or "dataset" in first)


def read_openlineage(tree: object, name: str, prose: ReadProse) -> Found:
    """What one event, or a list of them, says."""
    found, sets = Found(), _Sets()
    facets: dict[str, int] = {}
    for event in mappings(tree):
        job = mapping(event.get("job"))
        called = str(job.get("name") or "")
        for key, into in (("inputs", sets.read), ("outputs", sets.written)):
            for one in mappings(event.get(key)):
                into.setdefault(_called(one), (line_of(one.get("name") or one), called))
                for facet in mapping(one.get("facets")):
                    facets.setdefault(str(facet), line_of(facet))
    _tell(sets, name, found)
    for facet, line in facets.items():
        if facet in _TOLD:
            found.lost.append(Lost(Location(name, line, 1), f"facet {facet} has no place here"))
    if not sets.read and not sets.written:
        found.lost.append(Lost(Location(name, 1, 1), "names no set that a job reads or writes"))
    return found


def read_event_lines(text: str, name: str, prose: ReadProse) -> Found | None:
    """Events, one a line; None where the rows are none."""
    events: list[Mapping[str, Any]] = []
    for number, line in enumerate(text.splitlines()[:_LINES], 1):
        if not line.strip():
            continue
        try:
            event = read_json("\n" * (number - 1) + line)
        except UnreadableError:
            continue
        if not is_event(event):
            return None
        events.append(event)
    return read_openlineage(events, name, prose) if events else None


def looks_like_events(text: str) -> bool:
    """Whether the first row may be an event; a quick look before the rows are read."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    try:
        return is_event(json.loads(first))
    except (ValueError, RecursionError):
        return False


def _called(one: Mapping[str, Any]) -> str:
    space, name = str(one.get("namespace") or ""), str(one.get("name") or "")
    if space.lower() in _HUBS or space.lower().startswith("hf:"):
        return name
    hub = hub_name(f"{space.rstrip('/')}/{name}") if "huggingface.co" in space else None
    if hub or "://" in name:
        return hub or name
    return f"{space.rstrip('/')}/{name.lstrip('/')}" if "://" in space else f"{space}:{name}"


def _tell(sets: _Sets, name: str, found: Found) -> None:
    ends = [one for one in sets.written if one not in sets.read]
    main = ends[0] if len(ends) == 1 else None
    for one in ends:
        place = Location(name, sets.written[one][0], 1)
        if main:
            found.published.append(Published("dataset", one, place))
        else:
            found.lost.append(
                Lost(place, f"{one} is written by {sets.written[one][1]}; several are, so none is taken")
            )
    for one, (line, job) in _outside(sets):
        place = Location(name, line, 1)
        if one.startswith(("file:", "/")):
            found.reads.append((one, place))
            continue
        how = f"OpenLineage, input of {job}" if job else "OpenLineage, input"
        found.sightings.append(Sighting(one, "data", place, "config", how, one, "dataset", main))


def _outside(sets: _Sets) -> Iterator[tuple[str, tuple[int, str]]]:
    return ((one, told) for one, told in sets.read.items() if one not in sets.written)
