"""Tests on licences: traits, what a looser licence drops, and statements that disagree."""

from __future__ import annotations

from compliance.evaluate.context import Context, Outcome
from compliance.evaluate.select import alternatives, traits_of
from compliance.model.finding import MissingFact
from compliance.model.lineage import Artifact
from compliance.model.operator import ConflictOp, LicenceOp
from compliance.model.truth import NEVER, Readings, Truth


def licence(op: LicenceOp, context: Context) -> Outcome:
    """Evaluate one test on the licence of the release or the source."""
    test = op.licence
    artifact = context.target.artifact if test.of == "release" else context.source
    if artifact is None:
        return Outcome(NEVER, "there is no source")
    registry = context.knowledge.registry
    shown = artifact.licence_text or "not stated"
    said = (
        f"{artifact.name} is under {shown}"
        if artifact.licence_text
        else f"no licence of {artifact.name} is stated"
    )
    if test.stated is not None:
        return Outcome(Readings.same(Truth.of(bool(artifact.licence_text) == test.stated)), said)
    if not artifact.licences and not artifact.licence_options:
        return _undetermined(context, artifact, said)
    hits = []
    for ids in alternatives(artifact):
        if test.drops:
            wanted = (
                traits_of(context.source.licences, registry) & set(test.drops)
                if context.source
                else frozenset()
            )
            hits.append(bool(wanted - traits_of(ids, registry)))
        elif test.has:
            hits.append(bool(traits_of(ids, registry) & set(test.has)))
        else:
            hits.append(bool(set(ids) & set(test.in_)))
    truth = Truth.of(True if all(hits) else None if any(hits) else False)
    asked = (_ask(context, artifact),) if truth is Truth.UNKNOWN else ()
    return Outcome(Readings.same(truth), said, asked)


def _undetermined(context: Context, artifact: Artifact, said: str) -> Outcome:
    return Outcome(Readings.same(Truth.UNKNOWN), said, (_ask(context, artifact),))


def _ask(context: Context, artifact: Artifact) -> MissingFact:
    fact = "release.license" if artifact.id == context.target.artifact.id else "source.license"
    subject = context.target.release.key if fact == "release.license" else artifact.id
    return context.ask(fact, subject, artifact.name)


def conflict(op: ConflictOp, context: Context) -> Outcome:
    """Whether the statements about one thing name licences that are not the same."""
    artifact = context.target.artifact if op.conflict == "release" else context.source
    if artifact is None:
        return Outcome(NEVER, "there is no source")
    given = list(zip(artifact.statements, artifact.statement_licences, strict=True))
    different = {frozenset(ids) if ids else frozenset((s.license.lower(),)) for s, ids in given}
    listed = "; ".join(dict.fromkeys(f"{s.where}: {s.license}" for s, _ in given))
    if len(different) > 1:
        return Outcome(Readings.same(Truth.YES), f"statements about {artifact.name} disagree ({listed})")
    return Outcome(
        NEVER, f"statements about {artifact.name} do not disagree" + (f" ({listed})" if listed else "")
    )
