"""Names that only say that something was some model, or how a thing was trained or merged."""

from __future__ import annotations

import re

_GENERIC = re.compile(
    r"(?i)\b(?:generative ai|language models?|llms?|(?:ai|in-house|internal|proprietary|unnamed|undisclosed|"
    r"closed(?:-source)?|commercial|frontier|another)\b.*\b(?:models?|tools?|systems?|assistants?|chatbots?)|chatbots?|^gpt)$"
    r"|^(?:[qd]?-?lora|dora|peft|sft|dpo|orpo|kto|ppo|grpo|rlhf|rlaif|slerp|(?:dare[- _]?)?ties|fsdp\d?|deepspeed)$"
)


def is_generic(name: str) -> bool:
    """Whether a name only says that it was some model, or is that of a way to train or to merge."""
    return _GENERIC.search(name) is not None
