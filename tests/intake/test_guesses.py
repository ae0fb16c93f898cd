"""What is only mentioned is asked about; what words, fields and lists tell is drafted."""

from __future__ import annotations

import pytest

from compliance.intake import Scan
from tests.intake.conftest import Scanned


def drafted(scan: Scan) -> dict[str, str]:
    return {one.name: one.relation for one in scan.upstreams}


def mentioned(scan: Scan) -> set[str]:
    return {one.about for one in scan.questions if "mentioned, not drafted" in one.because}


@pytest.mark.parametrize(
    "prose",
    [
        "As part of the Mistral-7B release a guide was updated.",
        "We are excited to show the latest iteration of BERT, which is better.",
        "By: Ann Lee, Luke, Luke Berg, Bo Ray.",
    ],
)
def test_a_model_of_which_no_words_say_that_it_went_in_is_never_drafted(scanned: Scanned, prose: str) -> None:
    assert drafted(scanned({"README.md": f"# Heron\n\n{prose}\n"})) == {}


def test_what_is_mentioned_is_asked(scanned: Scanned) -> None:
    scan = scanned({"README.md": "# Heron\n\nAs part of the Mistral-7B release a guide was updated.\n"})
    assert drafted(scan) == {}
    assert mentioned(scan) == {"Mistral-7B"}


@pytest.mark.parametrize(
    "prose",
    [
        "It was fine-tuned from Mistral-7B on C4.",
        "It was made by finetuning mistralai/Mistral-7B-v0.1 on allenai/c4.",
        "A Mistral-7B (Jiang et al., 2023) fine-tuned on C4.",
    ],
)
def test_what_words_tell_is_drafted(scanned: Scanned, prose: str) -> None:
    assert set(drafted(scanned({"README.md": f"# Heron\n\n{prose}\n"})).values()) == {"base", "data"}


@pytest.mark.parametrize(
    "heading", ["Used Datasets", "Training data", "Datasets used for training", "SFT data"]
)
def test_rows_listed_under_a_heading_on_what_went_in_are_data(scanned: Scanned, heading: str) -> None:
    link = "[pairs](https://huggingface.co/datasets/meadow/pairs-9k)"
    scan = scanned({"README.md": f"# Heron\n\n## {heading}\n\n- {link}\n- No other set was used\n"})
    assert drafted(scan) == {"meadow/pairs-9k": "data"}


def test_rows_listed_under_a_heading_on_measuring_are_none(scanned: Scanned) -> None:
    link = "[pairs](https://huggingface.co/datasets/meadow/pairs-9k)"
    assert drafted(scanned({"README.md": f"# Heron\n\n## Test data\n\n- {link}\n"})) == {}


@pytest.mark.parametrize(
    "prose",
    [
        "- GSM8K: (plain) **77.18**\n- HellaSwag: 87.67",
        "Credit to Ann for GSM8K and HellaSwag.",
        "Meta AI Research, Fen",
        "> It writes well, as does our model, Heron.",
    ],
)
def test_results_thanks_and_makers_are_no_upstreams(scanned: Scanned, prose: str) -> None:
    assert drafted(scanned({"README.md": f"# Heron\n\n{prose}\n"})) == {}


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Heron is a pretrained BERT model for Brazilian Portuguese.", {}),
        ("Heron is a BERT-based model trained on Polish texts.", {}),
        ("Heron is a BERT-based model that was fine-tuned on letters.", {"BERT": "base"}),
    ],
)
def test_a_family_after_which_a_thing_is_built_is_asked_about(
    scanned: Scanned, prose: str, expected: dict[str, str]
) -> None:
    assert drafted(scanned({"README.md": f"# Heron\n\n{prose}\n"})) == expected
