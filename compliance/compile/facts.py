"""What a fleet knows of its artifacts, as columns: every combination once, dates cut to what texts tell apart."""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from compliance.model.declared.lineage import Artifact
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs import operator
from compliance.model.shapes.shape import first_day, last_day
from compliance.model.words.shown_words import begins_with

_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What rules may ask of an artifact as a source. `artifact` is as it was resolved, without what only names it."""

    artifact: Artifact
    facts: tuple[tuple[str, str], ...] = ()
    """Its further facts in the order of their names, for comparing."""

    @property
    def key(self) -> tuple[object, ...]:
        """All values that make it differ from another."""
        one = self.artifact
        return (
            one.kinds, one.name, one.provider, one.developer, one.country, one.route, one.plan, one.family,
            one.modality, one.licences, one.licence_options, one.licence_text, one.licence_says, one.origin,
            one.released, one.documented, one.hosted, one.statements, one.making.state,
            one.contradicted, one.known, self.facts,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """What rules may ask of the step by which a source comes in."""

    step: str
    role: str
    date: str | None
    """When what the step wrote came out."""
    period: str | None
    """When the step happened, where that is stated."""
    same_owner: bool
    """Whether who performed the step also owns the source."""


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """What rules may ask of a release, and of who puts it out."""

    artifact: Artifact
    name: str | None
    date: str | None
    access: str
    commercial: str
    function: str
    country: tuple[str, ...] = ()
    """Countries of the owner."""
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """All values that make it differ from another."""
        one = self.artifact
        return (
            one.kinds, self.name, one.modality, one.licences, one.licence_options, one.licence_text, one.licence_says,
            one.statements, one.upstream_licences, one.contradicted, self.date, self.access, self.commercial,
            self.function, self.country, self.facts,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which anything that rules look at begins or ends; between two of them all days are alike."""

    days: tuple[datetime.date, ...] = field(repr=False)

    @classmethod
    def of(cls, knowledge: Knowledge, as_of: datetime.date) -> Calendar:
        """The days of all texts, of who governs which access, and of the dates that rules name."""
        days = {datetime.date(1900, 1, 1), as_of, as_of + datetime.timedelta(days=1)}
        for instrument in knowledge.instruments.values():
            for clause in instrument.clauses.values():
                days |= {day for version in clause.versions for day in (version.start, version.end)}
        for provider in knowledge.registry.providers.values():
            texts = (text for row in provider.governed for text in (row.from_, row.to) if text)
            days |= {day for text in texts for day in (first_day(text), _after(last_day(text)))}
        tests: list[object] = []
        for _, rule in knowledge.rules():
            tests += [rule.asked_if, *rule.when.values(), *rule.unless.values()]
        for node in knowledge.nodes(*tests):
            if isinstance(node, operator.FactOp):
                texts = (text for text in (node.before, node.since) if text)
                days |= {day for text in texts for day in (first_day(text), _after(last_day(text)))}
        return cls(tuple(sorted(days - {datetime.date.max})))

    def rounded(self, text: str | None) -> str | None:
        """A date that stands for all that are like it; None for what is no date."""
        found = _DATE.match(text) if text else None
        if found is None:
            return None
        try:
            start, end = self._since(first_day(found.group())), self._since(last_day(found.group()))
        except ValueError:
            return None
        return start.isoformat() if start == end else found.group()

    def _since(self, day: datetime.date) -> datetime.date:
        return self.days[max(bisect.bisect_right(self.days, day) - 1, 0)]


def _after(day: datetime.date) -> datetime.date:
    return day if day == datetime.date.max else day + datetime.timedelta(days=1)


def names_matter(knowledge: Knowledge) -> bool:
    """Whether any loaded rule chooses what it looks at by names."""
    abouts = (one for _, rule in knowledge.rules() for one in (rule.about.source, rule.about.release) if one)
    selectors: Iterable[object] = (
        node for _, rule in knowledge.rules()
        for node in knowledge.nodes(rule.asked_if, *rule.when.values(), *rule.unless.values())
    )  # fmt: skip
    chosen = (node for node in selectors if isinstance(node, operator.Selector))
    return any(one.name for one in (*abouts, *chosen))


def name_told(knowledge: Knowledge) -> Callable[[str], str]:
    """What rules tell apart of a release's name: a name that stands for all that begin alike."""
    tests = (
        node for _, rule in knowledge.rules()
        for node in knowledge.nodes(rule.asked_if, *rule.when.values(), *rule.unless.values())
        if isinstance(node, operator.FactOp) and node.fact == "release.name" and node.mentions is None
    )  # fmt: skip
    prefixes: set[str] = set()
    for test in tests:
        if test.starts_with is None and test.known is None:
            return lambda name: name
        prefixes |= {test.starts_with} if test.starts_with else set()
    apart = sorted(prefixes)

    def told(name: str) -> str:
        return "|".join(one for one in apart if begins_with(name, one)) or "-"

    return told
