"""How much records of further folders may bring in behind what a manifest names."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.errors import Fault, InputError, shown
from compliance.model.declared.manifest import Manifest, Step

MOST_BROUGHT_IN = 2_000
"""Steps and what they read, which take milliseconds each; no bundled record brings in more than 142 things."""
MORE_FOR_EACH = 150
"""How many more there may be for each thing that the manifest names itself."""


class BroughtIn:
    """Counts what stands behind things for the sake of somebody's own records, each use of which takes its time."""

    def __init__(self, manifest: Manifest) -> None:
        """Nothing was brought in yet."""
        self._most = MOST_BROUGHT_IN + MORE_FOR_EACH * len(manifest.artifacts)
        self._count = 0

    def add(self, steps: Iterable[Step], name: str) -> None:
        """Count the steps, or what they read where that is more.

        Raises `InputError` where records bring in more than can be looked at.
        """
        self._count += sum(max(1, sum(map(len, step.inputs.values()))) for step in steps)
        if self._count > self._most:
            raise InputError(
                Fault(
                    None,
                    f"what records of your own registry files say stands behind {shown(name)} and what the manifest "
                    f"names before it is more than {self._most:,} things",
                    "name in these records what things were put together from, and not all that is behind that",
                )
            )
