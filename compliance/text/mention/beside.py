"""What stands beside a name by which it is none, and addresses that are written like no others."""

from __future__ import annotations

import re
from typing import Literal

from compliance.model.words.spelling import KAGGLE, UNOWNED
from compliance.text.mention.patterns import lexicon

_GOES_ON = re.compile(
    r"[\s`*]+(?:[A-Z][\w-]+ )?"
    r"(?:Challenge|Hackathon|Competition|Contest|Workshop|Summit|Meetup|Prize|Award|Discord|Forum)\b"
    r"|\s(?i:skip|interrogator|optimi[sz]ers?)\b"
    r"|[\s-](?:Factory|Trainer|Cookbook|Recipes|Stack|Index|Arena|Agents?)\b"
)
"""What stands after a name that is then that of an event, a place, a tool or a setting: `MedGemma Impact Challenge`."""
_TRAINING_ROWS = re.compile(
    r"(?:['’]s)?\s+(?:original\s+)?(?:pre-?)?training\s+(?:set|corpus|distribution|mix(?:ture)?)\b"
)
"""What stands after a model's name where the rows are meant that its makers trained it on."""
_TRAINED_ON = re.compile(
    r"(?i)\b(?:(?:pre|fine|post)-?)?(?:train|tun|distil)\w*(?:\s[\w-]+){0,3}?\s(?:on|with|using|from)(?:\s[\w-]+){0,2}\s$"
)
"""What stands before a benchmark on which something was trained after all."""
_EVALUATION = re.compile(
    r"(?i)(?:['’]s)?[\s`*_]+(?:zero-shot\s+)?(?:evals?|evaluations?|benchmarking|leaderboards?|test[\s-](?:sets?|splits?))\b"
)
"""What stands after a set that was measured on."""
_VIA = re.compile(
    r"[\s,(]*(?:(?:served|hosted|called|accessed|run|used) )?(?:via|through|on|over|by) (?:the )?"
)
"""What stands between a model and who serves it."""

_KAGGLE = re.compile(rf"{KAGGLE}([\w-]+/[\w-]+)(?:[/?#].*)?")
_UNOWNED = re.compile(rf"(?:https?://)?(?:www\.)?(?:huggingface\.co|hf\.co)/({UNOWNED})/?")


def addressed(words: str) -> tuple[str, Literal["dataset", "model"]] | None:
    """What an address leads to that is not written like others: rows on Kaggle, a model that no organisation owns.

    >>> addressed("https://www.kaggle.com/datasets/fen/notes"), addressed("hf.co/gpt2-xl"), addressed("hf.co/fen")
    (('fen/notes', 'dataset'), ('gpt2-xl', 'model'), None)
    """
    if rows := _KAGGLE.fullmatch(words):
        return rows[1], "dataset"
    unowned = _UNOWNED.fullmatch(words)
    return (unowned[1], "model") if unowned else None


def is_part(text: str, end: int) -> bool:
    """Whether what ends here goes on as the name of an event, a place or a tool."""
    return _GOES_ON.match(text, end) is not None


def is_in_a_part(text: str, end: int) -> bool:
    """Whether a model's name only says whose training rows are meant: `the Fen Diffusion training set`."""
    return _TRAINING_ROWS.match(text, end) is not None


def is_measure(text: str, start: int, words: str) -> bool:
    """Whether a set's name says how something was measured, and not what a model was trained on."""
    known = words.lower().split(" ")[0] in lexicon().measuring
    if not known and not _EVALUATION.match(text, start + len(words)):
        return False
    return _TRAINED_ON.search(text, max(0, start - 60), start) is None


def is_served(text: str, end: int, start: int) -> bool:
    """Whether what stands between a model and a provider says that the one is served by the other."""
    return _VIA.fullmatch(text, end, start) is not None


def is_spelled_out(text: str, start: int, short: str) -> bool:
    """Whether the words before a bracket spell what stands in it: `grouped query attention (GQA)` is no name."""
    if not (short.isupper() and short.isalpha() and text[start - 1 : start] == "("):
        return False
    before = re.findall(r"[A-Za-z]+", text[max(0, start - 120) : start])[-len(short) :]
    return short.lower() == "".join(word[0] for word in before).lower()
