"""Scenarios: what is supposed to be otherwise than today, as data; a bill enacted, a developer listed, a fact set."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from compliance.model.packs.rule import Rule
from compliance.model.shapes.lean import AfterValidator, Field, model_validator
from compliance.model.shapes.shape import ArtifactKind, DateText, Id, Name, PathId, Shape, Text
from compliance.model.words.places import place

Place = Annotated[Name, AfterValidator(place)]


class Which(Shape):
    """Artifacts that a supposed fact is about; what is not given is any."""

    kind: tuple[ArtifactKind, ...] = ()
    country: tuple[Place, ...] = Field(default=(), description="Where its developer or provider has a seat.")
    developer: tuple[Name, ...] = ()
    provider: tuple[Id, ...] = ()


class Enacted(Shape):
    """Rules of proposed texts that are taken as law."""

    rules: Annotated[tuple[PathId, ...], Field(min_length=1)]
    on: DateText | None = Field(default=None, description="Day on which they come into force.")


class Listed(Shape):
    """Developers that are taken to be on the list that some rules go by."""

    rules: Annotated[tuple[PathId, ...], Field(min_length=1)]
    developers: Annotated[tuple[Name, ...], Field(min_length=1)]


class Stated(Shape):
    """Facts that are taken as stated, by the names of the catalogue: of the publisher, releases, sources or steps."""

    values: dict[Name, Any]
    of: Which = Field(
        default=Which(), description="Which sources, or steps that read them, the facts are of."
    )


class TermChanged(Shape):
    """A clause that is taken to end on a day, or to have begun on one."""

    instrument: PathId
    clause: Id
    begins: DateText | None = None
    ends: DateText | None = None

    @model_validator(mode="after")
    def _moves(self) -> TermChanged:
        if self.begins is None and self.ends is None:
            raise ValueError("nothing about the clause changes; give `begins` or `ends`")
        return self


class Change(Shape):
    """One thing that is supposed; exactly one of these."""

    enact: Enacted | None = None
    listed: Listed | None = None
    facts: Stated | None = None
    permission: tuple[Id, ...] = Field(
        default=(), description="Providers or licences of which written permission is taken to be held."
    )
    term: TermChanged | None = None
    as_of: DateText | None = Field(default=None, description="Terms and laws as they stand on this day.")

    @model_validator(mode="after")
    def _one(self) -> Change:
        given = [name for name in type(self).model_fields if getattr(self, name)]
        if len(given) != 1:
            raise ValueError(
                "a change supposes one thing; give one of enact, listed, facts, permission, term and as_of"
            )
        return self


class Case(Shape):
    """One way in which the scenario may turn out."""

    id: Id
    title: Name
    supposes: Text = Field(description="What is taken as given, in a sentence.")
    changes: tuple[Change, ...] = ()
    looks_at: tuple[PathId, ...] = Field(
        default=(), description="Rules whose answers are shown; of its own too."
    )
    families: tuple[Name, ...] = Field(
        default=(), description="Families of rules that are shown as well, by their beginnings."
    )

    @model_validator(mode="after")
    def _looks_at_something(self) -> Case:
        if not self.looks_at and not self.families:
            raise ValueError("a case shows the answers of some rules; give `looks_at` or `families`")
        return self


class Scenario(Shape):
    """`rules/scenarios/*.yaml`: one question of the kind “what if …”."""

    scenario: Literal[1]
    id: Id
    order: int = Field(default=100, description="Its place in lists.")
    title: Name
    today: Text = Field(description="How the texts stand today, told first.")
    verified_on: DateText = Field(description="Day on which that was looked up.")
    sources: Annotated[tuple[Name, ...], Field(min_length=1)] = Field(description="Where it was read.")
    cases: Annotated[tuple[Case, ...], Field(min_length=1)]
    side_by_side: bool = Field(
        default=False, description="One table with a column for each case, since their answers are compared."
    )
    origins: tuple[Place, ...] = Field(
        default=(), description="Countries whose artifacts are listed, with what could stand in for them."
    )
    rules: tuple[Rule, ...] = Field(
        default=(),
        description="Readings of texts for which no pack has a rule: replaced before they were in force, or known by "
        "descriptions only, or a text in force read for each source. Put in this scenario only.",
    )
    records: tuple[Text, ...] = Field(
        default=(), description="What an answer would need beyond what a manifest says."
    )
    does_not_cover: Text

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that it says in sentences."""
        cases = (text for case in self.cases for text in (case.title, case.supposes))
        return (self.title, self.today, self.does_not_cover, *self.records, *cases)
