"""Files of rows that code reads and writes: what is read, is not there and comes from nowhere, has to be asked for."""

from __future__ import annotations

import ast

from compliance.acquire.addresses import fetched
from compliance.acquire.code.bindings import Scope, Value, dotted
from compliance.acquire.code.elsewhere import ends
from compliance.acquire.code.literals import renamed
from compliance.acquire.code.module import Module
from compliance.acquire.names import hub_name, is_remote, is_weights
from compliance.model.shapes.shape import ArtifactKind

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
_FETCHERS = frozenset(
    {"urlretrieve", "download_url", "download_and_extract_archive", "download_file_from_google_drive", "wget.download",
     "gdown.download", "gdown.cached_download", "pooch.retrieve", "utils.get_file", "load_state_dict_from_url",
     "download_url_to_file", "download_and_extract"}
)  # fmt: skip
"""Calls that fetch a file by its address, by the ends of dotted names."""
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
_ADDRESSED = frozenset({"url", "origin", "filepath_or_buffer", "path", "source", "path_or_buf"})
"""Options by which such calls are given it."""
_NO_ROWS = ("config", "requirements", "secret", "token", "results", "metrics", "scores", "log")


def read_files(node: ast.Call, scope: Scope, module: Module) -> None:
    """Note a file of rows that a call reads or writes."""
    whole = dotted(node.func, module.bindings.imports)
    name = whole.split(".")[-1]
    if name in _READERS or ends(whole, _FETCHERS):
        _fetched(node, name, scope, module)
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


def _fetched(node: ast.Call, name: str, scope: Scope, module: Module) -> None:
    """Rows, or weights, that a call gets from an address elsewhere."""
    given = [*node.args[:1], *(one.value for one in node.keywords if one.arg in _ADDRESSED)]
    for value in [each for one in given for each in module.bindings.values(one, scope)]:
        address = value.text or ""
        relation = (
            fetched(address, (*value.trail, *reversed(scope), module.stem)) if is_remote(address) else None
        )
        if relation == "unknown-use" and name in _READERS:
            relation = "data"
        if relation is None:
            continue
        told = Value(renamed(value.node, hub_name(address) or address), value.trail, value.variable)
        weights = is_weights(address.split("?")[0])
        kind: ArtifactKind | None = "model" if weights else "dataset" if relation == "data" else None
        module.see(relation, module.place(value.node), f"file of {name}()", told, kind=kind)


def _mode(node: ast.Call) -> str:
    given = [*node.args[1:2], *(one.value for one in node.keywords if one.arg == "mode")]
    return next((str(one.value) for one in given if isinstance(one, ast.Constant)), "r")
