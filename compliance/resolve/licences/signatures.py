"""Whose signature stands under a paper: a party signs under its own name, not where somebody's words mention it.

`Talk Ltd and Pub`, `J. Doe, Talk Ireland` and `Pub; Talk (DE)` are signed by Talk; `Pub, reseller of Talk products`
and `Pub, for the Talk project` are signed by Pub alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from compliance.model.words.places import known_place
from compliance.model.words.spelling import words
from compliance.patterns import regex

_COMPANY_WORDS = frozenset(
    ("ab", "ag", "bv", "co", "company", "corp", "corporation", "emea", "foundation", "gmbh", "group", "holding",
     "holdings", "inc", "incorporated", "international", "kg", "labs", "limited", "llc", "llp", "lp", "ltd", "nv", "of",
     "opco", "oy", "pbc", "plc", "pte", "pty", "sa", "sarl", "sas", "se", "spa", "srl", "technologies", "the",
     "university")
)  # fmt: skip
"""Words of companies' names that tell nobody apart."""
_BETWEEN = regex(r"\s*(?:[,;/()&+|]|\band\b|\bund\b|\bet\b)\s*")
_DOTTED = regex(r"\b(?:[^\W\d_]\.){2,}")
"""Short forms with dots: `L.L.C.`, `S.A.`."""
_RELATIONS = frozenset(
    ("about", "as", "at", "behalf", "by", "for", "from", "in", "my", "not", "of", "on", "our", "through", "to", "via",
     "with", "without")
)  # fmt: skip
"""Words that say how whoever was named before stands to those named after."""
_OFFICES = frozenset(
    ("board", "chief", "counsel", "dean", "director", "head", "lead", "manager", "member", "officer", "president",
     "secretary", "vp")
)  # fmt: skip
"""Words for what a person is at the company that is named after them."""
_NOT_YET = frozenset(("draft", "nobody", "none", "pending", "proposed", "requested", "unsigned"))
"""Words that say of a signature that it is not there; `not` is among the relations."""
_BY_THEIR_PART = frozenset({"provider", "licensor", "developer", "rightsholder"})
"""How a manifest may call the party that has to sign, instead of by its name."""


def signs(signed_by: str, givers: Iterable[str]) -> bool:
    """Whether a party, by any of its names, is among those who signed."""
    if _NOT_YET & set(words(signed_by)) or "not" in words(signed_by):
        return False
    known = [set(_telling(giver)) for giver in givers]
    return any(
        _is_part(piece) or any(name and _is(piece, name) for name in known) for piece in _signers(signed_by)
    )


def _signers(signed_by: str) -> Iterator[tuple[str, ...]]:
    """The telling words of each who signed, up to where the text begins to say of one how he stands to others."""
    plain = _DOTTED.sub(lambda short: short[0].replace(".", ""), signed_by)
    for piece in _BETWEEN.split(plain):
        said = words(piece)
        yield _telling(piece)
        if said and said[0] != "university" and _RELATIONS & set(said) and not _OFFICES & set(said):
            return


def _telling(name: str) -> tuple[str, ...]:
    return tuple(word for word in words(name) if word not in _COMPANY_WORDS)


def _is_part(piece: tuple[str, ...]) -> bool:
    return len(piece) == 1 and piece[0] in _BY_THEIR_PART


def _is(piece: tuple[str, ...], name: set[str]) -> bool:
    """Whether words are a party's name, with no more beside it than a country."""
    beside = [word for word in piece if word not in name]
    return name <= set(piece) and (not beside or known_place(" ".join(beside)) is not None)
