"""Texts that were read or kept, and what became of the clauses that rules cite in them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.instrument import Instrument, Version
from compliance.model.shapes.shape import first_day

ProofState = Literal["proven", "not-proven", "no-text", "no-fingerprint"]


@dataclass(frozen=True, slots=True)
class CitedVersion:
    """One version of one clause of `policies/`, with the rules that cite the clause."""

    instrument: str
    clause: str
    publisher: str
    version: Version
    assurance: str
    rules: tuple[str, ...]

    @property
    def name(self) -> str:
        """Instrument and clause, as reports name them."""
        return f"{self.instrument}#{self.clause}"


@dataclass(frozen=True, slots=True)
class Pin:
    """What is known of a text kept on this machine."""

    digest: str
    """`sha256:` over its bytes."""
    name: str
    """Name of the file, or of the document in its collection."""
    origin: str
    """Where it was taken from: a file, or a collection at a commit."""
    captured_on: str
    """Day on which the text stood as it does here."""
    pinned_on: str
    instruments: tuple[str, ...] = ()
    """The instruments that it is the text of, where the user said so."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a cited clause in a pinned text."""

    fingerprint: str
    words: str
    """As they stand in the text: the line with its markup taken off."""
    digest: str
    captured_on: str
    origin: str
    line: int


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether the words of a cited clause stand in a text that is held."""

    cited: CitedVersion
    state: ProofState
    reason: str
    """Where they stand, or why that could not be shown."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """A run of words of an old and a new wording; equal runs have the same words on both sides."""

    kind: Literal["equal", "removed", "added"]
    words: str


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """One clause that differs between two versions of a document."""

    kind: Literal["added", "removed", "changed", "redefined"]
    loud: bool
    """Whether it changes what the text says."""
    topics: tuple[str, ...]
    """Topics of the guideline whose substance it touches."""
    old: str
    new: str
    old_line: int
    """Line in the older version, 0 where it is not there."""
    new_line: int
    words: tuple[WordChange, ...]
    cited: tuple[str, ...] = ()
    """Cited clauses whose recorded words it touches."""
    rules: tuple[str, ...] = ()
    """The rules that cite them."""
    moved_to: str = ""
    """Another document of the same provider that holds the words now, or took up the topic."""
    sure: bool = True
    """Whether the topics are confirmed, not only to be reviewed."""


@dataclass(frozen=True, slots=True)
class CitedChange:
    """A cited clause whose recorded words stood in the older version and do not stand in the newer one."""

    name: str
    version_from: str
    rules: tuple[str, ...]
    recorded: bool
    """Whether `policies/` already records the words that took their place."""
    fingerprint: str = ""
    moved_to: str = ""
    """Another document of the same provider in which the words stand."""


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """What differs between two versions of a document."""

    verdict: str
    topics: tuple[str, ...]
    changes: tuple[ClauseChange, ...]
    cited: tuple[CitedChange, ...]
    unchanged: int
    reason: str = ""
    """On what the verdict rests."""
    dates: tuple[str, ...] = ()
    """Days that the newer version states for itself: where a recorded version may have to start."""
    parties: tuple[str, ...] = ()
    """Legal names by which the newer version introduces its publisher, where the older one had others."""


Grade = Literal[
    "cited", "topic", "party", "announced", "new", "short", "dated", "restated", "review", "other", "cosmetic",
    "broken", "gone",
]  # fmt: skip
ALARMS: tuple[Grade, ...] = ("cited", "topic", "party", "announced", "new", "short")
"""The grades that a maintainer has to look at, the most urgent first."""
LISTED: tuple[Grade, ...] = ("dated", "restated", "review", "gone")
"""The grades that are listed below the alarms."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A position of a manifest that would change if the new words of a clause were read as drafted."""

    manifest: str
    release: str
    source: str
    party: str
    clause: str
    now: str
    then: str


@dataclass(frozen=True, slots=True)
class WatchedStep:
    """One step of one document of a collection, and how much it matters."""

    collection: str
    commit: str
    date: str
    path: str
    grade: Grade
    topics: tuple[str, ...] = ()
    changes: tuple[ClauseChange, ...] = ()
    """Those that matter, the most urgent first."""
    cited: tuple[CitedChange, ...] = ()
    reason: str = ""
    dates: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    """Packs with the rules that are drafted from its new words, as YAML."""
    effects: tuple[Effect, ...] = ()
    """What these would change in the positions of the manifests that were asked about."""
    asked: tuple[str, ...] = ()
    """The manifests that new words of a recorded clause were put to."""

    @property
    def is_alarm(self) -> bool:
        """Whether a maintainer has to look at it."""
        return self.grade in ALARMS


@dataclass(frozen=True, slots=True)
class Watch:
    """The outcome of a run over collections."""

    collections: tuple[str, ...]
    since: str
    until: str
    steps: int
    grades: Mapping[str, int]
    alarms: tuple[WatchedStep, ...]
    """Ranked: cited clauses first, then topics, then new documents; within a rank the newest first."""
    reviews: tuple[WatchedStep, ...]

    @property
    def exit_code(self) -> int:
        """1 where a cited clause changed."""
        return int(any(step.grade == "cited" for step in self.alarms))


def cited_versions(knowledge: Knowledge) -> tuple[CitedVersion, ...]:
    """Every version of every clause of the loaded texts, in the order in which they are recorded."""
    rules = _rules(knowledge)
    return tuple(
        _cited(text, key, version, rules.get((text.id, key), ()))
        for text in knowledge.instruments.values()
        for key, clause in text.clauses.items()
        for version in clause.versions
    )


def by_fingerprint(cited: Iterable[CitedVersion]) -> Mapping[str, tuple[CitedVersion, ...]]:
    """The versions that have a fingerprint, by it; several clauses may share the words of one paragraph."""
    found: dict[str, list[CitedVersion]] = {}
    for each in cited:
        if each.version.fingerprint:
            found.setdefault(each.version.fingerprint, []).append(each)
    return {mark: tuple(group) for mark, group in found.items()}


def age_in_days(text: Instrument, today: datetime.date) -> int:
    """How long ago a record was last checked."""
    return max((today - first_day(text.verified_on)).days, 0)


def _cited(text: Instrument, key: str, version: Version, rules: tuple[str, ...]) -> CitedVersion:
    return CitedVersion(text.id, key, text.publisher, version, version.assurance or text.assurance, rules)


def _rules(knowledge: Knowledge) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], list[str]] = {}
    for _, rule in knowledge.rules():
        for cite in rule.cites:
            found.setdefault((cite.instrument, cite.clause), []).append(rule.id)
    return {key: tuple(dict.fromkeys(names)) for key, names in found.items()}
