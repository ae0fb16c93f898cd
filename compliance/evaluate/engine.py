"""From lineage and packs to findings: every rule asked of every release, source and party. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence

from compliance.evaluate.bindings import bindings
from compliance.evaluate.conditions.cheaply import may_hold, may_hold_of
from compliance.evaluate.overall.cause import with_causes
from compliance.evaluate.overall.coverage import not_covered
from compliance.evaluate.overall.limits import limits
from compliance.evaluate.overall.origin import with_origins
from compliance.evaluate.telling.explain import build_finding, unreached_findings
from compliance.evaluate.world import Binding, World
from compliance.model.answered.finding import Evaluation, Finding, NotPut
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Release
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.rule import Pack, Rule, RuleHead


def evaluate(
    lineage: Lineage, knowledge: Knowledge, as_of: datetime.date, rules: Collection[str] = (), *,
    briefly: bool = False,
) -> Evaluation:  # fmt: skip
    """Evaluate every rule of the packs, or those alone whose ids are given.

    Arguments: the resolved lineage, the loaded packs and texts, and the day for which the answer is asked; nothing
    reads the clock. The same arguments give the same value. Under some rules alone, each of their findings is as under
    all but for what answers lead to and what is due; what else is told (names that nothing covers, limits) is not.
    `briefly` leaves out what answers lead to and what is due, of all rules, which takes most of the time.
    """
    world = World(lineage, knowledge, as_of)
    world.brief = briefly or bool(rules)
    findings: list[Finding] = []
    asked: set[str] = set()
    not_put: list[NotPut] = []
    for pack, number, head in knowledge.heads():
        if not _is_put(head) or (rules and head.id not in rules):
            continue
        if head.source is not None and not world.selection.selected(head.source):
            # Nothing in the lineage is what the rule is about: it need not even be read.
            if head.trigger is not None:
                not_put.append(NotPut(head.id, head.title, _triggers(head.trigger, knowledge)))
            continue
        rule = pack.rules[number]
        found = _put(world, pack, rule)
        findings += found.values()
        asked |= {rule.id} if found else set()
        if rule.asked_if is None:
            findings += _unreached(world, pack, rule, found.values())
        elif not found:
            not_put.append(NotPut(rule.id, rule.title, _triggers(head.trigger or (), knowledge)))
    # Somebody else's release is looked at as such, whether or not a rule speaks of whoever asks about it.
    of_others = {r.key for r in lineage.releases if not lineage.asks(lineage.releaser(r))}
    covered = {finding.release for finding in findings if finding.own or finding.release in of_others}
    told, uncovered = with_causes(world, findings, not_covered(world, findings))
    told, origins = (told, ()) if rules else with_origins(world, told)
    return Evaluation(
        findings=told,
        not_covered=uncovered,
        rules_asked=len(asked),
        as_of=as_of,
        releases_covered=tuple(r.key for r in lineage.releases if r.key in covered),
        not_put=tuple(not_put),
        limits=() if rules else (*limits(world, findings), *origins),
    )


def _put(world: World, pack: Pack, rule: Rule) -> dict[tuple[str, ...], Finding]:
    """The findings of a rule that is put to every release, source and party."""
    found: dict[tuple[str, ...], Finding] = {}
    for release in world.lineage.releases:
        if not _may_be_triggered(world, rule, release):
            continue
        triggered = [one for one in bindings(world, rule, release) if is_triggered(rule, one)]
        for group in _groups(triggered):
            finding = build_finding(world, pack, rule, group)
            if finding is not None:
                # What another party handed on is the same for every release that it went into.
                found.setdefault((*finding.identity, finding.party_name), finding)
    return found


def _may_be_triggered(world: World, rule: Rule, release: Release) -> bool:
    """Whether the trigger may hold for any source; what another party handed on is looked at by itself."""
    if rule.asked_if is None or "caller" in rule.parties:
        return True
    return may_hold_of(rule.asked_if, world.context(world.target(release)))


def _triggers(facts: Sequence[str], knowledge: Knowledge) -> tuple[str, ...]:
    """The facts that a rule's trigger looks at, in a few words each."""
    entries = {name: knowledge.facts.get(name) for name in facts}
    return tuple(sorted((entry and entry.label) or name for name, entry in entries.items()))


def is_triggered(rule: Rule, binding: Binding) -> bool:
    """Whether the rule is put at all in this context."""
    if rule.asked_if is None:
        return True
    return may_hold(rule.asked_if, binding.context)


def _is_put(rule: RuleHead) -> bool:
    """A draft is not read yet; a withdrawn rule was our reading once, and is that for no day any more."""
    return rule.status not in ("draft", "withdrawn")


def _groups(found: Iterable[Binding]) -> list[list[Binding]]:
    """Bindings of the same source, party and target: the entries of one finding."""
    groups: dict[tuple[str, str, str, str], list[Binding]] = {}
    for one in found:
        source = one.context.source.id if one.context.source else ""
        key = (source, one.party, one.party_name, one.context.target.artifact.id)
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def _unreached(world: World, pack: Pack, rule: Rule, found: Iterable[Finding]) -> list[Finding]:
    told = {finding.source for finding in found}
    return unreached_findings(world, pack, rule, told)
