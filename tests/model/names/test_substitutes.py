"""The registry of substitutes: every function has some, marks are kept apart from what was not looked at."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.names.substitutes import FOUND, PURPOSES, SIZES, Substitute
from compliance.model.words.places import within


@pytest.fixture(scope="module")
def held() -> dict[str, Substitute]:
    """The bundled substitutes by id."""
    return {one.id: one for file in load_packs().registry.substitutes for one in file.substitutes}


def test_every_function_has_substitutes_behind_which_nothing_was_found(held: dict[str, Substitute]) -> None:
    served = {
        function
        for function, purposes in PURPOSES.items()
        for one in held.values()
        if set(purposes) & set(one.purposes) and not {one.weights, one.outputs} & set(FOUND)
    }
    assert set(PURPOSES) == served


def test_no_substitute_comes_from_the_origins_that_the_marks_speak_of(held: dict[str, Substitute]) -> None:
    (origins,) = {file.origins for file in load_packs().registry.substitutes}
    assert [one.id for one in held.values() if one.country and within(one.country, origins)] == []


@pytest.mark.parametrize(
    ("key", "weights", "outputs"),
    [
        ("gpt-oss-120b", "none-found", "none-found"),
        ("smollm3", "none-found", "likely"),
        ("nemotron-nano-9b-v2", "none-found", "known"),
        ("olmocr", "known", "not-checked"),
        ("flux-2-klein", "in-part", "not-checked"),
        ("arctic-embed-2", "known", "not-checked"),
        ("falcon-h1", "not-checked", "not-checked"),
    ],
)
def test_a_mark_says_how_well_it_is_known(
    held: dict[str, Substitute], key: str, weights: str, outputs: str
) -> None:
    assert (weights, outputs) == (held[key].weights, held[key].outputs)


def test_sizes_are_ordered_from_the_smallest(held: dict[str, Substitute]) -> None:
    assert {one.size for one in held.values()} == set(SIZES)
    assert SIZES == ("small", "medium", "large")
