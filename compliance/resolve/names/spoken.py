"""A line of models and a size, as people speak of its members: `OLMo 2 7B`, `Falcon 3 10B Instruct`."""

from __future__ import annotations

import re

from compliance.model.names.records import ModelEntry
from compliance.model.names.template import may_fit, template
from compliance.model.words.spelling import key, words
from compliance.patterns import regex

_MEMBER = regex(r"(?:(?:\d+ x )?\d+(?:\.\d+)? [bmt] (?:a \d+(?:\.\d+)? b )?)(?:(?:base|chat|instruct|it) )?")
"""What may follow the name of a line: a size, and for what the member was trained."""


def is_member(entry: ModelEntry, spoken: tuple[str, ...]) -> bool:
    """Whether a bare name is an alias of the record and a size that one of its names tells.

    The size and the word behind it have to stand in the record's own names: a size that it has no name of is that of
    another record, or of nobody's, and so is whatever else follows.
    """
    name = key(" ".join(spoken))
    for alias in entry.aliases:
        if not may_fit(alias, spoken):
            continue
        told = spoken[template(alias, entry.slots).begun(name) :]
        if told != spoken and _MEMBER.fullmatch("".join(f"{word} " for word in told)):
            return any(_holds(text, told) for text in entry.names)
    return False


def _holds(text: str, told: tuple[str, ...]) -> bool:
    """Whether a name, or one of those that a template lists, has the words of a size and each word that follows."""
    written = "".join(f" {word}" for word in words(re.sub(r"[\[\](){}|]", " | ", text))) + " "
    size = tuple(word for word in told if not word.isalpha() or len(word) == 1)
    return f" {' '.join(size)} " in written and all(f" {word} " in written for word in told[len(size) :])
