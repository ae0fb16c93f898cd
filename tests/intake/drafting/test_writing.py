"""What a draft says is marked for a person to confirm, what is not there above all."""

from __future__ import annotations

import pytest

from compliance.intake.drafting.drafted import Entry
from compliance.intake.drafting.writing import artifact_lines, release_lines
from compliance.load.documents.yaml_reader import parse_yaml


@pytest.mark.parametrize("given", [[], ["Built with Llama"]])
@pytest.mark.parametrize("field", ["notices", "license_copies"])
def test_a_list_of_what_ships_is_marked_whether_it_is_empty_or_not(field: str, given: list[str]) -> None:
    lines = release_lines(Entry("m", {"artifact": "m", field: given}, "README.md:1", ()))
    (line,) = (one for one in lines if f"{field}:" in one)
    assert "  # confirm: " in line
    read = parse_yaml("\n".join(lines), "draft").data
    assert read == [{"artifact": "m", field: given}]


@pytest.mark.parametrize("key", ["1e5", "007", "3d-rows", "2024", "1.5", "no", "true", "null", "-1", "a.b"])
def test_an_id_is_a_key_whatever_it_looks_like(key: str) -> None:
    for name in ("x", "x" * 120):
        lines = artifact_lines(Entry(key, {"kind": "dataset", "name": name}, "README.md:1", ()))
        assert parse_yaml("\n".join(lines), "draft").data == {key: {"kind": "dataset", "name": name}}
