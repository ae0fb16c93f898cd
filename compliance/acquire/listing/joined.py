"""Models by their place in a list: what a merge was made of, and the parts that a model consists of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.prose.went_in import Listed

_MODELS = r"(?:models?|checkpoints?|loras?|adapters?|weights)"
_AND = rf"{_MODELS}(?:(?:\s*[,&/+]\s*|\s+and\s+){_MODELS})*"
_MERGED = re.compile(
    rf"(?i)\W*(?:the )?(?:(?:base|source|parent|constituent|merged|included|used|component) {_AND}"
    rf"|{_AND} (?:that (?:was|were) )?(?:used|merged|included|combined|in (?:the|this) (?:merge|mix|blend))"
    rf"|(?:merge|merged|mix|blend)(?: (?:of|details|members|ingredients|components|recipe|{_MODELS}))?)\W*"
)
"""Headings over lists of the models that one was merged from."""
_MERGES = re.compile(
    rf"(?i)\b(?:merge|merged|merging|mix|blend|blended|combin\w+|slerp|soup)\b.{{0,60}}\b(?:following|these|below|{_MODELS})\b"
    rf"|\b(?:following|these) {_AND}\b.{{0,40}}\b(?:merged|combined|blended|mixed|included in the merge)\b"
)
_PARTS = re.compile(
    r"(?i)\b(?:consists? of|composed of|made up of|comprises|is (?:built|assembled) from|combines)\b.{0,40}"
    r"\b(?:parts|components|modules|models|building blocks|following)\b"
)
"""Words before a list of what a model consists of."""
_PART = re.compile(
    r"(?i)\W*(?:the )?(?:(?:image|vision|visual|text|audio|speech|language|sentence) )?"
    r"(?:encoder|decoder|tower|tokeni[sz]er|vocoder|codec|vae|backbone|projector)s?\W*"
)
"""Headings over the models that a part of the work is."""
_NOT_IN = re.compile(
    r"(?i)\b(?:evaluat\w+|tested|test|benchmarks?|results?|compar\w+|other|others|related|similar|future|available|"
    r"can be|could be|may be|want to|your|not (?:used|included|merged))\b"
)
"""What says that a list is another one."""
_OFFERED = re.compile(
    r"(?i)\W*(?:(?:our|released|available|all|the|provided)\s+)*"
    r"(?:models?|checkpoints?|weights|model (?:zoo|family|list|cards?))\W*"
)
"""Headings above which lists tell what the makers offer, and not what the work was made from."""
_ITEM = re.compile(
    r"\W*(?:\d+[.)]\s*)?(?:[A-Za-z][\w /-]{1,80}\s*:\s+)?(?:hf\.co/)?"
    r"(?P<name>[A-Za-z\d][\w.-]{1,95}/[A-Za-z\d][\w.-]{0,94}\w)"
    r"(?!\s*:\s*(?:hf\.co/)?[\w.-]+/\w)\s*(?:$|[:;,(|\n]|\b(?:with|as|at|for)\s|[-–—]\s)"
)
"""How an item begins that names a thing of a hub, a short label before it at most."""
_TITLE = re.compile(
    r"\W*(?:\d+[.)]\s*)?(?P<name>[A-Z\d][\w.'’+-]*(?: [\w.'’&+-]+){0,6}?)\s*(?:\([^()]{1,60}\))?[\s*`_]*"
)
"""An item that is nothing but a name in plain words, with a remark in brackets at most."""
_OF_MERGE = re.compile(r"(?i)merg|mix|blend|\bloras?\b|ingredients")
"""Words of a heading that leave no doubt that what is listed was joined."""
_USED = re.compile(
    r"(?i)\W*(?:the\s+)?(?:models?|ingredients|checkpoints?|components?)\s+(?:that (?:i|we|were)\s+)?used\W*"
)
"""Words above a list of a page that is about a merge."""
_NO_MODEL = re.compile(
    r"(?i)(?:none|n/?a|todo|tbd|(?:and )?(?:many )?(?:more|others?)|see (?:above|below)|yes|no)\W*|\d+"
)
_REMARK = re.compile(r"\s*\([^()]*\)\W*$")
"""A remark at the end of a heading: `Models used (for the small one)`."""
LEAST_LETTERS = 3


def joined(paragraph: Paragraph) -> Iterator[Listed]:
    """What an item names of a hub, where the words above say that such things were joined in the work.

    Args:
        paragraph: The item.
    """
    item = _ITEM.match(paragraph.text) if paragraph.is_item else None
    plain = _TITLE.fullmatch(paragraph.text) if paragraph.is_item and item is None else None
    heading = _REMARK.sub("", paragraph.section.rsplit(" / ", 1)[-1])
    if (item or plain) is None or _NOT_IN.search(paragraph.lead) or _NOT_IN.search(heading):
        return
    if any(_OFFERED.fullmatch(one) for one in paragraph.section.split(" / ")[:-1]):
        return
    said = re.split(r"[.!?]\s", paragraph.lead)[-1]
    if item is None:
        yield from _in_plain_words(plain, paragraph, said or heading)
    elif _PARTS.search(said):
        yield Listed(item["name"], item.start("name"), said, "component")
    elif (
        _MERGES.search(said)
        or (not said and _MERGED.fullmatch(heading))
        or (_USED.fullmatch(said) and _OF_MERGE.search(paragraph.section))
    ):
        yield Listed(item["name"], item.start("name"), said or heading, "base")
    elif not said and _PART.fullmatch(heading):
        yield Listed(item["name"], item.start("name"), heading, "component")


def _in_plain_words(item: re.Match[str] | None, paragraph: Paragraph, said: str) -> Iterator[Listed]:
    """A model that a list of a merge calls by plain words; without words of merging it is asked about."""
    if item is None or len(item["name"]) < LEAST_LETTERS or _NO_MODEL.fullmatch(item["name"]):
        return
    if _MERGES.search(said) if paragraph.lead else _MERGED.fullmatch(said):
        firm = bool(_OF_MERGE.search(said)) or bool(paragraph.linked)
        # Beside a base that is told, one that nothing tells is not asked about; a part is.
        yield Listed(item["name"], item.start("name"), said if firm else "", "base" if firm else "component")
