"""Names of rows by what stands beside them: a citation, an apposition that says what they are, a crawl."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.text.mention.called import Called, is_of_people, says_kind

_TRAINED = re.compile(r"(?i)\b(?:fine-?|pre-?)?(?:train|tun)(?:ed|ing)\s+(?:on|over)\s+(?:the\s+)?")
_CRAWLED = re.compile(
    r"(?i)\b(?:web-?)?(?:crawled|scraped|harvested)(?:\s*(?:,|and)\s*[a-z]+ed)?\s+(?:[a-z]+ly\s+)?from\s+(?:the\s+)?"
)
_TAKEN = re.compile(
    r"(?i)\b(?:extracted|collected|taken|downloaded|obtained|sourced|gathered|retrieved)\s+(?:[a-z]+ly\s+)?from\s+"
    r"(?:the\s+)?(?=[a-z][\w-]+\.(?:com|org|net|edu|gov|info|io)\b)"
)
"""The same of a site that is written as its address."""
_POSTED = re.compile(
    r"(?i)\b(?:posts|comments|tweets|threads|replies|responses|subtitles|lyrics)\s+(?:and\s+[a-z]+\s+)?from\s+(?:the\s+)?"
)
"""Words before the sites that people wrote something on."""
_NAME = re.compile(
    r"(?P<name>[A-Z][\w.-]*\w(?: (?:[A-Z\d][\w-]*\w|\d+)){0,3}|[a-z][\w-]+\.(?:com|org|net|edu|gov|info|io))"
)
_BESIDE = re.compile(
    r"\s*[(\[]+\s*[A-Z][^()\[\]\n]{1,60}?\b(?:19|20)\d\d[a-z]?\s*[)\]]+(?:\([^()\s]*\))?[)\]]*"
    r"|\s*,?\s+\(?(?:an?|the)\s+(?:[\w-]+\s+){0,4}?(?:data ?set|corpus|collection|database)\b"
)
"""A citation in brackets, or what the thing is: `FEN-DOC (Fen et al., 2019)`, `FEN-DOC, a collection of pages`."""
_NEXT = re.compile(r"\s*[,;&]?\s*(?:and\s+)?(?:the\s+)?")
_ENDS = re.compile(r"\s*(?:$|\n|[,;.(\[]|(?:and|using|by|with|whose|which|in|for|to)\s)")
_MACHINE = re.compile(r"(?:[TG]PU|[AVH]\d{2,3}\b|L40|RTX|DGX|AWS|Nvidia|NVIDIA|Azure|Cloud TPU)")
"""What a thing is trained on in another sense."""
MOST_MEMBERS = 16


def cited(text: str) -> Iterator[Called]:
    """Rows on which a thing is said to be trained, with a citation or an apposition; sites that were crawled.

    >>> words = "Pre-trained on FEN-DOC (Fen et al., 2019) and Reed Bank (Reed, 2020); crawled from Bogwatch."
    >>> [words[one.start : one.end] for one in cited(words)]
    ['FEN-DOC', 'Reed Bank', 'Bogwatch']
    """
    for lead, behind in ((_TRAINED, _BESIDE), (_CRAWLED, _ENDS), (_TAKEN, _ENDS), (_POSTED, _ENDS)):
        for one in lead.finditer(text):
            yield from _members(text, one.end(), behind)


def _members(text: str, at: int, behind: re.Pattern[str]) -> Iterator[Called]:
    """The names of a list that begins at a place, as far as each is followed by what it takes."""
    for _ in range(MOST_MEMBERS):
        named = _NAME.match(text, at)
        follows = behind.match(text, named.end()) if named else None
        if named is None or follows is None or not _is_name(named["name"]):
            return
        yield Called(named.start(), named.end(), "dataset")
        further = _NEXT.match(text, follows.end() if behind is _BESIDE else named.end())
        if further is None or further.end() == named.end():
            return
        at = further.end()


def _is_name(words: str) -> bool:
    """Whether something of it is neither a kind of thing nor a people, and it is no machine."""
    told = words.split()
    return not _MACHINE.match(words) and not any(map(is_of_people, told)) and not all(map(says_kind, told))
