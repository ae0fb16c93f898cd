"""Sentences that tell nothing of the work, whatever names stand in them: requests to cite, and who put a thing out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compliance.text.mention.patterns import NAME

_CITE = re.compile(
    r"\b(?:cite|cites|citing|acknowledge|acknowledging|credit|mention) (?:\w+ ){0,4}?(?:paper|work|us|article|authors?|"
    r"report|preprint|publication|model|data ?set|repository|project|following|it|this)\b|"
    r"\b(?:citation|acknowledge?ment|credit|attribution) (?:\w+ ){0,2}(?:is|would be|are) (?:\w+ )?"
    r"(?:appreciated|required|welcome)\b"
)
_SHOULD = re.compile(r"\b(?:please|kindly|must|should|if|when|whenever|ask|request|appreciate\w*)\b")
_WHEN = re.compile(r"\b(?:if|when|whenever|where|in case|should you)\b")
_PUT_OUT = re.compile(
    rf"(?:{NAME}|\b(?:models?|checkpoints?|networks?|systems?|architectures?|frameworks?|series|family|tools?|"
    r"library|apps?|"
    r"assistants?|chatbots?|data ?sets?|corpus|corpora|benchmarks?|project|suite)\b)"
    r"(?: (?!and\b)[\w,()-]+){0,6}? "
    r"(?:created|developed|built|made|designed|introduced|trained|open-sourced|published|released|provided|maintained)"
    r"(?: \w+ly)? by(?: the| a)?(?: \w+){0,2}$"
)
"""What stands before whoever put a thing out: `a text-to-audio model created by`."""
_ROWS = re.compile(
    r"\b(?:rows|labels|answers|responses|captions|annotations|translations|outputs|texts?)\b(?! ?-)"
)
"""What a maker's model writes, where only the maker is named."""
_ANSWERS = [
    [word]
    for word in ("responses", "answers", "replies", "outputs", "behaviour", "behavior", "conversations", "dialogue",
                 "dialogues", "text", "texts", "writes", "behaves", "talks", "chats", "sounds")
]  # fmt: skip
MOST_WORDS = 14


def asks_to_cite(sentence: str) -> bool:
    """Whether a sentence only tells readers when to cite the work: what they use then is theirs.

    >>> asks_to_cite("please cite our paper when fen-7b is used to produce a report .")
    True
    >>> asks_to_cite("the answers cite our paper and were written by fen-7b .")
    False
    """
    return bool(_CITE.search(sentence) and _SHOULD.search(sentence) and _WHEN.search(sentence))


def is_only_alike(tokens: Sequence[str], where: int) -> bool:
    """Whether a model is named for what its answers are like: `it filters responses like NAME`.

    >>> is_only_alike("it gives answers like §name§ .".split(), 4), is_only_alike("from models like §name§".split(), 3)
    (True, False)
    """
    return tokens[where - 1 : where] == ["like"] and tokens[where - 2 : where - 1] in _ANSWERS


def is_put_out_by(tokens: Sequence[str], where: int) -> bool:
    """Whether the words before the name of a maker only tell who put out the thing that they speak of.

    >>> is_put_out_by("fen is a text-to-audio model created by §name§ .".split(), 7)
    True
    >>> is_put_out_by("the labels of the dataset were created by §name§ .".split(), 8)
    False
    """
    said = " ".join(tokens[max(0, where - MOST_WORDS) : where])
    return _ROWS.search(said) is None and _PUT_OUT.search(said) is not None
