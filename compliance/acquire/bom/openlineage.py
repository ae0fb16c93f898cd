"""OpenLineage events: sets that jobs read and no job writes are upstreams; what jobs write and none reads is made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from compliance.acquire.found import Found
from compliance.acquire.names import hub_name
from compliance.acquire.prose.upstreams import ReadProse
from compliance.acquire.tree import UnreadableError, line_of, mapping, mappings, read_json
from compliance.model.declared.sighting import Lost, Published, Sighting
from compliance.model.shapes.location import Location

_HUBS = frozenset({"huggingface", "hf", "hf://", "https://huggingface.co", "huggingface.co"})
_TOLD = ("schema", "columnLineage", "dataQualityMetrics", "ownership", "storage", "sql", "sourceCode")


@dataclass(slots=True)
class _Sets:
    """Sets by name, with the line at which each is first named, and the job."""

    read: dict[str, tuple[int, str]] = field(default_factory=dict)
    written: dict[str, tuple[int, str]] = field(default_factory=dict)
    runs: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)
    """What each run of a job reads, and what it writes."""


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
    for number, event in enumerate(mappings(tree)):
        job = mapping(event.get("job"))
        called = str(job.get("name") or "")
        run = str(mapping(event.get("run")).get("runId") or number)
        for key, into in (("inputs", sets.read), ("outputs", sets.written)):
            for one in mappings(event.get(key)):
                into.setdefault(_called(one), (line_of(one.get("name") or one), called))
                sets.runs.setdefault(run, ([], []))[key == "outputs"].append(_called(one))
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
    lost: list[Lost] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            event = read_json(line, number)
        except UnreadableError as error:
            lost.append(Lost(Location(name, number, 1), f"cannot be read: {error}"))
            continue
        if is_event(event):
            events.append(event)
        elif not events:
            return None
        else:
            lost.append(Lost(Location(name, number, 1), "this line is no event"))
    if not events:
        return None
    found = read_openlineage(events, name, prose)
    found.lost += lost
    return found


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
    made = _made(sets)
    for one, (line, job) in sets.read.items():
        place = Location(name, line, 1)
        if one.startswith(("file:", "/")):
            if one not in made:
                found.reads.append((one, place))
            continue
        how = f"OpenLineage, input of {job}" if job else "OpenLineage, input"
        found.sightings.append(Sighting(one, "data", place, "config", how, one, "dataset", main,
                                        if_known=one in made))  # fmt: skip


def _made(sets: _Sets) -> set[str]:
    """Sets that jobs write out of others; one that comes of itself alone was there before, and is none of them."""
    made: set[str] = set()
    waits: dict[str, list[str]] = {}
    missing: dict[str, int] = {}
    made.update(one for reads, writes in sets.runs.values() if not reads for one in writes)
    ahead = [*made, *(one for one in sets.read if one not in sets.written)]
    for run, (reads, _) in sets.runs.items():
        missing[run] = len(set(reads))
        for one in dict.fromkeys(reads):
            waits.setdefault(one, []).append(run)
    seen = set(ahead)
    while ahead:
        for run in waits.get(ahead.pop(), ()):
            missing[run] -= 1
            fresh = [one for one in sets.runs[run][1] if one not in seen] if not missing[run] else []
            made.update(fresh)
            seen.update(fresh)
            ahead += fresh
    return made
