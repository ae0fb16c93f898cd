"""Calls that give a module settings: what loads a configuration, what wraps one, what its own functions return."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from compliance.acquire.code.elsewhere import LOADERS, WRAPPERS, carried, ends
from compliance.acquire.code.literals import member

if TYPE_CHECKING:
    from compliance.acquire.code.bindings import Bindings, Scope, Value

_DEEP = 6
_MOST = 24
_JSON = ("json.load", "json.loads", "().load", "load_file")
"""What loads rows as often as settings: only a file that is named counts."""
_WORKFLOW = "snakemake"
"""What a script is handed by the workflow that runs it; its `config` holds the settings."""
_OF_SECTIONS = ("ConfigParser", "SafeConfigParser", "ConfigObj", "ConfigUpdater")
"""Classes that read settings in sections."""


def loaded(node: ast.Call, name: str, scope: Scope, of: Bindings, depth: int) -> Iterator[Value]:
    """The literals that a call may give, where it loads or hands on settings."""
    if of.elsewhere is not None and ends(name, LOADERS):
        given = [*node.args, *(one.value for one in node.keywords)]
        told = [text for one in given for text in paths(one, scope, of)]
        exact = name.endswith(_JSON)
        for one in of.elsewhere.settings(told, exact):
            yield of.value(one)
    elif of.elsewhere is not None and name.endswith(_OF_SECTIONS):
        for one in of.elsewhere.in_sections():
            yield of.value(one)
    elif (fields := of.classes.get(name)) is not None:
        yield of.value(_instance(node, fields))
    elif ends(name, WRAPPERS) or any(one.arg is None for one in node.keywords):
        parts = [*node.args, *(one.value for one in node.keywords if one.arg is None)]
        for part in parts:
            yield from (one for one in of.values(part, scope, depth) if isinstance(one.node, ast.Dict))
    elif name.split(".")[-1] in of.functions:
        yield from _returned(name.split(".")[-1], of, depth)
    elif of.elsewhere is not None and "." in name:
        yield from _instance_there(node, name, of, depth)
        yield from _returned_there(name, of, depth)


def got(node: ast.Call, scope: Scope, of: Bindings, depth: int) -> Iterator[Value]:
    """What `get` of a dictionary gives: what stands under the key, and what stands in for it."""
    key = node.args[0] if node.args else None
    if isinstance(key, ast.Constant) and isinstance(key.value, str):
        assert isinstance(node.func, ast.Attribute)
        if inner := list(_in_section(node, node.func.value, key.value, scope, of, depth)):
            yield from inner
            return
        yield from under(node.func.value, key.value, scope, of, depth)
    elif key is not None and isinstance(node.func, ast.Attribute):
        # Which key it is only a run can tell: each of a dictionary that stands there may be meant.
        whole = ast.copy_location(ast.Subscript(node.func.value, key, ast.Load()), node)
        yield from of.values(whole, scope, depth)
    for one in node.args[1:]:
        yield from of.values(one, scope, depth)


def _in_section(
    node: ast.Call, holder: ast.expr, section: str, scope: Scope, of: Bindings, depth: int
) -> Iterator[Value]:
    """What `get(section, option)` of settings in sections gives."""
    option = node.args[1] if len(node.args) > 1 else None
    if not isinstance(option, ast.Constant) or not isinstance(option.value, str):
        return
    for value in under(holder, section, scope, of, depth):
        for part in member(value.node, option.value):
            for inner in of.values(part, scope, depth):
                yield of.value(inner.node, (option.value, *value.trail, *inner.trail), inner.variable)


def under(holder: ast.expr, key: str, scope: Scope, of: Bindings, depth: int) -> Iterator[Value]:
    """What a dictionary holds under a key or attribute, each text with the key among the names it came through."""
    if of.elsewhere is not None and key == "config" and getattr(holder, "id", "") == _WORKFLOW:
        yield from (of.value(one) for one in of.elsewhere.settings((), False))
    for value in of.values(holder, scope, depth):
        for part in member(value.node, key):
            for inner in of.values(part, scope, depth):
                yield of.value(inner.node, (key, *value.trail, *inner.trail), inner.variable)


def paths(node: ast.expr, scope: Scope, of: Bindings, depth: int = 0) -> Iterator[str]:
    """Texts of an expression that may be the path of a file, through names, options and what opens it."""
    if depth > _DEEP:
        return
    inner: list[tuple[ast.expr, Scope]] = []
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
        return
    if isinstance(node, ast.Name):
        inner = [(one.node, one.scope) for one in of.looked_up(node.id, scope)]
    elif isinstance(node, ast.Attribute):
        inner = [(one.node, one.scope) for one in of.options.get(node.attr, [])] or [(node.value, scope)]
    elif isinstance(node, ast.Call):
        given = [*node.args, *(one.value for one in node.keywords)]
        inner = [(node.func, scope), *((one, scope) for one in given)]
    else:
        inner = [(one, scope) for one in ast.iter_child_nodes(node) if isinstance(one, ast.expr)]
    for one, where in inner[:_MOST]:
        yield from paths(one, where, of, depth + 1)


def _returned_there(name: str, of: Bindings, depth: int) -> Iterator[Value]:
    """The literals that a function of another module of the folder gives back."""
    found = of.elsewhere.module(name) if of.elsewhere is not None else None
    if found is None or found[1][-1] not in found[0].bindings.functions or found[0].bindings is of:
        return
    module, names = found
    for value in _returned(names[-1], module.bindings, depth):
        yield of.value(carried(value.node, module.bindings.functions[names[-1]][0], module, depth + 1))


def _instance_there(node: ast.Call, name: str, of: Bindings, depth: int) -> Iterator[Value]:
    """A thing of a class of another module of the folder: what its fields fall back to there."""
    found = of.elsewhere.module(name) if of.elsewhere is not None else None
    if (
        found is None
        or found[0].bindings is of
        or (fields := found[0].bindings.classes.get(found[1][-1])) is None
    ):
        return
    module, scope = found[0], (found[1][-1],)
    given = {one.arg for one in node.keywords}
    bound = [
        (key, one)
        for key in fields
        for one in module.bindings.options.get(key, [])
        if key not in given and one.scope == scope
    ]
    values = [
        (key, carried(value.node, one.scope, module, depth + 1))
        for key, one in bound
        for value in module.bindings.values(one.node, one.scope, depth + 1)
    ]
    yield of.value(ast.Dict([ast.Constant(key) for key, _ in values], [one for _, one in values]))


def _instance(node: ast.Call, fields: list[str]) -> ast.Dict:
    """A thing of one of the module's own classes, as a dictionary of what its fields are given."""
    given = [*zip(fields, node.args, strict=False), *((k.arg, k.value) for k in node.keywords if k.arg)]
    return ast.Dict([ast.Constant(key) for key, _ in given], [one for _, one in given])


def _returned(name: str, of: Bindings, depth: int) -> Iterator[Value]:
    """The literals that a function of the module gives back."""
    inner, function = of.functions[name]
    for one in [each for each in ast.walk(function) if isinstance(each, ast.Return)][:_MOST]:
        if one.value is not None and not isinstance(one.value, ast.Constant):
            yield from of.values(one.value, inner, depth + 1)
