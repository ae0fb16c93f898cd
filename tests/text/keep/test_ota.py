"""Collections are read as they are: checkouts and bundles, without hooks, network or configured programs."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from compliance.errors import InputError, UsageError
from compliance.text.keep.ota import Archive, archive_for, collections_of, open_archive, refuse_url

Record = Callable[..., str]
TERMS = "Meadow/Terms of Service.md"


def test_a_step_names_the_version_before_and_after(repository: Path, record: Record) -> None:
    record("2026-01-01", {TERMS: "You may read.\n"})
    second = record("2026-02-01", {TERMS: "You may not read.\n", "README.md": "About.\n"})
    archive = open_archive(repository)
    first_step, step = archive.steps(archive.commits())
    assert (first_step.old, step.old) == ("", first_step.new)
    assert (step.commit, step.path, step.provider) == (second, TERMS, "Meadow")
    assert step.when.date().isoformat() == "2026-02-01"
    assert archive.read([step.old, step.new]) == {
        step.old: b"You may read.\n",
        step.new: b"You may not read.\n",
    }


def test_a_document_that_is_taken_away_has_no_version_after(repository: Path, record: Record) -> None:
    record("2026-01-01", {TERMS: "You may read.\n", "Meadow/Other.md": "Other.\n"})
    gone = record("2026-02-01", {TERMS: ""})
    archive = open_archive(repository)
    assert [step.new for step in archive.steps(archive.commits()) if step.commit == gone] == [""]


def test_a_bundle_is_read_without_touching_it(repository: Path, record: Record, tmp_path: Path) -> None:
    commit = record("2026-01-01", {TERMS: "You may read.\n"})
    bundle = tmp_path / "meadow.bundle"
    subprocess.run(
        ["git", "-C", repository, "bundle", "create", bundle, "HEAD", "main"], check=True, capture_output=True
    )
    before = bundle.read_bytes()
    for _ in range(2):
        archive = open_archive(bundle)
        assert archive.head() == commit
        assert list(archive.recorded_in(commit)) == [TERMS]
        assert archive.date_of(commit) == "2026-01-01"
    assert bundle.read_bytes() == before


def test_names_of_files_are_kept_whatever_stands_in_them(repository: Path, record: Record) -> None:
    strange = "Wïese \n\t\x1b[31m/Terms “of” Service.md"
    record("2026-01-01", {strange: "You may read.\n"})
    assert list(open_archive(repository).files()) == [strange]


def test_a_link_is_no_document(repository: Path, record: Record) -> None:
    (repository / "Meadow").mkdir()
    (repository / "Meadow" / "Terms.md").symlink_to("/etc/passwd")
    record("2026-01-01", {"Meadow/Other.md": "You may read.\n"})
    archive = open_archive(repository)
    assert [step.path for step in archive.steps(archive.commits())] == ["Meadow/Other.md"]


def test_programs_that_a_repository_configures_are_not_run(
    repository: Path, record: Record, tmp_path: Path
) -> None:
    record("2026-01-01", {TERMS: "You may read.\n"})
    mark = tmp_path / "ran"
    script = tmp_path / "evil"
    script.write_text(f"#!/bin/sh\ntouch {mark}\n")
    script.chmod(0o755)
    config = repository / ".git" / "config"
    config.write_text(
        config.read_text()
        + f"[core]\n\tfsmonitor = {script}\n\thooksPath = {tmp_path}\n\tpager = {script}\n\tsshCommand = {script}\n"
        + f"[diff]\n\texternal = {script}\n[log]\n\tshowSignature = true\n[gpg]\n\tprogram = {script}\n"
    )
    archive = open_archive(repository)
    steps = list(archive.steps(archive.commits()))
    archive.read([step.new for step in steps])
    archive.files()
    assert len(steps) == 1
    assert not mark.exists()


@pytest.mark.parametrize("word", ["--output=x", "main", "deadbeef", "../..", "0" * 40, "-h"])
def test_only_commits_that_are_held_can_be_asked_for(repository: Path, record: Record, word: str) -> None:
    record("2026-01-01", {TERMS: "You may read.\n"})
    archive = open_archive(repository)
    assert not archive.has(word)
    with pytest.raises(InputError, match="holds no commit"):
        archive.recorded_in(word)


@pytest.mark.parametrize(
    "word", ["https://example.com/terms", "git@example.com:a/b", "ssh://x/y", "file:///terms"]
)
def test_an_address_is_refused(word: str) -> None:
    with pytest.raises(UsageError, match="downloads nothing"):
        refuse_url(word)


def test_what_is_no_collection_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "text.md").write_text("Text.")
    (tmp_path / "broken.bundle").write_bytes(b"# v2 git bundle\nnonsense\n")
    for place in (tmp_path, tmp_path / "text.md", tmp_path / "broken.bundle"):
        with pytest.raises(InputError):
            open_archive(place)


def test_a_collection_is_found_with_and_without_its_organisation(repository: Path, record: Record) -> None:
    record("2026-01-01", {TERMS: "You may read.\n"})
    for name in ("Org/meadow-versions", "meadow-versions"):
        archives = collections_of([f"{name}={repository}"])
        assert isinstance(archive_for("Org/meadow-versions", archives), Archive)
    assert archive_for("Org/other", collections_of([f"meadow-versions={repository}"])) is None
    with pytest.raises(UsageError, match="COLLECTION=BUNDLE-OR-GIT-DIR"):
        collections_of(["meadow-versions"])
