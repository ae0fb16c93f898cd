"""Places as they are written in East Asia: full-width marks, corner brackets, parts counted by a letter."""

from __future__ import annotations

from compliance.patterns import regex

_MARKS = str.maketrans({"，": ",", "、": ",", "：": ":", "；": ";", "（": ",", "）": "", "　": " "})
_TITLED = regex(r"[「『《]([^「」『』《》]{1,12})[」』》]\s*(?:の|之)?\s*(?:節|章|項|部分|节|一节|章节|部)?")
_COUNTED = regex(r"第\s*([\d一二三四五六七八九十]{1,3})\s*(?:節|章|項|条|節目|节|部分|表|図|图|頁|页)")
_DIGITS = {letter: str(number) for number, letter in enumerate("一二三四五六七八九", start=1)}


def with_plain_marks(where: str) -> str:
    """A place with the marks that ours have: a heading in corner brackets stands behind a comma, parts have numbers.

    >>> with_plain_marks("README「収録」の節"), with_plain_marks("README，第二章")
    ('README, 収録', 'README,section 2')
    """
    text = _TITLED.sub(lambda found: f", {found[1]}", where)
    text = _COUNTED.sub(lambda found: f"section {_DIGITS.get(found[1], found[1])}", text)
    return text.translate(_MARKS)
