"""What Russian words around a name say of it; the words of `lexicon.yaml` are English, and say nothing there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compliance.model.declared.sighting import Known, MentionRelation

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_NEAR = 60
_TUNED = r"(?:fine-?tuned|до-?обуч\w+|обуч\w+|адаптир\w+|квантов\w+|конвертир\w+)"
_TRAINED = r"(?:(?:до-?)?обуч\w+|(?:на)?тренир\w+)"
_MADE = r"(?:сгенерир\w+|написан\w*|перевед\w+|размечен\w*)"
_FRAMES: Sequence[tuple[MentionRelation, str, str]] = (
    ("compared-with", r"(?:по сравнению с|в отличие от|чем)\s*$", ""),
    ("generated-by", rf"{_MADE}(?:\s+(?:с помощью|при помощи|моделью)){{0,2}}\s*$", ""),
    ("base", r"(?:на основе|на базе|дообучен\w*|базов\w+ модел\w+\W*)(?:\s+модели)?\s*$", ""),
    ("base", r"модел\w+\s*$", rf"\W*,?\s*(?:котор\w+\s+)?(?:\w+\s+){{0,2}}{_TUNED}"),
    ("data", rf"{_TRAINED}\s+на\s+(?:\w+\s+){{0,3}}$", ""),
)  # fmt: skip
"""Relation, what stands before the name, what behind it; the first that fits is told."""
_DENIED = re.compile(r"\bне\s+(?:был\w*\s+)?$")


def told(text: str, start: int, end: int, known: Known | None) -> tuple[MentionRelation, str] | None:
    """The relation that Russian words give to a name at its place, and the words; None where none do.

    >>> words = "Модель org/base-7b, которая была дообучена на отзывах"
    >>> told(words, 7, 18, None)
    ('base', 'Модель …, которая была дообучена')
    """
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    before = re.split(r"[.!?;]\s", before)[-1]
    if not _CYRILLIC.search(before + behind[: _NEAR // 2]):
        return None
    rows = known is not None and known.kind == "dataset"
    for relation, opens, goes_on in _FRAMES:
        one = re.search(rf"(?i){opens}", before)
        other = re.match(rf"(?i){goes_on}", behind)
        fits = (relation in ("data", "compared-with")) if rows else relation != "data" or known is None
        if one and other and fits and not _DENIED.search(before[: one.start()]):
            return relation, f"{one[0].strip()} …{other[0]}".strip()
    return None
