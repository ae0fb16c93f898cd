"""What the commands over sheets print as JSON fits the schema of its kind."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from compliance.render.sheet.values import KINDS, schema_of
from tests.cli.conftest import CLEAN, Run

VARIANTS = (
    CLEAN
    + "variants:\n  own: {title: Own}\n  others: {artifacts: {rows: {kind: dataset, name: tatsu-lab/alpaca}}}\n"
)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (["whatif", "restricted-origin", "EXAMPLE"], "what-if"),
        (["whatif", "--exposure", "CN", "EXAMPLE"], "exposure"),
        (["compare", "lineage.yaml", "EXAMPLE"], "comparison"),
        (["compare", "variants.yaml"], "variants"),
        (["recall", "Qwen/Qwen2.5-32B", "EXAMPLE"], "recall"),
    ],
)
def test_a_document_fits_the_schema_of_its_kind(
    run: Run, project: Path, repo_root: Path, words: list[str], kind: str
) -> None:
    (project / "variants.yaml").write_text(VARIANTS)
    example = str(repo_root / "examples/company-on-qwen/lineage.yaml")
    found = run(
        *(example if word == "EXAMPLE" else word for word in words), "-f", "json", "--as-of", "2026-11-26"
    )
    document = json.loads(found.out)
    assert f"compliance/{kind}/1" == document["kind"]
    validator = jsonschema.Draft202012Validator(schema_of(kind))
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_of_another_kind_is_refused(kind: str) -> None:
    assert not jsonschema.Draft202012Validator(schema_of(kind)).is_valid({"kind": "compliance/other/1"})
