"""Names of which a line only tells that somebody is thanked, that code is offered, or that a tool takes the work."""

from __future__ import annotations

import re

from compliance.acquire.page.markdown import Paragraph
from compliance.model.declared.sighting import Mention

_THANKS = re.compile(r"(?i)\W*(?:acknowledge?ments?|thanks?(?: to)?|special thanks|references|citations?)\W*")
"""Headings over those who are thanked or quoted."""
_OFFERS = re.compile(
    r"(?i)\W*(?:fine-?tun(?:e|ing)|training|lora)\s+(?:instructions?|scripts?|code|guides?|tutorials?|recipes?|"
    r"notebooks?|toolkits?|support|examples?|demos?|docs?|documentation)\b"
)
"""How a line goes on behind a thing that readers may tune."""
_TO_TUNE = re.compile(
    r"(?i)\b(?:code|scripts?|support|instructions?|guides?|tutorials?|recipes?|notebooks?)\s+(?:for|to|on)\b"
    r"[^.;]{0,50}\b(?:train|tun)\w*\s+(?:on|of|with)?\s*(?:the\s+)?$"
)
"""How words end that tell of code by which readers may tune the thing that follows."""
_TAKEN_IN = re.compile(
    r"(?i)\b(?:supported|available|featured)\s+(?:in|by|on|through|via)\s+(?:the\s+)?(?:official\s+)?$"
)
"""How words end before the tool or the place that takes the work."""
_HELPS = re.compile(
    r"(?i)\W{0,3}(?:,\s*(?:who|which)\s+)?(?:kindly\s+)?(?:assist(?:s|ed)?|help(?:s|ed)?|support(?:s|ed)?)\s+"
    r"(?:us\s+)?(?:in|with|to)\s+(?:the\s+)?(?:convert|conver[st]i|quanti|host|deploy|debug|port|releas)\w*"
)
"""How a line goes on behind somebody who helps to put the work out; who helps to write or to rate rows made them."""
_CODE_OF = re.compile(r"\s*기반(?:의)?\s*(?:학습|추론|서빙)?\s*(?:예제|코드|스크립트|데모|서비스|앱)")
"""How a line goes on behind a technique on which code rests."""
_TASK = re.compile(
    r"[TIVA]{1,2}2[TIVAM]|[A-Z]{0,4}FT|TTS|ASR|OCR|NER|VQA|LoRA|DPO|GRPO|RLHF|"
    r"(?:[Tt]ext|[Ss]peech|[Ii]mage|[Vv]ideo|[Aa]udio)-to-(?:[Tt]ext|[Ss]peech|[Ii]mage|[Vv]ideo|[Aa]udio)|[IEL][CD]50"
)
"""Words for what a model does or how it is trained, which name none."""
_AMOUNT = re.compile(r"[~≈]?\d[\d.,]*\s?[KMBTkmb万亿]?\+?")
"""How much there is, which no name is."""
_MEASURED = re.compile(
    r"(?i)\b(?:test(?:ing)?|evaluation|eval|validation|benchmark)\s+(?:data(?: ?sets?)?|sets?|splits?)\s*:?\s*$"
)
"""A label before what a thing was tested on."""
_SHELL = re.compile(r"(?i)(?:windows |the )?command (?:lines?|prompts?|palettes?)|power ?shell|terminal")
"""Where readers type commands, which is called like a family of models."""
_METHODS = re.compile(r".*\b[A-Z]{2,}s")
"""Several of a kind by their initials: how rows were computed, and by no one machine."""
_CLASS = re.compile(r"[A-Z]\w*(?:[a-z]|[A-Z]{2})(?:Tokenizer|Trainer|Optimizer|Collator)(?:Fast)?")
"""What a library calls the code that parts words or trains."""
_GIVEN_BY = re.compile(
    r"(?i)\b(?:contributed|donated|implemented|maintained|ported|packaged|uploaded|added) by\b"
)
"""Words before those who gave a piece of the work."""
_SAME_THING = re.compile(r"[\w.-]+/[\w.-]*\w\W{0,3}\s*\(\s*$")
"""How words end behind which stands in brackets what the thing of a hub before them is."""
_OF_PAGE = re.compile(
    r"(?i)\b(?:(?:the )?above|(?:the )?following|this|the)(?: \w+)? "
    r"(?:summary|read ?me|(?:model|data ?set) cards?|cards?|pages?|documentation|documents?|description)"
    r"(?: above| below)? (?:is|was|were|has been) (?:\w+ )?"
    r"(?:generated|written|drafted|created|produced|translated|made|compiled|summari[sz]ed)\b[^.]{0,60}$"
)
"""Words before what wrote the page itself, and no rows: `The above summary was generated using`."""
_OF_TITLE = re.compile(r"\s(?:of|for|the|with|via|from|in|to|through|and|by|on|are|is|as|at)\s")
LEAST_TITLE = 6
"""Words at least of a label that is the title of what was written."""
_SOFTWARE = re.compile(
    r"(?i)\b(?:tools?|librar(?:y|ies)|projects|repositor(?:y|ies)|repos|code ?bases?|frameworks?|packages?|software|"
    r"toolkits?|dependencies|stack)\b(?!\W+of\b)"
)
"""What a list of software speaks of."""
_CODE_BUILDS = re.compile(
    r"(?i)^\W*(?:(?:most|much|parts?|some) of )?(?:(?:the|our|this) )*(?:\w+ )?"
    r"(?:code|code ?base|implementation|repo(?:sitory)?|package|library|app(?:lication)?|interface)\b"
)
"""How words begin that tell on what code rests."""
_BUILT_WITH = re.compile(
    r"(?i)^\W*(?:(?:[\w-]+ ){1,3}is )?(?:built|powered|implemented|developed) (?:with|using|by)\W*$"
)
_OF_MODELS = re.compile(
    r"(?i)\b(?:models?|weights|checkpoints?|backbones?|data|data ?sets?|corpora|corpus|(?:train|tun|distil)\w*)\b"
)
NEAR = 120
"""Letters before a name that are looked at."""


