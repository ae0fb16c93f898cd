"""What stands within one entry has a bound; of entries there may be many."""

from __future__ import annotations

import pathlib
from typing import Any

import pytest

from compliance.errors import FaultCollector, PackError
from compliance.load.packs.checked_packs import read_one
from compliance.load.packs.knowledge import load_packs
from compliance.load.packs.lengths import MOST_MEMBERS, long_lists

MANY = list(range(MOST_MEMBERS + 1))


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ({"rules": [{"what_to_do": MANY}]}, ("rules", 0, "what_to_do")),
        ({"rules": [{"cites": MANY}]}, ("rules", 0, "cites")),
        ({"rules": [{"when": {"a": {"fact": "x", "in": MANY}}}]}, ("rules", 0, "when", "a", "in")),
        ({"pack": {"history": MANY}, "rules": []}, ("pack", "history")),
        ({"facts": {"step.a": {"words": MANY}}}, ("facts", "step.a", "words")),
        ({"clauses": {"a": {"versions": MANY}}}, ("clauses", "a", "versions")),
        ({"policy": 1, "enforcement": {"events": MANY}}, ("enforcement", "events")),
        ({"policy": 1, "silent_on": MANY}, ("silent_on",)),
        ({"licences": [{"aliases": MANY}]}, ("licences", 0, "aliases")),
        ({"providers": {"a": {"governed": MANY}}}, ("providers", "a", "governed")),
        ({"models": [{"facts": {str(one): 1 for one in MANY}}]}, ("models", 0, "facts")),
    ],
)
def test_long_lists_within_an_entry_are_found(data: dict[str, Any], place: tuple[str | int, ...]) -> None:
    assert list(long_lists(data)) == [place]


@pytest.mark.parametrize(
    "key", ["rules", "models", "datasets", "services", "licences", "routes", "substitutes"]
)
def test_a_file_may_hold_many_entries(key: str) -> None:
    assert not list(long_lists({key: [{} for _ in MANY]}))


@pytest.mark.parametrize("key", ["facts", "definitions", "providers", "parties", "clauses"])
def test_entries_may_be_named(key: str) -> None:
    assert not list(long_lists({key: {str(one): {} for one in MANY}}))


def test_as_many_as_may_be_are_no_fault() -> None:
    assert not list(long_lists({"rules": [{"cites": MANY[1:]}]}))
    assert not list(long_lists(MANY))
    assert not list(long_lists("text"))


def test_such_a_file_is_refused_at_the_place(tmp_path: pathlib.Path) -> None:
    lines = "".join(f"      - {{from: 2020, note: n{one}}}\n" for one in MANY)
    (tmp_path / "t.yaml").write_text(f"policy: 1\nclauses:\n  a:\n    versions:\n{lines}")
    with pytest.raises(PackError) as caught:
        load_packs([tmp_path], cache=False)
    (fault,) = caught.value.faults
    assert fault.what == f"clauses.a.versions has more than {MOST_MEMBERS:,} members"
    assert str(fault.location).endswith("t.yaml:4:5")


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("pack: {id: a, title: t, family: x, version: '1'}\nrules: [" + "{}," * 60_000 + "]\n", 40),
        ("datasets: [" + "{}," * 60_000 + "]\nmodels: [" + "{}," * 60_000 + "]\n", 40),
        ("facts: {" + ",".join(f"step.a{n}: {{}}" for n in range(60_000)) + "}\n", 1),
        ("parties: {" + ",".join(f"a{n}: 1" for n in range(60_000)) + "}\n", 1),
    ],
)
def test_of_a_very_large_file_no_more_faults_are_made_than_are_told(text: str, most: int) -> None:
    faults = FaultCollector()
    assert read_one(pathlib.Path("a.yaml"), "a.yaml", text.encode(), "", faults) is None
    assert 0 < len(faults) <= most
