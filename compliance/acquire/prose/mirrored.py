"""Sets that a page tells to be copied, kept or handed on by those who made the work: `trained on a mirror of X`."""

from __future__ import annotations

from dataclasses import replace

from compliance.acquire.page.sentences import sentence_start
from compliance.model.declared.sighting import Mention
from compliance.patterns import regex

_COPY = regex(
    r"(?i)\b(?:mirrors?|copy|copies|clone|snapshot|dump|re-?uploads?|re-?packag(?:ed|ing)(?: version)?|"
    r"re-?host(?:ed|ing)(?: version)?)\s+of\s+(?:the\s+)?[\"'“‘`*_]*$"
)
"""How words end that take a copy of what stands behind them."""
_OF_OURS = regex(
    r"(?i)\b(?:trained|tuned|train|tune|learned|built|based|taken|drawn|loaded|read|sampled)\b[^.;]*"
    r"\b(?:on|from|with|using)\b|\b(?:we|our|ours)\b"
)
"""Words of a sentence that speaks of what went in, or of what its writers do."""
_TRAINED_ON = regex(
    r"(?i)\b(?:train|tun)(?:ed|e)?\b[^.;]*\bon\s+(?:an?|our|the)\s+(?:[\w-]+\s+)?[\w-]+\s+of\b[^.;]*$"
)
"""Words that tell of rows whatever is likely of a name."""
_OF_OTHERS = regex(
    r"(?i)\b(?:evaluat\w*|test(?:ed|ing)?|benchmark\w*|compar\w*|not|never|no|instead of|model|weights|checkpoints?)\b"
)
"""Words of a sentence that speaks of something else, or of weights."""


def mirrored(mention: Mention, text: str) -> Mention:
    """A name of which a sentence says nothing but that the work's makers use or keep a copy, as rows that went in."""
    if mention.cue or mention.negated:
        return mention
    before = text[sentence_start(text, mention.start) : mention.start]
    if mention.relation != "none" and not _TRAINED_ON.search(before):
        return mention
    if not _COPY.search(before) or not _OF_OURS.search(before) or _OF_OTHERS.search(before):
        return mention
    return replace(mention, relation="data", cue="copy of §name§", kind="dataset")
