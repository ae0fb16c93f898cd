"""One source, one step and one release as the smallest lineage in which the evaluation's own operators answer."""

from __future__ import annotations

import datetime
from dataclasses import replace

from compliance.compile.facts import EntryFacts, ReleaseFacts, SourceFacts
from compliance.evaluate.context import Context, Target
from compliance.evaluate.select import Selection
from compliance.model.knowledge import Knowledge
from compliance.model.lineage import Artifact, Edge, Lineage
from compliance.model.manifest import Input, Party, Publisher, Release, Step
from compliance.model.operator import PartyRole
from compliance.model.truth import Truth

RELEASED, SOURCE = "release", "source"
_SELF = Artifact(SOURCE, "document", SOURCE)


class Contexts:
    """Makes contexts; what was worked out in one stays with the evaluation's memory and decides nothing."""

    def __init__(self, knowledge: Knowledge, as_of: datetime.date) -> None:
        """`knowledge` is only read."""
        self.knowledge = knowledge
        self.as_of = as_of
        self._caller = Party(name="whoever performed the step")

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
        publisher = Publisher(name="the owner", country=release.country)
        target = replace(release.artifact, id=RELEASED)
        date = entry.date if of_step and entry is not None else release.date
        given = Release.model_construct(
            artifact=RELEASED, name=release.name, date=date, license=target.licence_text, access=release.access,
            commercial=release.commercial, function=release.function, facts=dict(release.facts),
        )  # fmt: skip
        made_here = entry is not None and entry.same_owner and whose == "own"
        artifact = replace(source.artifact, id=SOURCE, made_here=made_here) if source is not None else None
        step = self._step(entry, whose) if entry is not None else None
        edge = (
            Edge(0, 1, (("data",),), step.id, entry.role) if step is not None and entry is not None else None
        )
        lineage = Lineage(
            publisher=publisher,
            parties={"caller": self._caller},
            artifacts={SOURCE: artifact or _SELF, RELEASED: target},
            versions=((SOURCE, 0), (RELEASED, 1)),
            edges=(edge,) if edge is not None else (),
            steps={step.id: step} if step is not None else {},
            releases=(given,),
            latest={SOURCE: 0, RELEASED: 1},
        )
        return Context(
            lineage, self.knowledge, self.as_of, Target(given, target, 1), {RELEASED: {"itself": Truth.YES}},
            Selection(self.knowledge.registry), artifact, edge, {}, role, None if role == "recipient" else publisher,
        )  # fmt: skip

    def _step(self, entry: EntryFacts, whose: str) -> Step:
        return Step.model_construct(
            id="entry", kind=entry.step, inputs={entry.role: (Input(artifact=SOURCE),)}, outputs=(RELEASED,),
            by=None if whose == "own" else "caller", period=entry.period,
        )  # fmt: skip
