"""Tables of merges: one step a row, with a column for each model that went in and one for what came out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compliance.acquire.page.links import leads_to
from compliance.acquire.page.markdown import Page, Paragraph
from compliance.acquire.page.sentences import squeezed
from compliance.model.declared.sighting import Sighting
from compliance.model.shapes.location import Location

_IN = re.compile(
    r"(?i)(?:primary|secondary|tertiary)(?: model)?(?: \(?[abc]\)?)?|(?:model|checkpoint) ?\(?[abc]\)?|[abc]"
)
"""Heads over what went into a step, as programs that merge call them."""
_OUT = re.compile(
    r"(?i)(?:merged?|resulting|result|output|new|final)(?: (?:model|checkpoint))?(?: name)?|saved? as|name"
)
"""Heads over what came out of it."""
_HOW = re.compile(
    r"(?i)(?:interpolation|merge|merging|calculation)(?: (?:method|mode|type))?|multiplier(?: \(m\))?|m|alpha|ratio|"
    r"weighted sum.*|add difference.*|weights?|weight sum.*"
)
"""Heads over how it was done: a table that has none compares its models."""
_NOTHING = re.compile(r"(?i)\W*(?:n/?a|none|nil|null|same|above|below|step ?\d+|\d[\d.]*)?\W*")
_FILE = re.compile(r"(?i)\.(?:ckpt|safetensors|pt)$")
_NAME = re.compile(r"[A-Za-z][\w.+-]*(?:[ /][\w.+()-]+){0,5}")
LEAST = 2
"""Columns of models at least."""


def merged_in_tables(page: Page, name: str) -> Iterator[Sighting]:
    """The models that tables of merges name, without those that earlier steps made.

    Args:
        page: The page.
        name: Its file.
    """
    rows = [one for one in page.paragraphs if _is_step(one)]
    made = {_key(cell) for row in rows for cell, _ in _cells(row, _OUT)}
    for row in rows:
        for cell, at in _cells(row, _IN):
            called = leads_to(cell) or _FILE.sub("", cell)
            if _key(cell) in made or not _NAME.fullmatch(called):
                continue
            place = page.lines.location(row.start + at)
            head = next(head for start, end, head in row.columns if start <= at < end)
            yield Sighting(called, "base", Location(name, place.line, place.column), "document",
                           f"prose, “merged: {squeezed(head)}: …”", squeezed(row.text), "model")  # fmt: skip


def _is_step(row: Paragraph) -> bool:
    heads: Sequence[str] = [head.strip(" *`") for _, _, head in row.columns]
    return sum(bool(_IN.fullmatch(head)) for head in heads) >= LEAST and any(
        _HOW.fullmatch(head) for head in heads
    )


def _cells(row: Paragraph, heads: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """What stands in the columns with such heads, and where."""
    for start, end, head in row.columns:
        cell = row.text[start:end].strip(" ;*`\t").removeprefix("hf.co/")
        if heads.fullmatch(head.strip(" *`")) and not _NOTHING.fullmatch(cell):
            yield cell, row.text.index(cell, start)


def _key(cell: str) -> str:
    return " ".join(re.findall(r"[a-z\d]+", _FILE.sub("", cell).lower()))
