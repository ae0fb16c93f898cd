"""Programs whose own name says that a model works in them: "Label Studio with GPT-4 backend", "Ivona voices"."""

from __future__ import annotations

import re

from compliance.patterns import regex
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.prose.mentioned import at_work, models_at_work

_OF_A_MODEL = regex(
    r"(?<![A-Za-z-])(?:AI|GenAI|LLMs?|NMT|TTS|ASR)(?![A-Za-z-])"
    r"|(?i:(?<![a-z])(?:neural|natural|premium|cloud|studio|hd|ai) (?:voices?|translat\w+|dubbing|transcri\w+"
    r"|captions?)"
    r"|(?<![a-z])\w+ voices(?![a-z])|(?<![a-z])(?:smart|magic|generative|auto) (?:write|edit\w*|design|studio|fill"
    r"|erase\w*|enhance\w*|expand"
    r"|suggest\w*|translate|captions?|transcri\w+|dubbing)|(?<![a-z])(?:podcast|voice|speech|photo|video) enhance\w*)"
)
"""Words of a program's name that tell of a model in it. Two capital letters are no word in small ones."""
_HANDS_ON = regex(
    r"(?<![a-z])(?:(?<!user )(?<!user-)(?<!build )(?<!build-)agents?|(?:ai|virtual|writing|coding|labell?ing|annotation"
    r"|translation|editing) assistants?|chat ?bots?|copilots?|prompt(?:er|ing)? (?:scripts?|runners?)|llm[\w-]*"
    r"|silly ?tavern|open ?-?web ?ui|libre ?chat|lobe ?chat|kobold(?:ai|cpp)?|oobabooga|text-generation-webui"
    r"|anything ?llm"
    r"|comfy ?ui|automatic1111|invoke ?ai|wordtune|msty|jan\.ai|big-?agi|character cards?)(?![a-z])",
    re.IGNORECASE,
)
"""Programs that hand on to a model what they are asked, by what they are or as they are known."""
_RUN_BY = regex(
    r"(?<=\S)\s+(?:scripts?|pipelines?|runners?|inference|batch(?:es)?|demo|notebooks?|jobs?|macros?)$",
    re.IGNORECASE,
)
"""What is put behind the name of a model where a program runs it."""
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
    named = any(at_work(program)) or any(models_at_work(program, names)) or _runs_by_name(program, names)
    return named or bool(_OF_A_MODEL.search(program) or _HANDS_ON.search(program))


def _runs_by_name(program: str, names: Names) -> bool:
    """Whether a program is called by a known model and a word for what runs it."""
    model = _RUN_BY.sub("", program)
    return model != program and names.model_entry(model) is not None
