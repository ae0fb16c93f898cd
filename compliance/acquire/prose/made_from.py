"""What a page tells of things that were made from the one it presents."""

from __future__ import annotations

import re

from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.prose.described import in_example

_MADE_FROM = (
    r"(?i)\b(?:models?|versions?|variants?|checkpoints?|adapters?|loras?|data ?sets?|projects?|works?|apps?|"
    r"derivatives?)\b"
    r"(?:\W+\w+){{0,4}}?\W+(?:fine-?tuned|tuned|trained|built|made|derived|based|distilled|quanti[sz]ed|using|use)\b"
    r"(?:\W+(?:off|on|upon|top|of|from|with|by|using|the))*\W+"
    r"(?:{own}|(?:this|our) (?:model|checkpoint|data ?set|adapter)|it\b)"
)
"""What stands above a list of what others, or the same people, made from the thing at hand."""


def pattern_of(own: str) -> re.Pattern[str]:
    """How a list is led that tells what was made from the thing of a name."""
    called = re.split(r"[:–—(]", own)[0].strip() or "(?!)"
    return re.compile(_MADE_FROM.format(own=called if called == "(?!)" else rf"{re.escape(called)}(?![\w-])"))


def is_of_other(paragraph: Paragraph, made_from: re.Pattern[str], at: int) -> bool:
    """Whether what was made from the thing at hand is told, or shown as an example: what went into that is its own."""
    if in_example(paragraph.text, at):
        return True
    headings = paragraph.section.split(" / ")
    return bool(made_from.search(paragraph.lead)) or any(made_from.search(one) for one in headings)
