"""Names of rows in a list that says in brackets how much there is of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compliance.text.mention.called import Called, is_of_people, says_kind

_COUNTED = re.compile(
    r"(?P<name>[A-Z][\w.+-]*(?: (?:[A-Z\d]|v\d)[\w.+-]*){0,4})(?: and \d+)?\s*\(\s*(?:~|≈|about |approx\.? |over )?"
    r"\d[\d.,]*\s?(?:[Kk]\b|[kKMBT]?\s?(?:h|hrs?|hours?|minutes?|[GMT]B)\b|"
    r"[KMBT]?\s?(?:million |billion |thousand )?(?:[\w-]+ )?"
    r"(?:tokens?|samples?|rows?|examples?|pairs?|sentences?|images?|clips?|utterances?|documents?|words?|conversations?|"
    r"instructions?|questions?|problems?|recordings?|videos?|dialogues?|articles?|speakers?)\b)[^()\n]{0,40}\)"
)
"""A name with how much of it there is in brackets: `FenVoices (378 h)`."""
_COUNTS = re.compile(
    r"\s*[,;]?\s*(?:(?:and|plus)\s+)?(?:[a-z][\w -]{0,40}\([^()\n]{1,60}\)\s*[,;]?\s*(?:and\s+)?){0,3}"
)
"""What stands between two of these, others that have no name among them."""


def counted(text: str) -> Iterator[Called]:
    """Rows that stand in a list with how much there is of each.

    >>> words = "Sources: FenVoices (378 h), own recordings (4 h), Vane (27 h)."
    >>> [words[one.start : one.end] for one in counted(words)]
    ['FenVoices', 'Vane']
    """
    run: list[re.Match[str]] = []
    for one in _COUNTED.finditer(text):
        if run and not _COUNTS.fullmatch(text, run[-1].end(), one.start()):
            yield from _counted(run)
            run = []
        run.append(one)
    yield from _counted(run)


def _counted(run: Sequence[re.Match[str]]) -> Iterator[Called]:
    """The names of a run of two and more; of one alone nothing says that a list goes on."""
    if len(run) > 1:
        for one in run:
            if not all(says_kind(word) or is_of_people(word) for word in one["name"].split()):
                yield Called(one.start("name"), one.end("name"), "dataset")
