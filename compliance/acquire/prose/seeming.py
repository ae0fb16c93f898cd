"""Names beside words that only look like making: a form, a task, what came of the work, the people behind it."""

from __future__ import annotations

import re

from compliance.acquire.page.markdown import Paragraph
from compliance.acquire.page.sentences import sentence_start
from compliance.model.declared.sighting import Mention

_TEMPLATE = re.compile(
    r"(?i)\b(?:prompt(?:ing)?|chat|instruct(?:ion)?|conversation|dialogue?)[ -]"
    r"(?:templates?|formats?|styles?|syntax|presets?)"
    r"\W*(?:(?:is|are|was|follows|uses)\W+)?(?:the\W+)?$"
)
"""Words before the form in which readers are to write."""
_SUPPORT = re.compile(r"(?i)\bsupport(?:s|ed|ing)?\s+(?:of|for)\s+(?:the\s+)?(?:[\w.-]+\s*(?:,|and|or)\s+)*$")
_TASK = re.compile(
    r"(?i).*\b(?:modell?ing|prediction|encoding|matching|denoising|optimi[sz]ation|regulari[sz]ation|regression|"
    r"tokeni[sz]ation|quanti[sz]ation|augmentation|infilling|attention|embeddings?)"
)
"""What only a task, a loss or a method is called."""
_IS_TASK = re.compile(
    r"(?i)\W*(?:\([^()]{1,20}\)\s*)?(?:tasks?|objectives?|loss(?:es)?|algorithms?|methods?|techniques?|tokeni[sz]ers?)\b"
)
_OUTCOME = re.compile(
    r"(?i)\bus(?:e|ed|es|ing)\s+(?:this|the|our)\s+(?:\w+\s+)?(?:classifier|model|checkpoint|tagger|scorer|embedder|detector)\s+"
    r"(?:to|for)\s+(?:build|creat|filter|curat|annotat|label|construct|produc|generat)\w*\s+(?:the\s+)?(?:hf\.co/(?:datasets/)?)?$"
)
"""Words before what came of the work."""
_OFFERED = re.compile(
    r"(?i)\b(?:we|i)\s+(?:(?:currently|also|now|already|additionally|further|have|will|plan to)\s+)*"
    r"(?:have|offer|provide|release|released|train|trained|host)\s+(?:an?|another|other|several|more)\s+"
    r"(?:[\w-]+\s+){0,3}(?:models?|versions?|variants?|adapters?|loras?|checkpoints?)\s+"
    r"(?:(?:also|that is|which is)\s+)?(?:based|built|trained|tuned|fine-?tuned)\s+(?:up)?on\s+(?:the\s+)?(?:hf\.co/)?$"
)
"""Words before what another thing of the same makers is built on."""
_DOWNSTREAM = re.compile(r"(?i)\b(?:down-?stream|various|many|several|end)\s+(?:\w+\s+)?tasks?\b[^;]*$")
"""Words before examples of what the work can be put to."""
_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*/[a-z]+(?:-[a-z]+)*")
_LED = re.compile(r"(?i)(?:\b(?:model|data ?set|from|of|on|checkpoint|upon)|:)\W*$")
"""Words behind which a thing of a hub stands."""
_ENDS = re.compile(r"\W*\.")
"""A sentence that holds nothing else: the end of a reference."""
_SITE = re.compile(r"(?i)(?:arxiv|paper|github|blog|colab|spaces?|demo)")
_PEOPLE = re.compile(r"(?:^|,|\band)\s*(?:[A-Z][\w.'’-]+\s+)?$")
_SURNAME = re.compile(r"(?:\s+[A-Z][\w'’-]+)?\s*(?:,|\band\b|$)")
_FIRST_NAME = re.compile(
    r"\s[A-Z][a-z'’-]+(?:,?\s+(?:and\s+)?[A-Z][a-z'’-]+\s(?:[A-Z]\.\s?)*[A-Z][a-z'’-]+){2}"
)
"""How a line goes on behind the first name of the first of several people: `Fen Reed, Ines M. Heron and Ada Marsh`."""
_BY_SOMEBODY = re.compile(r"\bby\b[^.;:]{0,60}?(?:[A-Z][a-z'’-]+\s+){2,3}\(\W*$")
"""Words before the account of a person who is named just before it: `trained by Fen Reed (fenreed/marsh)`."""
_SOME_MODEL = re.compile(
    r"(?i)(?:an?\s+)?(?:(?:large )?language models?|llms?|ai (?:assistants?|models?|systems?)|chatbots?)"
)
"""Words for some model, which tell of one that wrote only where a sentence says so."""
LEAST_PEOPLE = 3
"""Commas at least of a line that lists people."""


def only_seems(mention: Mention, paragraph: Paragraph) -> bool:
    """Whether words that look like making tell of none: of a form, a task, what came of the work, who made it.

    Args:
        mention: The name, with what its sentence makes of it.
        paragraph: The paragraph in which it stands.
    """
    if mention.relation in ("none", "own-release"):
        return False
    text = paragraph.text
    before, behind = text[sentence_start(text, mention.start) : mention.start], text[mention.end :]
    coined = "/" not in mention.name and (mention.kind is None or mention.by_noun)
    if coined and (_TASK.fullmatch(mention.name) or (mention.relation != "data" and _IS_TASK.match(behind))):
        return True
    if mention.relation == "generated-by" and (
        _SUPPORT.search(before) or _is_person(mention, before, behind)
    ):
        return True
    if _is_somebody_or_anything(mention, before, behind):
        return True
    if any(one.search(before) for one in (_TEMPLATE, _OUTCOME, _OFFERED)):
        return True
    if _is_a_pair_of_words(mention, paragraph, before):
        return True
    if mention.cue:
        return False
    if mention.name.lower() == "arxiv" and not paragraph.is_item and _ENDS.fullmatch(before + behind[:1]):
        return True
    bracketed = before.rstrip().endswith(("(", "[")) and behind.lstrip()[:1] in (")", "]")
    return (bracketed and _SITE.fullmatch(mention.name) is not None) or _DOWNSTREAM.search(before) is not None


def _is_somebody_or_anything(mention: Mention, before: str, behind: str) -> bool:
    """Whether it is a first name or an account of people who are named, or only words for some model."""
    first_name = mention.kind in (None, "model") and mention.name.isalpha() and before.endswith("by ")
    if first_name and _FIRST_NAME.match(behind):
        return True
    if mention.kind is None and _BY_SOMEBODY.search(before) and behind.lstrip()[:1] == ")":
        return True
    return not mention.cue and _SOME_MODEL.fullmatch(mention.name) is not None


def _is_a_pair_of_words(mention: Mention, paragraph: Paragraph, before: str) -> bool:
    """Whether a name of a hub is only two plain words with a stroke between, which nothing links or marks."""
    if (
        mention.kind is not None
        or not _WORDS.fullmatch(mention.name)
        or before.endswith(("hf.co/", "`", "/"))
    ):
        return False
    behind = paragraph.text[mention.end :]
    # Signs of markup are read as blanks: what was linked or set as code has one more on a side.
    marked = not before.strip() or before.endswith("  ") or behind.startswith("  ")
    return not marked and _LED.search(before) is None


def _is_person(mention: Mention, before: str, behind: str) -> bool:
    """Whether a name is a part of one of several people's who are listed."""
    listed = before.count(",") + behind.count(",") >= LEAST_PEOPLE
    within = _PEOPLE.search(before) is not None and _SURNAME.match(behind) is not None
    return not mention.cue and listed and within and mention.name.isalpha()
