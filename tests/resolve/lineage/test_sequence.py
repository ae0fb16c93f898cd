"""The order of steps: what is known of a thing's past comes before everybody who reads it."""

from __future__ import annotations

from compliance.errors import FaultCollector
from compliance.model.declared.manifest import Input, Step
from compliance.model.shapes.shape import Role
from compliance.resolve.lineage.sequence import in_order


def _step(name: str, reads: tuple[str, ...], writes: str, role: Role = "data") -> Step:
    inputs = {role: tuple(Input(artifact=one) for one in reads)}
    return Step.model_construct(id=name, kind="finetune", inputs=inputs, outputs=(writes,))


def _ordered(*steps: Step, past: tuple[str, ...] = ("m~1", "m~2")) -> list[str]:
    faults = FaultCollector()
    found = in_order(steps, {}, faults, past)
    faults.raise_if_any()
    return [step.id for step in found]


FIRST, SECOND = _step("m~1", ("d",), "m"), _step("m~2", ("x",), "m")
TUNE, MAKE = _step("tune", ("m",), "t"), _step("make", ("rows",), "d")


def test_a_past_that_waits_for_what_is_made_here_still_precedes_its_readers() -> None:
    assert _ordered(FIRST, SECOND, TUNE, MAKE) == ["make", "m~1", "m~2", "tune"]


def test_steps_of_one_past_follow_each_other_as_they_are_known() -> None:
    assert _ordered(FIRST, SECOND, MAKE, TUNE) == ["make", "m~1", "m~2", "tune"]


def test_a_step_that_goes_on_in_place_comes_after_the_past() -> None:
    again = _step("again", ("m", "rows"), "m")
    assert _ordered(FIRST, SECOND, again, MAKE) == ["make", "m~1", "m~2", "again"]


def test_a_past_that_waits_for_what_is_made_from_it_comes_when_it_can() -> None:
    late = _step("make", ("t",), "d")
    assert _ordered(FIRST, SECOND, TUNE, late) == ["m~2", "tune", "make", "m~1"]


def test_without_a_known_past_the_first_that_writes_is_enough() -> None:
    assert _ordered(FIRST, SECOND, TUNE, MAKE, past=()) == ["m~2", "tune", "make", "m~1"]


def test_a_loop_of_what_is_known_names_the_records_that_tell_of_it() -> None:
    ring = _step("a~1", ("b",), "a"), _step("b~1", ("a",), "b"), _step("tune", ("a",), "t")
    faults = FaultCollector()
    in_order(ring, {}, faults, ("a~1", "b~1"), {"a": "meadow/A", "b": "meadow/B", "t": "mine"})
    (told,) = faults.faults
    assert "a~1 (writes a) <- b~1 (writes b) <- a~1" in told.what
    assert told.what.endswith("; known from records: 'meadow/A', 'meadow/B'")
    assert "rules lint" in told.what_to_do


def test_a_loop_through_a_step_of_the_manifest_asks_for_that_step() -> None:
    ring = _step("a~1", ("b",), "a"), _step("mine", ("a",), "b")
    faults = FaultCollector()
    in_order(ring, {}, faults, ("a~1",), {"a": "meadow/A", "b": "ours"})
    (told,) = faults.faults
    assert told.what.endswith("; known from records: 'meadow/A'")
    assert told.what_to_do == "let one of these steps start from another artifact"


def test_a_loop_of_the_manifest_alone_speaks_of_no_record() -> None:
    ring = _step("one", ("b",), "a"), _step("two", ("a",), "b")
    faults = FaultCollector()
    in_order(ring, {}, faults, (), {"a": "ours", "b": "ours too"})
    (told,) = faults.faults
    assert "record" not in told.what


def test_who_reads_before_any_writer_is_listed_waits_for_all_of_them() -> None:
    gather, write = _step("gather", ("q",), "rows"), _step("write", ("gpt",), "rows")
    for listed in ((TRAIN, gather, write), (TRAIN, write, gather)):
        assert _ordered(*listed, past=())[-1] == "train"


def test_a_reader_listed_between_writers_keeps_its_place() -> None:
    gather, write = _step("gather", ("q",), "rows"), _step("write", ("gpt",), "rows")
    assert _ordered(gather, TRAIN, write, past=()) == ["gather", "train", "write"]


def test_a_writer_that_waits_for_the_reader_comes_after_it() -> None:
    gather, answer = _step("gather", ("q",), "rows"), _step("answer", ("m",), "rows")
    assert _ordered(TRAIN, gather, answer, past=()) == ["gather", "train", "answer"]


TRAIN = _step("train", ("rows",), "m")
