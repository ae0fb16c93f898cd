"""Licences that are called after the thing which they are of: "Kimi K2.5 License" beside `moonshotai/Kimi-K2.5`."""

from __future__ import annotations

import re
from collections.abc import Collection

from compliance.model.words.spelling import split_organisation
from compliance.resolve.licences.text import LicenceReader

_PIECES = re.compile(r"[a-z]+|\d+")
_OF_ANY_LICENCE = frozenset(
    (
        "agreement",
        "for",
        "its",
        "licence",
        "licences",
        "license",
        "licenses",
        "model",
        "of",
        "own",
        "s",
        "terms",
        "the",
    )
)
"""Words of a licence's name that do not tell it from others."""


def is_called_after(text: str, name: str | None, known: Collection[str], licences: LicenceReader) -> bool:
    """Whether a licence that nobody reads is named by the whole version of a thing, and by nothing that limits it.

    Whatever the licence of that thing is, `known` by its record, is meant. Words of the known licence's own title may
    stand beside; a shorter version may be another thing's: "DeepSeek-V3 License" beside `DeepSeek-V3-0324`.
    """
    organisation, alone = split_organisation(name or "")
    own = _pieces(alone)
    titles = (record.title for one in known if (record := licences.record(one)) is not None)
    told = (
        piece for text_of in (organisation or "", *titles) for piece in _pieces(text_of) if piece.isalpha()
    )
    beside = _OF_ANY_LICENCE.union(told) - set(own)
    said = [piece for piece in _pieces(text) if piece not in beside]
    after = own[len(said) : len(said) + 1]
    goes_on = bool(after) and after[0].isdigit()
    return any(map(str.isdigit, said)) and own[: len(said)] == said and not goes_on


def _pieces(text: str) -> list[str]:
    """The runs of letters and of digits of a text, in small letters."""
    return _PIECES.findall(text.lower())
