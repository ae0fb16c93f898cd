"""Hold the model strings of every route against the registry: `python -m tools.registry.routes SOURCES`.

A row for each route: how many strings it lists, how many of them resolve, whose endpoint they are, and which texts
govern calls of them today, or that none is held.
"""

from __future__ import annotations

import csv
import pathlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Registry
from compliance.model.names.resolved import HOSTS
from compliance.resolve.names.lookup import Names

NO_TEXT = "known, no text held"
UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Row:
    """What the registry makes of the strings of one route."""

    route: str
    strings: int
    resolved: int
    whose: tuple[str, ...]
    """Providers that the strings resolve to, the most frequent first."""
    texts: str


def rows(listed: Iterator[tuple[str, str]], registry: Registry) -> list[Row]:
    """One row for each route of a list of (route, model string)."""
    names = Names(registry)
    strings: dict[str, set[str]] = defaultdict(set)
    for route, model in listed:
        strings[route].add(model)
    return [_row(route, models, names, registry) for route, models in sorted(strings.items())]


def _row(route: str, models: set[str], names: Names, registry: Registry) -> Row:
    own = names.provider(route) or HOSTS.get(route)
    whose: Counter[str] = Counter()
    for model in models:
        found = names.service(f"{route}/{model}") or names.service(model)
        provider = found.provider if found else own
        if provider:
            whose[provider] += 1
    ranked = tuple(name for name, _ in whose.most_common(4))
    return Row(route, len(models), whose.total(), ranked, governing(own or (ranked or ("",))[0], registry))


def governing(provider: str, registry: Registry) -> str:
    """The texts that govern a provider's services today, or that none is held, or that nobody knows it."""
    record = registry.providers.get(provider)
    if record is None:
        return UNKNOWN
    texts = dict.fromkeys(text for row in record.governed if row.to is None for text in row.instruments)
    return ", ".join(texts) or NO_TEXT


def main(sources: pathlib.Path) -> None:
    """Write the table of all routes of the drawn lists."""
    path = sources / "lists+route-models/route_models.tsv"
    with path.open(encoding="utf-8", newline="") as stream:
        listed = [(one["route"], one["model"]) for one in csv.DictReader(stream, delimiter="\t")]
    for row in rows(iter(listed), load_packs().registry):
        sys.stdout.write(f"{row.route}\t{row.strings}\t{row.resolved}\t{', '.join(row.whose)}\t{row.texts}\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
