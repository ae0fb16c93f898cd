"""Two results side by side: what moved, and whether the manifest, the packs or the day moved it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from compliance.decide.moves import paired
from compliance.model.answered.finding import ElementResult, Finding
from compliance.model.answered.passed import passed
from compliance.model.answered.report import ReleaseInfo, Report
from compliance.model.answered.supposed import Comparison, Moved, Side, Standing, weight

Half = Mapping[str, Iterable[Finding]]
"""What one change alone gives: `the manifest`, `the packs` or `the day` to the findings with only that changed."""
_ELEMENTS_TOLD = 3


def compare(before: Report, after: Report, halves: Half | None = None) -> Comparison:
    """Compare two reports.

    `halves` are the findings of the first with one thing alone taken from the second, where both could be evaluated;
    without them what may have moved an answer is told from what differs between the two.
    """
    names = matched(before.releases, after.releases)
    first = _own(before.findings, {})
    second = _own(after.findings, names)
    rows = paired(first, second)
    halved = {word: _own(found, names) for word, found in (halves or {}).items()}
    told = [replace(row, why=_why(row, first, second, halved, before, after)) for row in rows]
    return Comparison(_side(before, {}), _side(after, names), tuple(sorted(told, key=_order)))


def matched(before: Sequence[ReleaseInfo], after: Sequence[ReleaseInfo]) -> dict[str, str]:
    """Release of the second to that of the first which it stands for: by id, by name, or as the only one."""
    ids, names = {one.id for one in before}, {one.name: one.id for one in before}
    found = {}
    for one in after:
        if one.id in ids:
            found[one.id] = one.id
        elif one.name in names:
            found[one.id] = names[one.name]
        elif len(before) == len(after) == 1:
            found[one.id] = before[0].id
    return found


def _own(findings: Iterable[Finding], names: Mapping[str, str]) -> dict[tuple[str, ...], Finding]:
    """Findings that speak of who asks, by rule, release, upstream identity and party; the heaviest of equals."""
    found: dict[tuple[str, ...], Finding] = {}
    for one in findings:
        if not one.own:
            continue
        key = (one.rule, names.get(one.release, one.release), one.source_name or one.source or "", one.party)
        held = found.get(key)
        if held is None or weight(Standing.of(one)) > weight(Standing.of(held)):
            found[key] = replace(one, release=key[1])
    return found


def _side(report: Report, names: Mapping[str, str]) -> Side:
    return Side(
        name=report.manifest,
        as_of=report.as_of.isoformat(),
        exit_code=report.exit_code,
        manifest=report.manifest_sha256,
        packs=_digests(report),
        releases=tuple((names.get(one.id, one.id), one.name) for one in report.releases),
        rests=passed(report),
    )


def _digests(report: Report) -> tuple[str, ...]:
    return tuple(sorted(pack.sha256 for pack in report.packs))


def _why(
    row: Moved,
    first: Mapping[tuple[str, ...], Finding],
    second: Mapping[tuple[str, ...], Finding],
    halved: Mapping[str, Mapping[tuple[str, ...], Finding]],
    before: Report,
    after: Report,
) -> tuple[str, ...]:
    if not row.moved:
        return ()
    key = (row.rule, row.release, row.source_name or row.source or "", row.party)
    was, now = first.get(key), second.get(key)
    alone = [word for word, found in halved.items() if _same(found.get(key), now)]
    differing = _differing(before, after)
    if len(differing) < 2:
        return _elements(was, now)
    told = f"by {' or '.join(alone)} alone" if alone else f"by {' and '.join(differing)} together"
    return (told, *_elements(was, now))


def _same(one: Finding | None, other: Finding | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.force, one.position, one.low, one.high) == (
        other.force,
        other.position,
        other.low,
        other.high,
    )


def _differing(before: Report, after: Report) -> list[str]:
    pairs = (
        ("the manifest", before.manifest_sha256, after.manifest_sha256),
        ("the packs", _digests(before), _digests(after)),
        ("the day", before.as_of, after.as_of),
    )
    return [word for word, one, other in pairs if one != other]


def _elements(was: Finding | None, now: Finding | None) -> tuple[str, ...]:
    """The elements that came out otherwise, each with what is now said of it."""
    if was is None or now is None:
        return ()
    held: dict[str, ElementResult] = {one.name: one for one in was.elements}
    told = [
        f"“{one.name.replace('-', ' ')}”: {one.sentence}"
        for one in now.elements
        if one.name not in held or held[one.name].readings != one.readings
    ]
    return tuple(told[:_ELEMENTS_TOLD])


def _order(row: Moved) -> tuple[object, ...]:
    return (-max(weight(row.after), weight(row.before)), row.rule, row.release, row.source or "")
