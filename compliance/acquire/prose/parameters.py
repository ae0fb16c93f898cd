"""How many parameters a page says that the work has, and how many its name tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.acquire.prose.periods import Span

PARAMETERS = "parameters"
_TIMES = {"m": 1e6, "million": 1e6, "b": 1e9, "billion": 1e9}
_COUNT = r"(?P<number>\d+(?:\.\d+)?)\s?(?P<times>[MB]|million|billion)\b"
_LABELLED = re.compile(
    r"(?im)^(?:[^\w\n]|_)*+(?:(?:total |number of |model )?(?:parameters?|params)(?: count)?|model size|"
    r"パラメータ数|参数量|parameteranzahl|"
    rf"nombre de paramètres|número de parámetros)(?: \(total\))?[\W_]{{1,8}}(?:about |~ ?|≈ ?)?"
    rf"{_COUNT}(?!\w)[^\n]{{0,12}}$"
)
"""A label, or the head of a row, and what it gives: `Parameters: 880M`."""
_SAID = re.compile(
    rf"(?i)(?:^|(?<=[.!?]\s))\W{{0,5}}(?:it|this model|the model)\s+(?:has|contains|comes with|counts)\s+"
    rf"(?:about |around |roughly |~ ?|≈ ?|a total of )?{_COUNT}\s+(?:total\s+)?param"
)
"""`It has 8.0B parameters.`"""
_IN_NAME = re.compile(r"(?i)(?<![\w.])(?P<number>\d+(?:\.\d+)?)(?P<times>[MB])(?![\w.])")
_OFF = 0.17
"""By which part a count may be off that a name rounds, each way."""


def parameters_said(text: str) -> Iterator[tuple[Span, int]]:
    """The counts that a paragraph or a row tells of the work, and where."""
    for pattern in (_LABELLED, _SAID):
        for one in pattern.finditer(text):
            yield _span(one), one.start("number")


def parameters_of_name(name: str) -> Span | None:
    """The count that a name tells; None where it tells none, or several.

    >>> span = parameters_of_name("org/Fen-8B")
    >>> span.low < 8e9 < span.high, parameters_of_name("Fen-30B-A3B"), parameters_of_name("Fen-8x7B")
    (True, None, None)
    """
    bare = name.rsplit("/", 1)[-1].replace("-", " ").replace("_", " ")
    found = list(_IN_NAME.finditer(bare))
    more = re.search(r"(?i)\b(?:A|E|\d+x)\d+(?:\.\d+)?[BM]\b", bare)
    return _span(found[0]) if len(found) == 1 and more is None else None


def _span(one: re.Match[str]) -> Span:
    number = float(one["number"]) * _TIMES[one["times"].lower()]
    return Span(number * (1 - _OFF), number * (1 + _OFF))
