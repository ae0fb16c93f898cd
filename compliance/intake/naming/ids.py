"""Ids of a draft's things, made of the last parts of their names; no two things share one."""

from __future__ import annotations

import re

SIGNS = re.compile(r"[^a-z0-9._+-]+")
"""What stands in no id."""
_WORD = re.compile(r"(?=.*[a-z])[a-z0-9]")
_NO_IDS = frozenset({"true", "false", "null"})
"""Words that YAML reads as something else than a name."""
GENERATED = "generated-data"
"""Id of rows that nobody named; no thing with a name gets it."""
MOST_ID = 60


def bare_id(name: str, kind: str) -> str:
    """The last part of a name as an id.

    >>> bare_id("org/Rows V2", "dataset"), bare_id("org/2024", "dataset"), bare_id("///", "model")
    ('rows-v2', 'dataset-2024', 'model')
    """
    bare = SIGNS.sub("-", name.rstrip("/").rsplit("/", 1)[-1].lower()).strip("-._+")[:MOST_ID] or kind
    bare = re.sub(r"^(?:us|eu|apac)\.anthropic\.|-v\d-0$", "", bare)
    return bare if _WORD.match(bare) and bare not in _NO_IDS else f"{kind}-{bare}"


def free_id(bare: str, kind: str, taken: dict[str, int]) -> str:
    """The first id like this that nothing has, told apart by its kind or a number; `taken` counts those alike.

    >>> taken = {"rows": 1}
    >>> [free_id("rows", "dataset", taken) for _ in range(3)]
    ['rows-dataset', 'rows-2', 'rows-3']
    """
    for one in (bare, f"{bare}-{kind}"):
        if one not in taken:
            taken[one] = 1
            return one
    number = taken[bare] + 1
    while f"{bare}-{number}" in taken:
        number += 1
    taken[bare] = number
    taken[f"{bare}-{number}"] = 1
    return f"{bare}-{number}"
