"""Values of other files as literals that know where they stand: of configurations, and of other modules."""

from __future__ import annotations

import ast
import re
from typing import Any

from compliance.acquire.tree import Placed, mapping
from compliance.model.shapes.location import Location

_DEFAULT = re.compile(r"\$\{(?:oc\.env:)?\w+(?:,|:-|-)\s*([^{}$]+)\}")
_ASKED = re.compile(r"\$\{(?:oc\.env:)?([A-Z]\w+)[^{}]*\}|\$([A-Z]\w+)")
"""A text that asks for a variable of the environment."""
MOST_LEAVES = 20_000
"""The most values of one configuration."""


class Told(ast.Constant):
    """A text of another file, with its place and the words that stand there."""

    place: Location
    words: str
    variable: str | None
    """The variable of the environment that it stands in for."""

    @classmethod
    def at(cls, text: str, place: Location, words: str, variable: str | None = None) -> Told:
        """A text at a place."""
        made = cls(text)
        made.place, made.words, made.variable = place, words, variable
        return made


class Given(Told):
    """A text that a variable of the environment is given elsewhere: it is seen there alone, and not at the call."""


def renamed(node: ast.expr, text: str) -> ast.expr:
    """Another text at the place of a node."""
    if isinstance(node, Told):
        return type(node).at(text, node.place, node.words, node.variable)
    return ast.copy_location(ast.Constant(text), node)


def default_of(text: str) -> str:
    """What a text falls back to where it asks for an environment variable.

    >>> default_of("${oc.env:TEACHER,org/name}"), default_of("${TEACHER:-org/name}"), default_of("org/name")
    ('org/name', 'org/name', 'org/name')
    """
    found = _DEFAULT.fullmatch(text.strip())
    return found[1].strip() if found else text


def literal(tree: Any, file: str) -> ast.expr:
    """A configuration as the literal that code gets when it loads it."""
    return _literal(tree, file, "", [MOST_LEAVES])


def _literal(node: Any, file: str, key: str, left: list[int]) -> ast.expr:
    left[0] -= 1
    if left[0] < 0:
        return ast.Constant(None)
    if isinstance(node, dict):
        keys: list[ast.expr | None] = [ast.Constant(str(one)) for one in node]
        return ast.Dict(keys, [_literal(one, file, str(at), left) for at, one in mapping(node).items()])
    if isinstance(node, list):
        return ast.List([_literal(one, file, key, left) for one in node], ast.Load())
    if isinstance(node, Placed):
        words = f"{key}: {node}" if key else str(node)
        asked = _ASKED.fullmatch(node.strip())
        place, variable = Location(file, node.line, 1), asked[1] if asked else None
        return Told.at(default_of(str(node)), place, words[:200], variable)
    return ast.Constant(node if isinstance(node, bool) else None)


class Pair(ast.Tuple):
    """A key of a dictionary with what stands under it, as `items` gives both."""


def viewed(node: ast.Dict, method: str) -> ast.List:
    """What `items`, `values` or `keys` of a dictionary gives."""
    pairs = [(key, one) for key, one in zip(node.keys, node.values, strict=True) if key is not None]
    if method == "items":
        return ast.List([Pair([key, one], ast.Load()) for key, one in pairs], ast.Load())
    return ast.List([one if method == "values" else key for key, one in pairs], ast.Load())


def key_of(node: ast.expr, at: int | str) -> tuple[str, ...]:
    """The key under which the second member of a pair stands; nothing for anything else."""
    key = node.elts[0] if isinstance(node, Pair) and at == 1 else None
    return (key.value,) if isinstance(key, ast.Constant) and isinstance(key.value, str) else ()


def member(node: ast.expr, key: str) -> list[ast.expr]:
    """What a dictionary holds under a key."""
    if not isinstance(node, ast.Dict):
        return []
    pairs = zip(node.keys, node.values, strict=True)
    return [one for at, one in pairs if isinstance(at, ast.Constant) and at.value == key]


def elements(node: ast.expr) -> list[ast.expr]:
    """The members of a list, or the keys of a dictionary."""
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return node.elts
    if isinstance(node, ast.Dict):
        return [key for key in node.keys if key is not None]
    return []


def node_values(node: ast.expr) -> list[ast.expr]:
    """The members of a literal: of a dictionary its values, as an index that is not known may give any."""
    return list(node.values) if isinstance(node, ast.Dict) else elements(node)
