"""Draw records for a review against their sources: `python -m tools.registry.sample SEED [NUMBER]`."""

from __future__ import annotations

import random
import sys
from typing import Any

from compliance.load.packs import load_packs
from compliance.model.catalogue import AnyEntry, Kind
from compliance.model.knowledge import Registry

_KINDS: tuple[Kind, ...] = ("dataset", "model", "service")
_LEFT_OUT = {"id", "facts", "excluded", "within", "sizes", "variants"}


def drawn(registry: Registry, seed: int, number: int = 60) -> list[tuple[str, AnyEntry]]:
    """The records that a seed draws out of all bundled ones, in the order of kind and id."""
    everything = sorted(
        ((kind, one.entry) for kind in _KINDS for one in registry.catalogue.all(kind) if one.layer == 0),
        key=lambda one: (one[0], one[1].id),
    )
    return sorted(
        random.Random(seed).sample(everything, number), key=lambda one: (one[0], one[1].id)
    )  # fmt: skip


def told(entry: AnyEntry) -> dict[str, Any]:
    """What a record states, beside its names' templates."""
    stated = entry.model_dump(exclude_defaults=True, by_alias=True)
    return {name: value for name, value in stated.items() if name not in _LEFT_OUT and value}


def main(arguments: list[str]) -> None:
    """Write the drawn records, one a line."""
    seed, number = int(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 60
    for kind, entry in drawn(load_packs().registry, seed, number):
        sys.stdout.write(f"{kind} {entry.id}: {told(entry)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
