"""Change documents as carelessness and malice do: in their structure, in their words, in their bytes."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

HOSTILE: tuple[Any, ...] = (
    "", "unknown", "none", "yes", "no", "2025", "2025-01/2024-01", "9999-12-31", "0001", "2025-02-30", "a/b", "../x",
    "~", "\x1b[31m", "\u202e", "\u200b", "𝒳", "Ａ", "::error::x", "##[error]", "{{ 7 * 7 }}", "<script>", "[](x)",
    "%s%n", "\0", "a" * 5_000, "[-a]" * 70, "(a|a)" * 40, "{size}{size}{size}", "{nothing}", "x[",
    "MIT OR MIT AND MIT", "*" * 50, "?" * 50, "openai", "gpt-4o", "claude-3-5-sonnet-20240620", "tatsu-lab/alpaca",
    "Apache-2.0", "lineage.yaml", "/etc/passwd", None, True, False, 0, -1, 1e308, 10**40, 0.1, [], {}, [[[[]]]],
    {"unknown": "unknown"}, [None], ["a", "a"],
)  # fmt: skip
"""Values that somebody somewhere takes for something else."""
PIECES: tuple[bytes, ...] = (
    b"", b"\0", b"\xff", b"\xef\xbb\xbf", b"\r", b"\n", b"\t", b"\n---\n", b"&a ", b"*a", b"!!x ", b"<<: ",
    b"[" * 300, b"{" * 300, b'"', b"'", b"#", b"# ", b": ", b"- ", b"<", b">", b"&#0;", b"&amp", b"<!--", b"]]>",
    b"<div>" * 300, b"(" * 300, b"*" * 300, b"1." * 300, b"not " * 300, b"\xe2\x80\xae", b"\xf0\x9d\x92\xb3",
    b"1e999", b"%PDF-", b"</script>", b"||", b"~~~", b"\\",
)  # fmt: skip
"""Pieces of bytes that open, close or stop something."""


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every key path of a document."""
    parts = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path, *(place for key, inner in parts for place in places(inner, (*path, key)))]


def at(node: Any, path: tuple[Any, ...]) -> Any:
    """The value at a key path."""
    for part in path:
        node = node[part]
    return node


Spot = tuple[Any, Any]
"""A mapping or a list, and a key or a place in it."""


def copied(document: Any) -> Any:
    """A copy of plain data, made several times faster than by `copy`."""
    return pickle.loads(pickle.dumps(document, protocol=5))


def _spots(document: Any) -> list[Spot]:
    """Where every value of a document stands, in no order that means anything."""
    found, waiting = list[Spot](), [document]
    while waiting:
        holder = waiting.pop()
        for key, value in holder.items() if isinstance(holder, dict) else enumerate(holder):
            found.append((holder, key))
            if isinstance(value, dict | list):
                waiting.append(value)
    return found


def changed(draw: Random, document: Any, times: int = 3) -> Any:
    """A copy of a document with a few values dropped, replaced, doubled, renamed, borrowed or added."""
    document = copied(document)
    for _ in range(draw.randint(1, times)):
        known = _spots(document)
        if known:
            around, key = draw.choice(known)
            draw.choice(_CHANGES)(draw, around, key, known)
    return document


def alike(draw: Random, document: Any, values: Mapping[str, Sequence[Any]], times: int = 3) -> Any:
    """A copy of a document in which a few values are others that may stand in their places."""
    document = copied(document)
    known = [
        (path, values.get(f"{path[0]}.{path[-1]}") or values.get(str(path[-1])))
        for path in places(document)
        if path
    ]
    given = [(path, others) for path, others in known if others]
    for path, others in draw.choices(given, k=draw.randint(0, times)) if given else ():
        at(document, path[:-1])[path[-1]] = copied(draw.choice(others))
    return document


def _drop(draw: Random, around: Any, key: Any, known: list[Spot]) -> None:
    del around[key]


def _replace(draw: Random, around: Any, key: Any, known: list[Spot]) -> None:
    around[key] = copied(draw.choice(HOSTILE))


def _double(draw: Random, around: Any, key: Any, known: list[Spot]) -> None:
    if isinstance(around, list):
        around.append(copied(around[key]))


def _rename(draw: Random, around: Any, key: Any, known: list[Spot]) -> None:
    if isinstance(around, dict):
        around[str(draw.choice(HOSTILE))] = around.pop(key)


def _borrow(draw: Random, around: Any, key: Any, known: list[Spot]) -> None:
    holder, other = draw.choice(known)
    around[key] = copied(holder[other])


def _wrap(draw: Random, around: Any, key: Any, known: list[Spot]) -> None:
    for _ in range(draw.choice((1, 3, 70))):
        around[key] = [around[key]]


def _add(draw: Random, around: Any, key: Any, known: list[Spot]) -> None:
    if isinstance(around[key], dict):
        around[key][str(draw.choice(HOSTILE))] = copied(draw.choice(HOSTILE))


_CHANGES: tuple[Callable[[Random, Any, Any, list[Spot]], None], ...] = (
    _drop, _replace, _replace, _double, _rename, _borrow, _wrap, _add,
)  # fmt: skip


_TIMES = (1,) * 22 + (2, 30)
"""How often a piece is put in; what is long costs the most and shows the least that is new."""


def spliced(draw: Random, content: bytes, times: int = 4) -> bytes:
    """Bytes with a few pieces put in, taken out, moved or repeated."""
    for _ in range(draw.randint(1, times)):
        start = draw.randint(0, len(content))
        end = min(len(content), start + draw.choice((0, 0, 1, 4, 40)))
        piece = draw.choice(PIECES)
        if draw.random() < 0.2 and content:
            other = draw.randint(0, len(content) - 1)
            piece = content[other : other + draw.choice((1, 20, 400))]
        content = content[:start] + piece * draw.choice(_TIMES) + content[end:]
    return content
