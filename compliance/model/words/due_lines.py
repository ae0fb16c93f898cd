"""Whether a notice gives a line that a licence sets word for word, with the owner whose copyright it names.

Case, punctuation, breaks of lines, the spelling of the copyright sign, the years beside it and "all rights reserved"
make no difference. Every other word does: a line under another version's name, or with somebody else's copyright, is
another.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence

from compliance.model.words.shown_words import as_shown, stands
from compliance.patterns import regex

_WORD = regex(r"\[[^\[\]]* [^\[\]]*\]|\((?:c)\)|[^\W_]+(?:[.'’][^\W_]+)*")
"""A word, a version or an address as one; in brackets, words that stand for what each fills in."""
_SIGN = frozenset(("copyright", "(c)"))
_A_YEAR = regex(r"(?:19|20)\d\d")
_RESERVED = regex(r"all rights? reserved")
_FORMS = frozenset(("inc", "ltd", "llc", "corp", "co", "gmbh"))
"""Forms of companies, which owners leave out of their own names."""
_ALL_RESERVED = r"(?:[^\w(]{1,4}all rights? reserved)?"
_APART = r"[^\w(]{1,8}"
_BETWEEN = rf"{_APART}(?:https?://(?:www\.)?)?"
_COPYRIGHT = (
    r"(?:copyright|\(c\))(?:[^\w(]{0,4}(?:copyright|\(c\)))*"
    r"(?:[^\w(]{1,4}(?:19|20)\d\d(?:[^\w(]{1,4}(?:(?:to|and)[^\w(]{1,4})?(?:(?:(?:19|20)?\d\d)(?!\d)|present|now))*)?"
    r"(?:\s?\[year[^\[\]]*\])?(?:[^\w(]{1,4}by(?!\w))?"
)
"""The sign in each of its spellings, with or without a year or years, or where these are to be taken from."""


def gives(notices: Iterable[str], line: str) -> bool:
    """Whether some notice, or several together, give a whole line.

    >>> gives(["LLAMA 9 is licensed under the Llama-9 licence, (c) 2025-2026 Hill, Inc"], _HILL)
    True
    >>> gives(["Llama 9 is licensed under the Llama 9 license, Copyright © Acme"], _HILL)
    False
    """
    return any(_first(held, line) is not None for held in _texts(notices))


_HILL = "Llama 9 is licensed under the Llama 9 License, Copyright © Hill, Inc. All Rights Reserved."


def _texts(notices: Iterable[str]) -> Sequence[str]:
    each = [_spelt(notice) for notice in notices]
    # What denies the end of one says nothing of the beginning of the next.
    return [*each, ". ".join(each)] if len(each) > 1 else each


def _spelt(text: str) -> str:
    return as_shown(text.replace("©", "(c)")).replace("licence", "license")


def _first(text: str, line: str) -> re.Match[str] | None:
    found = _pattern(line).finditer(text)
    return next((one for one in found if stands(text, one.start(), one.end())), None)


@functools.lru_cache(maxsize=512)
def _pattern(line: str) -> re.Pattern[str]:
    """A line as a pattern of its words."""
    words = _WORD.findall(_RESERVED.sub("", _spelt(line)))
    if words[0].startswith("["):
        # What each fills in may stand in a sentence of its own.
        words = words[2:] if words[1:2] == ["is"] else words[1:]
    made = ""
    for n, word in enumerate(words):
        signed = n > 0 and words[n - 1] in _SIGN
        if word in _SIGN:
            made += "" if signed else (_ALL_RESERVED + _BETWEEN if made else "") + _COPYRIGHT
        elif signed and _A_YEAR.fullmatch(word):
            words[n] = "(c)"
        elif word in _FORMS:
            made += rf"(?:[^\w(]{{1,4}}{word}(?!\w))?"
        else:
            reserved = _ALL_RESERVED if _follows_owner(words, n) else ""
            apart = _BETWEEN if made else r"(?<!\w)"
            made += reserved + apart + _escaped(word)
    reserved = _ALL_RESERVED if _SIGN.intersection(words) else ""
    return re.compile(f"{made}{reserved}" + r"(?!\w|[-.]\w)")


def _follows_owner(words: Sequence[str], n: int) -> bool:
    """Whether an owner was named before a word, behind whom his rights may be reserved."""
    return any(word in _SIGN for word in words[: n - 1])


def _escaped(word: str) -> str:
    return re.escape(word).replace("'", "['’]").replace("’", "['’]")
