"""Items of a list of data that begin with a name, where no words say that it went in: they are asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.prose.went_in import ANY_ROWS, NOT_IN, ROWS, SUM, TRAINS, Listed
from compliance.model.words.machines import is_machine

_HEADING = re.compile(
    rf"(?i)\W*(?:the |our )?(?:(?:{TRAINS}|sft|source|used)[ -])?(?:{ROWS}|sources?)"
    r"(?: (?:sources?|mix(?:ture)?|composition|summary|used|collection))?\W*"
)
"""Headings over lists of data."""
_OF_ROWS = re.compile(rf"(?i){ROWS}|\b(?:texts|sources)\b")
"""Words before a list that speak of data."""
_OF_TRAITS = re.compile(
    r"(?i)\b(?:fields?|columns?|features?|splits|languages?|domains?|topics?|tasks?|types?|categor\w+|labels?|steps?|"
    r"files?|limitations?|uses?|users?|you|(?:can|may|should|will|to) (?:be used|use|support|help)|properties|"
    r"statistics|formats?|versions?|risks?|biases|annotat\w+|metrics?|evaluat\w+|results?|principles?|stages?)\b"
)
"""Words before a list that says what data are like, what is done with them, or who uses them."""
_MADE_OF = re.compile(
    rf"(?i)\b(?:built|derived|compiled|combined|drawn|taken|sourced|collected|created|made|constructed|assembled|"
    rf"aggregated|merged|composed) (?:up )?(?:from|of|using)\b.*(?:{ROWS})"
)
"""Words before a list that say from what data something was made."""
_PARTED = re.compile(r"(?i)\bcan be (?=(?:divided|grouped|split|separated|broken)\b)")
"""Words by which a list is said to be of parts, not of what may be done."""
_NAME = r"[A-Z][\w.+'’-]*(?: (?:(?:of|the|for|and|in|to) ){0,2}(?:[A-Z\d]|v\d)[\w.+'’-]*){0,5}"
_BEGINS = re.compile(
    rf"\W*(?:\d+[.)]\s*)?(?:[Tt]he\s+)?(?P<name>{_NAME})(?:\s+(?i:data ?set|corpus|collection))?"
    r"\s*(?:$|\([^()]*\)(?!\s*\w*\s*:)|[,;]|\s[-–—]\s|\sby\s)"
)
"""How an item begins with a name on which it then tells something."""
_BEFORE_LINK = re.compile(r"\W*(?:\d+[.)]\s*)?(?:[A-Z][\w /&-]{2,40}:)?\W*")
"""What may stand before the link with which an item begins: the kind of the things that it lists."""
_BETWEEN = re.compile(r"\W*(?:and|or)?\W*")
_PLACE = re.compile(
    r"(?i)\b(?:papers?|github|code|here|links?|web ?sites?|arxiv|home ?page|docs?|documentation|leaderboards?|blogs?|"
    r"licen[cs]es?|repo(?:sitory)?|download|card|report|demo|et al|notebooks?|this|our|cc[- ]by\S*)\b|://"
)
"""Labels of links that say where something is, and name none."""
_KIND = frozenset(
    {"number", "size", "format", "language", "languages", "license", "licence", "version", "text", "texts", "images",
     "audio", "video", "input", "output", "each", "a", "an", "we", "our", "this", "these", "it", "no", "not",
     "additional", "rows", "samples", "examples", "instances", "points", "curated", "synthetic", "public", "private"}
)  # fmt: skip
"""Words with which an item begins that names no set."""
_LEAST = 3


def asked_items(paragraph: Paragraph) -> Iterator[Listed]:
    """The names with which an item of a list of data begins, without a cue: nothing says that they went in.

    Args:
        paragraph: The item.
    """
    if not paragraph.is_item or paragraph.columns:
        return
    heading = paragraph.section.rpartition(" / ")[2]
    before = re.split(r"[.!?]\s", paragraph.lead or paragraph.above)[-1]
    if NOT_IN.search(paragraph.section) or NOT_IN.search(_PARTED.sub("", before)):
        return
    led = bool(_OF_ROWS.search(before)) and (_MADE_OF.search(before) or not _OF_TRAITS.search(before))
    if not led and (_HEADING.fullmatch(heading) is None or before):
        return
    linked = list(_linked(paragraph))
    yield from linked
    item = _BEGINS.match(paragraph.text) if led and not linked else None
    if item is not None and _is_name(item["name"]) and not _is_a_word(paragraph.text):
        yield Listed(item["name"], item.start("name"), "")


def _linked(paragraph: Paragraph) -> Iterator[Listed]:
    """The labels of the links with which an item begins, one after the other."""
    at, between = 0, _BEFORE_LINK
    for start, end in paragraph.linked:
        if between.fullmatch(paragraph.text[at:start]) is None:
            return
        name = paragraph.text[start:end].strip(' *`"“”')
        if _is_name(name) and not _PLACE.search(name) and name in paragraph.text:
            yield Listed(name, paragraph.text.index(name, start), "")
        at, between = end, _BETWEEN


def _is_a_word(item: str) -> bool:
    """Whether an item is one word as any text has it, which may stand over a list of its own."""
    word = item.strip(" -*:")
    return word.isalpha() and word.istitle()


def _is_name(name: str) -> bool:
    """Whether words are written as a name is, and none of them says that they are a sum or a kind."""
    spoken = name.lower().split()
    written = any(one.isupper() or one.isdigit() for one in name) and len(name) >= _LEAST
    counted = SUM.intersection(spoken) or spoken[:1] == [] or spoken[0] in _KIND
    return written and not counted and not is_machine(name) and ANY_ROWS.fullmatch(name) is None
