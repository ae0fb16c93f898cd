"""A recall that could not look is told, and none of its answers says that nothing is touched."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from compliance.cli import app
from compliance.decide.recall import Recalled
from compliance.errors import UsageError
from compliance.model.answered.report import ArtifactInfo

_ONE = ArtifactInfo("b", "org/wader-7b", "model", "Apache-2.0", None, "declared", None)


def test_a_folder_without_manifests_is_refused(tmp_path: Path) -> None:
    told = CliRunner().invoke(app, ["recall", "Qwen/Qwen2.5-7B", str(tmp_path)])
    assert isinstance(told.exception, UsageError)
    assert "there is no manifest in" in str(told.exception)


def test_reports_that_tell_no_developer_are_not_asked_for_one(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(json.dumps({}))
    told = CliRunner().invoke(app, ["recall", "developer:Alibaba", str(tmp_path / "r.json")])
    assert isinstance(told.exception, UsageError)
    assert "do not tell who developed" in str(told.exception)


@pytest.mark.parametrize(
    ("name", "is_meant"),
    [
        ("org/wader-7b", True), ("Wader 7B", True), ("hf.co/org/wader-7b", True), ("wader-7b@1a2b3c", True),
        ("other/wader-7b", False), ("wader-70b", False), ("wader", False), ("", False), ("/", False),
    ],
)  # fmt: skip
def test_a_report_s_artifacts_are_found_as_names_are_spelled(name: str, is_meant: bool) -> None:
    assert Recalled(name=name or "-").means_info(_ONE) is is_meant


@pytest.mark.parametrize(
    ("licence", "is_meant"),
    [
        ("Apache-2.0", True), ("apache-2.0 AND cc-by-nc-4.0", True), ("(mit OR Apache-2.0)", True),
        ("mit, Apache-2.0", True), ("Apache-2.0 WITH LLVM-exception", True), ("apache-1.1", False), (None, False),
    ],
)  # fmt: skip
def test_a_licence_among_others_is_found(licence: str | None, is_meant: bool) -> None:
    assert Recalled(licence="apache-2.0").means_info(replace(_ONE, license=licence)) is is_meant
