"""Which of the words that may answer a fact can be believed of the thing that is asked about."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.model.declared.lineage import HOLDS_MODEL, Artifact, Lineage
from compliance.model.declared.manifest import HANDED_OUT

_OF_ROWS = ("web", "people")
"""Origins that no weights have: these come out of a training."""
OF_NO_MODEL = ("application", "dataset")
"""Functions of what is no model."""


def answerable(fact: str, words: Sequence[str], lineage: Lineage, subject: str) -> tuple[str, ...]:
    """The words that fit what is asked about.

    Files are handed out of no service, and no web page holds a model: of weights it is asked whose they are. What a
    model is for is neither that it is offered in a program nor that it is rows: resolving believes neither.

    Args:
        fact: The fact, as the catalogue calls it.
        words: All answers that the catalogue lists.
        lineage: The lineage of the release.
        subject: What is asked about: for a fact of a release its key.
    """
    asked = lineage.artifacts.get(subject)
    if fact == "source.origin" and asked is not None and asked.kind == "model":
        return tuple(word for word in words if word not in _OF_ROWS)
    released = next((one.artifact for one in lineage.releases if one.key == subject), "")
    if not fact.startswith("release.") or released not in lineage.artifacts:
        return tuple(words)
    return tuple(word for word in words if word not in _unbelieved(fact, lineage.artifacts[released]))


def _unbelieved(fact: str, released: Artifact) -> tuple[str, ...]:
    if fact == "release.access" and released.kind == "service":
        return HANDED_OUT
    if fact == "release.function" and (released.kind == "model" or released.facts.get(HOLDS_MODEL)):
        return OF_NO_MODEL
    return ()
