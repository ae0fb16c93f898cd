"""Parts of a configuration that is put together (Hydra): which of a group's files are chosen, and which never are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compliance.acquire.operated.overridden import is_overridden
from compliance.acquire.tree import mapping, mappings
from compliance.acquire.walk import TextFile

_OVERRIDES = re.compile(r"^(?:override\s+)?/?")
_PACKAGE = re.compile(r"@.*$")
MOST_TEXT = 200_000
"""Letters of a file that are looked at for what a command line chooses."""


def never_chosen(files: Sequence[TextFile], trees: Mapping[str, object]) -> frozenset[str]:
    """Files of groups of which others are chosen, and that no list of defaults and no command line names.

    A default that every command of the folder puts another in the place of is named by none that counts.

    Args:
        files: The files of the folder.
        trees: Its configurations, by their files.
    """
    chosen = _by_defaults(trees)
    left = {
        name: group
        for name in trees
        if (group := next((one for one in chosen if _lies_in(name, one)), None)) is not None
        and (
            _part(name, group) not in chosen[group]
            or is_overridden(group.rsplit("/", 1)[-1], _part(name, group), files)
        )
    }
    return frozenset(name for name, group in left.items() if not _is_asked_for(name, group, files))


def _by_defaults(trees: Mapping[str, object]) -> dict[str, set[str]]:
    """By the folder of each group, what lists of defaults choose of it."""
    roots = {name.rpartition("/")[0] for name, tree in trees.items() if _defaults(tree)}
    chosen: dict[str, set[str]] = {}
    for tree in trees.values():
        for one in _defaults(tree):
            for key, value in one.items():
                group = _PACKAGE.sub("", _OVERRIDES.sub("", str(key)))
                names = value if isinstance(value, list) else [value]
                for root in roots:
                    told = {str(each).removesuffix(".yaml") for each in names if each is not None}
                    chosen.setdefault(f"{root}/{group}".lstrip("/"), set()).update(told)
    return chosen


def _defaults(tree: object) -> list[dict[str, object]]:
    """The choices of a list of defaults."""
    told = mapping(tree).get("defaults")
    return mappings(told) if isinstance(told, list) else []


def _lies_in(name: str, group: str) -> bool:
    return name.startswith(f"{group}/")


def _part(name: str, group: str) -> str:
    """What a file of a group is called in a choice."""
    return name.removeprefix(f"{group}/").rsplit(".", 1)[0]


def _is_asked_for(name: str, group: str, files: Sequence[TextFile]) -> bool:
    """Whether any file chooses it on a command line: `data=fen`, `data=fen,reed`."""
    key, part = re.escape(group.rsplit("/", 1)[-1]), re.escape(_part(name, group))
    said = re.compile(rf"(?<![\w.]){key}=[\w./,\"'-]*(?<![\w-]){part}(?![\w-])")
    return any(said.search(one.text[:MOST_TEXT]) for one in files)
