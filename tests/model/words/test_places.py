"""Countries and regions are met under many names and held under one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.model.words.place_names import COUNTRIES, REGIONS, STATES
from compliance.model.words.places import by_name, known_place, overlap, parts_of, place, smallest, within

CODES = [
    code for code in (entry.strip().partition(" ")[0] for entry in re.split(r"[;\n]", COUNTRIES)) if code
]
WORDS = [*CODES, *REGIONS, "worldwide", "US-CA", "DE-BY"]
places = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Deutschland", "DE"), ("deutschland", "DE"), ("Österreich", "AT"), ("Osterreich", "AT"), ("España", "ES"),
        ("Suomi", "FI"), ("日本", "JP"), ("대한민국", "KR"), ("South Korea", "KR"), ("Россия", "RU"), ("Ελλάδα", "GR"),
        ("भारत", "IN"), ("مصر", "EG"), ("The Netherlands", "NL"), ("U.S.A.", "US"), ("UK", "GB"), ("Scotland", "GB"),
        ("no", "NO"), ("Cote d'Ivoire", "CI"), ("California", "US-CA"), ("us-tx", "US-TX"), ("DE-BY", "DE-BY"),
        ("European Union", "EU"), ("Asia-Pacific", "APAC"), ("eea", "EEA"), ("global", "worldwide"),
        ("weltweit", "worldwide"), ("Unknown", "unknown"),
    ],
)  # fmt: skip
def test_a_place_goes_by_one_word_whatever_it_is_called(name: str, word: str) -> None:
    assert word == place(name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Germny", "no country or region is called 'Germny'; did you mean 'DE' (germany)?"),
        ("Oesterrich", "did you mean 'AT'"),
        ("Germania", "did you mean 'DE' (germany)?"),
        ("Franca", "did you mean 'FR' (france)?"),
        ("Rominia", "did you mean 'RO' (romania)?"),
        ("Nederlands", "did you mean 'NL'"),
        ("Atlantis Prime", "write an ISO code such as 'DE' or 'US-CA'"),
        ("Georgia", "'Georgia' does not tell one place; write 'GE' for the country or 'US-GA' for the state"),
        ("Congo", "write 'CD' (Democratic Republic) or 'CG' (Republic)"),
        ("international", "write 'worldwide', or the countries"),
        ("US-ZZ", "no country or region is called 'US-ZZ'"),
        ("QQ-BY", "no country or region is called 'QQ-BY'"),
        ("", "no country or region is called ''"),
    ],
)
def test_what_names_no_place_or_several_is_refused_with_what_to_write(name: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        place(name)


def test_every_country_of_the_standard_is_there_once() -> None:
    assert (len(CODES), len(set(CODES))) == (250, 250)  # ISO 3166-1, and Kosovo
    assert len(re.findall(r"US-[A-Z]{2}", STATES)) == 51


def test_no_two_places_share_a_name() -> None:
    entries = [
        entry.strip().partition(" ") for entry in re.split(r"[;\n]", COUNTRIES + STATES) if entry.strip()
    ]
    names = [name for _, _, called in entries for name in called.split("|")]
    assert [name for name in names if names.count(name) > 1] == []
    assert [
        (code, name) for code, _, called in entries for name in called.split("|") if place(name) != code
    ] == []


def test_regions_are_made_of_countries() -> None:
    assert {code for _, members in REGIONS.values() for code in members.split()} <= set(CODES)
    assert len(smallest("EU") - {"AX", "GF", "GP", "MF", "MQ", "RE", "YT"}) == 27


def test_regions_within_regions_are_known() -> None:
    assert {"EU", "Benelux", "Baltics"} - parts_of("Europe") == set()
    assert "EU" not in parts_of("Benelux")


@given(places, places)
def test_what_lies_within_also_overlaps(one: list[str], other: list[str]) -> None:
    assert not within(one, other) or overlap(one, other)


@given(places, places)
def test_two_lists_overlap_as_often_as_they_share_a_smallest_place(one: list[str], other: list[str]) -> None:
    def share(first: list[str], second: list[str]) -> bool:
        return any(
            "worldwide" in (x, y) or a == b or a.startswith(f"{b}-")
            for x in first
            for a in smallest(x)
            for y in second
            for b in smallest(y)
        )

    assert share(one, other) == overlap(one, other)


def test_every_place_lies_somewhere_in_the_world_and_an_unknown_one_may_not() -> None:
    assert overlap(["IT", "ER"], ["worldwide", "MS"])
    assert overlap(["US-CA"], ["worldwide"])
    assert not overlap(["unknown"], ["worldwide"])


@given(places, places)
def test_every_place_is_reached_worldwide_and_none_by_that_name(one: list[str], other: list[str]) -> None:
    assert overlap(["worldwide"], other)
    assert by_name(["worldwide", *one], other) == by_name(one, other)


@given(st.text(max_size=20))
def test_no_text_breaks_the_look_up(text: str) -> None:
    found = known_place(text)
    assert found is None or place(found) == found
