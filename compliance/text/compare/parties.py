"""Read with whom a text is agreed: the legal names by which it introduces its publisher."""

from __future__ import annotations

import re

from compliance.model.packs.clause_text import SegmentedText
from compliance.text.compare.canonical import tokens
from compliance.text.compare.renames import Renames, renamed

__all__ = ["introduces_party", "new_parties"]

_FORM = (
    r"(?:Inc|LLC|L\.L\.C|L\.P|LP|LLP|Ltd|Limited|GmbH|AG|SAS|S\.A\.S|SARL|S\.A|B\.V|BV|N\.V|Corp|Corporation|PBC|"
    r"Pte\.? Ltd|Pty\.? Ltd|AB|AS|ApS|Oy|Oyj|S\.r\.l|K\.K|PLC|plc|Co\., Ltd|Unlimited Company)"
)
_NAME = rf"(?:[A-Z][\w&'’.-]{{0,40}},? ){{1,6}}{_FORM}\b\.?"
_INTRODUCED = re.compile(
    rf"(?P<name>{_NAME})[^.;]{{0,160}}?\(?[^()]{{0,60}}[“\"'‘](?:we|us|our|the company|company|[A-Z])|"
    rf"(?:between you and|agreements? (?:is )?(?:with|between)|contract(?:ing)? (?:with|part(?:y|ies)|entit(?:y|ies))|"
    rf"(?:operated|provided|offered|owned) by|entered into (?:with|by))[^.;]{{0,80}}?(?P<other>{_NAME})"
)
_DATED = re.compile(
    r"^(?:Effective|Updated|January|February|March|April|May|June|July|August|September|October|November|December) "
)
_FIRST = 60
"""Within how many clauses from the top a text introduces its parties."""


def new_parties(old: SegmentedText, new: SegmentedText, renames: Renames) -> tuple[str, ...]:
    """Return the legal names by which the newer version introduces its publisher, where the older one had others.

    A name that came by a rename is no other party.
    """
    before = {renamed(tokens(name), renames) for name in _named(old)}
    fresh = {name for name in _named(new) if tokens(name) not in before}
    return tuple(sorted(fresh)) if before and fresh else ()


def introduces_party(own: str) -> bool:
    """Tell whether a clause introduces somebody by a legal name.

    >>> introduces_party('An agreement between you and Meadow LLC ("Meadow").')
    True
    >>> introduces_party('"Output" means text.')
    False
    """
    return _INTRODUCED.search(own) is not None


def _named(text: SegmentedText) -> frozenset[str]:
    found: set[str] = set()
    for each in text.clauses[:_FIRST]:
        for match in _INTRODUCED.finditer(each.own):
            name = (match["name"] or match["other"]).strip(" .")
            found.add(_DATED.sub("", name))
    return frozenset(found)
