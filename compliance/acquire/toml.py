"""TOML as plain data whose texts know their line: settings that code loads."""

from __future__ import annotations

import re
from typing import Any

from compliance.acquire.tree import MAX_DEPTH, Placed


def read_toml(text: str) -> dict[str, Any] | None:
    r"""A TOML text as data; None where it is none, or is nested beyond reason.

    >>> read_toml('[a]\nb = "org/name"')["a"]["b"].line
    2
    """
    import tomllib

    try:
        lines, tree = _Lines(text), tomllib.loads(text)
        return {Placed.at(key, 1): _placed(one, lines, 1) for key, one in tree.items()}
    except (ValueError, RecursionError):
        return None


class _Lines:
    """Where texts stand: each time a text is met, the next line that holds it in quotes."""

    def __init__(self, text: str) -> None:
        self.found: dict[str, list[int]] = {}
        for number, line in enumerate(text.splitlines(), 1):
            for one in re.findall(r'"([^"\n]*)"|\'([^\'\n]*)\'', line):
                self.found.setdefault(one[0] or one[1], []).append(number)

    def of(self, text: str) -> int:
        """The line of the text that comes next."""
        lines = self.found.get(text, [])
        return lines.pop(0) if len(lines) > 1 else lines[0] if lines else 1


def _placed(node: Any, lines: _Lines, depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise ValueError("nested too deeply")
    if isinstance(node, dict):
        return {Placed.at(str(key), 1): _placed(one, lines, depth + 1) for key, one in node.items()}
    if isinstance(node, list):
        return [_placed(one, lines, depth + 1) for one in node]
    return Placed.at(node, lines.of(node)) if isinstance(node, str) else node
