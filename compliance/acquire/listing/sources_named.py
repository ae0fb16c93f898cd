"""Sources that a page names in its own words: a sentence on what they include, a table of rows in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.listing.linked_sets import SOURCES
from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.prose.went_in import SUM, Listed

_INCLUDE = re.compile(
    r"(?i)\W*(?:the |our |these )?(?:[\w-]+ ){0,4}?"
    r"(?:(?:re)?sources?|data ?bases?|data ?sets?|corpora|collections)(?: used)? "
    r"(?:include[sd]?|comprised?|comprises|were|are)\s*:?\s+(?P<all>[^.;]*(?:\.(?=\w)[^.;]*)*)"
)
"""How a sentence begins that goes on with the sources of rows."""
_BETWEEN = re.compile(r"\s*(?:,\s*and\b|,|\band\b|&)\s*")
_CALLED = re.compile(
    r"(?:the )?(?:(?P<holder>[A-Z]{2,}) (?:accession|series|entry|release|record) )?"
    r"(?P<name>[A-Z][\w.'’-]*(?: (?:(?:of|the|for|and|de) ){0,2}[A-Z\d][\w.'’-]*){0,6})"
    r"(?: (?i:data ?sets?|data ?bases?|data|corpus|records|dumps?|archives?))?"
)
"""A piece of such a list that is a name, with the word for what it is."""
_CONTENT = re.compile(
    r"\b(?:[Tt]his|[Tt]he|[Oo]ur|[Ii]t)\b[^.;]{0,60}?\b(?:is|was|were|are)\s+(?:\w+\s+)?"
    r"(?:based\s+on|built\s+(?:from|on)|derived\s+from|extracted\s+from|drawn\s+from)\s+(?:the\s+)?"
    r"(?:contents?|data|records|entries|articles|annotations)\s+(?:of|in|from)\s+(?:the\s+)?"
    r"(?P<name>[A-Z][\w-]*(?:\s+[A-Z\d][\w-]*){0,4})\s*(?:\([^()]{0,120}\)\s*)?"
    r"(?=(?:data\s?base|data\s?set|corpus|archive|collection|repository)\b)"
)
"""How a sentence tells of whose content rows are: `based on the content of the NAME database`."""
_TRAINING_IS = re.compile(
    r"\W*(?:[Tt]he |[Oo]ur )?(?:(?i:pre-?|fine-?)?(?i:training|tuning)) (?i:data ?sets?|data|corpus|set)"
    r"(?: used)? (?:is|was|are|were)(?: taken from)? (?:a subset of )?(?:the )?"
    r"(?P<name>[A-Z][\w-]*(?:\.\w+)*(?: (?:(?:of|from|for|the|and) ){0,2}[A-Z\d][\w-]*(?:\.\w+)*){1,8}|"
    r"[A-Z]\w*[A-Z\d][\w-]*(?:\.\w+)*)"
    r"(?= (?i:data ?sets?|corpus|data|collection|challenge)\b|\s*(?:$|[.,;(]))"
)
"""How a sentence begins that says what the rows are on which the work was trained: `The training data is FenQA.`"""
_SOURCE_OF = re.compile(
    r"(?i)\W*?[—–:-]\s*(?:the |our |a )?(?:sources? of|источник\w*)\s+(?:the |all |most )?"
    r"(?:training|data|texts?|passages?|sentences|images|audio|rows|questions|documents|"
    r"обуча\w+|тренировочн\w+|данн\w+|текст\w*|пассаж\w*|пример\w*|предложени\w+)\b"
)
"""How an item goes on behind what it begins with, where that is the source of rows."""
_OF_ROWS = re.compile(
    r"\W*(?:中文|英文|中英文|双语|多语言|开源|公开|原始|预?训练|微调|指令)?(?:数据集?|语料库?)(?:来源|构成|组成|列表)?\W*"
)
"""Headings in Chinese over what a thing was trained on."""
_KINDS = re.compile(r"\W*(?:类型|类别|名称|来源|数据|数据类型|数据来源|数据源|语料)\W*")
_TELLS = re.compile(r"\W*(?:描述|说明|介绍|内容|备注|简介)\W*")
_WORDS = re.compile(r"[\w.-]{2,30}")


def included(paragraph: Paragraph) -> Iterator[Listed]:
    """What a sentence under a heading on sources says that these include.

    Args:
        paragraph: The paragraph.
    """
    heading = paragraph.section.rsplit(" / ", 1)[-1].strip()
    said = None if paragraph.columns or not SOURCES.fullmatch(heading) else _INCLUDE.match(paragraph.text)
    if said is None:
        return
    at = said.start("all")
    for piece in _BETWEEN.split(said["all"].rstrip(" .\n")):
        begins = paragraph.text.index(piece, at)
        at = begins + len(piece)
        one = _CALLED.fullmatch(piece.strip())
        if one and not SUM.intersection(one["name"].lower().split()):
            yield Listed(one["name"], paragraph.text.index(one["name"], begins), heading)


def source_of(paragraph: Paragraph) -> Iterator[Listed]:
    """The thing with whose link an item begins, where it goes on that rows come from there.

    Args:
        paragraph: The item.
    """
    at, until = paragraph.linked[0] if paragraph.linked and paragraph.is_item else (0, 0)
    begins = until > at and not re.search(r"\w", paragraph.text[:at])
    said = _SOURCE_OF.match(paragraph.text, until) if begins else None
    name = paragraph.text[at:until].strip(" *`")
    if said and _WORDS.fullmatch(name):
        yield Listed(name, paragraph.text.index(name, at), " ".join(said[0].strip(" *—–:-").split()))


def of_content(paragraph: Paragraph) -> Iterator[Listed]:
    """What a sentence tells to be the rows on which the work was trained, or the collection of whose content they are.

    Args:
        paragraph: The paragraph.
    """
    for said in (
        () if paragraph.columns else (_CONTENT.search(paragraph.text), _TRAINING_IS.match(paragraph.text))
    ):
        if said is None:
            continue
        yield Listed(
            said["name"],
            said.start("name"),
            " ".join(paragraph.text[said.start() : said.start("name")].split()),
        )


def in_chinese_table(paragraph: Paragraph, heading: str) -> Iterator[Listed]:
    """The thing of a row that tells in Chinese what a set that lies elsewhere is, under a heading on rows.

    Args:
        paragraph: The row.
        heading: The last heading above it.
    """
    if len(paragraph.columns) < 2 or not _OF_ROWS.fullmatch(heading.strip(" 📝📚🗂")):
        return
    (start, end, head), (_, _, tells), *_ = paragraph.columns
    if not _KINDS.fullmatch(head) or not _TELLS.fullmatch(tells):
        return
    for at, until in paragraph.linked:
        name = paragraph.text[at:until].strip(" *`")
        if start <= at and until <= end and _WORDS.fullmatch(name):
            yield Listed(name, paragraph.text.index(name, at), heading)
