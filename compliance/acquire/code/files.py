"""Files of rows that code reads and writes: what is read, is not there and comes from nowhere, has to be asked for."""

from __future__ import annotations

import ast

from compliance.acquire.code.bindings import Scope, dotted
from compliance.acquire.code.module import Module

_ROWS = (".jsonl", ".json", ".csv", ".tsv", ".txt", ".parquet", ".arrow", ".ndjson", ".zst", ".gz")
_READERS = (
    "read_json",
    "read_csv",
    "read_parquet",
    "read_table",
    "scan_parquet",
    "scan_csv",
    "load_jsonl",
    "read_jsonl",
)
_WRITERS = (
    "to_parquet",
    "to_json",
    "to_csv",
    "write_parquet",
    "write_csv",
    "save_to_disk",
    "dump_jsonl",
    "write_jsonl",
)
_NO_ROWS = ("config", "requirements", "secret", "token", "results", "metrics", "scores", "log")


def read_files(node: ast.Call, scope: Scope, module: Module) -> None:
    """Note a file of rows that a call reads or writes."""
    name = dotted(node.func, module.bindings.imports).split(".")[-1]
    if not node.args:
        return
    if name == "open":
        writes = any(letter in _mode(node) for letter in "wax")
    elif name in (*_READERS, *_WRITERS):
        writes = name in _WRITERS
    else:
        return
    for value in module.bindings.values(node.args[0], scope):
        text = value.text or ""
        stem = text.rsplit("/", 1)[-1].lower()
        if not text.lower().endswith(_ROWS) or any(word in stem for word in _NO_ROWS) or "://" in text:
            continue
        if writes:
            module.found.written.add(stem)
        else:
            module.found.reads.append((text, module.place(value.node)))


def _mode(node: ast.Call) -> str:
    given = [*node.args[1:2], *(one.value for one in node.keywords if one.arg == "mode")]
    return next((str(one.value) for one in given if isinstance(one, ast.Constant)), "r")
