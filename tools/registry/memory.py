"""List what rests on memory in the bundled registry: `python -m tools.registry.memory [FIELD]`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from compliance.lint.recalled import RECALLED, counted
from compliance.load.packs.knowledge import load_packs
from compliance.model.names.catalogue import Kind

_KINDS: tuple[Kind, ...] = ("model", "dataset")
_FIELDS = ("licence", "making", "base", "ancestry", "released", "function")


def listed(field: str) -> Iterator[str]:
    """Every record whose field has a value and whose source is wholly or in part recalled."""
    for kind in _KINDS:
        for one in load_packs().registry.catalogue.all(kind):
            source = one.entry.source
            if source and RECALLED in source.where and getattr(one.entry, field, None):
                yield f"{kind} {one.entry.id}: {source.where}"


def main(arguments: list[str]) -> None:
    """Write the counts, or the records of one field."""
    if arguments:
        sys.stdout.writelines(f"{line}\n" for line in listed(arguments[0]))
        return
    for name, number in sorted(counted(load_packs()).items()):
        sys.stdout.write(f"{number:6} {name}\n")


if __name__ == "__main__":
    main([one for one in sys.argv[1:] if one in _FIELDS])
