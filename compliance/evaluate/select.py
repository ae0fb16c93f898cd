"""Which artifacts a selector means."""

from __future__ import annotations

import fnmatch
import functools
from collections.abc import Callable, Iterable

from compliance.model.declared.lineage import Artifact
from compliance.model.known.knowledge import Registry
from compliance.model.packs.operator import Selector
from compliance.model.packs.truth import Truth


def selects(selector: Selector, artifact: Artifact, registry: Registry) -> Truth:
    """Whether the selector means the artifact; UNKNOWN where its licence is not settled between alternatives."""
    return _means(selector, _asked_for(selector), artifact, registry)


_OfField = tuple[Callable[[Artifact], Iterable[str]], frozenset[str], tuple[str, ...]]
"""What an artifact holds of a field, and the words and globs that it may be."""
_Asked = tuple[tuple[_OfField, ...], tuple[tuple[Callable[[Artifact], bool], bool], ...], bool]
"""What a selector gives: of fields, of flags, and whether it goes by licences."""
_FIELDS: dict[str, Callable[[Artifact], Iterable[str]]] = {
    "kind": lambda artifact: artifact.kinds,
    "provider": lambda artifact: (artifact.provider or "",),
    "developer": lambda artifact: (artifact.developer or "",),
    "country": lambda artifact: artifact.country,
    "family": lambda artifact: (artifact.family or "",),
    "name": lambda artifact: (artifact.name, artifact.id),
    "origin": lambda artifact: (artifact.origin,),
}


_FLAGS: dict[str, Callable[[Artifact], bool]] = {
    "unlicensed": lambda artifact: unlicensed(artifact),
    "unexplained": lambda artifact: artifact.making.state == "open",
    "contradicted": lambda artifact: artifact.contradicted,
}


def _asked_for(selector: Selector) -> _Asked:
    given = selector.__dict__
    return (
        tuple([(held, *_split(given[name])) for name, held in _FIELDS.items() if given[name]]),
        tuple([(holds, given[flag]) for flag, holds in _FLAGS.items() if given[flag] is not None]),
        bool(selector.licence or selector.trait or selector.not_licence),
    )


def _means(selector: Selector, asked: _Asked, artifact: Artifact, registry: Registry) -> Truth:
    fields, flags, by_licence = asked
    for held, words, globs in fields:
        if not _is_among(words, globs, held(artifact)):
            return Truth.NO
    for holds, wanted in flags:
        if holds(artifact) != wanted:
            return Truth.NO
    if not by_licence:
        return Truth.YES
    return min(_licence(selector, artifact, registry), _not_licence(selector, artifact))


class Selection:
    """Remembers which artifacts each selector of the loaded rules means; one per evaluation."""

    def __init__(self, registry: Registry, artifacts: Iterable[Artifact] = ()) -> None:
        """Start empty; `registry` is only read, and `artifacts` are those of the lineage."""
        self._registry = registry
        self._shelves = Shelves(artifacts, registry)
        self._selected: dict[int, dict[str, Artifact]] = {}
        # By identity: rules live as long as the evaluation, and hashing a selector costs more than asking it.
        self._known: dict[int, dict[str, Truth]] = {}
        self._asked: dict[int, _Asked] = {}

    def selects(self, selector: Selector, artifact: Artifact) -> Truth:
        """Whether the selector means the artifact; see `selects`."""
        known = self._known.setdefault(id(selector), {})
        if artifact.id not in known:
            known[artifact.id] = self._means(selector, artifact)
        return known[artifact.id]

    def _means(self, selector: Selector, artifact: Artifact) -> Truth:
        asked = self._asked.get(id(selector))
        if asked is None:
            asked = self._asked[id(selector)] = _asked_for(selector)
        return _means(selector, asked, artifact, self._registry)

    def selected(self, selector: Selector) -> dict[str, Artifact]:
        """Id to artifact of those in the lineage that the selector means, or may mean, in their order."""
        if id(selector) not in self._selected:
            found: dict[str, Artifact] = {}
            known = self._known.setdefault(id(selector), {})
            for one in self._shelves.may_be(selector):
                truth = self._means(selector, one)
                # What is not meant, which is nearly everything, is not kept.
                if truth is not Truth.NO:
                    found[one.id], known[one.id] = one, truth
            self._selected[id(selector)] = found
        return self._selected[id(selector)]


class Shelves:
    """The artifacts of a lineage by what rules choose by: a selector looks at those alone that it may mean."""

    def __init__(self, artifacts: Iterable[Artifact], registry: Registry) -> None:
        """Sort them once."""
        self._all = tuple(artifacts)
        self._by: dict[str, dict[str, dict[str, Artifact]]] = {}
        for one in self._all:
            licences = {licence for ids in alternatives(one) for licence in ids}
            traits = traits_of(licences, registry)
            shelved = {
                "licence": licences,
                "trait": traits,
                **{field: _FIELDS[field](one) for field in _SHELVED},
            }
            shelved |= {field: (str(holds(one)),) for field, holds in _FLAGS.items()}
            for field, words in shelved.items():
                shelves = self._by.setdefault(field, {})
                for word in words:
                    shelves.setdefault(word.lower(), {})[one.id] = one

    def may_be(self, selector: Selector) -> tuple[Artifact, ...]:
        """The artifacts that the selector may mean, in the order of the lineage; it means none of the others."""
        fewest: dict[str, Artifact] | None = None
        several = False
        for field, shelves in self._by.items():
            given = getattr(selector, field)
            words, globs = _split(
                given if isinstance(given, tuple) else () if given is None else (str(given),)
            )
            if words or globs:
                held = [shelves[word] for word in words if word in shelves]
                held += [shelf for word, shelf in shelves.items() if globs and _fits(word, globs)]
                found = (
                    held[0] if len(held) == 1 else {key: one for each in held for key, one in each.items()}
                )
                if fewest is None or len(found) < len(fewest):
                    fewest, several = found, len(held) > 1
                if not fewest:
                    return ()
        if fewest is None:
            return self._all
        if several:
            return tuple(one for one in self._all if one.id in fewest)
        return tuple(fewest.values())


_SHELVED = ("kind", "provider", "developer", "family", "country", "origin")


def unlicensed(artifact: Artifact) -> bool:
    """No licence is known, or it may be one that is not; and the publisher did not make it in this lineage."""
    if artifact.kind == "service" or artifact.made_here:
        return False
    unknown = () in artifact.licence_options or not (artifact.licences or artifact.licence_options)
    return unknown and artifact.known


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


@functools.lru_cache(maxsize=16384)
def _split(patterns: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole words and globs, lower case."""
    folded = [pattern.lower() for pattern in patterns]
    globs = tuple(pattern for pattern in folded if any(sign in pattern for sign in "*?["))
    return frozenset(folded) - frozenset(globs), globs


def _among(patterns: tuple[str, ...], values: Iterable[str]) -> bool:
    if not patterns:
        return True
    return _is_among(*_split(patterns), values)


def _is_among(words: frozenset[str], globs: tuple[str, ...], values: Iterable[str]) -> bool:
    folded = [value.lower() for value in values]
    if not words.isdisjoint(folded):
        return True
    return any(_fits(value, globs) for value in folded) if globs else False


@functools.lru_cache(maxsize=16384)
def _fits(value: str, globs: tuple[str, ...]) -> bool:
    return any(fnmatch.fnmatchcase(value, glob) for glob in globs)
