"""Names out of a field, whether it holds a text, a list, or mappings of any form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from compliance.acquire.names import hub_name

MOST_DEEP = 8
"""How deep names are looked for; what lies deeper is told as unread."""
_MOST = 120
"""The most letters of a text within a mapping that is taken for a name."""
_KEYS = (
    "repo_id", "hf_repo", "repo", "hub_id", "hf_id", "id", "@id", "path", "model_id", "dataset_id", "name",
    "model_name", "dataset_name", "model", "dataset", "base_model", "identifier", "url", "uri", "link", "title",
    "pretty_name",
)  # fmt: skip
"""Under which keys a mapping names the thing that it is about, the surest first."""
_OF_LICENCES = (
    "spdx", "spdx_id", "id", "license_id", "name", "license", "license_name", "type", "identifier", "title", "url",
    "uri", "link", "license_link",
)  # fmt: skip
_NUMBER = re.compile(r"[-+]?[\d.,]+ ?[%kKmMbB]?")
_LEAST_WORDS = 7
"""A text of so many words is a sentence."""


def named(value: object, depth: int = 0) -> list[str]:
    """The names that a field gives; a mapping tells one of itself, or else those that it holds.

    >>> named([{"repo_id": "org/rows", "split": "train"}, "squad"]), named({"org/a": 0.3, "org/b": 0.7})
    (['org/rows', 'squad'], ['org/a', 'org/b'])
    """
    if isinstance(value, str):
        return [value] if value.strip() else []
    if depth > MOST_DEEP:
        return []
    if isinstance(value, list | tuple):
        return [name for one in value for name in named(one, depth + 1)]
    return _of_mapping(value, depth) if isinstance(value, Mapping) else []


def licences(value: object, depth: int = 0) -> list[str]:
    """The licences that a field gives, by name, identifier or address.

    >>> licences({"name": "Apache-2.0", "link": "LICENSE"}), licences([{"id": "mit"}, "cc-by-4.0"])
    (['Apache-2.0'], ['mit', 'cc-by-4.0'])
    """
    if isinstance(value, str):
        return [value] if value.strip() else []
    if depth > MOST_DEEP:
        return []
    if isinstance(value, list | tuple):
        return [name for one in value for name in licences(one, depth + 1)]
    if not isinstance(value, Mapping):
        return []
    by_key = {str(key).lower(): one for key, one in value.items()}
    told = [one for key in _OF_LICENCES for one in _short(by_key.get(key))]
    return told[:1] or [name for one in value.values() for name in licences(one, depth + 1)]


def _of_mapping(value: Mapping[object, object], depth: int) -> list[str]:
    by_key = {str(key).lower(): one for key, one in value.items()}
    told = [one for key in _KEYS for one in _short(by_key.get(key))]
    if told:
        return [next((one for one in told if hub_name(one)), told[0])]
    keys = [key for key in value if isinstance(key, str)]
    of_hub = [key for key in keys if hub_name(key)]
    if of_hub:
        return of_hub
    inner = [name for one in value.values() for name in _inner(one, depth + 1)]
    # `squad: 0.7` names by its key; `train: squad` by its value.
    return inner or [key for key in keys if key.strip() and not _NUMBER.fullmatch(key)]


def _inner(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield from _short(value)
    else:
        yield from (one for one in named(value, depth) if _is_short(one))


def _short(value: object) -> list[str]:
    return [value] if isinstance(value, str) and _is_short(value) else []


def _is_short(text: str) -> bool:
    bare = text.strip()
    return (
        bool(bare) and len(bare) <= _MOST and len(bare.split()) < _LEAST_WORDS and not _NUMBER.fullmatch(bare)
    )
