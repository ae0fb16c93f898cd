"""Recognise what stands before an item: bullets, numbers and letters, and which of them follow each other."""

from __future__ import annotations

import re

_BULLET = re.compile(r"[*+•‣◦▪▫●○■□◆◇–—-](?=\s)\s*|[•‣◦▪●○■□◆·]\s*")
_ORDINAL = re.compile(
    r"(?:\*\*|__)?"
    r"(?:§{1,2}\s?(?=\d)|(?i:section|article|clause)\s(?=[\d.]{3,12}[\s*_]{1,4}[A-Z\"“*(]))?"
    r"(?:(?P<dotted>\d{1,3}(?:\\?\.\d{1,3}){1,5})\\?[.)]?(?=[\s*_])"
    r"|\((?P<inner>\d{1,3}|[A-Za-z]{1,2}|[ivxlcIVXLC]{1,7})\)"
    r"|(?P<outer>\d{1,3}|[A-Za-z]|[ivxlcIVXLC]{1,7})\\?[.)](?=[\s*_]))"
    r"(?:\*\*|__)?\s*"
)
_WORD = re.compile(r"(?:§+|[A-Za-z]{6,})\s?")
"""What a number is called: `Section 2.1`, `§ 2.1`."""
_ROMAN = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})")
_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def marker_of(line: str) -> tuple[str, str, int]:
    """Return the marker at the start of a line without its indentation, its style and where the words begin.

    >>> marker_of("(b) sell it"), marker_of("* **3.2** Fees"), marker_of("Section 3.2 You"), marker_of("You may not")
    (('(b)', '(a)', 4), ('3.2', '*1.1', 10), ('3.2', '1.1', 12), ('', '', 0))
    """
    bullet = _BULLET.match(line)
    start = bullet.end() if bullet else 0
    ordinal = _ORDINAL.match(line, start)
    if ordinal is None or (ordinal.end() == len(line) and bullet is None and "(" not in line):
        return (line[:1], line[:1], start) if bullet else ("", "", 0)
    marker = _WORD.sub("", ordinal.group().strip().strip("*_").replace("\\", ""))
    style = style_of(marker)
    return marker, f"{line[0]}{style}" if bullet else style, ordinal.end()


def style_of(marker: str) -> str:
    """Return the kind of a marker: its punctuation and what it counts with.

    >>> [style_of(each) for each in ("(b)", "3.", "3.2", "B.", "(12)")]
    ['(a)', '1.', '1.1', 'A.', '(1)']
    """
    if "." in marker.rstrip("."):
        return re.sub(r"\d+", "1", marker).rstrip(".")
    core = marker.strip("().")
    kind = "1" if core.isdigit() else "A" if core.isupper() else "a"
    return marker.replace(core, kind, 1)


def values(core: str) -> tuple[tuple[str, int], ...]:
    """Return what a counter may mean, as pairs of a system and a number.

    >>> values("i"), values("b"), values("12"), values("aa")
    ((('roman', 1), ('alpha', 9)), (('alpha', 2),), (('digit', 12),), (('alpha', 27),))
    """
    if core.isdigit():
        return (("digit", int(core)),)
    small = core.lower()
    found: list[tuple[str, int]] = []
    if set(small) <= set("ivx") and _ROMAN.fullmatch(small):
        numbers = [_DIGITS[letter] for letter in small]
        pairs = zip(numbers, (*numbers[1:], 0), strict=True)
        found.append(("roman", sum(-one if one < after else one for one, after in pairs)))
    if len(small) == 1:
        found.append(("alpha", ord(small) - 96))
    elif len(small) == 2 and small[0] == small[1]:
        found.append(("alpha", ord(small[0]) - 96 + 26))
    return tuple(found)
