"""The first line of a manifest names a schema that lies there, or says how to get one."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.intake.drafting.editor import editor_line


@pytest.mark.parametrize(
    ("schema", "line"),
    [
        ("work/release/manifest.schema.json", "# yaml-language-server: $schema=manifest.schema.json\n"),
        ("work/manifest.schema.json", "# yaml-language-server: $schema=../manifest.schema.json\n"),
        (
            "work/rules/_schema/manifest.schema.json",
            "# yaml-language-server: $schema=../rules/_schema/manifest.schema.json\n",
        ),
    ],
)
def test_a_schema_in_reach_is_named_as_the_manifest_sees_it(tmp_path: Path, schema: str, line: str) -> None:
    folder = tmp_path / "work" / "release"
    for made in (folder, tmp_path / "work" / ".git", (tmp_path / schema).parent):
        made.mkdir(parents=True, exist_ok=True)
    (tmp_path / schema).write_text("{}")
    assert editor_line(folder) == line


def test_without_a_schema_in_the_repository_no_file_is_named_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "work" / ".git").mkdir(parents=True)
    (tmp_path / "manifest.schema.json").write_text("{}")
    told = editor_line(tmp_path / "work")
    assert "compliance schema manifest > manifest.schema.json" in told
    assert all(line.startswith("# ") for line in told.splitlines())
    assert not any(line.startswith("# yaml-language-server") for line in told.splitlines())
