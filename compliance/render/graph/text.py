"""Fit text into boxes: how wide it will be, where to break it, where to cut it.

Widths are those of DejaVu Sans, the widest of the fonts that a reader is likely to have, so that text never runs over.
"""

from __future__ import annotations

_ADVANCES = {
    0.32: " ,.IJijl'·",
    0.38: "-/:;\\f|",
    0.42: "!()[]rt",
    0.5: '*_`sz"',
    0.57: "?Lc“”",
    0.63: "FPTYaekovxy",
    0.67: "$0123456789EKSbdghnpqu{}",
    0.72: "ABCRVXZ",
    0.78: "DGHNU",
    0.82: "&OQw",
    0.86: "#+<=>M^~→",
    1.0: "%m@W—…●",
}
_ADVANCE = {char: advance for advance, chars in _ADVANCES.items() for char in chars}
BREAKS = "/-_.:"


def width(text: str, size: float) -> float:
    """Return how wide a text is, in the units of its size.

    >>> width("ill", 10) < width("mmm", 10)
    True
    """
    return sum(_advance(char) for char in text) * size


def _advance(char: str) -> float:
    return _ADVANCE.get(char) or (1.05 if ord(char) > 0x2E80 else 0.72)


def cut(text: str, room: float, size: float) -> str:
    """Return the text, or as much of it as there is room for with an ellipsis after it.

    >>> cut("a very long name", 60, 10)
    'a very lo…'
    >>> cut("olmocr, qwen2-vl, reddit", 120, 10)
    'olmocr, qwen2-vl, …'
    """
    text, whole = text[: _at_most(room, size)], text
    if text == whole and width(text, size) <= room:
        return text
    while text and width(f"{text}…", size) > room:
        text = text[:-1]
    # Of a list the names that are whole are told.
    names, more, _ = text.rpartition(", ")
    return f"{names}, …" if more else f"{text.rstrip()}…"


def _at_most(room: float, size: float) -> int:
    """More letters than fit, however narrow: what follows them is never looked at."""
    return int(room / size / min(_ADVANCES)) + 2


def wrapped(text: str, room: float, size: float, lines: int) -> list[str]:
    """Return the text in at most so many lines, broken where names may be broken; the last one is cut.

    >>> wrapped("meta-llama/Llama-3.1-70B", 100, 10, 2)
    ['meta-llama/Llama-', '3.1-70B']
    """
    done: list[str] = []
    rest = text
    most = _at_most(room, size)
    while rest and len(done) < lines - 1 and width(rest[:most], size) > room:
        end = _break(rest, room, size)
        done.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*done, cut(rest, room, size)] if rest else done


def _break(text: str, room: float, size: float) -> int:
    """Where the first line ends: after the last break that fits, or within a word that is too long."""
    end = 1
    while end < len(text) and width(text[: end + 1].rstrip(), size) <= room:
        end += 1
    for marks in (" ", BREAKS):
        breaks = [n + 1 for n in range(end // 3, end) if text[n] in marks]
        if breaks:
            return breaks[-1]
    return end
