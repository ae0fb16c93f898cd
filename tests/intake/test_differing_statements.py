"""Statements of licence, size and day: of which thing they speak, and when two cannot both be right."""

from __future__ import annotations

import pytest

from compliance.intake import Scan
from tests.intake.conftest import Scanned

CARD = (
    "---\nlicense: apache-2.0\nbase_model: {base}\npipeline_tag: text-generation\n---\n# marsh/Heron-8B\n\n"
)
ROWS = "---\nlicense: cc-by-nc-4.0\ntask_categories: [text-generation]\n---\n# marsh/heron-rows\n\nRows.\n"


def kinds(scan: Scan) -> set[tuple[str, str]]:
    return {(one.kind, one.about) for one in scan.contradictions}


def card(words: str, base: str = "Qwen/Qwen3-8B-Base") -> str:
    return CARD.format(base=base) + words


@pytest.mark.parametrize(
    ("words", "about"),
    [
        ("The rows are published under CC-BY-4.0 as marsh/heron-rows.", "marsh/heron-rows"),
        ("heron-rows is released under CC-BY-4.0.", "marsh/heron-rows"),
        ("The model was trained on heron-rows and is released under MIT.", "marsh/Heron-8B"),
    ],
)
def test_a_licence_is_that_of_the_thing_which_the_sentence_names(
    scanned: Scanned, words: str, about: str
) -> None:
    scan = scanned({"README.md": card(words), "data/README.md": ROWS})
    differing = {one.about for one in scan.contradictions if "licences that differ" in one.why}
    assert differing == {about}


@pytest.mark.parametrize(
    ("words", "differ"),
    [
        ("The weights are under CC-BY-NC-4.0, as the rows may serve no business.\n", True),
        ("The model is released under CC-BY-NC-4.0 because its sources allow nothing else.\n", True),
        ("The model is not released under CC-BY-NC-4.0.\n", False),
    ],
)
def test_a_denial_in_a_reason_denies_no_licence(scanned: Scanned, words: str, differ: bool) -> None:
    scan = scanned({"README.md": card("A model.\n"), "NOTICE": words})
    assert (("licence", "marsh/Heron-8B") in kinds(scan)) is differ


@pytest.mark.parametrize(
    ("words", "other", "differ"),
    [
        ("It was fine-tuned from Qwen/Qwen3-8B.", {}, True),
        ("It was fine-tuned from Qwen/Qwen3-8B-Base.", {}, False),
        ("It was fine-tuned from Mistral-7B-Instruct-v0.3.", {}, True),
        ("It joins the SigLIP encoder to Mistral-7B-Instruct-v0.3.", {}, True),
        (
            "It was fine-tuned from Qwen/Qwen3-8B.",
            {"config.json": '{"_name_or_path": "Qwen/Qwen3-8B"}'},
            True,
        ),
    ],
)
def test_fields_and_prose_of_one_page_may_name_bases_that_differ(
    scanned: Scanned, words: str, other: dict[str, str], differ: bool
) -> None:
    assert (("identity", "base model") in kinds(scanned({"README.md": card(words), **other}))) is differ


@pytest.mark.parametrize(
    ("words", "differ"),
    [
        ("| | |\n|---|---|\n| Parameters | 14B |\n", True),
        ("| | |\n|---|---|\n| Parameters | 8.2B |\n", False),
        ("It has 3B parameters.\n", True),
        ("It has 8.03 billion parameters.\n", False),
        ("Model size: 4.9 GB\n", False),
        ("Fen-3B has 3B parameters.\n", False),
        ("| | |\n|---|---|\n| Active parameters | 3B |\n", False),
    ],
)
def test_a_count_of_parameters_that_the_name_does_not_bear_out_is_told(
    scanned: Scanned, words: str, differ: bool
) -> None:
    assert (("size", "parameters") in kinds(scanned({"README.md": card(words)}))) is differ


@pytest.mark.parametrize(("day", "differ"), [("2025-03-18", False), ("2025-04-02", True)])
def test_a_page_and_a_citation_may_tell_different_days(scanned: Scanned, day: str, differ: bool) -> None:
    citation = f"cff-version: 1.2.0\ntitle: Heron\ndate-released: {day}\n"
    scan = scanned({"README.md": card("Released: 2025-03-18\n"), "CITATION.cff": citation})
    assert (("date", "day of the release") in kinds(scan)) is differ


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("Dieser Datensatz steht unter CC BY-NC 4.0.\n", "CC-BY-NC-4.0"),
        ("https://creativecommons.org/licenses/by-sa/4.0/deed.fr\n", "CC-BY-SA-4.0"),
    ],
)
def test_a_note_that_names_one_licence_is_read(scanned: Scanned, text: str, licence: str) -> None:
    scan = scanned({"README.md": card("Small."), "LICENSE": text})
    assert licence in {one.text for one in scan.found.statements if one.place.file == "LICENSE"}
