"""Faults that name something in a folder of packs say where it stands, however much stands there."""

from __future__ import annotations

from pathlib import Path

from compliance.errors import Fault, Location
from compliance.lint.places import placed
from tests.effort import effort_below


def test_a_fault_stands_where_the_id_does(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "rules:\n  - id: own/one\n    x: 1\n  - id: 'own/two'\n\nid: own/three\n"
    )
    (tmp_path / "b.yaml").mkdir()
    (tmp_path / "c.yaml").write_bytes(b"\xff\nid: own/four\n")
    told = placed(
        [Fault(None, f"own/{one}: is wrong", "mend it") for one in ("one", "two", "three", "four")],
        [tmp_path],
    )
    places = [
        str(one.location).removeprefix(f"{tmp_path}/") for one in told if isinstance(one.location, Location)
    ]
    assert places == ["a.yaml:2:9", "a.yaml:4:10", "a.yaml:6:5", "c.yaml:2:5"]


def test_lines_are_counted_once(tmp_path: Path) -> None:
    count = 40_000
    (tmp_path / "a.yaml").write_text("".join(f"  - id: own/r{n}\n    x: {'y' * 60}\n" for n in range(count)))
    with effort_below(300):
        (told,) = placed([Fault(None, f"own/r{count - 1}: is wrong", "mend it")], [tmp_path])
    assert told.location == Location(str(tmp_path / "a.yaml"), 2 * count - 1, 9)
