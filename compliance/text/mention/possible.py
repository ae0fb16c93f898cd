"""Whether a clause speaks of what can be done with a name, not of what was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compliance.text.mention.denial import REACH
from compliance.text.mention.patterns import lexicon

_SPOKEN_TO = frozenset({"have", "'ve", "’ve", "had", "are", "were", "'re", "’re"})
"""Verbs behind “you” by which somebody tells makers what they did: `you have trained it on NAME`."""
_SUPPOSED = frozenset({"if", "when", "whenever", "once", "after", "before", "until", "unless", "as", "whether", "where",
                       "that", "which", "sure", "case", "while"})  # fmt: skip
"""Words before it by which that is only supposed, or is the reader's own work."""
_NOTES = frozenset(
    {"note", "noted", "mention", "mentioned", "say", "said", "know", "remember", "aware", "stress", "add"}
)
"""Verbs after which a sentence tells what is so: `we should note that …`."""
_FINDS = frozenset(
    {"find", "download", "see", "get", "access", "browse", "inspect", "view", "read", "load", "obtain"}
)
"""What readers can do with a thing as it is."""
_DATED = frozenset(
    {"in", "between", "since", "until", "till", "of", "from", "through", "early", "mid", "late", "by"}
)
"""Words before a month."""
_PARTICIPLE = re.compile(r"\w+(?:ed|ing)|built|made|taken|chosen|written|found|run|got")
_CAN = ("can", "could", "may", "might", "will", "would")


def only_possible(tokens: Sequence[str], where: int) -> bool:
    """Whether the clause of a name speaks of what can be done, not of what was."""
    words = lexicon()
    for at in range(where - 1, max(-1, where - REACH), -1):
        if tokens[at] in words.stops - words.modal or tokens[at] in ("was", "were"):
            return False
        if tokens[at + 1 : at + 3] == ["be", "found"] or (tokens[at] == "may" and _is_year(tokens[at + 1])):
            continue  # where a thing lies, and a month, say nothing of what may be done
        if tokens[at : at + 2] == ["would", "like"] and tokens[at - 1 : at] in (["we"], ["i"]):
            continue  # who would like to say a thing says it
        if _tells_makers(tokens, at) or _leads_to_fact(tokens, at, where):
            continue
        if tokens[at - 1 : at + 1] == ["this", "your"]:
            continue  # a slip of the pen for “this is”, in a template that many cards were made from
        if tokens[at] in words.modal:
            return tokens[at - 1 : at + 1] not in (["we", "can"], ["we", "could"])
    return any(
        tokens[at] in _CAN and not (tokens[at] == "may" and tokens[at - 1] in _DATED)
        for at in range(where + 1, min(where + 3, len(tokens)))
    )


def _tells_makers(tokens: Sequence[str], at: int) -> bool:
    """Whether “you” at a position means the makers of the work, and the clause what they did: `you have tuned`."""
    if tokens[at] not in ("you", "you've", "you're") or not _SUPPOSED.isdisjoint(tokens[max(0, at - 2) : at]):
        return False
    verbs = list(tokens[at + 1 : at + 4]) if tokens[at] == "you" else ["have", *tokens[at + 1 : at + 3]]
    return (
        verbs[:1] != []
        and verbs[0] in _SPOKEN_TO
        and any(_PARTICIPLE.fullmatch(word) is not None for word in verbs[1:])
    )


def _leads_to_fact(tokens: Sequence[str], at: int, where: int) -> bool:
    """Whether what can be done is only to find or to note what was made: `you can find the rows written by NAME`."""
    behind, between = tokens[at + 1 : at + 4], tokens[at + 1 : where]
    if not _NOTES.isdisjoint(behind):
        return "that" in between
    made = lexicon().classes["made"]
    return not _FINDS.isdisjoint(behind) and any(
        word in made and word.endswith(("ed", "en")) for word in between
    )


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()
