"""A value is read when it is asked for, and once."""

from __future__ import annotations

from collections.abc import Callable

from compliance.model.on_demand import OnDemand


def test_nothing_is_read_before_it_is_asked_for_and_nothing_twice() -> None:
    read: list[str] = []

    def reader(name: str) -> Callable[[], str]:
        def once() -> str:
            read.append(name)
            return name.upper()

        return once

    held = OnDemand({name: reader(name) for name in "ab"})
    assert (list(held), len(held), "a" in held, "c" in held) == (["a", "b"], 2, True, False)
    assert (held.get("c"), read) == (None, [])
    assert (held["a"], held.get("a"), list(held.values())) == ("A", "A", ["A", "B"])
    assert read == ["a", "b"]
