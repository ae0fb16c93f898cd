"""What changes of a manifest cost, as packs say it."""

from __future__ import annotations

from typing import Annotated, Literal

from compliance.model.shapes.lean import Field, model_validator
from compliance.model.shapes.shape import ArtifactKind, Name, Role, Shape

Price = Annotated[int, Field(ge=0, le=1_000_000, strict=True)]


class Replacement(Shape):
    """What a replacement is taken to be: nobody in particular, under these terms."""

    kind: ArtifactKind
    license: Name
    origin: Literal["people", "third-party", "unknown"] = "unknown"
    documented: Annotated[bool, Field(strict=True)] = Field(
        default=False, description="It is documented how it was made, and that no model wrote any of it."
    )


class Costs(Shape):
    """`rules/planning/*.yaml`: what changes cost, in units that only matter against each other."""

    costs: dict[Name, Price | dict[Role | Literal["other"], Price]] = Field(
        description="Word of `what_to_do` to its cost; by the role in which the artifact is used, where that matters."
    )
    acts: dict[Name, Price | Literal["never"]] = Field(
        default_factory=dict,
        description="Key of one act to its cost; `never` where it is out of the question.",
    )
    licences: tuple[Name, ...] = Field(
        default=(), description="Licences among which one for the release is looked for."
    )
    replacements: dict[ArtifactKind, Replacement] = Field(
        default_factory=dict,
        description="Kind of an artifact to what a replacement for it is taken to be.",
    )

    @model_validator(mode="after")
    def _other_given(self) -> Costs:
        for word, price in self.costs.items():
            if isinstance(price, dict) and "other" not in price:
                raise ValueError(f"{word} has costs by role and none for `other`; add it")
        return self

    def over(self, earlier: Costs) -> Costs:
        """These costs where they are given, else the earlier ones."""
        return Costs(
            costs={**earlier.costs, **self.costs},
            acts={**earlier.acts, **self.acts},
            licences=self.licences or earlier.licences,
            replacements={**earlier.replacements, **self.replacements},
        )
