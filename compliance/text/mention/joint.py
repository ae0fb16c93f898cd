"""Rows that stand beside known ones on which a thing is said to be trained: `trained on COCO and unlabeled FenSet`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from compliance.model.sighting import Known
from compliance.text.mention.called import PROPER, says_kind
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
MOST_BEFORE = 60
"""How far before the first of them the words stand that tell of training."""
MOST_MEMBERS = 16


def beside_rows(text: str, names: Sequence[Name]) -> list[Name]:
    """The names of a text, with those added or told to be rows that go on a list of what a thing was trained on.

    Args:
        text: The paragraph.
        names: The names found in it, in their order.
    """
    by_start = {one.start: one for one in names}
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
