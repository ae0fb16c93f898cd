"""Which records of the user's own registry files a lineage rests on, and which bundled ones they stand instead of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from compliance.model.manifest import Artifact
from compliance.resolve.ancestry import record_of
from compliance.resolve.names import Names


def own_records(artifacts: Mapping[str, Artifact], names: Names) -> Iterator[str]:
    """A warning for each name that finds a record or a party of one's own, told once."""
    told: set[str] = set()
    for artifact in artifacts.values():
        name = artifact.name or ""
        record = names.service(name) if artifact.kind == "service" else record_of(artifact, names)
        if name in told:
            continue
        if record is None or not record.own:
            if owner := names.owner_of_ones_own(name):
                told.add(name)
                yield (
                    f"{name}: that it is of {owner} comes from a registry file of your own; the finding is as good as "
                    "that file"
                )
            continue
        told.add(name)
        bundled = names.bundled(name)
        instead = f", instead of the bundled record {bundled}" if bundled else ""
        yield (
            f"{name}: what is known of it comes from a registry file of your own, record {record.id}{instead}; "
            "the finding is as good as that record"
        )
