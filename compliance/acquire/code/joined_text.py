"""Texts that code puts together from parts that it names: `f"{VENDOR}/{MODEL}"`, `VENDOR + "/" + MODEL`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import islice, product
from typing import TYPE_CHECKING

from compliance.acquire.code.literals import renamed

if TYPE_CHECKING:
    from compliance.acquire.code.bindings import Bindings, Scope, Value

MOST_PARTS, MOST_WAYS, MOST_LETTERS = 8, 6, 200
"""How many parts a text may have, in how many ways it is put together, and how long it may be."""


def joined(node: ast.expr, scope: Scope, of: Bindings, depth: int) -> Iterator[Value]:
    """The texts that an expression may put together, where every part is known; each at the place of its last name."""
    parts = list(islice(_parts(node), MOST_PARTS + 1))
    if len(parts) > MOST_PARTS or not any(isinstance(one, ast.Name | ast.Attribute) for one in parts):
        return
    ways = [[one for one in of.values(part, scope, depth) if one.text is not None] for part in parts]
    for way in islice(product(*ways), MOST_WAYS):
        text = "".join(one.text or "" for one in way)
        named = [one for part, one in zip(parts, way, strict=True) if not isinstance(part, ast.Constant)]
        if len(text) <= MOST_LETTERS and named:
            made = of.value(renamed(named[-1].node, text))
            yield of.value(made.node, tuple(word for one in reversed(named) for word in one.trail))


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    """The parts of a text in their order."""
    if isinstance(node, ast.JoinedStr):
        for one in node.values:
            yield one.value if isinstance(one, ast.FormattedValue) else one
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from _parts(node.left)
        yield from _parts(node.right)
    else:
        yield node
