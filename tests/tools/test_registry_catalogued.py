"""Catalogues give names, licences and publishers; a name of ordinary words, or of something else, makes no record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compliance.load.packs.knowledge import load_packs
from tools.registry.catalogued import Cataloguing, spoken, tells_apart
from tools.registry.catalogues import Listed, cards, entries, loaders, tables

WORDS = frozenset(("a", "barn", "dataset", "of", "owl", "owls", "question", "night", "sound"))


def _cataloguing() -> Cataloguing:
    return Cataloguing(load_packs().registry, WORDS)


def test_a_loading_script_gives_name_licence_and_page(tmp_path: Path) -> None:
    (tmp_path / "owls.py").write_text(
        '_DATASETNAME = "owls_qa"\n_LICENSE = Licenses.CC_BY_SA_4_0.value\n_HOMEPAGE = "https://github.com/meadow/owls"\n'
    )
    (one,) = loaders(tmp_path, "*.py", "a list")
    assert (one.name, one.licence, one.held_by) == ("owls_qa", "CC-BY-SA-4.0", "meadow")


def test_a_table_gives_names_without_their_marks(tmp_path: Path) -> None:
    (tmp_path / "sets.csv").write_text("Dataset,License\n`OwlSat-12`_,MIT\n,MIT\n")
    assert [(one.name, one.licence) for one in tables(tmp_path, "a list")] == [("OwlSat-12", "MIT")]


def test_an_entry_gives_its_page_on_a_hub(tmp_path: Path) -> None:
    held = {
        "Name": "OwlQA",
        "License": "MIT",
        "Provider": ["Barn", "Meadow"],
        "HF Link": "https://hf.co/datasets/barn/OwlQA",
    }
    (tmp_path / "owl.json").write_text(json.dumps(held))
    (one,) = entries(tmp_path, "a list")
    assert (one.hub, one.held_by) == ("barn/OwlQA", "Barn, Meadow")


def test_what_the_text_of_a_card_names_stands_beside_its_tag(tmp_path: Path) -> None:
    path = tmp_path / "cards.tsv"
    path.write_text(
        "id\tpretty_name\tlicense\thomepage\tlicensing_information\n"
        "owl_qa\tOwlQA\tmit\t\tUnder CC BY-NC-SA 4.0 it is.\n"
    )
    assert [one.licence for one in cards(path, "a list")] == ["mit", "CC BY-NC-SA 4.0"]


@pytest.mark.parametrize("name", ["XOwlQA", "strigidae", "OWL-3k Strigiform", "owls_strigi"])
def test_a_coined_name_tells_one_set_apart(name: str) -> None:
    assert tells_apart(name, WORDS)


@pytest.mark.parametrize(
    "name", ["Barn owls", "OWL", "owl_night", "Arabic owls", "2020", "Casablanca", "Wikinews"]
)
def test_a_name_of_ordinary_words_or_of_something_else_tells_none_apart(name: str) -> None:
    assert not tells_apart(name, WORDS)


def test_a_short_form_in_brackets_is_a_name_of_its_own() -> None:
    assert spoken(Listed("Strigiform Questions (StrigiQA)", "a list")) == ["Strigiform Questions", "StrigiQA"]


@pytest.mark.parametrize(
    ("licences", "licence"),
    [(("MIT",), "mit"), (("MIT", "CC BY 4.0"), None), (("cc-by", "cc-by-4.0"), "cc-by-4.0")],
)
def test_a_licence_stands_where_no_catalogue_speaks_against_it(
    licences: tuple[str, ...], licence: str | None
) -> None:
    cataloguing = _cataloguing()
    missing = cataloguing.missing(Listed("StrigiQA", "a list", one) for one in licences)
    ((record,),) = [file["datasets"] for file in cataloguing.records(missing).values()]
    assert record["licence"] == licence
    assert ("contradict" in record.get("note", "")) is (licence is None)


@pytest.mark.parametrize("name", ["LibriSpeech", "Mistral", "BERT"])
def test_what_the_registry_knows_by_any_name_is_left_out(name: str) -> None:
    assert _cataloguing().missing([Listed(name, "a list", "MIT")]) == []


def test_a_page_on_a_hub_is_given_to_one_record() -> None:
    cataloguing = _cataloguing()
    rows = [Listed(name, "a list", "MIT", hub="barn/StrigiQA") for name in ("StrigiQA", "Strigiform")]
    files = cataloguing.records(cataloguing.missing(rows))
    assert [one["names"] for file in files.values() for one in file["datasets"]] == [["barn/StrigiQA"]]
