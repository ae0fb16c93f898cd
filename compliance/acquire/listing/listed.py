"""Data sets by their place alone: a row of a table, or an item of a list, of what a thing was trained on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.listing.column_sets import of_columns
from compliance.acquire.listing.linked_rows import catalogued, linked_rows
from compliance.acquire.listing.linked_sets import CELL, alone, in_sentences, labels, parts
from compliance.acquire.listing.rows_taken import rows_taken
from compliance.acquire.listing.sources_named import in_chinese_table, included, of_content, source_of
from compliance.acquire.listing.told_plainly import told_plainly
from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.prose.went_in import ANY_ROWS, BY, NOT_IN, ROWS, SUM, TRAINS, Listed, is_name, went_in

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
    r"(?i)\W*(?!.*(?:评测|评估|测试|验证|基准))[\w-]{0,12}\s?(?:数据集|语料库?|データセット|데이터셋)\W*|"
    rf"\W*(?:the |our )?(?:(?:{TRAINS}|sft|source|used)[ -])?{ROWS}{_MIX}?\W*"
)
_FOR_TRAINING = (
    rf" (?:used (?:for|in|to) (?:(?:the|this|our|model) )*{TRAINS}(?: (?:the |this )?model)?"
    r"|(?:fine-?tuned|trained) on)"
)
_TOLD_HEADING = re.compile(
    rf"(?i)\W*(?:(?:{TRAINS}|sft)[ -]{ROWS}.*|{ROWS}(?:{_MIX}|{_FOR_TRAINING}))\W*|{_CHINESE}"
)
"""Headings that say by themselves that what stands below went in."""
_PURPOSE = re.compile(r"(?i)\W*(?:for|in)\s+(?:the\s+)?[\w-]+(?:\s+[\w-]+){0,2}\W*")
"""What parts a list that a heading says went in: `For music:`."""
_OF_SETS = re.compile(r"(?i)\b(?:data ?sets|corpora|sources)\W*$")
"""How a heading ends that parts what the heading above it says went in."""
_JOINED = re.compile(r"[a-z][a-z\d]+(?:_[a-z\d]+)+")
"""How names of rows are written where nothing else stands: `fen_qa`."""
_SETTINGS = frozenset(
    {"train", "test", "dev", "valid", "validation", "max", "min", "num", "batch", "learning", "eval", "input", "output",
     "label", "labels", "text", "is", "use", "seed", "warmup", "weight", "lr", "total", "per", "data", "dataset", "row",
     "user", "system", "file"}
)  # fmt: skip
"""First words of what is written so and is a setting, a split or a column."""
_SETS = re.compile(
    r"(?i)\W*(?:(?:training|source) )?(?:data ?sets?|corpus|corpora|(?:data )?sources?)(?: names?)?\W*|"
    r"\W*(?:数据集?|语料库?|数据来源|データセット|데이터셋)(?:名称?|名)?\W*"
)
"""Heads of a first column that lists data sets."""
_ORIGINS = re.compile(r"(?i)\W*sources\W*")
"""Heads of a further column that lists where the content of each comes from."""
_ORIGIN = re.compile(
    r"(?:^|[;,&]|\band\b)\s*(?P<name>(?:[A-Z][\w.-]*[A-Za-z\d]|arXiv)(?: [A-Z\d][\w.-]*)*)(?=\s*(?:$|[,;&]|and\b))"
)
_NAMES = re.compile(r"(?i)\W*(?:names?|titles?)\W*")
"""Heads of a first column that lists what the words above the table speak of."""
_DESCRIBED = re.compile(
    r"(?P<name>(?P<first>[A-Z][\w.+-]*)(?P<more>(?: [\w.+-]+){0,4}?))(?:\s*\([^()]{1,120}\))?"
)
"""A cell that begins with a name and tells in small words, or in brackets, what that is: `FENR radar (Marsh Board)`."""
_QUALIFIED = re.compile(r"\s[-–—|]\s")
"""What parts a name from which part of the set a row tells: `FenC4 - English - 80%`."""
_AUTHORS = re.compile(r",?\s+(?:[A-Z][\w-]+(?:\s+et\s+al\.?|\s+(?:and|&)\s+[A-Z][\w-]+)?,?\s*)?\(\d{4}\)\s*$")
"""Who wrote of a set, and when, behind its name."""
_CITED = re.compile(r"\bet al\b|\b(?:19|20)\d\d\b")
"""What the label of a link to a paper holds."""
_AT = re.compile(r"[\s\-*+•\d.)]*hf\.co/datasets/(?P<name>[\w.-]+(?:/[\w.-]+)?)")
"""How an item begins that leads to rows of a hub."""
_SHARES = re.compile(
    r"(?i)\b(?:tokens|multiplier|epochs|weight|ratio|proportion|percentage|share|sampling|mix)\b|% of|^%$|"
    r"^(?:数量|条数|占比|比例|样本数|规模|大小|件数|행 ?수)$"
)
"""Heads of columns that say how much of each went in."""
_ADDRESS = "hf.co/datasets/"
WORDS = r"[A-Za-z][\w.+-]*(?: (?:(?:of|the|for|and|in|to) ){0,2}[A-Z\d][\w.+-]*){0,5}"
_ITEM = re.compile(
    rf"\W*(?:\d+[.)]\s*)?(?:the\s+)?(?P<name>{WORDS})(?:\s+(?i:data ?sets?|data|corpus|corpora))?"
    r"(?:\s*\(\s*(?P<short>[A-Z][\w.-]*[A-Z\d][\w.-]*)\s*\))?\s*(?:$|[:;,(|]|\s[-–—]\s|\n)"
)
"""How an item begins that tells a name, and something on it behind."""
_TAKEN = re.compile(
    r"\b(?:from|of)\s+(?:(?:a|the)\s+)?(?:subset\s+of\s+)?(?P<name>(?:r/)?[A-Z][\w.]*(?:[-/][A-Z\d][\w.]*)*)\s*(?:$|[,;(])"
)
"""How an item tells of what its rows are: `3M pairs from NAME, filtered`; of several with slashes between."""
_AMOUNT = re.compile(
    r"\W*[~≈]?\d[\d.,]*\s?[KMBTkmb]?\+?\s+(?P<name>[A-Z][\w.-]*)\s+"
    r"(?:data|samples|rows|examples|pairs|conversations|instructions|dialogues|images|articles|documents)\b"
)
"""How an item tells how much there is of a thing: `40K FenChat data`."""
_SUCH = re.compile(
    rf"(?i)\W*(?:\d+[.)]\s*)?(?:[\w-]+ ){{0,5}}{ROWS},?\s*(?:like|such as|including|namely|e\.g\.,?)\s+"
)
"""How an item begins that goes on with examples of a kind of set."""
_MEMBER = re.compile(
    r"(?:the\s+)?(?P<name>[A-Z]\S*?(?: [A-Z\d][\w.-]*){0,3})(?:\s+(?i:data ?sets?|corpus|collection))?"
    r"\s*(?:$|,?\s+and\s+|,\s+|\.\W*$)"
)
_FORMS = (_ITEM.match, _TAKEN.search, _AMOUNT.match)
"""The forms of items, the likelier first."""
_LABEL = re.compile(r"\W*[A-Za-z][\w /-]{2,40}?[\s*_]*:")
"""How an item begins that says by itself what it tells."""
_LIST = re.compile(rf"\W*{WORDS}(?:\s*(?:,|;|&|\band\b)\s*{WORDS}){{1,15}}\W*")
"""An item that names several things and tells nothing else."""
_NAME = re.compile(WORDS)
_EACH = re.compile(rf"(?!and\b){WORDS}")


def listed(paragraph: Paragraph) -> Iterator[Listed]:
    """What a row or an item names, where what stands above says that such things went in.

    Args:
        paragraph: The row or the item.
    """
    heading = paragraph.section.rsplit(" / ", 1)[-1]
    if any(NOT_IN.search(words) for words in (paragraph.section, paragraph.lead)):
        return
    if paragraph.columns:
        yield from _in_row(paragraph, heading)
        return
    yield from parts(paragraph)
    said = "" if _is_field(paragraph) else _said(paragraph, heading)
    told = (*of_content(paragraph), *source_of(paragraph), *told_plainly(paragraph), *catalogued(paragraph))
    yield from told
    known = {one.start for one in told}
    yield from (one for one in rows_taken(paragraph) if one.start not in known)
    if not said and (sources := list(included(paragraph))):
        yield from sources
        return
    if not said:
        says = _TOLD_HEADING.fullmatch(heading) is not None
        yield from (only := list(alone(paragraph, says)))
        yield from in_sentences(paragraph) if not only else ()
        return
    begins = list(labels(paragraph))
    if begins:
        yield from (Listed(paragraph.text[at:end], at, said) for at, end in begins)
        return
    text = _uncited(paragraph)
    if address := _AT.match(text):
        yield Listed(address["name"], address.start("name"), said)
        return
    several = list(_several(text))
    if several or _LIST.fullmatch(text):
        yield from (Listed(name, at, said) for name, at in several)
        return
    item = next((one for pattern in _FORMS if (one := pattern(text))), None)
    if item is not None:
        yield from _of_item(item, paragraph.among_words or text != paragraph.text, said)


def _of_item(item: re.Match[str], among_words: bool, said: str) -> Iterator[Listed]:
    """What an item of one of the forms names."""
    if "/" in item["name"] and item.re is _TAKEN and not item["name"].startswith("r/"):
        each = list(re.finditer(r"[^/]+", item["name"]))
        yield from (Listed(one[0], item.start("name") + one.start(), said) for one in each if len(one[0]) > 1)
        return
    group = "short" if "short" in item.groupdict() and item["short"] else "name"
    plain = item.group("name") == item.string.strip(" -*+•`\n")
    plain = plain and (among_words or _JOINED.fullmatch(item[group]) is not None)
    if is_name(item[group]) or (plain and item[group].lower().split("_")[0] not in _SETTINGS):
        yield Listed(item[group], item.start(group), said)


def _uncited(paragraph: Paragraph) -> str:
    """The words of an item without the paper that it gives behind a name: `FenQA [Reed et al., 2019](…)`."""
    cited = next((at for at, end in paragraph.linked if _CITED.search(paragraph.text[at:end])), None)
    return paragraph.text if cited is None else paragraph.text[:cited].rstrip(" ([")


def _is_field(paragraph: Paragraph) -> bool:
    """Whether an item is only a label with a link: it says where something is, and lists nothing.

    Words before the list that end with a colon make it one all the same.
    """
    label = None if paragraph.lead else _LABEL.match(paragraph.text)
    ends = paragraph.linked[0] if label and len(paragraph.linked) == 1 else None
    if ends is None or label is None:
        return False
    return not re.search(r"\w", paragraph.text[label.end() : ends[0]] + paragraph.text[ends[1] :])


def _said(paragraph: Paragraph, heading: str) -> str:
    """The words by which a list is one of what a thing was trained on; empty where none say it."""
    said = re.split(r"[.!?]\s", paragraph.lead)[-1]
    if said or not paragraph.is_item:
        of_rows = paragraph.is_item and _TOLD_HEADING.fullmatch(heading)
        of_rows = of_rows and (ANY_ROWS.search(said) or _PURPOSE.fullmatch(said))
        return said if went_in(said) or of_rows else ""
    if _TOLD_HEADING.fullmatch(heading):
        return heading
    over = paragraph.section.split(" / ")[:-1]
    if over and _TOLD_HEADING.fullmatch(over[-1]) and _OF_SETS.search(heading):
        return over[-1]
    above = re.split(r"[.!?]\s", paragraph.above.rstrip(" .!"))[-1]
    told = went_in(above) or (_SPLIT_USED.search(above) and ANY_ROWS.search(heading))
    return above if told and not NOT_IN.search(above) else ""


def _several(text: str) -> Iterator[tuple[str, int]]:
    """The sets of an item that names several: as members of a kind, or with nothing else beside them."""
    yield from (such := list(_such(text)))
    if such or not _LIST.fullmatch(text):
        return
    each = list(_EACH.finditer(text))
    if 2 * sum(is_name(one[0]) for one in each) >= len(each):
        yield from ((one[0], one.start()) for one in each if not BY.match(one[0]))


def _such(text: str) -> Iterator[tuple[str, int]]:
    """The sets that an item gives as members of a kind: `Annotated datasets like Fen, Reed Bank and Marsh`."""
    said = _SUCH.match(text)
    at = said.end() if said else len(text)
    while one := _MEMBER.match(text, at):
        yield one["name"], one.start("name")
        at = one.end()


def _in_row(paragraph: Paragraph, heading: str) -> Iterator[Listed]:
    above = _told_above(paragraph.above)
    columns = [column for column in paragraph.columns if _SETS.fullmatch(column[2])]
    of_origins = (
        len(columns) == 2 and columns[0] == paragraph.columns[0] and _ORIGINS.fullmatch(columns[1][2])
    )
    if of_origins:
        yield from _origins(paragraph, columns.pop(), heading) if _TOLD_HEADING.fullmatch(heading) else ()
    if not columns and above and paragraph.columns and _NAMES.fullmatch(paragraph.columns[0][2]):
        columns = [paragraph.columns[0]]
    if len(columns) != 1:
        yield from of_columns(paragraph)
        yield from in_chinese_table(paragraph, heading)
        yield from linked_rows(paragraph)
        return
    start, end, _ = columns[0]
    cell = _AUTHORS.sub("", paragraph.text[start:end].strip(" ;\t"))
    shares = any(_SHARES.search(each) for _, _, each in paragraph.columns[1:])
    told = _TOLD_HEADING.fullmatch(heading) or (_HEADING.fullmatch(heading) and shares)
    if not told and not above:
        yield from of_columns(paragraph)
        return
    address, cell = cell.startswith(_ADDRESS), cell.removeprefix(_ADDRESS)
    linked = any(start <= at and until <= end for at, until in paragraph.linked)
    if of_origins and not (address or linked or is_name(cell)):
        return  # a kind of content, whose sources the row names
    cell = cell if address or linked else _undescribed(cell)
    if (address or (_NAME if linked else CELL).fullmatch(cell)) and not SUM.intersection(
        re.split(r"[\s-]", cell.lower())
    ):
        at = paragraph.text.index(_ADDRESS + cell if address else cell, start)
        yield Listed(cell, at, heading if told else above)


def _undescribed(cell: str) -> str:
    """The name with which a cell begins, with one small word behind it; the cell itself where none is written so."""
    told = _DESCRIBED.fullmatch(cell) or _DESCRIBED.fullmatch(_QUALIFIED.split(cell)[0])
    if told is None or CELL.fullmatch(cell) or not is_name(told["first"]):
        return cell
    return told["name"] if CELL.fullmatch(told["name"]) else told["first"]


def _origins(paragraph: Paragraph, column: tuple[int, int, str], heading: str) -> Iterator[Listed]:
    """The places from which a row says that its content comes, in a table of what a thing was trained on."""
    start, end, _ = column
    for one in _ORIGIN.finditer(paragraph.text[start:end].rstrip(" ;")):
        yield Listed(one["name"], start + one.start("name"), heading)


def _told_above(words: str) -> str:
    """The sentence above a table that says that what the table lists went in; empty where none does."""
    return next(
        (one for one in re.split(r"(?<=[.!?])\s", words) if went_in(one) and not NOT_IN.search(one)), ""
    )
