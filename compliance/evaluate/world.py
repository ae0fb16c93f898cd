"""One lineage with its reach table, and what every rule needs of it."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping, Sequence
from typing import Any

from compliance.evaluate.context import Context, Outcome, Target
from compliance.evaluate.reaching.classes import Classes, handed_out
from compliance.evaluate.reaching.reach import ReachTable
from compliance.evaluate.select import Selection
from compliance.model.answered.finding import PartyWord
from compliance.model.declared.lineage import Artifact, Edge, Lineage
from compliance.model.declared.manifest import Party, Release, Step
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs import operator
from compliance.model.packs.rule import Rule
from compliance.model.packs.truth import Truth
from compliance.values import dataclass


@dataclass(frozen=True, slots=True)
class Binding:
    """A context together with the party word under which its result is reported, and its entry's number."""

    context: Context
    party: PartyWord
    party_name: str
    number: int | None = None


class World:
    """One lineage with its reach table, and what every rule needs of it."""

    def __init__(self, lineage: Lineage, knowledge: Knowledge, as_of: datetime.date) -> None:
        """Compute reach once for all rules."""
        self.lineage = lineage
        self.knowledge = knowledge
        self.as_of = as_of
        self.brief = False  # Whether what readers alone need is left out of findings.
        self.table = ReachTable.of(lineage)
        self.selection = Selection(knowledge.registry, lineage.artifacts.values())
        self._reaches: dict[int, dict[str, Classes]] = {}
        self.reach_sets: dict[str, list[operator.ReachSets]] = {}
        """The reach tests of a rule by its id, once somebody asked for them."""
        self.bound: dict[tuple[object, ...], tuple[Binding, ...]] = {}
        """Contexts of a source and a release, by all that they depend on of a rule."""
        self._loading: dict[str, bool] = {}
        self._entries: dict[int, Mapping[str, Sequence[int]]] = {}
        self._written: dict[str | None, set[int]] = {}
        self._reached_by: dict[tuple[int, bool], Mapping[str, Classes]] = {}
        self._standings: dict[tuple[object, ...], Any] = {}
        self._read_in: dict[tuple[str, ...], frozenset[str]] = {}
        self._orders: dict[Any, Sequence[Any]] = {}
        self._looks_at_access: dict[int, bool] = {}
        self._told: dict[tuple[object, ...], dict[object, Outcome]] = {}
        self._contexts: dict[tuple[object, ...], Context] = {}

    def target(self, release: Release) -> Target:
        """What is released: the last version of the artifact."""
        return Target(
            release, self.lineage.artifacts[release.artifact], self.lineage.latest[release.artifact]
        )

    def reaches(self, node: int) -> dict[str, Classes]:
        """Artifact id to the classes by which it reaches a version, over all its entries."""
        if node not in self._reaches:
            found: dict[str, Classes] = {self.lineage.versions[node][0]: {"itself": Truth.YES}}
            for entry in sorted(self.table.reaching(node), key=self._entering.__getitem__):
                key = self._entering[entry][1]
                known = found.get(key, {})
                given = self.table.classes(entry, node)
                found[key] = {
                    **known,
                    **{r: max(truth, known.get(r, Truth.NO)) for r, truth in given.items()},
                }
            self._reaches[node] = found
        return self._reaches[node]

    def reached_by(self, target: Target) -> Mapping[str, Classes]:
        """Artifact id to the classes by which it reaches what the release hands out."""
        key = (target.node, target.release.hands_out == "labels")
        if key not in self._reached_by:
            self._reached_by[key] = self._handed_out(target)
        return self._reached_by[key]

    def _handed_out(self, target: Target) -> Mapping[str, Classes]:
        found = self.reaches(target.node)
        if target.release.hands_out != "labels":
            return found
        kinds = {key: artifact.kind for key, artifact in self.lineage.artifacts.items()}
        return {key: handed_out(classes, kinds[key], target.release) for key, classes in found.items()}

    def entries_of(self, source: str, node: int) -> Sequence[int]:
        """The entries of an artifact that reach a version, in their order."""
        if node not in self._entries:
            found: dict[str, list[int]] = {}
            for entry in sorted(self.table.reaching(node), key=self._entering.__getitem__):
                found.setdefault(self._entering[entry][1], []).append(entry)
            self._entries[node] = found
        return self._entries[node].get(source, ())

    def written_after(self, entry: int, party: str | None) -> Sequence[int]:
        """The versions that a party wrote and to which a way leads from an entry, the last first."""
        edges, known, ahead = (
            self.table.outgoing,
            self._written.get(party),
            {self.lineage.edges[entry].target},
        )
        if known is None:
            steps = self.lineage.steps
            known = {edge.target for edge in self.lineage.edges if steps[edge.step].by == party}
            self._written[party] = known
        waiting = [*ahead]
        while waiting:
            new = {edge.target for edge in edges.get(waiting.pop(), ())} - ahead
            ahead |= new
            waiting += new
        return sorted(ahead & known, reverse=True)

    @functools.cached_property
    def reached(self) -> frozenset[str]:
        """Ids of the artifacts that reach any release."""
        nodes = (self.target(release).node for release in self.lineage.releases)
        return frozenset(key for node in nodes for key in self.reaches(node))

    @functools.cached_property
    def _entering(self) -> Mapping[int, tuple[int, str]]:
        """Number of an entry to its place among all and the artifact that enters there."""
        numbers = ((entry, key) for key, entries in self.table.entries.items() for entry in entries)
        return {entry: (place, key) for place, (entry, key) in enumerate(numbers)}

    @functools.cached_property
    def places(self) -> Mapping[str, int]:
        """Id of an artifact to its place among all."""
        return {key: place for place, key in enumerate(self.lineage.artifacts)}

    @functools.cached_property
    def readings(self) -> Mapping[str, Sequence[tuple[Step, str]]]:
        """Id of an artifact to the steps that read it, each with the role."""
        found: dict[str, list[tuple[Step, str]]] = {}
        for step in self.lineage.steps.values():
            for role, given in step.inputs.items():
                for key in dict.fromkeys(item.artifact for item in given):
                    found.setdefault(key, []).append((step, role))
        return found

    def read_in(self, kinds: tuple[str, ...]) -> frozenset[str]:
        """Ids of the artifacts that steps of these kinds read."""
        if kinds not in self._read_in:
            steps = [step for step in self.lineage.steps.values() if step.kind in kinds]
            given = (each for step in steps for each in step.inputs.values())
            self._read_in[kinds] = frozenset(item.artifact for each in given for item in each)
        return self._read_in[kinds]

    @functools.cached_property
    def read_by(self) -> Mapping[str, Step]:
        """Id of an artifact to the last step that reads it."""
        steps = self.lineage.steps.values()
        return {item.artifact: step for step in steps for given in step.inputs.values() for item in given}

    def follows_loading(self, rule: Rule) -> bool:
        """Whether the rule looks at what software makes its user load; remembered by rule."""
        if rule.id not in self._loading:
            self._loading[rule.id] = speaks_of_loading(rule, self.knowledge)
        return self._loading[rule.id]

    def context(self, target: Target) -> Context:
        """A context without a source."""
        return self.context_of(target, None, None, {}, "releaser", self.lineage.releaser(target.release))

    def context_of(
        self,
        target: Target,
        source: Artifact | None,
        entry: Edge | None,
        classes: Classes,
        role: operator.PartyRole,
        party: Party | None,
    ) -> Context:
        """The context of a source, an entry, a target and a party: one value, whatever rules are put in it."""
        given = target.release
        key = (
            target.node, given.key, given.date, target.own, source.id if source else None, entry, role, id(party),
        )  # fmt: skip
        if key not in self._contexts:
            context = Context(
                self.lineage, self.knowledge, self.as_of, target, self.reached_by(target), self.selection, source,
                entry, classes, role, party,
            )  # fmt: skip
            of_target = (target.node, given.key, given.date, target.own, role, id(party))
            context.memory.standings, context.memory.orders = self._standings, self._orders
            context.memory.looks_at_access = self._looks_at_access
            context.memory.of_target = self._told.setdefault(of_target, {})
            self._contexts[key] = context
        return self._contexts[key]


def speaks_of_loading(rule: Rule, knowledge: Knowledge) -> bool:
    """Whether the rule is asked where something is fetched, or any of its tests accepts what is only loaded."""
    if "fetch" in rule.about.used_in:
        return True
    nodes = knowledge.nodes(rule.asked_if, *rule.when.values(), *rule.unless.values())
    return any(isinstance(node, operator.ReachSets) and "loaded" in node.broad for node in nodes)
