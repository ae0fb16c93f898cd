"""Rows that a paragraph behind a label, or under a heading, on training data tells without a verb: how much of what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.prose.rows_from import CONTENT
from compliance.acquire.prose.went_in import NOT_IN, SUM, Listed, is_name

_SAID = r"(?:(?:pre-?|post-?|fine-?)?(?:training|tuning)|sft) (?:data ?sets?|data|corpus|corpora|mix(?:ture)?|rows)"
_LABEL = re.compile(rf"(?i)\W*(?P<label>{_SAID})\W*:\s")
_HEADING = re.compile(rf"(?i)\W*{_SAID}\W*")
_NAME = r"(?P<name>[A-Z][\w.-]*\w(?: (?:(?:of|the|for) ){0,2}[A-Z\d][\w.-]*\w){0,5})"
_OWNER = r"(?:[A-Z][\w-]*(?: [A-Z][\w-]*)?['’]s?\s+)?"
_FROM_SET = re.compile(
    rf"\b(?:from|of)\s+(?:the\s+|all of\s+)?{_OWNER}(?:public\s+|open\s+|full\s+)?{_NAME}\s+"
    r"(?i:release|data ?sets?|corpus|collection|archive|dump|challenge|recordings|demonstrations)\b"
)
"""How words tell of a set that is named as one: `play from the Marsh Board's Fen Play release`."""
_AMOUNT = (
    r"(?i:\d[\d.,]*\s?(?:k|m|million|thousand|billion)?\+?\s+(?:[\w-]+ )?"
    rf"(?:hours|clips|episodes|minutes|games|tokens|{CONTENT}))"
)
_AMOUNT_OF = re.compile(
    rf"{_AMOUNT}\s+(?:of|from)\s+(?:the\s+)?{_NAME}(?=\s*(?:$|[,.;(]|(?:and|with|plus)\b|[a-z]+s\b))"
)
"""How words tell how much there is of a thing: `120 hours of FenPlay 2022 demonstrations`."""
_WHERE = frozenset(
    {
        "english",
        "german",
        "french",
        "spanish",
        "chinese",
        "japanese",
        "europe",
        "european",
        "american",
        "internet",
        "web",
    }
)
"""What rows are in or where they are from, and no set of them."""


def told_plainly(paragraph: Paragraph) -> Iterator[Listed]:
    """The sets that such a paragraph tells.

    Args:
        paragraph: The paragraph.
    """
    if paragraph.columns:
        return
    heading = paragraph.section.rsplit(" / ", 1)[-1].strip()
    label = _LABEL.match(paragraph.text)
    if label is None and not _HEADING.fullmatch(heading):
        return
    said, at = (label["label"], label.end()) if label else (heading, 0)
    taken: set[int] = set()
    for sentence in re.finditer(r"[^.;!?]+(?:\.(?=\S)[^.;!?]*)*", paragraph.text[at:]):
        if NOT_IN.search(sentence[0]):
            continue
        for one in (*_FROM_SET.finditer(sentence[0]), *_AMOUNT_OF.finditer(sentence[0])):
            begins = at + sentence.start() + one.start("name")
            if begins not in taken and _is_set(one["name"], one.re is _FROM_SET):
                taken.add(begins)
                yield Listed(one["name"], begins, said)


def _is_set(name: str, is_named: bool) -> bool:
    spoken = name.lower().split()
    if SUM.issuperset(spoken) or _WHERE.issuperset(spoken):
        return False
    return is_named or is_name(name)
