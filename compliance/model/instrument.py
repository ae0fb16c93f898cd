"""What the texts say: instruments, their clauses, and when each version was in force."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field

from compliance.model.shape import Assurance, DateText, Id, Name, PathId, Shape, Text, first_day

Fingerprint = Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]
InstrumentKind = Literal[
    "provider-terms", "usage-policy", "model-licence", "data-licence", "code-licence", "statute", "bill", "memo",
    "guideline", "house-rule",
]  # fmt: skip


class Capture(Shape):
    """Where a version of a text can be found again."""

    collection: Name
    commit: Annotated[str, Field(pattern=r"^[0-9a-f]{7,40}$")]


class Version(Shape):
    """One stretch of time with one text of a clause. `held: false` marks a stretch whose text is not held."""

    from_: DateText = Field(alias="from")
    to: DateText | None = Field(
        default=None, description="First day on which it no longer applies; open where absent."
    )
    from_basis: Literal["printed", "recorded", "earliest-capture", "or-earlier", "assumed"] = "printed"
    held: bool = True
    fingerprint: Fingerprint | None = Field(default=None, description="sha256 of the normalised clause text.")
    capture: Capture | None = None
    assurance: Assurance | None = Field(default=None, description="Where it differs from the instrument's.")
    note: Text | None = None

    @property
    def start(self) -> datetime.date:
        """First day in force."""
        return first_day(self.from_)

    @property
    def end(self) -> datetime.date:
        """First day no longer in force; the last representable day for an open version."""
        return first_day(self.to) if self.to else datetime.date.max


class Clause(Shape):
    """A dated part of an instrument."""

    locator: Name
    topic: Name
    norm: Literal["prohibition", "obligation", "permission", "definition", "none"]
    paraphrase: Text = Field(description="What it says, in our own words.")
    versions: Annotated[tuple[Version, ...], Field(min_length=1)]
    ambiguities: Text | None = None


class Instrument(Shape):
    """`policies/<publisher>/<instrument>.yaml`: one document that binds or may bind."""

    policy: Literal[1]
    id: PathId
    title: Name
    publisher: Name
    kind: InstrumentKind
    force: Literal["in-force", "not-yet-in-force", "proposed", "soft-law", "historic"] = "in-force"
    url: Name | None = None
    assurance: Assurance
    verified_on: DateText
    evidence: Text = Field(description="How and from what the record was checked, and up to which date.")
    silent_on: tuple[Name, ...] = Field(
        default=(), description="Topics on which the text was read and says nothing."
    )
    clauses: dict[Id, Clause] = Field(default_factory=dict)
