"""What a name with a bracket means: the bracket may hold a part of the name, or how the thing was run.

Makers and papers put the member of a line into brackets: `FLUX.1 [dev]`, `Gemma 3 (4B)`. Leaderboards put there how
hard a model was let think: `GPT-5 (high)`. What is left is looked up as a whole name; it is never taken for one that is
like it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.model.words.spelling import words
from compliance.patterns import regex
from compliance.resolve.names.unspecified import line_alone

_BRACKET = regex(r"(?P<head>\S.*?)\s*[(\[](?P<said>[^()\[\]]+)[)\]]\s*(?P<rest>[^()\[\]]*)")
_HOW_RUN = regex(
    r"(?:(?:with |no |non |without |default |adaptive |extended |x ?high |high |medium |low |minimal |max )*"
    r"(?:\d+ k )?(?:nothinking|thinking|think|reasoning|effort)(?: (?:mode|on|off|effort|budget|enabled|disabled|\d+ k|"
    r"x ?high|high|medium|low|minimal|max))*|x ?high|high|low|minimal)",
    re.IGNORECASE,
)
"""How hard a model was let think. The words for sizes are none alone: `Mistral (medium)` is a member of a line."""
_HOSTED = frozenset({"medium", "none"})
"""What is such a word too for what is reached at its maker's, whose members these would have been before."""


def otherwise(name: str, *, hosted: bool = False) -> Iterator[str]:
    """How else the same thing is called, for a name that is none as it stands; `hosted` says it is a service.

    >>> list(otherwise("FLUX.1 Kontext [dev]")), list(otherwise("o3 (high)"))
    (['FLUX.1 Kontext dev'], ['o3 high', 'o3'])
    >>> list(otherwise("Qwen family, size not said")), list(otherwise("GPT-5 (medium)", hosted=True))
    (['Qwen'], ['GPT-5 medium', 'GPT-5'])
    """
    found = _BRACKET.fullmatch(name.strip())
    if found:
        yield " ".join(part for part in (found["head"], found["said"].strip(), found["rest"]) if part)
        said = " ".join(words(found["said"]))
        if not found["rest"] and (_HOW_RUN.fullmatch(said) or (hosted and said in _HOSTED)):
            yield found["head"]
    line = line_alone(name)
    if line:
        yield line
