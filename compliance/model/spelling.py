"""How names are compared: as words, so that case, dashes, spaces and underscores make no difference.

A word is a run of letters or a number; a dot between digits belongs to the number (`2.5`), any other dot, dash,
underscore or colon only separates. A slash, which divides an organisation from a name, is a word of its own, and so is
every other sign: a name with a sign that nobody declared is another name.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from compliance.patterns import regex

_WORD = regex(r"\d+(?:\.\d+)*|[^\W\d_]+|[^\w\s.:\-–‑]")
_HUB = regex(r"^(?:https?://)?(?:www\.)?(?:huggingface\.co|hf\.co)/(?:datasets/|models/)?", re.IGNORECASE)
_REVISION = regex(r"(?<=\w)@[\w.\-]+$")


@functools.lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of a name.

    >>> words("Qwen2.5-7B_Instruct")
    ('qwen', '2.5', '7', 'b', 'instruct')
    >>> words("Llama 3.1 8B") == words("llama3.1:8b")
    True
    """
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).lower()))


_SIZED = regex(
    r"(?=[^\W\d_])(?=.*[A-Z])[\w.]+(?:[-‑][\w.]+)*[-‑](?:\d+(?:\.\d+)?[bBM]|[48]bit)(?:[-‑][\w.]+)*"
)


def is_sized_name(text: str) -> bool:
    """Whether a text is written as the names of models with a size are: one word that begins with a letter.

    >>> is_sized_name("LLaVA-1.6-34B-hf"), is_sized_name("Phi-3-mini"), is_sized_name("top-4b")
    (True, False, False)
    """
    return _SIZED.fullmatch(text) is not None


def key(text: str) -> str:
    """The words of a name as one text, each followed by a space."""
    return "".join(f"{word} " for word in words(text))


def slug(text: str) -> str:
    """A name turned into an id: lower case, dashes for the rest.

    >>> slug("Qwen2.5 (Base)"), slug("—")
    ('qwen2.5-base', 'x')
    """
    return re.sub(r"[^a-z0-9._+]+", "-", text.lower()).strip("-._+") or "x"


@functools.lru_cache(maxsize=65536)
def split_organisation(text: str) -> tuple[str | None, str]:
    """Organisation and name of `org/name`; None for a bare name. Hub addresses and `@revision` are taken off.

    A path of more than two parts has no organisation: its first part is a route.

    >>> split_organisation("https://huggingface.co/Qwen/Qwen3-8B@9c925d6")
    ('Qwen', 'Qwen3-8B')
    >>> split_organisation("alpaca")
    (None, 'alpaca')
    """
    name = _REVISION.sub("", _HUB.sub("", text.strip()))
    parts = name.split("/")
    if len(parts) == 2 and all(part.strip() for part in parts) and not name.count(" /"):
        return parts[0].strip(), parts[1].strip()
    return None, name
