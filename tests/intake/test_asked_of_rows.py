"""Rows of which nothing is recorded, or of which an address is all there is, are asked about."""

from __future__ import annotations

from tests.intake.conftest import MODEL, Scanned


def asked(scanned: Scanned, files: dict[str, str]) -> list[str]:
    """The questions on where rows come from."""
    told = scanned({"README.md": MODEL, **files}).questions
    return [one.question for one in told if one.question.startswith("Where do the rows of")]


def test_unrecorded_rows_are_asked_about_in_one_question(scanned: Scanned) -> None:
    code = (
        "from datasets import load_dataset\n"
        "a, b = load_dataset('marsh/fen-play'), load_dataset('bog/reed-play')\nc = load_dataset('tatsu-lab/alpaca')\n"
    )
    (one,) = asked(scanned, {"load.py": code})
    assert "marsh/fen-play, bog/reed-play" in one or "bog/reed-play, marsh/fen-play" in one
    assert "alpaca" not in one


def test_rows_at_an_address_that_a_page_calls_by_a_name_are_asked_about_still(scanned: Scanned) -> None:
    page = MODEL + "**Training data.** 40 hours of REED 2021 demonstrations.\n"
    fetch = "wget https://zenodo.org/records/8000001/files/reed-2021.tar\n"
    (one,) = asked(scanned, {"README.md": page, "get.sh": fetch})
    assert "REED 2021" in one


def test_rows_on_record_are_not(scanned: Scanned) -> None:
    code = "from datasets import load_dataset\nload_dataset('tatsu-lab/alpaca')\n"
    assert asked(scanned, {"load.py": code}) == []
