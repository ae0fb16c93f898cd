"""What differs between two sets of packs, and which manifests stand otherwise under the other one."""

from __future__ import annotations

import datetime
import pathlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from compliance.errors import ComplianceError, printable
from compliance.load.manifest import load_manifest
from compliance.model.knowledge import Knowledge
from compliance.model.report import Report
from compliance.model.shape import Shape
from compliance.pipeline import check_loaded

_KINDS: tuple[Literal["model", "dataset", "service"], ...] = ("model", "dataset", "service")


def differences(before: Knowledge, after: Knowledge) -> Iterator[str]:
    """What was added, dropped and changed among packs, rules, texts and the registry, a line each."""
    yield from _of("pack", _by_id(p.pack for p in before.packs), _by_id(p.pack for p in after.packs))
    yield from _of("rule", {r.id: r for _, r in before.rules()}, {r.id: r for _, r in after.rules()})
    yield from _of("definition", before.definitions, after.definitions)
    yield from _of("fact", before.facts, after.facts)
    yield from _of("text", before.instruments, after.instruments)
    old, new = before.registry, after.registry
    yield from _of("licence", old.licences, new.licences)
    yield from _of("provider", old.providers, new.providers)
    yield from _of("route", {one.prefix: one for one in old.routes}, {one.prefix: one for one in new.routes})
    yield from _of("party", old.catalogue.parties(), new.catalogue.parties())
    for kind in _KINDS:
        held = (_by_id(one.entry for one in each.catalogue.all(kind)) for each in (old, new))
        yield from _of(kind, *held)
    tables = {
        "the table of relations": (old.relations, new.relations),
        "how licences are worded": (old.words, new.words),
        "what may take the place of others": (old.substitutes, new.substitutes),
        "what changes cost": (before.costs, after.costs),
    }
    yield from (f"changed {name}" for name, (one, other) in tables.items() if one != other)


def _by_id(given: Iterable[Any]) -> dict[str, Any]:
    """Values by id; of several that share one, all together."""
    found: dict[str, list[Any]] = {}
    for one in given:
        found.setdefault(one.id, []).append(one)
    return {name: held[0] if len(held) == 1 else tuple(held) for name, held in found.items()}


def _of(kind: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old is None:
            yield f"added {kind} {name}"
        elif new is None:
            yield f"dropped {kind} {name}"
        elif old != new:
            yield f"changed {kind} {name}{_parts(old, new)}"


def _parts(old: Any, new: Any) -> str:
    if not isinstance(old, Shape) or not isinstance(new, type(old)):
        return ""
    parts = [part for part in type(new).model_fields if getattr(old, part) != getattr(new, part)]
    return f": {', '.join(parts)}"


def moves(
    before: Knowledge, after: Knowledge, manifests: Sequence[pathlib.Path], as_of: datetime.date
) -> Iterator[str]:
    """What of some manifests stands otherwise under the other packs, a line each."""
    for path in manifests:
        try:
            old, new = (check_loaded(load_manifest(path, one), one, as_of) for one in (before, after))
        except ComplianceError as error:
            yield f"{_name(path)}: cannot be checked: {error.faults[0].what}"
            continue
        yield from (f"{_name(path)}: {line}" for line in _moved(old, new))


def _name(path: pathlib.Path) -> str:
    return printable(path.name or str(path))


def _moved(before: Report, after: Report) -> Iterator[str]:
    old, new = _standings(before), _standings(after)
    for key in sorted({*old, *new}):
        if old.get(key) != new.get(key):
            rule, release, source, party = key
            where = f"{source} → {release}" if source else release
            standings = f"{old.get(key, 'no finding')} → {new.get(key, 'no finding')}"
            yield f"{rule} on {where} ({party}): {standings}"
    nothing = [_unspoken(each) for each in (before, after)]
    for subject, release in sorted(nothing[0] ^ nothing[1]):
        now = "nothing speaks of it" if (subject, release) in nothing[1] else "it is spoken of"
        yield f"{subject} → {release}: now {now}"
    if before.exit_code != after.exit_code:
        yield f"exit code {before.exit_code} → {after.exit_code}"


def _unspoken(report: Report) -> set[tuple[str, str]]:
    return {(one.subject, release) for one in report.not_covered for release in one.releases}


def _standings(report: Report) -> dict[tuple[str, str, str, str], str]:
    return {
        finding.identity: finding.position.value
        for finding in report.findings
        if finding.position.value != "not-applicable"
    }
