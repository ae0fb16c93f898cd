"""Data sets by their place alone: a row of a table, or an item of a list, of what a thing was trained on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from compliance.acquire.markdown import Paragraph

_TRAINS = r"\b(?:pre-?|post-?|mid-?|fine-?)?(?:train|tun)(?:ed|ing|e)?\b"
_ROWS = r"\b(?:data ?sets?|data(?: mix(?:ture)?)?|corpora|corpus|collections|sources)\b"
_ANY_ROWS, _ANY_TRAINING = re.compile(rf"(?i){_ROWS}"), re.compile(rf"(?i){_TRAINS}")
_USED = re.compile(r"(?i)\b(?:was|were|is|are|used|mix)\b")
_TRAINED_ON = re.compile(
    rf"(?i){_TRAINS} (?:jointly |further |(?:is|was|were) (?:performed|done|run|conducted|carried out) )?"
    r"(?:on|with|using|over)\b"
)
_HELD = re.compile(
    rf"(?i){_TRAINS} (?:data )?(?:collection|{_ROWS[2:-2]}|set|mix(?:ture)?|recipe) (?:\w+ ){{0,2}}?"
    r"(?:consist(?:s|ed)?|compris(?:es|ed)|include[sd]?|contain(?:s|ed)?|(?:is|was) (?:composed|made up)|draws?|drew)\b"
)
"""What says of rows on which a thing is trained that they hold what follows."""
_WHAT = re.compile(rf"(?i)\b(?:following|these|below|union|mix(?:ture)?|combination)|{_ROWS}")
_PART = re.compile(r"[.:]")
_SPLIT_USED = re.compile(
    r"(?i)\btrain(?:ing)? (?:sets?|splits?|portions?|parts?|data)\b.{0,20}\b(?:is|are|was|were) (?:\w+ )?used\b"
)
"""What says of the sets that are listed below which part of them went in."""
_MIX = r"(?:(?: and| &)?(?: data)? mix(?:ture)?| composition| used)"
_CHINESE = (
    r"\W*(?:(?:预?训练|微调|指令微调|后训练)(?:数据集?|语料库?)(?:集?(?:构成|组成|来源|配比))?|学習データ(?:セット)?|"
    r"학습 ?데이터(?:셋)?)\W*"
)
_HEADING = re.compile(
    r"(?i)\W*(?:数据集|语料库?|データセット|데이터셋)\W*|"
    rf"\W*(?:the |our )?(?:(?:{_TRAINS}|sft|source|used)[ -])?{_ROWS}{_MIX}?\W*"
)
_TOLD_HEADING = re.compile(rf"(?i)\W*(?:(?:{_TRAINS}|sft)[ -]{_ROWS}.*|{_ROWS}{_MIX})\W*|{_CHINESE}")
"""Headings that say by themselves that what stands below went in."""
_NOT_IN = re.compile(
    r"(?i)\b(?:evaluat\w+|tested|test|benchmarks?|results?|performance|compar\w+|other|related|future|"
    r"can be|could be|to use|not (?:used|trained|included)|validation)\b"
)
"""What says that it did not."""
_SETS = re.compile(
    r"(?i)\W*(?:(?:training|source) )?(?:data ?sets?|corpus|corpora|(?:data )?sources?)(?: names?)?\W*|"
    r"\W*(?:数据集?|语料库?|数据来源|データセット|데이터셋)(?:名称?|名)?\W*"
)
"""Heads of a first column that lists data sets."""
_SHARES = re.compile(
    r"(?i)\b(?:tokens|multiplier|epochs|weight|ratio|proportion|percentage|share|sampling|mix)\b|% of|^%$|"
    r"^(?:数量|条数|占比|比例|样本数|规模|大小|件数|행 ?수)$"
)
"""Heads of columns that say how much of each went in."""
_SUM = frozenset(
    {"total", "totals", "sum", "all", "average", "avg", "overall", "other", "others", "train", "training", "test",
     "testing", "validation", "valid", "dev", "split", "splits", "ours", "dataset", "datasets", "data", "none", "misc",
     "mixed", "various", "size", "language", "name", "source"}
)  # fmt: skip
"""Words of rows that name no set."""
_ADDRESS = "hf.co/datasets/"
_CELL = re.compile(r"[A-Za-z][\w.+-]*(?:/[\w.-]+)?(?: (?:[A-Z\d]|v\d)[\w.+-]*){0,4}")
_WORDS = r"[A-Za-z][\w.+-]*(?: (?:(?:of|the|for|and|in|to) ){0,2}[A-Z\d][\w.+-]*){0,5}"
_ITEM = re.compile(
    rf"\W*(?:\d+[.)]\s*)?(?:the\s+)?(?P<name>{_WORDS})(?:\s+(?i:data ?sets?|data|corpus|corpora))?"
    r"(?:\s*\(\s*(?P<short>[A-Z][\w.-]*[A-Z\d][\w.-]*)\s*\))?\s*(?:$|[:;,(|]|\s[-–—]\s|\n)"
)
"""How an item begins that tells a name, and something on it behind."""
_TAKEN = re.compile(
    r"\b(?:from|of)\s+(?:(?:a|the)\s+)?(?:subset\s+of\s+)?(?P<name>[A-Z][\w.]*(?:[-/][A-Z\d][\w.]*)*)\s*(?:$|[,;(])"
)
"""How an item tells of what its rows are: `3M pairs from NAME, filtered`; of several with slashes between."""
_AMOUNT = re.compile(
    r"\W*[~≈]?\d[\d.,]*\s?[KMBTkmb]?\+?\s+(?P<name>[A-Z][\w.-]*)\s+"
    r"(?:data|samples|rows|examples|pairs|conversations|instructions|dialogues|images|articles|documents)\b"
)
"""How an item tells how much there is of a thing: `40K FenChat data`."""
_SUCH = re.compile(
    rf"(?i)\W*(?:\d+[.)]\s*)?(?:[\w-]+ ){{0,5}}{_ROWS},?\s*(?:like|such as|including|namely|e\.g\.,?)\s+"
)
"""How an item begins that goes on with examples of a kind of set."""
_MEMBER = re.compile(
    r"(?:the\s+)?(?P<name>[A-Z]\S*?(?: [A-Z\d][\w.-]*){0,3})(?:\s+(?i:data ?sets?|corpus|collection))?"
    r"\s*(?:$|,?\s+and\s+|,\s+|\.\W*$)"
)
_FORMS = (_ITEM.match, _TAKEN.search, _AMOUNT.match)
"""The forms of items, the likelier first."""
_LIST = re.compile(rf"\W*{_WORDS}(?:\s*(?:,|;|&|\band\b)\s*{_WORDS}){{1,15}}\W*")
"""An item that names several things and tells nothing else."""
_EACH = re.compile(rf"(?!and\b){_WORDS}")
_BETWEEN = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?(?:[,;/&+]|\band\b)?\s*(?:and\s+)?(?:the\s+)?")
_DISTINCT = re.compile(
    r"[a-z]\w*[A-Z]|[A-Z]{2}[a-z]\w*-[A-Z]|[A-Z]{2,}-[A-Z][a-z]|[A-Z][\w-]*\d|^[A-Z][A-Z\d-]{2,}$|^[a-z\d]+(?:[-_][a-z\d]+)*[-_]?\d[\w-]*$"
)
"""How a word is written that is a name wherever it stands."""
_OPEN = re.compile(r"(?i)CC0|CC-BY.*|MIT|L?GPL.*|BSD.*|Apache.*")
"""Licences, which are written so too."""
_BY = re.compile(r"(?i)(?:by|from|via|with|for|see)\s")
"""How words begin that say who made the thing before them, and name none."""
_HOLDS = re.compile(
    r"(?:\w\S* ){1,6}(?:Access|Archives?|Atlas|Bank|Benchmark|Challenge|Collections?|Commons|Corpus|Database|Gallery|"
    r"Library|Museum|Portal|Repository|Treebank)"
)
"""A name whose last word says that it holds things."""
_COLLECTION = re.compile(
    r"[A-Z][\w.-]*(?: \w[\w.-]*){0,4} (?i:collection|corpus|corpora|data ?sets?|database|archive)"
)
"""A label of a link that says what it is by its last word."""
_GOES_ON = re.compile(r"(?i)(?:\b(?:on|with|from|using)|:)(?:\s+(?:the|a|all|our))?\s*$")
"""How words end that the name goes on from on which a thing was trained."""
_ENDS_ON = re.compile(rf"{_TRAINED_ON.pattern}\s*(?:the\s+|both\s+)?$")
"""How words end behind which the thing stands on which something was trained."""
_TAKEN_FROM = re.compile(
    r"(?i)\b(?:data(?: ?set)?|texts?|reviews|articles|posts|images|documents|rows|recordings|sentences|lyrics|"
    r"recipes|questions|comments)\b[^.]{0,30}\b(?:retrieved|collected|scraped|crawled|gathered|extracted|obtained|taken|downloaded|sourced)\b"
    r"(?: \w+)? from\b[^.]{0,60}\b(?:web ?sites?|sites?|sources|portals?|forums?|platforms?|archives?|blogs?)\W*$"
)
"""How words end that say from which places rows were taken."""
_PLAIN = re.compile(
    r"[A-Z][\w.-]*(?: (?:(?:de|del|della|di|du|des|la|le|of|the|for|and|in) ){0,2}[A-Z][\w.-]*){1,4}"
)
"""A label of several words with small ones between: `La Foto del Giorno`."""
_PROPER = re.compile(r"[A-Z][\w.-]*(?: [A-Z\d][\w.-]*){0,3}")
MOST_LINKS = 40
MOST_WORDS_BEFORE = 200
_NO_LABEL = re.compile(
    r"(?i)(?:(?:the|this|see) )?(?:here|links?|papers?|codes?|repo\w*|github|web ?sites?|pages?|home ?page|"
    r"source|download|demo|docs?|data|data ?sets?|licen[cs]e|arxiv|blog\W?(?:post)?|project\W?(?:page)?|more|details)"
)
"""Labels of links that name nothing."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A name by its place, and the words above that say what the list is."""

    name: str
    start: int
    cue: str
    relation: Literal["data", "base", "component"] = "data"


