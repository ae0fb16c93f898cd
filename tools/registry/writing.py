"""Write files of records in one form: a key per line, lists and steps on one line as long as they fit."""

from __future__ import annotations

import pathlib
from collections.abc import Iterable, Mapping
from typing import Any

import yaml

WIDTH = 118
_ORDER = (
    "id", "name", "names", "aliases", "within", "except", "sizes", "variants", "family", "developer", "publisher",
    "provider", "country", "parent_country", "controlling_country", "organisations", "prefixes", "repacks",
    "licence", "licences", "also_subject_to", "statements", "parts", "function", "modality", "stage", "making",
    "base", "how", "released", "retired", "ancestry", "facts", "governed", "source", "verified_on", "assurance",
    "note",
)  # fmt: skip


def write(path: pathlib.Path, head: Iterable[str], sections: Mapping[str, Any]) -> None:
    """Write a file: its schema line, comments, then each section that holds something."""
    depth = len(path.parts) - path.parts.index("policies") - 1
    schema = "providers" if {"providers", "routes"} & sections.keys() else "records"
    lines = [f"# yaml-language-server: $schema={'../' * depth}rules/_schema/{schema}.schema.json"]
    lines += [f"# {line}" for line in head]
    for name, held in sections.items():
        if not held:
            continue
        lines.append(f"{name}:")
        if isinstance(held, Mapping):
            for key, value in held.items():
                lines.append(f"  {_scalar(key)}:")
                lines += _fields(value, 4)
        else:
            for value in held:
                lines += _item(value)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _item(value: Mapping[str, Any]) -> list[str]:
    flow = "  - " + _flow(value)
    if len(value) <= 4 and len(flow) <= WIDTH:
        return [flow]
    fields = _fields(value, 4)
    return ["  - " + fields[0].lstrip(), *fields[1:]]


def _fields(value: Mapping[str, Any], indent: int) -> list[str]:
    lines = []
    keys = sorted(value, key=lambda key: _ORDER.index(key) if key in _ORDER else len(_ORDER))
    for key in keys:
        held = value[key]
        says_none = key == "governed" or (key == "within" and held == [])
        if (held is None or held in ([], {}, ())) and not says_none:
            continue
        lines += _field(key, held, indent)
    return lines


def _field(key: str, held: Any, indent: int) -> list[str]:
    pad = " " * indent
    flow = f"{pad}{key}: {_flow(held)}"
    if len(flow) <= WIDTH or not isinstance(held, list | Mapping):
        return [flow]
    if isinstance(held, Mapping):
        return [f"{pad}{key}:", *_fields(held, indent + 2)]
    if all(isinstance(one, str) for one in held):
        return _wrapped(f"{pad}{key}: [", [_flow(one) for one in held], indent + 2)
    lines = [f"{pad}{key}:"]
    for one in held:
        line = f"{pad}  - {_flow(one)}"
        if len(line) <= WIDTH:
            lines.append(line)
        else:
            fields = _fields(one, indent + 4)
            lines += [f"{pad}  - {fields[0].lstrip()}", *fields[1:]]
    return lines


def _wrapped(head: str, words: list[str], indent: int) -> list[str]:
    lines, line = [], head
    for number, word in enumerate(words):
        end = "]" if number == len(words) - 1 else ","
        if len(line) + len(word) + 2 > WIDTH and line.strip() != head.strip():
            lines.append(line.rstrip())
            line = " " * indent
        elif line == head and len(line) + len(word) + 2 > WIDTH:
            lines.append(line)
            line = " " * indent
        line += word + end + (" " if end == "," else "")
    return [*lines, line]


def _flow(held: Any) -> str:
    if isinstance(held, Mapping):
        keys = sorted(held, key=lambda key: _ORDER.index(key) if key in _ORDER else len(_ORDER))
        return "{" + ", ".join(f"{_scalar(key)}: {_flow(held[key])}" for key in keys) + "}"
    if isinstance(held, list | tuple):
        return "[" + ", ".join(_flow(one) for one in held) + "]"
    return _scalar(held)


def _scalar(held: Any) -> str:
    text: str = yaml.safe_dump(held, default_flow_style=True, allow_unicode=True, width=10**6)
    plain = text.removesuffix("\n").removesuffix("\n...").rstrip("\n")
    if isinstance(held, str) and plain == held and any(sign in held for sign in ",[]{}|"):
        return "'" + held.replace("'", "''") + "'"
    return plain
