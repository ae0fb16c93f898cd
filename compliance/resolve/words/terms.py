"""Limits, terms and doubts that sentences tell of an artifact, and that no licence stated of it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.model.declared.manifest import ROWS, Release
from compliance.model.words.spelling import key as spelt
from compliance.model.words.spelling import words
from compliance.resolve.licences.limiting import limits_use
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.lineage.writing import reads
from compliance.resolve.words.notes.beside import notes, ruled_out, sentences
from compliance.resolve.words.prose.held_back import (
    doubts_in,
    kept_to,
    known_whole,
    over_in,
    strict_licences_in,
    terms_beside,
)
from compliance.resolve.words.prose.said_taken import said_taken
from compliance.resolve.words.prose.sentences import limits_in


def limits_told(key: str, full: Expanded, releases: Sequence[Release]) -> tuple[str, ...]:
    """Words of sentences that hold the artifact to terms that no stated licence has, or leave its source open."""
    artifact = full.artifacts[key]
    texts = (*sentences(artifact, ()), *notes(key, full))
    said = dict.fromkeys(_told(key, texts, full, releases))
    out = {spelt(one) for one in ruled_out(key, full)}
    return tuple(word for word in said if spelt(word) not in out)


def _told(key: str, texts: Sequence[str], full: Expanded, releases: Sequence[Release]) -> Iterator[str]:
    artifact = full.artifacts[key]
    shown = [notice for one in releases for notice in one.notices or ()]
    stated = [artifact.license, *(one.license for one in artifact.statements)]
    put_out = [*stated, *(one.license for one in releases)]
    if not any(text and (limits_use(text) or any(limits_in(text))) for text in put_out):
        # What a release shows of limits is told of what is in it: whoever puts it out says by its licence what holds.
        told = dict.fromkeys(word for text in shown for word in limits_in(text))
        yield from (word for text in texts for word in limits_in(text))
        yield from (word for word in told if not _is_licence_behind(key, word, full))
        if artifact.origin in ("own", "people"):
            yield from (word for text in texts for word in kept_to(text))
    made = any(reads(step) for step in full.writing.writers(key))
    if artifact.origin != "own" and not made and known_whole(stated):
        # What one keeps to oneself of one's own is no term of somebody else.
        yield from (word for text in texts for word in terms_beside(text, stated))
    yield from (word for text in (*texts, *shown) for word in doubts_in(text))
    yield from (word for text in texts for word in over_in(text))
    if artifact.origin == "own":
        known = spelt(" ".join(text for text in put_out if text))
        noted = (word for text in notes(key, full) for word in strict_licences_in(text))
        yield from (word for word in noted if spelt(word) not in known)
    if artifact.kind == "model" and made and not _reads_of_others(key, full):
        yield from (word for text in (*notes(key, full), *shown) for word in said_taken(text))


def _is_licence_behind(key: str, word: str, full: Expanded) -> bool:
    """Whether words that a release shows name a licence that is stated of something behind it, as a credit does.

    What that licence asks of the release is looked at by its own rules.
    """
    named = "".join(words(word))
    return named.startswith(_NAMED_LICENCE) and full.writing.some_behind(
        key, lambda item: named in "".join(words(full.artifacts[item].license or "")), {}
    )


_NAMED_LICENCE = ("ccby", "creativecommons")
"""How names of licences begin that say by themselves that nobody may earn with a thing."""


def _reads_of_others(key: str, full: Expanded) -> bool:
    """Whether the steps that write weights read rows of others: what trained their base is another matter."""
    read = (
        full.artifacts[item.artifact]
        for step in full.writing.writers(key)
        for given in step.inputs.values()
        for item in given
    )
    return any(one.kind in ROWS and one.origin != "own" for one in read)