def listed(paragraph: Paragraph) -> Iterator[Listed]:
    """What a row or an item names, where what stands above says that such things went in.

    Args:
        paragraph: The row or the item.
    """
    heading = paragraph.section.rsplit(" / ", 1)[-1]
    if any(_NOT_IN.search(words) for words in (paragraph.section, paragraph.lead)):
        return
    if paragraph.columns:
        yield from _in_row(paragraph, heading)
        return
    said = _said(paragraph, heading)
    if not said:
        yield from _in_sentences(paragraph)
        return
    labels = list(_labels(paragraph))
    if labels:
        yield from (Listed(paragraph.text[at:end], at, said) for at, end in labels)
        return
    several = list(_several(paragraph.text))
    if several or _LIST.fullmatch(paragraph.text):
        yield from (Listed(name, at, said) for name, at in several)
        return
    item = next((one for pattern in _FORMS if (one := pattern(paragraph.text))), None)
    if item is None:
        return
    if "/" in item["name"] and item.re is _TAKEN:
        each = list(re.finditer(r"[^/]+", item["name"]))
        yield from (Listed(one[0], item.start("name") + one.start(), said) for one in each if len(one[0]) > 1)
        return
    group = "short" if "short" in item.groupdict() and item["short"] else "name"
    if _is_name(item[group]):
        yield Listed(item[group], item.start(group), said)


