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
