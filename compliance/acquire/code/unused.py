"""Models and sets that options fall back to and that no call of a table takes: what for, the name may tell."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from compliance.acquire.code.agents import ROWS, agent, is_aside, is_thing, may_name
from compliance.acquire.code.bindings import Bindings, Bound, Value
from compliance.acquire.code.elsewhere import Elsewhere
from compliance.acquire.code.module import Module
from compliance.acquire.code.purpose import meaning, words_of
from compliance.acquire.names import is_hub_name
from compliance.model.declared.sighting import MentionRelation

MOST = 200
"""The most options of a module that are looked at."""


def see_options(tree: ast.Module, module: Module, elsewhere: Elsewhere | None) -> None:
    """Add what the module's options fall back to, where something reads the option and no call was seen to take it."""
    taken = {one.place.line for one in module.found.sightings}
    read: frozenset[str] | None = None
    for name, bound in _declared(module.bindings):
        for value in module.bindings.values(bound.node, bound.scope):
            relation = _relation(name, value, module)
            if relation is None or module.place(value.node).line in taken:
                continue
            read = _read(tree, elsewhere) if read is None else read
            if name in read:
                kind = "dataset" if relation == "data" else "model" if is_hub_name(value.text or "") else None
                told = Value(value.node, (name, *value.trail), value.variable)
                module.see(relation, module.place(value.node), f"default of {name}", told, kind=kind)  # type: ignore[arg-type]


def _declared(bindings: Bindings) -> Iterator[tuple[str, Bound]]:
    """The options of a module: of the command line, of settings, of functions that a command line starts."""
    given = [(name, one) for name, held in bindings.offered.items() for one in held]
    yield from given[:MOST]


def _relation(name: str, value: Value, module: Module) -> MentionRelation | None:
    """What the name of an option says of its value; None where it is no name of a thing."""
    text = (value.text or "").strip()
    said, rows = agent([name]), not ROWS.isdisjoint(words_of(name))
    if not may_name(name, text) or not (said or rows or is_thing(name)):
        return None
    if is_aside([name, module.stem]) or meaning([module.stem], ("none",)) or said == "none":
        return "none"
    return "data" if rows and is_hub_name(text) and not is_thing(name) else said or "unknown-use"


def _read(tree: ast.Module, elsewhere: Elsewhere | None) -> frozenset[str]:
    """Names and attributes that any module of the folder reads."""
    trees = [tree, *(one.tree for one in elsewhere.modules)] if elsewhere else [tree]
    found: set[str] = set()
    for one in trees:
        for node in ast.walk(one):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                found.add(node.attr)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                found.add(node.id)
    return frozenset(found)
