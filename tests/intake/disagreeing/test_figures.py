"""Amounts and times of which the files of a folder tell differently."""

from __future__ import annotations

from compliance.intake import Scan
from compliance.intake.disagreeing.statements import Contradiction
from tests.intake.conftest import Scanned


def _told(scan: Scan) -> list[Contradiction]:
    return [one for one in scan.contradictions if one.kind in ("size", "date")]


CARD = "---\nlicense: cc-by-4.0\ntask_categories: [text-classification]\n---\n# Kiesel\n\n"


def test_two_pages_tell_of_other_amounts(scanned: Scanned) -> None:
    files = {
        "README.md": CARD + "Kiesel holds 90 hours of talk.\n",
        "DATASHEET.md": "# Sheet\n\nIt holds 61 hours.\n",
    }
    (one,) = _told(scanned(files))
    assert (one.kind, one.about) == ("size", "hours")
    assert {each.place.file for each in one.said} == {"README.md", "DATASHEET.md"}


def test_rounding_and_open_ends_are_no_difference(scanned: Scanned) -> None:
    files = {
        "README.md": CARD + "Kiesel holds more than 90 hours and 10,000 clips.\n",
        "DATASHEET.md": "# Sheet\n\nIt holds 97 hours and 10,204 clips.\n",
    }
    assert _told(scanned(files)) == []


def test_cards_of_two_sets_tell_each_of_their_own(scanned: Scanned) -> None:
    other = CARD.replace("Kiesel", "Schotter") + "Schotter holds 20 hours.\n"
    files = {"README.md": CARD + "Kiesel holds 90 hours.\n", "more/README.md": other}
    assert _told(scanned(files)) == []


def test_a_field_counts_other_rows_than_the_page(scanned: Scanned) -> None:
    splits = '{"default": {"splits": {"train": {"num_examples": 700}}}}'
    files = {"README.md": CARD + "The dataset contains 5,000 examples.\n", "dataset_infos.json": splits}
    (one,) = _told(scanned(files))
    assert (one.kind, one.about) == ("size", "rows")


def test_times_that_share_no_month_disagree(scanned: Scanned) -> None:
    files = {
        "README.md": CARD + "Questions were written in March 2022.\n",
        "DATASHEET.md": "# Sheet\n\nThey were written from May to June 2024.\n",
    }
    (one,) = _told(scanned(files))
    assert (one.kind, one.about) == ("date", "written")


def test_a_time_within_another_is_a_part(scanned: Scanned) -> None:
    files = {
        "README.md": CARD + "Talk was recorded between 2015 and 2020.\n",
        "DATASHEET.md": "# Sheet\n\nTalk of the second town was gathered in 2017.\n",
    }
    assert _told(scanned(files)) == []


def test_rows_are_older_or_younger_than_the_page_says(scanned: Scanned) -> None:
    rows = '{"text": "a", "recorded_at": "2016-02-01"}\n{"text": "b", "recorded_at": "2021-02-01"}\n'
    files = {"README.md": CARD + "Talk was recorded between 2015 and 2019.\n", "data/train.jsonl": rows}
    (one,) = _told(scanned(files))
    assert one.kind == "date"
    assert [each.words for each in one.said if each.place.file == "data/train.jsonl"] == [
        "recorded_at: 2021-02-01"
    ]


def test_what_disagrees_is_asked(scanned: Scanned) -> None:
    files = {
        "README.md": CARD + "Kiesel holds 90 hours.\n",
        "DATASHEET.md": "# Sheet\n\nIt holds 61 hours.\n",
    }
    asked = [one.question for one in scanned(files).questions]
    assert "How many hours are there, and where do the others come from?" in asked


def test_what_was_gathered_may_be_older_and_not_younger(scanned: Scanned) -> None:
    page = CARD + "Posts were collected between 2015 and 2019.\n"
    older, younger = (
        '{"text": "a", "created_at": "2009-02-01"}\n',
        '{"text": "a", "created_at": "2021-02-01"}\n',
    )
    assert _told(scanned({"README.md": page, "data/train.jsonl": older})) == []
    (one,) = _told(scanned({"README.md": page, "data/train.jsonl": younger}))
    assert (one.kind, one.about) == ("date", "collected")


def test_the_day_of_a_set_is_not_that_of_its_posts(scanned: Scanned) -> None:
    rows = '{"text": "a", "created_at": "2009-02-01"}\n'
    assert _told(scanned({"README.md": CARD + "It was created in 2022.\n", "data/train.jsonl": rows})) == []


def test_rows_within_the_time_of_any_page_are_borne_out(scanned: Scanned) -> None:
    files = {
        "README.md": CARD + "Talk was recorded between 2015 and 2019.\n",
        "DATASHEET.md": "# Sheet\n\nTalk of the second town was recorded between 2016 and 2018.\n",
        "data/train.jsonl": '{"text": "a", "recorded_at": "2019-02-01"}\n',
    }
    assert _told(scanned(files)) == []
