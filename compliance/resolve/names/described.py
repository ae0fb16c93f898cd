"""Names that name nothing: `a capable language model` tells a model from no other."""

from __future__ import annotations

_ARTICLES = frozenset(("a", "an", "another", "any", "one", "several", "some", "the", "various"))
_GENERIC = frozenset(
    ("ai", "api", "assistant", "chatbot", "generator", "genai", "judge", "language", "large", "llm", "llms", "lm",
     "model", "models", "system", "teacher", "tool", "vlm")
)  # fmt: skip
"""What models are called as a kind, however it is written."""
_LIKENESS = ("-class", "-grade", "-level", "-like", "-style")
"""What a thing is said to be as good as is not what it is."""


def only_described(name: str) -> bool:
    """Whether a name is a description: ordinary words alone, none of which is a name of its own.

    >>> only_described("a capable language model"), only_described("An LLM"), only_described("Sparrow chat model")
    (True, True, False)
    >>> only_described("GPT-4-class model"), only_described("sparrow"), only_described("gpt-4o mini")
    (True, False, False)
    """
    words = [word.strip("()[],.;:'\"") for word in name.split()]
    told = [word for word in words if word and word.lower() not in _ARTICLES | _GENERIC]
    if not told:
        return True
    if any(word.lower().endswith(_LIKENESS) for word in told):
        return True
    return len(words) > 1 and all(word.replace("-", "").isalpha() and word.islower() for word in told)


def named_without_account(name: str | None) -> bool:
    """Whether rows are called by several words, under nobody's account: as whoever gathered them would call them.

    >>> named_without_account("Essays of our students"), named_without_account("lab/essays")
    (True, False)
    """
    return name is not None and "/" not in name and " " in name.strip()
