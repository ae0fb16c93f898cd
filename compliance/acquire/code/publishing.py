"""What code puts out: rows or weights, by what made the thing that is pushed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Literal

from compliance.acquire.code.bindings import Scope, dotted
from compliance.acquire.code.clients import makers
from compliance.acquire.code.libraries import any_call_of
from compliance.acquire.code.module import Module
from compliance.acquire.names import is_hub_name
from compliance.model.declared.sighting import Published

_ROWS = ("dataset", "dataframe")
_FOLDERS = ("create_repo", "upload_folder", "upload_file")
_NAMES_RELEASE = ("hub_model_id", "push_to_hub_model_id")
"""Options of training arguments that say under what name the result goes out."""
_BESIDE = ("tokenizer", "processor", "config")
"""What goes out beside weights, and is none."""


def kind_of(node: ast.Call, scope: Scope, module: Module) -> Literal["model", "dataset"]:
    """Whether a call that publishes puts out a model or a data set."""
    for one in node.keywords:
        if one.arg == "repo_type" and isinstance(one.value, ast.Constant):
            return "dataset" if one.value.value == "dataset" else "model"
    name = dotted(node.func, module.bindings.imports)
    if name.split(".")[-1] in _FOLDERS:
        return "model"
    for maker, _ in _made(node, scope, module):
        if maker == "rows" or any(word in maker for word in _ROWS):
            return "dataset"
        if maker == "weights" or "trainer" in maker or "model" in maker:
            return "model"
    return "model" if module.has_trainer else "dataset"


def note_pushed(calls: list[tuple[ast.Call, Scope]], module: Module) -> None:
    """Note which weights are loaded to be put out again: what goes out was made from them."""
    for call, scope in calls:
        if isinstance(call.func, ast.Attribute) and call.func.attr == "push_to_hub":
            for maker, node in _made(call, scope, module):
                if maker == "weights":
                    module.trained.add(node.lineno)


def named_release(node: ast.Call, scope: Scope, module: Module) -> None:
    """Add the name that training arguments give to what they put out."""
    for one in node.keywords:
        if one.arg in _NAMES_RELEASE:
            for value in module.bindings.values(one.value, scope):
                if value.text and is_hub_name(value.text):
                    module.found.published.append(Published("model", value.text, module.place(value.node)))


def _made(node: ast.Call, scope: Scope, module: Module) -> Iterator[tuple[str, ast.Call]]:
    """The calls that made what a method is called of: what the table says of them, or their name in small letters."""
    owner = node.func
    while isinstance(owner, ast.Attribute | ast.Call):
        owner = owner.func if isinstance(owner, ast.Call) else owner.value
    if not isinstance(owner, ast.Name):
        return
    for maker in makers(owner.id, scope, module.bindings):
        name = dotted(maker.func, module.bindings.imports)
        entry = any_call_of(name)
        if any(word in name.lower() for word in _BESIDE):
            continue
        yield (entry.use if entry and entry.use in ("rows", "weights") else name.lower()), maker
