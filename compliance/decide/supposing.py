"""Take something as given: a change applied to the lineage, to what is known, or to the day. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from compliance.model.answered.finding import Finding
from compliance.model.declared.field_value import as_field
from compliance.model.declared.lineage import Artifact, Lineage
from compliance.model.declared.manifest import Party, Publisher, Release, Step
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.instrument import Instrument, Version
from compliance.model.packs.rule import Rule
from compliance.model.packs.scenario import Change, Listed, Stated, TermChanged, Which
from compliance.model.shapes.on_demand import OnDemand
from compliance.model.shapes.shape import first_day

E = TypeVar("E", Release, Step, Publisher)
_PROPOSED = ("proposed", "soft-law", "not-yet-in-force")


@dataclass(frozen=True, slots=True)
class World:
    """What answers rest on."""

    lineage: Lineage
    knowledge: Knowledge
    as_of: datetime.date


Ask = Callable[[World], tuple[Finding, ...]]
"""Puts every rule of a world to its releases."""


def suppose(world: World, changes: Iterable[Change]) -> World:
    """The world with every change made, in order."""
    for change in changes:
        world = _changed(world, change)
    return world


def _changed(world: World, change: Change) -> World:
    if change.enact is not None:
        ids = frozenset(change.enact.rules)
        # A bill cannot be law before there is one: asked for an earlier day, it is supposed on its first.
        day = first_day(change.enact.on) if change.enact.on else _first_day_of(world.knowledge, ids)
        known = _enacted(world.knowledge, ids)
        return replace(world, knowledge=known, as_of=max(world.as_of, day))
    if change.listed is not None:
        return replace(world, knowledge=_listed(world.knowledge, change.listed))
    if change.facts is not None:
        return replace(world, lineage=_stated(world.lineage, change.facts))
    if change.term is not None:
        return replace(world, knowledge=_term(world.knowledge, change.term))
    if change.as_of is not None:
        return replace(world, as_of=first_day(change.as_of))
    return replace(world, lineage=_permitted(world.lineage, change.permission))


def meant(which: Which, artifact: Artifact) -> bool:
    """Whether an artifact is one of those that are meant."""
    pairs: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
        (which.kind, (artifact.kind,)),
        (which.country, artifact.country),
        (which.developer, (artifact.developer or "",)),
        (which.provider, (artifact.provider or "",)),
    )
    return all(
        not wanted or {one.lower() for one in wanted} & {one.lower() for one in given}
        for wanted, given in pairs
    )


def with_rules(knowledge: Knowledge, change: Callable[[Rule], Rule]) -> Knowledge:
    """What is known, with every rule changed."""
    packs = tuple(
        pack.model_copy(update={"rules": tuple(change(rule) for rule in pack.rules)})
        for pack in knowledge.packs
    )
    return replace(knowledge, packs=packs)


def _first_day_of(knowledge: Knowledge, ids: frozenset[str]) -> datetime.date:
    """The first day on which every one of these rules has a text that it cites."""
    begins = []
    for rule in (rule for _, rule in knowledge.rules() if rule.id in ids):
        cited = [
            (knowledge.instruments[one.instrument], one)
            for one in rule.cites
            if one.instrument in knowledge.instruments
        ]
        days = [
            first_day(version.from_)
            for text, one in cited
            if one.clause in text.clauses
            for version in text.clauses[one.clause].versions
        ]
        begins += [min(days)] if days else []
    return max(begins, default=datetime.date.min)


def _enacted(knowledge: Knowledge, ids: frozenset[str]) -> Knowledge:
    cited = {
        (cite.instrument, cite.clause): rule.status
        for _, rule in knowledge.rules()
        if rule.id in ids
        for cite in rule.cites
        if cite.instrument in knowledge.instruments
    }
    over = {
        key: knowledge.instruments[key].model_copy(update={"force": "in-force"})
        for key in {key for key, _ in cited}
        if knowledge.instruments[key].force in _PROPOSED
    }
    supposed = {pair for pair, status in cited.items() if status in _PROPOSED}
    supposed |= {(key, clause) for key, text in over.items() for clause in text.clauses}
    texts = _overlaid(knowledge.instruments, over)
    known = replace(knowledge, instruments=texts, supposed=knowledge.supposed | supposed)
    return with_rules(known, lambda rule: _as_law(rule) if rule.id in ids else rule)


def _as_law(rule: Rule) -> Rule:
    """A rule in force; what it says of being no law is left out."""
    clear = rule.clear_because.partition("; in any case")[0] if rule.clear_because else None
    return rule.model_copy(update={"status": "in-force", "clear_because": clear})


def _overlaid(texts: Mapping[str, Instrument], over: Mapping[str, Instrument]) -> Mapping[str, Instrument]:
    """Texts of which some are replaced; the others are not read."""
    return OnDemand({key: key for key in texts}, lambda key: over[key] if key in over else texts[key])


def _listed(knowledge: Knowledge, listed: Listed) -> Knowledge:
    def widened(rule: Rule) -> Rule:
        source = rule.about.source
        if rule.id not in listed.rules or source is None:
            return rule
        names = tuple(dict.fromkeys((*source.developer, *listed.developers)))
        about = rule.about.model_copy(update={"source": source.model_copy(update={"developer": names})})
        return rule.model_copy(update={"about": about})

    return with_rules(knowledge, widened)


def _term(knowledge: Knowledge, term: TermChanged) -> Knowledge:
    text = knowledge.instruments[term.instrument]
    clause = text.clauses[term.clause]
    versions = [one for one in clause.versions if term.ends is None or one.from_ < term.ends]
    if term.ends is not None:
        versions = [
            one.model_copy(update={"to": term.ends}) if one.to is None or one.to > term.ends else one
            for one in versions
        ]
    if term.begins is not None:
        kept = [one for one in versions if one.to is not None and one.to <= term.begins]
        versions = [*kept, Version.model_validate({"from": term.begins, "from_basis": "assumed"})]
    changed = clause.model_copy(update={"versions": tuple(versions)})
    over = text.model_copy(update={"clauses": {**text.clauses, term.clause: changed}})
    return replace(knowledge, instruments=_overlaid(knowledge.instruments, {text.id: over}))


def _stated(lineage: Lineage, stated: Stated) -> Lineage:
    of: dict[str, dict[str, Any]] = {}
    for name, value in stated.values.items():
        scope, _, key = name.partition(".")
        of.setdefault(scope, {})[key] = tuple(value) if isinstance(value, list) else value
    ids = {key for key, artifact in lineage.artifacts.items() if meant(stated.of, artifact)}
    lineage = replace(
        lineage,
        publisher=_with(lineage.publisher, of.get("publisher", {})),
        releases=tuple(_with(release, of.get("release", {})) for release in lineage.releases),
        artifacts={
            key: replace(one, facts={**one.facts, **of.get("source", {})}) if key in ids else one
            for key, one in lineage.artifacts.items()
        },
    )
    return _with_steps(lineage, ids, of.get("step", {}))


def _with_steps(lineage: Lineage, ids: set[str], values: Mapping[str, Any]) -> Lineage:
    steps = {key: _with(step, values) if ids & _reads(step) else step for key, step in lineage.steps.items()}
    return replace(lineage, steps=steps)


def _reads(step: Step) -> set[str]:
    return {name for given in step.inputs.values() for item in given for name in item.named}


def _with(entry: E, values: Mapping[str, Any]) -> E:
    """An entry with facts stated: those that have a field of their own there, the rest among the further facts."""
    if not values:
        return entry
    own = {
        key: as_field(type(entry), key, value)
        for key, value in values.items()
        if key in type(entry).model_fields
    }
    further = {key: value for key, value in values.items() if key not in own}
    return entry.model_copy(update={**own, "facts": {**entry.facts, **further}})


def _permitted(lineage: Lineage, granters: tuple[str, ...]) -> Lineage:
    given = dict.fromkeys(granters, "yes")

    def holding(party: Party) -> Any:
        return party.model_copy(update={"permission": {**party.permission, **given}})

    ids = {key for key, one in lineage.artifacts.items() if one.provider in granters}
    lineage = replace(
        lineage,
        publisher=holding(lineage.publisher),
        parties={key: holding(party) for key, party in lineage.parties.items()},
    )
    return _with_steps(lineage, ids, {"authorised": True})
