"""Whose endpoint a call asks, by the client that it is made with."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from compliance.acquire.code.bindings import Bindings, Scope, dotted
from compliance.acquire.code.libraries import by_library
from compliance.acquire.code.module import Module
from compliance.acquire.code.table import CLIENTS, reached


def makers(name: str, scope: Scope, bindings: Bindings, depth: int = 0) -> Iterator[ast.Call]:
    """The calls whose result a name is given, through calls that take it first."""
    for length in range(len(scope), -1, -1):
        bound = bindings.names.get((scope[:length], name), [])
        for one in bound:
            if isinstance(one.node, ast.Call):
                yield one.node
                first = one.node.args[:1]
                if first and isinstance(first[0], ast.Name) and depth < 3:
                    yield from makers(first[0].id, scope, bindings, depth + 1)
        if bound:
            return


def client(node: ast.Call, scope: Scope, module: Module) -> tuple[str | None, str | None]:
    """Whose endpoint a call asks: by the address of its client, else by what made the client."""
    name = dotted(node.func, module.bindings.imports)
    root, mine = _root(node.func), module.bindings
    made = [(one, mine, scope) for one in makers(root, scope, mine)] if root else []
    for call, of, where in ((node, mine, scope), *made, *_imported(root, mine)):
        told = dotted(call.func, of.imports)
        ends = [key for key in CLIENTS if told == key or told.endswith(f".{key}")]
        for keyword in call.keywords:
            if keyword.arg in ("base_url", "api_base", "azure_endpoint", "endpoint_url", "openai_api_base"):
                addresses = [one.text for one in of.values(keyword.value, where) if one.text]
                return reached(addresses[0]) if addresses else (None, "own")
            if keyword.arg == "vertexai" and isinstance(keyword.value, ast.Constant) and keyword.value.value:
                return "google", "vertex"
        if ends:
            return CLIENTS[max(ends, key=len)]
        if told.startswith("boto3."):
            return None, "bedrock"
    return by_library(name)


def _imported(root: str, bindings: Bindings) -> Iterator[tuple[ast.Call, Bindings, Scope]]:
    """What made a client that another module of the folder makes."""
    if bindings.elsewhere is None or root not in bindings.imports:
        return
    found = bindings.elsewhere.module(bindings.imports[root])
    if found is not None:
        of = found[0].bindings
        yield from ((one, of, ()) for one in makers(found[1][0], (), of))


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""