def is_aside(mention: Mention, paragraph: Paragraph) -> bool:
    """Whether the words beside a name tell of no use of it for the work.

    Args:
        mention: The name, with what its sentence makes of it.
        paragraph: The paragraph in which it stands.
    """
    if any(one.fullmatch(mention.name) for one in (_TASK, _AMOUNT, _SHELL, _CLASS)):
        return True
    coined = mention.kind is None or mention.by_noun
    if coined and mention.relation == "generated-by" and _METHODS.fullmatch(mention.name):
        return True
    if mention.relation == "component" and _GIVEN_BY.search(mention.cue):
        return True
    if not mention.cue and any(map(_THANKS.fullmatch, paragraph.section.split(" / "))):
        return True
    before = paragraph.text[max(0, mention.start - NEAR) : mention.start]
    before = before.removesuffix("datasets/").removesuffix("hf.co/")
    behind = paragraph.text[mention.end : mention.end + NEAR]
    if _SAME_THING.search(before) and behind.startswith(")"):
        return True
    if _in_title(mention, paragraph):
        return True
    if _OF_PAGE.search(before) or _MEASURED.search(before) or _HELPS.match(behind):
        return True
    if mention.relation == "data":
        return False  # rows that readers may train on, or that lie somewhere, may have gone in all the same
    offered = _TO_TUNE.search(before) or _TAKEN_IN.search(before)
    return offered is not None or _OFFERS.match(behind) is not None or _CODE_OF.match(behind) is not None


def of_software(lead: str) -> bool:
    """Whether words before a list speak of code, and of no weights or rows: what they tell makes nothing a base.

    >>> of_software("Our code builds on these repositories:"), of_software("It builds on the following models:")
    (True, False)
    """
    if _OF_MODELS.search(lead):
        return False
    return any(one.search(lead) for one in (_SOFTWARE, _CODE_BUILDS, _BUILT_WITH))


def _in_title(mention: Mention, paragraph: Paragraph) -> bool:
    """Whether a name stands within the title of a paper or a page that a link leads to, and does not begin it."""
    for start, end in paragraph.linked:
        words = paragraph.text[start:end].strip()
        each = words.split()
        titled = len(each) >= LEAST_TITLE and 2 * sum(not one[0].islower() for one in each) > len(each)
        if start < mention.start < end and titled and _OF_TITLE.search(words):
            return bool(paragraph.text[start : mention.start].strip())
    return False
