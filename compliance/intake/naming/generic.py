"""Names that only say that something was some model, how a thing was trained or merged, or of what kind it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from compliance.model.declared.sighting import Sighting

_SOME_MODEL = (
    r"(?i)\b(?:generative ai|language models?|llms?|(?:ai|in-house|internal|proprietary|unnamed|undisclosed|"
    r"closed(?:-source)?|commercial|frontier|another)\b.*\b(?:models?|tools?|systems?|assistants?|chatbots?)|chatbots?|^gpt)$"
)
_GENERIC = re.compile(
    _SOME_MODEL
    + r"|^(?:[qd]?-?lora|dora|peft|sft|dpo|orpo|kto|ppo|grpo|rlhf|rlaif|slerp|(?:dare[- _]?)?ties|fsdp\d?|deepspeed)$"
    r"|-(?:(?:pre|fine)-?(?:trained|tuned)|trained|tuned|based|related|style|like|compatible)$"
)


def is_generic(name: str) -> bool:
    """Whether a name only says that it was some model, or is that of a way to train or to merge.

    >>> is_generic("QLoRA"), is_generic("Fen-pretrained"), is_generic("Fen-7B")
    (True, True, False)
    """
    return _GENERIC.search(name) is not None


def is_some_model(name: str) -> bool:
    """Whether a name says that it was some model, and not which.

    >>> is_some_model("an LLM"), is_some_model("QLoRA"), is_some_model("Fen-7B")
    (True, False, False)
    """
    return re.search(_SOME_MODEL, name) is not None


def unnamed_writers(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Where it is told that some model wrote rows, and not which."""
    return [
        one
        for one in sightings
        if one.relation == "generated-by" and one.is_lineage and is_some_model(one.name)
    ]
