"""Names in sentences that only weigh something, or that say that it was there once and is no more."""

from __future__ import annotations

import re
from dataclasses import replace

from compliance.acquire.claims.versions import names_left_out
from compliance.acquire.page.sentences import sentence_end, sentence_start
from compliance.model.declared.sighting import Mention
from compliance.patterns import regex

_IDEA = regex(
    r"(?i)^[\W_]*(?:(?:maybe|perhaps|possibly|what about|how about|why not|should we|could we|shall we|vielleicht|evtl\.?|"
    r"eventuell|peut-être|quizás|tal vez)\b|(?:ideas?|idee|idée|todo|to do|next|later|option|candidates?)\s*[:–-]|候補|案\s*[:：])"
)
"""How a sentence begins that weighs what might be done."""


def is_idea(text: str, at: int) -> bool:
    """Whether the sentence around a place only weighs something.

    >>> is_idea("- maybe Reed-7B as next base? fine", 8), is_idea("Tuned from Reed-7B.", 11)
    (True, False)
    """
    return _IDEA.match(text[sentence_start(text, at) : sentence_end(text, at)]) is not None


def once(mention: Mention, text: str) -> Mention:
    """A mention as denied, where its sentence says that the thing was taken out again."""
    begin = sentence_start(text, mention.start)
    words = re.sub(r"\s+", " ", text[begin : sentence_end(text, mention.start)]).strip(" -*+")
    gone = mention.name in names_left_out(words)
    return replace(mention, negated=True) if gone else mention
