"""The records of the registry, found by the words with which their names begin.

A registry holds some thousand records, and a check asks for a handful: files stay unread until a name begins with a
word of theirs. Files of users stand before bundled ones, so that a record of theirs wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal

from compliance.model.names.records import DatasetEntry, KnownParty, ModelEntry, Records, ServiceEntry
from compliance.model.names.template import head, template
from compliance.model.words.spelling import key, words
from compliance.values import dataclass, field

Kind = Literal["model", "dataset", "service"]
AnyEntry = ModelEntry | DatasetEntry | ServiceEntry
Place = Sequence[Any]
"""Numbers of a file and of a record in it; of names that begin with a word, the words that may follow, where told."""
Index = Mapping[str, Mapping[str, Sequence[Place]]]
"""Kind, then first word, to places; `party` and `organisation` to (file, 0) of what a file defines."""


@dataclass(frozen=True, slots=True)
class Located:
    """A record with the layer that it comes from: 0 for the bundled registry, more for users' own."""

    entry: AnyEntry
    layer: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """One file of records, read when it is first asked for."""

    shown: str
    layer: int
    read: Callable[[], Records] = field(compare=False)
    held: list[Records] = field(default_factory=list, compare=False)

    @property
    def records(self) -> Records:
        """The file's records."""
        if not self.held:
            self.held.append(self.read())
        return self.held[0]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All files of records with their index."""

    shelves: tuple[Shelf, ...]
    index: Index
    _found: dict[tuple[str, str], tuple[Located, ...]] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, *files: Records, layer: int = 0) -> Catalogue:
        """A catalogue of files at hand."""
        return cls.indexed(tuple(Shelf("", layer, lambda one=one: one) for one in files))  # type: ignore[misc]

    @classmethod
    def indexed(cls, shelves: tuple[Shelf, ...]) -> Catalogue:
        """A catalogue whose index is made by reading every file."""
        return cls(shelves, index_of(shelves))

    @property
    def bundled(self) -> Catalogue:
        """The catalogue of the bundled files alone; itself where there are no others."""
        if not any(shelf.layer for shelf in self.shelves):
            return self
        index = {
            kind: {word: kept for word, places in held.items() if (kept := self._of_layer(0, places))}
            for kind, held in self.index.items()
        }
        emptied = (Shelf(one.shown, 0, Records) if one.layer else one for one in self.shelves)
        return Catalogue(tuple(emptied), index)

    def _of_layer(self, layer: int, places: Sequence[Place]) -> list[Place]:
        return [place for place in places if self.shelves[place[0]].layer == layer]

    def beginning(self, kind: Kind, word: str) -> tuple[Located, ...]:
        """Records of a kind of which a name begins with the word; users' own first."""
        known = self._found.get((kind, word))
        if known is None:
            known = tuple(self._located(kind, self.index.get(kind, {}).get(word, ())))
            self._found[kind, word] = known
        return known

    def fitting(self, kind: Kind, word: str, second: str | None) -> Iterator[Located]:
        """Those of them of which a name may go on with a second word; None asks for all."""
        if second is None:
            return iter(self.beginning(kind, word))
        places = self.index.get(kind, {}).get(word, ())
        return self._located(kind, [place for place in places if _goes_on(place, second)])

    def _located(self, kind: Kind, places: Sequence[Place]) -> Iterator[Located]:
        for place in sorted(places, key=lambda place: -self.shelves[place[0]].layer):
            shelf = self.shelves[place[0]]
            yield Located(getattr(shelf.records, f"{kind}s")[place[1]], shelf.layer)

    def all(self, kind: Kind) -> Iterator[Located]:
        """Every record of a kind."""
        for shelf in self.shelves:
            yield from (Located(entry, shelf.layer) for entry in getattr(shelf.records, f"{kind}s"))

    def party(self, party_id: str) -> KnownParty | None:
        """Who develops or publishes, by id."""
        place = self.index["party"].get(party_id)
        return self.shelves[place[0][0]].records.parties[party_id] if place else None

    def is_own_party(self, party_id: str) -> bool:
        """Whether what is known of a party comes from users' own records."""
        place = self.index["party"].get(party_id)
        return place is not None and len(place) > 0 and self.shelves[place[0][0]].layer > 0

    def is_own_organisation(self, organisation: str) -> bool:
        """Whether users' own records say whose organisation on a hub this is."""
        place = self.index["organisation"].get(key(organisation))
        return place is not None and len(place) > 0 and self.shelves[place[0][0]].layer > 0

    def owner(self, organisation: str) -> str | None:
        """Id of the party whose organisation on a hub this is, or that is known by the name."""
        place = self.index["organisation"].get(key(organisation))
        if not place:
            return None
        parties = self.shelves[place[0][0]].records.parties
        return list(parties)[place[0][1]]

    def parties(self) -> dict[str, KnownParty]:
        """Every party by id; those of users win."""
        ordered = sorted(self.shelves, key=lambda shelf: shelf.layer)
        return {k: party for shelf in ordered for k, party in shelf.records.parties.items()}


def index_of(shelves: Sequence[Shelf]) -> Index:
    """Where the records, parties and organisations of the files stand; in lists, as compiled packs give it back."""
    index: dict[str, dict[str, list[Place]]] = {
        kind: {} for kind in ("model", "dataset", "service", "party", "organisation")
    }
    order = sorted(range(len(shelves)), key=lambda number: -shelves[number].layer)
    for shelf in order:
        records = shelves[shelf].records
        for number, (party_id, party) in enumerate(records.parties.items()):
            index["party"].setdefault(party_id, []).append([shelf, 0])
            for name in dict.fromkeys(key(one) for one in (party.name, *party.organisations, *party.aliases)):
                index["organisation"].setdefault(name, []).append([shelf, number])
        for kind in ("model", "dataset", "service"):
            for number, entry in enumerate(getattr(records, f"{kind}s")):
                for word, following in first_words(entry).items():
                    index[kind].setdefault(word, []).append([shelf, number, *following])
    return index


def first_words(entry: AnyEntry) -> dict[str, tuple[str, ...]]:
    """Words with which names of a record can begin, after their organisation, and what must follow, if any."""
    found: dict[str, list[str | None]] = {}
    for text in (*entry.names, *entry.aliases):
        begins = head(text)
        for word in sorted(template(text, entry.slots).starts):
            told = len(begins) > 1 and begins[0] == word
            found.setdefault(word, []).append(begins[1] if told else None)
    for text in getattr(entry, "within", None) or ():
        found.setdefault(words(text)[0], [])
    return {
        word: () if None in following else tuple(dict.fromkeys(filter(None, following)))
        for word, following in found.items()
    }


def _goes_on(place: Place, second: str) -> bool:
    """Whether a name of what stands in a place may have a second word, a number perhaps up to its dot."""
    following = place[2:]
    return not following or any(one == second or one.startswith(f"{second}.") for one in following)
