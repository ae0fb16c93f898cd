"""Files of rows that code reads and writes: what is read, is not there and comes from nowhere, has to be asked for."""

from __future__ import annotations

import ast
import re

from compliance.acquire.addresses import fetched
from compliance.acquire.code.bindings import Scope, Value, dotted
from compliance.acquire.code.elsewhere import ends
from compliance.acquire.code.literals import node_values, renamed
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
_ASIDE = frozenset(
    {"val", "valid", "validation", "dev", "test", "eval", "evaluation", "heldout", "holdout", "vocab", "classes",
     "prompts", "template"}
)  # fmt: skip
"""Words in the names of files that are not trained on."""
_NO_ROWS = ("config", "requirements", "secret", "token", "results", "metrics", "scores", "log")


def read_files(node: ast.Call, scope: Scope, module: Module) -> None:
    """Note a file of rows that a call reads or writes."""
    whole = dotted(node.func, module.bindings.imports)
    name = whole.split(".")[-1]
    if name in _READERS or ends(whole, _FETCHERS):
        _fetched(node, name, scope, module)
    _of_builder(node, name, scope, module)
    if not node.args:
        return
    if name == "open":
        writes = any(letter in _mode(node) for letter in "wax")
    elif name in (*_READERS, *_WRITERS):
        writes = name in _WRITERS
    else:
        return
    for value in module.bindings.values(_last(node.args[0]), scope):
        text = value.text or ""
        stem = text.rsplit("/", 1)[-1].lower()
        if not text.lower().endswith(_ROWS) or any(word in stem for word in _NO_ROWS) or "://" in text:
            continue
        if writes:
            module.found.written.add(stem)
        else:
            _read(text, value, module)


def _last(node: ast.expr) -> ast.expr:
    """The last part of a path that is put together: `DATA / "rows.jsonl"`, `os.path.join(DATA, "rows.jsonl")`."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return node.right
    joins = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "join" and len(node.args) > 1
    return node.args[-1] if joins and isinstance(node, ast.Call) else node


def _of_builder(node: ast.Call, name: str, scope: Scope, module: Module) -> None:
    """Files of rows that `load_dataset` reads by the form in which they are written."""
    given = [one.value for one in node.keywords if one.arg == "data_files"] if name == "load_dataset" else []
    for one in given:
        for value in module.bindings.values(one, scope):
            parts = node_values(value.node) or [value.node]
            for told in [each for part in parts for each in module.bindings.values(_last(part), scope)]:
                if (told.text or "").lower().endswith(_ROWS) and "://" not in (told.text or ""):
                    _read(told.text or "", told, module)


def _read(text: str, value: Value, module: Module) -> None:
    """Note a file of rows that is read; what trains is taken to train on it, but for what its name sets aside."""
    place = module.place(value.node)
    module.found.reads.append((text, place))
    stem = set(re.split(r"[^a-z]+", text.rsplit("/", 1)[-1].lower()))
    if (module.has_trainer or module.trained) and not stem & _ASIDE:
        module.found.trained_on.append((text, place))


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
