"""Situations: small stories with the positions that a rule must give, which pack authors write beside every rule."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from compliance.model.packs.truth import Position
from compliance.model.shapes.lean import Field
from compliance.model.shapes.shape import DateText, Id, Name, PathId, Shape, Text

Shows = Literal["breaches", "keeps", "turns-on-a-reading", "lacks-a-fact"]
ALL_SHOWS: tuple[Shows, ...] = ("breaches", "keeps", "turns-on-a-reading", "lacks-a-fact")


class Expected(Shape):
    """One finding of the tested rule; what is not given is not checked."""

    source: str | None = None
    release: Id | None = None
    party: Literal["bound-party", "releaser", "downstream-user"] | None = None
    position: Position | Literal["not-put"] = Field(
        description="`not-put`: nothing is said of it at all, not even that it is clear."
    )
    readings: tuple[Literal["no", "unknown", "yes"], ...] | None = Field(
        default=None, description="Where they are given, there is a finding, be it clear."
    )
    turns_on: tuple[str, ...] | None = None
    missing: tuple[str, ...] | None = None


class Situation(Shape):
    """One story."""

    name: Name
    rule: PathId
    shows: Shows
    as_of: DateText
    manifest: dict[str, Any]
    put: bool = Field(
        default=True,
        description="False: the rule is not put at all, and says nothing, not even that it is clear.",
    )
    expect: tuple[Expected, ...] = ()


class Exemption(Shape):
    """A kind of situation that a rule can never reach, and why."""

    rule: PathId
    shows: Shows
    why: Text


Unnoticeable = Literal["clear-either-way", "asked-already", "covered", "no-date-between", "other"]


class Survivor(Shape):
    """Systematic faults of a rule or definition that no situation can notice, and why."""

    of: PathId
    faults: Annotated[tuple[Name, ...], Field(min_length=1)] = Field(
        description="As `rules mutate` names them; a star stands for any words."
    )
    kind: Unnoticeable = Field(
        default="other",
        description="`clear-either-way`: a permission, or a rule that never bites. `asked-already`: the trigger, the "
        "reach or another element asks for the same. `covered`: another alternative or a narrower reading holds "
        "wherever this one does. `no-date-between`: no text began or ended between the days that would count.",
    )
    why: Text


class Situations(Shape):
    """`tests/rules/**/*.yaml`."""

    exempt: tuple[Exemption, ...] = ()
    survives: tuple[Survivor, ...] = Field(
        default=(), description="Faults of `rules mutate` that may stay unnoticed, each with the reason."
    )
    situations: tuple[Situation, ...] = ()
