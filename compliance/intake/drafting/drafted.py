"""What a draft is made of: entries with what is to be confirmed of them, and the ids of everything that is named."""

from __future__ import annotations

from dataclasses import dataclass, field

from compliance.intake.naming.ids import GENERATED, bare_id, free_id
from compliance.model.shapes.location import Location

Fields = dict[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """An artifact, step or release of the draft: its fields, and what a person is to confirm of it."""

    key: str
    fields: Fields
    confirm: str
    places: tuple[Location, ...] = ()


@dataclass(slots=True)
class Draft:
    """A manifest before a person has looked at it."""

    project: str
    title: str
    publisher: Fields
    artifacts: list[Entry] = field(default_factory=list)
    steps: list[Entry] = field(default_factory=list)
    releases: list[Entry] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    """Name to id; of names that two kinds of things bear, with the kind before the second's."""
    kinds: dict[str, str] = field(default_factory=dict)
    """Name to the kind of the thing that bore it first."""
    taken: dict[str, int] = field(default_factory=dict)
    """Ids of names that end alike, and how many there are."""

    def id_of(self, name: str, kind: str) -> str:
        """The id for a name, made of its last part; one that is taken is told apart by its kind or a number."""
        if self.kinds.setdefault(name, kind) != kind:
            name = f"{kind}\0{name}"
        known = self.ids.get(name)
        if known:
            return known
        if not self.taken:
            self.taken = dict.fromkeys(
                (GENERATED, *self.ids.values(), *(one.key for one in self.artifacts)), 1
            )
        made = free_id(bare_id(name.rpartition("\0")[2], kind), kind, self.taken)
        self.ids[name] = made
        return made
