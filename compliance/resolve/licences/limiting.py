"""Licences that their own words keep to use without commerce, whether they are known or not."""

from __future__ import annotations

import re

from compliance.patterns import regex

_LIMITING = regex(r"(?<![a-z])(?:nc|research|academic|evaluation)(?![a-z])", re.IGNORECASE)


def limits_use(licence: str) -> bool:
    """Whether the words of a licence keep to use that is not commercial.

    >>> limits_use("CC-BY-NC-4.0"), limits_use("Stability AI Research"), limits_use("MIT")
    (True, True, False)
    """
    return bool(_LIMITING.search(licence))
