"""A plain evaluator that says what `evaluate` must find: obvious code, slow, used by tests only.

Written again, from the definitions: routes and their classes (regular expressions over relation strings instead of
the automaton and its bit sets), operators (one reading at a time over True, False and None instead of `Readings`),
comparisons, in force (one day at a time instead of intervals), whom a rule is put to, and positions (every way in which
the unknown readings may come out). Shared with the engine: where facts are read (`facts.read`), which artifacts a
selector means (`select`), tests on licences (`licence`), and the ways of access that the registry knows.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from compliance.evaluate.context import Context, Target
from compliance.evaluate.reference.operators import Maybe, all_of, any_of, holds, maybe, negated, stands
from compliance.evaluate.reference.routes import is_entry, reference_classes
from compliance.evaluate.select import Selection
from compliance.model.declared.lineage import Artifact, Edge, Lineage
from compliance.model.declared.manifest import Party, Release
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.instrument import LAW_KINDS
from compliance.model.packs.operator import PartyRole
from compliance.model.packs.reach import Reach
from compliance.model.packs.rule import Rule
from compliance.model.packs.truth import Position, Readings, Truth

Key = tuple[str, str, str, str, str]
"""Rule, release, source or nothing, party word, party name."""
Classes = Mapping[Reach, Truth]


def evaluate_reference(lineage: Lineage, knowledge: Knowledge, as_of: datetime.date) -> dict[Key, Readings]:
    """The readings of every finding that the engine must give, and of no other."""
    asked = _Reference(lineage, knowledge, as_of)
    found: dict[Key, Readings] = {}
    for _, rule in knowledge.rules():
        if rule.status not in ("draft", "withdrawn"):
            found |= asked.findings(rule)
    return found


def possible_positions(bites: Readings) -> frozenset[Position]:
    """Positions over every way in which the unknown readings may come out with narrow <= plain <= broad."""
    choices = [(True, False) if truth is Truth.UNKNOWN else (truth is Truth.YES,) for truth in bites]
    found = set()
    for narrow, plain, broad in itertools.product(*choices):
        if narrow <= plain <= broad:
            names = ((narrow, Position.BREACH), (plain, Position.ARGUABLE), (broad, Position.REMOTE))
            found.add(next((position for holds, position in names if holds), Position.CLEAR))
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One rule put to one entry: on which key it reports, whether its text governed, and whether it bites."""

    key: Key
    applicable: bool
    bites: tuple[Maybe, Maybe, Maybe]


