"""Where `policy watch` writes its state: never through a link out of a repository, never over what it reads."""

from __future__ import annotations

import pathlib

import pytest

from tests.cli.conftest import Run

ASKED = ("policy", "watch", "--texts", "c=none.bundle", "--since", "2026-01-01")


@pytest.mark.parametrize("option", ["--state", "--report"])
def test_a_link_out_of_the_repository_is_not_followed(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, run: Run, option: str
) -> None:
    checkout = tmp_path / "checkout"
    (checkout / ".git").mkdir(parents=True)
    (checkout / "watch.json").symlink_to(tmp_path / "elsewhere.json")
    monkeypatch.chdir(checkout)
    done = run(*ASKED, option, "watch.json")
    assert done.code == 2
    assert "leads out of the repository" in done.err
    assert not (tmp_path / "elsewhere.json").exists()


@pytest.mark.parametrize("option", ["--state", "--report"])
def test_a_manifest_that_is_read_is_no_place(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, run: Run, option: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lineage.yaml").write_text("lineage: 1\n")
    done = run(*ASKED, option, "lineage.yaml", "--affects", "lineage.yaml")
    assert done.code == 2
    assert "it is read" in done.err
    assert (tmp_path / "lineage.yaml").read_text() == "lineage: 1\n"


def test_state_and_report_are_two_files(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*ASKED, "--state", "one.json", "--report", "one.json")
    assert done.code == 2
    assert not (tmp_path / "one.json").exists()
