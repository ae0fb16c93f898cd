"""Known data sets after which something is called that steps of the manifest make.

Rows that are called `acme/fineweb-edu-dutch` were drawn from FineWeb-Edu, or are called by a name that is no name of
theirs: where nothing behind them is that set, it is asked. A word counts by how it is spelt, since many sets are called
by plain words: by capitals within it, by several words, or in capitals where the set is spelt so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compliance.model.names.records import DatasetEntry, ModelEntry
from compliance.model.words.spelling import key as spelt
from compliance.model.words.spelling import split_organisation, words
from compliance.patterns import regex
from compliance.resolve.lineage.ancestry import Expanded
from compliance.resolve.names.lookup import Names
from compliance.resolve.names.ordinary import is_ordinary
from compliance.resolve.words.prose.mentioned import sets_at_work
from compliance.resolve.words.prose.spoken import Spoken, speaks_of

_COINED = regex(r"[a-z][A-Z]|[A-Z]{2,}[a-z]")
"""Capitals within a word, as no plain word has them."""
_SHORT = 3
"""Letters of a name in capitals that may stand for anything."""
_SPELT_OUT = regex(r"[B-DF-HJ-NP-TV-Z]{4,}|[B-DF-HJ-NP-TV-Z]{3,}[AEIOU]")
"""Letters that nobody reads as a word: VCTK, SNLI."""
_NUMBERED = regex(r"[A-Za-z]{3,}\d+")
_SIZE = regex(r"[kmb](?![^\W_])", re.IGNORECASE)
"""What stands behind a count of parameters."""
_IN_CAPITALS = regex(r"[A-Z][A-Z0-9-]{2,}")


def sets_called(
    key: str, called: Iterable[str], heads: Iterable[str], full: Expanded, names: Names
) -> Iterator[Spoken]:
    """The data sets of which the names of a thing speak that steps make.

    A tune is often called by what its base was trained on as well: what stands in the base's record or name is behind
    it. `heads` are titles of what is put out: one of rows tells what they were drawn from.
    """
    if not any(any(step.inputs.values()) for step in full.writing.writers(key)):
        return
    if full.artifacts[key].kind != "model":
        yield from (one for text in heads for one in sets_at_work(text, names))
    for name in called:
        bare = split_organisation(name)[1]
        for one in speaks_of(name, names):
            if spelt(one.text) != spelt(bare) and is_of_a_set(one) and not _ends_in_a_size(one.text, name):
                yield one


def _ends_in_a_size(said: str, name: str) -> bool:
    """Whether the figure with which words end is the size of a model wherever the name holds them.

    >>> _ends_in_a_size("verse-20", "lab/verse-20m"), _ends_in_a_size("verse-20", "lab/verse-20-mini")
    (True, False)
    """
    held = [*re.finditer(re.escape(said), name, re.IGNORECASE)]
    return said[-1:].isdigit() and bool(held) and all(_SIZE.match(name, one.end()) for one in held)


def is_of_a_set(one: Spoken) -> bool:
    """Whether words stand for a known set, and not for what they say in plain language."""
    entry, said = one.entry, one.text.replace("-", " ").replace("_", " ").split()
    if not isinstance(entry, DatasetEntry) or all(map(is_ordinary, said)):
        return False
    if len(said) > 1 or _IN_CAPITALS.fullmatch(one.text) or _NUMBERED.fullmatch(one.text):
        return True
    published = (split_organisation(name)[1] for name in (*entry.aliases, *entry.names))
    letters = "".join(words(one.text))
    return any(
        "".join(words(each)) == letters
        and (_COINED.search(each) or len(words(each)) > 1 or _SPELT_OUT.fullmatch(each))
        for each in published
    )


def is_of_a_model(one: Spoken) -> bool:
    """Whether words stand for a known model that is called by no plain word: `openvla` does, `hermes` does not."""
    if not isinstance(one.entry, ModelEntry):
        return False
    published = (split_organisation(name)[1] for name in (*one.entry.aliases, *one.entry.names))
    return any(char.isdigit() for char in one.text) or any(
        spelt(each).startswith(spelt(one.text)) and _COINED.search(each) for each in published
    )
