"""What differs between two sets of packs, and which manifests stand otherwise under the other one."""

from __future__ import annotations

import datetime
import pathlib
from collections.abc import Iterator, Mapping, Sequence

from compliance.errors import ComplianceError
from compliance.load.manifest import load_manifest
from compliance.model.finding import Evaluation
from compliance.model.knowledge import Knowledge
from compliance.model.shape import Shape
from compliance.pipeline import evaluate_manifest


def differences(before: Knowledge, after: Knowledge) -> Iterator[str]:
    """What was added, dropped and changed among rules, definitions, facts and texts, a line each."""
    yield from _of("rule", {r.id: r for _, r in before.rules()}, {r.id: r for _, r in after.rules()})
    yield from _of("definition", before.definitions, after.definitions)
    yield from _of("fact", before.facts, after.facts)
    yield from _of("text", before.instruments, after.instruments)


def _of(kind: str, before: Mapping[str, Shape], after: Mapping[str, Shape]) -> Iterator[str]:
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old is None:
            yield f"added {kind} {name}"
        elif new is None:
            yield f"dropped {kind} {name}"
        elif old != new:
            parts = [part for part in type(new).model_fields if getattr(old, part) != getattr(new, part)]
            yield f"changed {kind} {name}: {', '.join(parts)}"


def moves(
    before: Knowledge, after: Knowledge, manifests: Sequence[pathlib.Path], as_of: datetime.date
) -> Iterator[str]:
    """Findings of some manifests that stand otherwise under the other packs, a line each."""
    for path in manifests:
        try:
            old = _standings(evaluate_manifest(load_manifest(path, before).manifest, before, as_of))
            new = _standings(evaluate_manifest(load_manifest(path, after).manifest, after, as_of))
        except ComplianceError as error:
            yield f"{path.name}: cannot be checked: {error.faults[0].what}"
            continue
        for key in sorted({*old, *new}):
            if old.get(key) != new.get(key):
                rule, release, source, party = key
                where = f"{source} → {release}" if source else release
                standings = f"{old.get(key, 'no finding')} → {new.get(key, 'no finding')}"
                yield f"{path.name}: {rule} on {where} ({party}): {standings}"


def _standings(evaluation: Evaluation) -> dict[tuple[str, str, str, str], str]:
    return {
        finding.identity: finding.position.value
        for finding in evaluation.findings
        if finding.position.value != "not-applicable"
    }
