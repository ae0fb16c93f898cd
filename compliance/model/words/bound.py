"""Numbers of which only a bound is stated: `< 700000000`, `between 2e9 and 3e9`, `> 1/3 of base`.

A bound decides a comparison where every number within it gives the same answer; otherwise the fact stays open.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Mapping

from compliance.patterns import regex
from compliance.values import dataclass

_FIGURE = r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?"
_NUMBER = rf"{_FIGURE}(?:\s*/\s*{_FIGURE}|\s*%)?"
_ONE_SIDED = regex(rf"(<=|>=|<|>|≤|≥)\s*({_NUMBER})(?:\s+of\s+([a-z][a-z_]*))?")
_BETWEEN = regex(rf"between\s+({_NUMBER})\s+and\s+({_NUMBER})(?:\s+of\s+([a-z][a-z_]*))?")
_WRITTEN = regex(r"([-+]?[0-9][0-9 _,.']*)\s*([a-z]*)", re.IGNORECASE)
_SCALES = {
    "k": 3, "thousand": 3, "m": 6, "mio": 6, "mn": 6, "million": 6, "millions": 6, "b": 9, "bn": 9, "g": 9, "mrd": 9,
    "billion": 9, "billions": 9, "t": 12, "tn": 12, "trillion": 12, "trillions": 12,
}  # fmt: skip
FORMS = "a number, or a bound such as '< 700000000', 'between 2e9 and 3e9' or '> 1/3 of base'"


@dataclass(frozen=True, slots=True)
class Bound:
    """The numbers that a statement leaves possible; with `of`, multiples of another fact."""

    low: float
    high: float
    low_open: bool = False
    """Whether the lowest number itself is excluded."""
    high_open: bool = False
    of: str | None = None

    def above(self, limit: Bound) -> bool | None:
        """Whether the number is over a limit: True or False where that holds for all possible pairs, else None.

        >>> bound("< 700000000").above(bound(7e8)), bound("> 1e9").above(bound(7e8)), bound("< 8e8").above(bound(7e8))
        (False, True, None)
        """
        if self.low > limit.high or (self.low == limit.high and (self.low_open or limit.high_open)):
            return True
        return False if self.high <= limit.low else None

    def times(self, factor: float) -> Bound:
        """The bound on a multiple; factors are positive."""
        return Bound(self.low * factor, self.high * factor, self.low_open, self.high_open, self.of)


@functools.lru_cache(maxsize=1024, typed=True)
def bound(value: object) -> Bound:
    """The bound that a number or a text states.

    Raises:
        ValueError: It states none; says what to write.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        if value < 0:
            raise ValueError("expected no number below zero; nothing that is counted here is less than none")
        return Bound(float(value), float(value))
    text = value.strip() if isinstance(value, str) else ""
    if found := _ONE_SIDED.fullmatch(text):
        sign, number, of = found.groups()
        strict = sign in "<>"
        if sign == "<" and not _figure(number):
            raise ValueError(f"the bound {text!r} is empty; nothing that is counted here is less than none")
        if sign in ("<", "<=", "≤"):
            return Bound(-math.inf, _figure(number), high_open=strict, of=of)
        return Bound(_figure(number), math.inf, low_open=strict, of=of)
    if found := _BETWEEN.fullmatch(text):
        low, high = _figure(found[1]), _figure(found[2])
        if low > high:
            raise ValueError(f"the bound {text!r} is empty; write the lower number first")
        return Bound(low, high, of=found[3])
    sign = re.match(r"(?:<=|>=|<|>|≤|≥)\s*", text)
    hint = written_out(text[sign.end() :] if sign else text)
    hint = f"'{sign[0]}{hint}'" if sign and hint else hint
    raise ValueError(f"expected {FORMS}; {f'write {hint}' if hint else 'write it in digits, without quotes'}")


def possible_bound(value: object) -> Bound | None:
    """The bound that a value states; None where it states none."""
    try:
        return bound(value)
    except (ValueError, TypeError):
        return None


def _figure(text: str) -> float:
    if text.endswith("%"):
        return float(text[:-1]) / 100
    above, _, below = text.partition("/")
    if below and float(below) == 0:
        raise ValueError(f"{text!r} divides by nothing; write a number")
    value = float(above) / float(below) if below else float(above)
    if not math.isfinite(value):
        raise ValueError(f"the number {text!r} is out of range; correct it")
    return value


def written_out(text: str) -> str | None:
    """A number as this format writes it, out of what people write; None where there is no telling.

    >>> written_out("70B"), written_out("1,000,000"), written_out("1.5 million"), written_out("many")
    ('70e9', '1000000', '1.5e6', None)
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None or (found[2] and found[2].lower() not in (*_SCALES, "e")):
        number = possible_number(text)
        return None if number is None else str(number)
    digits = re.sub(r"[ _']", "", found[1])
    if re.fullmatch(r"[-+]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", digits):
        digits = digits.replace(",", "")
    if possible_number(digits) is None or not found[2]:
        return digits if possible_number(digits) is not None else None
    return f"{digits}e{_SCALES[found[2].lower()]}" if found[2].lower() in _SCALES else None


def possible_number(text: str) -> float | int | None:
    """A text that is written as a number of this format; None where it is not."""
    if not re.fullmatch(rf"[-+]?{_FIGURE}", text.strip()):
        return None
    value = float(text)
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() and abs(value) <= 2**53 else value


def no_more_than(stated: object) -> object | None:
    """The bound that a number sets to a part of it, for each of its dates; None where it sets none.

    >>> no_more_than(5), no_more_than("> 5"), no_more_than({"2024": "< 7"})
    ('<= 5', None, {'2024': '< 7'})
    """
    if isinstance(stated, Mapping):
        given = {day: no_more_than(value) for day, value in stated.items()}
        return given if None not in given.values() else None
    held = possible_bound(stated)
    if held is None or held.of is not None or held.high == math.inf:
        return None
    return f"{'<' if held.high_open else '<='} {held.high:.15g}"
