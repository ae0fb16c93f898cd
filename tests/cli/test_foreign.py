"""What a checkout of somebody else holds can neither hang a check nor make it tell what lies elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .conftest import CLEAN, Run

SECRET = "user: hunter2-secret\n"
PLACES = {
    "lineage.yaml": ["check"],
    "waivers.yaml": ["check", "--waivers", "waivers.yaml"],
    "compliance.toml": ["check"],
    "saved.json": ["report", "saved.json"],
    "README.md": ["registry", "add", "README.md"],
    "terms.md": ["policy", "import", "terms.md"],
}


@pytest.mark.parametrize("name", PLACES)
def test_a_pipe_hangs_nothing(run: Run, project: Path, name: str) -> None:
    (project / name).unlink(missing_ok=True)
    os.mkfifo(project / name)
    outcome = run(*PLACES[name])
    expected = 0 if name == "compliance.toml" else 2  # it is no file, and so there are no settings
    assert outcome.code == expected
    assert ("no regular file" in outcome.err) == (expected == 2)


@pytest.mark.parametrize("name", ["lineage.yaml", "waivers.yaml", "compliance.toml"])
def test_a_link_out_of_the_checkout_tells_nothing(run: Run, project: Path, name: str) -> None:
    secret = project.parent / f"{project.name}-secret"
    secret.write_text(SECRET)
    (project / name).unlink(missing_ok=True)
    (project / name).symlink_to(secret)
    outcome = run(*PLACES[name])
    assert (outcome.code, outcome.out) == (2, "")
    assert "leads out of its folder" in outcome.err
    assert "hunter2" not in outcome.err


def test_a_manifest_uses_none_beside_its_repository(run: Run, project: Path) -> None:
    secret = project.parent / f"{project.name}-secret.yaml"
    secret.write_text(SECRET)
    used = f"rows: {{kind: dataset, uses: {{manifest: ../{secret.name}}}}}"
    lines = [f"  {used}" if line.startswith("  rows:") else line for line in CLEAN.splitlines()]
    (project / "lineage.yaml").write_text("\n".join(lines))
    outcome = run("check")
    assert outcome.code == 2
    assert "the file lies elsewhere" in outcome.err
    assert "hunter2" not in outcome.err


@pytest.mark.parametrize(
    "command",
    [
        ("rules", "test", "packs"),
        ("rules", "test", "--rules", "packs"),
        ("rules", "lint", "--rules", "packs"),
        ("rules", "new", "rule", "packs", "--of", "acme", "--no-input"),
        ("whatif", "--rules", "packs"),
        ("check", "--rules", "packs"),
    ],
)
@pytest.mark.parametrize("name", ["situations", "scenarios"])
def test_a_folder_of_packs_tells_and_writes_nothing_elsewhere(
    run: Run, project: Path, name: str, command: tuple[str, ...]
) -> None:
    secret = project / "secret"
    secret.mkdir()
    (secret / "a.yaml").write_text(SECRET)
    (project / "packs").mkdir()
    (project / "packs" / "a.yaml").write_text("facts: {}\n")
    (project / "packs" / name).symlink_to(secret)
    outcome = run(*command)
    assert outcome.code == (1 if "lint" in command else 2)
    assert f"packs/{name} is a link that leads out of packs" in outcome.out + outcome.err
    assert "user" not in outcome.out + outcome.err
    assert [one.name for one in secret.iterdir()] == ["a.yaml"]


def test_a_page_that_is_no_text_is_stale_and_written_anew(run: Run, tmp_path: Path) -> None:
    index = tmp_path / "rules.md"
    index.write_bytes(b"\xff\xfe")
    assert run("rules", "docs", "--index", str(index), "--check").code == 1
    assert run("rules", "docs", "--index", str(index)).code == 0
    assert run("rules", "docs", "--index", str(index), "--check").code == 0
