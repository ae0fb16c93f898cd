"""What a name is by the label that it stands under: `Judge: NAME`, `| Text encoder | NAME |`, `NAME (teacher)`."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

from compliance.text.mention.frames import frames, nouns
from compliance.text.mention.patterns import NAME, lexicon

_SIGNS = frozenset({":", "=", "|", "("})
"""What parts a label from the name that it is a label of."""
_MARKS = frozenset("`*_\"'“”[]")
_ARTICLES = frozenset({"the", "a", "an", "our", "base", "frozen", "pretrained", "pre-trained"})
_BOUNDS = frozenset({".", ";", "|", ",", "(", ")", "→", "->", ":", "–", "—", "•", "!", "?", "and", "=", NAME})
"""Where a label begins at the latest."""
_NEUTRAL = frozenset(
    {"model", "models", "llm", "llms", "network", "checkpoint", "checkpoints", "system", "systems", "side", "used",
     "name", "names", "type", "weights", "s"}
)  # fmt: skip
"""Heads that say no more than that something follows; the words before them say what."""
_TURNS = frozenset({"of", "for", "by", "in", "from", "with"})
"""Behind these a label only says whose it is: `source of prompts`."""
_LONGEST = 5
_DEEDS = {"make": "generated-by", "judge": "judged-by", "filter": "filtered-by"}
"""Who is named beside a deed did it, by the class of its verb."""
_CELL = re.compile(r"[a-z][a-z/-]*")


@functools.cache
def _table() -> Mapping[str, str]:
    return nouns(frames().labels)


def labelled(tokens: Sequence[str], where: int) -> tuple[str, str] | None:
    """The relation that a label gives to the name at a position, and the label; None where it has none."""
    if tokens[where + 1 : where + 2] in (["like"], ["style"], ["-"], ["-like"], ["-style"]):
        return None  # what is only alike is not what the label is of
    return _before(tokens, where) or _behind(tokens, where)


def _before(tokens: Sequence[str], where: int) -> tuple[str, str] | None:
    """The same for a label before the name."""
    at = where - 1
    while at >= 0 and (tokens[at] in _MARKS or tokens[at] in _ARTICLES):
        at -= 1
    if at < 1 or tokens[at] not in _SIGNS:
        return None
    words: list[str] = []
    for n in range(at - 1, -1, -1):
        if tokens[n] in _MARKS:
            continue
        if tokens[n] in _BOUNDS:
            break
        words.insert(0, tokens[n])
    if (
        not words
        or words[:2] == ["-", "-"]
        or (tokens[at] == "|" and not all(_CELL.fullmatch(word) for word in words))
    ):
        return None
    relation = _told(words, tokens[at] == "(")
    return (relation, f"{' '.join(words)} {tokens[at]} {NAME}") if relation else None


def _behind(tokens: Sequence[str], where: int) -> tuple[str, str] | None:
    """The same for a label in brackets behind the name."""
    if tokens[where + 1 : where + 2] != ["("]:
        return None
    closing = next(
        (n for n in range(where + 2, min(where + 6, len(tokens))) if tokens[n] in (")", ",")), None
    )
    words = list(tokens[where + 2 : closing]) if closing is not None else []
    relation = _told(words, True) if words else None
    return (relation, f"{NAME} ( {' '.join(words)} )") if relation else None


def _told(words: Sequence[str], is_short: bool) -> str | None:
    """What a label says: its head does, or the word before a head that is neutral.

    Args:
        words: The label.
        is_short: Whether only the word next to the sign counts, as before a bracket in running text.
    """
    turn = next((at for at, word in enumerate(words) if word in _TURNS), len(words))
    if not is_short and (len(words) > _LONGEST or lexicon().copula.intersection(words)):
        return None
    for word in reversed(words if is_short else words[:turn]):
        if (relation := _table().get(word) or _deed(word)) is not None:
            return relation
        if word not in _NEUTRAL:
            return None
    return None


def _deed(word: str) -> str | None:
    """What the name of a deed says of who did it: `Scoring: NAME`, `| translation | NAME |`."""
    if not word.endswith(("ing", "tion", "sis", "rewrite", "check", "checks")):
        return None
    return _DEEDS.get(frames().verbs.get(word, ""))
