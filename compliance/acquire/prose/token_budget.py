"""For how many tokens the work was trained: as a page tells it, and as settings have it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from compliance.acquire.tree import Placed
from compliance.model.declared.sighting import Figure
from compliance.model.shapes.location import Location

TRAINING_TOKENS = "tokens of training"
"""What such figures count."""
_TIMES = {"m": 1e6, "million": 1e6, "b": 1e9, "billion": 1e9, "t": 1e12, "trillion": 1e12}
_NUMBER = r"(?P<number>\d+(?:[.,]\d+)*)\s?(?P<times>[MBT](?![\w])|million|billion|trillion)"
_OURS = re.compile(r"(?i)\b(?:we|this model|the model|ours?)\b|\b(?:continued|further|went on) ")
_TRAINED = re.compile(
    r"(?i)\b(?:pre-?)?train(?:ed|ing)\b(?:\s+(?:it|this|the model|further|on|over|for|another|an additional|a total of|"
    rf"about|around|roughly|only|up to))+\s+{_NUMBER}\s+(?:[\w-]+\s+)?tokens\b"
)
"""How a sentence tells it: `we pretrained it further for 62B tokens`."""
_KEYS = frozenset(
    {"total_tokens", "train_tokens", "training_tokens", "num_train_tokens", "token_budget", "total_train_tokens",
     "max_train_tokens", "n_train_tokens"}
)  # fmt: skip
_WRITTEN = re.compile(
    r"(?i)(?P<number>\d[\d_.,]*(?:e\d+)?)\s*(?P<times>[mbt]|million|billion|trillion)?\s*(?:tok(?:ens)?)?"
)
_OFF = 0.1
"""By which part a page may round."""


def budgets_said(sentence: str) -> Iterator[tuple[float, float, int]]:
    """The least and the most tokens for which a sentence tells that the work was trained, and where it does.

    >>> [at for *_, at in budgets_said("We pretrained it further for 62B tokens.")]
    [3]
    >>> list(budgets_said("FenCoder was trained on 3T tokens."))
    []
    """
    for one in _TRAINED.finditer(sentence):
        if _OURS.search(sentence[: one.end()]):
            value = float(one["number"].replace(",", "")) * _TIMES[one["times"].lower()]
            yield value * (1 - _OFF), value * (1 + _OFF), one.start()


def budgets_set(tree: Any, name: str) -> Iterator[Figure]:
    """What settings have for it, at their top or one level below.

    Args:
        tree: The settings.
        name: Their file.
    """
    told = tree if isinstance(tree, dict) else {}
    inner = [one for one in told.values() if isinstance(one, dict)]
    for key, value in (pair for node in (told, *inner) for pair in node.items()):
        said = _WRITTEN.fullmatch(str(value).strip()) if isinstance(value, Placed) else None
        if said is None or str(key).lower() not in _KEYS:
            continue
        number = _number(said["number"]) * _TIMES.get((said["times"] or "").lower(), 1)
        place = Location(name, value.line, 1)
        yield Figure(
            "amount", TRAINING_TOKENS, number * (1 - _OFF), number * (1 + _OFF), place, f"{key}: {value}"
        )


def _number(written: str) -> float:
    try:
        return float(written.replace(",", "").replace("_", ""))
    except ValueError:
        return 0.0
