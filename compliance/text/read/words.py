"""Turn a stretch of Markdown or plain text into the words that one reads, in linear time.

Every expression here is bounded on both sides, so that no text can make it go back over what it has read.
"""

from __future__ import annotations

import re

_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\[\]]|\([^()\[\]]*\))*\)")
_REFERENCE = re.compile(r"!?\[([^\[\]]*)\]\[[^\[\]]*\]")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]*>")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_STARS = re.compile(r"(?:\\?[*`])+|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])")
_QUOTE = re.compile(r"\n[ \t]*(?:>[ \t]?)+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_TYPOGRAPHY = str.maketrans(
    {
        "’": "'", "‘": "'", "‛": "'", "′": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "\u00a0": " ", "\u202f": " ",
        "…": "...", "ﬁ": "fi", "ﬂ": "fl",
    }
)  # fmt: skip


def plain(raw: str, *, markup: bool = True) -> str:
    r"""Return the words on one line, with plain quotation marks and dashes.

    >>> plain("**3\\.2** You  may not “distil” our [Services](https://example.com/a).")
    '3.2 You may not "distil" our Services.'
    """
    text = raw if raw.isascii() else _INVISIBLE.sub("", raw)
    if markup:
        if ">" in text and "\n" in text:
            text = _QUOTE.sub("\n", text)
        if "](" in text:
            text = _LINK.sub(r"\1", _LINK.sub(r"\1", text))
        if "][" in text:
            text = _REFERENCE.sub(r"\1", text)
        if "<" in text:
            text = _TAG.sub(" ", _AUTOLINK.sub(" ", text))
        if "*" in text or "_" in text or "`" in text:
            text = _STARS.sub("", text)
        if "\\" in text:
            text = _ESCAPE.sub(r"\1", text)
    return " ".join((text if text.isascii() else text.translate(_TYPOGRAPHY)).split())


def count(text: str) -> int:
    """Return how many words a text has.

    >>> count("You may not distil.")
    4
    """
    return len(text.split())
