"""Run mutants of rules and definitions against the situations: what no situation notices survives."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from compliance import situations
from compliance.authoring.mutants import Mutant, definition_mutants, rule_mutants
from compliance.errors import ComplianceError
from compliance.model.declared.lineage import Lineage
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs import operator
from compliance.model.packs.instrument import Clause, Instrument, Version
from compliance.model.packs.rule import Definition, Pack, Rule
from compliance.model.packs.situation import Situation
from compliance.model.shapes.shape import first_day


@dataclass(slots=True)
class Told:
    """A situation with its lineage, worked out once for all mutants."""

    story: Situation
    lineage: Lineage


@dataclass(frozen=True, slots=True)
class Unit:
    """What is broken as one: a rule, or a definition with the rules that use it."""

    name: str
    mutants: tuple[Mutant, ...]
    rules: tuple[tuple[Pack, Rule], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many mutants of a unit there were, and which of them no situation noticed."""

    name: str
    mutants: int
    survivors: tuple[str, ...] = field(default=())


def units(packs: Knowledge, wanted: Sequence[str] = ()) -> Iterator[Unit]:
    """Every rule that is put and every definition that one uses; of those wanted, if any, by id or its beginning."""
    rules = [(pack, rule) for pack, rule in packs.rules() if rule.status not in ("draft", "withdrawn")]
    users: dict[str, list[tuple[Pack, Rule]]] = {}
    for pack, rule in rules:
        for name in sorted(definitions_of(rule, packs)):
            users.setdefault(name, []).append((pack, rule))
    for pack, rule in rules:
        if _is_wanted(rule.id, wanted):
            yield Unit(rule.id, tuple(rule_mutants(rule, packs.definitions)), ((pack, rule),))
    for name, using in users.items():
        if _is_wanted(name, wanted):
            yield Unit(name, tuple(definition_mutants(name, packs.definitions[name])), tuple(using))


def definitions_of(rule: Rule, packs: Knowledge) -> set[str]:
    """Names of the definitions that a rule uses, itself or through others."""
    tests = (rule.asked_if, *rule.when.values(), *rule.unless.values())
    return {node.definition for node in packs.nodes(*tests) if isinstance(node, operator.DefinitionOp)}


def _is_wanted(name: str, wanted: Sequence[str]) -> bool:
    return not wanted or any(name == one or name.startswith(f"{one.rstrip('/')}/") for one in wanted)


def outcome(unit: Unit, stories: Mapping[str, Sequence[Situation]], packs: Knowledge) -> Outcome:
    """Break one unit in every way and run the situations of its rules."""
    told = {rule.id: list(_told(stories.get(rule.id, ()), pack, rule, packs)) for pack, rule in unit.rules}
    users = list(unit.rules)
    survivors = tuple(mutant.what for mutant in unit.mutants if not _noticed(mutant, users, told, packs))
    return Outcome(unit.name, len(unit.mutants), survivors)


def _told(stories: Iterable[Situation], pack: Pack, rule: Rule, packs: Knowledge) -> Iterator[Told]:
    """The situations of a rule that come out as written; one that does not would take every fault for noticed."""
    whole = situations.alone(packs, pack, rule)
    for story in stories:
        try:
            lineage = situations.lineage_of(story, packs)
            if not situations.faults_of(story, lineage, whole):
                yield Told(story, lineage)
        except ComplianceError:
            continue  # `rules test` reports a situation that cannot be read


def _noticed(
    mutant: Mutant, users: list[tuple[Pack, Rule]], told: Mapping[str, list[Told]], packs: Knowledge
) -> bool:
    """Whether a situation comes out otherwise; those that noticed something before are asked first."""
    for place, (pack, rule) in enumerate(users):
        broken = _broken(mutant, pack, rule, packs)
        asked = told[rule.id]
        for number, one in enumerate(asked):
            if situations.faults_of(one.story, one.lineage, broken):
                asked.insert(0, asked.pop(number))
                users.insert(0, users.pop(place))
                return True
    return False


def _broken(mutant: Mutant, pack: Pack, rule: Rule, packs: Knowledge) -> Knowledge:
    if isinstance(mutant.value, Definition):
        definitions = {**packs.definitions, mutant.of: mutant.value}
        return situations.alone(replace(packs, definitions=definitions), pack, rule)
    alone = situations.alone(packs, pack, mutant.value)
    return replace(alone, instruments=_moved(mutant.value, packs, mutant.days)) if mutant.days else alone


def _moved(rule: Rule, packs: Knowledge, days: int) -> Mapping[str, Instrument]:
    """The texts, with every date of the clauses that the rule cites moved."""
    texts = {cite.instrument: packs.instruments[cite.instrument] for cite in rule.cites}
    for cite in rule.cites:
        text = texts[cite.instrument]
        clauses = {**text.clauses, cite.clause: _at_other_days(text.clauses[cite.clause], days)}
        texts[cite.instrument] = text.model_copy(update={"clauses": clauses})
    return {**packs.instruments, **texts}


def _at_other_days(clause: Clause, days: int) -> Clause:
    def moved(version: Version) -> Version:
        ends = {"from_": _day(version.from_, days), "to": _day(version.to, days) if version.to else None}
        return version.model_copy(update=ends)

    return clause.model_copy(update={"versions": tuple(moved(version) for version in clause.versions)})


def _day(text: str, days: int) -> str:
    """A day some days earlier or later, as far as there are days."""
    number = first_day(text).toordinal() + days
    return str(datetime.date.fromordinal(min(max(number, 1), datetime.date.max.toordinal())))
