"""A list of what things scored compares them; sources that words or tables tell are told, known or not."""

from __future__ import annotations

import pytest

from compliance.acquire.card import read_card
from compliance.acquire.prose.licence_words import licence_said, people_said
from compliance.intake.folder import prose_reader
from compliance.intake.naming.registry_words import RegistryWords
from compliance.pipeline import load_packs


def told(text: str) -> dict[str, tuple[str, bool, str | None]]:
    """What each name of a page was for, whether that is denied, and of what kind the thing is."""
    found = read_card(text, "README.md", prose_reader(RegistryWords(load_packs().registry)))
    return {one.name: (one.relation, one.negated, one.kind) for one in found.sightings}


@pytest.mark.parametrize(
    "line",
    [
        "Accuracy on our 400 letters: Fenreader 0.97, Amazon Textract 0.91, Google Document AI 0.90.",
        "Word error (WER): Fenreader 4.1 %, Amazon Textract 5.0 % and Google Document AI 6.2 %.",
        "Recall of the fields: Amazon Textract (2024) 88 %, Fenreader 93 %.",
        "The WER of Fenreader is 7.9 %; Amazon Textract has 23.4 % and Google Document AI 11.2 %.",
    ],
)
def test_things_with_their_scores_in_a_row_are_compared(line: str) -> None:
    assert told(f"# Fenreader\n\n## How good\n\n{line}\n")["Amazon Textract"][0] in ("compared-with", "none")


def test_who_wrote_beside_a_figure_is_no_comparison() -> None:
    text = "# Fen pages\n\nAmazon Textract transcribed 0.4 million pages, people the other 0.1 million.\n"
    assert told(text)["Amazon Textract"][0] == "generated-by"


@pytest.mark.parametrize("words", ["We left out {}.", "We left {} out.", "Reedbase and {} were left out.",
                                   "We left out Reedbase and {}, whose terms forbid it."])  # fmt: skip
def test_what_is_left_out_did_not_go_in(words: str) -> None:
    assert told("# Fen pairs\n\n## Sources\n\n" + words.format("DrugBank") + "\n")["DrugBank"][1]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Structures come from ChEMBL and MarshChem.", "MarshChem"),
        ("Molecules were drawn at random; spectra come from ReedSpec.", "ReedSpec"),
        ("Training pages: MarshLayNet (Reed Ltd, MIT), own scans.", "MarshLayNet"),
    ],
)
def test_a_source_that_words_tell_is_one_though_nothing_knows_it(line: str, name: str) -> None:
    assert told(f"# Fen\n\n{line}\n")[name] == ("data", False, "dataset")


@pytest.mark.parametrize("line", ["It comes from Reedham.", "Results come from FenNet7 runs."])
def test_what_comes_from_somewhere_and_is_no_rows_tells_none(line: str) -> None:
    assert all(kind != "dataset" for _, _, kind in told(f"# Fen\n\n{line}\n").values())


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("FENR5 (Marsh Board / Reed Service)", "FENR5"),
        ("MARSH radar composite (REEDNET)", "MARSH"),
        ("our users", None),
    ],
)
def test_a_table_of_training_data_tells_things_that_it_describes(cell: str, name: str | None) -> None:
    text = f"# Fen\n\n## Training data\n\n| source | years |\n|---|---|\n| {cell} | 2019 |\n"
    sets = [one for one, (_, _, kind) in told(text).items() if kind == "dataset"]
    assert sets == ([name] if name else [])


@pytest.mark.parametrize(
    "words", ["Commercial and non-commercial forecasting.", "Free for non-commercial and commercial use."]
)
def test_both_uses_are_no_limit(words: str) -> None:
    assert not list(licence_said(words))


def test_one_use_alone_is_a_limit() -> None:
    assert [said for _, said, _ in licence_said("Only non-commercial use is permitted.")] == [
        "non-commercial"
    ]


def test_the_licence_of_code_that_was_taken_over_is_that_of_code() -> None:
    assert {
        about for about, _, _ in licence_said("Parts of fen/radar.py follow reedsteps (BSD-3-Clause).")
    } == {"code"}


@pytest.mark.parametrize(
    "words",
    ["Every instruction was typed by the operator.", "Each clip was labelled by one trained annotator."],
)
def test_one_person_of_a_trade_is_people(words: str) -> None:
    assert ("people-wrote", words.index(" was ") + 5) in list(people_said(words))


def test_a_machine_of_such_a_name_is_none() -> None:
    assert not list(people_said("Each clip was labelled by the generator."))


def test_a_table_of_parts_tells_from_where_each_comes() -> None:
    text = (
        "# Fen shelves\n\n## Parts\n\n| part | hours | from |\n|---|---|---|\n| wild | 90 | BridgeData V2 |\n"
    )
    assert told(text)["BridgeData V2"][0] == "data"


def test_a_table_of_parts_with_notes_tells_no_source() -> None:
    text = "# Fen shelves\n\n## Parts\n\n| part | notes |\n|---|---|\n| wild | looks like BridgeData V2 |\n"
    assert told(text)["BridgeData V2"][0] != "data"
