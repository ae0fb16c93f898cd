"""A page whose headings and telling words are put into English, line for line; names, links and code stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.languages.spoken import spoken
from compliance.acquire.languages.vocabulary import WORD, Language, headings

_HEADING = re.compile(
    r"(?P<marks>#{1,6}\s+|\*\*(?=[^*\n]{2,60}\*\*\s*$))(?P<words>.*?)(?P<end>\s*#*\s*|\*\*\s*)$"
)
_FENCE = re.compile(r"\s*(?:```|~~~)")
_KEPT = re.compile(
    r"`[^`\n]*`|!?\[[^\[\]\n]*\]\([^()\s]*(?:\([^()]*\))?[^()\s]*\)|https?://[^\s)>\]]+|<[^<>\n]{1,300}>|"
    r"(?<![\w/])[\w.-]+/[\w.-]+|(?<!\w)(?:[^\W\d_]{0,60})[\d_][\w.-]*"
)
"""What no word of is put into English: code, links, addresses, tags, names of a hub, what holds a figure."""
_TRIMMED = re.compile(r"^[\W\d_]+|[\W_]+$")
_PROPER = re.compile(r"[A-ZÀ-Þ][\w'’.-]*\s+$")
_JOINED = "/@#.-_0123456789"
"""Signs that join what follows them to what stands before: the words of a name or of an address."""
MOST_ORDERED = 20_000
"""The most characters of a block whose clauses are put in order; people write no longer ones."""
_SMALL = 3
"""Letters at most of a word that may stand within a proper name: `Corpus de la Fen`."""


def in_english(text: str) -> str:
    """A text in which the words that tell a use are English where it is written in another language that is known.

    It has as many lines as before, and each says what it said.
    """
    of_page = spoken(prose_of(text))
    lines = text.split("\n")
    title = next((at for at in range(_behind_front(lines), len(lines)) if lines[at].startswith("#")), None)
    for start, end in blocks(lines):
        lines[start:end] = map(_heading, lines[start:end])
        block = "\n".join(lines[start:end])
        own = spoken(_KEPT.sub(" ", block))
        language = own or (of_page if not _is_english(block) else None)
        if language is not None:
            lines[start:end] = put(block, language).split("\n")
    if title is not None:
        lines[title] = text.split("\n")[title]  # the first heading calls the work by its name
    return "\n".join(lines)


def put(block: str, language: Language) -> str:
    """A block of lines in one language, with its telling words in English."""
    if not language.phrases:
        return block
    kept: list[str] = []

    def keep(one: re.Match[str]) -> str:
        kept.append(one[0])
        return f"\x02{len(kept) - 1}\x03"

    held = _KEPT.sub(keep, block)
    if language.orders and len(held) <= MOST_ORDERED:
        held = _replaced(held, language, only_sets=True)
        for pattern, order in language.orders:
            held = pattern.sub(order, held)
    told = _replaced(held, language)
    return re.sub(r"\x02(\d+)\x03", lambda one: kept[int(one[1])], told)


def _replaced(text: str, language: Language, only_sets: bool = False) -> str:
    """A text with its phrases in English; those that stand within a proper name stay."""
    parts, at = list[str](), 0
    for word in WORD.finditer(text):
        begins = word.start()
        if begins < at or (begins and text[begins - 1] in _JOINED):
            continue
        for phrase in language.phrases.get(word[0].lower().replace("’", "'"), ()):
            found = phrase.found.match(text, begins) if phrase.is_set or not only_sets else None
            if found is not None:
                parts += [text[at:begins], _in_its_place(found, phrase.english, text, language)]
                at = found.end()
                break
    return "".join((*parts, text[at:]))


def _in_its_place(one: re.Match[str], english: str, text: str, language: Language) -> str:
    """The English for some words, as long in lines as they are."""
    before, after = text[max(0, one.start() - 40) : one.start()], text[one.end() : one.end() + 10]
    within = not language.capital_nouns and _PROPER.search(before) and re.match(r"\s+[A-ZÀ-Þ]", after)
    if within and len(one[0]) <= _SMALL and one[0].islower():
        return one[0]
    english += " " if one[0][-1] in "'’" else ""
    return (english[:1].upper() + english[1:] if one[0][:1].isupper() else english) + "\n" * one[0].count(
        "\n"
    )


def _heading(line: str) -> str:
    """A heading in English where it is one that is known; else as it stands."""
    found = _HEADING.match(line)
    if found is None:
        return line
    bare = " ".join(_TRIMMED.sub("", found["words"]).lower().rstrip(":：").split())
    english = headings().get(bare)
    return f"{found['marks']}{english}{found['end']}" if english else line


def blocks(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Where stretches of lines without a blank one between them begin and end; front matter and code are none."""
    start, fenced = 0, False
    at = _behind_front(lines)
    start = at
    for number in range(at, len(lines)):
        line = lines[number]
        if _FENCE.match(line):
            if not fenced and number > start:
                yield start, number
            fenced, start = not fenced, number + 1
        elif not fenced and not line.strip():
            if number > start:
                yield start, number
            start = number + 1
    if not fenced and len(lines) > start:
        yield start, len(lines)


def _behind_front(lines: list[str]) -> int:
    """The first line behind the fields of a card."""
    if not lines or lines[0].lstrip("\ufeff").rstrip() != "---":
        return 0
    return next((at + 1 for at in range(1, len(lines)) if lines[at].rstrip() == "---"), 0)


def prose_of(text: str) -> str:
    """What of a page tells its language: neither fields nor code."""
    lines = text.split("\n")
    told = ("\n".join(lines[start:end]) for start, end in blocks(lines))
    return _KEPT.sub(" ", "\n".join(told))


def _is_english(block: str) -> bool:
    """Whether a block is plainly English, on a page in another language."""
    words = re.findall(r"[a-z]+", block.lower())
    small = {
        "the",
        "of",
        "and",
        "is",
        "for",
        "this",
        "with",
        "are",
        "was",
        "were",
        "by",
        "from",
        "we",
        "our",
        "it",
    }
    return sum(word in small for word in words) > 0.12 * max(1, len(words))
