"""The table of causes: what stands open, why, on whose reading, what to do, and who can do it. Heaviest first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compliance.model.answered.cause import Cause, is_unasked, is_unfilled
from compliance.model.answered.finding import MAKING, Finding, NotCovered
from compliance.model.answered.report import Report
from compliance.model.packs.truth import Position, Truth
from compliance.model.words.placeholder import unfilled_part
from compliance.render.view.actions import Action, Who, actions_of, owed_of, told_short, who_can
from compliance.render.view.answer import short_question
from compliance.render.view.apart import as_told, in_short, told_apart
from compliance.render.view.causes import counted_of, heaviest_first
from compliance.render.view.evidence import known_name
from compliance.render.view.questions import asked_of
from compliance.render.view.to_do import helping, lacking, to_do
from compliance.render.view.words import POSITION_WORD, clean, count, listed
from compliance.values import dataclass

NAMED = 2
"""How many upstreams a row names."""
WHY_WORDS = 12

READING_OF: dict[Position, str] = {
    Position.BREACH: "on every reading",
    Position.ARGUABLE: "on the ordinary reading, not on the narrow one",
    Position.REMOTE: "on the broadest reading only",
    Position.NEEDS_FACTS: "not decided",
    Position.NOT_COVERED: "on no text that is loaded",
}
_SHORT = {
    Position.BREACH: "every reading",
    Position.ARGUABLE: "ordinary reading",
    Position.REMOTE: "broadest reading",
    Position.NOT_COVERED: "no text",
}
_AT_MOST = {
    Position.BREACH: "may be a breach",
    Position.ARGUABLE: "at most arguable",
    Position.REMOTE: "at most remote",
}
_REACHED = {
    "itself": "it is the release, or whole inside it",
    "copy": "its content is passed on in the release",
    "student": "the release was trained on it",
    "descendant": "it is a further generation behind the release",
    "derivative": "the release shares its weights",
    "signal": "it only labelled, scored or selected",
    "loaded": "whoever runs the release loads it",
}
_OF_OUTPUT = {
    "student": "the release was trained on its output",
    "copy": "its output is passed on in the release",
}
_BASELESS = "its training starts from weights that no step names"
_STATE_LICENCE = "state its licence or terms, or add a record of it"
_UNEXPLAINED = "nothing says how it was made, and by what"
Numbers = Mapping[tuple[str, str, str, str], Sequence[int]]
"""Numbers of the questions that bear on a finding, by its identity."""
_WAYS = frozenset((*_REACHED.values(), *_OF_OUTPUT.values()))


@dataclass(frozen=True, slots=True)
class CauseLine:
    """One cause in a row."""

    key: str
    position: Position
    position_word: str
    highest: Position
    """Where the answers may lead at worst."""
    lowest: Position
    """Where they may lead at best."""
    title: str
    upstream: str
    """Names of what it comes from, in short; empty for the release as such."""
    upstreams: tuple[str, ...]
    """All of these names."""
    releases: str
    """Those of which title and position hold."""
    why: str
    """In a dozen words at most."""
    reading: str
    """On whose reading it stands open."""
    actions: tuple[Action, ...]
    do: str
    """What to do, in a few words."""
    who: tuple[Who, ...]
    question: int
    """Number of the first question that bears on it; 0 where none does."""
    findings: int
    open: bool
    location: str | None
    points: int = 1
    """How many causes the row stands for."""
    lacks: str = ""
    """What is not known of the source as such, where that is all that the cause waits for."""
    asked: tuple[int, ...] = ()
    """Numbers of all questions that bear on it."""
    otherwise: str = ""
    """What would do instead of answering, in a few words."""
    apart: str = ""
    """Further releases that it reaches, each with where it stands and under which rule."""
    in_short: str = ""
    """All its releases, and of how many of them its title does not hold, where they stand alike."""

    @property
    def where(self) -> str:
        """The releases in which it stands open, those apart with how."""
        return f"{self.releases} ({self.apart})" if self.apart else self.releases

    @property
    def reading_short(self) -> str:
        """On whose reading, in two or three words."""
        if self.position is Position.NEEDS_FACTS and self.lowest is Position.ARGUABLE:
            return "at least arguable"
        return _SHORT.get(self.position) or _AT_MOST.get(self.highest, "not decided")

    @property
    def of_base(self) -> bool:
        """Whether the reason is that training starts from nowhere, which no title says."""
        return self.why == _BASELESS

    @property
    def routed(self) -> bool:
        """Whether the reason says only how the source got into the release."""
        return self.why in _WAYS

    @property
    def subject(self) -> str:
        """What it comes from, and for which releases it stands open."""
        apart = self.upstream and self.upstream != self.releases
        return f"{self.upstream} → {self.where}" if apart else self.where


def build_causes(report: Report) -> tuple[CauseLine, ...]:
    """Every cause, what is open first and the heaviest of it at the head."""
    names = {release.id: clean(release.name) for release in report.releases}
    kinds = {artifact.id: artifact.kind for artifact in report.artifacts}
    asked = asked_of(report)
    return tuple(_line(cause, report, names, kinds, asked) for cause in heaviest_first(report))


def _line(
    cause: Cause, report: Report, names: dict[str, str], kinds: dict[str, str], numbers: Numbers
) -> CauseLine:
    lead = cause.lead
    if lead is None:
        return _uncovered(cause, names, kinds)
    counted = counted_of(cause, report)
    actions = actions_of(lead)
    as_titled = as_told(lead, counted)
    upstreams = _upstreams(as_titled)
    undecided = lead.position is Position.NEEDS_FACTS
    waiting = [one for one in counted if undecided or _waits(one, report)]
    asked = sorted({number for one in waiting for number in numbers.get(one.identity, ())})
    return CauseLine(
        key=clean(cause.key),
        position=lead.position,
        position_word=POSITION_WORD[lead.position],
        highest=lead.high,
        lowest=lead.low,
        title=clean(lead.title),
        upstream=shortened(upstreams),
        upstreams=upstreams,
        releases=_releases([finding.release for finding in as_titled], names),
        apart=told_apart(lead, counted, names),
        in_short=in_short(lead, counted, _releases([finding.release for finding in counted], names)),
        why=_why(lead, kinds),
        reading=_reading(lead),
        actions=actions,
        do=to_do(lead, actions, owed_of(counted), asked),
        lacks=lacking(lead),
        asked=tuple(asked),
        otherwise=told_short(helping(actions), 1),
        question=asked[0] if asked else 0,
        who=who_can(helping(actions)[:2]) or ("engineer",),
        findings=len(cause.findings),
        open=cause.open,
        location=clean(lead.location) if lead.location else None,
    )


def _waits(finding: Finding, report: Report) -> bool:
    """Whether a finding counts against the gate only as long as nobody answers what it waits for."""
    return report.is_open(finding) and getattr(finding.readings, report.gate) is Truth.UNKNOWN


def _uncovered(cause: Cause, names: dict[str, str], kinds: dict[str, str]) -> CauseLine:
    first = cause.uncovered[0]
    upstreams = tuple(clean(one.name) for one in cause.uncovered)
    title, do = _named_and_done(cause.uncovered, kinds)
    return CauseLine(
        key=clean(cause.key),
        position=Position.NOT_COVERED,
        position_word=POSITION_WORD[Position.NOT_COVERED],
        highest=Position.NOT_COVERED,
        lowest=Position.NOT_COVERED,
        title=title,
        upstream=shortened(upstreams),
        upstreams=upstreams,
        releases=_releases([release for one in cause.uncovered for release in one.releases], names),
        why=_cut(clean(first.why)),
        reading="on no statement" if is_unfilled(first) else READING_OF[Position.NOT_COVERED],
        actions=(),
        do=do,
        who=("engineer",) if is_unfilled(first) else ("engineer", "counsel"),
        question=0,
        findings=0,
        open=cause.open,
        location=clean(first.location) if first.location else None,
    )


def _named_and_done(uncovered: Sequence[NotCovered], kinds: dict[str, str]) -> tuple[str, str]:
    """What a cause without findings is called, and what to do about it."""
    if is_unfilled(uncovered[0]):
        return "Lines that are not filled in", _to_fill([one.subject for one in uncovered])
    if is_unasked(uncovered[0]):
        return "A release of which not everything is asked", "tell what is missing"
    # What is stated as the licence of a service takes the place of no terms of its provider.
    hosted = all(kinds.get(one.subject) == "service" for one in uncovered)
    do = "add a rule for its terms, or replace the input" if hosted else _STATE_LICENCE
    return "A name of which no loaded text or rule speaks", do


def _to_fill(places: Sequence[str]) -> str:
    """What to do about places that hold no answer: every line but that of the publisher can be left out."""
    return "write who it is" if {*places} == {"publisher.name"} else "write what holds, or take the line out"


def _upstreams(findings: Sequence[Finding]) -> tuple[str, ...]:
    names = (clean(one.source_name or known_name(one.source)) for one in findings if one.source)
    return tuple(dict.fromkeys(names))


def shortened(names: Sequence[str], most: int = NAMED) -> str:
    """Some names in a row; of many the first, and how many more there are."""
    once = list(dict.fromkeys(names))
    if len(once) <= most:
        return listed(once)
    return listed([*once[: most - 1], f"{len(once) - most + 1} more"])


def _releases(ids: Sequence[str], names: dict[str, str]) -> str:
    once = list(dict.fromkeys(names.get(one, clean(one)) for one in ids))
    if len(names) > 1 and len(once) == len(names):
        return "all releases" if len(names) > 2 else "both releases"
    return shortened(once)


def _reading(lead: Finding) -> str:
    if lead.position is Position.NEEDS_FACTS and lead.low is Position.ARGUABLE:
        return f"{POSITION_WORD[lead.low]} at least, {POSITION_WORD[lead.high]} at most, by the answer"
    if lead.position is Position.NEEDS_FACTS:
        return f"at most {POSITION_WORD[lead.high]}, by the answer"
    return READING_OF.get(lead.position, "")


def _why(lead: Finding, kinds: dict[str, str]) -> str:
    unfilled = [told for one in lead.missing if (told := unfilled_part(one.question))]
    if lead.position is Position.NEEDS_FACTS and unfilled:
        return _cut(clean(f"{unfilled[0][:1].lower()}{unfilled[0][1:]}"))
    if lead.position is Position.NEEDS_FACTS and lead.missing and lead.missing[0].of_base:
        return _BASELESS
    if lead.position is Position.NEEDS_FACTS and lead.missing and lead.missing[0].fact == MAKING:
        return _UNEXPLAINED
    if lead.position is Position.NEEDS_FACTS and lead.missing:
        return _cut(f"not known: {clean(lead.missing[0].label) or short_question(lead.missing[0].question)}")
    if lead.routes and lead.source:
        reached = _REACHED[lead.routes[0].reach]
        if kinds.get(lead.source) in ("service", "model") and lead.routes[0].reach in ("student", "copy"):
            reached = _OF_OUTPUT[lead.routes[0].reach]
        return reached
    # On whose reading it stands has a column of its own.
    return _cut(clean(re.sub(r"^On (every|the \w+) reading: ", "", lead.reason)))


def _cut(text: str) -> str:
    words = text.split()
    if len(words) <= WHY_WORDS:
        return text.rstrip(".")
    kept = " ".join(words[:WHY_WORDS])
    # What stands before a semicolon is whole by itself, but for one of several things in brackets.
    whole = kept.rpartition(";")[0]
    alone = 2 * len(whole.split()) > WHY_WORDS and whole.count("(") == whole.count(")")
    return whole if alone else f"{kept.rstrip(',;:')} …"


def counted_words(lines: Sequence[CauseLine]) -> str:
    """How many causes stand open.

    >>> counted_words([])
    'nothing open'
    """
    number = sum(line.open for line in lines)
    return f"{count(number, 'point')} open" if number else "nothing open"
