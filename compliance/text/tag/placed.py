"""Tell where in a clause the words stand that forbid, demand, allow or promise."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compliance.text.tag.patterns import Cue, cues
from compliance.text.tag.subordinate import is_subordinate

__all__ = ["ACTS", "BARE", "NAME", "SENTENCE", "PlacedCues"]

AHEAD = 120
"""Within how many characters after the beginning of some words the cue ends that began before them."""
REACH = 3000
"""Within how many characters the words stand that govern others."""
WHOLE = 2 * REACH
"""Up to how many characters a clause is looked through once; of a longer one the surroundings of each place."""
NAME = r"[a-z]{0,2}[A-Z][A-Za-z0-9]*(?:\.[A-Za-z]{2,4})?(?: [A-Z][A-Za-z0-9]*){0,2}"
ACTS = re.compile(
    rf"(?=[a-z]{{0,2}}[A-Z])(?:(?<=^)|(?<=\n)|(?<=[.;:,(] )|(?<=that )|(?<=and )|(?<=or ))({NAME})"
    r"(?: (?:and|or) its affiliates| \((?:and|or) its affiliates\))?,? "
    r"(?i:may|will|shall|can|must|might|reserves|does|is|has|grants|hereby|uses|collects|provides|cannot|"
    r"conducts|performs|maintains|operates|develops|trains|monitors|offers|makes|takes)"
    r"(?i: not| never)?\b"
    r"(?!(?: not| never)? be (?:\w+ )?(?:used|accessed|copied|reproduced|modified|sold|resold|scraped|transferred)\b)"
)
"""Words with which somebody acts; what may be used is no actor."""
_AGREES = re.compile(
    rf"(?:(?<=^)|(?<=\n)|(?<=[.;:,(] )|(?<=and ))({NAME}) (?i:agrees|undertakes|commits|promises)\b"
)
_LATE = frozenset(
    (
        "we-prohibit", "punished", "provider-acts", "others-act", "provider-verb", "provider-promise", "neither",
        "no-subject", "licence-to-user", "not-and-not", "not-covered", "not-prevented",
    )
)  # fmt: skip
"""Cues that hold for the modal verb at their end, which another cue begins with."""
BARE = frozenset(("may-not-bare", "contracted", "not-to", "not-and-not"))
_FINITE = frozenset(("may-not", "must", "may", "consequence"))
"""Cues that are a subject and its verb."""
_AFTER = frozenset(("allows", "prohibited", "no-consent", "may-not"))
"""Cues that may follow the words that they govern."""
_OTHER_SUBJECT = re.compile(
    r"^(?!(?:you|customer|client|user|licensee)\b).*, (?:and|but|or) (?:\w+ly )?(?:may|must|shall|will|can|should)\b",
    re.DOTALL,
)
"""A thing, then a verb that goes on with the subject of the words before the thing."""
_NEXT = re.compile(r" (?:\w+ )?")
"""What may stand between a modal and the verb that it belongs to."""
SENTENCE = re.compile(r"[.!?][\"')]? (?=[a-z\"'(])")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a cue stands."""

    start: int
    end: int
    at: int
    """The place for which it holds."""
    cue: Cue
    below: bool
    """Whether it may say only more about a word before it."""

    def told(self, start: int, text: str) -> tuple[int, Cue, bool]:
        """What it is for words that begin at a place: a permission of their own verb says nothing aside."""
        own_verb = self.below and self.cue.norm == "permission" and _NEXT.fullmatch(text, self.end, start)
        return self.at, self.cue, self.below and not own_verb


class PlacedCues:
    """The cues of one clause: which may stand in it is told by their words, and where is looked for once."""

    def __init__(self, text: str, original: str, begun: frozenset[str], names: frozenset[str]) -> None:
        """Take the words as the patterns read them and as they were written, how they begin, and who offers it."""
        self._text = text
        self._begun = begun
        self._original = original
        self._names = names
        self._everywhere: list[list[_Place]] = []

    @functools.cached_property
    def _may_stand(self) -> Sequence[Cue]:
        return [cue for cue in cues() if cue.words.may_be_in(self._text, self._begun)]

    @functools.cached_property
    def _actors(self) -> Sequence[int]:
        """Where the words end with which somebody acts who offers the service."""
        if not self._names:
            return ()
        found = [one for acting in (ACTS, _AGREES) for one in acting.finditer(self._original)]
        return [one.end() for one in found if one.group(1).lower() in self._names]

    def before(self, start: int) -> Iterator[tuple[int, Cue, bool]]:
        """Yield the cues up to some words: the place for which each holds, and whether it says it aside."""
        begin, end = max(start - REACH, 0), min(start + AHEAD, len(self._text))
        for places in self._around(start, begin, end):
            for place in places:
                if place.start > start or (place.end > start + 1 and place.start >= start):
                    break
                if place.start >= begin:
                    yield place.told(start, self._text)
        yield from ((at, _provider_acts(), False) for at in self._actors if begin < at <= start)

    def after(self, start: int, end: int) -> Cue | None:
        """Return a prohibition that follows some words, `... is not allowed`, or that stands among them."""
        stop = SENTENCE.search(self._text, start, start + REACH)
        last = min(stop.start() if stop else len(self._text), start + REACH)
        for cue in self._may_stand:
            within = end if cue.id in BARE else last if cue.id in _AFTER else 0
            if within and cue.find.search(self._text, start, within):
                return cue
        return None

    def at_the_end(self, begin: int, end: int) -> Iterator[tuple[int, Cue]]:
        """Yield the cues with which a lead-in ends that stands there, and where each begins."""
        for cue in self._may_stand:
            if cue.ends:
                for found in cue.find.finditer(self._text, begin, end):
                    if found.end() == end:
                        yield found.start(), cue

    def _around(self, start: int, begin: int, end: int) -> Iterator[Sequence[_Place]]:
        """For each cue its places around some words; of what goes beyond the window, what of it stands within."""
        waiting = [cue for cue in self._may_stand if not cue.ends]
        if len(self._text) > WHOLE:
            yield from (self._found(cue, begin, end) for cue in waiting)
            return
        if not self._everywhere:
            self._everywhere = [self._found(cue, 0, len(self._text)) for cue in waiting]
        for cue, places in zip(waiting, self._everywhere, strict=True):
            beyond = any(place.start <= start and place.end > end for place in places)
            yield self._found(cue, begin, end) if beyond else places

    def _found(self, cue: Cue, begin: int, end: int) -> list[_Place]:
        finite, late, places = cue.id in _FINITE, cue.id in _LATE, []
        for found in cue.find.finditer(self._text, begin, end):
            if finite and _OTHER_SUBJECT.search(found.group()):
                continue
            at = found.end() - 1 if late else found.start()
            below = finite and is_subordinate(self._text, found.start(), found.group())
            places.append(_Place(found.start(), found.end(), at, cue, below))
        return places


@functools.cache
def _provider_acts() -> Cue:
    return next(cue for cue in cues() if cue.id == "provider-acts")
