"""Routes of a finding as SARIF code flows: the way from the source to the release, along the manifest's lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from compliance.model.answered.report import Report
from compliance.model.declared.route import Route
from compliance.render.view.card import Card
from compliance.render.view.evidence import route_line
from compliance.render.view.words import clean, count

STATIONS = 1_000
"""Stations of all routes of a result that GitHub shows; it takes ten times as many."""


def code_flows(
    card: Card, report: Report, location: Callable[[str | None], dict[str, Any]]
) -> tuple[list[dict[str, Any]], str]:
    """Return the routes of a finding as code flows, and a sentence on what was left out.

    Args:
        card: The finding.
        report: Its steps and artifacts say where they stand.
        location: Makes a SARIF location of `file:line:column`.
    """
    places = _places(report)
    flows, room = [], STATIONS
    for route in card.finding.routes:
        stations = list(_stations(route, places, card.location))
        if not stations:
            continue
        if len(stations) > room:
            break
        room -= len(stations)
        line = route_line(route)
        about = "; ".join(part for part in (line.reach_words, line.depth_words, line.caution) if part)
        located = [
            {"location": {**location(where), "message": {"text": text}}, "importance": importance}
            for text, where, importance in stations
        ]
        flows.append({"message": {"text": f"{about}."}, "threadFlows": [{"locations": located}]})
    left = sum(bool(route.hops) for route in card.finding.routes) - len(flows)
    return flows, f"{count(left, 'more route')} in the other formats." if left else ""


def _places(report: Report) -> dict[tuple[str, str], str]:
    steps = {("step", step.id): step.location for step in report.steps}
    artifacts = {("artifact", artifact.id): artifact.location for artifact in report.artifacts}
    return {key: location for key, location in {**steps, **artifacts}.items() if location}


def _stations(
    route: Route, places: dict[tuple[str, str], str], fallback: str | None
) -> Iterator[tuple[str, str | None, str]]:
    """Words, place and importance of each station.

    What known ancestry added stands in no manifest: it is shown where the next thing that does stands.
    """
    line = route_line(route)
    keys = [("artifact", route.hops[0].source)] if route.hops else []
    for hop in route.hops:
        if hop.step:
            keys += [("step", hop.step), ("artifact", hop.target)]
    for number, (part, key) in enumerate(zip(line.parts, keys, strict=True)):
        where = next((places[later] for later in keys[number:] if later in places), fallback)
        added = "" if key in places else " (known ancestry, not stated in the manifest)"
        ends = number in (0, len(keys) - 1)
        text = f"step {part.id}: {part.words}" if part.kind == "step" else clean(part.id)
        yield f"{text}{added}", where, "essential" if ends or part.kind == "step" else "important"
