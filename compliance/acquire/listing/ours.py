"""Tables that set the work beside others by marking its own rows: what went into the others is theirs to tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from compliance.acquire.page.markdown import Page, Paragraph

_OURS = re.compile(r"(?i)\((?:ours?|our (?:model|work|method|release)s?|this (?:model|work|repo\w*))\)")
"""What marks a row as one of the work's own: `Heron-8B (ours)`."""


def rows_of_others(page: Page) -> frozenset[int]:
    """Where the rows begin that stand without such a mark in a table that marks some.

    Args:
        page: The page.
    """
    return frozenset(one.start for rows in _tables(page) for one in _unmarked(rows))


def _tables(page: Page) -> Iterator[list[Paragraph]]:
    """The rows of each table of the page, those that follow one another under the same first head."""
    for heads, rows in groupby(
        page.paragraphs, key=lambda one: [one.section, *(c[2] for c in one.columns[:2])]
    ):
        if len(heads) > 1:
            yield list(rows)


def _unmarked(rows: list[Paragraph]) -> Iterator[Paragraph]:
    if any(_OURS.search(row.text) for row in rows):
        yield from (row for row in rows if not _OURS.search(row.text))
