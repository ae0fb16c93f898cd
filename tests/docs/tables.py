"""Tables of the documentation that are made from the registry, the fact catalogue and the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from compliance.load.packs import load_packs


def relations() -> Iterator[str]:
    """What a step of each kind makes of its inputs."""
    table = load_packs().registry.relations
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


def closed_facts() -> Iterator[str]:
    """Yes-no facts whose absence says no."""
    yield "| fact | question if it is written as `unknown` |"
    yield "|---|---|"
    for name, entry in sorted(load_packs().facts.items()):
        if entry.closed:
            yield f"| `{name}` | {entry.question} |"


def providers() -> Iterator[str]:
    """Providers with the routes and plans for which texts are recorded."""
    yield "| provider | name | routes | plans |"
    yield "|---|---|---|---|"
    for key, provider in sorted(load_packs().registry.providers.items()):
        routes = sorted({route for row in provider.governed for route in row.route})
        plans = sorted({plan for row in provider.governed for plan in row.plan})
        yield f"| `{key}` | {provider.name} | {', '.join(routes) or '–'} | {', '.join(plans) or '–'} |"


TABLES: dict[str, Callable[[], Iterator[str]]] = {
    "relations": relations,
    "closed-facts": closed_facts,
    "providers": providers,
}
