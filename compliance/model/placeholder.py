"""What keeps the place of an answer in a line to paste: it is none, and no check passes while it stands there."""

from __future__ import annotations

import re

FILL_IN = "FILL-IN"
"""Stands in a line to paste where only the reader knows the answer."""
UNFILLED = "unfilled"
"""Cause of what is told of placeholders that still stand in a manifest."""
STILL = "still holds a placeholder"
_PLACEHOLDER = re.compile(r"fill[-_ ]?in|<[^<>]*>|\[?(?:\.\.\.|\u2026)\]?|todo", re.IGNORECASE)


def is_placeholder(value: object) -> bool:
    """Whether a text only keeps the place of an answer.

    >>> is_placeholder("FILL-IN"), is_placeholder("<true|false>"), is_placeholder("Apache-2.0")
    (True, True, False)
    """
    return isinstance(value, str) and _PLACEHOLDER.fullmatch(value.strip()) is not None
