"""Whole reports of the examples are as they were, and have the published shape."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.examples.conftest import Checked, settled_json, settled_text

NAMES = ("quickstart", "olmo_3", "clean")
SHOWN = (*NAMES, "merge_gguf", "eu_product")
"""Examples of which the first screen is kept."""


@pytest.fixture(scope="session")
def schema(repo_root: Path) -> dict[str, Any]:
    """The published schema of JSON reports."""
    text = (repo_root / "rules" / "_schema" / "report.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _of(request: pytest.FixtureRequest, name: str) -> Checked:
    checked = request.getfixturevalue(name)
    assert isinstance(checked, Checked)
    return checked


@pytest.mark.parametrize("name", SHOWN)
def test_the_terminal_report_is_as_it_was(
    name: str, request: pytest.FixtureRequest, golden: Callable[[str, str], None]
) -> None:
    golden(f"{name}.txt", settled_text(_of(request, name)))


@pytest.mark.parametrize("name", NAMES)
def test_the_json_report_is_as_it_was(
    name: str, request: pytest.FixtureRequest, golden: Callable[[str, str], None]
) -> None:
    golden(f"{name}.json", settled_json(_of(request, name)))


@pytest.mark.parametrize("name", NAMES)
def test_the_json_report_has_the_published_shape(
    name: str, request: pytest.FixtureRequest, schema: dict[str, Any]
) -> None:
    validator = jsonschema.Draft202012Validator(schema)
    assert [error.message for error in validator.iter_errors(_of(request, name).report)] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_exit_code_is_that_of_the_report(name: str, request: pytest.FixtureRequest) -> None:
    checked = _of(request, name)
    assert checked.exit_code == checked.report["verdict"]["exit_code"]


@pytest.mark.parametrize("name", NAMES)
def test_no_name_in_an_example_is_left_uncovered(name: str, request: pytest.FixtureRequest) -> None:
    assert _of(request, name).report["not_covered"] == []


@pytest.mark.parametrize("name", SHOWN)
def test_the_answer_fits_one_screen(name: str, request: pytest.FixtureRequest) -> None:
    assert len(_of(request, name).text.splitlines()) <= 40
