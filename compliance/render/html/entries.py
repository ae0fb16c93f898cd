"""Findings as the page shows them: numbered, with what filters ask for and routes as strips of stations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from compliance.model.answered.report import COUNTED, ArtifactInfo, Report, StepInfo
from compliance.model.declared.route import Route
from compliance.render.graph.bars import bars_svg
from compliance.render.graph.model import EDGE_WORD, KIND_WORD, NodeKind
from compliance.render.view.card import Card
from compliance.render.view.evidence import RouteLine, route_line
from compliance.render.view.point_labels import build_labels
from compliance.render.view.report_view import View
from compliance.render.view.words import clean, count

if TYPE_CHECKING:
    from markupsafe import Markup

ROUTES_SHOWN = 6
ICON = {
    "breach": "▲",
    "arguable": "◆",
    "needs-facts": "?",
    "remote": "◇",
    "not-covered": "∅",
    "clear": "✓",
    "not-applicable": "–",
}
"""A sign for each position, beside its word."""


@dataclass(frozen=True, slots=True)
class Station:
    """An artifact on a route, or a step with what it did, when, and who did it."""

    kind: str
    kind_words: str
    id: str
    about: str
    """Name of an artifact; kind and time of a step."""
    by: str
    """Who performed a step."""
    foreign: bool
    added: bool
    relation: str
    """What the step made of the station before it."""
    relation_words: str


@dataclass(frozen=True, slots=True)
class Strip:
    """One route."""

    line: RouteLine
    stations: tuple[Station, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding of the page."""

    anchor: str
    number: int
    """Its place, for the script and its drawings."""
    label: str
    """Its number as people see it: that of its point."""
    card: Card
    family: str
    """Key of its family, for filters."""
    family_words: str
    release: str
    counted: bool
    """Whether it is the publisher's own, under a rule in force."""
    strips: tuple[Strip, ...]
    more_routes: str
    """Empty where all routes are shown."""
    shares: Markup
    """Bars of the share of the source; empty where none is known."""


def family_words(family: str) -> str:
    """Return a family of findings in words.

    >>> family_words("provider-terms:openai"), family_words("privacy")
    ('Provider terms: openai', 'Privacy')
    """
    kind, _, name = clean(family).partition(":")
    kind = kind.replace("-", " ")
    kind = kind[:1].upper() + kind[1:]
    return f"{kind}: {name.replace('-', ' ')}" if name else kind


def build_entries(report: Report, view: View) -> tuple[Entry, ...]:
    """Number the findings in the order of the report, those of one cause after the one that stands for it."""
    from markupsafe import Markup

    artifacts = {item.id: item for item in report.artifacts}
    steps = {item.id: item for item in report.steps}
    labels = build_labels(view)
    entries = []
    every = (one for card in view.cards for one in (card, *card.members))
    for number, card in enumerate(every, 1):
        shown = card.finding.routes[:ROUTES_SHOWN]
        left = len(card.finding.routes) - len(shown)
        entries.append(
            Entry(
                anchor=f"f{number}",
                number=number,
                label=labels[id(card)],
                card=card,
                family=clean(card.finding.family),
                family_words=family_words(card.finding.family),
                release=clean(card.finding.release),
                counted=card.finding.own and card.finding.force in COUNTED,
                strips=tuple(_strip(route, artifacts, steps, report.publisher) for route in shown),
                more_routes=f"and {count(left, 'more route')}, in the JSON report" if left else "",
                shares=Markup(bars_svg(card.portions, name=f"Share of {card.short_subject}")),
            )
        )
    return tuple(entries)


def _strip(
    route: Route, artifacts: dict[str, ArtifactInfo], steps: dict[str, StepInfo], publisher: str
) -> Strip:
    stations: list[Station] = []
    for hop in (hop for hop in route.hops if hop.step):
        if not stations:
            stations.append(_artifact(hop.source, artifacts))
        relation = hop.relations[0] if hop.relations else "unsettled"
        stations.append(_step(hop.step, steps, publisher, relation if relation in EDGE_WORD else "unsettled"))
        stations.append(_artifact(hop.target, artifacts))
    return Strip(route_line(route), tuple(stations))


def _artifact(artifact: str, artifacts: dict[str, ArtifactInfo]) -> Station:
    info = artifacts.get(artifact)
    kind: NodeKind = info.kind if info and info.kind in KIND_WORD else "document"
    name, about = clean(artifact), clean(info.name) if info else ""
    about = "" if about == name else about
    added = info is not None and info.origin == "resolved"
    return Station(
        kind, KIND_WORD[kind], name, about, "", foreign=False, added=added, relation="", relation_words=""
    )


def _step(step: str, steps: dict[str, StepInfo], publisher: str, relation: str) -> Station:
    info = steps.get(step)
    words = next(text for key, text in EDGE_WORD.items() if key == relation)
    if info is None:
        return Station("step", "step", clean(step), "", "", False, False, relation, words)
    name, kind = clean(step), clean(info.kind)
    when = clean(info.period) if info.period else "no date stated"
    about = f"{kind}, {when}"
    added = info.origin == "resolved"
    return Station(
        "step", "step", kind if added else name, when if added else about, clean(info.by), info.by != publisher,
        added, relation, words,
    )  # fmt: skip


def web_address(url: str | None) -> str | None:
    """Return an address that may become a link: `http` or `https` with a host, nothing else.

    >>> web_address("https://example.org/terms"), web_address("javascript:alert(1)")
    ('https://example.org/terms', None)
    """
    if not url or not url.isprintable() or " " in url or "\\" in url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host and "@" not in parts.netloc else None
