"""What went into a release, as drafts speak of it: data, who wrote it, weights it starts from, what shaped it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from compliance.model.declared.lineage import Artifact, Edge, Lineage
from compliance.model.declared.manifest import Release, Step
from compliance.model.known.knowledge import Knowledge

_CONTENT = ("dataset", "document", "code")


@dataclass(slots=True)
class Data:
    """A set of data behind a release."""

    artifact: Artifact
    through: str
    """Name of the weights through which alone it came in; empty where the publisher used it."""
    writers: dict[str, Artifact] = field(default_factory=dict)
    """Models and services that wrote content of it."""
    shapers: dict[str, Artifact] = field(default_factory=dict)
    """Models and services that labelled, scored or selected it."""
    parts: dict[str, Artifact] = field(default_factory=dict)
    """What it was put together from."""
    made_by: dict[str, Step] = field(default_factory=dict)
    used_in: dict[str, Step] = field(default_factory=dict)

    @property
    def mixture(self) -> bool:
        """Whether it is only what the publisher put together from other sets."""
        return self.artifact.made_here and bool(self.parts) and not self.writers


@dataclass(slots=True)
class Material:
    """Everything behind one release."""

    lineage: Lineage
    knowledge: Knowledge
    release: Release
    data: dict[str, Data] = field(default_factory=dict)
    bases: dict[str, Artifact] = field(default_factory=dict)
    teachers: dict[str, Artifact] = field(default_factory=dict)
    """Models and services whose outputs a training step took in directly."""

    @property
    def target(self) -> Artifact:
        """What is released."""
        return self.lineage.artifacts[self.release.artifact]

    @property
    def name(self) -> str:
        """Its name."""
        return self.release.name or self.target.name

    def sources(self) -> tuple[Data, ...]:
        """Sets from outside and sets that a model wrote, mixtures of them left out; the publisher's own use first."""
        found = [one for one in self.data.values() if not one.mixture]
        return tuple(sorted(found, key=lambda one: bool(one.through)))

    def own(self) -> tuple[Data, ...]:
        """Those that the publisher used itself."""
        return tuple(one for one in self.sources() if not one.through)

    def writers(self, sources: Iterable[Data]) -> dict[str, Artifact]:
        """All models and services that wrote content of the sources."""
        return {key: artifact for one in sources for key, artifact in one.writers.items()}


def material(lineage: Lineage, knowledge: Knowledge, release: Release) -> Material:
    """Walk back from a release over everything that it was made from."""
    found = Material(lineage, knowledge, release)
    into: dict[int, list[Edge]] = {}
    for edge in lineage.edges:
        if not edge.over:
            into.setdefault(edge.target, []).append(edge)
    _walk(found, into, lineage.latest[release.artifact], "", set())
    return found


def _walk(
    found: Material, into: dict[int, list[Edge]], node: int, through: str, seen: set[tuple[int, str]]
) -> None:
    if (node, through) in seen:
        return
    seen.add((node, through))
    here = found.lineage.artifact_of(node)
    for edge in into.get(node, ()):
        if edge.carries:
            _walk(found, into, edge.source, through, seen)
            continue
        relations = {relation for option in edge.options for relation in option}
        source = found.lineage.artifact_of(edge.source)
        step = found.lineage.steps[edge.step]
        if here.kind in _CONTENT:
            data = found.data.setdefault(here.id, Data(here, through))
            data.made_by[step.id] = step
            _into_data(data, source, relations)
        onward = _behind_weights(found, source, through) if "weights" in relations else through
        if source.kind in _CONTENT and relations & {"data", "trained-on"}:
            _note_data(found, source, step, through)
            _walk(found, into, edge.source, through, seen)
        elif "weights" in relations:
            found.bases.setdefault(source.id, source)
            _walk(found, into, edge.source, onward, seen)
        elif here.kind == "model" and {"outputs", "trained-on"} & relations:
            found.teachers.setdefault(source.id, source)


def _behind_weights(found: Material, source: Artifact, through: str) -> str:
    """Through whose weights what lies behind comes in: the publisher's own earlier versions are no others."""
    return through if source.made_here or source.id == found.target.id else source.name


def _note_data(found: Material, source: Artifact, step: Step, through: str) -> None:
    data = found.data.setdefault(source.id, Data(source, through))
    if not through:
        data.through = ""
    data.used_in[step.id] = step


def _into_data(data: Data, source: Artifact, relations: set[str]) -> None:
    if "outputs" in relations:
        data.writers[source.id] = source
    elif "signal" in relations:
        data.shapers[source.id] = source
    elif "data" in relations:
        data.parts[source.id] = source