class _Reference:
    def __init__(self, lineage: Lineage, knowledge: Knowledge, as_of: datetime.date) -> None:
        self.lineage, self.knowledge, self.as_of = lineage, knowledge, as_of
        self.selection = Selection(knowledge.registry)
        self.entries = [edge for edge in lineage.edges if is_entry(lineage, edge)]
        self._classes: dict[tuple[int, int], Classes] = {}
        self._reaches: dict[int, Mapping[str, Classes]] = {}

    def findings(self, rule: Rule) -> dict[Key, Readings]:
        """The findings of one rule: entries of one source and party together, any of which may bite."""
        groups: dict[Key, list[_Asked]] = {}
        for release in self.lineage.releases:
            for context, word, name in self.contexts(rule, release):
                if rule.asked_if is None or holds(rule.asked_if, context, 2) is not False:
                    source = context.source.id if context.source else ""
                    key = (rule.id, context.target.release.key, source, word, name)
                    groups.setdefault(key, []).append(self.ask(rule, context, key))
        found: dict[Key, Readings] = {}
        for key, results in groups.items():
            put = [one.bites for one in results if one.applicable]
            if put:
                found[key] = Readings(*(Truth.of(any_of(b[n] for b in put)) for n in range(3)))
            elif self.is_law(rule) and rule.status != "proposed":
                found[key] = Readings.same(Truth.NO)
        return found | (self.unreached(rule, found) if rule.asked_if is None else {})

    def ask(self, rule: Rule, context: Context, key: Key) -> _Asked:
        """Every element on each reading; exceptions are asked on the opposite reading."""
        selector = rule.about.source
        chosen = (
            maybe(self.selection.selects(selector, context.source)) if selector and context.source else True
        )
        whole = rule.norm == "permission"
        governed = stands(context, rule.cites, rule.time, whole=whole) if rule.cites else True
        text = negated(governed) if rule.cites and whole else governed

        def bites(reading: int) -> Maybe:
            needed = [holds(op, context, reading) for op in rule.when.values()]
            lifting = [negated(holds(op, context, 2 - reading)) for op in rule.unless.values()]
            return all_of([chosen, text, *needed, *lifting])

        return _Asked(key, governed is not False, (bites(0), bites(1), bites(2)))

    def contexts(self, rule: Rule, release: Release) -> Iterator[tuple[Context, str, str]]:
        """Whom the rule is put to for one release: each party, for each entry of each source."""
        node = self.lineage.latest[release.artifact]
        target = Target(release, self.lineage.artifacts[release.artifact], node)
        if rule.about.release is not None:
            if self.selection.selects(rule.about.release, target.artifact) is not Truth.NO:
                yield from self.of_release(rule, self.context(target))
            return
        assert rule.about.source is not None
        for source in self.lineage.artifacts.values():
            if self.selection.selects(rule.about.source, source) is Truth.NO:
                continue
            if set(self.reaches(node).get(source.id, ())) == {"loaded"} and not self.about_loading(rule):
                continue
            releaser = self.lineage.party(release.by)
            spared = self.spares(rule, source, releaser)
            if source.id == target.artifact.id and not spared:
                itself = replace(self.context(target), source=source, classes={"itself": Truth.YES})
                yield from self.parties(rule, itself, None)
            for edge in self.entries:
                classes = self.of_labels(self.classes(edge, node), source, release)
                ours = self.lineage.party(self.lineage.steps[edge.step].by) == releaser
                if self.lineage.artifact_of(edge.source) is source and classes and not (ours and spared):
                    context = replace(self.context(target), source=source, entry=edge, classes=classes)
                    yield from self.parties(rule, context, edge)
            if source.id not in self.reaches(node):
                yield from self.used(rule, replace(self.context(target), source=source))

    def spares(self, rule: Rule, source: Artifact, releaser: Party) -> bool:
        """Whether the source is the publisher's own, and the rule about its licence or what it was made from."""
        about = rule.about.source
        assert about is not None
        by_licence = about.unlicensed or any((about.licence, about.trait, about.not_licence))
        ours = source.owned and self.lineage.party(None) == releaser
        if ours and by_licence and "recipient" not in rule.parties:
            return True
        made_by_it = source.maker is not None and self.lineage.party(source.maker) == releaser
        return made_by_it and not about.own

    def about_loading(self, rule: Rule) -> bool:
        """Whether it is asked where something is fetched, or the word `loaded` stands in it or in its definitions."""
        if "fetch" in rule.about.used_in:
            return True
        texts = [
            op.model_dump_json() for op in (rule.asked_if, *rule.when.values(), *rule.unless.values()) if op
        ]
        seen: set[str] = set()
        while texts:
            text = texts.pop()
            if '"loaded"' in text:
                return True
            for name, definition in self.knowledge.definitions.items():
                if f'"definition":"{name}"' in text and name not in seen:
                    seen.add(name)
                    texts.append(definition.test.model_dump_json())
        return False

    def of_release(self, rule: Rule, context: Context) -> Iterator[tuple[Context, str, str]]:
        """The releaser, and whoever takes the release, where the rule asks of the release as such."""
        releaser = self.lineage.releaser(context.target.release)
        if "recipient" in rule.parties:
            party, name = self.taker(context.target.release)
            yield replace(context, role="recipient", party=party), "downstream-user", name
        if any(role != "recipient" for role in rule.parties):
            yield replace(context, role="releaser", party=releaser), "releaser", releaser.name

    def taker(self, release: Release) -> tuple[Party | None, str]:
        """The asker where it did not put the release out itself; else nobody in particular."""
        asker = self.lineage.party(self.lineage.asker)
        by_itself = self.lineage.asks(self.lineage.party(release.by))
        return (None, "whoever takes the release") if by_itself else (asker, asker.name)

    def used(self, rule: Rule, context: Context) -> Iterator[tuple[Context, str, str]]:
        """Steps of the kinds that the rule names, which read the source without making lineage."""
        source = context.source
        assert source is not None
        for step in self.lineage.steps.values():
            for role, given in step.inputs.items():
                if step.kind in rule.about.used_in and source.id in [item.artifact for item in given]:
                    node = self.lineage.latest[source.id]
                    edge = Edge(node, context.target.node, ((),), step.id, role)
                    yield from self.parties(rule, replace(context, entry=edge), edge)

    def parties(self, rule: Rule, context: Context, entry: Edge | None) -> Iterator[tuple[Context, str, str]]:
        """The caller, the releaser and whoever takes the release, where the rule asks of them."""
        releaser = self.lineage.party(context.target.release.by)
        caller = self.lineage.party(context.step.by) if context.step else releaser
        called = entry is not None and caller == releaser

        def as_party(role: PartyRole) -> Context:
            return replace(context, role=role, party=releaser)

        if called and "caller" in rule.parties:
            yield as_party("caller"), "bound-party", releaser.name
        elif called and "releaser" in rule.parties:
            yield as_party("caller"), "releaser", releaser.name
        elif "releaser" in rule.parties:
            yield as_party("releaser"), "releaser", releaser.name
        if entry in self.entries and not called and "caller" in rule.parties and context.step:
            assert entry is not None
            for given in self.handed_on(entry, context.step.by, context.target):
                yield (
                    replace(given, source=context.source, entry=entry, role="caller", party=caller),
                    ("bound-party"),
                    caller.name,
                )
        if "recipient" in rule.parties:
            party, name = self.taker(context.target.release)
            yield replace(context, role="recipient", party=party), "downstream-user", name

    def handed_on(self, entry: Edge, by: str | None, target: Target) -> list[Context]:
        """The last version that the other party made of the entry, as a release of its own."""
        steps = {step.id for step in self.lineage.steps.values() if step.by == by}
        nodes = {e.target for e in self.lineage.edges if e.step in steps and self.classes(entry, e.target)}
        if not nodes:
            return []
        artifact: Artifact = self.lineage.artifact_of(max(nodes))
        as_if = Release(
            artifact=artifact.id, name=artifact.name, access="public", license=artifact.licence_text
        )
        itself = max(nodes) == target.node and self.lineage.asks(self.lineage.party(by))
        release = target.release if itself else as_if
        context = self.context(Target(release, artifact, max(nodes), own=False))
        return [replace(context, classes=self.classes(entry, max(nodes)))]

    def unreached(self, rule: Rule, told: Mapping[Key, Readings]) -> dict[Key, Readings]:
        """Services that are read and reach no release: clear."""
        first = self.lineage.releases[0]
        releaser = self.lineage.party(first.by)
        read = {i.artifact for s in self.lineage.steps.values() for given in s.inputs.values() for i in given}
        nodes = [self.lineage.latest[release.artifact] for release in self.lineage.releases]
        found: dict[Key, Readings] = {}
        for artifact in self.lineage.artifacts.values():
            mine = [edge for edge in self.entries if self.lineage.artifact_of(edge.source) is artifact]
            reaching = any(self.classes(edge, node) for edge in mine for node in nodes)
            if rule.about.source is None or artifact.kind != "service" or reaching or artifact.id not in read:
                continue
            named = any(key[2] == artifact.id for key in told)
            if not named and self.selection.selects(rule.about.source, artifact) is not Truth.NO:
                key = (rule.id, first.key, artifact.id, "releaser", releaser.name)
                found[key] = Readings.same(Truth.NO)
        return found

    def is_law(self, rule: Rule) -> bool:
        """Whether a cited text is law, which is shown even before it is in force."""
        texts = (self.knowledge.instruments.get(cite.instrument) for cite in rule.cites)
        return any(text is not None and text.kind in LAW_KINDS for text in texts)

    def handed_out(self, target: Target) -> Mapping[str, Classes]:
        """Every artifact that reaches what a release hands out."""
        return {
            key: self.of_labels(classes, self.lineage.artifacts[key], target.release)
            for key, classes in self.reaches(target.node).items()
        }

    def of_labels(self, classes: Classes, source: Artifact, release: Release) -> Classes:
        """Of labels handed out without their rows, rows gave a signal, and models and services the content."""
        if release.hands_out != "labels":
            return classes
        rows = source.kind in ("dataset", "document", "code")
        becomes: dict[Reach, Reach] = {"copy": "signal"} if rows else {"signal": "copy"}
        moved: dict[Reach, Truth] = {}
        for reach, truth in classes.items():
            now = becomes.get(reach, reach)
            moved[now] = max(truth, moved.get(now, Truth.NO))
        return moved

    def classes(self, entry: Edge, node: int) -> Classes:
        """Classes by which an entry reaches a version."""
        key = (self.lineage.edges.index(entry), node)
        if key not in self._classes:
            self._classes[key] = reference_classes(self.lineage, entry, node)
        return self._classes[key]

    def context(self, target: Target) -> Context:
        """What operators may see of one target, without a source."""
        return Context(
            self.lineage, self.knowledge, self.as_of, target, self.handed_out(target), self.selection,
            party=self.lineage.party(target.release.by),
        )  # fmt: skip

    def reaches(self, node: int) -> Mapping[str, Classes]:
        """Every artifact that reaches a version, and how; remembered, for it is asked of every rule."""
        if node not in self._reaches:
            found: dict[str, dict[Reach, Truth]] = {self.lineage.versions[node][0]: {"itself": Truth.YES}}
            for entry in self.entries:
                source = self.lineage.versions[entry.source][0]
                for reach, truth in self.classes(entry, node).items():
                    known = found.setdefault(source, {})
                    known[reach] = max(truth, known.get(reach, Truth.NO))
            self._reaches[node] = found
        return self._reaches[node]
