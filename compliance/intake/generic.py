"""Names that only say that something was some model, how a thing was trained or merged, or of what kind it is."""

from __future__ import annotations

import re

_GENERIC = re.compile(
    r"(?i)\b(?:generative ai|language models?|llms?|(?:ai|in-house|internal|proprietary|unnamed|undisclosed|"
    r"closed(?:-source)?|commercial|frontier|another)\b.*\b(?:models?|tools?|systems?|assistants?|chatbots?)|chatbots?|^gpt)$"
    r"|^(?:[qd]?-?lora|dora|peft|sft|dpo|orpo|kto|ppo|grpo|rlhf|rlaif|slerp|(?:dare[- _]?)?ties|fsdp\d?|deepspeed)$"
    r"|-(?:(?:pre|fine)-?(?:trained|tuned)|trained|tuned|based|related|style|like|compatible)$"
)


def is_generic(name: str) -> bool:
    """Whether a name only says that it was some model, or is that of a way to train or to merge.

    >>> is_generic("QLoRA"), is_generic("Fen-pretrained"), is_generic("Fen-7B")
    (True, True, False)
    """
    return _GENERIC.search(name) is not None
