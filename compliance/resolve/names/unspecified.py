"""The name of a line of models, without the words which only say that its member is not told.

"Qwen family, size not said" is Qwen, and nobody knows which: it is neither a list of two names nor somebody's tune of
it. What is left has to be a name by itself; what the record of that name leaves open stays open.
"""

from __future__ import annotations

import re

from compliance.patterns import regex

_WHAT = (
    r"(?:(?:the |its |exact |precise |model |parameter )*(?:sizes?|versions?|variants?|members?|checkpoints?|"
    r"generations?|parameter counts?|releases?|revisions?|numbers?|which(?: (?:one|version|size|variant))?)"
    r"(?: (?:and|or|/) (?:sizes?|versions?|variants?|releases?))?)"
)
_UNTOLD = (
    r"(?:(?:is |are |was |were )?(?:(?:not|never|nowhere) (?:yet )?(?:said|stated|known|given|specified|recorded|named|"
    r"told|documented|disclosed|mentioned|clear|reported)|unknown|unspecified|unstated|unclear|undisclosed|unnamed|"
    r"undocumented|unrecorded|open)|\?+)"
)
_REMARK = regex(
    rf"(?:{_WHAT} {_UNTOLD}|(?:of )?(?:an? )?(?:unknown|unspecified|unstated|undisclosed|some|any|unclear) {_WHAT}"
    rf"|{_WHAT}\?+|{_UNTOLD} {_WHAT}|no {_WHAT} (?:said|stated|known|given|named|specified))",
    re.IGNORECASE,
)
_BRACKETED = regex(r"^(?P<name>.+?)\s*[(\[](?P<said>[^()\[\]]+)[)\]]$")
_SET_OFF = regex(r"^(?P<name>.+?)\s*(?:[,;:]|\s[-–—])\s+(?P<said>[^,;:]+)$")
_OF_A_SIZE = regex(
    r"^(?P<name>.+?)\s+(?P<said>of (?:an? )?(?:unknown|unspecified|unstated|undisclosed|some) .+)$"
)
_LINE = regex(
    r"^(?:(?:the|some|an?) )?(?P<name>\S.*?)[ -](?:family|series|line|lineup|generation)(?: models?)?$", re.I
)


def line_alone(name: str) -> str | None:
    """The name without words that only say which member is not told; None where it has none.

    >>> line_alone("Qwen family, size not said"), line_alone("Gemma (version unknown)"), line_alone("the Phi series")
    ('Qwen', 'Gemma', 'Phi')
    >>> line_alone("Qwen2.5-7B, DPO"), line_alone("Qwen"), line_alone("family")
    (None, None, None)
    """
    left = name.strip()
    for shape in (_BRACKETED, _SET_OFF, _OF_A_SIZE):
        cut = shape.match(left)
        if cut and _REMARK.fullmatch(cut["said"].strip()):
            left = cut["name"].strip()
    line = _LINE.match(left)
    left = line["name"] if line else left
    return left if left != name.strip() else None
