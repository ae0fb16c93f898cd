"""Which of the words that may answer a fact can be believed of the thing that is asked about."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import HANDED_OUT

_OF_ROWS = ("web", "people")
"""Origins that no weights have: these come out of a training."""


def answerable(fact: str, words: Sequence[str], lineage: Lineage, subject: str) -> tuple[str, ...]:
    """The words that fit what is asked about.

    Files are handed out of no service, and no web page holds a model: of weights it is asked whose they are.

    Args:
        fact: The fact, as the catalogue calls it.
        words: All answers that the catalogue lists.
        lineage: The lineage of the release.
        subject: What is asked about: for a fact of a release its key.
    """
    asked = lineage.artifacts.get(subject)
    if fact == "source.origin" and asked is not None and asked.kind == "model":
        return tuple(word for word in words if word not in _OF_ROWS)
    if fact != "release.access":
        return tuple(words)
    released = next((one.artifact for one in lineage.releases if one.key == subject), "")
    is_service = released in lineage.artifacts and lineage.artifacts[released].kind == "service"
    return tuple(word for word in words if not (is_service and word in HANDED_OUT))
