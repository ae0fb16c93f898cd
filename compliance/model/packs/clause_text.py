"""What a text is made of once it has been read: clauses where they stand, and what their words say.

A `TextClause` is the smallest part of a text that can be cited; a `Tag` is one thing that it says. `TextClause`
is not `compliance.model.packs.instrument.Clause`, which is the record that a person keeps of such a part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TextFormat = Literal["markdown", "html", "text", "pdf", "bill-xml"]
ClauseKind = Literal["item", "enumerated", "sentence", "paragraph", "cell"]
Topic = Literal[
    "train-competing", "train-any", "compete", "distil-extract", "reverse-engineer", "scrape-automate",
    "resale-access", "bypass-safeguards", "identity-region",
]  # fmt: skip
TextNorm = Literal["prohibition", "obligation", "permission", "exception", "definition", "none"]
Polarity = Literal["forbidden", "required", "allowed", "stated"]
Bound = Literal["user", "provider", "both", "unknown"]
Tier = Literal["confirmed", "review"]


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a source text, from `start` up to `end`, which is not one of them."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class TextClause:
    """One list item, one item of an enumeration within a line, one sentence or one short paragraph."""

    id: str
    """Made from its words and its lead-ins: moving or renumbering the clause does not change it."""
    kind: ClauseKind
    path: tuple[str, ...]
    """The headings over it, the outermost first."""
    numbers: tuple[str, ...]
    """The markers that lead to it, the outermost first: `("3.", "(b)", "(ii)")`."""
    own: str
    """Its own words, without markup and marker, on one line."""
    lead_ins: tuple[str, ...]
    """The words that it continues, the outermost first: `("You may not:",)`."""
    span: Span
    """Where it stands in the source, marker included."""
    line: int
    """Line of its first character in the source, from 1."""
    column: int
    """Column of its first character in the source, from 1."""

    @property
    def text(self) -> str:
        """Its lead-ins and its own words, as one would read them out."""
        return " ".join((*self.lead_ins, self.own))


@dataclass(frozen=True, slots=True)
class SegmentedText:
    """A text in its clauses, in the order in which they stand."""

    format: TextFormat
    source: str
    """What the spans of the clauses count in: the text of the file, or what was read out of a PDF."""
    clauses: tuple[TextClause, ...]

    def quote(self, clause: TextClause) -> str:
        """Return the characters of the source that the clause takes up."""
        return self.source[clause.span.start : clause.span.end]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words on which a tag rests."""

    words: str
    span: Span
    """Where they stand in `TextClause.own`; in the lead-in if `lead_in` says which."""
    lead_in: int | None = None
    """Position of the lead-in in which they stand, or nothing for the clause's own words."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A measure on which a clause turns: an amount of money, a number, a date, a place."""

    kind: Literal["amount", "users", "count", "share", "duration", "date", "place"]
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Details:
    """What narrows a clause, whatever its topic."""

    conditions: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    defined_terms: tuple[str, ...] = ()
    """Terms that the clause gives a meaning to."""
    cross_references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """One topic of one clause."""

    topic: Topic
    norm: TextNorm
    polarity: Polarity
    bound: Bound
    tier: Tier
    pattern: str
    """The pattern that found it."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class TaggedClause:
    """A clause with everything that was found in it; no tag where it speaks of none of the topics."""

    clause: TextClause
    norm: TextNorm
    bound: Bound
    tags: tuple[Tag, ...]
    details: Details

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The topics of the clause, in alphabetical order."""
        return tuple(sorted({tag.topic for tag in self.tags}))
