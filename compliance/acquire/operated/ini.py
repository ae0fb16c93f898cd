"""Settings in sections (`.ini`, `.cfg`, `.conf`, `.properties`) as plain data whose texts know their line."""

from __future__ import annotations

import re
from typing import Any

from compliance.acquire.tree import Placed

SUFFIXES = frozenset({".ini", ".cfg", ".conf", ".properties"})
_SECTION = re.compile(r"\s*\[\s*([^\]]+?)\s*\]\s*(?:[#;].*)?$")
_PAIR = re.compile(r"([\w.-]+(?: [\w.-]+)*)\s*[=:]\s*(.*)$")
_REMARK = re.compile(r"\s+[#;].*$")
MOST_LINE = 2_000
"""Letters of a line that are looked at."""


def read_ini(text: str) -> dict[str, Any]:
    r"""What a text gives to the keys of each section; keys above the first section stand at the top.

    >>> tree = read_ini("[model]\n; a remark\nbase = org/name  # why\n")
    >>> tree, tree["model"]["base"].line
    ({'model': {'base': 'org/name'}}, 3)
    """
    tree: dict[str, Any] = {}
    here = tree
    for number, line in enumerate(text.splitlines(), 1):
        told = line[:MOST_LINE].strip()
        if not told or told[0] in "#;!":
            continue
        if section := _SECTION.match(told):
            here = _section(tree, section[1], number)
        elif pair := _PAIR.match(told):
            value = _REMARK.sub("", pair[2]).strip().strip("\"'")
            here[Placed.at(pair[1], number)] = Placed.at(value, number)
    return tree


def _section(tree: dict[str, Any], name: str, line: int) -> dict[str, Any]:
    """The mapping of a section, which may go on later."""
    held = tree.get(name)
    if not isinstance(held, dict):
        held = tree[Placed.at(name, line)] = {}
    return held
