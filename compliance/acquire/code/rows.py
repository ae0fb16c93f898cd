"""Rows that code writes: dictionaries with a column for what wrote a row, and one for its terms."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from compliance.acquire.code.bindings import Scope, Value
from compliance.acquire.code.module import Module
from compliance.acquire.rows.column_words import COLUMNS, LICENCES, NOT_NAMES
from compliance.model.declared.sighting import Statement

_SOURCES = ("source", "dataset", "source_dataset")


def read_row(node: ast.Dict, scope: Scope, module: Module) -> None:
    """Take what a dictionary says in the columns that are known, where it has more than two."""
    keys = {
        str(key.value): one
        for key, one in zip(node.keys, node.values, strict=True)
        if isinstance(key, ast.Constant)
    }
    if len(keys) < 3:
        return
    sources = [
        one for column in _SOURCES if column in keys for one in module.bindings.values(keys[column], scope)
    ]
    for column, given in keys.items():
        relation = COLUMNS.get(column)
        if relation is None or isinstance(given, ast.Call) or column == "model":
            continue
        for value in _named(given, scope, module):
            place = module.place(value.node)
            if column in LICENCES:
                words = module.words(value.node)
                module.found.statements.append(Statement("licence", "rows", value.text or "", place, words))
            elif relation in ("generated-by", "judged-by", "filtered-by"):
                # What stands in one line with the name of a set was used for the rows of that set.
                beside = [
                    one.text for one in sources if one.text and module.place(one.node).line == place.line
                ]
                into = beside[0] if beside else None
                module.see(relation, place, f"rows written with {column}", value, into=into)


def _named(given: ast.expr, scope: Scope, module: Module) -> Iterator[Value]:
    for value in module.bindings.values(given, scope):
        if value.text and value.text.lower() not in NOT_NAMES:
            yield value
