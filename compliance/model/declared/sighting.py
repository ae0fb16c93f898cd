"""What somebody's documents, code and data say of upstreams, each with the place where it is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from compliance.model.shapes.location import Location
from compliance.model.shapes.shape import ArtifactKind

MentionRelation = Literal[
    "generated-by", "judged-by", "filtered-by", "base", "adapter", "component", "data", "unknown-use",
    "compared-with", "evaluated-against", "evaluation-judge", "inspired-by", "own-release", "none",
]  # fmt: skip
"""What a thing that is mentioned was for the work at hand."""
LINEAGE: frozenset[str] = frozenset(
    {"generated-by", "judged-by", "filtered-by", "base", "adapter", "component", "data", "unknown-use"}
)
"""Relations by which a thing is an upstream; a use that nobody can name is one until somebody says otherwise."""
SourceKind = Literal["document", "code", "config", "data", "weights"]
"""Where something is said. A document is what readers of the release are shown; nothing else declares anything."""
StatementKind = Literal[
    "licence",
    "people-wrote",
    "people-judged",
    "from-scratch",
    "no-simulation",
    "denial",
    "no-restrictions",
    "release-day",
]


@dataclass(frozen=True, slots=True)
class Known:
    """What the registry makes of a name."""

    kind: ArtifactKind | Literal["provider"]
    record: str | None
    provider: str | None = None
    route: str | None = None


class Recognise(Protocol):
    """Tells what a name stands for; None where the registry does not know it."""

    def __call__(self, name: str) -> Known | None:
        """Look one name up, as a whole."""
        ...


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence: where it stands in the text, what the sentence makes of it, and whether it denies that."""

    name: str
    start: int
    end: int
    relation: MentionRelation
    negated: bool = False
    cue: str = ""
    """The words by which the relation was told; empty where only a default speaks."""
    of: str | None = None
    """The name before it whose making is told (`X, which was written by Y`); None for the work at hand."""
    kind: str | None = None
    """What the registry knows the name as; None where only its form tells that it is one."""
    by_noun: bool = False
    """Whether only the noun behind it tells that it is a name: `the LingMess model`."""
    sure: float = 0.0
    """How likely what is seen around the name makes it an upstream, whatever is made of that."""

    @property
    def is_lineage(self) -> bool:
        """Whether the sentence says that the thing is an upstream."""
        return not self.negated and self.relation in LINEAGE


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place at which an upstream, or what looks like one, is seen."""

    name: str
    relation: MentionRelation
    place: Location
    source: SourceKind
    how: str
    """By what it was seen, for readers: `front matter, base_model`; `model= of chat.completions.create`."""
    words: str = ""
    """The sentence or line as it stands there, shortened."""
    kind: ArtifactKind | None = None
    into: str | None = None
    """What it went into: name of a released thing, or path of a file; None where the place does not say."""
    negated: bool = False
    provider: str | None = None
    route: str | None = None
    column: str | None = None
    """Of a data file: the column."""
    share: float | None = None
    if_known: bool = False
    """Whether it counts only where a model is known by that name: a bare word, or a folder on somebody's machine."""
    licence: str | None = None
    """What the document says of this thing's own licence."""
    of_release: bool = False
    """Whether the name is one of the releases' own."""
    subject: str | None = None
    """The name with which its sentence begins, if it is another one: what is said may be said of that."""
    section: str = ""
    """Of prose, the titles above it, the outermost first."""
    sure: float | None = None
    """Of a name in a sentence, how likely what is seen around it makes it an upstream; None elsewhere."""

    @property
    def is_lineage(self) -> bool:
        """Whether it says that the thing is an upstream."""
        return not self.negated and self.relation in LINEAGE


@dataclass(frozen=True, slots=True)
class Statement:
    """Something a document says of a released thing that others may contradict: its licence, who wrote its rows."""

    kind: StatementKind
    about: str
    """Name of what it is about; empty for the release of the folder."""
    text: str
    place: Location
    words: str = ""
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """How much of something the work holds, or when something of it was done, as a document or its rows have it."""

    kind: Literal["amount", "period"]
    about: str
    """What is counted, or what was done: `hours`, `collected`."""
    low: float
    """The least that is meant; of a period the month in which it begins, counted from the year 0."""
    high: float
    place: Location
    words: str
    source: SourceKind = "document"
    by_year: bool = False
    """Whether only years are told."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one place of a file says of one property, so that it may be held against what other files say of it."""

    about: str
    """The property: `context length`, `consent`."""
    low: float
    """The least that is meant; of what is or is not so, 1 or 0."""
    high: float
    place: Location
    words: str
    of: str = ""
    """Of which part or stage it is told; empty for the work."""
    source: SourceKind = "document"


@dataclass(frozen=True, slots=True)
class Published:
    """Something that the folder releases, as far as its documents say."""

    kind: Literal["model", "dataset"]
    name: str
    place: Location
    licence: str | None = None
    licence_place: Location | None = None
    date: str | None = None
    function: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Lost:
    """Something that a document says and that a manifest, or this reader, cannot hold."""

    place: Location
    what: str
