"""Words by which a sentence tells that a thing of others once stood under other terms than it does.

Which terms a copy stands under turns on when it was taken. Where a note, a revision or the page that is named tells of
a change and no dated statement does, silence on the change is no denial of it.
"""

from __future__ import annotations

import re

from compliance.patterns import regex
from compliance.resolve.words.prose.sentences import affirmed, compared

_LICENCE = r"(?:licen[cs]es?|licensing|terms|lizenz|licence|licencia)"
_NAMED = (
    r"(?:apache|mit|bsd|cc[- ]?(?:0|by)[\w.-]*|creative commons|gpl|agpl|openrail|mpl|open[- ]source|non-?commercial"
    r"|(?:an? |the )?(?:research|academic|free|open|permissive|custom|commercial|proprietary)(?: \w+)?"
    rf"(?: {_LICENCE}| preview)|llama|gemma)"
)
_CHANGED = (
    r"(?:chang|switch|replac|swap|revis|relax|tighten|narrow|loosen|updat|amend|open|mov)(?:ed|ing|es?|s)?"
)
_CHANGES = regex(
    rf"(?<![a-z])(?:re-?licen[cs](?:ed|ing|es?)"
    rf"|{_LICENCE} (?:was|were|is|are|has|have|had|got|been|since|later|then| )*{_CHANGED}"
    rf"|(?:chang|switch|mov|shift|transition|flip)(?:ed|e|es|ing)?"
    rf" (?:(?:in|of|over|its|the|to|from|under|their|\w+)[ ]){{0,3}}?(?:{_LICENCE}|{_NAMED})"
    rf"|(?:old|older|earlier|previous|former|prior) (?:[\w-]+ )?{_LICENCE}"
    rf"|{_LICENCE} (?:of|at|from) (?:that|the) (?:time|day)"
    rf"|whose {_LICENCE} (?:differ\w*|(?:is|are|was|were) (?:other|different|stricter|not the same))"
    rf"|(?:formerly|previously|originally|initially|still|once|at first|back then|until then)"
    rf" (?:\w+ ){{0,2}}?(?:under |as )?(?:an? |the )?{_NAMED}"
    rf"|{_NAMED} (?:at the time|back then|at that time|when (?:we|it|they|i)|until|before (?:it|that|they))"
    rf"|umlizenziert|lizenz(?:wechsel|änderung)|changement de licence|cambio de licencia)(?![a-z])",
    re.IGNORECASE,
)
_NO_CHANGE = regex(
    r"(?<![a-z])(?:un-?changed|after (?:the|its|that|they|it)|since (?:then|the change)|from (?:the|its) change on"
    r"|still (?:under )?(?:apache|mit|cc[- ]?(?:0|by(?!-n)))|as ever)(?![a-z])",
    re.IGNORECASE,
)
"""Words by which a clause says that the copy is of the later terms, or that they stayed."""


def tells_of_change(text: str) -> str:
    """The words by which a text tells that terms changed; none if it does not.

    >>> tells_of_change("the commit before it was relicensed"), tells_of_change("taken after it was relicensed")
    ('relicensed', '')
    >>> tells_of_change("its licence never changed"), tells_of_change("licence read on 3 May")
    ('', '')
    """
    for clause in affirmed(text):
        if compared(clause) or _NO_CHANGE.search(clause):
            continue
        if found := _CHANGES.search(clause):
            return found.group(0)
    return ""
