"""Whom a title, a notice or a sentence calls the teacher of what goes out: “Opus-distilled”, “learned from o3”.

Many models go by words that mean other things as well. Beside a word of teaching they mean the model; alone they may
mean a poem, a wind or a work of music, and say nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator

from compliance.patterns import regex
from compliance.resolve.words.prose.telling import MODELS

_NAMED = rf"(?i:{MODELS}|llama|mistral|gemma|nemotron|hunyuan|minimax|doubao)"
_PROPER = r"Sonnet|Haiku|Opus|Fable|Nova|Phi|Command|GLM|Ernie|Jamba|Granite|Nemo|o[134](?:-(?:mini|pro))?"
_FAMILY = rf"(?:{_NAMED}|{_PROPER})"
_NO_PLACE = (
    r"(?![\w])(?!\s+(?!Pro|Max|Large|Medium|Small|Lite|Premier|Micro|Ultra|Mini|Instruct|Distill)[A-Z][a-z])"
)
_LOOSE = rf"(?:{_FAMILY}|(?i:sonnet|haiku|opus|fable|nova|phi|command|glm|ernie|jamba))"
_DISTILLED = r"(?i:distill?(?:ed|ation|s)?)"
_ARTICLE = (
    r"(?i:the\s+|an?\s+|our\s+)?(?i:(?:outputs?|answers|replies|traces|logits|completions)\s+(?:of|from)\s+)?"
)
_MAKER = r"(?:(?i:anthropic|openai|amazon|meta|microsoft|cohere|google)(?:['’]s)?\s+|(?i:claude)[\s-]+)?"
_TAUGHT = regex(
    rf"(?<!\w)({_LOOSE})[\s_-]+(?:\d+(?:\.\d+)?[\s_-]+)?{_DISTILLED}(?![a-z])"
    rf"|(?<!\w)({_FAMILY})(?:[\s_-]+\d+(?:\.\d+)?)?"
    r"(?:[_-](?i:taught|tutored|trained)|[\s_-]+(?i:traces|outputs|completions))(?![a-z])"
    rf"|(?<!\w){_DISTILLED}\s+(?i:from|by|out\s+of|with|of)\s+{_ARTICLE}{_MAKER}({_LOOSE}){_NO_PLACE}"
    rf"|(?<!\w)(?i:taught|tutored|coached|learn(?:ed|t|s|ing)?|imitat\w+|bootstrapped)\s+(?:(?i:by|from|with)\s+)?"
    rf"{_ARTICLE}{_MAKER}({_FAMILY}){_NO_PLACE}"
    rf"|(?<!\w)(?i:teachers?)(?:\s+(?i:is|was|are|were|model))*\s*:?\s+{_MAKER}({_FAMILY}){_NO_PLACE}"
    rf"|(?<!\w)({_FAMILY})\s+(?i:as)\s+(?i:(?:its|the|a|our)\s+)?(?i:teacher|tutor)(?![a-z])"
)
"""A model by its family's word, beside a word of teaching."""
_SOME = regex(
    r"(?<!\w)(?!(?i:self|co|re|un|pre|post|well|freshly|layer|step|task|knowledge|rank|triple|double|twice|steam|water"
    r"|vacuum|hand|slow)-)"
    r"((?:[A-Z]\w*|\w*\d\w*)-(?i:distill?ed|distillation))(?![a-z])"
    r"|(?<!\w)((?i:knowledge[\s-]distill?(?:ed|ation)))(?![a-z])"
    r"|(?<!\w)((?i:taught|tutored)\s+(?i:by)\s+(?i:an?|the|some|another)\s+(?i:(?:much\s+)?(?:bigger|larger|stronger"
    r"|frontier|hosted|closed|commercial|proprietary|big|large|strong))\s+(?i:models?|llms?|teachers?))(?![a-z])"
    r"|(?<!\w)((?i:distill?ed)\s+(?i:(?:language|chat|reasoning|small|tiny)\s+)?"
    r"(?i:model|tutor|student|assistant|reasoner|llm|checkpoint|chatbot))(?![a-z])"
)
"""Teaching by some model, which the words do not name, or name by a word that is known for nothing else."""


def teachers_in(clause: str) -> Iterator[str]:
    """Families of models that a clause calls the teacher of a thing.

    >>> list(teachers_in("Opus-distilled tutor")), list(teachers_in("a tutor that learned from o3"))
    (['Opus'], ['o3'])
    >>> list(teachers_in("Haiku for beginners")), list(teachers_in("learned from Nova Scotia's fishermen"))
    ([], [])
    """
    for found in _TAUGHT.finditer(clause):
        yield next(filter(None, found.groups()))


def taught_at_large(clause: str) -> Iterator[str]:
    """Words of a clause that tell of a teacher without saying which.

    >>> list(taught_at_large("R1-distilled tutor")), list(taught_at_large("faults of distillation columns"))
    (['R1-distilled'], [])
    """
    if next(teachers_in(clause), None) is None:
        for found in _SOME.finditer(clause):
            yield next(filter(None, found.groups()))
