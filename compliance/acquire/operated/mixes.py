"""Rows that settings list with how much of each goes in: streams, blends and mixtures that no tool's format tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from compliance.acquire.code.agents import THING, agent
from compliance.acquire.code.purpose import words_of
from compliance.acquire.names import hub_name, is_local
from compliance.acquire.tree import Placed, number

_SHARES = frozenset(
    {"proportion", "weight", "ratio", "share", "probability", "prob", "fraction", "percent", "percentage", "multiplier",
     "upsample", "upsampling", "oversample", "repeat", "repeats", "epochs", "sampling", "tokens", "portion", "pct"}
)  # fmt: skip
"""Words of keys that say how much of a member goes in."""
_NAMES = frozenset(
    {
        "hf",
        "hub",
        "repo",
        "repository",
        "path",
        "name",
        "id",
        "source",
        "src",
        "remote",
        "uri",
        "url",
        "huggingface",
    }
)
"""Words of keys that say what a member is."""
_OTHERS = frozenset(
    {"merge", "merges", "slices", "experts", "loss", "losses", "metric", "metrics", "ensemble", "layers", "parameters",
     "optimizer", "optimizers", "scheduler", "loras", "rewards", "voters", "members", "embeddings", "checkpoints",
     "repos"}
)  # fmt: skip
"""Words of keys below which other things than rows have weights."""
LEAST_MEMBERS = 2
"""A mix has more than one member."""


def mixed(tree: Any) -> Iterator[tuple[tuple[str, ...], Placed]]:
    """The names of a hub that are members of a mix, each with the keys above it.

    Args:
        tree: The settings.
    """
    yield from _below(tree, ())


def _below(node: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Placed]]:
    if _is_of_others(path):
        return
    if isinstance(node, dict):
        yield from _shared_out(node, path)
        inner = [((*path, str(key)), value) for key, value in node.items()]
    else:
        inner = [(path, value) for value in node] if isinstance(node, list) else []
    members = [one for keys, value in inner for one in _member(value, keys)]
    yield from members if len(members) >= LEAST_MEMBERS else ()
    for keys, value in inner:
        yield from _below(value, keys)


def _is_of_others(path: Sequence[str]) -> bool:
    """Whether keys speak of models, or of other things that are weighed."""
    spoken = {word for key in path for word in words_of(key)}
    return bool(spoken & (THING | _OTHERS)) or agent(path) is not None


def _shared_out(node: dict[Any, Any], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Placed]]:
    """Names of a hub that are keys themselves, each with its share: `mix: {org/rows: 0.7}`."""
    members = [
        key for key, value in node.items() if isinstance(key, Placed) and _is_rows(key) and _is_share(value)
    ]
    if path and len(members) >= LEAST_MEMBERS:
        yield from ((path, key) for key in members)


def _member(node: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Placed]]:
    """The name of one member, where a share stands beside it; none where it is a thing that does something."""
    spoken = {word for key in node for word in words_of(str(key))} if isinstance(node, dict) else THING
    if spoken & (THING | _OTHERS):
        return
    told = any(_SHARES.intersection(words_of(str(key))) and _is_share(value) for key, value in node.items())
    named = [
        ((*path, str(key)), value)
        for key, value in node.items()
        if _NAMES.intersection(words_of(str(key))) and isinstance(value, Placed) and _is_rows(value)
    ]
    yield from named[:1] if told else ()


def _is_rows(value: Placed) -> bool:
    return hub_name(value) is not None and not is_local(value)


def _is_share(value: Any) -> bool:
    return isinstance(value, Placed) and number(str(value).strip().removesuffix("%")) is not None
