"""Names that nothing knows and no words tie, by how they are written alone: `AllenNLP`, `CrossNER_AI`, `RT-1-X`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.text.mention.beside import is_part
from compliance.text.mention.shape import TITLED, is_name, is_plain

_WORD = re.compile(
    r"(?<![\w/.@#$\\=-])(?P<name>[A-Za-z][\w+-]*(?:\.\d[\w-]*)*[\w+])(?![\w/\\=@(-])(?!\.[a-z\d])(?!://)"
)
_WORD_BESIDE = re.compile(_WORD.pattern, re.ASCII)
"""The same where letters of scripts without blanks stand on both sides."""
_NO_BLANKS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_MIXED = re.compile(
    r"[a-z]\w*[A-Z]|[A-Z]\w*[a-z][\w]*[A-Z]|[A-Z]{2,}[a-z]{2,}|^(?=.*[a-zA-Z]{2})[A-Z][\w-]*\d|[A-Z][A-Za-z]*-[A-Z\d]"
    r"|^(?=.*\d)[a-z][\w.]*-[\w.]+-[\w.-]+$"
)
"""A capital or a digit inside, or parts that a hyphen joins and that begin with capitals."""
_CAPITALS = re.compile(r"[A-Z]{4,}(?:-[A-Za-z\d]+)*|[A-Z]{3,}\d+")
_SHORT = re.compile(r"[A-Z]{3}")
_CITED = re.compile(r" ?[(\[][A-Z][^()\[\]]{2,40}(?:et al|\d{4})")
"""A citation behind a word, which is then a name though it is short: `FSD (Reed et al., 2020)`."""
_HEADS = re.compile(
    r"^\W*(?P<name>[A-Z][\w-]+(?: [A-Z\d][\w-]*){0,2})(?= ?: ?[~≈]?\d[\d.,]*\s?[kKMB]?\b[^.:]{0,30}\b(?:samples|"
    r"examples|pairs|rows|images|hours|questions|problems|instances|documents|conversations|sentences|videos|clips|tokens)\b)"
)
"""What heads an item that tells how much there is of it: `Fenmath: 3k samples of …`."""
_FROM = re.compile(
    r"\b(?i:images|pictures|photos|videos|clips|music|speech|audio|recordings|texts?|articles|headlines|documents|pages|"
    r"questions|posts|comments|threads|tweets|reviews|subtitles|lyrics|data|pairs|samples|examples|rows|collected|"
    r"gathered|taken|sampled|drawn|crawled|scraped|sourced|obtained|extracted|downloaded|derived|adapted|retrieved)"
    r" from (?:the )?(?P<name>[A-Z][\w-]+(?: [A-Z\d][\w-]*){0,3})"
    r"(?=\s*(?:$|[.,;()|]|(?:and|using|with|by|for|which|that|in)\b))"
)
"""Where rows are said to come from: `headlines from Fenpost`."""
_SITE = r"(?:[a-z\d-]+\.)+[a-z]{2,}"
_SITES = re.compile(
    r"\b(?i:collected|crawled|scraped|gathered|downloaded|taken|obtained|extracted|sourced|retrieved) from (?:the )?"
    rf"(?:(?:web)?sites? )?(?P<list>{_SITE}(?:(?:, and |, | and ){_SITE})*)"
)
"""The sites that rows are said to come from: `crawled from fen.nl and marsh.org`."""
_LONG = re.compile(r"[A-Za-z]{3,}")
_ON = re.compile(r" (?:[A-Z][\w-]*|v?\d[\w.-]*\w|\d)(?![\w/=(])")
SHOUTED = 0.5
"""The share of words in capitals above which a paragraph shouts, and they name nothing."""
MOST_CALLED = 4
"""So many words in capitals may be names that stand side by side."""
MOST_MORE = 2


def written(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where names stand that are told by how they are written, and whether rows are meant.

    >>> words = "We compare with AllenNLP and SQUALL, on a TPU in our DataLoader.py."
    >>> [words[start:end] for start, end, _ in written(words)]
    ['AllenNLP', 'SQUALL']
    """
    said = _LONG.findall(text)
    shouts = sum(map(str.isupper, said)) > max(SHOUTED * len(said), MOST_CALLED)
    yield from ((start, end, True) for start, end in _rows(text))
    done = 0
    for one in (_WORD_BESIDE if _NO_BLANKS.search(text) else _WORD).finditer(text):
        if one.start() < done or not _is_written(text, one, shouts) or is_part(text, one.end()):
            continue
        end = one.end()
        for _ in range(MOST_MORE):
            more = _ON.match(text, end)
            if more is None or not is_name(text[one.start() : more.end()]):
                break
            end = more.end()
        done = end
        yield one.start(), end, False


def _rows(text: str) -> Iterator[tuple[int, int]]:
    """Where names of rows stand: by what follows, by where rows come from, by their last word."""
    for pattern in (_HEADS, _FROM):
        for one in pattern.finditer(text):
            if is_plain(one["name"]) or is_name(one["name"]):
                yield one.span("name")
    for several in _SITES.finditer(text):
        for one in re.finditer(_SITE, several["list"]):
            yield several.start("list") + one.start(), several.start("list") + one.end()
    for one in TITLED.finditer(text):
        if is_name(one[0]):
            yield one.span()


def _is_written(text: str, one: re.Match[str], shouts: bool) -> bool:
    """Whether a word is written as no other word is, or is short and cited."""
    word = one["name"]
    if _SHORT.fullmatch(word):
        return _CITED.match(text, one.end()) is not None and is_name(word)
    if not (_MIXED.search(word) or (not shouts and _CAPITALS.fullmatch(word))):
        return False
    return is_name(word)
