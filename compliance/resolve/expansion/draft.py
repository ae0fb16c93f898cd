"""A manifest while it is being written out: its entries, and where each came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from compliance.model.declared.manifest import Artifact, Manifest, Party, Release, Step
from compliance.model.shapes.location import Location, Path, Where
from compliance.model.shapes.shape import Shape
from compliance.values import dataclass, field

S = TypeVar("S", bound=Shape)


@dataclass(frozen=True, slots=True)
class Origin:
    """The place from which an entry came: a key path of one file."""

    where: Where
    path: Path

    def at(self, rest: Path) -> Location | None:
        """The place of something within the entry."""
        return self.where((*self.path, *rest))


@dataclass(slots=True)
class Draft:
    """Artifacts, parties, steps and releases that may still be changed, with their origins."""

    manifest: Manifest
    where: Where
    artifacts: dict[str, Artifact]
    parties: dict[str, Party]
    steps: list[Step]
    releases: list[Release]
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)

    @classmethod
    def of(cls, manifest: Manifest, where: Where) -> Draft:
        """Begin with a manifest as it stands in its file."""
        draft = cls(
            manifest, where, dict(manifest.artifacts), dict(manifest.parties), list(manifest.steps),
            list(manifest.releases),
        )  # fmt: skip
        for key in manifest.artifacts:
            draft.origins["artifacts", key] = Origin(where, ("artifacts", key))
        for key in manifest.parties:
            draft.origins["parties", key] = Origin(where, ("parties", key))
        for n, step in enumerate(manifest.steps):
            draft.origins["steps", step.id] = Origin(where, ("steps", n))
        for n, release in enumerate(manifest.releases):
            draft.origins["releases", release.key] = Origin(where, ("releases", n))
        return draft

    def same_place(self, kind: str, new: str, old: str) -> None:
        """Let an entry stand where the one stands that it was made of."""
        if origin := self.origins.get((kind, old)):
            self.origins[kind, new] = origin

    def finished(self) -> tuple[Manifest, Where]:
        """The manifest of these entries, and where each of its key paths stands."""
        manifest = self.manifest.model_copy(
            update={
                "artifacts": self.artifacts,
                "parties": self.parties,
                "steps": tuple(self.steps),
                "releases": tuple(self.releases),
                "variants": {},
            }
        )
        return manifest, _Finder(manifest, self.where, dict(self.origins))


@dataclass(frozen=True, slots=True)
class _Finder:
    """The places of a manifest that was written out."""

    manifest: Manifest
    where: Where
    origins: Mapping[tuple[str, str], Origin]

    def __call__(self, path: Path) -> Location | None:
        if len(path) < 2:
            return self.where(path)
        kind, which, *rest = path
        key = self._key(str(kind), which)
        origin = self.origins.get((str(kind), key)) or self.origins.get((str(kind), key.split("~")[0]))
        return origin.at(tuple(rest)) if origin else self.where(path)

    def _key(self, kind: str, which: str | int) -> str:
        if isinstance(which, str):
            return which
        if kind == "steps" and which < len(self.manifest.steps):
            return self.manifest.steps[which].id
        if kind == "releases" and which < len(self.manifest.releases):
            return self.manifest.releases[which].key
        return str(which)


def changed(value: S, **fields: object) -> S:
    """The same value with some fields set anew, unchecked: what was written out has been checked before."""
    return value.model_copy(update=fields)


def unsaid(value: S, *fields: str) -> S:
    """The same value without what it says in some fields."""
    kept = {key: getattr(value, key) for key in value.model_fields_set if key not in fields}
    return type(value).model_construct(_fields_set=set(kept), **kept)
