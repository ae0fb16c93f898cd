"""Names of files and folders that begin as model strings of a host do."""

from __future__ import annotations

import re

from compliance.patterns import regex
from compliance.resolve.names.lookup import Names

_LIKE_A_PATH = regex(
    r"(?:\./)?models/.*|.*\.(?:py|ipynb|sh|bash|ps1|pl|rb|r|jl|lua|js|mjs|ts|go|rs|java|kt|c|cc|cpp|cu|cs|swift)",
    re.IGNORECASE,
)
"""Weights stand in a folder of that name as often as behind a host's endpoint, and programs end as their language."""


def may_be_a_path(name: str, names: Names) -> bool:
    """Whether a name is a host's by its beginning alone, and looks like a file or folder.

    `models/convert.py` then is nobody's service, and `models/gemini-2.5-pro`, of which a record knows the rest, is one.
    """
    found = names.service(name) if _LIKE_A_PATH.fullmatch(name.strip()) else None
    return found is not None and found.unread is not None
