"""Whether a notice shows the words that are owed: whole, in any case and spacing, and not as what does not hold."""

from __future__ import annotations

import re

from compliance.patterns import regex

_DENIED = regex(
    r"(?:^|[^\w])(?:not|no|never|without|nothing|\w+n['’]t)(?:\s+[^\s.,;:!?–—()]+){0,3}\s+[\"'“‘«]?$"
)
"""A word that denies what follows a few words later in the same clause."""
_UNDONE = (
    r"(?:removed|deleted|dropped|withdrawn|omitted|hidden|missing|struck|stripped|retired|obsolete|outdated|deprecated|"
    r"revoked|cancell?ed|former|formerly|previously|pending|planned|todo|tbd|to\s+do|to\s+be\s+(?:added|shown|confirmed|decided)|"
    r"coming\s+soon|placeholder|draft|untrue|false|wrong|no\s+longer|n/a|"
    r"(?:not|isn['’]t|doesn['’]t|does\s+not)\s+(?:yet\s+)?"
    r"(?:apply|applicable|any\s+more|anymore|needed|required|shown|displayed|included|used|true|added|present|the\s+case))"
    r"(?!\w)"
)
"""What a remark says of words that are not shown: that they were taken away, are still to come, or do not hold."""
_UNDONE_BEFORE = regex(rf"(?:^|[^\w])(?:{_UNDONE}|used\s+to\s+be|once)\W{{0,4}}$")
_UNDONE_AFTER = regex(
    r"[\"'”’»)\]*_]{0,3}\s*"
    r"(?:[(\[{,:–—/-]+\s*)?"
    r"(?:(?:the|this|badge|notice|line|logo|text|label|words?|sentence|now|since|later|already|currently|is|are|was|were|"
    r"has|have|been|be)\s+){0,4}" + _UNDONE
)
"""Such a remark right before the words, and right behind them, in brackets or not."""
_STRUCK = regex(r"~~[^~]+~~|<(?:s|del|strike)>.*?(?:</(?:s|del|strike)>|$)|<!--.*?(?:-->|$)")
"""Text that a page shows as struck out, or not at all."""
_NEAR = 80
"""How much of a text before the words is looked at."""
_GOES_ON = regex(r"[^\W\d_]|[-_.’'][^\W\d_]{2}")
"""More of the same word, or of a compound that begins with it: another name than the one that is owed."""


def shows(text: str, owed: str) -> bool:
    """Whether a text shows the words.

    >>> shows("Built with Llama 3.2", "built with llama"), shows("No longer built with Llama", "built with llama")
    (True, False)
    >>> shows("Built with Llama (removed)", "built with llama"), shows("~~Built with Llama~~", "built with llama")
    (False, False)
    """
    held, words = _STRUCK.sub(" … ", " ".join(text.lower().split())), " ".join(owed.lower().split())
    return any(_stands(held, found.start(), found.end()) for found in re.finditer(re.escape(words), held))


def _stands(text: str, start: int, end: int) -> bool:
    begins_within = text[start].isalnum() and text[start - 1 : start].isalnum()
    address = "/" in text[start:end]
    goes_on = text[end - 1].isalnum() and not address and _GOES_ON.match(text, end) is not None
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    undone = _UNDONE_BEFORE.search(before) or _UNDONE_AFTER.match(after)
    return not begins_within and not goes_on and not undone and _DENIED.search(before) is None
