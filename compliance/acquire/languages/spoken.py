"""In which language a stretch of text is written: by its letters, or by its small words."""

from __future__ import annotations

import re

from compliance.acquire.languages.vocabulary import HAN_TOO, Language, languages

_WORDS = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]))?")
_ENGLISH = frozenset(
    {"the", "of", "and", "to", "is", "for", "this", "that", "with", "are", "on", "it", "was", "be", "by", "from", "an",
     "as", "or", "which", "can", "we", "you", "have", "has", "not", "model", "models", "dataset", "datasets", "data",
     "trained", "training"}
)  # fmt: skip
LEAST_WORDS = 8
"""Words at least of a stretch whose language is told by its words."""
_SHARE = 0.16
"""The least share of small words; prose of any of these languages has more, names and labels have fewer."""
_LETTERS = 0.04
"""The least share of letters of a script by which a page is in a language that has its own."""


def spoken(text: str) -> Language | None:
    """The language of a text, of those whose words are known; None for English, or where it cannot be told.

    >>> spoken("Este modelo es una versión de Fen, y no se ha entrenado con otros datos.").code
    'es'
    >>> spoken("This is a model of the language of Spain") is None
    True
    """
    if by_letters := _by_letters(text):
        return by_letters
    words = [one.lower() for one in _WORDS.findall(text)]
    if len(words) < LEAST_WORDS:
        return None
    counts = [(sum(word in one.common for word in words), one) for one in languages() if one.common]
    most, best = max(counts, key=lambda one: one[0])
    if most <= sum(word in _ENGLISH for word in words):
        return None
    return best if most >= _SHARE * len(words) else None


def _by_letters(text: str) -> Language | None:
    """The language whose letters stand in a text: kana before the Chinese letters that Japanese has too."""
    length = sum(not one.isspace() for one in text)
    for one in sorted((each for each in languages() if each.letters), key=lambda each: each.code != HAN_TOO):
        assert one.letters is not None
        if length and len(one.letters.findall(text)) > _LETTERS * length:
            return one
    return None
