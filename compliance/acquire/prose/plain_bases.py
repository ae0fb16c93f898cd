"""Models that plain words make the base of the work where the grammar finds none: `This is a NAME model trained on`."""

from __future__ import annotations

import re

from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.page.sentences import sentence_start
from compliance.model.declared.sighting import Mention

_ADDRESS = r"(?:hf\.co/)?"
_IS_ONE = re.compile(
    r"(?i)\W*(?:this|here|it|ours?|the model|this model|this repo\w*)\s+(?:is|contains|provides|hosts)\s+"
    r"(?:(?:an?|the)\s+)?"
    rf"(?:(?:fine-?tuned|adapted|quantized|small|large|multilingual|monolingual)\s+)*{_ADDRESS}$"
)
_TUNED_BEHIND = re.compile(
    r"(?i)\s++(?:(?:base|chat|instruct|instruction|language|vision|code|text|embedding|diffusion|reward)\s++){0,2}"
    r"(?:models?|checkpoints?|weights)?,?\s*+(?:that|which)?\s*+(?:was|is|has been)?\s*+"
    r"(?:further\s++)?(?:pre-?|fine-?)?(?:trained|tuned|adapted)\s++(?:on|with|using|for|to)\b"
)
"""How a sentence goes on behind a model that was tuned. A run of blanks is taken whole, or it costs its cube."""
_USES = re.compile(
    rf"(?i)(?:^|[.;]\s*)\W*(?:it\s+|this model\s+|the model\s+|we\s+)?uses?\s+the\s+{_ADDRESS}$"
)
_RUNS_ON = re.compile(
    rf"(?i)\W*(?:this|the) (?:model|checkpoint|release)\s+(?:uses|builds on|extends)\s+{_ADDRESS}$"
)
_ALONE = re.compile(r"\W{0,3}\s*(?:,|\.(?:\s|$)|and (?:a|an|the|adds)\b|with (?:a|an)\b)")
"""How a sentence goes on behind a model of which not only a part or the form is used."""
_MODEL = re.compile(r"(?i)\s+(?:base\s+)?(?:model|checkpoint|weights)\b(?!\s+(?:as|for|to)\b)")
_CORE = re.compile(
    r"(?i)\s+(?:model\s+)?as\s+(?:an?|the|its|our|their)?\s*(?:\w+\s+)?"
    r"(?:core|base|basis|backbone|foundation|starting[ -]point|initiali[sz]ation|init)\b"
)
_TAKES = re.compile(
    rf"(?i)\b(?:using|uses?|used|with|takes?|took|taking|adopts?|adopting|from|employs?|on)\s+(?:the\s+)?{_ADDRESS}$"
)
_JOINS = re.compile(
    r"(?i)\b(?:join(?:s|ed|ing)?|connect(?:s|ed|ing)?|coupl(?:es?|ed|ing)|link(?:s|ed|ing)?|bridg(?:es?|ed|ing)|"
    r"attach(?:es|ed|ing)?|pair(?:s|ed|ing)?|combin(?:es?|ed|ing)|stitch(?:es|ed|ing)?|map(?:s|ped|ping)?)\s[^.;]{0,60}"
    rf"\b(?:encoders?|towers?|vits?|features|tokens)\s+(?:to|into|onto|with|and)\s+(?:the\s+|an?\s+)?{_ADDRESS}$"
)
"""How words end before the model that what sees or hears is joined to."""
_ANY = re.compile(r"(?=\W|$)")
_NOT = re.compile(
    r"(?i)\b(?:not|never|without|instead of|unlike|than|compar\w+|could|can|may|might|you|if)\b"
)
"""Words of a sentence that denies, compares, or tells what readers may do."""


def plain_base(mention: Mention, paragraph: Paragraph) -> str:
    """The words by which a model is the base of the work; empty where none say so.

    Args:
        mention: The name, of which no words were found that say what it was for.
        paragraph: The paragraph in which it stands.
    """
    if mention.relation not in ("base", "none") or mention.cue or mention.negated:
        return ""
    if mention.kind == "dataset" or (mention.kind is None and "/" not in mention.name):
        return ""
    text = paragraph.text
    before = text[sentence_start(text, mention.start) : mention.start]
    if _NOT.search(before):
        return ""
    for opens, goes_on in (
        (_IS_ONE, _TUNED_BEHIND),
        (_USES, _MODEL),
        (_RUNS_ON, _ALONE),
        (_TAKES, _CORE),
        (_JOINS, _ANY),
    ):
        one, other = opens.search(before), goes_on.match(text, mention.end)
        if one and other:
            return f"{one[0].removesuffix('hf.co/').strip(' -*.;')} … {' '.join(other[0].split())}"
    return ""
