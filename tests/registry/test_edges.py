"""Cycles are found once each, and a line that is its own parent is none."""

from __future__ import annotations

import pytest

from compliance.registry.edges import Edge, cycles, unknown_parents


def _edges(*pairs: tuple[str, str | None]) -> list[Edge]:
    return [
        Edge("model", child, "model" if parent else None, parent, str(parent), "finetune", "base", "X", None, "card",
             "memory", own=False)
        for child, parent in pairs
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([], ()),
        ([("a", "b"), ("b", "c"), ("a", "c")], ()),
        ([("a", "a")], ()),
        ([("a", "b"), ("b", "a")], (("a", "b"),)),
        ([("c", "a"), ("a", "b"), ("b", "c"), ("d", "a")], (("a", "b", "c"),)),
        ([("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")], (("a", "b"), ("c", "d"))),
        ([("a", None), ("b", None)], ()),
    ],
)
def test_a_cycle_is_found_once(
    pairs: list[tuple[str, str | None]], found: tuple[tuple[str, ...], ...]
) -> None:
    assert cycles(_edges(*pairs)) == tuple(tuple(f"model {one}" for one in cycle) for cycle in found)


def test_unknown_parents_are_those_without_a_record() -> None:
    assert [edge.child for edge in unknown_parents(_edges(("a", "b"), ("c", None)))] == ["c"]
