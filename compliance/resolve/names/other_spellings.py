"""How else a name is written: brackets may hold a part of it, or how it was run; a point may be another sign.

Makers and papers put the member of a line into brackets: `FLUX.1 [dev]`, `Gemma 3 (4B)`. Leaderboards put there how
hard a model was let think: `GPT-5 (high)`. Where a name holds no points, `2_6` stands for 2.6. What is left is looked
up as a whole name; it is never taken for one that is like it.
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


_POINT = regex(r"(?<![\d._])(\d)\.(\d)(?![\d._])")
_NO_POINT = regex(r"(?<![\d._])(\d)_(\d)(?![\d._])")
"""A version or a size whose point stands as another sign where names hold none: `MiniCPM-V-2_6`, `OpenELM-1_1B`."""


def _with_points(name: str) -> Iterator[str]:
    """The name with the points of its versions written in the other way, where it has one."""
    for pattern, sign in ((_POINT, "_"), (_NO_POINT, ".")):
        if pattern.search(name):
            yield pattern.sub(rf"\1{sign}\2", name)


def otherwise(name: str, *, hosted: bool = False) -> Iterator[str]:
    """How else the same thing is called, for a name that is none as it stands; `hosted` says it is a service.

    >>> list(otherwise("FLUX.1 Kontext [dev]")), list(otherwise("o3 (high)"))
    (['FLUX.1 Kontext dev'], ['o3 high', 'o3'])
    >>> list(otherwise("Qwen family, size not said")), list(otherwise("GPT-5 (medium)", hosted=True))
    (['Qwen'], ['GPT-5 medium', 'GPT-5'])
    >>> list(otherwise("MiniCPM-V 2.6")), list(otherwise("InternVL3_5-8B"))
    (['MiniCPM-V 2_6'], ['InternVL3.5-8B'])
    """
    yield from _with_points(name)
    found = _BRACKET.fullmatch(name.strip())
    if found:
        yield " ".join(part for part in (found["head"], found["said"].strip(), found["rest"]) if part)
        said = " ".join(words(found["said"]))
        if not found["rest"] and (_HOW_RUN.fullmatch(said) or (hosted and said in _HOSTED)):
            yield found["head"]
    line = line_alone(name)
    if line:
        yield line
