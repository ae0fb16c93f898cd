"""One source, one step and one release as the smallest lineage in which the evaluation's own operators answer."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from compliance.compile.facts import EntryFacts, ReleaseFacts, SourceFacts
from compliance.evaluate.context import Context, Target
from compliance.evaluate.select import Selection
from compliance.model.declared.lineage import Artifact, Edge, Lineage
from compliance.model.declared.manifest import Input, Party, Publisher, Release, Step
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.operator import PartyRole
from compliance.model.packs.truth import Truth

RELEASED, SOURCE = "release", "source"
_SELF = Artifact(SOURCE, "document", SOURCE)


class Contexts:
    """Makes contexts; what was worked out in one stays with the evaluation's memory and decides nothing."""

    def __init__(self, knowledge: Knowledge, as_of: datetime.date) -> None:
        """`knowledge` is only read."""
        self.knowledge = knowledge
        self.as_of = as_of
        self._caller = Party(name="whoever performed the step")
        self._parties = {"caller": self._caller}
        self._selection = Selection(knowledge.registry)
        self._made: dict[tuple[object, ...], Any] = {}

    def context(
        self,
        release: ReleaseFacts,
        source: SourceFacts | None = None,
        entry: EntryFacts | None = None,
        whose: str = "own",
        role: PartyRole = "releaser",
        *,
        of_step: bool = False,
    ) -> Context:
        """The context of a rule; `of_step` bounds unstated days by what the step wrote, not by the release."""
        date = entry.date if of_step and entry is not None else release.date
        publisher, target, given = self._once(_released, release, date)
        made_here = entry is not None and entry.same_owner and whose == "own"
        artifact = self._once(_as_source, source, made_here) if source is not None else None
        step, edge = self._once(_entered, entry, whose) if entry is not None else (None, None)
        lineage = Lineage(
            publisher=publisher,
            parties=self._parties,
            artifacts={SOURCE: artifact or _SELF, RELEASED: target},
            versions=((SOURCE, 0), (RELEASED, 1)),
            edges=(edge,) if edge is not None else (),
            steps={step.id: step} if step is not None else {},
            releases=(given,),
            latest={SOURCE: 0, RELEASED: 1},
        )
        return Context(
            lineage, self.knowledge, self.as_of, Target(given, target, 1), {RELEASED: {"itself": Truth.YES}},
            self._selection, artifact, edge, {}, role, None if role == "recipient" else publisher,
        )  # fmt: skip

    def _once(self, make: Callable[..., Any], facts: object, further: object) -> Any:
        """What is made of facts, once: they are the same value as long as they are the same object."""
        key = (make, id(facts), further)
        if key not in self._made:
            # The facts stay with what was made of them, so that their identity is nobody else's.
            self._made[key] = facts, make(facts, further)
        return self._made[key][1]


def _released(facts: ReleaseFacts, date: str | None) -> tuple[Publisher, Artifact, Release]:
    target = replace(facts.artifact, id=RELEASED)
    given = Release.model_construct(
        artifact=RELEASED, name=facts.name, date=date, license=target.licence_text, access=facts.access,
        commercial=facts.commercial, function=facts.function, facts=dict(facts.facts),
    )  # fmt: skip
    return Publisher(name="the owner", country=facts.country), target, given


def _as_source(facts: SourceFacts, made_here: bool) -> Artifact:
    return replace(facts.artifact, id=SOURCE, made_here=made_here)


def _entered(facts: EntryFacts, whose: str) -> tuple[Step, Edge]:
    step = Step.model_construct(
        id="entry", kind=facts.step, inputs={facts.role: (Input(artifact=SOURCE),)}, outputs=(RELEASED,),
        by=None if whose == "own" else "caller", period=facts.period,
    )  # fmt: skip
    return step, Edge(0, 1, (("data",),), step.id, facts.role)
