"""Names in sentences that only weigh something, or that say that it was there once and is no more."""

from __future__ import annotations

import re
from dataclasses import replace

from compliance.acquire.claims.versions import names_left_out
from compliance.acquire.page.sentences import sentence_end, sentence_start
from compliance.model.declared.sighting import Mention
from compliance.patterns import regex

_IDEA = regex(
    r"(?i)^[\W_]*(?:(?:maybe|perhaps|possibly|what about|how about|why not|should we|could we|shall we|"
    r"vielleicht|evtl\.?|"
    r"eventuell|peut-être|quizás|tal vez)\b|(?:ideas?|idee|idée|todo|to do|next|later|option|"
    r"candidates?)\s*[:–-]|候補|案\s*[:：])"
)
"""How a sentence begins that weighs what might be done."""


_ASKED = regex(r"\s{0,2}\?(?!\W{0,4}(?:yes|no|ja|nein|oui|non|sí|はい|いいえ)\b)")
"""How the text goes on behind a name that is itself the question."""
_OF_PAGE = regex(
    r"(?i)^[^.;]{0,25}\b(?:for (?:some )?(?:ideas?|advice|feedback|suggestions?|tips|inspiration)\b|"
    r"(?:to|for|in|on)\b[^.;]{0,50}\b(?:this|the|our) (?:readme|(?:model )?card|paper|manuscript|"
    r"documentation|docs|website|"
    r"slides|logo|name|title|blog ?post|abstract|preprint)\b)"
)
"""How a sentence goes on behind what helped with the page, the name or the paper, and not with the work."""


def is_idea(text: str, at: int, end: int) -> bool:
    """Whether the sentence around a name only weighs something, or tells of help with the page itself.

    >>> is_idea("- maybe Reed-7B as next base? fine", 8, 15), is_idea("Tuned from Reed-7B.", 11, 18)
    (True, False)
    >>> is_idea("Teacher: Reed-7B?", 9, 16), is_idea("We asked Reed-7B to polish this README.", 9, 16)
    (True, True)
    """
    until = sentence_end(text, at)
    begins = _IDEA.match(text[sentence_start(text, at) : until]) is not None
    return begins or bool(_ASKED.match(text, end)) or bool(_OF_PAGE.match(text[end:until]))


def once(mention: Mention, text: str) -> Mention:
    """A mention as denied, where its sentence says that the thing was taken out again."""
    begin = sentence_start(text, mention.start)
    words = re.sub(r"\s+", " ", text[begin : sentence_end(text, mention.start)]).strip(" -*+")
    gone = mention.name in names_left_out(words)
    return replace(mention, negated=True) if gone else mention
