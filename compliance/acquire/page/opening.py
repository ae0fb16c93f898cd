"""What the first lines of a page say that it is about: a name, and whether that is a model or a set of rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal

from compliance.acquire.page.markdown import Page

Kind = Literal["model", "dataset"]
_WEIGHTS = (
    r"(?:models?|LLMs?|VLMs?|transformers?|(?:neural )?networks?|checkpoints?|encoders?|classifiers?|detectors?|"
    r"adapters?|LoRAs?|vocoders?)"
)
_ROWS = r"(?:data ?sets?|corpus|corpora|treebanks?|lexicons?)"
_NAMED = re.compile(
    r"\W*(?:The\s+)?(?P<name>[A-Z][\w.+-]*\w(?: [A-Z\d][\w.+-]*){0,4})(?:\s*\([^()]{1,60}\))?,?\s+(?:is|are)\s+"
    rf"(?:an?|our)\s+(?:[\w.%-]+,?\s+){{0,12}}?(?:(?P<weights>{_WEIGHTS})|(?P<rows>{_ROWS}))\b"
)
"""How a page begins that says what the thing is that it is about: `Heron-L is a small language model`."""
_VERSION = re.compile(
    r"\W*(?:The\s+)?(?P<name>[A-Z][\w.+-]*\w(?: [A-Z\d][\w.+-]*){0,4})\s+is\s+an?\s+"
    r"(?:[\w-]+\s+){0,3}(?:version|variant|fine-?tune)\s+(?:of|from)\b"
)
"""How it begins that tells of what the thing is a version, whoever knows its name: `Heron 2 is a tuned version of`."""
_POINTED = re.compile(
    r"(?i)\W*this (?:repo\w* (?:contains|holds|hosts|provides|is) (?:the |an? )?)?(?:[\w-]+ ){0,3}?"
    rf"(?:(?P<weights>{_WEIGHTS})|(?P<rows>{_ROWS}))\s+"
    r"(?:is|was|are|were|has|have|contains?|provides?|consists?|comprises?|includes?|holds?|covers?|can|comes?|"
    r"that|which|of|for)\b"
)
"""How it begins that only points at the thing: `This dataset contains …`."""
_FIELD = re.compile(
    r"(?i)\W*(?:(?P<weights>模型名称|模型大小|model names?|モデル名|모델 ?이름)|"
    r"(?P<rows>数据集名称|data ?set names?|データセット名))\W*[:;：]"
)
"""How a row or an item begins that gives the name of the thing."""
_COINED = re.compile(r"\d|\w-\w|[a-z][A-Z]|\b[A-Z]{2,}\b")
"""What is in a name of several words, where it is no common term: `Heron Tiny 2`, and not `Vision Transformer`."""
_NO_NAME = frozenset(
    {"this", "it", "here", "there", "we", "our", "that", "these", "what", "model", "dataset"}
)
LINES = 3
"""So many paragraphs of a page are its beginning."""
FIELDS = 12
"""So many rows and items of a page are looked at for a name that they give."""


def opening(page: Page, is_known: Callable[[str], bool]) -> tuple[str, Kind | None]:
    """The name by which the first lines call the thing of a page, empty where they give none, and what it is.

    Args:
        page: The page.
        is_known: Whether a name is that of a known thing: a page may begin with what its own was made from.
    """
    told = [one.text for one in page.paragraphs if not (one.is_item or one.columns)][:LINES]
    if told and (said := _VERSION.match(told[0])) and said["name"].lower() not in _NO_NAME:
        return said["name"], "model"
    for text in told:
        said = _NAMED.match(text)
        if said and said["name"].lower() not in _NO_NAME:
            coined = " " not in said["name"] or _COINED.search(said["name"])
            return said["name"] if coined and not is_known(said["name"]) else "", _kind(said)
    for pattern, lines in ((_POINTED, told), (_FIELD, [one.text for one in page.paragraphs[:FIELDS]])):
        if kind := _first(pattern, lines):
            return "", kind
    return "", None


def _first(pattern: re.Pattern[str], lines: Sequence[str]) -> Kind | None:
    return next((_kind(said) for line in lines if (said := pattern.match(line))), None)


def _kind(said: re.Match[str]) -> Kind:
    return "model" if said["weights"] else "dataset"


_OF_ROWS = frozenset({"data", "dataset", "datasets", "corpus", "corpora", "daten", "données", "datos"})
"""How folders are called in which rows lie."""


def lies_with_rows(name: str) -> bool:
    """Whether a page lies in a folder of rows, so that it is the card of these where its fields do not say of what.

    >>> lies_with_rows("data/CARD.md"), lies_with_rows("README.md"), lies_with_rows("model/README.md")
    (True, False, False)
    """
    return any(part.lower() in _OF_ROWS for part in name.split("/")[:-1])
