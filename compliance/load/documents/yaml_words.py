"""What an unquoted word of YAML stands for: a truth value, nothing, a number, or itself."""

from __future__ import annotations

import math

from compliance.errors import shown
from compliance.load.documents.yaml_syntax import QUOTE
from compliance.patterns import regex

__all__ = ["MAX_DIGITS", "RefusedError", "plain"]

MAX_DIGITS = 100
MAX_WHOLE = 2**53  # beyond it a float may stand for several whole numbers
_WORDS: dict[str, object] = {"true": True, "false": False, "null": None, "~": None, "": None}
_NUMBER = regex(r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|\.[0-9]+)(?P<exponent>[eE][-+]?[0-9]+)?")
_NOT_FINITE = regex(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


class RefusedError(Exception):
    """A plain word that may not stand for a value; the arguments say why and what to do."""


def plain(word: str) -> object:
    """Return what an unquoted word stands for. Raises `RefusedError` for one that may not stand for a value."""
    if word in _WORDS:
        return _WORDS[word]
    if _NOT_FINITE.fullmatch(word):
        raise RefusedError(f"{shown(word)} cannot be used as a number", "give a number, or leave it out")
    if word[0] not in "-+.0123456789" or not (number := _NUMBER.fullmatch(word)):
        return word
    if len(word) > MAX_DIGITS:
        raise RefusedError(f"a number of more than {MAX_DIGITS} characters", f"shorten it, or {QUOTE}")
    if word.lstrip("-+").isdigit():
        return int(word)
    value = float(word)
    if math.isinf(value) or (value == 0 and word.lstrip("-+0.")[:1].isdigit()):
        raise RefusedError(f"the number {shown(word)} is out of range", f"correct it, or {QUOTE}")
    whole = number["exponent"] and value.is_integer() and abs(value) <= MAX_WHOLE
    return int(value) if whole else value
