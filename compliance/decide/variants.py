"""The variants of one manifest side by side: every answer in each of them."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.model.answered.report import Report
from compliance.model.answered.supposed import Alternative, Standing, weight


def variants_of(report: Report, names: Sequence[str]) -> tuple[Alternative, ...]:
    """Each answer about a release in every variant, those that differ and weigh most first.

    `names` are the variants' own, which the ids of releases end in after an `@`.
    """
    found: dict[tuple[str, ...], dict[str, Standing]] = {}
    titles: dict[str, str] = {}
    for one in report.findings:
        release, sign, variant = one.release.rpartition("@")
        if not one.own or not sign or variant not in names:
            continue
        key = (one.rule, release, one.source_name or "", one.party)
        titles[one.rule] = one.title
        standing, held = Standing.of(one), found.setdefault(key, {}).get(variant)
        if held is None or weight(standing) > weight(held):
            found[key][variant] = standing
    rows = [
        Alternative(key[0], titles[key[0]], key[1], key[2] or None, tuple(by.get(name) for name in names))
        for key, by in found.items()
    ]
    return tuple(sorted(rows, key=_order))


def _order(row: Alternative) -> tuple[object, ...]:
    heaviest = max(weight(one) for one in row.standings)
    return (not row.differs, -heaviest, row.rule, row.release, row.source_name or "")
