"""Where what the registry says of a name was read, and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from compliance.model.declared.lineage import Artifact
from compliance.model.known.knowledge import Registry
from compliance.resolve.names.prepared import lookups


def read_where(artifacts: Iterable[Artifact], registry: Registry) -> Mapping[str, str]:
    """Ids of the artifacts whose names the registry has a record of, to where that was read, with the day."""
    names = lookups(registry).names
    found = {}
    for one in artifacts:
        record = None
        if one.kind == "model":
            record = names.model(one.name) or names.dataset(one.name)
        elif one.kind != "service":
            record = names.dataset(one.name) or names.model(one.name)
        if record is not None:
            read = record.source
            where = f"{read.where}, read {read.read}" if read else "which says no source"
            found[one.id] = f"{'own ' if record.own else ''}registry record {record.id} ({where})"
    return found
