"""The operators of rules: a closed union, each written as a mapping with its own key.

There are no expression strings: whatever a condition can say, it says with these values.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from compliance.model.packs.reach import Reach
from compliance.model.shapes.lean import BeforeValidator, Discriminator, Field, Tag, model_validator
from compliance.model.shapes.shape import ArtifactKind, DateText, Id, Name, PathId, Shape, Text, to_list

Names = Annotated[tuple[Name, ...], BeforeValidator(to_list, json_schema_input_type=str | list[str])]
Reaches = tuple[Reach, ...]
PartyRole = Literal["caller", "releaser", "recipient"]
FactName = Annotated[str, Field(pattern=r"^(publisher|party|release|source|step|model)\.[a-z][a-z0-9_.-]*$")]
Number = int | float
Scalar = bool | int | float | str


class Selector(Shape):
    """Which artifacts are meant; all fields given must hold, each by any of its values. Names match by glob."""

    kind: Annotated[
        tuple[ArtifactKind, ...],
        BeforeValidator(to_list, json_schema_input_type=ArtifactKind | list[ArtifactKind]),
    ] = ()
    provider: Names = ()
    developer: Names = ()
    country: Names = ()
    family: Names = Field(default=(), description="Model family of the registry, e.g. `llama-3.1`.")
    licence: Names = Field(default=(), description="Licence ids of the registry.")
    trait: Names = Field(default=(), description="Licence traits of the registry, e.g. `non-commercial`.")
    not_licence: Names = ()
    name: Names = ()
    origin: Names = ()
    unlicensed: bool | None = Field(
        default=None, description="No licence is known, or it may be one that is not."
    )
    unexplained: bool | None = Field(
        default=None, description="Nobody has said how it was made: no step, no record, no documentation."
    )
    contradicted: bool | None = Field(
        default=None,
        description="The manifest and the registry say different things of it, and nothing settles which.",
    )
    own: bool = Field(
        default=False,
        description="Also what the publisher made itself in this lineage, where the publisher's own steps use it; "
        "nobody is bound by a licence of their own.",
    )


class AllOf(Shape):
    """Every one holds."""

    all: Annotated[tuple[Op, ...], Field(min_length=1)]


class AnyOf(Shape):
    """At least one holds."""

    any: Annotated[tuple[Op, ...], Field(min_length=1)]


class Not(Shape):
    """It does not hold; the readings change places."""

    not_: Op = Field(alias="not")


class ByReading(Shape):
    """A different test on each reading; a wider reading never says less than a narrower one."""

    readings: ThreeOps


class ThreeOps(Shape):
    """One operator per reading."""

    narrow: Op
    plain: Op
    broad: Op


class ReachSets(Shape):
    """Reach classes accepted on each reading; each wider one includes the narrower."""

    narrow: Reaches = ()
    plain: Reaches = ()
    broad: Reaches = ()

    @model_validator(mode="after")
    def _nested(self) -> ReachSets:
        if not set(self.narrow) <= set(self.plain) <= set(self.broad):
            raise ValueError("each reading must accept at least what the narrower one accepts")
        return self


class ReachOp(Shape):
    """How the rule's own source reaches the release."""

    reach: ReachSets


class LineageTest(Shape):
    """Whether any artifact of a kind reaches the release."""

    from_: Selector = Field(alias="from")
    reach: ReachSets
    other: bool = Field(
        default=False, description="Only artifacts other than the source the rule is asked of."
    )


class LineageOp(Shape):
    """Some artifact reaches the release in the given way."""

    lineage: LineageTest


COMPARISONS = (
    "is_", "in_", "contains", "mentions", "overlaps", "within", "starts_with", "over", "under", "before", "since",
)  # fmt: skip
"""Fields of a fact test that compare its value."""


