"""What a name speaks of: models, services, data sets and ways of making that stand in it.

A name says nothing for certain, and makes nothing a record of anything. But where it speaks of somebody's model and the
manifest says that people made the thing, or no model, one of the two is wrong, and which of them is asked.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from compliance.model.names.catalogue import AnyEntry, Kind
from compliance.model.names.records import DatasetEntry, ModelEntry
from compliance.model.names.resolved import DatasetRecord, ServiceRecord
from compliance.model.words.spelling import key, split_organisation, words
from compliance.resolve.names.lookup import Names
from compliance.resolve.names.ordinary import is_ordinary
from compliance.resolve.words.prose.telling import at_large, maker_words
from compliance.values import dataclass, replace

_KINDS: tuple[Kind, ...] = ("service", "model", "dataset")
LONGEST = 8
"""Words of the longest known name that is looked for."""
_FEWEST_LETTERS = 7
"""A misspelt name is told from a word of its own by its length only."""
_LETTERS_PER_FAULT = 7


@dataclass(frozen=True, slots=True)
class Spoken:
    """One thing of which a name speaks."""

    text: str
    """The words in the name."""
    entry: AnyEntry | None = None
    """The record that it is; None for a word that tells of making at large, or of a provider."""
    act: bool = False
    """Whether the words are an act of some model, whoever's that is."""

    @property
    def as_key(self) -> tuple[str, ...]:
        """Tells it from everything else of which names speak."""
        return (self.text, *((type(self.entry).__name__, self.entry.id) if self.entry else ()))

    @property
    def at_large(self) -> bool:
        """Whether it tells that some model wrote it, and not which."""
        return self.act or (self.entry is None and at_large(self.text))


_NOTHING_ELSE = frozenset(
    ("weights", "mirror", "copy", "clone", "model", "models", "checkpoint", "checkpoints", "open", "local", "our",
     "own", "the", "leaked", "offline", "self", "hosted", "version", "dump", "of")
)  # fmt: skip
"""Words beside the name of a hosted model that make it no other model."""


def whole_service(name: str, names: Names) -> ServiceRecord | None:
    """The hosted model that a name means, beside words that say nothing of another model."""
    said = [word for word in words(split_organisation(name)[1]) if word not in _NOTHING_ELSE]
    return names.service(name) or (names.service(" ".join(said)) if said else None)


def speaks_of(name: str, names: Names) -> tuple[Spoken, ...]:
    """Everything known of which a name speaks, the longest names first at each place."""
    organisation, bare = split_organisation(name)
    own = organisation is not None and (names.party(organisation) or names.provider(organisation)) is not None
    told = [Spoken(word) for word in maker_words(bare if own else name)]
    # A record of one's own adds to what a name speaks of, and hides nothing of it.
    readings = dict.fromkeys((names, names.without_own))
    known = {one.as_key: one for each in readings for one in _known(words(bare), each)}
    found = [replace(one, text=as_written(one.text, bare)) for one in known.values()]
    # That the whole name is known says nothing of the words that stand in it.
    inside = "".join(key(one.text) for one in found if key(one.text) != key(bare))
    return (*found, *(one for one in told if key(one.text) not in inside))


def as_written(said: str, name: str) -> str:
    """Words of a name as they stand in it.

    >>> as_written("o 1 mini", "marmot/o1-mini-proofs")
    'o1-mini'
    """
    pattern = r"[\W_]*".join(re.escape(word) for word in said.split())
    found = re.search(pattern, unicodedata.normalize("NFKC", name), re.IGNORECASE)
    return found.group(0) if found else said


def _known(said: tuple[str, ...], names: Names) -> Iterator[Spoken]:
    place = 0
    while place < len(said):
        hit = _at(said[place : place + LONGEST], names)
        if hit is None:
            place += 1
            continue
        length, spoken = hit
        yield spoken
        place += length


def _at(said: tuple[str, ...], names: Names) -> tuple[int, Spoken] | None:
    """The longest known name with which the words begin, and of how many words it is."""
    kinds = [kind for kind in _KINDS if names.begins(kind, said[0])]
    for length in range(len(said), 0, -1) if kinds else ():
        text = " ".join(said[:length])
        for kind in kinds:
            held = names.entry(kind, None, text)
            if held is not None and (kind == "service" or _tells(said[:length])):
                return length, Spoken(text, held.entry)
    return _nearly(said, names)


