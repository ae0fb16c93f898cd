"""What is asked about by name shows the first few notes, and how many more there are."""

from __future__ import annotations

from compliance.model.declared.lineage import Artifact, Lineage, Making, Noted
from compliance.model.declared.manifest import Publisher
from compliance.summarise.described import described

NOBODY = Lineage(Publisher(name="Meadow Lab"), {}, {}, (), (), {}, (), {})


def noted(key: str, *told: str) -> Artifact:
    return Artifact(key, "model", key, making=Making("open", "noted", noted=tuple(map(Noted, told))))


def test_each_note_stands_beside_what_it_is_about() -> None:
    assert described([noted("a", "one"), noted("b", "two")], NOBODY) == [
        "a (its note, which no rule reads, says “one”)",
        "b (its note, which no rule reads, says “two”)",
    ]


def test_three_notes_are_quoted_and_the_rest_is_counted() -> None:
    *_, last = described([noted("a", "1", "2"), noted("b", "3", "4"), noted("c", "5")], NOBODY)
    assert last == "c (and 2 more notes)"


def test_what_is_told_by_nothing_goes_by_its_name() -> None:
    assert described([noted("a"), noted("a")], NOBODY) == ["a"]
