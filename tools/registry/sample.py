"""Draw records for a review against their sources: `python -m tools.registry.sample SEED [NUMBER] [--sourced]`.

`--sourced` draws only out of the records that name something to open; the others state names, an owner and what was
recalled.
"""

from __future__ import annotations

import random
import sys
from typing import Any

from compliance.lint.recalled import RECALLED
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Registry
from compliance.model.names.catalogue import AnyEntry, Kind

_KINDS: tuple[Kind, ...] = ("dataset", "model", "service")
_LEFT_OUT = {"id", "facts", "excluded", "within", "sizes", "variants"}


def drawn(
    registry: Registry, seed: int, number: int = 60, sourced: bool = False
) -> list[tuple[str, AnyEntry]]:
    """The records that a seed draws out of the bundled ones, all or the sourced, in the order of kind and id."""
    bundled = ((kind, one.entry) for kind in _KINDS for one in registry.catalogue.all(kind) if one.layer == 0)
    everything = sorted(
        (one for one in bundled if not sourced or has_source(one[1])), key=lambda one: (one[0], one[1].id)
    )
    return sorted(
        random.Random(seed).sample(everything, number), key=lambda one: (one[0], one[1].id)
    )  # fmt: skip


def has_source(entry: AnyEntry) -> bool:
    """Whether a record names a list, card, README or licence file, be it for one field alone."""
    where = entry.source.where if entry.source is not None else RECALLED
    return where != RECALLED and not where.startswith(f"licence {RECALLED}")


def told(entry: AnyEntry) -> dict[str, Any]:
    """What a record states, beside its names' templates."""
    stated = entry.model_dump(exclude_defaults=True, by_alias=True)
    return {name: value for name, value in stated.items() if name not in _LEFT_OUT and value}


def main(arguments: list[str]) -> None:
    """Write the drawn records, one a line."""
    numbers = [int(one) for one in arguments if one.isdigit()]
    seed, number = numbers[0], numbers[1] if len(numbers) > 1 else 60
    for kind, entry in drawn(load_packs().registry, seed, number, "--sourced" in arguments):
        sys.stdout.write(f"{kind} {entry.id}: {told(entry)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
