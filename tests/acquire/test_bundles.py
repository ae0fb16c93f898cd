"""MONAI bundles tell the source of their data, its licences and their own."""

from __future__ import annotations

import pytest

from compliance.acquire.pipelines.monai import is_bundle, read_bundle, read_data_licences

FIELDS = {"monai_version": "1.4.0", "network_data_format": {}, "name": "Knee"}


def sources(source: str) -> list[str]:
    found = read_bundle({**FIELDS, "data_source": source}, "configs/metadata.json", lambda text, section: [])
    return [one.name for one in found.sightings if one.relation == "data" and one.source == "document"]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Task77_Knee.tar from http://knees.example/", ["Task77_Knee"]),
        ("Knee158 from 10.5281/zenodo.1234567", ["Knee158"]),
        ("https://knees.example/data.html", ["https://knees.example/data.html"]),
        ("private dataset", ["private dataset"]),
        (" ", []),
    ],
)
def test_the_source_of_the_data_is_an_upstream(source: str, names: list[str]) -> None:
    assert sources(source) == names


def test_the_licence_of_a_bundle_is_stated() -> None:
    found = read_bundle(
        {**FIELDS, "license": "CC BY-NC 4.0"}, "configs/metadata.json", lambda text, section: []
    )
    assert [one.text for one in found.statements] == ["CC BY-NC 4.0"]
    assert found.makes_weights


def test_other_metadata_are_no_bundle() -> None:
    assert is_bundle(FIELDS)
    assert not is_bundle({"name": "Knee", "license": "MIT"})


def test_the_licences_of_the_data_name_the_sets() -> None:
    text = "Third Party\n----\n\ni. Knee Decathlon\n   http://knees.example/\n\n" \
        "Limbs (https://limbs.example/a) is under CC BY-NC 4.0. It came later.\n"  # fmt: skip
    found = read_data_licences(text, "docs/data_license.txt").sightings
    assert [(one.name, one.place.line, one.licence) for one in found] == [
        ("Knee Decathlon", 4, None),
        ("Limbs", 7, "CC BY-NC 4.0"),
    ]
