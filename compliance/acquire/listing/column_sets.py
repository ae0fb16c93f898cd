"""Data sets by the heads of a table alone: a column of what went in, or rows of things with licences and sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.listing.labelled import is_work
from compliance.acquire.listing.tables import told
from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.prose.licence_words import is_licence
from compliance.acquire.prose.went_in import SUM, Listed, is_name

_MEASURED = re.compile(
    r"(?i)\b(?:accuracy|acc|f1|wer|cer|bleu|rouge|scores?|loss|perplexity|map|ndcg|mrr|auc|precision|recall|rank|"
    r"pass@\d+|em|iou|psnr|fid|latency|speed|throughput)\b"
)
"""Heads of columns that tell how the things of a table did: such a table compares."""
_COMPARES = re.compile(
    r"(?i)\b(?:evaluat\w+|benchmarks?|results?|performance|compar\w+|related|other|baselines?|ablations?|leaderboard)\b"
)
_LICENCE = re.compile(r"(?i)\W*(?:licen[cs]e|licen[cs]ing|terms)\W*")
_SOURCE = re.compile(
    r"(?i)\W*(?:(?:original |data )?sources?|links?|urls?|origins?|home ?pages?|addresses|repositor(?:y|ies))\W*"
)
_OWN_PARTS = re.compile(
    r"(?i)\W*(?:sub-?sets?|configs?|configurations?|splits?|files?|formats?|components?|models?|checkpoints?|"
    r"versions?|parts?|librar(?:y|ies)|packages?|tools?|dependenc(?:y|ies)|artifacts?|fields?|columns?|domains?)\W*"
)
"""Heads of a first column that lists parts of the work, what it needs or where its rows belong."""
_AMOUNT = re.compile(r"\s*\((?=[^()]*\d)[^()]*\)")
"""How much of a thing there is, behind its name."""
_HOW_MANY = re.compile(r"[~≈]?\d[\d.,]*\s?[KMBTkmb万亿]?\+?")
"""A cell that only tells how much of it there is."""
_BETWEEN = re.compile(r"\s*(?:[,;+&]|\band\b)\s*")
_TITLE = re.compile(
    r"[A-Z][\w.'’-]*(?: (?:(?:of|the|for|and|in|on|to|with|via|an?)|[A-Z\d][\w.'’-]*))*(?: [A-Z\d][\w.'’-]*)"
)
"""Words of a name of several, most with a capital."""
_WORK = re.compile(r"(?:hf\.co/)?(?:datasets/)?[\w.-]+/[\w.-]+")
_ENOUGH = 3
"""Words with a capital that are a name wherever they stand."""
MOST_NAME = 90


def of_columns(paragraph: Paragraph) -> Iterator[Listed]:
    """What a row names by the heads of its columns.

    Args:
        paragraph: The row.
    """
    if not paragraph.columns or _COMPARES.search(paragraph.section):
        return
    heads = [head for _, _, head in paragraph.columns]
    if any(_MEASURED.search(head) for head in heads):
        return
    yield from _trained_on(paragraph)
    if any(map(_LICENCE.fullmatch, heads)) and any(map(_SOURCE.fullmatch, heads[1:])):
        yield from _from_elsewhere(paragraph)


def _trained_on(paragraph: Paragraph) -> Iterator[Listed]:
    """The names in the one column of data that went in; what a hub knows in the first column is another thing's row."""
    columns = [one for one in paragraph.columns if told(paragraph.text, paragraph.columns, one[0]) == "data"]
    first = paragraph.columns[0]
    if len(columns) != 1 or columns[0] == first:
        return
    if _WORK.fullmatch(paragraph.text[first[0] : first[1]].strip(" ;*`")):
        return
    start, end, head = columns[0]
    at = start
    for cell in _BETWEEN.split(_AMOUNT.sub(_blank, paragraph.text[start:end].strip(" ;"))):
        name = cell.strip(" *`")
        if _HOW_MANY.fullmatch(name):
            continue
        if name and (is_name(name) or _is_title(name) or is_work(name)) and name in paragraph.text[at:end]:
            at = paragraph.text.index(name, at)
            yield Listed(name, at, head.strip())


def _from_elsewhere(paragraph: Paragraph) -> Iterator[Listed]:
    """The thing of a row that tells its licence and where it lies: somebody else put it out."""
    (start, end, head), *rest = paragraph.columns
    name = paragraph.text[start:end].strip(" ;*`")
    if _OWN_PARTS.fullmatch(head) or not name or len(name) > MOST_NAME or not name[0].isalnum():
        return
    if SUM.intersection(re.split(r"[\s-]", name.lower())) or is_licence(name) or "/" in name:
        return
    leads = any(
        _SOURCE.fullmatch(each) and any(a <= at and until <= b for at, until in paragraph.linked)
        for a, b, each in rest
    )
    if leads and any(letter.isupper() or letter.isdigit() for letter in name):
        yield Listed(name, paragraph.text.index(name, start), head.strip())


def _blank(one: re.Match[str]) -> str:
    return " " * len(one[0])


def _is_title(words: str) -> bool:
    """Whether words are a name by their capitals: at least so many have one, and only small words have none."""
    return _TITLE.fullmatch(words) is not None and sum(one[0].isupper() for one in words.split()) >= _ENOUGH
