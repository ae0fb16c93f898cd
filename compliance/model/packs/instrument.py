"""What the texts say: instruments, their clauses, and when each version was in force."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from compliance.model.shapes.lean import BeforeValidator, Field, model_validator
from compliance.model.shapes.shape import (
    Assurance,
    DateText,
    Id,
    Name,
    PathId,
    Shape,
    Text,
    first_day,
    to_list,
)

Fingerprint = Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]
InstrumentKind = Literal[
    "provider-terms", "usage-policy", "site-terms", "model-licence", "data-licence", "code-licence", "statute",
    "regulation", "bill", "order", "memo", "letter", "guideline", "judgment", "house-rule",
]  # fmt: skip
LAW_KINDS: tuple[InstrumentKind, ...] = (
    "statute", "regulation", "bill", "order", "memo", "letter", "guideline", "judgment",
)  # fmt: skip
"""Kinds that come from states, courts and authorities, not from a contract."""
Words = Annotated[
    tuple[Text, ...], BeforeValidator(to_list, json_schema_input_type=Text | list[Text]), Field(min_length=1)
]
"""Words to be shown literally; of several, each alone will do."""
Measure = Literal[
    "monthly-users", "daily-users", "annual-users", "monthly-visits", "monthly-revenue", "annual-revenue",
    "training-compute", "compute-share",
]  # fmt: skip


class Limit(Shape):
    """A figure above which a clause asks for more, or grants nothing."""

    measure: Measure = Field(
        description="What is counted; revenue in `currency`, compute in FLOP, shares between 0 and 1."
    )
    of: Literal["product", "publisher", "group", "model"] = Field(
        description="Whose figure: the product that uses it, the licensee alone, with its affiliates, or the model's."
    )
    above: Annotated[int | float, Field(gt=0)]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    at: DateText | Literal["any-time", "model-release"] = Field(
        default="any-time",
        description="The day on which the text freezes the count (the month or year before it counts), or that of the "
        "release of the model taken.",
    )
    commercial_only: bool = Field(default=False, description="Counts for commercial use only.")
    inclusive: bool = Field(default=False, description="Reached at the figure itself, not only above it.")
    then: Literal[
        "no-grant", "licence-needed", "display", "registration", "royalty", "duty", "presumption"
    ] = Field(description="What follows above it.")
    note: Text | None = None

    @model_validator(mode="after")
    def _in_a_currency(self) -> Limit:
        if self.measure.endswith("-revenue") != (self.currency is not None):
            raise ValueError("a limit on revenue, and no other, names its `currency`, e.g. USD")
        return self


class Territory(Shape):
    """Where a clause gives nothing, or where alone it applies."""

    excludes: tuple[Name, ...] = Field(default=(), description="Codes of places: ISO 3166, EU, US-CA …")
    only: tuple[Name, ...] = ()
    by: Literal["domicile", "place-of-use", "both"] = "place-of-use"
    reaches_outputs: bool = Field(default=False, description="The text also names outputs.")

    @model_validator(mode="after")
    def _one_list(self) -> Territory:
        if bool(self.excludes) == bool(self.only):
            raise ValueError("give one of `excludes` and `only`")
        return self


class Asked(Shape):
    """The numbers and words of a clause: what a rule that cites it compares and demands."""

    limits: tuple[Limit, ...] = ()
    notice: Words | None = Field(default=None, description="Exact words of a notice that is owed.")
    name_prefix: Words | None = Field(default=None, description="How names of what is made have to begin.")
    badge: Words | None = Field(default=None, description="Exact words to be shown where people see them.")
    credit_line: Words | None = Field(default=None, description="Exact words of a credit.")
    copy_: bool | None = Field(default=None, alias="copy", description="A copy of the text goes along.")
    keep_notices: bool | None = Field(default=None, description="Notices that it came with stay.")
    mark_changes: bool | None = Field(default=None, description="What was changed is said.")
    pass_on: bool | None = Field(default=None, description="Its limits on use bind whoever gets it next.")
    territory: Territory | None = None


class Event(Shape):
    """One public event in which a text was enforced, tested or invoked."""

    date: DateText
    kind: Literal[
        "accusation", "letter", "access-limited", "account-closed", "takedown", "suit", "settlement", "judgment",
        "listing", "testimony", "text-changed", "request",
    ]  # fmt: skip
    who: Name = Field(description="Who acted.")
    against: Name | None = None
    what: Text = Field(description="What happened, in our own words.")
    outcome: Text | None = None
    source: Name = Field(description="Where it was read, or that it is recalled.")
    url: Name | None = None
    assurance: Assurance


class Enforcement(Shape):
    """What is publicly known of a text being enforced; an empty record says that nobody looked."""

    events: tuple[Event, ...] = ()
    none_found_on: DateText | None = Field(
        default=None, description="Day on which a search found nothing, or nothing further."
    )
    looked_in: Text | None = Field(default=None, description="What was searched on that day.")

    @model_validator(mode="after")
    def _says_something(self) -> Enforcement:
        if not self.events and self.none_found_on is None:
            raise ValueError("give `events`, or `none_found_on` with the day of the search")
        return self


class Stage(Shape):
    """One dated step in the life of a law, bill or case."""

    date: DateText
    what: Text


class Capture(Shape):
    """Where a version of a text can be found again: a collection or public repository, at a commit."""

    collection: Name
    commit: Annotated[str, Field(pattern=r"^[0-9a-f]{7,40}$")]
    path: Name | None = Field(default=None, description="The file, where the collection is a repository.")


class Version(Asked):
    """One stretch of time with one text of a clause. `held: false` marks a stretch whose text is not held.

    What it asks in numbers and words takes the place of what the clause gives for all versions.
    """

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


class Clause(Asked):
    """A dated part of an instrument; its numbers and words hold for every version that gives no others."""

    locator: Name
    topic: Name
    norm: Literal["prohibition", "obligation", "permission", "definition", "none"]
    paraphrase: Text = Field(description="What it says, in our own words.")
    versions: Annotated[tuple[Version, ...], Field(min_length=1)]
    ambiguities: Text | None = None
    no_rule: Text | None = Field(default=None, description="Why no rule reads it.")

    def asked(self, version: Version) -> Asked:
        """Its numbers and words in one of its versions."""
        fields = Asked.model_fields
        given = {name: getattr(version, name) for name in fields if name in version.model_fields_set}
        return Asked(**{name: given.get(name, getattr(self, name)) for name in fields})


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
    place: Name | None = Field(default=None, description="Whose law it is: ISO 3166 code, EU, US-CA …")
    sites: tuple[Name, ...] = Field(
        default=(),
        description="Of terms of a site: by which names a manifest calls the site whose content a source is.",
    )
    history: tuple[Stage, ...] = Field(default=(), description="Dated steps of a law, bill or case.")
    triggers: tuple[Text, ...] = Field(
        default=(), description="In words: the facts of a project that bring it into play."
    )
    shown_at_sign_up_only: bool = Field(
        default=False, description="The text is shown to those only who sign up; nobody here has read it."
    )
    enforcement: Enforcement | None = None
    no_rule: Text | None = Field(default=None, description="Why no rule cites any of it.")
    clauses: dict[Id, Clause] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _terms_of_a_site(self) -> Instrument:
        if self.sites and self.kind not in ("site-terms", "provider-terms"):
            raise ValueError("only terms of sites and providers name the `sites` that they are for")
        return self
