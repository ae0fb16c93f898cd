"""The evidence of a finding in words: the routes by which a source came in, and the clauses as they stood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Literal

from compliance.model.answered.finding import ClauseInForce, ClauseQuote, Finding
from compliance.model.declared.route import Route
from compliance.render.view import words
from compliance.render.view.words import clean
from compliance.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class RoutePart:
    """A station of a route: an artifact, or a step with what it made of its input."""

    kind: Literal["artifact", "step"]
    id: str
    words: str
    """What the step did; empty for artifacts."""

    def __str__(self) -> str:
        return f"{self.id} ({self.words})" if self.words else self.id


@dataclass(frozen=True, slots=True)
class RouteLine:
    """One way in which the source reaches the release."""

    parts: tuple[RoutePart, ...]
    reach: str
    reach_words: str
    depth: int
    depth_words: str
    certain: bool
    caution: str
    """Empty where every step says what it made of its input."""

    def __str__(self) -> str:
        return " → ".join(str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """A clause as it stood at the date that counts."""

    title: str
    reference: str
    """Instrument and clause, by their ids."""
    locator: str
    version: str
    assurance: str
    verified: str
    paraphrase: str
    caution: str
    """Why the version is not certain; empty where the text of that time is held."""
    note: str
    url: str | None
    fingerprint: str | None
    quote: str = ""
    """The real words, where the text is pinned."""
    quoted_from: str = ""
    """Digest and day of the pinned text."""


def told_together(clauses: Sequence[ClauseLine]) -> tuple[ClauseLine, ...]:
    """Clauses of one text of which the same is to be said, in a line each that names all their places."""
    places: dict[ClauseLine, dict[str, None]] = {}
    for one in clauses:
        alike = replace(one, reference="", locator="", paraphrase="", note="", fingerprint=None)
        places.setdefault(alike, {})[one.locator] = None
    return tuple(replace(one, locator=words.listed(tuple(each))) for one, each in places.items())


def known_name(artifact: str) -> str:
    """An artifact's id; of one that known ancestry added, its own name without the artifact it was added behind.

    >>> known_name("alpaca~text-davinci-003")
    'text-davinci-003'
    """
    return artifact.rpartition("~")[2]


def known_step(step: str) -> str:
    """A step's id; of one that known ancestry added, what it made.

    >>> known_step("alpaca~1")
    'making of alpaca'
    """
    made, sign, _ = step.rpartition("~")
    return f"making of {known_name(made)}" if sign else step


def route_line(route: Route) -> RouteLine:
    """Put one route into words, without the mere carrying of an artifact's own earlier content."""
    parts: list[RoutePart] = []
    if route.hops:
        parts.append(RoutePart("artifact", clean(known_name(route.hops[0].source)), ""))
    for hop in route.hops:
        if not hop.step:
            continue
        relations = [
            words.RELATION_WORD.get(relation, clean(relation)) for relation in dict.fromkeys(hop.relations)
        ]
        parts.append(RoutePart("step", clean(known_step(hop.step)), ", ".join(relations) or "not stated how"))
        parts.append(RoutePart("artifact", clean(known_name(hop.target)), ""))
    return RouteLine(
        parts=tuple(parts),
        reach=route.reach,
        reach_words=words.REACH_WORD[route.reach],
        depth=route.depth,
        depth_words=words.depth_words(route.depth),
        certain=route.certain,
        caution="" if route.certain else "not certain: some step does not say what it made of its input",
    )


def _quoted_from(quote: ClauseQuote) -> str:
    digest = clean(quote.digest).removeprefix("sha256:")[:12]
    return f"text captured on {clean(quote.captured_on)}, sha256 {digest}"


def clause_line(clause: ClauseInForce, as_of: dt.date) -> ClauseLine:
    """Put one clause into words."""
    return ClauseLine(
        title=clean(clause.title),
        reference=f"{clean(clause.instrument)}#{clean(clause.clause)}",
        locator=clean(clause.locator),
        version=version_words(clause.version_from, clause.version_to)
        + superseded_words(clause.version_to, as_of),
        assurance=words.ASSURANCE_WORD.get(clause.assurance, clean(clause.assurance)),
        verified=words.age_words(clause.verified_on, as_of),
        paraphrase=clean(clause.paraphrase),
        caution=words.CLAUSE_STATUS[clause.status],
        note=clean(clause.note or ""),
        url=clean(clause.url) if clause.url else None,
        fingerprint=clean(clause.fingerprint) if clause.fingerprint else None,
        quote=clean(clause.quote.words) if clause.quote else "",
        quoted_from=_quoted_from(clause.quote) if clause.quote else "",
    )


def no_clause_words(finding: Finding, licences: Mapping[str, str]) -> str:
    """What a finding rests on whose rule cites no clause: two statements that are held against each other."""
    if finding.family.partition(":")[0] != "label-conflict":
        return ""
    labels = [
        f"{clean(name)} ({clean(licences[key])})"
        for key, name in ((finding.source, finding.source_name), (finding.release, "the release"))
        if key and name and licences.get(key)
    ]
    if len(labels) < 2:
        return "No single clause: it compares what is stated."
    return f"No single clause: the licence of {labels[0]} as a whole is held against that of {labels[1]}."


def superseded_words(end: str | None, as_of: dt.date) -> str:
    """That a later text stands, where a version ended before the date of the report; empty where none does.

    >>> superseded_words("2026-04-01", dt.date(2026, 11, 1)), superseded_words(None, dt.date(2026, 11, 1))
    (' (replaced since; the text of the time counts)', '')
    """
    ended = bool(end) and str(end)[:10] <= as_of.isoformat()
    return " (replaced since; the text of the time counts)" if ended else ""


def version_words(start: str | None, end: str | None) -> str:
    """Return the stretch of time of one version; `end` is the first day on which it no longer applies.

    >>> version_words("2023-12-14", "2025-05-31"), version_words("2025-05-31", None)
    ('in force from 2023-12-14 until before 2025-05-31', 'in force from 2025-05-31 on')
    """
    if start is None and end is None:
        return "version not known"
    since = f"from {clean(start)}" if start else "from a day that is not known"
    return f"in force {since} until before {clean(end)}" if end else f"in force {since} on"
