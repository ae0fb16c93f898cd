"""By whose word something stands in a lineage that the manifest does not name: a bundled record's, or another's."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from compliance.model.declared.manifest import Step
from compliance.model.shapes.shape import Role
from compliance.values import dataclass, field

_GOES_ON: tuple[Role, ...] = ("data", "source", "base")
"""Roles from which what went in goes on into what came out; a seed, a prompt or a judge does not."""


@dataclass(slots=True)
class NamedBy:
    """What names the artifacts that known ancestry adds."""

    records: dict[str, list[str]] = field(default_factory=dict)
    """Added artifact id to the artifacts in whose bundled records it is named as something that goes on into them."""
    others: set[str] = field(default_factory=set)
    """Added artifact ids that something else names too: a record of one's own, a name, the manifest."""

    def note(self, steps: Iterable[Step], added: Collection[str], *, bundled: bool) -> None:
        """Keep what names the added artifacts that these steps read."""
        for step in steps:
            for role, given in step.inputs.items():
                for item in (one.artifact for one in given if one.artifact in added):
                    if not bundled:
                        self.others.add(item)
                    elif role in _GOES_ON:
                        self.records.setdefault(item, []).extend(step.outputs)

    def by_records_alone(self, key: str, whole: str) -> bool:
        """Whether bundled records alone name it, as something that goes on into the whole behind which it stands."""
        seen, pending = {key}, [key]
        while pending:
            one = pending.pop()
            if one == whole:
                return one != key and key not in self.others
            fresh = [parent for parent in self.records.get(one, ()) if parent not in seen]
            seen.update(fresh)
            pending += fresh
        return False
