"""Prose in scripts of its own: what the words around a name say where none of the grammar's frames has told it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from compliance.acquire.languages.spoken import spoken
from compliance.acquire.languages.vocabulary import Frame, Language
from compliance.model.declared.sighting import Mention

_BLANKS = re.compile(r" {2,}")
_ENDS = re.compile(r"[\u3002\uff01\uff1f!?\n]|\.\s")
"""Where a sentence ends."""
_WRAPPED = re.compile(r"\n(?=[ \t]*[a-zа-яё])")
"""The end of a line behind which its sentence goes on."""
MOST_GAP = 2
"""Blanks that are left of a gap where words are written apart: two, for a name ends before the link behind it."""
NEAR = 80
"""Letters on each side of a name that are looked at."""


def framed(prose: Callable[[str, str], list[Mention]]) -> Callable[[str, str], list[Mention]]:
    """A reader of paragraphs that also reads the frames of languages that are written in scripts of their own.

    It closes the gaps that taken-out links leave: words follow a name at once, however long its address was.
    """

    def read(text: str, section: str) -> list[Mention]:
        language = spoken(text)
        if language is None or not language.frames:
            closed, places = _closed(text, MOST_GAP)
            return _put_back(prose(closed, section), places)
        closed, places = _closed(text, 1)
        told = [_told(one, closed, language, section) for one in prose(closed, section)]
        return _put_back(told, places)

    return read


def _put_back(told: Sequence[Mention], places: Sequence[int]) -> list[Mention]:
    """Mentions at the places that they have in the text before its gaps were closed."""
    return [replace(one, start=places[one.start], end=places[one.end - 1] + 1) for one in told]


def _closed(text: str, most: int) -> tuple[str, Sequence[int]]:
    """A text with at most so many blanks in a row, and where each of its letters stands in the text."""
    parts, places, at = [], list[int](), 0
    for one in _BLANKS.finditer(text):
        until = min(one.start() + most, one.end())
        parts.append(text[at:until])
        places.extend(range(at, until))
        at = one.end()
    parts.append(text[at:])
    places.extend(range(at, len(text)))
    return "".join(parts), places


def _told(mention: Mention, text: str, language: Language, section: str) -> Mention:
    """A mention, with what the first frame that fits makes of it, where nothing else did."""
    if mention.cue or mention.negated:
        return mention
    text = _WRAPPED.sub(" ", text)
    before = _ENDS.split(text[max(0, mention.start - NEAR) : mention.start].removesuffix("hf.co/"))[-1]
    before = before.removesuffix("datasets/").removesuffix("hf.co/")
    behind = _ENDS.split(text[mention.end : mention.end + NEAR])[0]
    for frame in language.frames:
        if frame.within is not None and not frame.within.search(section):
            continue
        said = _fits(frame, mention, before, behind)
        if said is None:
            continue
        opens, goes_on = said
        denies = language.denied is not None and language.denied.search(before[: opens.start()])
        undone = language.denied_behind is not None and language.denied_behind.match(behind, goes_on.end())
        if denies or undone:
            return mention
        cue = f"{opens[0].strip()}…{goes_on[0].strip()}"
        return replace(mention, relation=frame.relation, cue=cue)
    return mention


def _fits(
    frame: Frame, mention: Mention, before: str, behind: str
) -> tuple[re.Match[str], re.Match[str]] | None:
    opens, goes_on = frame.before.search(before), frame.behind.match(behind)
    fits = mention.kind in frame.kinds and opens is not None and goes_on is not None
    return (opens, goes_on) if fits and opens is not None and goes_on is not None else None
