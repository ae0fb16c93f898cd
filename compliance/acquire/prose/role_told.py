"""Models that a sentence tells to be parts of the work: `used A and B as the backbones`, `uses A, a speech encoder`."""

from __future__ import annotations

import re

from compliance.model.declared.sighting import Mention, MentionRelation

_TAKES = re.compile(
    r"(?i)\b(?:us(?:e[sd]?|ing)|adopt(?:s|ed|ing)?|employ(?:s|ed|ing)?|leverag(?:e[sd]?|ing)|tak(?:e|es|ing)|"
    r"utili[sz](?:e[sd]?|ing)|cho(?:ose|se)|with)\s+(?:(?:the|a|an|frozen|off-the-shelf|pre-?trained|either|both)\s+)*"
    r"(?:hf\.co/)?(?:[A-Z][\w./-]*(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+or\s+|\s*/\s*))*(?:hf\.co/)?$"
)
"""Words before the first of the models that are taken, and the others of their row."""
_WORDS = (
    r"(?:back-?bones?|encoders?|decoders?|towers?|vocoders?|tokeni[sz]ers?|auto-?encoders?|vaes?|llms?|"
    r"(?:language|vision|text|audio|speech|visual) models?)"
)
_STARTS = r"(?:base(?: models?)?|initiali[sz]ations?|starting points?|initial (?:weights|checkpoints?)|foundations?)"
_SENSE = r"(?:(?!evaluation\b|baseline\b|judge\b|reference\b)[\w-]+\s+){0,3}?"
_AS = re.compile(
    r"(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+or\s+|\s*/\s*)(?:hf\.co/)?[A-Z][\w./-]*)*"
    rf"\s+as\s+(?:the|our|its|an?)\s+{_SENSE}(?P<what>(?i:{_STARTS}|{_WORDS}))(?![\w-]|\s+(?:initial|start))"
)
"""How a sentence goes on behind such a model, where it says as what it is taken."""
_BEING = re.compile(rf"\s*,\s+an?\s+{_SENSE}(?P<what>(?i:{_WORDS}))(?![\w-])")
"""The same where a remark says what it is."""
_START = re.compile(f"(?i){_STARTS}")
_OTHERS = re.compile(
    r"(?i)\b(?:you|users?|can|could|may|might|unlike|instead of|rather than|whereas|baselines?|their|prior|previous)\b"
)
"""Words of a sentence that tells of what others do or may do."""


def role_told(mention: Mention, text: str) -> tuple[MentionRelation, str] | None:
    """As what a sentence says that a model was taken for the work, and the words that say so.

    Args:
        mention: A name, with what its sentence makes of it.
        text: The paragraph in which it stands.

    >>> words = "We used FenNet and ReedViT as the vision backbones."
    >>> role_told(Mention("ReedViT", 19, 26, "data"), words)
    ('component', 'as the vision backbones')
    """
    if mention.kind in ("dataset", "provider", "service") or mention.negated:
        return None
    begins = max(text.rfind(sign, 0, mention.start) for sign in (". ", "! ", "\n", "; ")) + 1
    before = text[begins : mention.start]
    if not _TAKES.search(before) or _OTHERS.search(before):
        return None
    told = _AS.match(text, mention.end) or _BEING.match(text, mention.end)
    if told is None:
        return None
    words = " ".join(told[0].rpartition(" as ")[2].split()) if " as " in told[0] else told["what"]
    relation: MentionRelation = "base" if _START.fullmatch(told["what"]) else "component"
    return relation, f"as {words}" if " as " in told[0] else f"…, {words}"