class FactOp(Shape):
    """One comparison of a fact with a constant or with another fact. Exactly one comparison is given."""

    fact: FactName
    at: FactName | DateText | None = Field(
        default=None, description="Date fact at which a dated value is read, or the day that the text prints."
    )
    is_: Scalar | None = Field(default=None, alias="is")
    in_: tuple[Scalar, ...] | None = Field(default=None, alias="in")
    contains: str | None = None
    mentions: FactName | None = Field(
        default=None, description="One of the texts holds the value of another fact, such as a name."
    )
    overlaps: Names | None = Field(default=None, description="A list fact shares a member with these.")
    within: Names | None = Field(default=None, description="Every member of a list fact is one of these.")
    starts_with: str | None = None
    over: Number | FactName | None = None
    under: Number | FactName | None = None
    times: Number = Field(default=1, description="Factor on the right-hand side of over and under.")
    before: DateText | None = None
    since: DateText | None = None
    known: bool | None = None

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact that it may read: its own, the one that gives the day, and those that it is compared with."""
        others = (None if self.day else self.at, self.over, self.under, self.mentions)
        return (self.fact, *(one for one in others if isinstance(one, str)))

    @property
    def day(self) -> str | None:
        """The day at which a dated value is read, where the text prints it."""
        return self.at if self.at is not None and self.at[0].isdigit() else None

    @model_validator(mode="after")
    def _one_comparison(self) -> FactOp:
        given = [name for name in (*COMPARISONS, "known") if vars(self)[name] is not None]
        if len(given) != 1:
            raise ValueError(
                "give exactly one comparison: is, in, contains, overlaps, within, starts_with, over, …"
            )
        if any(text is not None and not text.strip() for text in (self.contains, self.starts_with)):
            raise ValueError("`contains` and `starts_with` name words to look for; these are none")
        numbers = (1, *(one for one in (self.over, self.under) if isinstance(one, int | float)))
        if self.times <= 0 or not all(math.isfinite(float(one) * self.times) for one in numbers):
            raise ValueError("`times` is a factor above 0, and no limit comes to more than a number can hold")
        return self


class PartyOp(Shape):
    """The party whose position is asked stands in one of these roles."""

    party: tuple[Literal["caller", "affiliate", "releaser", "recipient"], ...]


class LicenceTest(Shape):
    """A test on the licence of the release or of the source; exactly one test is given beside `of`."""

    of: Literal["release", "source"]
    has: Names = Field(default=(), description="It carries one of these traits.")
    in_: Names = Field(default=(), alias="in", description="It is one of these licences.")
    drops: Names = Field(
        default=(), description="It lacks one of these traits that the source's licence has."
    )
    copied: Names = Field(
        default=(), description="Of those of these licences that it has, a copy is shipped with the release."
    )
    noticed: Names = Field(
        default=(),
        description="Of those of these licences that it has, the notices that they ask for are shown.",
    )
    differs: bool | None = Field(
        default=None, description="Whether the release has none of the licences that the source has."
    )
    stated: bool | None = Field(default=None, description="Whether any licence is stated.")
    stated_beside: bool | None = Field(
        default=None,
        description="Whether statements of the release about what it was made from name the source's licence.",
    )


class LicenceOp(Shape):
    """A fact about a licence."""

    licence: LicenceTest


class ConflictOp(Shape):
    """Statements about the licence of one thing disagree."""

    conflict: Literal["release", "source"]


class InForce(Shape):
    """A clause, by instrument and clause id, and the date that counts."""

    instrument: PathId
    clause: Id
    at: Literal["step", "release", "as-of"] = "step"


class InForceOp(Shape):
    """Another clause stood in the governing text at that date."""

    in_force: InForce


class DefinitionOp(Shape):
    """A shared definition."""

    definition: PathId


class ConstantOp(Shape):
    """A fixed truth; `unknown` must say what is missing."""

    always: Literal["yes", "no", "unknown"]
    because: Text


_KEYS: dict[str, type[Shape]] = {
    "all": AllOf, "any": AnyOf, "not": Not, "readings": ByReading, "reach": ReachOp, "lineage": LineageOp,
    "fact": FactOp, "party": PartyOp, "licence": LicenceOp, "conflict": ConflictOp, "in_force": InForceOp,
    "definition": DefinitionOp, "always": ConstantOp,
}  # fmt: skip


def _tag(value: Any) -> str | None:
    if isinstance(value, dict):
        return next((key for key in _KEYS if key in value), None)
    return next((key for key, shape in _KEYS.items() if isinstance(value, shape)), None)


Op = Annotated[
    Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[ByReading, Tag("readings")]
    | Annotated[ReachOp, Tag("reach")]
    | Annotated[LineageOp, Tag("lineage")]
    | Annotated[FactOp, Tag("fact")]
    | Annotated[PartyOp, Tag("party")]
    | Annotated[LicenceOp, Tag("licence")]
    | Annotated[ConflictOp, Tag("conflict")]
    | Annotated[InForceOp, Tag("in_force")]
    | Annotated[DefinitionOp, Tag("definition")]
    | Annotated[ConstantOp, Tag("always")],
    Discriminator(
        _tag,
        custom_error_type="operator",
        custom_error_message="expected one operator: all, any, not, readings, reach, lineage, fact, party, licence, "
        "conflict, in_force, definition or always",
    ),
]
"""One condition."""


def nodes(value: Any) -> Iterator[Any]:
    """Every value of a tree of shapes, each before what it holds."""
    waiting = [value]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Shape):
            waiting += reversed(node.__dict__.values())
        elif isinstance(node, tuple):
            waiting += reversed(node)
