"""Put a substitute in the place of an artifact: the same lineage, with something else at its start."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from compliance.model.answered.exposure import Exposed, Exposure
from compliance.model.declared.lineage import EXPLAINED, Artifact, Lineage
from compliance.model.names.substitutes import FOUND, PURPOSES, SIZES, Substitute

_PARAMETERS = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)[bB](?![a-z])")
_LARGEST = (("small", 10.0), ("medium", 80.0))


def size_in(name: str) -> str | None:
    """The size class of the parameters that a name states; None where it states none.

    >>> size_in("Qwen2.5-7B-Instruct"), size_in("Qwen3-32B"), size_in("DeepSeek-R1")
    ('small', 'medium', None)
    """
    found = [float(text) for text in _PARAMETERS.findall(name)]
    if not found:
        return None
    return next((size for size, most in _LARGEST if max(found) <= most), "large")


def substitute_for(exposed: Exposed, candidates: Sequence[Substitute]) -> Substitute | None:
    """The first candidate of its function and size behind which nothing was found; looked up ones first.

    Where its name states no size, as those of the largest models seldom do, the largest candidates come first.
    """
    wanted = set(PURPOSES.get(exposed.function, ()))
    clean = [
        one
        for one in candidates
        if wanted & set(one.purposes) and one.weights not in FOUND and one.outputs not in FOUND
    ]
    size = size_in(exposed.name)
    alike = [one for one in clean if size in (None, one.size)] or clean

    def place(one: Substitute) -> tuple[bool, int]:
        return "not-checked" in (one.weights, one.outputs), -SIZES.index(one.size) if size is None else 0

    return min(alike, key=place, default=None)


def told_of(exposures: Iterable[Exposure], records: Mapping[str, str]) -> tuple[Exposure, ...]:
    """Exposures with each artifact's record and one thing of its function and size; data sets have no such."""

    def told(one: Exposed, among: Sequence[Substitute]) -> Exposed:
        instead = substitute_for(one, among) if one.kind != "dataset" else None
        return replace(one, record=records.get(one.artifact), instead=instead)

    return tuple(
        replace(each, exposed=tuple(told(one, each.substitutes) for one in each.exposed))
        for each in exposures
    )


def replaced(lineage: Lineage, by: Mapping[str, Substitute]) -> Lineage:
    """The lineage with substitutes in the place of artifacts; what those were made from is gone with them."""
    artifacts = {
        key: _standing_in(one, by[key]) if key in by else one for key, one in lineage.artifacts.items()
    }
    edges = tuple(
        edge
        for edge in lineage.edges
        if lineage.versions[edge.target][0] not in by and not by.keys() & set(edge.over)
    )
    return replace(lineage, artifacts=artifacts, edges=edges)


def _standing_in(one: Artifact, substitute: Substitute) -> Artifact:
    licences = (substitute.licence,) if substitute.licence else ()
    return Artifact(
        id=one.id,
        kind="model",
        name=substitute.name,
        developer=substitute.developer,
        country=substitute.country,
        licences=licences,
        licence_text=substitute.licence,
        licence_says="licence" if licences else "nothing",
        released=substitute.released,
        making=EXPLAINED,
        location=one.location,
    )


def names_of(swapped: Iterable[tuple[str, Substitute]]) -> tuple[str, ...]:
    """The substitutes' names, each once."""
    return tuple(dict.fromkeys(one.name for _, one in swapped))
