"""The data that ships with the program is found in a checkout and in an installed package."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance import resources
from compliance.errors import ResourceError


def test_a_checkout_is_read_where_people_edit_it(repo_root: Path) -> None:
    expected = [repo_root / name for name in ("rules", "policies", "templates")]
    assert expected == [
        resources.rules_folder(),
        resources.policies_folder(),
        resources.templates_folder(),
    ]


def test_an_installed_package_carries_its_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "compliance"
    (package / "_data" / "rules").mkdir(parents=True)
    (tmp_path / "rules").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert package / "_data" / "rules" == resources.rules_folder()


def test_missing_data_is_named_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "compliance")
    with pytest.raises(ResourceError, match=r"'templates'.*install the program again"):
        resources.templates_folder()
