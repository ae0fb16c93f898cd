"""Data sets by the labels of links: those that a sentence leads to which says that they went in, or begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.page.links import leads_to
from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.prose.went_in import NOT_IN, TRAINED_ON, Listed, is_name, went_in

_BETWEEN = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?(?:[,;/&+]|\band\b)?\s*(?:and\s+)?(?:the\s+)?")
CELL = re.compile(r"[A-Za-z][\w.+-]*(?:/[\w.-]+)?(?: (?:[A-Z\d]|v\d)[\w.+-]*){0,4}")
_COLLECTION = re.compile(
    r"[A-Z][\w.-]*(?: \w[\w.-]*){0,4} (?i:collection|corpus|corpora|data ?sets?|database|archive)"
)
"""A label of a link that says what it is by its last word."""
_GOES_ON = re.compile(r"(?i)(?:\b(?:on|with|from|using)|:)(?:\s+(?:the|a|all|our))?\s*$")
"""How words end that the name goes on from on which a thing was trained."""
_ENDS_ON = re.compile(rf"{TRAINED_ON.pattern}\s*(?:the\s+|both\s+)?$")
"""How words end behind which the thing stands on which something was trained."""
_WITH = re.compile(r"(?i)\b(?:with|using)(?:\s+(?:the|both))?\s*$")
"""How such words end before a tool as often as before rows."""
_TAKEN_FROM = re.compile(
    r"(?i)\b(?:data(?: ?set)?|texts?|reviews|articles|posts|images|documents|rows|recordings|sentences|lyrics|"
    r"recipes|questions|comments)\b[^.]{0,30}\b(?:retrieved|collected|scraped|crawled|gathered|extracted|obtained|taken|downloaded|sourced)\b"
    r"(?: \w+)? from\b[^.]{0,60}\b(?:web ?sites?|sites?|sources|portals?|forums?|platforms?|archives?|blogs?)\W*$"
)
"""How words end that say from which places rows were taken."""
_CRAWLED = re.compile(
    r"(?i)\b(?:data(?: ?sets?)?|corpus|corpora|texts?|reviews|articles|posts|images|documents|recordings|sentences|"
    r"lyrics|recipes|questions|comments|news|pages|transcripts|dialogues|examples|samples|rows)\b[^.]{0,60}"
    r"\b(?:crawled|scraped|collected|extracted|obtained|downloaded|sourced|taken|retrieved|gathered|sampled|drawn)\b"
    r"(?: \w+){0,2} from(?: the| an?)?"
    r"(?: (?:\w+ ){0,3}(?:web ?site|site|portal|forum|platform|newspaper|magazine|blog|archive|wiki|agency|outlet))?"
    r"\s*$|"
    r"\b(?:crawled|scraped|collected|extracted|obtained|downloaded|sourced|took|retrieved|gathered)\s+"
    r"(?:this|these|the|our|all)\s+(?:\w+\s+){0,2}(?:data(?: ?sets?)?|corpus|texts?|images|recordings|sentences)\s+"
    r"from(?:\s+the)?\s*$"
)
"""How words end that say where rows were taken from, whatever place it is."""
_USED_FROM = re.compile(
    r"(?i)\b(?:used?|using|trained|tuned)\b[^.]{0,40}\b(?:data(?: ?set)?|corpus|pairs|samples) from(?: the)?\s*$"
)
"""How words end that say whose rows were used: `we used a dataset from`."""
_FOREIGN_FROM = re.compile(
    r"(?:数据集?|语料|样本|对话|データ(?:セット)?|データの|데이터(?:셋)?|данны\w+|датасет\w*)[^。.;\n]{0,40}?"
    r"(?:来源(?:于|为)?|来自|取自|出自|の出典は|出典|より取得した|출처는?|"
    r"собран\w* (?:из|с)|взят\w* (?:из|с))\s*[:：]?\s*$"
)
"""How words of other scripts end that say where rows were taken from."""
_PART_FROM = re.compile(
    r"(?i)\b(?:encoder|decoder|backbone|vocoder|tokeni[sz]er|auto-?encoder|vae|codec|tower)\s+"
    r"(?:is|are|was|were)\s+(?:\w+\s+)?(?:built|based|initiali[sz]ed|taken|adapted|derived)\s+(?:up)?(?:on|from|with)\s+(?:the\s+)?$"
)
"""How words end that tell what a part of the work was built on."""
_PLACE = re.compile(r"[A-Z][\w.-]*(?: \w[\w.-]*){0,4}")
_OF_A_SET = re.compile(
    r"(?i)\b(?:based|built|derived|extracted|sampled|drawn|constructed|compiled|created|taken|subset)\b(?: \w+)? "
    r"(?:on|upon|from|of|out of)(?: the)?\s*$"
)
_IS_SET = re.compile(r"\s*(?:corpus|data ?set|collection|archive|database)\b")
"""What a label stands between that is of rows: `based on the [Fen news](…) corpus`."""
_PLAIN = re.compile(
    r"[A-Z][\w.-]*(?: (?:(?:de|del|della|di|du|des|la|le|of|the|for|and|in) ){0,2}[A-Z][\w.-]*){1,4}"
)
"""A label of several words with small ones between: `La Foto del Giorno`."""
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1fff\u2e80-\ud7ff][\w .()·-]{1,60}")
"""A label in another script than the Latin one, where a capital tells no name."""
_BULLET = re.compile(r"[\s*+\-•\d.)]*(?:(?i:the)\s+)?")
_KIND = re.compile(rf"{_BULLET.pattern}(?:[A-Z][\w &/().-]{{2,40}}?:\s*)?")
"""How an item begins that says of what kind the several things are that it leads to: `News: [Fen](…), [Reed](…)`."""
_PORTION = re.compile(
    r"[\s*+\-•]*(?:\d+[.)]\s+)?(?:\d[\d,.]*(?:\s?(?:[kKMB]\b|million|thousand))?(?: [\w-]+){1,3}|"
    r"(?:(?i:the|an?) )?(?:[\w-]+ ){0,2}(?i:part|subset|portion|split|half|sample|section|selection)s?|"
    r"[A-Za-z]\w*[_\d]\w*) (?:of|from)(?: the)?\s+(?=\S)"
)
"""How an item goes on that takes a part of what it leads to: `200 hours of [Reed](…)`."""
_PROPER = re.compile(r"[A-Z][\w.-]*(?: [A-Z\d][\w.-]*){0,3}")
_USED_BEHIND = re.compile(
    r"(?:[^.]|\.(?=\d)){0,400}?\b(?:is|are|was|were|has been|have been) (?:\w+ )?used (?:for|to|in|as)\b[^.]{0,30}?"
    r"\b(?:pre-?|post-?|fine-?)?(?:train|tun)(?:ing|e)?\b"
)
"""How a sentence goes on behind the set that it begins with, where it tells that a thing was trained on that."""
_OPENS = re.compile(r"\W*(?:[Tt]he\s+)?")
_NOUN = re.compile(r"(?i)\s+(?:data ?sets?|corpus|corpora|data)$")
_CALLED = re.compile(r"[A-Z\d][\w.-]*(?: (?:(?:of|the|for|and|in|de|du) ){0,2}[A-Z\d][\w.-]*){0,5}")
_TOOLS = (
    r"(?:frameworks?|platforms?|librar(?:y|ies)|toolkits?|sdk|clusters?|supercomputers?|clouds?|gpus?|tpus?|trainers?|"
    r"infrastructure|hardware|software|packages?|codebase|scripts?|notebooks?|servers?|nodes?|machines?)"
)
_TOOL, _TOOL_BEHIND = re.compile(rf"(?i)\b{_TOOLS}$"), re.compile(rf"(?i)[\s\W]{{0,120}}{_TOOLS}\b")
SOURCES = re.compile(
    r"(?i)\W*(?:(?:original |raw )?(?:data )?sources?(?: data(?: ?sets?)?)?|"
    r"initial data collection(?: and normali[sz]ation)?)\W*"
)
"""Headings under which a page tells where its rows come from."""
_ADDRESS = re.compile(r"https?://[^\s<>()]+")
_ON_IT = re.compile(
    r"(?i)arxiv\.org|doi\.org|aclanthology|aclweb|openreview|/blog|\.pdf$|"
    r"wikipedia\.org|huggingface\.co/(?:spaces|papers)"
)
"""Addresses of what is written of a thing, and not of the thing."""
MOST_LINKS = 40
MOST_WORDS_BEFORE = 200
_NO_LABEL = re.compile(
    r"(?i)(?:needs )?more information(?: needed)?|"
    r"(?:(?:the|this|see) )?(?:here|links?|papers?|codes?|repo\w*|github|web ?sites?|pages?|home ?page|"
    r"source|download|demo|docs?|data|data ?sets?|licen[cs]e|arxiv|blog\W?(?:post)?|project\W?(?:page)?|more|details)"
)
"""Labels of links that name nothing."""


def in_sentences(paragraph: Paragraph) -> Iterator[Listed]:
    """What a sentence links to whose words before say that a thing was trained on what follows."""
    text, said = paragraph.text, ""
    yield from _used(paragraph)
    for at, (start, end) in enumerate(paragraph.linked[:MOST_LINKS]):
        before = paragraph.linked[at - 1][1] if at else 0
        if not (said and _BETWEEN.fullmatch(text, before, start)):
            lead = text[max(before, start - MOST_WORDS_BEFORE) : start]
            lead = re.split(r"[.!?;]\s", lead)[-1]
            leads = (
                (went_in(lead) and _GOES_ON.search(lead))
                or _TAKEN_FROM.search(lead)
                or (_ENDS_ON.search(lead) and not (_WITH.search(lead) and not _IS_SET.match(text, end)))
                or _CRAWLED.search(lead)
                or _USED_FROM.search(lead)
                or _FOREIGN_FROM.search(lead)
                or (_OF_A_SET.search(lead) and _IS_SET.match(text, end))
            )
            said = lead.strip() if leads and not NOT_IN.search(lead) else ""
        words = text[start:end].strip()
        goes_on = bool(said) and at > 0 and _BETWEEN.fullmatch(text, before, start) is not None
        written = (
            is_name(words)
            or _COLLECTION.fullmatch(words)
            or ((goes_on or _TAKEN_FROM.search(said)) and _PROPER.fullmatch(words))
            or ((_CRAWLED.search(said) or _OF_A_SET.search(said)) and _PLACE.fullmatch(words))
            or (_FOREIGN_FROM.search(said) and _PLACE.fullmatch(words))
        )
        if said and written and not _NO_LABEL.fullmatch(words) and not _is_tool(text, words, end):
            yield Listed(words, text.index(words, start), said)


def parts(paragraph: Paragraph) -> Iterator[Listed]:
    """The thing that a sentence links to which says that a part of the work was built on it."""
    for start, end in paragraph.linked[:MOST_LINKS]:
        lead = re.split(r"[.!?;]\s", paragraph.text[max(0, start - MOST_WORDS_BEFORE) : start])[-1]
        words = paragraph.text[start:end].strip()
        if _PART_FROM.search(lead) and _PROPER.fullmatch(words) and not _NO_LABEL.fullmatch(words):
            yield Listed(words, paragraph.text.index(words, start), " ".join(lead.split()), "component")


def alone(paragraph: Paragraph, told: bool = False) -> Iterator[Listed]:
    """What a paragraph or an item under a heading on sources leads to, where it says nothing else.

    Args:
        paragraph: The paragraph or the item.
        told: Whether its heading says by itself that what stands below went in.
    """
    heading = paragraph.section.rsplit(" / ", 1)[-1].strip()
    if paragraph.columns or not (told or SOURCES.fullmatch(heading)):
        return
    address = _ADDRESS.fullmatch(paragraph.text.strip(" \t\r\n-*+•<>"))
    if address and not _ON_IT.search(address[0]):
        called = leads_to(address[0]).removeprefix("datasets/")
        called = called if called in address[0] else ""
        yield Listed(called or address[0], paragraph.text.index(called or address[0]), heading)
        return
    text = paragraph.text
    left = "".join(
        text[a:b]
        for a, b in zip(
            [0, *(b for _, b in paragraph.linked)],
            [*(a for a, _ in paragraph.linked), len(text)],
            strict=True,
        )
    )
    if paragraph.linked and not re.search(r"\w", re.sub(r"\band\b", "", left)):
        for start, end in labels(paragraph):
            yield Listed(text[start:end], start, heading)


def _is_tool(text: str, words: str, end: int) -> bool:
    """Whether a label, by its last word or by the one behind it, is that of something that a thing was trained with."""
    return _TOOL.search(words) is not None or _TOOL_BEHIND.match(text, end) is not None


def _used(paragraph: Paragraph) -> Iterator[Listed]:
    """The set that a paragraph begins with, where its sentence goes on with what that was used for."""
    start, end = paragraph.linked[0] if paragraph.linked else (0, 0)
    told = _USED_BEHIND.match(paragraph.text, end) if _OPENS.fullmatch(paragraph.text, 0, start) else None
    called = _NOUN.sub("", paragraph.text[start:end].strip())
    if told and not NOT_IN.search(told[0]) and _CALLED.fullmatch(called) and not _NO_LABEL.fullmatch(called):
        yield Listed(called, paragraph.text.index(called, start), told[0].strip())


def labels(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """The labels of links with which an item begins: somebody put out each of the things that they name."""
    several = paragraph.is_item and len(paragraph.linked) > 1
    opening = (_KIND if several else _BULLET).match(paragraph.text)
    at = opening.end() if opening else 0
    if portion := _PORTION.match(paragraph.text):
        at = portion.end()
    for start, end in paragraph.linked:
        between = _BETWEEN.fullmatch(paragraph.text, at, start) if start >= at else None
        words = paragraph.text[start:end].strip()
        if between is None or not words or _NO_LABEL.fullmatch(words):
            return
        if not (CELL.fullmatch(words) or _PLAIN.fullmatch(words) or _OTHER_SCRIPT.fullmatch(words)):
            return
        begins = start + len(paragraph.text[start:end]) - len(paragraph.text[start:end].lstrip())
        yield begins, begins + len(words)
        at = end
