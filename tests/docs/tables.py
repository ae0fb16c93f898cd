"""Tables of the documentation that are made from the registry, the fact catalogue and the model."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

from compliance import pipeline
from compliance.model.packs.truth import Position


def relations(root: Path) -> Iterator[str]:
    """What steps make of their inputs; kinds that make the same share a row."""
    rows: dict[str, list[str]] = {}
    for kind, roles in pipeline.load_packs().registry.relations.relations.items():
        grouped: dict[tuple[str, ...], list[str]] = {}
        for role, made in roles.items():
            grouped.setdefault(made, []).append(f"`{role}`")
        cell = "; ".join(
            f"{', '.join(names)} → {' and '.join(made) or 'no lineage'}" for made, names in grouped.items()
        )
        rows.setdefault(cell if any(grouped) else "every role → no lineage", []).append(f"`{kind}`")
    yield "| step | role → relation |"
    yield "|---|---|"
    for cell, kinds in rows.items():
        yield f"| {', '.join(kinds)} | {cell} |"


def closed_facts(root: Path) -> Iterator[str]:
    """Yes-no facts whose absence says no."""
    yield "| fact | question if it is written as `unknown` |"
    yield "|---|---|"
    for name, entry in sorted(pipeline.load_packs().facts.items()):
        if entry.closed:
            yield f"| `{name}` | {entry.question.replace('{subject}', '…').replace('{provider}', 'the provider')} |"


def providers(root: Path) -> Iterator[str]:
    """Providers with the routes and plans for which texts are recorded; then those without a text."""
    known = sorted(pipeline.load_packs().registry.providers.items())
    yield "| provider | name | routes | plans |"
    yield "|---|---|---|---|"
    for key, provider in known:
        if provider.governed:
            routes = sorted({route for row in provider.governed for route in row.route})
            plans = sorted({plan for row in provider.governed for plan in row.plan})
            yield f"| `{key}` | {provider.name} | {', '.join(routes)} | {', '.join(plans)} |"
    without = ", ".join(f"`{key}`" for key, provider in known if not provider.governed)
    if without:
        yield ""
        yield f"Known by name, but without a recorded text, and so not covered: {without}."


def findings(root: Path, manifest: str, as_of: str, *families: str) -> Iterator[str]:
    """The publisher's own findings of some families that are not clear, in the order of the report."""
    report = pipeline.check(root / manifest, as_of=datetime.date.fromisoformat(as_of))
    yield "| upstream → release | rule | narrow | plain | broad | position |"
    yield "|---|---|---|---|---|---|"
    for finding in report.findings:
        live = finding.position not in (Position.CLEAR, Position.NOT_APPLICABLE)
        if live and finding.own and finding.family.partition(":")[0] in families:
            readings = " | ".join(truth.word for truth in finding.readings)
            span = f" ({finding.low} to {finding.high})" if finding.low is not finding.high else ""
            where = f"{finding.source} → {finding.release}"
            yield f"| {where} | `{finding.rule}` | {readings} | {finding.position}{span} |"


TABLES: dict[str, Callable[..., Iterator[str]]] = {
    "relations": relations,
    "closed-facts": closed_facts,
    "findings": findings,
    "providers": providers,
}
