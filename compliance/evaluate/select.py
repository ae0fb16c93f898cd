"""Which artifacts a selector means."""

from __future__ import annotations

import fnmatch
import functools
from collections.abc import Iterable

from compliance.model.knowledge import Registry
from compliance.model.lineage import Artifact
from compliance.model.operator import Selector
from compliance.model.truth import Truth, conjunction


def selects(selector: Selector, artifact: Artifact, registry: Registry) -> Truth:
    """Whether the selector means the artifact; UNKNOWN where its licence is not settled between alternatives."""
    plain = (
        _among(selector.kind, (artifact.kind,))
        and _among(selector.provider, (artifact.provider or "",))
        and _among(selector.developer, (artifact.developer or "",))
        and _among(selector.country, artifact.country)
        and _among(selector.family, (artifact.family or "",))
        and _among(selector.name, (artifact.name, artifact.id))
        and _among(selector.origin, (artifact.origin,))
        and (selector.unlicensed is None or selector.unlicensed == unlicensed(artifact))
        and (selector.unexplained is None or selector.unexplained == (artifact.making.state == "open"))
        and (selector.contradicted is None or selector.contradicted == artifact.contradicted)
    )
    if not plain:
        return Truth.NO
    return conjunction((_licence(selector, artifact, registry), _not_licence(selector, artifact)))


class Selection:
    """Remembers which artifacts each selector of the loaded rules means; one per evaluation."""

    def __init__(self, registry: Registry, artifacts: Iterable[Artifact] = ()) -> None:
        """Start empty; `registry` is only read, and `artifacts` are those of the lineage."""
        self._registry = registry
        self._shelves = Shelves(artifacts)
        self._selected: dict[int, dict[str, Artifact]] = {}
        # By identity: rules live as long as the evaluation, and hashing a selector costs more than asking it.
        self._known: dict[int, dict[str, Truth]] = {}

    def selects(self, selector: Selector, artifact: Artifact) -> Truth:
        """Whether the selector means the artifact; see `selects`."""
        known = self._known.setdefault(id(selector), {})
        if artifact.id not in known:
            known[artifact.id] = selects(selector, artifact, self._registry)
        return known[artifact.id]

    def selected(self, selector: Selector) -> dict[str, Artifact]:
        """Id to artifact of those in the lineage that the selector means, or may mean, in their order."""
        if id(selector) not in self._selected:
            found: dict[str, Artifact] = {}
            known = self._known.setdefault(id(selector), {})
            for one in self._shelves.may_be(selector):
                truth = selects(selector, one, self._registry)
                # What is not meant, which is nearly everything, is not kept.
                if truth is not Truth.NO:
                    found[one.id], known[one.id] = one, truth
            self._selected[id(selector)] = found
        return self._selected[id(selector)]


class Shelves:
    """The artifacts of a lineage by what rules choose by: a selector looks at those alone that it may mean."""

    def __init__(self, artifacts: Iterable[Artifact]) -> None:
        """Sort them once."""
        self._all = tuple(artifacts)
        self._by: dict[str, dict[str, list[Artifact]]] = {"licence": {}, "provider": {}, "kind": {}}
        for one in self._all:
            licences = {licence for ids in alternatives(one) for licence in ids}
            for field, words in (
                ("licence", licences),
                ("provider", {one.provider or ""}),
                ("kind", {one.kind}),
            ):
                for word in words:
                    self._by[field].setdefault(word.lower(), []).append(one)

    def may_be(self, selector: Selector) -> tuple[Artifact, ...]:
        """The artifacts that the selector may mean, in the order of the lineage; it means none of the others."""
        for field, shelves in self._by.items():
            words, globs = _split(getattr(selector, field))
            if words and not globs:
                found = {one.id: one for word in words for one in shelves.get(word, ())}
                several = len(words) > 1 and len(found) > 1
                return (
                    tuple(one for one in self._all if one.id in found) if several else tuple(found.values())
                )
        return self._all


def unlicensed(artifact: Artifact) -> bool:
    """No licence and no terms are stated or known, and the publisher did not make it in this lineage."""
    if artifact.kind == "service" or artifact.made_here:
        return False
    return not artifact.licences and not artifact.licence_options and artifact.known


def traits_of(ids: Iterable[str], registry: Registry) -> frozenset[str]:
    """Traits of all the licences together."""
    return frozenset(
        trait for key in ids if key in registry.licences for trait in registry.licences[key].traits
    )


def alternatives(artifact: Artifact) -> tuple[tuple[str, ...], ...]:
    """The sets of licences that may govern the artifact."""
    return artifact.licence_options or (artifact.licences,)


def _licence(selector: Selector, artifact: Artifact, registry: Registry) -> Truth:
    if not selector.licence and not selector.trait:
        return Truth.YES
    hits = [
        (not selector.licence or any(_among(selector.licence, (key,)) for key in ids))
        and (not selector.trait or bool(traits_of(ids, registry) & set(selector.trait)))
        for ids in alternatives(artifact)
    ]
    return Truth.of(True if all(hits) else None if any(hits) else False)


def _not_licence(selector: Selector, artifact: Artifact) -> Truth:
    if not selector.not_licence:
        return Truth.YES
    hits = [any(_among(selector.not_licence, (key,)) for key in ids) for ids in alternatives(artifact)]
    return Truth.of(False if all(hits) else None if any(hits) else True)


@functools.cache
def _split(patterns: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole words and globs, lower case."""
    folded = [pattern.lower() for pattern in patterns]
    globs = tuple(pattern for pattern in folded if any(sign in pattern for sign in "*?["))
    return frozenset(folded) - frozenset(globs), globs


def _among(patterns: tuple[str, ...], values: Iterable[str]) -> bool:
    if not patterns:
        return True
    words, globs = _split(patterns)
    folded = [value.lower() for value in values]
    if any(value in words for value in folded):
        return True
    return any(fnmatch.fnmatchcase(value, pattern) for value in folded for pattern in globs)
