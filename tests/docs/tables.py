"""Tables of the documentation that are made from the registry, the fact catalogue and the model."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

from compliance import pipeline
from compliance.model.truth import Position


def relations(root: Path) -> Iterator[str]:
    """What a step of each kind makes of its inputs."""
    table = pipeline.load_packs().registry.relations
    yield "| step | role → relation |"
    yield "|---|---|"
    for kind, roles in table.relations.items():
        grouped: dict[tuple[str, ...], list[str]] = {}
        for role, made in roles.items():
            grouped.setdefault(made, []).append(f"`{role}`")
        lineage = [f"{', '.join(names)} → {' and '.join(made)}" for made, names in grouped.items() if made]
        nothing = grouped.get((), [])
        if nothing:
            rest = "every role" if not lineage else ", ".join(nothing)
            lineage.append(f"{rest} → no lineage")
        yield f"| `{kind}` | {'; '.join(lineage)} |"


def closed_facts(root: Path) -> Iterator[str]:
    """Yes-no facts whose absence says no."""
    yield "| fact | question if it is written as `unknown` |"
    yield "|---|---|"
    for name, entry in sorted(pipeline.load_packs().facts.items()):
        if entry.closed:
            yield f"| `{name}` | {entry.question} |"


def providers(root: Path) -> Iterator[str]:
    """Providers with the routes and plans for which texts are recorded."""
    yield "| provider | name | routes | plans |"
    yield "|---|---|---|---|"
    for key, provider in sorted(pipeline.load_packs().registry.providers.items()):
        routes = sorted({route for row in provider.governed for route in row.route})
        plans = sorted({plan for row in provider.governed for plan in row.plan})
        yield f"| `{key}` | {provider.name} | {', '.join(routes) or '–'} | {', '.join(plans) or '–'} |"


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
