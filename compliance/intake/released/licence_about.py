"""Of which of several released things a sentence on licences speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, Protocol

from compliance.model.declared.sighting import Statement

LEAST_LETTERS = 5
"""Letters of a name that can be told from the words around it."""
MOST_THINGS = 40
"""A list may publish thousands of things: of so many, words on a licence are looked for in the first ones."""
_MADE_FROM = re.compile(
    r"(?i)\b(?:on|from|with|using|by|over|via|than|like)\s+(?:the\s+|our\s+|its\s+|all\s+of\s+)*[\W_]*$"
)
"""How words end behind which a name is what something was made from, and not what is licensed."""


class Thing(Protocol):
    """Something that a folder puts out."""

    @property
    def name(self) -> str:
        """How it is called."""

    @property
    def kind(self) -> Literal["model", "dataset", "code"]:
        """What it is."""


def named_in(statement: Statement, things: Sequence[Thing]) -> str | None:
    """The one released thing that a sentence names as what it speaks of; None where there is none, or several.

    Args:
        statement: What is said of a licence, with its sentence.
        things: What the folder puts out, the main thing first.
    """
    wanted = {"data": "dataset", "weights": "model", "": None}.get(statement.about, "")
    if wanted == "":
        return None
    named = [one for one in things[:MOST_THINGS] if _is_spoken_of(one.name, statement.words)]
    fits = len(named) == 1 and wanted in (None, named[0].kind)
    return named[0].name if fits else None


def _is_spoken_of(name: str, words: str) -> bool:
    """Whether words hold a name as a whole, and not only as what something was made from."""
    short = name.rsplit("/", 1)[-1]
    if len(short) < LEAST_LETTERS or not re.search(r"[-_\d]", short):
        return False
    at = re.compile(rf"(?i)(?<![\w-]){re.escape(short)}(?![\w-])")
    owner = name[: -len(short)]
    return any(
        not _MADE_FROM.search(words[: one.start()].removesuffix(owner)[-40:]) for one in at.finditer(words)
    )