def _in_sentences(paragraph: Paragraph) -> Iterator[Listed]:
    """What a sentence links to whose words before say that a thing was trained on what follows."""
    text, said = paragraph.text, ""
    for at, (start, end) in enumerate(paragraph.linked[:MOST_LINKS]):
        before = paragraph.linked[at - 1][1] if at else 0
        if not (said and _BETWEEN.fullmatch(text, before, start)):
            lead = text[max(before, start - MOST_WORDS_BEFORE) : start]
            lead = re.split(r"[.!?;]\s", lead)[-1]
            leads = (
                (_went_in(lead) and _GOES_ON.search(lead))
                or _TAKEN_FROM.search(lead)
                or _ENDS_ON.search(lead)
            )
            said = lead.strip() if leads and not _NOT_IN.search(lead) else ""
        words = text[start:end].strip()
        goes_on = bool(said) and at > 0 and _BETWEEN.fullmatch(text, before, start) is not None
        written = (
            _is_name(words)
            or _COLLECTION.fullmatch(words)
            or ((goes_on or _TAKEN_FROM.search(said)) and _PROPER.fullmatch(words))
        )
        if said and written and not _NO_LABEL.fullmatch(words):
            yield Listed(words, text.index(words, start), said)


def _said(paragraph: Paragraph, heading: str) -> str:
    """The words by which a list is one of what a thing was trained on; empty where none say it."""
    said = re.split(r"[.!?]\s", paragraph.lead)[-1]
    if said or not paragraph.is_item:
        of_rows = paragraph.is_item and _TOLD_HEADING.fullmatch(heading) and _ANY_ROWS.search(said)
        return said if _went_in(said) or of_rows else ""
    if _TOLD_HEADING.fullmatch(heading):
        return heading
    above = re.split(r"[.!?]\s", paragraph.above.rstrip(" .!"))[-1]
    told = _went_in(above) or (_SPLIT_USED.search(above) and _ANY_ROWS.search(heading))
    return above if told and not _NOT_IN.search(above) else ""


