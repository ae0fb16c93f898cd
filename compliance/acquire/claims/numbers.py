"""Numbers as pages write them: in digits or in words, with what they are multiplied by, and whether they only bound."""

from __future__ import annotations

import re

from compliance.patterns import regex

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "a single": 1, "single": 1,
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "douze": 12,
    "eine": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
    "zwölf": 12, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "diez": 10, "doce": 12,
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十二": 12,
}  # fmt: skip
_TIMES = {
    "k": 1e3, "thousand": 1e3, "tausend": 1e3, "mille": 1e3, "千": 1e3, "万": 1e4, "萬": 1e4, "億": 1e8, "亿": 1e8,
    "m": 1e6, "mio": 1e6, "million": 1e6, "millions": 1e6, "millionen": 1e6, "millones": 1e6, "milhões": 1e6,
    "b": 1e9, "billion": 1e9, "mrd": 1e9, "milliarden": 1e9, "milliards": 1e9, "t": 1e12, "trillion": 1e12,
}  # fmt: skip
NUMBER = (
    r"(?<![A-Za-z0-9_.,/-])(?P<number>\d{1,3}(?:[,.\u00a0\u202f ’']\d{3})+(?![\d.,]?\d)|\d+(?:[.,]\d+)?)"
    r"[\s-]?(?P<times>(?:[kKMBT]|Mio\.?|Mrd\.?)(?![\w])|thousand|million(?:s|en)?|billion|trillion|milliards?|Tausend|"
    r"Milliarden|mille|millones|milhões|千|万|萬|億|亿)?"
)
"""A number in digits, and what it is multiplied by."""
_LONGEST_FIRST = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
SPELLED = rf"(?:(?<!\w)(?P<spelled>{_LONGEST_FIRST})(?=[\s,.;名人])|{NUMBER})"
"""The same, or a small number in words."""
_BOUND = regex(
    r"(?i)(?:\b(?:more than|over|above|at least|up to|at most|fewer than|less than|under|mehr als|über|"
    r"mindestens|bis zu|"
    r"plus de|moins de|jusqu['’]à|más de|menos de|hasta)\s*|[<>≥≤]\s*|超过|超過)$"
)
"""How words end before a number that is only a bound."""
_AGAIN = "again_"


def again(pattern: str) -> str:
    """A pattern that stands in an alternation a second time: its groups are told apart there, and read alike."""
    return pattern.replace("?P<", f"?P<{_AGAIN}")


def groups_of(one: re.Match[str]) -> dict[str, str]:
    """What the groups of a pattern found, of whichever alternative it was."""
    return {key.removeprefix(_AGAIN): value for key, value in one.groupdict().items() if value}


def value_of(given: dict[str, str]) -> float:
    """The number that is meant by what groups found.

    >>> value_of({"number": "12 000"}), value_of({"number": "1,5", "times": "Mio."}), value_of({"spelled": "zwei"})
    (12000.0, 1500000.0, 2.0)
    """
    if "spelled" in given:
        return float(_WORDS[given["spelled"].lower()])
    digits, times = given["number"], given.get("times", "").lower().rstrip(".")
    if re.fullmatch(r"\d{1,3}(?:[,.\u00a0\u202f ’']\d{3})+", digits):
        digits = re.sub(r"\D", "", digits)
    return float(digits.replace(",", ".")) * _TIMES.get(times, 1.0)


def is_bound(words: str, one: re.Match[str]) -> bool:
    """Whether so much is only the least or the most of it."""
    starts = (one.start(key) for key in one.re.groupindex if key.endswith(("number", "spelled")))
    return any(at >= 0 and _BOUND.search(words, 0, at) is not None for at in starts)
