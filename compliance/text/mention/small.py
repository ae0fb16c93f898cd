"""Known things that are written like common words, where the words beside say what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compliance.model.declared.sighting import Recognise
from compliance.text.mention.name import Name
from compliance.text.mention.patterns import lexicon

MOST_COMMON = 4
"""Fewer letters than that are a word of the language rather than a name in small letters."""
_SMALL = re.compile(
    r"\b(?:(?:(?:fine|pre|post)-?)?(?:train|tun)(?:ed|ing)\s+(?:\w+\s+){0,2}?(?:on|with|using|over)|"
    r"(?:pages|articles|passages|paragraphs|sentences|texts?|documents|collected|extracted|taken|sampled|drawn)\s+(?:from|of))"
    r"\s+(?:the\s+)?"
    r"(?P<name>[a-z][a-z\d_]{2,})(?=\s+(?:data ?sets?|corpus|train|training)\b|\s*(?:$|[,;.()]|and\b))"
)
"""A word in small letters on which a thing is said to be trained, or from which its rows come."""
_SMALL_MODEL = re.compile(
    r"\b(?i:fine-?tun(?:e|es|ed|ing)|tuned|based|built|dreambooth(?:ed)?|merge|merged|derived|distilled|lora|control-?net|"
    r"version|variant)"
    r"(?:\s+(?:version|model|variant|directly))?(?:\s+(?:of|on|upon|from|for|on\s+top\s+of|with))?(?:\s+(?:the|"
    r"base|original))?"
    r"\s+(?P<name>(?!(?:fine-?tun|tuned|merge|lora|version|variant))[a-z][a-z\d]{2,}(?:[ -][a-z\d][a-z\d.]*){0,3})"
)
"""Words in small letters that a thing is said to be a tune of: `a finetune of stable diffusion`."""
_SMALL_SERVICE = re.compile(
    r"\b(?i:(?:generated|created|made|produced|written|drawn|sampled|rendered)\s+(?:\w+ly\s+)?(?:by|with|in|"
    r"using|via|from)|"
    r"(?:images|pictures|outputs|art|artworks|samples|answers|texts|renders)\s+(?:from|of|by))\s+"
    r"(?P<name>[a-z][a-z\d.-]*[a-z\d](?: \d(?:\.\d)?)?)(?=\s*(?:$|[,;.()\n]|and\b))"
)
"""A word in small letters that is said to have made what the work was trained on: `images from midjourney`."""
_SMALL_BESIDE = re.compile(
    r"\b(?P<name>[a-z][a-z\d]{3,})(?=(?: base)? (?:data ?sets?|corpus|models?|classifiers?|checkpoints?)\b|"
    r"-based (?:filter|classif|data|model)\w*)"
)
"""A word in small letters before the noun that says what it is: `fasttext models`, `the popular alpaca dataset`."""


def in_small_letters(text: str, found: Sequence[Name], recognise: Recognise) -> list[Name]:
    """Known things that are written like common words, where the words beside say that they are data sets or bases."""
    taken = [(one.start, one.end) for one in found]
    made: list[Name] = []
    for one in _SMALL.finditer(text):
        start, end = one.span("name")
        if one["name"] in lexicon().alone | lexicon().describing or any(
            a < end and start < b for a, b in taken
        ):
            continue
        known = recognise(one["name"])
        if known is not None and known.kind == "dataset":
            made.append(Name(one["name"], start, end, known))
    for one in _SMALL_BESIDE.finditer(text):
        start, end = one.span("name")
        known = None if one["name"] in lexicon().alone | lexicon().describing else recognise(one["name"])
        if (
            known is not None
            and known.kind in ("model", "dataset")
            and not any(a < end and start < b for a, b in taken)
        ):
            made.append(Name(one["name"], start, end, known))
    for one in _SMALL_SERVICE.finditer(text):
        start, end = one.span("name")
        known = None if one["name"] in lexicon().alone else recognise(one["name"])
        hosted = known is not None and known.kind in ("service", "provider")
        if hosted and not any(a < end and start < b for a, b in taken):
            made.append(Name(one["name"], start, end, known))
    for one in _SMALL_MODEL.finditer(text):
        told = _longest_model(one["name"], recognise)
        start = one.start("name")
        if told and not any(a < start + len(told) and start < b for a, b in taken):
            made.append(Name(told, start, start + len(told), recognise(told)))
    return made


def _longest_model(words: str, recognise: Recognise) -> str:
    """As many of the words as are the name of a model that is known; empty where none are."""
    parts = list(re.finditer(r"[^ -]+", words))
    for last in reversed(parts):
        told = words[: last.end()].rstrip(".")
        if told in lexicon().alone | lexicon().describing or len(told) < MOST_COMMON:
            continue
        known = recognise(told)
        if known is not None and known.kind == "model":
            return told
    return ""
