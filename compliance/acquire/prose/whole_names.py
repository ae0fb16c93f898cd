"""What stands right beside a name and changes what it is: more of the name, a noun for something that is no thing."""

from __future__ import annotations

import re
from dataclasses import replace

from compliance.model.declared.sighting import Mention
from compliance.model.words.machines import is_machine

_MORE = re.compile(
    r"(?:\s+(?:Corpus|Corpora|Database|Data ?[Ss]et|Data ?[Bb]ank|Bank|Archive|Collection|Treebank|Library|"
    r"Repository))+"
    r"(?:\s+v?\d+(?:\.\d+)*(?![\w.]*\w|%))?"
)
"""The last words of a name of several that says by them what it is: `Fen Parallel` is `Fen Parallel Corpus v1.0`."""
_NO_THING = re.compile(
    r"\s+(?:\w+\s+)?(?:taxonom(?:y|ies)|guidelines?|schema|schemes?|standards?|protocols?|principles|specification|"
    r"ontology|papers?|methodology|methods?|algorithms?|rig|licen[cs]e|policy|policies|constitution)\b"
)
"""Nouns behind a name that make it one of rules, words or a way of working."""
_PREPRINT = re.compile(r"(?i)\s+pre-?prints?\b")
_LIES_THERE = re.compile(
    r"(?i)\b(?:checkpoints?|weights|models?|files|adapters?)\s+(?:(?:is|are|was|were|can be)\s+)?(?:\w+ly\s+)?"
    r"(?:available|hosted|released|uploaded|found|shared|published|stored)\s+(?:in|on|at|from|under|here:?)\s+"
    r"(?:the\s+)?(?:hf|hugging ?face)?\s*(?:hf\.co/)?$"
)
"""How words end that say where the work's own weights lie."""
_TO_COME = re.compile(r"(?i)\b(?:next|future|upcoming|coming)\s+versions?\s+of\s+(?:the\s+)?$")
_BASE_FOR = re.compile(r"(?i)\bbase(?:\s+model)?\s+for\s+(?:the\s+|our\s+)?$")
"""How words end that say of another model that what follows was made from it."""
_BASED_ON = re.compile(r"(?i)\b(?:is|was)\s+(?:based|built)\s+(?:up)?on\s+(?:the\s+)?[`\"“]?$")
_CALLED_SO = re.compile(
    r"(?i)\b(?:pre-?|fine-?)?trained\s+(?:\w+\s+){0,2}on\s+(?:[\w-]+\s+){0,5}(?:data ?set|corpus|collection)\s*\(\s*$"
)
"""How words end that tell of rows on which a thing was trained, before a bracket that says how these are called."""
MOST_BEFORE = 120


def as_it_stands(mention: Mention, text: str) -> Mention:
    """A mention with what the words right before and behind it make of it.

    Args:
        mention: The name, with what its sentence makes of it.
        text: The paragraph in which it stands.
    """
    mention = _whole(mention, text)
    before = text[max(0, mention.start - MOST_BEFORE) : mention.start]
    if mention.relation == "own-release" and mention.kind == "model" and (said := _BASED_ON.search(before)):
        return replace(mention, relation="base", cue=f"{' '.join(said[0].split()).strip('`“ ')} …")
    if mention.relation == "base":
        coined = mention.by_noun or mention.kind is None
        away = _LIES_THERE.search(before) or _TO_COME.search(before) or _BASE_FOR.search(before)
        if away or (coined and _NO_THING.match(text, mention.end)):
            return replace(mention, relation="none", cue="")
    if (
        mention.relation == "generated-by"
        and mention.kind != "service"
        and (said := _CALLED_SO.search(before))
    ):
        return replace(mention, relation="data", cue=" ".join(said[0].split()).strip("( "))
    if mention.relation == "data" and (_PREPRINT.match(text, mention.end) or _are_machines(mention.name)):
        return replace(mention, relation="none", cue="")
    return mention


def _are_machines(name: str) -> bool:
    return all(is_machine(part) for part in name.split("/"))


def _whole(mention: Mention, text: str) -> Mention:
    """The name with the nouns that are a part of it, where it has several words and nothing knows it."""
    more = _MORE.match(text, mention.end) if mention.by_noun and " " in mention.name else None
    if more is None:
        return mention
    return replace(mention, name=f"{mention.name} {' '.join(more[0].split())}", end=more.end())
