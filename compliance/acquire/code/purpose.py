"""What a call is for, by the words with which programmers name variables, functions, options and files."""

from __future__ import annotations

import functools
import pathlib
import re
from collections.abc import Iterable, Mapping

import yaml

from compliance.model.declared.sighting import MentionRelation

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_WORDS = pathlib.Path(__file__).parent / "data" / "purpose.yaml"


@functools.cache
def _meanings() -> Mapping[str, frozenset[str]]:
    told = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return {relation: frozenset(words.split()) for relation, words in told.items()}


def words_of(name: str) -> list[str]:
    """The words of an identifier.

    >>> words_of("judge_modelID"), words_of("makePairs")
    (['judge', 'model', 'id'], ['make', 'pairs'])
    """
    return [one.lower() for one in _WORD.findall(name)]


def meaning(names: Iterable[str], among: Iterable[MentionRelation]) -> MentionRelation | None:
    """What the first of the names that says anything says; only the meanings asked for count."""
    wanted = tuple(among)
    for name in names:
        spoken = set(words_of(name))
        for relation in wanted:
            if spoken & _meanings()[relation]:
                return relation
    return None
