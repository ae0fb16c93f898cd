"""Amounts and times that a page tells of the whole work."""

from __future__ import annotations

import pytest

from compliance.acquire.prose.figures import figures_said
from compliance.acquire.rows.dates import counted, of_fields


def _amounts(text: str, section: str = "", own: str = "", opens: bool = False) -> dict[str, int]:
    """What is counted, with the middle of the span that is told."""
    said = (one for one in figures_said(text, section, own, opens) if one.kind == "amount")
    return {one.about: round((one.span.low + one.span.high) / 2) for one in said}


def _periods(text: str) -> dict[str, tuple[int, int]]:
    said = (one for one in figures_said(text, "", "", False) if one.kind == "period")
    return {one.about: (int(one.span.low), int(one.span.high)) for one in said}


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("The corpus holds 73 hours and 9,120 utterances.", {"hours": 73, "utterances": 9120}),
        ("This dataset contains about 40K dialogues.", {"conversations": 40_000}),
        ("It comprises 12.345 Bilder.", {}),
        ("It comprises 12.345 images.", {"images": 12_345}),
        ("A collection of 2.5 hours of speech.", {"hours": 2}),
        ("It holds 3,000 sentence pairs.", {"pairs": 3000}),
        ("The corpus contains 1.4 million tokens.", {"tokens": 1_400_000}),
    ],
)
def test_what_the_whole_holds_is_read(text: str, amounts: dict[str, int]) -> None:
    assert _amounts(text) == amounts


@pytest.mark.parametrize(
    "text",
    [
        "The test set contains 300 images.",
        "The dataset contains 4,000 training examples.",
        "The first version of the corpus contains 500 hours.",
        "It consists of 100 images of barns and 200 images of mills.",
        "It contains 20 questions per page.",
        "We drew 500 images.",
        "Unlike this one, the dataset contains 7,000 songs of other people.",
    ],
)
def test_parts_and_other_states_are_no_whole(text: str) -> None:
    assert _amounts(text) == {}


def test_a_datasheet_answers_with_rows() -> None:
    assert _amounts("8,014 clips, 31 hours.", "Composition / How many instances are there?") == {
        "clips": 8014, "rows": 8014, "hours": 31,
    }  # fmt: skip
    assert _amounts("How many instances are there? 640 scans.") == {"scans": 640, "rows": 640}


def test_a_page_may_open_with_its_amount_or_its_own_name() -> None:
    assert _amounts("640 recipes and 1,200 images, taken at home.", opens=True) == {}
    assert _amounts("1,200 images of bread, taken at home.", opens=True) == {"images": 1200}
    assert _amounts("1,200 images of bread, taken at home.") == {}
    assert _amounts("Krume holds 1,200 images.", own="Krume") == {"images": 1200}


def test_over_and_up_to_leave_an_end_open() -> None:
    (over,) = figures_said("The corpus holds more than 90 hours.", "", "", False)
    (under,) = figures_said("The corpus holds up to 90 hours.", "", "", False)
    assert (over.span.high, under.span.low) == (float("inf"), 0.0)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Rows were written from May to July 2025.", {"written": (24304, 24306)}),
        ("We recorded them between 2015 and 2019.", {"recorded": (24180, 24239)}),
        ("Answers were labelled by nurses in March 2024.", {"annotated": (24290, 24290)}),
        ("Sermons from 1990 to 1995 are in it.", {"sermons": (23880, 23951)}),
        ("They were collected (2019–2021).", {"collected": (24228, 24263)}),
    ],
)
def test_what_was_done_when_is_read(text: str, periods: dict[str, tuple[int, int]]) -> None:
    assert _periods(text) == periods


@pytest.mark.parametrize(
    "text",
    [
        "It was created by Otter and Vole (2015).",
        "Collection ended in February 2024.",
        "Version 2 was recorded in 2021.",
        "The earlier corpus was collected in 2011.",
        "We opened the shop in May 2020.",
    ],
)
def test_papers_ends_and_other_states_are_no_time_of_the_making(text: str) -> None:
    assert _periods(text) == {}


def test_fields_count_rows() -> None:
    splits = {"splits": [{"name": "train", "num_examples": "900"}, {"name": "test", "num_examples": "100"}]}
    assert [(one.low, one.high) for one in counted({"dataset_info": splits}, "README.md")] == [(900, 1000)]
    assert [(one.about, one.low) for one in counted({"total_episodes": "55"}, "info.json")] == [
        ("episodes", 55.0)
    ]
    assert list(counted({"dataset_info": [{**splits}, {**splits}]}, "README.md")) == []
    assert [(one.low, one.high) for one in of_fields({"size_categories": ["10K<n<100K"]}, "README.md")] == [
        (1e4, 1e5)
    ]
    assert list(of_fields({"size_categories": "unknown"}, "README.md")) == []
