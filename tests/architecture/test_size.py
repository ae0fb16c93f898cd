"""Modules and functions stay small, and modules are named for what they do."""

from __future__ import annotations

import ast
from pathlib import Path

MODULE_LINES = 300
FUNCTION_LINES = 40
VAGUE_NAMES = {"base", "common", "helper", "helpers", "misc", "util", "utils"}


def _modules(root: Path) -> list[Path]:
    return sorted((root / "compliance").rglob("*.py"))


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines from `def` to the end, without the docstring."""
    total = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function, clean=False) is not None:
        docstring = function.body[0]
        total -= (docstring.end_lineno or docstring.lineno) - docstring.lineno + 1
    return total


def test_no_module_is_longer_than_three_hundred_lines(repo_root: Path) -> None:
    sizes = {
        str(path.relative_to(repo_root)): len(path.read_text(encoding="utf-8").splitlines())
        for path in _modules(repo_root)
    }
    assert sizes
    assert {name: size for name, size in sizes.items() if size > MODULE_LINES} == {}


def test_no_function_is_longer_than_forty_lines(repo_root: Path) -> None:
    too_long = {}
    for path in _modules(repo_root):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _lines(node) > FUNCTION_LINES:
                too_long[f"{path.relative_to(repo_root)}:{node.lineno} {node.name}"] = _lines(node)
    assert too_long == {}


def test_every_module_has_a_name_that_says_something(repo_root: Path) -> None:
    vague = [
        str(path.relative_to(repo_root))
        for path in _modules(repo_root)
        if VAGUE_NAMES & {path.stem.strip("_"), path.parent.name}
    ]
    assert vague == []
