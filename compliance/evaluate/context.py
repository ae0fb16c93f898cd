"""What one evaluation sees: one rule asked of one source, entry step, target and party."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from compliance.evaluate.select import Selection
from compliance.model.answered.finding import MissingFact
from compliance.model.declared.lineage import ADDED, Artifact, Edge, Lineage, Period
from compliance.model.declared.manifest import Party, Release, Step
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.resolved import MAINLAND
from compliance.model.packs.operator import PartyRole
from compliance.model.packs.reach import Reach
from compliance.model.packs.rule import FactEntry
from compliance.model.packs.truth import Readings, Truth
from compliance.values import Composed, dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Target:
    """What is looked at for one party: the publisher's release, or what another party handed on."""

    release: Release
    artifact: Artifact
    node: int
    own: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """Truth per reading, the sentence that explains it, and the facts that are missing for what is undecided."""

    readings: Readings
    sentence: Composed[str]
    missing: tuple[MissingFact, ...] = ()


@dataclass(slots=True)
class Memory:
    """What was worked out once in an evaluation and stays the same: it saves time, and decides nothing."""

    standings: dict[tuple[object, ...], Any] = field(default_factory=dict)
    """How clauses stood and which ways of access there were, by all that it depends on; for every context."""
    orders: dict[Any, Sequence[Any]] = field(default_factory=dict)
    """Parts of operators and of rules, the cheapest first; for every context."""
    looks_at_access: dict[int, bool] = field(default_factory=dict)
    """Whether elements look at what decides which texts governed; for every context."""
    of_target: dict[object, Outcome] = field(default_factory=dict)
    """What looks at the target, the role and the party alone, by the operator; for every source."""
    comparisons: dict[int, Outcome] = field(default_factory=dict)
    """Other comparisons in one context; also after answers were supplied, where none touches them."""
    definitions: dict[str, Outcome] = field(default_factory=dict)
    """What definitions came to in this very context."""
    assuming: dict[tuple[object, ...], Context] = field(default_factory=dict)
    """This very context with answers supplied."""
    step: Step | None = None
    """The step of a source that others moved before it was put to use."""

    def share(self, other: Memory) -> None:
        """Take part in what does not depend on the answers supplied."""
        self.standings, self.orders = other.standings, other.orders
        self.looks_at_access = other.looks_at_access
        self.of_target, self.comparisons = other.of_target, other.comparisons


@dataclass(frozen=True, slots=True)
class Context:
    """Everything that operators may look at. `assumed` supplies answers to missing facts, for what-if."""

    lineage: Lineage
    knowledge: Knowledge
    as_of: datetime.date
    target: Target
    reaches: Mapping[str, Mapping[Reach, Truth]]
    """Artifact id to the classes by which it reaches the target, over all its entries."""
    selection: Selection
    source: Artifact | None = None
    entry: Edge | None = None
    classes: Mapping[Reach, Truth] = field(default_factory=dict)
    """Classes by which this entry of the source reaches the target."""
    role: PartyRole = "releaser"
    party: Party | None = None
    assumed: Mapping[str, object] = field(default_factory=dict)
    memory: Memory = field(init=False, default_factory=lambda: Memory(), compare=False, repr=False)
    """A changed copy of a context begins with an empty one."""

    @property
    def step(self) -> Step | None:
        """The step by which the source came in."""
        if self.entry is None:
            return None
        step = self.lineage.steps.get(self.entry.step)
        if step is None or not self.entry.moved_by:
            return step
        # When and by whose leave something was taken, and of which step that is asked, goes by the step that took it.
        if self.memory.step is None:
            taken = self.lineage.steps[self.entry.moved_by]
            said = {"kind": step.kind, "inputs": step.inputs, "facts": {**step.facts, **taken.facts}}
            self.memory.step = taken.model_copy(update=said)
        return self.memory.step

    def assuming(self, answers: Mapping[str, object]) -> Context:
        """The same context with answers supplied."""
        key = tuple([(name, repr(value)) for name, value in answers.items()])
        made = self.memory.assuming.get(key)
        if made is None:
            made = replace(self, assumed={**self.assumed, **answers})
            made.memory.share(self.memory)
            self.memory.assuming[key] = made
        return made

    def ask(self, fact: str, subject: str, shown: str, **words: str) -> MissingFact:
        """The question for a missing fact, in the words of the catalogue."""
        entry = self.knowledge.facts.get(fact)
        text = self._worded(entry, subject) if entry else f"What is {fact} of {{subject}}?"
        for name, word in {"provider": "the provider", "subject": shown, **words}.items():
            text = text.replace(f"{{{name}}}", word)
        return MissingFact(fact, subject, text, (entry.label if entry else None) or "")

    def _worded(self, entry: FactEntry, subject: str) -> str:
        """The question of a fact in the words that fit its subject: weights, or a provider with a platform in China."""
        asked = self.lineage.artifacts.get(subject)
        if entry.of_model and asked is not None and asked.kind == "model":
            return entry.of_model
        if entry.with_mainland and asked is not None:
            provider = self.knowledge.registry.providers.get(asked.provider or "")
            if provider is not None and any(MAINLAND in row.route for row in provider.governed):
                return entry.with_mainland
        return entry.question

    def step_period(self) -> Period:
        """Days in which the entry step happened; bounded by availability and release where it is not stated."""
        step = self.step
        start = datetime.date.min
        if self.source is not None and self.source.released:
            start = Period.of(self.source.released).start
        if step is not None and step.period:
            stated = Period.of(step.period)
            # Nobody can have used what had not come out yet.
            return Period(max(stated.start, start), stated.end) if start <= stated.end else stated
        end = min(self.release_day(), self.as_of, *self._out_by(step))
        return Period(min(start, end), end, stated=False)

    def _out_by(self, step: Step | None) -> list[datetime.date]:
        """When the results of a step came out that only the registry tells of: it had happened by then."""
        told = step.outputs if step is not None and ADDED in step.id else ()
        dates = [self.lineage.artifacts[key].released for key in told if key in self.lineage.artifacts]
        return [Period.of(date).end for date in dates if date]

    def release_day(self) -> datetime.date:
        """Release date; the as-of date for a release that is still planned."""
        text = self.target.release.date
        return Period.of(text).end if text else self.as_of
