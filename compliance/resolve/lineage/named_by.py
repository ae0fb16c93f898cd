"""By whose word something stands in a lineage that the manifest does not name: a bundled record's, or another's."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from compliance.model.declared.manifest import Step
from compliance.values import dataclass, field


@dataclass(slots=True)
class NamedBy:
    """What names the artifacts that known ancestry adds."""

    records: dict[str, list[str]] = field(default_factory=dict)
    """Added artifact id to the artifacts in whose bundled records it is named."""
    others: set[str] = field(default_factory=set)
    """Added artifact ids that something else names too: a record of one's own, a name, the manifest."""

    def note(self, steps: Iterable[Step], added: Collection[str], *, bundled: bool) -> None:
        """Keep what names the added artifacts that these steps read."""
        for step in steps:
            for item in (one.artifact for given in step.inputs.values() for one in given):
                if item in added and bundled:
                    self.records.setdefault(item, []).extend(step.outputs)
                elif item in added:
                    self.others.add(item)

    def by_records_alone(self, key: str) -> bool:
        """Whether bundled records name it, and nothing else does."""
        return key in self.records and key not in self.others
