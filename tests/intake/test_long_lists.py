"""Lists of thousands of things are put together in proportion to their length, and as short ones are."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Mapping
from typing import Any

import pytest

from compliance.intake.documents import import_documents
from compliance.intake.folder import Scan
from compliance.pipeline import load_packs
from tests.effort import effort_below

MANY = 3_000


def _model(called: str, number: int, *, whole: bool) -> dict[str, Any]:
    made: dict[str, Any] = {"type": "machine-learning-model", "name": called.format(number)}
    if whole:
        made["licenses"] = [{"license": {"id": "MIT"}}]
        made["pedigree"] = {"ancestors": [{"type": "machine-learning-model", "name": f"fen/base{number}"}]}
        made["modelCard"] = {"modelParameters": {"datasets": [{"type": "dataset", "name": f"fen/r{number}"}]}}
    return made


def _imported(tmp_path: pathlib.Path, document: Mapping[str, Any]) -> Scan:
    place = tmp_path / "bom.json"
    place.write_text(json.dumps(document))
    return import_documents([place], load_packs())


def _bom(*models: Mapping[str, Any], **more: object) -> dict[str, Any]:
    return {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [*models], **more}


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("called", ["meadow/m{}", "m{}"])
def test_a_bill_of_thousands_of_models_is_read_in_proportion(
    tmp_path: pathlib.Path, called: str, whole: bool
) -> None:
    with effort_below(800):
        scan = _imported(tmp_path, _bom(*(_model(called, number, whole=whole) for number in range(MANY))))
    assert len(scan.released) == MANY
    assert len(scan.upstreams) == (2 * MANY if whole else 0)
    assert {one.licence for one in scan.released} == ({"MIT"} if whole else {None})


def test_an_option_given_thousands_of_times_is_read_in_proportion(tmp_path: pathlib.Path) -> None:
    command = "python train.py" + "".join(f" --base_model fen/m{number}" for number in range(MANY))
    place = tmp_path / "dvc.yaml"
    place.write_text(f"stages:\n  tune:\n    cmd: {command}\n    outs: [out]\n")
    with effort_below(800):
        scan = import_documents([place], load_packs())
    assert len(scan.upstreams) == MANY


def test_the_model_that_a_bill_is_about_is_no_upstream_of_itself(tmp_path: pathlib.Path) -> None:
    about, other = _model("meadow/m{}", 1, whole=True), _model("meadow/m{}", 2, whole=False)
    scan = _imported(tmp_path, _bom(other, metadata={"component": about}))
    assert [one.name for one in scan.released] == ["meadow/m1"]
    assert {(one.name, one.relation) for one in scan.upstreams} == {
        ("fen/base1", "base"), ("fen/r1", "data"), ("meadow/m2", "unknown-use"),
    }  # fmt: skip
