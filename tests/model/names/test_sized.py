"""A base goes by the size in the name that is asked for."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.model.names.records import ModelEntry
from compliance.model.names.sized import of_size

SIZES = ["1.5B", "7B", "8x7B", "30B-A3B"]
STEPS = {
    "steps": [{"kind": "finetune", "inputs": {"base": ["a/b-{size}"], "data": ["a/rows"]}, "by": "X"}],
    "documented_at": "card",
    "assurance": "secondary",
}


def _entry(**given: Any) -> ModelEntry:
    whole = {
        "id": "m",
        "names": ["x/m-{size}"],
        "sizes": SIZES,
        "family": "m",
        "developer": "x",
        "assurance": "memory",
    }
    return ModelEntry.model_validate({**whole, **given})


@pytest.mark.parametrize(
    ("name", "bases"),
    [
        ("m-7B", ("a/b-7B",)),
        ("m_7b-instruct", ("a/b-7B",)),
        ("m-1.5B", ("a/b-1.5B",)),
        ("m-8x7B", ("a/b-8x7B",)),
        ("m-30B-A3B", ("a/b-30B-A3B",)),
        ("m", ("a/b-1.5B", "a/b-7B", "a/b-8x7B", "a/b-30B-A3B")),
        (None, ("a/b-1.5B", "a/b-7B", "a/b-8x7B", "a/b-30B-A3B")),
    ],
)
def test_a_name_has_the_base_of_its_size_and_every_one_if_it_tells_none(
    name: str | None, bases: tuple[str, ...]
) -> None:
    assert bases == of_size(_entry(base=["a/b-{size}"]), name).base


@pytest.mark.parametrize("base", [[], ["a/b-7B"], ["a/b-7B", "c/d"]])
def test_a_base_without_an_open_size_stays_as_it_is(base: list[str]) -> None:
    entry = _entry(base=base)
    assert of_size(entry, "m-1.5B") is entry


def test_documented_steps_go_by_size_too() -> None:
    ancestry = of_size(_entry(ancestry=STEPS), "m-7B").ancestry
    assert ancestry is not None
    assert ancestry.steps[0].inputs == {"base": ("a/b-7B",), "data": ("a/rows",)}
