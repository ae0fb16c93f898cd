"""How a named set was made is that set's to tell; how the work's own rows were made is the work's."""

import pytest

from compliance.acquire.card import read_card
from compliance.acquire.found import Found
from compliance.intake.folder import prose_reader
from compliance.intake.naming.registry_words import RegistryWords
from compliance.pipeline import load_packs

MODEL, ROWS = "---\npipeline_tag: text-generation\n---\n", "---\ntask_categories: [other]\n---\n"


def read(text: str) -> Found:
    return read_card(text, "README.md", prose_reader(RegistryWords(load_packs().registry)))


def into(text: str, name: str) -> set[str | None]:
    return {one.into for one in read(text).sightings if one.name == name}


@pytest.mark.parametrize(
    ("prose", "name", "expected"),
    [
        (
            "Heron was trained on the FenTalk dataset. It was derived from the Reuters corpus.",
            "Reuters",
            {"FenTalk"},
        ),
        (
            "Heron was trained on the FenTalk dataset. The corpus was annotated by GPT-4o.",
            "GPT-4o",
            {"FenTalk"},
        ),
        ("Heron was trained on our FenTalk dataset. It was annotated by GPT-4o.", "GPT-4o", {None}),
        ("Heron was trained on rows. They were annotated by GPT-4o.", "GPT-4o", {None}),
        ("Heron was trained on the FenTalk dataset. We then annotated rows with GPT-4o.", "GPT-4o", {None}),
        ("Heron was trained on C4, a corpus of 52,000 texts written by GPT-4o.", "GPT-4o", {"C4"}),
    ],
)
def test_what_a_sentence_goes_on_about(prose: str, name: str, expected: set[str | None]) -> None:
    assert into(f"{MODEL}# Heron\n\n{prose}\n", name) == expected


def test_a_heading_names_the_set_that_its_first_sentence_goes_on_about() -> None:
    text = f"{MODEL}# Heron\n\n## FenTalk dataset statistics\n\nThis dataset was derived from the Reuters corpus.\n"
    assert into(text, "Reuters") == {"FenTalk"}


def test_on_a_page_of_rows_such_a_sentence_tells_of_these() -> None:
    text = f"{ROWS}# Heron\n\nIt goes on from the FenTalk dataset. It was derived from the Reuters corpus.\n"
    assert into(text, "Reuters") == {None}


def test_rows_of_predictions_were_written_by_the_model_that_was_evaluated() -> None:
    found = read("---\neval_info:\n  model: fen/heron-1\n---\n# Predictions\n")
    assert [(one.name, one.relation) for one in found.sightings] == [("fen/heron-1", "generated-by")]


PASSAGE = (
    "FenTalk is a dataset of notes written by GPT-4o.\n\nThe authors built on C4 and made changes:\n\n"
    "- The notes were shortened with Claude 3 Opus.\n"
)


def test_a_passage_goes_on_about_the_set_that_it_begins_with() -> None:
    text = f"{MODEL}# Heron\n\n## Training data\n\n{PASSAGE}".replace("FenTalk", "Dolma")
    assert into(text, "Claude 3 Opus") == {"Dolma"}
    assert into(text, "C4") == {"Dolma"}


@pytest.mark.parametrize(
    "ends",
    [
        "We shortened rows with Claude 3 Opus.",
        "The model was then tuned on answers of Claude 3 Opus.",
        "## Rows\n\nRows were shortened with Claude 3 Opus.",
    ],
)
def test_a_passage_ends_where_the_work_or_another_section_is_spoken_of(ends: str) -> None:
    text = f"{MODEL}# Heron\n\n## Training data\n\nDolma is a dataset of pages.\n\n{ends}\n"
    assert into(text, "Claude 3 Opus") == {None}
