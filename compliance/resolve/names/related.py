"""Whether a record is what a name speaks of, or stands so near to it that the name may mean it."""

from __future__ import annotations

from collections.abc import Iterable

from compliance.model.catalogue import AnyEntry
from compliance.model.records import ModelEntry
from compliance.model.resolved import DatasetRecord, ModelRecord
from compliance.model.spelling import words


def related(record: ModelRecord | DatasetRecord, entry: AnyEntry) -> bool:
    """Whether a record is what a name speaks of, or of its family or its developer's."""
    if isinstance(record, ModelRecord) and isinstance(entry, ModelEntry):
        # A sibling under another licence is no small matter of naming: which of them it is decides what it may.
        sibling = record.developer_id == entry.developer and _licences_of(record) == _licences_of(entry)
        return record.family == entry.family or sibling
    return record.id == entry.id


def goes_by(said: str, called: Iterable[str]) -> bool:
    """Whether what somebody calls itself is one of a party's names, or holds every word of one.

    >>> goes_by("Patronus AI", ["PatronusAI"]), goes_by("UC Berkeley RAIL", ["rail-berkeley"])
    (True, True)
    >>> goes_by("Meadow AI", ["Meadow Labs"]), goes_by("RAIL", ["rail-berkeley"])
    (False, False)
    """
    own = set(words(said))
    names = [name for name in called if words(name)]
    return any(_joined(said) == _joined(name) or own >= set(words(name)) for name in names)


def _joined(name: str) -> str:
    return "".join(words(name))


def _licences_of(known: ModelRecord | ModelEntry) -> tuple[str | None, ...]:
    """The licences that a model may stand under, by revision."""
    spans = tuple(span.licence for span in known.licences)
    return spans or (known.licence,)
