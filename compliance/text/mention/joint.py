"""Rows that stand beside known ones on which a thing is said to be trained: `trained on COCO and unlabeled FenSet`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from compliance.model.declared.sighting import Known
from compliance.text.mention.called import PROPER, is_of_people, says_kind
from compliance.text.mention.name import Name

_TRAINED = re.compile(
    r"(?i)\b(?:pre-?|fine-?)?(?:train|tun)(?:ed|ing)\s+(?:jointly\s+|further\s+)?(?:on|with|using|over)\s+(?:(?:the|both)\s+)?$"
)
_AND = re.compile(
    r"\s*(?:\([^()]{0,80}\)\s*)?(?:,\s*(?:and\s+)?|and\s+|&\s*|\+\s*|plus\s+)"
    r"(?:the\s+)?(?:(?:un|weakly[ -])?labell?ed\s+|additional\s+)?"
)
_MEMBER = re.compile(r"[A-Z][\w-]*(?:\.\d[\w-]*)?\w")
_ENDS = re.compile(r"\s*(?:$|[,.;(]|(?:using|with|and|for|data ?sets?|data|images|corpus)\b)")
_ON = re.compile(
    r"(?i)\b(?:pre-?|fine-?)?(?:train|tun)(?:ed|ing)\s+(?:jointly\s+|further\s+)?(?:on|with|over)\s+(?:(?:the|both)\s+)?"
)
"""Words behind which a list may begin of what a thing was trained on, whoever knows its first member."""
_TITLE = re.compile(
    r"(?:[a-z][\w-]+ ){0,2}?(?P<name>[A-Z][\w-]*(?:\.\d[\w-]*)?(?: [A-Z\d][\w-]*){0,3})(?=\s*(?:[,.;(&+]|and\b|$))"
)
KNOWN_AT_LEAST = 2
"""Known rows that a list must have for its other members to be rows, however plainly they are written."""
MOST_BEFORE = 60
"""How far before the first of them the words stand that tell of training."""
MOST_MEMBERS = 16
_ASIDE = 16
"""Letters of small words that may stand before the title of a member: `deduplicated C4`."""


def beside_rows(text: str, names: Sequence[Name]) -> list[Name]:
    """The names of a text, with those added or told to be rows that go on a list of what a thing was trained on.

    Args:
        text: The paragraph.
        names: The names found in it, in their order.
    """
    by_start = {one.start: one for one in names}
    for words in _ON.finditer(text):
        listed = list(_listed(text, words.end(), by_start))
        if sum(one.known is not None and one.known.record is not None for one in listed) >= KNOWN_AT_LEAST:
            by_start.update((one.start, one) for one in listed)
    for first in names:
        begins = first.known is not None and first.known.kind == "dataset"
        if begins and _TRAINED.search(text, max(0, first.start - MOST_BEFORE), first.start):
            by_start.update((one.start, one) for one in _members(text, first.end, by_start))
    return list(by_start.values())


def _members(text: str, at: int, known: dict[int, Name]) -> Iterator[Name]:
    """The further members of a list, as far as each is written as a name is and nothing knows it for something else."""
    for _ in range(MOST_MEMBERS):
        joint = _AND.match(text, at)
        if joint is None:
            return
        held = known.get(joint.end())
        if held is not None:
            if held.known is None or (held.known.kind == "model" and held.known.record is None):
                yield replace(held, known=Known("dataset", None), by_noun=True)
            elif held.known.kind != "dataset":
                return
            at = held.end
            continue
        member = _MEMBER.match(text, joint.end())
        if member is None or not PROPER.search(member[0]) or says_kind(member[0]):
            return
        if not _ENDS.match(text, member.end()):
            return
        yield Name(member[0], member.start(), member.end(), Known("dataset", None), by_noun=True)
        at = member.end()


def _listed(text: str, at: int, known: dict[int, Name]) -> Iterator[Name]:
    """The members of a list of titles from its start, those that nothing knows taken for rows."""
    for _ in range(MOST_MEMBERS):
        held = next((one for one in known.values() if _is_member(text, at, one)), None)
        if held is not None:
            if held.known is None or held.known.kind != "dataset":
                return
            yield held
            end = held.end
        else:
            title = _TITLE.match(text, at)
            if title is None or any(says_kind(word) or is_of_people(word) for word in title["name"].split()):
                return
            yield Name(title["name"], title.start("name"), title.end(), Known("dataset", None), by_noun=True)
            end = title.end()
        joint = _AND.match(text, end)
        if joint is None:
            return
        at = joint.end()


def _is_member(text: str, at: int, name: Name) -> bool:
    """Whether a name is the member of a list that begins at a place, a few words before it aside."""
    return at <= name.start <= at + _ASIDE and not re.search(r"[,.;(]|\band\b", text[at : name.start])
