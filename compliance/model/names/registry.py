"""Tables of the registry: relations, what governs a service, licences. Records of names stand in `records`."""

from __future__ import annotations

from typing import Annotated, Literal

from compliance.model.shapes.lean import Field
from compliance.model.shapes.shape import (
    ArtifactKind,
    Assurance,
    DateText,
    Id,
    Name,
    PathId,
    Role,
    Shape,
    StepKind,
)

RelationWords = tuple[Literal["outputs", "trained-on", "weights", "data", "signal", "loads"], ...]


class Unsettled(Shape):
    """What an input may have been for a step that writes something, though the table gives it no lineage.

    With roles it is what such an input may have been in these, whatever the table gives them: rows are no reward, and
    a step that is given some may have been trained on them.
    """

    steps: tuple[StepKind, ...]
    roles: tuple[Role, ...] = Field(
        default=(), description="Roles that such an input cannot have; all where absent."
    )
    from_: tuple[ArtifactKind, ...] = Field(alias="from")
    relations: tuple[RelationWords, ...]


class Measuring(Shape):
    """Which models and services answer with scores, labels or vectors alone, and so write no words that stay."""

    functions: tuple[Name, ...] = Field(default=(), description="Functions of models, as their records say.")
    families: tuple[Name, ...] = Field(default=(), description="Families of models and services.")


class Relations(Shape):
    """`policies/registry/relations.yaml`: what a step of a kind makes of an input in a role.

    An empty list is no lineage, unless the step writes something and `unsettled` says what the input may have been. A
    pair that is absent is asked like the role `unknown`.
    """

    relations: dict[StepKind, dict[Role, RelationWords]]
    unsettled: tuple[Unsettled, ...] = ()
    measuring: Measuring = Measuring()
    callers: tuple[Name, ...] = Field(
        default=(),
        description="Programs that call or run whatever model they are given, and write nothing of their own.",
    )
    readers: tuple[Name, ...] = Field(
        default=(),
        description="Programs that read, translate, speak or draw with one of several weights or services.",
    )
    clouds: tuple[Name, ...] = Field(
        default=(),
        description="Clients of a cloud as a whole, which fetch files as well as they call what writes.",
    )
    carry: dict[str, RelationWords] = Field(
        description="Artifact kind to the relation between its own versions."
    )


class Governance(Shape):
    """Which texts govern a service reached by a route under a plan, and since when."""

    route: tuple[Name, ...]
    plan: tuple[Name, ...]
    from_: DateText = Field(alias="from")
    to: DateText | None = None
    instruments: tuple[PathId, ...]


class LicenceRecord(Shape):
    """A licence, its usual names and its traits."""

    id: Id
    title: Name
    instrument: PathId | None = Field(
        default=None, description="Instrument record with its clauses, where one is held."
    )
    kind: Literal["model", "data", "code", "content"]
    spdx: Name | None = None
    aliases: tuple[Name, ...] = Field(
        default=(),
        description="Names it is met under. A licence text is compared with them as a whole, never searched for them; "
        "case, dashes, dots at the end of versions and words such as `the` or `licence` make no difference.",
    )
    urls: tuple[Name, ...] = Field(default=(), description="Addresses at which its text stands.")
    members: tuple[Id, ...] = Field(
        default=(), description="Of a name that covers several texts: the licences that it may mean."
    )
    adds_to: Id | None = Field(
        default=None,
        description="Licence whose text it is, with terms of its own on top; who states that one may mean this one.",
    )
    notice: tuple[Name, ...] = Field(
        default=(),
        description="Words that the notices owed under it hold, all of them; as they are displayed, case aside.",
    )
    traits: tuple[Name, ...]
    family: Name | None = Field(default=None, description="Family of findings.")
    assurance: Assurance
    verified_on: DateText


class LicenceFamily(Shape):
    """A bare name that stands for several licences, of which it does not say which."""

    aliases: tuple[Name, ...]
    members: Annotated[tuple[Id, ...], Field(min_length=2)]


class LicenceWords(Shape):
    """What licence texts say beside the names of licences, and the spellings that make no difference."""

    says: dict[Literal["nothing", "none", "other", "elsewhere", "mixed"], tuple[Name, ...]] = Field(
        default_factory=dict,
        description="Texts that name no licence: nothing is said; none is given; its own text; one unnamed, or that "
        "stands elsewhere; several.",
    )
    others: tuple[Name, ...] = Field(
        default=(), description="Members of a list that stand for more licences, such as `others`."
    )
    same: dict[Name, Name] = Field(
        default_factory=dict, description="Wordings to the word that they are compared as."
    )
    dropped: tuple[Name, ...] = Field(default=(), description="Words that make no difference.")
    exceptions: tuple[Name, ...] = Field(
        default=(),
        description="SPDX exceptions, which only add permissions: `X WITH exception` is read as X.",
    )
    families: tuple[LicenceFamily, ...] = ()
    limiting: dict[Id, tuple[Name, ...]] = Field(
        default_factory=dict,
        description="Licence to words that make a text which is not read one that may stand under such a limit.",
    )


class Licences(Shape):
    """`policies/registry/licences/*.yaml`; traits are named with what they mean."""

    traits: dict[Id, Annotated[str, Field(min_length=1)]] = Field(default_factory=dict)
    words: LicenceWords = LicenceWords()
    licences: tuple[LicenceRecord, ...] = ()
