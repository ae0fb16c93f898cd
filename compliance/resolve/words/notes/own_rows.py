"""What is said in sentences of rows of one's own, and which known sets these name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.model.declared.stated import Documentation
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.names.described import named_without_account
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.notes.beside import described, notes, sentences
from compliance.resolve.words.notes.places_told import rows_of_others_at, sets_in_addresses
from compliance.resolve.words.prose.mentioned import sets_at_work
from compliance.resolve.words.prose.spoken import Spoken


def sets_noted(key: str, full: Expanded, names: Names, house: Sequence[str]) -> list[Spoken]:
    """Known data sets that notes of rows name; where weights are concerned, words of training tell of them.

    Of rows of others those out of which they are said to be drawn.
    """
    artifact = full.artifacts[key]
    if artifact.kind == "model":
        return []
    ours = tuple(of_ours(key, full))
    others = () if ours else (*sentences(artifact, ()), *notes(key, full))
    found = [one for text in ours for one in sets_at_work(text, names)]
    if ours and isinstance(page := artifact.documented, Documentation):
        found += (*sets_in_addresses(page.where, names), *rows_of_others_at(page.where, house))
    for said in artifact.statements if artifact.origin == "own" else ():
        # Whose page tells under which licence rows are, they are that house's.
        found += (*sets_in_addresses(said.where, names), *rows_of_others_at(said.where, house))
    return [*found, *(one for text in others for one in sets_at_work(text, names, drawn=True))]


def of_ours(key: str, full: Expanded) -> Iterator[str]:
    """What is noted of rows of one's own, and of the steps that write them or what is released."""
    artifact = full.artifacts[key]
    unsaid = artifact.origin == "unknown"
    if artifact.origin in ("own", "people") or (
        unsaid
        and (full.writing.writers(key) or (named_without_account(artifact.name) and not artifact.developer))
    ):
        yield from [artifact.documented.where] if isinstance(artifact.documented, Documentation) else []
        yield from described(artifact)
        yield from [artifact.revision] if artifact.revision and " " in artifact.revision.strip() else []
        yield from notes(key, full)
