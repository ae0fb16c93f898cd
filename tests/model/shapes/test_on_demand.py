"""A value is read when it is asked for, and once."""

from __future__ import annotations

from compliance.model.shapes.on_demand import OnDemand


def test_nothing_is_read_before_it_is_asked_for_and_nothing_twice() -> None:
    read: list[str] = []

    def reader(place: str) -> str:
        read.append(place)
        return place.upper()

    held = OnDemand({"a": "x", "b": "y"}, reader)
    assert (list(held), len(held), "a" in held, "c" in held) == (["a", "b"], 2, True, False)
    assert (held.get("c"), read) == (None, [])
    assert (held["a"], held.get("a"), list(held.values())) == ("X", "X", ["X", "Y"])
    assert read == ["x", "y"]
    assert dict(held) == {"a": "X", "b": "Y"}
