"""Whether a record is what a name speaks of, or stands so near to it that the name may mean it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from compliance.model.names.catalogue import AnyEntry
from compliance.model.names.records import ModelEntry
from compliance.model.names.resolved import DatasetRecord, ModelRecord
from compliance.model.words.spelling import words
from compliance.patterns import regex

_TOGETHER = regex(r"\s*(?:[/,;&+()]|\band\b|\bwith\b|\b(?:authors|team|group|partners)\b)\s*", re.IGNORECASE)
"""What stands between several who publish together, or after one of them."""
_FORM = regex(r"(?<=[a-z]{4})(?:inc|gmbh|llc|ltd|corp)$")
"""A legal form that an account on a hub runs together with a name; it says nothing of who that is."""
_BEFORE_BRACKET = regex(r"(?!individual\b)([^()]+?)\s*\([^()]*\)", re.IGNORECASE)
"""A name, and beside it what it is part of or is known for."""


def related(record: ModelRecord | DatasetRecord, entry: AnyEntry) -> bool:
    """Whether a record is what a name speaks of, or of its family or its developer's."""
    if isinstance(record, ModelRecord) and isinstance(entry, ModelEntry):
        # A sibling under another licence is no small matter of naming: which of them it is decides what it may.
        sibling = record.developer_id == entry.developer and _licences_of(record) == _licences_of(entry)
        return record.family == entry.family or sibling
    return record.id == entry.id


def goes_by(said: str, called: Iterable[str]) -> bool:
    """Whether what somebody calls itself is one of a party's names, or holds all words of one that has several.

    Several who publish together are each of them. A legal form at the end of an account is no part of a name, and
    neither is what a record adds in brackets.

    >>> goes_by("Patronus AI", ["PatronusAI"]), goes_by("UC Berkeley RAIL", ["rail-berkeley"])
    (True, True)
    >>> goes_by("LMSYS (UC Berkeley and partners)", ["lmsys"]), goes_by("Univ. of Washington / Ai2 authors", ["Ai2"])
    (True, True)
    >>> goes_by("Argmax", ["argmaxinc"]), goes_by("Daily", ["Daily (Pipecat)"])
    (True, True)
    >>> goes_by("Individual", ["Individual (Jo)"]), goes_by("Inception", ["inceptionai"])
    (False, False)
    >>> goes_by("RAIL", ["rail-berkeley"]), goes_by("Friends of Mistral", ["Mistral"])
    (False, False)
    """
    own = words(said)
    alone = {"".join(words(part)) for part in (said, *_TOGETHER.split(said))}
    told = [*called]
    told += [found[1] for name in told if (found := _BEFORE_BRACKET.fullmatch(name))]
    told += [_FORM.sub("", name.casefold()) for name in told if " " not in name]
    names = [words(name) for name in told]
    return any("".join(name) in alone or (len(name) > 1 and {*own} >= {*name}) for name in names if name)


def _licences_of(known: ModelRecord | ModelEntry) -> tuple[str | None, ...]:
    """The licences that a model may stand under, by revision."""
    spans = tuple(span.licence for span in known.licences)
    return spans or (known.licence,)
