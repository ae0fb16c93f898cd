"""Rows that a module loads only to measure with: what nothing but an argument for evaluation is given."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from compliance.acquire.code.bindings import Scope
from compliance.acquire.code.module import Module

_SHOWS = frozenset({"print", "pprint", "display"})
_KEEPS = frozenset(
    {"write", "writelines", "write_text", "writerow", "dump", "append", "extend", "add", "to_json", "to_csv",
     "to_parquet", "save_to_disk", "push_to_hub", "save", "insert"}
)  # fmt: skip
"""Methods by which a function keeps what it made."""
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
            module.shown |= _calls_in(call)
    for function in _only_shown(tree, module.shown):
        module.shown |= _calls_in(function)


def _calls_in(node: ast.AST) -> set[int]:
    """The identities of all calls in a part of a module."""
    return {id(inner) for inner in ast.walk(node) if isinstance(inner, ast.Call)}


def _only_shown(tree: ast.AST, shown: AbstractSet[int]) -> Iterator[ast.AST]:
    """The functions that are called, and never but where the result is only printed."""
    functions = {one.name: one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)}
    called: dict[str, list[bool]] = {}
    handed = {id(one.func) for one in ast.walk(tree) if isinstance(one, ast.Call)}
    for one in ast.walk(tree):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id in functions:
            called.setdefault(one.func.id, []).append(id(one) in shown)
        elif isinstance(one, ast.Name) and one.id in functions and id(one) not in handed:
            called.setdefault(one.id, []).append(
                False
            )  # it is handed on, and nobody can say where it is called
    yield from (functions[name] for name, each in called.items() if all(each) and not _keeps(functions[name]))


def _keeps(function: ast.AST) -> bool:
    """Whether a function writes something down, or puts it into something else."""
    return any(isinstance(one, ast.Attribute) and one.attr in _KEEPS for one in ast.walk(function))


def _read(node: ast.AST) -> list[str]:
    return [one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)]
