"""Rows that a module loads only to measure with: what nothing but an argument for evaluation is given."""

from __future__ import annotations

import ast
from collections import Counter

from compliance.acquire.code.bindings import Scope
from compliance.acquire.code.module import Module

_SHOWS = frozenset({"print", "pprint", "display"})
_MEASURING = frozenset(
    {"eval_dataset", "eval_datasets", "eval_data", "validation_data", "validation_dataset", "valid_dataset",
     "val_dataset", "test_dataset", "test_data"}
)  # fmt: skip


def note_measured(tree: ast.AST, calls: list[tuple[ast.Call, Scope]], module: Module) -> None:
    """Note the variables, and the calls, that stand nowhere but in arguments for evaluation."""
    given = Counter(
        name
        for call, _ in calls
        for one in call.keywords
        if one.arg in _MEASURING
        for name in _read(one.value)
    )
    module.within = {
        id(inner)
        for call, _ in calls
        for one in call.keywords
        if one.arg in _MEASURING
        for inner in ast.walk(one.value)
        if isinstance(inner, ast.Call)
    }
    if given:
        everywhere = Counter(_read(tree))
        module.measured = {name for name, count in given.items() if everywhere[name] == count}


def note_shown(tree: ast.AST, module: Module) -> None:
    """Note the calls in a notebook whose result is only printed: what a look at an answer makes goes nowhere."""
    if not module.name.endswith(".ipynb"):
        return
    for one in ast.walk(tree):
        call = one.value if isinstance(one, ast.Expr) else None
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in _SHOWS:
            module.shown |= {id(inner) for inner in ast.walk(call) if isinstance(inner, ast.Call)}


def _read(node: ast.AST) -> list[str]:
    return [one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)]
