"""What a name speaks of: known names in it, near ones, and words of making by a model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Registry
from compliance.resolve.names.lookup import Names
from compliance.resolve.names.prepared import lookups
from compliance.resolve.words.prose.spoken import faults, speaks_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Answers by talk-1 to us", ["talk-1"]),
        ("the Long Road 12 rows", ["Road 12"]),
        ("some/AI-generated letters", ["AI-generated"]),
        ("letters and parcels", []),
        ("talking heads", []),
        ("ChatGPT and Claude mix", ["ChatGPT", "Claude"]),
    ],
)
def test_what_stands_in_a_name_is_told_as_it_is_written(
    registry: Registry, name: str, expected: list[str]
) -> None:
    assert expected == [one.text for one in speaks_of(name, Names(registry))]


@pytest.mark.parametrize(
    ("name", "record"),
    [("Long-Road 5", "long"), ("a longroad collection", None), ("kin rowes", None)],
)
def test_a_near_name_is_told_from_another_word(registry: Registry, name: str, record: str | None) -> None:
    found = [one.entry.id for one in speaks_of(name, Names(registry)) if one.entry]
    assert found == ([record] if record else [])


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_faults_between_words_are_counted_both_ways(one: str, other: str) -> None:
    assert faults(one, other, 8) == faults(other, one, 8)
    assert (faults(one, other, 0) == 0) == (one == other)


@pytest.mark.parametrize("name", ["data-x14", "rows v2", "set 7 b"])
def test_figures_and_single_letters_are_no_names(name: str) -> None:
    assert speaks_of(name, lookups(load_packs().registry).names) == ()


@pytest.mark.parametrize(
    "name",
    ["TotalSegmentator dataset", "Our own recordings dataset", "medical questions", "Content of our pages",
     "Language lessons", "requests of the shop", "instruction rows", "persona cards", "library loans"],
)  # fmt: skip
def test_what_ordinary_words_also_call_is_not_spoken_of(name: str) -> None:
    assert [one for one in speaks_of(name, lookups(load_packs().registry).names) if one.entry] == []


@pytest.mark.parametrize(
    ("name", "record"), [("our hella swag rows", "hellaswag"), ("UltraChat dataset", "ultrachat")]
)
def test_beside_ordinary_words_a_name_is_still_one(name: str, record: str) -> None:
    found = [one.entry.id for one in speaks_of(name, lookups(load_packs().registry).names) if one.entry]
    assert found == [record]


@pytest.fixture(scope="module")
def bundled() -> Names:
    return Names(load_packs().registry)


@pytest.mark.parametrize("word", ["encoded", "encoder", "encodings", "commander", "whispered", "diffused"])
def test_a_word_that_ends_as_plain_words_do_is_no_misspelt_name(bundled: Names, word: str) -> None:
    assert not speaks_of(word, bundled)


@pytest.mark.parametrize(("word", "record"), [("mixtrall", "mixtral"), ("openhermess", "openhermes")])
def test_a_misspelt_name_is_one(bundled: Names, word: str, record: str) -> None:
    assert [one.entry.id for one in speaks_of(word, bundled) if one.entry] == [record]