def _several(text: str) -> Iterator[tuple[str, int]]:
    """The sets of an item that names several: as members of a kind, or with nothing else beside them."""
    yield from (such := list(_such(text)))
    if such or not _LIST.fullmatch(text):
        return
    each = list(_EACH.finditer(text))
    if 2 * sum(_is_name(one[0]) for one in each) >= len(each):
        yield from ((one[0], one.start()) for one in each if not _BY.match(one[0]))


def _such(text: str) -> Iterator[tuple[str, int]]:
    """The sets that an item gives as members of a kind: `Annotated datasets like Fen, Reed Bank and Marsh`."""
    said = _SUCH.match(text)
    at = said.end() if said else len(text)
    while one := _MEMBER.match(text, at):
        yield one["name"], one.start("name")
        at = one.end()


def _is_name(words: str) -> bool:
    """Whether words of an item are written as a name is."""
    parts = [one for one in words.split() if not _OPEN.fullmatch(one)]
    if _BY.match(words):
        return False
    written = any(map(_DISTINCT.search, parts)) or _HOLDS.fullmatch(words)
    return bool(written) and not _SUM.intersection(words.lower().split())


def _labels(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """The labels of links with which an item begins: somebody put out each of the things that they name."""
    at = 0
    opening = re.match(r"[\s*+\-•\d.)]*(?:(?i:the)\s+)?", paragraph.text)
    at = opening.end() if opening else 0
    for start, end in paragraph.linked:
        between = _BETWEEN.fullmatch(paragraph.text, at, start) if start >= at else None
        words = paragraph.text[start:end].strip()
        if between is None or not words or _NO_LABEL.fullmatch(words):
            return
        if not (_CELL.fullmatch(words) or _PLAIN.fullmatch(words)):
            return
        begins = start + len(paragraph.text[start:end]) - len(paragraph.text[start:end].lstrip())
        yield begins, begins + len(words)
        at = end


def _in_row(paragraph: Paragraph, heading: str) -> Iterator[Listed]:
    columns = [column for column in paragraph.columns if _SETS.fullmatch(column[2])]
    if len(columns) != 1:
        return
    start, end, _ = columns[0]
    cell = paragraph.text[start:end].strip(" ;")
    shares = any(_SHARES.search(each) for _, _, each in paragraph.columns[1:])
    told = _TOLD_HEADING.fullmatch(heading) or (_HEADING.fullmatch(heading) and shares)
    above = _went_in(paragraph.above) and not _NOT_IN.search(paragraph.above)
    if not told and not above:
        return
    address, cell = cell.startswith(_ADDRESS), cell.removeprefix(_ADDRESS)
    if (address or _CELL.fullmatch(cell)) and not _SUM.intersection(re.split(r"[\s-]", cell.lower())):
        at = paragraph.text.index(_ADDRESS + cell if address else cell, start)
        yield Listed(cell, at, heading if told else paragraph.above)


def _went_in(words: str) -> bool:
    """Whether words above a list or a table say that a thing was trained on what stands there."""
    return any(
        _in_turn(part, _ANY_ROWS, _USED, _ANY_TRAINING)
        or _in_turn(part, _TRAINED_ON, _WHAT)
        or _HELD.search(part)
        for part in _PART.split(words)
    )


def _in_turn(text: str, *wanted: re.Pattern[str]) -> bool:
    """Whether matches of all of these follow one another; the first of each leaves most room for the next."""
    at = 0
    for one in wanted:
        found = one.search(text, at)
        if found is None:
            return False
        at = found.end()
    return True
