"""How much records of further folders may bring in behind what a manifest names."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.errors import Fault, InputError, shown
from compliance.model.declared.manifest import Manifest, Step

MOST_BROUGHT_IN = 5_000
"""Things, each as often as something is made from it; no bundled record brings in more than 142."""
MORE_FOR_EACH = 150
"""How many more there may be for each thing that the manifest names itself."""


class BroughtIn:
    """Counts what stands behind things for the sake of somebody's own records, each use of which takes its time."""

    def __init__(self, manifest: Manifest) -> None:
        """Nothing was brought in yet."""
        self._most = MOST_BROUGHT_IN + MORE_FOR_EACH * len(manifest.artifacts)
        self._count = 0

    def add(self, steps: Iterable[Step], name: str) -> None:
        """Count what the steps read; raises `InputError` where records bring in more than can be looked at."""
        self._count += sum(len(given) for step in steps for given in step.inputs.values())
        if self._count > self._most:
            raise InputError(
                Fault(
                    None,
                    f"what records of your own registry files say stands behind {shown(name)} and what the manifest "
                    f"names before it is more than {self._most:,} things",
                    "name in these records what things were put together from, and not all that is behind that",
                )
            )
