"""Models that could take the place of others of the same function, with where they come from and what they stand on."""

from __future__ import annotations

from typing import Annotated, Literal

from compliance.model.shapes.lean import AfterValidator, Field
from compliance.model.shapes.shape import Assurance, DateText, Id, Name, Shape, Text
from compliance.model.words.places import place

Purpose = Literal[
    "general-purpose", "reasoning", "code", "vision", "ocr", "embedding", "reranking", "image", "video",
    "speech-recognition", "speech-synthesis",
]  # fmt: skip
"""What a model is taken for, finer than the function of a release where substitutes differ by it."""
PURPOSES: dict[str, tuple[Purpose, ...]] = {
    "general-purpose": ("general-purpose", "reasoning"),
    "code": ("code",),
    "vision": ("vision",),
    "ocr": ("ocr", "vision"),
    "embedding": ("embedding",),
    "classifier": ("reranking",),
    "image": ("image",),
    "video": ("video",),
    "speech": ("speech-recognition", "speech-synthesis"),
    "speech-recognition": ("speech-recognition",),
}
"""Function of a release to the purposes for which it may be meant."""
Standing = Literal["known", "in-part", "likely", "none-found", "not-checked"]
"""Whether weights or outputs of the origins in question stand behind a model, as far as anybody has looked."""
FOUND: tuple[Standing, ...] = ("known", "in-part", "likely")
"""Marks that speak of something found."""
SIZES = ("small", "medium", "large")
"""By parameters in all: up to 10 billion, up to 80 billion, above."""
Place = Annotated[Name, AfterValidator(place)]


class Substitute(Shape):
    """One model, or several of one family, size and licence."""

    id: Id
    name: Name
    purposes: Annotated[tuple[Purpose, ...], Field(min_length=1)]
    size: Literal["small", "medium", "large"]
    parameters: Name | None = Field(default=None, description="Parameters in all, where they are known.")
    developer: Name
    country: tuple[Place, ...] = Field(
        default=(), description="Where its developer has a seat; empty where it has none."
    )
    licence: Id | None = Field(
        default=None, description="Id of the registry; absent where it was not looked up."
    )
    licence_note: Text | None = Field(default=None, description="What else is to be known of its licence.")
    released: DateText | None = None
    weights: Standing = Field(
        default="not-checked",
        description="Whether its weights, or those of a part, derive from such a model.",
    )
    outputs: Standing = Field(
        default="not-checked", description="Whether outputs of such a model trained it."
    )
    behind: Text | None = Field(default=None, description="What is known to stand behind it.")
    where: Name = Field(description="Where this was read.")
    assurance: Assurance


class Substitutes(Shape):
    """`policies/registry/substitutes.yaml`."""

    origins: Annotated[tuple[Place, ...], Field(min_length=1)] = Field(
        description="Countries of the developers whose weights and outputs the marks speak of."
    )
    verified_on: DateText
    evidence: Text
    substitutes: tuple[Substitute, ...]
