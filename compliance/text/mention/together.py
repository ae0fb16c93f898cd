"""What names of one paragraph say of each other: parts beside a base, and what rivals were made from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from compliance.model.declared.sighting import Mention

_PART = re.compile(
    r"(?i)(?:^|/)(?:open|eva-?|bio|geo|long-?|meta)?(?:clip\b|clip[-_ ]?vit|siglip|internvit|dino|eva0?\d?\b|vit[-_ ]|"
    r"whisper|hubert|wav2vec|wavlm|beats\b|ast\b|encodec|mimi\b|dac\b|snac\b|hifi-?gan|vocos|convnext|resnet|swin|"
    r"sam\b|q-?former|imagebind|languagebind|speechtokenizer|perception[-_ ]encoder)"
)
"""How models are named that give others their inputs or outputs: towers of pictures and sound, codecs, vocoders."""
_SPEAKS = re.compile(
    r"(?i)(?:^|/|\b)(?:meta-)?(?:llama|vicuna|qwen|mistral|mixtral|gemma|phi-?\d|opt-|falcon|internlm|minicpm|yi-|tinyllama|"
    r"smollm|glm|chatglm|baichuan|deepseek|bloom|mpt|olmo|pythia|gpt-?(?:2|j|neo)|flan-?t5|zephyr|granite|helium|"
    r"stablelm|hermes|command-r|solar|nemotron|mamba|rwkv)"
)
"""How models of language are named, on which such a work is built."""
_MADE_ON = re.compile(
    r"\W*(?:model |checkpoint |encoder )?(?:which |that |itself )?(?:was |were |is |are |has been |had been |also )?"
    r"(?:heavily |further |already |originally )?(?:(?:pre-?|fine-?|post-?)?(?:trained|tuned)|distilled|fed|trains?|"
    r"learnt|learned|saw|seen|had seen|has seen|uses?|used|relie[sd])\b[^.;:!?]{0,40}?",
    re.IGNORECASE,
)
"""What a sentence goes on with behind a name to tell from what rows that one was made."""
_JOINS = re.compile(r"[\s,/&+`*'\"]*(?:and|or|plus)?[\s`*'\"]*(?:the )?")
_RIVAL = ("compared-with", "evaluated-against")
_FED = ("data", "generated-by")


def settled(text: str, found: Sequence[Mention]) -> list[Mention]:
    """The mentions of a paragraph, where one of them decides what another was for.

    A tower for pictures that is named as a base beside a model of language is a part of the work, and that model its
    base; what a rival was trained on went into no work but the rival's.
    """
    return _of_rivals(text, _parts(found))


def _parts(found: Sequence[Mention]) -> list[Mention]:
    speaks = any(one.relation == "base" and not one.negated and _SPEAKS.search(one.name) for one in found)
    return [
        replace(one, relation="component")
        if speaks and one.relation == "base" and _PART.search(one.name) and not _SPEAKS.search(one.name)
        else one
        for one in found
    ]


def _of_rivals(text: str, found: Sequence[Mention]) -> list[Mention]:
    made: list[Mention] = []
    rival = False
    """Whether what comes next, as far as it only goes on a list, is what a rival was made from."""
    for one in found:
        before = made[-1] if made else None
        between = text[before.end : one.start] if before is not None else ""
        if before is None or not (rival and _JOINS.fullmatch(between)):
            rival = before is not None and before.relation in _RIVAL and bool(_MADE_ON.fullmatch(between))
        made.append(replace(one, relation="none", cue="") if rival and one.relation in _FED else one)
    return made
