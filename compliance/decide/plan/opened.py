"""What keeps a check from passing, as plans speak of it, and the judge that tells it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from compliance.model.answered.finding import Finding, NotCovered
from compliance.model.answered.plan import OpenItem
from compliance.model.answered.report import Report
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Manifest


class Judge(Protocol):
    """Resolves and evaluates a manifest; the pipeline supplies it."""

    def __call__(self, manifest: Manifest, rules: Collection[str] = ()) -> tuple[Lineage, Report]:
        """The lineage and the report.

        Where ids of rules are given, these alone are put, and what the report says of names that nothing covers
        does not count.
        """
        ...


def open_of(report: Report) -> tuple[tuple[Finding, ...], tuple[NotCovered, ...]]:
    """What keeps a check from passing."""
    return report.open_findings(), report.uncovered_names() if report.gate != "never" else ()


def item_of(finding: Finding) -> OpenItem:
    """A finding as plans speak of it."""
    return OpenItem(
        finding.rule, finding.release, finding.source or "", finding.party, finding.title, finding.source_name or "",
        finding.position.value, finding.cause, tuple(dict.fromkeys(one.question for one in finding.missing)),
    )  # fmt: skip


def of_name(one: NotCovered) -> tuple[OpenItem, ...]:
    """A name that is not covered as plans speak of it, once for each release that it goes into."""
    return tuple(
        OpenItem("", release, one.subject, "", one.why, one.name, "not-covered", one.cause)
        for release in one.releases
    )
