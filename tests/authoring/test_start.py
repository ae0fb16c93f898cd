"""A pack to start from passes every check before a word of it is changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance import situations
from compliance.authoring.start import lay_out
from compliance.errors import UsageError
from compliance.lint import lint_packs
from compliance.load.packs.knowledge import load_packs


def test_it_is_linted_and_its_situations_come_out_as_written(tmp_path: Path) -> None:
    folder = tmp_path / "my-pack"
    lay_out(folder, "acme-labs", "2026-11-27")
    packs = load_packs([folder])
    results = [one for path in situations.files([folder]) for one in situations.run_file(path, packs)]
    nothing: list[object] = []

    assert nothing == lint_packs([folder], [situations.folder(None), *situations.of_packs([folder])])
    assert [one.faults for one in results] == [()] * 4
    assert {"breaches", "keeps", "turns-on-a-reading", "lacks-a-fact"} == {one.shows for one in results}


@pytest.mark.parametrize("name", ["Acme", "a b", "1st", ""])
def test_a_name_that_cannot_be_an_id_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="cannot name a pack"):
        lay_out(tmp_path / "new", name, "2026-11-27")


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("mine")
    with pytest.raises(UsageError, match="is not empty"):
        lay_out(tmp_path, "acme", "2026-11-27")
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]
