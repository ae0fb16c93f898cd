"""Whether every name in a manifest points at something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from compliance.errors import FaultCollector, nearest, shown
from compliance.load.documents.yaml_reader import MAX_FAULTS
from compliance.model.declared.manifest import Artifact, Manifest, Release, Step, Variant
from compliance.model.shapes.location import Location, Path
from compliance.model.shapes.shape import to_list
from compliance.values import dataclass

Where = Callable[[Path], Location | None]


def check_references(manifest: Manifest, where: Where, faults: FaultCollector) -> None:
    """Collect dangling artifact and party names, ids used twice, and entries that cannot be followed."""
    parties = (manifest.publisher.id, *manifest.parties)
    check = _Check(manifest.artifacts, parties, where, faults)
    if manifest.asker is not None:
        check.party(manifest.asker, "the asker is", ("asker",))
    check.content(manifest, ())
    check.twice((step.id for step in manifest.steps), ("steps",))
    check.twice((release.key for release in manifest.releases), ("releases",))
    for name, variant in manifest.variants.items():
        path: Path = ("variants", name)
        known = {**manifest.artifacts, **variant.artifacts}
        inner = _Check(known, parties, where, faults)
        inner.content(variant, path)
        inner.twice((step.id for step in variant.steps), (*path, "steps"))
        inner.twice((release.key for release in variant.releases), (*path, "releases"))
        inner.left_out(manifest, variant, path)


def check_named(data: Any, where: Where, faults: FaultCollector) -> None:
    """Collect dangling artifact names of a manifest that has other faults, so that all are told at once.

    Args:
        data: The manifest as read. What is not of the shape of a manifest is passed over: its own fault is told.
        where: The place of each of its parts.
        faults: Takes what is found.
    """
    artifacts = _mapping(_mapping(data).get("artifacts"))
    check = _Check({key for key in artifacts if isinstance(key, str)}, (), where, faults)
    for n, step in enumerate(map(_mapping, to_list(_mapping(data).get("steps")) or [])):
        path, called = ("steps", n), f"step {step.get('id')!r}"
        for role, given in _mapping(step.get("inputs")).items():
            for name in _names(given):
                check.known(name, f"{called} reads", (*path, "inputs", role))
        for name in _names(step.get("outputs")):
            check.known(name, f"{called} writes", (*path, "outputs"))
    for n, release in enumerate(map(_mapping, to_list(_mapping(data).get("releases")) or [])):
        for name in _names(release.get("artifact")):
            check.known(name, "the release names", ("releases", n, "artifact"))


def _mapping(value: Any) -> dict[Any, Any]:
    return value if isinstance(value, dict) else {}


def _names(given: Any) -> Iterator[str]:
    """The ids in an input or output, in whichever of its forms."""
    for one in to_list(given) or []:
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            listed = (one.get("artifact"), *(to_list(one.get("one_of")) or []))
            yield from (name for name in listed if isinstance(name, str))


@dataclass(frozen=True, slots=True)
class _Check:
    """What may be named, and where faults go."""

    artifacts: Collection[str]
    parties: Collection[str]
    where: Where
    faults: FaultCollector

    def content(self, holder: Manifest | Variant, path: Path) -> None:
        """The artifacts, steps and releases of a manifest or of a variant."""
        for key, artifact in holder.artifacts.items():
            self.artifact(key, artifact, (*path, "artifacts", key))
        for n, step in enumerate(holder.steps):
            self.step(step, (*path, "steps", n))
        for n, release in enumerate(holder.releases):
            self.release(release, (*path, "releases", n))

    def artifact(self, key: str, artifact: Artifact, path: Path) -> None:
        """Parts come from somewhere else, and only what is held has parts."""
        for n, part in enumerate(artifact.parts):
            if part.of is not None and (part.of not in self.artifacts or part.of == key):
                what = f"a part of {key!r} is taken from {part.of!r}, which is no {'other ' * (part.of == key)}artifact"
                self.report((*path, "parts", n), what, self.meant(part.of, self.artifacts))
        self.twice((part.name for part in artifact.parts), (*path, "parts"), "name")
        if artifact.names and len(artifact.names) > 1 and artifact.uses is not None:
            what = f"{key!r} stands for several things and uses a manifest"
            self.report((*path, "uses"), what, "list each thing by itself")
        if artifact.kind == "service" and artifact.parts:
            self.report(
                (*path, "parts"), f"the service {key!r} has parts", "list them as artifacts and steps"
            )
        if artifact.kind == "service" and artifact.uses is not None:
            self.report(
                (*path, "uses"),
                f"the service {key!r} uses a manifest",
                "a manifest tells how data or a model was made",
            )

    def step(self, step: Step, path: Path) -> None:
        """Inputs, outputs and the party of one step."""
        for role, inputs in step.inputs.items():
            for item in inputs:
                for name in item.named:
                    self.known(name, f"step {step.id!r} reads", (*path, "inputs", role))
        for output in step.outputs:
            self.known(output, f"step {step.id!r} writes", (*path, "outputs"))
        if step.replaces and not any(step.inputs.values()):
            what = f"step {step.id!r} replaces what was there, and reads nothing"
            self.report((*path, "replaces"), what, "list what the new content was made from under inputs")
        if step.by is not None:
            self.party(step.by, f"step {step.id!r} is by", (*path, "by"))

    def release(self, release: Release, path: Path) -> None:
        """What is released, and by whom."""
        self.known(release.artifact, "the release names", (*path, "artifact"))
        if release.by is not None:
            self.party(release.by, f"the release {release.key!r} is by", (*path, "by"))

    def known(self, name: str, said: str, path: Path) -> None:
        """What is read, written or released is an artifact."""
        if name not in self.artifacts:
            self.report(path, f"{said} {name!r}, which is no artifact", self.meant(name, self.artifacts))

    def party(self, name: str, said: str, path: Path) -> None:
        """A party is the publisher or one of the parties."""
        if name not in self.parties:
            self.report(path, f"{said} {name!r}, which is no party", self.meant(name, self.parties))

    def left_out(self, manifest: Manifest, variant: Variant, path: Path) -> None:
        """A variant leaves out what the manifest has, and releases something."""
        steps, releases = {step.id for step in manifest.steps}, {each.key for each in manifest.releases}
        for n, name in enumerate(variant.leaves_out):
            if name not in steps | releases:
                what = f"the variant leaves out {name!r}, which is no step and no release"
                self.report((*path, "leaves_out", n), what, self.meant(name, steps | releases))
        if not variant.releases and releases <= set(variant.leaves_out):
            self.report((*path, "leaves_out"), "the variant releases nothing", "keep a release, or add one")

    def twice(self, ids: Iterable[str], path: Path, what: str = "id") -> None:
        """No id stands for two things."""
        listed = list(ids)
        last = {key: place for place, key in enumerate(listed)}
        for key, times in Counter(listed).items():
            if times > 1:
                second = last[key]
                told = f"{path[-1]} use the {what} {key!r} {times} times"
                self.report((*path, second), told, f"give each its own {what}")

    def report(self, path: Path, what: str, advice: str) -> None:
        """Keep one fault."""
        self.faults.report(self.where(path), what, advice)

    def meant(self, name: str, known: Iterable[str]) -> str:
        """What to do about a name that points nowhere."""
        near = nearest(name, known) if len(self.faults) < MAX_FAULTS else None
        return f"did you mean {shown(near)}?" if near else "add it, or correct the name"
