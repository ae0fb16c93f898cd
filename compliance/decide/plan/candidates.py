"""Acts that may settle an open finding, out of what its rule asks for and what it says can be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from compliance.decide.plan.edits import entry_of, own_step
from compliance.decide.plan.found import WRITTEN_BY_NONE, found_acts
from compliance.decide.plan.prices import Prices
from compliance.decide.plan.releases import release_acts
from compliance.decide.plan.wants import Want, value_words, values, wants_of
from compliance.model.answered.finding import Finding, MissingFact, NotCovered
from compliance.model.answered.plan import Act, Drop, Put, Replace
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Artifact, Manifest, Release, Step
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.resolved import HOSTS
from compliance.model.packs.operator import FactOp
from compliance.model.packs.rule import Rule

_LEAVE = ("drop-input", "replace-input")
_PUBLISHED = ("name-source", "document", "disclose", "add-notice", "pass-on-terms", "ship-licence-copy")
"""Words for what can be done when a thing is put out, whatever happened before."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Finds acts for open findings of one manifest."""

    manifest: Manifest
    knowledge: Knowledge
    prices: Prices
    _by_entry: dict[str, tuple[Act, ...]] = field(default_factory=dict)

    def of(self, finding: Finding, lineage: Lineage) -> Iterator[Act]:
        """Acts that may settle a finding; each is one of those that its rule names, made concrete."""
        held = self.knowledge.find_rule(finding.rule)
        if held is None:
            return
        rule = held[1]
        wants = wants_of(rule, self.knowledge)
        words = set(finding.what_to_do)
        if words & {*_LEAVE, "use-other-route"} and finding.source:
            yield from self.without(finding.source, finding.release, lineage)
        if "obtain-permission" in words:
            yield from self._permissions(finding, wants, lineage)
        if _puts_out(finding.release, lineage):
            yield from release_acts(self.prices, self.knowledge, finding, rule, wants, lineage)
            yield from self._published(finding, rule, wants)
        for fact in finding.missing:
            yield from self._answers(finding, fact, wants, lineage)

    def of_uncovered(self, one: NotCovered, lineage: Lineage) -> Iterator[Act]:
        """Acts after which nothing in the release is left that no rule speaks of."""
        for release in one.releases:
            yield from self.without(one.subject, release, lineage)

    def without(self, source: str, release: str, lineage: Lineage) -> Iterator[Act]:
        """Leave out, or replace, the source or what was made from it, wherever the publisher's own steps use it."""
        # What a party handed on is put to rules as if it were a release, under the name of the artifact.
        target = next((one.artifact for one in lineage.releases if one.key == release), release)
        for entry in _on_the_way(source, target, lineage):
            if entry not in self.manifest.artifacts or entry == target:
                continue
            if entry not in self._by_entry:
                self._by_entry[entry] = tuple(self._without(entry))
            yield from self._by_entry[entry]

    def _without(self, entry: str) -> Iterator[Act]:
        """Leave out, or replace, one entry of the manifest, which is the same whatever is open."""
        uses = self._uses(entry)
        if not uses or any(entry in step.outputs for _, step in uses):
            return
        roles = {role for role, _ in uses}
        size = self._sources_behind(entry)
        name = self.manifest.artifacts[entry].name or entry
        yield self.prices.act(
            "drop-input", entry, f"Leave {name} out, and make what depends on it again.",
            Drop(entry), roles=roles, times=size, slot=f"input:{entry}",
        )  # fmt: skip
        yield from self._replacement(entry, name, roles, size)

    def _replacement(self, entry: str, name: str, roles: set[str], size: int) -> Iterator[Act]:
        given = self.prices.costs.replacements.get(self.manifest.artifacts[entry].kind)
        if given is None:
            return
        # A name that held that of the original would be taken for something made from it.
        number = list(self.manifest.artifacts).index(entry) + 1
        new = Artifact(
            kind=given.kind,
            name=f"replacement {number}",
            license=given.license,
            origin=given.origin,
            documented=WRITTEN_BY_NONE if given.documented else "unknown",
        )
        origin = " that people wrote" if new.origin == "people" else ""
        says = (
            f"Replace {name} by a {new.kind} under {new.license}{origin}, and make what depends on it again."
        )
        yield self.prices.act(
            "replace-input", entry, says, Replace(entry, new), roles=roles, times=size, slot=f"input:{entry}"
        )

    def _uses(self, entry: str) -> list[tuple[str, Step]]:
        return [
            (role, step)
            for step in self.manifest.steps
            if own_step(self.manifest, step)
            for role, given in step.inputs.items()
            if any(entry in item.named for item in given)
        ]

    def _sources_behind(self, entry: str) -> int:
        """How many things from outside went into what is left out: so much is lost with it."""
        writers: dict[str, list[Step]] = {}
        for step in self.manifest.steps:
            for output in step.outputs:
                writers.setdefault(output, []).append(step)
        seen, waiting, roots = {entry}, [entry], 0
        while waiting:
            key = waiting.pop()
            roots += key not in writers
            for step in writers.get(key, ()):
                read = {one for given in step.inputs.values() for item in given for one in item.named}
                waiting += read - seen
                seen |= read
        return max(roots, 1)

    def _permissions(self, finding: Finding, wants: tuple[Want, ...], lineage: Lineage) -> Iterator[Act]:
        asked = {want.test.fact for want in wants if isinstance(want.test, FactOp) and want.holds}
        source = lineage.artifacts.get(finding.source or "")
        if source is None:
            return
        if asked & {"party.permission", "party.permission_of_host"}:
            host = HOSTS.get(source.route) if "party.permission_of_host" in asked else None
            key = host or source.provider or next(iter(source.licences), "")
            if key:
                says = f"Obtain a written permission or separate agreement from {self._licensor(key)}, and keep it."
                put = Put("publisher", "publisher", "permission", "yes", key)
                yield self.prices.act("obtain-permission", key, says, put)
        elif "step.authorised" in asked:
            for step in finding.steps:
                says = f"Obtain the provider's written authorisation of step {step}, and keep it."
                yield self.prices.act(
                    "obtain-permission", f"step:{step}", says, Put("step", step, "authorised", "yes")
                )

    def _licensor(self, key: str) -> str:
        registry = self.knowledge.registry
        if key in registry.providers:
            return registry.providers[key].name
        return (
            f"the licensor under {registry.licences[key].title}"
            if key in registry.licences
            else "the licensor"
        )

    def _published(self, finding: Finding, rule: Rule, wants: tuple[Want, ...]) -> Iterator[Act]:
        """What is to be published, written down or done no more, where a yes-no fact says whether it is."""
        word = next((one for one in finding.what_to_do if one in _PUBLISHED), None)
        for want in wants if word is not None else ():
            test = want.test
            scope, _, name = test.fact.partition(".") if isinstance(test, FactOp) else ("", "", "")
            duty = (
                rule.norm == "obligation" and want.lifts and want.holds and scope in ("release", "publisher")
            )
            conduct = not want.lifts and not want.holds and scope == "release"
            if not isinstance(test, FactOp) or test.is_ is not True or not (duty or conduct):
                continue
            entry = self.knowledge.facts.get(test.fact)
            label = entry.label if entry and entry.label else name.replace("_", " ")
            subject = finding.release if scope == "release" else "publisher"
            value = "yes" if want.holds else "no"
            if name in Release.model_fields or not entry or not (entry.closed if conduct else entry.doable):
                continue
            says = f"See to it, and state it of {subject}: {label}{'' if want.holds else ' no more'}."
            edit = Put("release" if scope == "release" else "publisher", subject, name, value)
            yield self.prices.act(word or "", f"{subject}:{name}", says, edit)

    def _answers(
        self, finding: Finding, fact: MissingFact, wants: tuple[Want, ...], lineage: Lineage
    ) -> Iterator[Act]:
        """Answers to a missing fact that would speak for the release."""
        if fact.fact in _CHOSEN:
            return
        entry = self.knowledge.facts.get(fact.fact)
        if entry is not None and entry.found:
            yield from found_acts(self.manifest, self.knowledge, self.prices, fact, lineage)
            return
        given = [
            value
            for want in wants
            if isinstance(want.test, FactOp) and want.test.fact == fact.fact
            for value in values(want, entry)
        ]
        for number, value in enumerate(dict.fromkeys(given)):
            edit = self._statement(finding, fact, value)
            if edit is not None:
                says = f"{fact.question} Needed: {value_words(value)}."
                yield self.prices.act(
                    "supply-fact", f"{fact.key}={value}", says, edit,
                    slot=f"fact:{fact.key}", question=True, rank=number,
                )  # fmt: skip

    def _statement(self, finding: Finding, fact: MissingFact, value: object) -> Put | None:
        """Where the manifest says a fact; None where it has no place for it."""
        scope, _, name = fact.fact.partition(".")
        if scope in ("publisher", "party"):
            # The permission of a host stands in the same field, under the host's name.
            name = "permission" if name == "permission_of_host" else name
            if (
                fact.subject.partition(":")[0] != "publisher"
                and finding.party_name != fact.subject.partition(":")[0]
            ):
                return None
            return Put("publisher", "publisher", name, value, fact.subject.partition(":")[2])
        if scope == "release":
            return (
                None
                if name in ("notices", "license_copies")
                else Put("release", finding.release, name, value)
            )
        if scope in ("source", "model"):
            here = fact.subject.split("#")[0] in self.manifest.artifacts
            return Put("artifact", entry_of(fact.subject), name, value) if here else None
        known = any(step.id == fact.subject for step in self.manifest.steps)
        return Put("step", fact.subject, name, value) if known else None


_CHOSEN = ("release.access",)
"""What whoever publishes decides and nobody finds out: no plan waits for an answer to it."""


def _puts_out(release: str, lineage: Lineage) -> bool:
    """Whether the release is the asking party's own, to be named, labelled and offered as it likes."""
    return any(one.key == release and lineage.asks(lineage.releaser(one)) for one in lineage.releases)


def _on_the_way(source: str, target: str, lineage: Lineage) -> tuple[str, ...]:
    """Entries of the manifest from a source to what is released, in the order in which they are reached."""
    after: dict[str, list[str]] = {}
    before: dict[str, list[str]] = {}
    for edge in lineage.edges:
        one, two = lineage.versions[edge.source][0], lineage.versions[edge.target][0]
        after.setdefault(one, []).append(two)
        before.setdefault(two, []).append(one)
    ahead, behind = _closure(source, after), set(_closure(target, before))
    return tuple(dict.fromkeys(entry_of(key) for key in ahead if key in behind))


def _closure(start: str, onward: dict[str, list[str]]) -> list[str]:
    found, waiting = [start], [start]
    while waiting:
        fresh = [key for key in dict.fromkeys(onward.get(waiting.pop(0), ())) if key not in found]
        found += fresh
        waiting += fresh
    return found
