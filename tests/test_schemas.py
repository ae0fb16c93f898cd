"""The JSON Schemas are fresh, and every YAML file of the project fits the one that its first line names."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from compliance.cli.schema import schemas
from compliance.load.documents.yaml_reader import read_yaml

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("rules", "policies", "examples", "tests/rules", "tests/expressiveness")
FILES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.yaml"))
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


@pytest.fixture(scope="session")
def validators() -> dict[Path, Draft202012Validator]:
    """The validator of each schema file, made once."""
    return {
        path.resolve(): Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
        for path in (ROOT / "rules" / "_schema").glob("*.schema.json")
    }


def test_the_schemas_in_the_checkout_are_those_of_the_program() -> None:
    held = {
        path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
        for path in (ROOT / "rules" / "_schema").iterdir()
    }
    assert schemas() == held, "run `compliance schema --write`"


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(schemas()[name])
    assert schemas()[name]["title"] or schemas()[name]["$ref"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_fits_the_schema_that_it_names(
    path: Path, validators: dict[Path, Draft202012Validator]
) -> None:
    found = MODELINE.match(path.read_text(encoding="utf-8"))
    assert found, "the first line names no schema"
    validator = validators[(path.parent / found[1]).resolve()]
    document = read_yaml(path).data
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)] == []


def _refuses(name: str, change: dict[str, Any]) -> bool:
    minimal = {
        "manifest": {
            "lineage": 1,
            "project": {"id": "x"},
            "publisher": {"name": "X"},
            "artifacts": {},
            "releases": [{"artifact": "m"}],
        }
    }
    validator = Draft202012Validator(schemas()[name])
    assert validator.is_valid(minimal[name])
    return not validator.is_valid({**minimal[name], **change})


@pytest.mark.parametrize(
    "change",
    [
        {"lineage": 2},
        {"colour": "red"},
        {"releases": []},
        {"steps": [{"id": "x", "kind": "cook"}]},
        {"project": {"id": "X Y"}},
    ],
    ids=str,
)
def test_a_schema_refuses_what_the_program_refuses(change: dict[str, Any]) -> None:
    assert _refuses("manifest", change)
