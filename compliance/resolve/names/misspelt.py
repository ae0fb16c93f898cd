"""Known names that an unknown one may be a slip for: told as a question, and never taken for it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from compliance.model.names.catalogue import Catalogue, Kind
from compliance.model.names.records import ModelEntry, ServiceEntry
from compliance.model.names.template import expansions
from compliance.model.words.spelling import split_organisation, words

_CLOSE, _WORD, _JOINED = 0.76, 0.6, 0.88
"""How much alike first words, words in their place, and names that are divided otherwise must be."""
_LONG = 6
"""Letters from which on two names are not alike by chance."""
_MOST = 2
_SAMPLES = 40
"""Names of one template that are compared; a line of models seldom has more sizes and variants."""


def near_spelled(name: str, kind: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Names of a kind that differ from this one in letters alone, nearest first.

    Records are only read whose names begin with a word like the first of this one; figures must be the same, since
    another size or version is another thing and no slip.
    """
    organisation, bare = split_organisation(name)
    owner = catalogue.owner(organisation) if organisation else None
    spoken = words(bare)
    wanted = {"service": "service", "model": "model"}.get(kind, "dataset")
    if not spoken or (organisation and owner is None):
        return near_owned(name, kind, catalogue)
    known = catalogue.index.get(wanted, {})
    joined = "".join(spoken[:2])
    like = [
        *difflib.get_close_matches(spoken[0], known, n=4, cutoff=_CLOSE),
        *([joined] if joined in known else []),
    ]
    pool: dict[str, str] = {}
    for text in (one for word in like for one in _names(catalogue, wanted, word, owner)):  # type: ignore[arg-type]
        said = words(split_organisation(text)[1])
        if _may_be_meant(spoken, said):
            pool.setdefault("".join(said), text)
    close = difflib.get_close_matches("".join(spoken), pool, n=_MOST, cutoff=_CLOSE)
    return tuple(pool[one] for one in close)


def near_owned(name: str, kind: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Names of a kind that are this one but for the letters of its owner, where nobody is called as it says."""
    organisation, bare = split_organisation(name)
    spoken = words(bare)
    if not organisation or not spoken or catalogue.owner(organisation) is not None:
        return ()
    wanted: Kind = "model" if kind == "model" else "dataset"
    found = (
        text
        for text in _names(catalogue, wanted, spoken[0], None)
        if words(split_organisation(text)[1]) == spoken
        and _alike((split_organisation(text)[0] or "").lower(), organisation.lower()) >= _JOINED
    )
    return tuple(dict.fromkeys(found))[:_MOST]


def _may_be_meant(spoken: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether words may be a slip for others: the same beginning and figures, and every word alike in its place.

    Names of which one has more behind it are two names, and short single words are alike by chance.
    """
    said, meant = "".join(spoken), "".join(known)
    if said[:1] != meant[:1] or len(said) < _LONG or _figures(said) != _figures(meant):
        return False
    short, long = sorted((said, meant), key=len)
    if long.startswith(short) and len(long) > len(short) + 1:
        return False
    if len(spoken) != len(known):
        return _alike(said, meant) >= _JOINED
    return all(_alike(*pair) >= _WORD for pair in zip(spoken, known, strict=True))


def _alike(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()


def _names(catalogue: Catalogue, kind: Kind, word: str, owner: str | None) -> Iterator[str]:
    """Names of the records that begin with a word, of one owner or of all."""
    for located in catalogue.beginning(kind, word):
        entry = located.entry
        maker = getattr(entry, "developer" if isinstance(entry, ModelEntry) else "publisher", None)
        if owner is not None and maker != owner:
            continue
        for text in entry.names:
            organisation, _ = split_organisation(text)
            head = f"{organisation}/" if organisation and not isinstance(entry, ServiceEntry) else ""
            yield from (head + sample for sample in expansions(text, entry.slots, _SAMPLES))
        yield from (sample for text in entry.aliases for sample in expansions(text, entry.slots, _SAMPLES))


def _figures(text: str) -> list[str]:
    return re.findall(r"\d+", text)
