"""The share of a source in what a release was trained on, told with the findings about that source."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.decide.shares.spread import shares_of
from compliance.model.answered.annex import Bar
from compliance.model.answered.finding import Finding
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.share import SourceShare, percent
from compliance.values import replace


def with_portions(lineage: Lineage, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, each with the share of its source in training steps on its routes; what is not known stays out."""
    rows: dict[tuple[str, str], SourceShare] = {}
    for step in shares_of(lineage):
        rows |= {(step.step, row.source): row for row in step.sources}
    return tuple(_told(finding, rows) for finding in findings)


def _told(finding: Finding, rows: dict[tuple[str, str], SourceShare]) -> Finding:
    steps = dict.fromkeys(step for route in finding.routes for step in route.steps)
    source = finding.source or ""
    found = [(step, rows[step, source]) for step in steps if (step, source) in rows]
    bars = tuple(_bar(step, row) for step, row in found if (row.any_depth.low, row.any_depth.high) != (0, 1))
    return replace(finding, portions=bars) if bars else finding


def _bar(step: str, row: SourceShare) -> Bar:
    further = ", over a further generation" if row.direct.high == 0 else ""
    return Bar(
        f"of the data of {step}", row.any_depth.low, row.any_depth.high, percent(row.any_depth) + further
    )
