"""Requests that are made by hand: their bodies name a model, their addresses whose endpoint it is, or the model."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from compliance.acquire.code.bindings import Scope, Value
from compliance.acquire.code.literals import Told, renamed
from compliance.acquire.code.module import Module
from compliance.acquire.code.purpose import meaning
from compliance.acquire.code.table import reached
from compliance.acquire.code.uses import PURPOSES
from compliance.acquire.names import FETCHED, is_placeholder
from compliance.model.declared.sighting import MentionRelation

_POSTED = ("model", "model_id", "modelId", "model_name", "engine")
"""Entries by which a request that is made by hand names a model."""
_ASKING = frozenset({"messages", "prompt", "input", "contents"})
"""Entries beside the model's name in what is sent to it."""
_ENDPOINTS = (
    "huggingface.co/models/",
    "googleapis.com/",
    "openai/deployments/",
    "fal.run/",
    "replicate.com/v1/models/",
)
_SERVED = re.compile(
    r"(?:api-inference\.huggingface\.co|router\.huggingface\.co/hf-inference)/(?:models|pipeline/[\w-]+)/"
    r"(?P<hub>[\w.-]+/[\w.-]+)|"
    r"(?:generativelanguage|aiplatform)\.googleapis\.com/\S*?models/(?P<google>[a-z][\w.-]+)|"
    r"\bfal\.run/(?P<fal>[\w.-]+(?:/[\w.-]+)+)|api\.replicate\.com/v1/models/(?P<replicate>[\w.-]+/[\w.-]+)"
)
"""Addresses of endpoints that hold the name of the model."""


def posted(node: ast.Call, name: str, scope: Scope, module: Module) -> None:
    """A request made by hand: its body names a model, its address whose endpoint it is."""
    given = [*node.args[:2], *(one.value for one in node.keywords if one.arg == "url")]
    addresses = [text for one in given for text in _written(one, scope, module)]
    address = next((one for one in addresses if "://" in one), "")
    for keyword in node.keywords:
        if keyword.arg not in ("json", "data", "body"):
            continue
        for body in module.bindings.values(keyword.value, scope):
            for model in [each for key in _POSTED for each in _entries(body, key)]:
                for value in module.bindings.values(model, scope):
                    if value.text and not is_placeholder(value.text):
                        purpose = meaning((*value.trail, *reversed(scope), module.stem), PURPOSES)
                        where = reached(address) if address else (None, None)
                        place = module.place(value.node)
                        module.see(
                            purpose or "generated-by", place, f"model of {name}()", value, endpoint=where
                        )


def _written(node: ast.expr, scope: Scope, module: Module) -> Iterator[str]:
    """The texts of an expression, of one that is put together the parts that are known."""
    if isinstance(node, ast.JoinedStr):
        for part in node.values:
            inner = part.value if isinstance(part, ast.FormattedValue) else part
            yield from _written(inner, scope, module)
    elif isinstance(node, ast.BinOp):
        yield from _written(node.left, scope, module)
    else:
        yield from (one.text for one in module.bindings.values(node, scope) if one.text)


def command(node: ast.Call, scope: Scope, module: Module) -> None:
    """What a program of the command line is told to run, where its words can be followed."""
    from compliance.acquire.operated.shell import read_shell

    given = node.args[0] if node.args else None
    parts = given.elts if isinstance(given, ast.List | ast.Tuple) else [given] if given else []
    ways = [[one for one in module.bindings.values(part, scope) if one.text] for part in parts]
    seen = set[str]()
    for line in _lines_of(ways):
        for one in read_shell(line, module.name).sightings:
            if one.name in seen:
                continue
            seen.add(one.name)
            told = next((each.node for way in ways for each in way if isinstance(each.node, Told)
                         and one.name in str(each.text)), None)  # fmt: skip
            value = Value(
                renamed(told, one.name) if told else ast.copy_location(ast.Constant(one.name), node)
            )
            module.see(one.relation, module.place(value.node), one.how, value, kind=one.kind)


def _lines_of(ways: Sequence[Sequence[Value]]) -> Iterator[str]:
    """The command with the first value of each word, and with each further value of a word that has several."""
    first = [next((one.text or "…" for one in way), "…") for way in ways]
    yield " ".join(first)
    for at, way in enumerate(ways):
        for one in way[1:]:
            yield " ".join([*first[:at], one.text or "…", *first[at + 1 :]])


def payload(node: ast.Dict, scope: Scope, module: Module) -> None:
    """What is put together to be sent, in a batch or by a client that nothing here tells of."""
    keys = {one.value for one in node.keys if isinstance(one, ast.Constant)}
    if "model" not in keys or not keys & _ASKING:
        return
    for one in _entries(Value(node), "model"):
        for value in module.bindings.values(one, scope):
            if value.text and not is_placeholder(value.text):
                relation = meaning((*value.trail, *reversed(scope), module.stem), PURPOSES) or "generated-by"
                module.see(relation, module.place(value.node), "model of a request", value)


def _entries(value: Value, key: str) -> list[ast.expr]:
    if not isinstance(value.node, ast.Dict):
        return []
    pairs = zip(value.node.keys, value.node.values, strict=True)
    return [one for name, one in pairs if isinstance(name, ast.Constant) and name.value == key]


def addresses(tree: ast.AST, module: Module) -> None:
    """Files of a hub that are fetched by their address, and models whose endpoints are called by theirs."""
    for node, scope in _scoped(tree):
        if isinstance(node, ast.JoinedStr):
            _named_within(node, scope, module)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 500:
            if served := _SERVED.search(node.value):
                _served(served, node, module)
            elif found := FETCHED.search(node.value):
                relation: MentionRelation = "data" if found["kind"] else "unknown-use"
                value = Value(ast.copy_location(ast.Constant(found["name"]), node))
                module.see(relation, module.place(node), "address of a file", value)


def _named_within(node: ast.JoinedStr, scope: Scope, module: Module) -> None:
    """A model whose name is put into the address of its endpoint: `f"…/models/{MODEL}:generateContent"`."""
    told = "".join(
        part.value for part in node.values if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )
    if not any(one in told for one in _ENDPOINTS):
        return
    for before, part in pairwise(node.values):
        opens = isinstance(before, ast.Constant) and str(before.value).endswith(
            ("models/", "deployments/", "fal.run/")
        )
        if not opens or not isinstance(part, ast.FormattedValue):
            continue
        for value in module.bindings.values(part.value, scope):
            if value.text and not is_placeholder(value.text):
                names = (*value.trail, *reversed(scope), module.stem)
                relation = meaning(names, PURPOSES) or "generated-by"
                how = "model of a request to its address"
                module.see(relation, module.place(value.node), how, value, endpoint=reached(told))


def _scoped(tree: ast.AST) -> Iterator[tuple[ast.AST, Scope]]:
    """Every node with the functions and classes in which it stands."""
    left: list[tuple[ast.AST, Scope]] = [(tree, ())]
    while left:
        node, scope = left.pop()
        yield node, scope
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            scope = (*scope, node.name)
        left.extend((one, scope) for one in ast.iter_child_nodes(node))


def _served(found: re.Match[str], node: ast.Constant, module: Module) -> None:
    name = next(filter(None, found.groups()))
    relation = meaning((module.stem,), PURPOSES) or "generated-by"
    value = Value(ast.copy_location(ast.Constant(name), node))
    how = "model of a request to its address"
    module.see(relation, module.place(node), how, value, endpoint=reached(found[0]))
