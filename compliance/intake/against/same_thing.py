"""Whether a name that a person wrote is that of a thing that a folder shows: shorter, or at another address."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from compliance.acquire.names import hub_name
from compliance.intake.naming.identity import identity
from compliance.intake.naming.registry_words import RegistryWords
from compliance.intake.upstreams import Upstream
from compliance.model.words.spelling import words

_OF_ROWS = frozenset(
    {"dataset", "datasets", "data", "set", "corpus", "hf", "the", "qa", "train", "full", "v", "1"}
)
"""Words of a data set's name that the short form of it leaves out."""
_LEAST = 3
"""Letters of a short name, at least."""


def plain(name: str) -> str:
    """A name without the address at which it lies.

    >>> plain("https://huggingface.co/datasets/org/rows"), plain("org/rows")
    ('org/rows', 'org/rows')
    """
    return hub_name(name) or name


def by_short_name(one: Upstream, names: Sequence[str], known: RegistryWords) -> bool:
    """Whether one of the names calls the upstream by less than its whole name, and no other thing.

    A short name has no organisation. It is that of rows where the whole name ends with it, but for words that only say
    that they are rows; else where both stand for one record of the registry, and the short name tells no size.
    """
    record = known(one.name)
    for name in names:
        if "/" in name or len(name) < _LEAST:
            continue
        if one.kind == "dataset" and rows_called(name, one.name):
            return True
        told = known(name)
        same = (
            record is not None
            and told is not None
            and (told.kind, told.record) == (record.kind, record.record)
        )
        if same and one.kind in ("model", "dataset") and not _sizes(name) - _sizes(one.name):
            return True
    return False


def rows_called(short: str, whole: str) -> bool:
    """Whether a whole name of rows ends with a short one.

    >>> rows_called("CUAD", "theatticusproject/cuad-qa"), rows_called("SQuAD", "org/squad_v2")
    (True, False)
    """
    tail = [word for word in words(plain(whole).rsplit("/", 1)[-1]) if word not in _OF_ROWS]
    said = [word for word in words(short) if word not in _OF_ROWS]
    return bool(said) and said == tail


def _sizes(name: str) -> set[str]:
    told = words(name.rsplit("/", 1)[-1])
    return {number for number, unit in pairwise(told) if unit in ("b", "m") and number[0].isdigit()}


def keys_of(name: str, known: RegistryWords) -> set[tuple[str, ...]]:
    """By what a name is looked up: as it is, and without its address."""
    return {identity(name, known), identity(plain(name), known)}
