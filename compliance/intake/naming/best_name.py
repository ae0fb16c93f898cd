"""The name that says most of a thing, of those under which it was seen."""

from __future__ import annotations

from collections.abc import Sequence


def best_name(names: Sequence[str]) -> str:
    """The name that says most: one of a hub or with a date before one of prose, and any before an address."""
    bare = [served_name(name) for name in names if "://" not in name] or list(names)
    return max(
        bare, key=lambda name: ("/" in name, any(c.isdigit() for c in name), " " not in name, len(name))
    )


def served_name(name: str) -> str:
    """A model string without the prefix of a gateway or a region."""
    head, slash, rest = name.partition("/")
    if slash and head in (
        "azure",
        "vertex_ai",
        "bedrock",
        "together_ai",
        "anthropic",
        "openrouter",
        "gemini",
        "fireworks_ai",
    ):
        return rest
    return name
