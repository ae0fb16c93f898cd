"""Names that only say that something was some model."""

from __future__ import annotations

import re

_GENERIC = re.compile(
    r"(?i)\b(?:generative ai|language models?|llms?|(?:ai|in-house|internal|proprietary|unnamed|undisclosed|"
    r"closed(?:-source)?|commercial|frontier|another)\b.*\b(?:models?|tools?|systems?|assistants?|chatbots?)|chatbots?|^gpt)$"
)


def is_generic(name: str) -> bool:
    """Whether a name only says that it was some model."""
    return _GENERIC.search(name) is not None
