"""Answers to what is found out of other fields: how a thing was made, or which of manifest and record is right."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.decide.plan.prices import Prices
from compliance.model.answered.finding import MAKING, MissingFact
from compliance.model.answered.plan import Act, Put
from compliance.model.declared.lineage import TO_BE_NAMED, Artifact, Lineage
from compliance.model.declared.manifest import Manifest
from compliance.model.declared.stated import AgainstRecord, Documentation
from compliance.model.known.knowledge import Knowledge

WRITTEN_BY_NONE = Documentation(where=TO_BE_NAMED, generators=())
_MANIFEST_RIGHT = AgainstRecord(because="record-wrong", where="address, file or commit, to be named (0)")


def found_acts(
    manifest: Manifest, knowledge: Knowledge, prices: Prices, fact: MissingFact, lineage: Lineage
) -> Iterator[Act]:
    """Answers to a fact that no manifest states as such."""
    entry = fact.subject.split("#")[0]
    if entry not in manifest.artifacts:
        return
    artifact = lineage.artifacts[fact.subject]
    if fact.fact == "source.record_settled":
        yield from _settled(knowledge, prices, fact, entry, artifact)
    elif fact.fact == MAKING and not fact.of_base:
        steps = {one.step for one in artifact.making.noted if one.step}
        yield from (_told_at_step(prices, fact, step.id) for step in manifest.steps if step.id in steps)
        if artifact.making.noted and all(one.step for one in artifact.making.noted):
            return
        made = any(entry in step.outputs for step in manifest.steps)
        yield _documented(prices, fact, entry, artifact, made=made)


def _told_at_step(prices: Prices, fact: MissingFact, step: str) -> Act:
    """It is documented that nothing but its inputs went into a step of which a note may tell otherwise."""
    says = (
        f"{fact.question} Needed: where it is documented that nothing but its inputs went into step {step}."
    )
    return prices.act(
        "supply-fact", f"{fact.fact}@step:{step}", says, Put("step", step, "documented", WRITTEN_BY_NONE),
        slot=f"fact:making@step:{step}", question=True,
    )  # fmt: skip


def _documented(prices: Prices, fact: MissingFact, entry: str, artifact: Artifact, *, made: bool) -> Act:
    """It is documented how a thing was made, and nothing of what its name speaks of is in it."""
    hints = artifact.making.hints
    value = WRITTEN_BY_NONE.model_copy(update={"not_from": hints}) if hints else WRITTEN_BY_NONE
    writers = "no model beside those that the steps name" if made else "no model"
    beside = f", nor anything of {', '.join(hints)}" if hints else ""
    beside += ", and nothing of others is in it" if artifact.making.noted else ""
    says = f"{fact.question} Needed: where it is documented, and that {writers} wrote or labelled any of it{beside}."
    key = f"{fact.fact}@{entry}{':' if hints else ''}{','.join(hints)}"
    return prices.act(
        "supply-fact", key, says, Put("artifact", entry, "documented", value),
        slot=f"fact:making@{entry}", question=True,
    )  # fmt: skip


def _settled(
    knowledge: Knowledge, prices: Prices, fact: MissingFact, entry: str, artifact: Artifact
) -> Iterator[Act]:
    """The manifest is right and the record is not; or, over a licence, the other way round."""
    slot = f"fact:record@{entry}"
    says = f"{fact.question} Needed: what shows that the manifest is right and the record is not."
    yield prices.act(
        "supply-fact", f"{fact.fact}@{entry}", says, Put("artifact", entry, "against_record", _MANIFEST_RIGHT),
        slot=slot, question=True,
    )  # fmt: skip
    against = [one for one in artifact.contradictions if not one.settled]
    record = knowledge.registry.licences.get(against[0].known) if len(against) == 1 else None
    if artifact.made_here or record is None or against[0].field != "licence":
        return
    says = (
        f"Is {artifact.name} under {record.title}, as its record says, and the manifest wrong? Needed: yes."
    )
    yield prices.act(
        "supply-fact", f"source.license@{entry}={record.id}", says,
        Put("artifact", entry, "license", record.spdx or record.id), slot=slot, question=True,
    )  # fmt: skip
