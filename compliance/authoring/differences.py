"""What differs between two sets of packs, and which manifests stand otherwise under the other one."""

from __future__ import annotations

import datetime
import pathlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from compliance.errors import ComplianceError, printable
from compliance.load.manifest.manifest import load_manifest
from compliance.load.packs.knowledge import BUNDLED
from compliance.model.answered.report import Report
from compliance.model.known.knowledge import Knowledge
from compliance.model.shapes.shape import Shape
from compliance.patterns import regex
from compliance.pipeline import check_loaded

_WORD = regex(r"[a-z][a-z:-]{0,30}")
_KINDS: tuple[Literal["model", "dataset", "service"], ...] = ("model", "dataset", "service")


def differences(before: Knowledge, after: Knowledge) -> Iterator[str]:
    """What was added, dropped and changed among packs, rules, texts and the registry, a line each."""
    yield from _of("pack", _by_id(p.pack for p in before.packs), _by_id(p.pack for p in after.packs))
    yield from _of("rule", {r.id: r for _, r in before.rules()}, {r.id: r for _, r in after.rules()})
    yield from _elsewhere(before, after)
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


def further_folders(before: Knowledge, after: Knowledge) -> Iterator[str]:
    """Folders beside the bundled ones: what they say is told in reports as somebody's own, and of bundled files not."""
    roots = ([one.path.partition("/")[0] for one in each.used] for each in (before, after))
    yield from _of("folder", *({root: "" for root in each if root not in BUNDLED} for each in roots))


def files_alone(before: Knowledge, after: Knowledge) -> Iterator[str]:
    """The files that are others, a line each: what there is to tell where all that they say is the same."""
    old, new = ({one.path: one.sha256 for one in each.used} for each in (before, after))
    yield from _of("file", old, new)


def _elsewhere(before: Knowledge, after: Knowledge) -> Iterator[str]:
    """Rules that stand in another pack: its family says what they count for."""
    old, new = ({rule.id: pack.pack.id for pack, rule in each.rules()} for each in (before, after))
    for name in sorted(old.keys() & new.keys()):
        if old[name] != new[name]:
            yield f"moved rule {name}: from pack {old[name]} to {new[name]}"


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
    pairs = [(part, getattr(old, part), getattr(new, part)) for part in type(new).model_fields]
    return f": {', '.join(_part(*pair) for pair in pairs if pair[1] != pair[2])}"


def _part(name: str, old: object, new: object) -> str:
    """A part that changed, with what it was where that is a word, such as whether a rule is in force."""
    words = isinstance(old, str) and isinstance(new, str) and _WORD.fullmatch(old) and _WORD.fullmatch(new)
    return f"{name} {old} → {new}" if words else name


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
        (was, counted), (now, counts) = old.get(key, _NOTHING), new.get(key, _NOTHING)
        if (was, counted) != (now, counts):
            rule, release, source, party, _ = key
            where = f"{source} → {release}" if source else release
            # A law that is only proposed keeps its position, and no check from passing.
            how = "" if counted == counts else ", open now" if counts else ", no longer open"
            yield f"{rule} on {where} ({party}): {was} → {now}{how}"
    nothing = [_unspoken(each) for each in (before, after)]
    for subject, release in sorted(nothing[0] ^ nothing[1]):
        now = "nothing speaks of it" if (subject, release) in nothing[1] else "it is spoken of"
        yield f"{subject} → {release}: now {now}"
    if before.exit_code != after.exit_code:
        yield f"exit code {before.exit_code} → {after.exit_code}"


def _unspoken(report: Report) -> set[tuple[str, str]]:
    return {(one.subject, release) for one in report.not_covered for release in one.releases}


def _standings(report: Report) -> dict[tuple[str, ...], tuple[str, bool]]:
    """The position of each finding, and whether it keeps a check from passing."""
    return {
        (*finding.identity, finding.party_name): (finding.position.value, report.is_open(finding))
        for finding in report.findings
        if finding.position.value != "not-applicable"
    }


_NOTHING = ("no finding", False)
