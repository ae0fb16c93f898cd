"""Parts of `report.json`: quoted words, and the lineage with its artifacts and steps, known ancestry included."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Part(BaseModel):
    """A closed object."""

    # A report is written whole: what may be absent in an older one never is in a new one.
    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


class QuotePart(Part):
    """The real words of a clause, from a text pinned by the reader."""

    words: str = Field(description="As they stand in the text, markup taken off.")
    digest: str = Field(description="sha256 of the text they stand in.")
    captured_on: str = Field(description="Day on which the text stood so.")


class ArtifactPart(Part):
    """An artifact of the lineage."""

    id: str = Field(description="Artifact id.")
    name: str = Field(description="Name as published.")
    kind: str = Field(description="service, model, dataset, code or document.")
    license: str | None = Field(description="Licence as stated or known.")
    access: str | None = Field(description="Provider, route and plan of a service.")
    origin: Literal["declared", "resolved"] = Field(description="Stated in the manifest, or known ancestry.")
    location: str | None = Field(description="file:line:column in the manifest.")


class StepInputPart(Part):
    """What a step read."""

    artifact: str = Field(description="Artifact id.")
    role: str = Field(description="Role of the input.")
    relations: list[str] = Field(description="What the step made of it; empty for no lineage or not settled.")
    certain: bool = Field(description="Whether the relation is settled.")


class StepPart(Part):
    """A step of the lineage."""

    id: str = Field(description="Step id.")
    kind: str = Field(description="Kind of the step.")
    by: str = Field(description="Who performed it.")
    period: str | None = Field(description="When, as stated.")
    inputs: list[StepInputPart] = Field(description="What it read.")
    outputs: list[str] = Field(description="Artifact ids that it wrote.")
    origin: Literal["declared", "resolved"] = Field(description="Stated in the manifest, or known ancestry.")
    location: str | None = Field(description="file:line:column in the manifest.")


class LineagePart(Part):
    """The lineage that was evaluated, known ancestry included."""

    artifacts: list[ArtifactPart] = Field(description="In the order of the manifest.")
    steps: list[StepPart] = Field(description="In the order in which they happened.")
