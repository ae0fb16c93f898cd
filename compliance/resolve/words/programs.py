"""Programs whose own name says that a model works in them: "Label Studio with GPT-4 backend", "Ivona voices"."""

from __future__ import annotations

import re

from compliance.patterns import regex
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.mentioned import at_work, models_at_work

_OF_A_MODEL = regex(
    r"(?<![A-Za-z-])(?:AI|GenAI|LLMs?|NMT|TTS|ASR)(?![A-Za-z-])"
    r"|(?i:(?<![a-z])(?:neural|natural|premium|cloud|studio|hd|ai) (?:voices?|translat\w+|dubbing|transcri\w+"
    r"|captions?)"
    r"|(?<![a-z])\w+ voices(?![a-z])|(?<![a-z])(?:smart|magic|generative|auto) (?:write|edit\w*|design|studio|fill"
    r"|erase\w*|enhance\w*|expand"
    r"|suggest\w*|translate|captions?|transcri\w+|dubbing)|(?<![a-z])(?:podcast|voice|speech|photo|video) enhance\w*)"
)
"""Words of a program's name that tell of a model in it. Two capital letters are no word in small ones."""
_ONLY_HOLDS = regex(
    r"(?<![a-z])(?:tokeni[sz]ers?|parsers?|formats?|clients?|sdk|schemas?|counters?|utils|loaders?|evals?|datasets?"
    r"|explorer|viewer|licen[cs]es?|lab|labs|platform|toolkit|tools)(?![a-z])",
    re.IGNORECASE,
)
"""What is called after a model, or by those who work on some, and asks none."""


def calls_by_name(program: str, names: Names) -> bool:
    """Whether a program's name says that it hands on what it is asked to some model."""
    if _ONLY_HOLDS.search(program):
        return False
    named = any(at_work(program)) or any(models_at_work(program, names))
    return named or _OF_A_MODEL.search(program) is not None
