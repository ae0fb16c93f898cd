"""Look-ups of a registry: preparing them takes longer than resolving most manifests, so the last ones are kept."""

from __future__ import annotations

from compliance.model.known.knowledge import Registry
from compliance.resolve.licences.text import LicenceReader
from compliance.resolve.names.lookup import Names
from compliance.values import dataclass

_KEPT = 2


@dataclass(frozen=True, slots=True)
class Lookups:
    """Names and licence texts of one registry; neither holds anything but what was worked out from it."""

    registry: Registry
    names: Names
    licences: LicenceReader


_last: list[Lookups] = []


def lookups(registry: Registry) -> Lookups:
    """The look-ups of a registry; those of the same value are the same."""
    for one in _last:
        if one.registry is registry:
            return one
    made = Lookups(registry, Names(registry), LicenceReader(registry))
    _last[:] = [made, *_last[: _KEPT - 1]]
    return made
