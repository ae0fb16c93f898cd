"""What of a manifest other standards ask: which artifact went into which, by which step, in which role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compliance.model.declared.manifest import Manifest, Release

WEIGHTS = frozenset({"base", "adapter", "component"})
ROWS = frozenset({"data", "source", "seed", "prompts"})
TRAINS = frozenset({"pretrain", "train", "finetune", "preference-tune", "rl", "distil-logits"})
ASIDE = frozenset({"evaluate", "other"})


@dataclass(frozen=True, slots=True)
class Link:
    """One input of a step, and one thing that the step wrote."""

    source: str
    target: str
    step: str
    kind: str
    role: str

    @property
    def words(self) -> str:
        """The link in one line."""
        return f"{self.source} -> {self.target}: {self.kind} ({self.step}), as {self.role}"


def links(manifest: Manifest) -> list[Link]:
    """Every link, in the order of the steps; one of several inputs counts for each that it may have been."""
    return [
        Link(source, target, step.id, step.kind, role)
        for step in manifest.steps
        for role, given in step.inputs.items()
        for one in given
        for source in one.named
        for target in step.outputs
        if source != target
    ]


def called(manifest: Manifest, key: str) -> str:
    """The name under which an artifact is known: as released, as published, else its id."""
    artifact = manifest.artifacts[key]
    return next(filter(None, (artifact.name, *(one.name for one in releases_of(manifest, key)))), key)


def licence(manifest: Manifest, key: str) -> str | None:
    """The licence of an artifact: as released, else as obtained. None where nobody says."""
    released = [one.license for one in releases_of(manifest, key) if one.license]
    return released[0] if released else manifest.artifacts[key].license


def releases_of(manifest: Manifest, key: str) -> Iterator[Release]:
    """The releases of an artifact."""
    return (one for one in manifest.releases if one.artifact == key)


def main_artifact(manifest: Manifest) -> str:
    """Id of what the first release puts out."""
    return manifest.releases[0].artifact