def _tells(said: tuple[str, ...]) -> bool:
    """Whether a name is more than figures and single letters, which stand in many names by chance."""
    return any(word.isalpha() and len(word) > 2 for word in said)


@functools.lru_cache(maxsize=4096)
def _nearly(said: tuple[str, ...], names: Names) -> tuple[int, Spoken] | None:
    """A known name that the words spell with other breaks between them, or with a wrong letter or two.

    One plain word is not taken for several both run together and misspelt: "commande" is French, and no Command A. Nor
    is one that differs in an ending of plain words: what is "encoded" is no EnCodec.
    """
    for length in range(len(said), 0, -1):
        joined = "".join(said[:length])
        if len(joined) < _FEWEST_LETTERS or joined.isdigit() or all(map(is_ordinary, said[:length])):
            continue
        for known, entry, parts in names.alike(joined, _LETTERS_PER_FAULT):
            most = 0 if length == 1 and parts > 1 and joined.isalpha() else len(known) // _LETTERS_PER_FAULT
            if length == 1 and known != joined and _ends_plainly(joined, known):
                continue
            if faults(joined, known, most) is not None:
                return length, Spoken(" ".join(said[:length]), entry)
    return None


_ENDINGS = ("ed", "ing", "er", "ers", "es", "ion", "ions", "al", "ally", "ly", "able", "ment", "ive")


def _ends_plainly(word: str, known: str) -> bool:
    """Whether a word differs from a known name only behind its stem, where it ends as plain words do."""
    stems = (word.removesuffix(end) for end in _ENDINGS if word.endswith(end))
    return any(known.startswith(stem) for stem in stems)


def faults(one: str, other: str, most: int) -> int | None:
    """How many letters must be changed, added or left out to get from one word to another; None if more than `most`."""
    if abs(len(one) - len(other)) > most or len({*one} - {*other}) > most or len({*other} - {*one}) > most:
        return None
    # What lies further than `most` from the diagonal takes more faults than that, and is not looked at.
    far = most + 1
    row = [min(m, far) for m in range(len(other) + 1)]
    for n, letter in enumerate(one, 1):
        before, row = row, [far] * (len(other) + 1)
        first, last = max(n - most, 1), min(n + most, len(other))
        row[first - 1] = min(n, far) if first == 1 else far
        for m in range(first, last + 1):
            cost = before[m - 1] + (letter != other[m - 1])
            row[m] = min(cost, before[m] + 1, row[m - 1] + 1)
        if min(row[first - 1 : last + 1]) > most:
            return None
    return row[-1] if row[-1] <= most else None


def against(
    spoken: Iterable[Spoken], ruled_out: Collection[str], parties: Collection[str], *, own: bool
) -> tuple[str, ...]:
    """The words of a name that speak against its having been made by people, or by no model.

    `ruled_out` are words of which the manifest says that nothing of theirs is in it, `parties` the ids of those whose
    thing it may be, `own` whether it is said to be the publisher's own, so that no others' content is in it.
    """
    denied = {key(one) for one in ruled_out}
    telling = (one for one in spoken if key(one.text) not in denied and not _harmless(one, parties, own))
    return tuple(dict.fromkeys(one.text for one in telling))


def _harmless(one: Spoken, parties: Collection[str], own: bool) -> bool:
    """Whether what the name speaks of may well be in a thing that people made."""
    match one.entry:
        case DatasetEntry():
            made = people_made(DatasetRecord.of(one.entry, None)) and not own
            return one.entry.publisher in parties or made
        case ModelEntry():
            return one.entry.developer in parties
    return False


def people_made(record: DatasetRecord) -> bool:
    """Whether nothing that the registry knows of a data set tells of a model that wrote it."""
    steps = record.ancestry.steps if record.ancestry else ()
    return record.making != "undisclosed-by-developer" and not any(
        role in step.inputs for step in steps for role in ("teacher", "tool")
    )
