"""What is asked about by name shows the first few notes, and how many more there are."""

from __future__ import annotations

from compliance.model.declared.lineage import Artifact, Lineage, Making, Noted
from compliance.model.declared.manifest import Publisher, Step
from compliance.summarise.described import described
from compliance.values import replace

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


def test_why_is_told_of_what_steps_make_all_the_same() -> None:
    why = "step note is called “rewrite”, convert writes nothing"
    asked = [Artifact(key, "dataset", key, making=Making("open", why)) for key in ("a", "b")]
    step = Step(id="note", kind="convert", outputs=("a",))
    made = replace(NOBODY, steps={"note": step})
    assert described(asked, made) == [f"a ({why})", "b"]


def test_what_is_told_by_nothing_goes_by_its_name() -> None:
    assert described([noted("a"), noted("a")], NOBODY) == ["a"]


def test_a_page_that_several_share_is_quoted_at_the_first() -> None:
    page = (Noted("section on how it was made", placed=True),)
    first, second = described(
        [Artifact(key, "dataset", key, making=Making("open", "placed", noted=page)) for key in ("a", "b")],
        NOBODY,
    )
    assert "says more than a place" in first
    assert second == "b"


def test_two_of_one_name_with_one_note_are_named_once() -> None:
    asked = [Artifact(key, "dataset", "rows", making=noted("a", "one").making) for key in ("a", "b")]
    assert described(asked, NOBODY) == ["rows (its note, which no rule reads, says “one”)"]
