"""What a further folder's registry hides from a look over a folder, or from an import, is said."""

from __future__ import annotations

import pathlib

import pytest

from tests.cli.conftest import CLEAN, Run

CARD = (
    "---\nlicense: apache-2.0\ndatasets: [meadow/questions]\n---\n# meadow/answers\n"
    "Trained on meadow/questions and Alpaca.\n"
)
LISTED = "---\nlicense: apache-2.0\ndatasets: [tatsu-lab/alpaca]\n---\n# meadow/answers\n"
SOURCE = "assurance: memory, source: {where: x, read: '2026-01-01'}"
PARTY = f"parties:\n  meadowx: {{name: Meadow Works, {SOURCE}}}\n"
RECORD = "  - {id: zz, names: [tatsu-lab/alpaca], aliases: [alpaca], %s, " + SOURCE + "}\n"
HIDING = {
    "a service of that name": "services:\n" + RECORD % "provider: openai, family: zz",
    "another house's": "services:\n" + RECORD % "provider: google, family: zz",
}
FREE = PARTY + "datasets:\n" + RECORD % "publisher: meadowx, licence: cc0-1.0"
SAID = "without what a registry file of your own says, this would be told too"
CHECK = ("check", "--scan", "--as-of", "2026-01-01", "-q")


@pytest.fixture
def release(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """A folder with a manifest on which nothing is open, a card that names more, and a folder `own`."""
    monkeypatch.chdir(tmp_path)
    for name in (".git", "own", "release"):
        (tmp_path / name).mkdir()
    (tmp_path / "release" / "lineage.yaml").write_text(CLEAN.replace("Meadow questions", "meadow/questions"))
    (tmp_path / "release" / "README.md").write_text(CARD)
    return tmp_path


@pytest.mark.parametrize("how", HIDING)
@pytest.mark.parametrize("command", [("scan", "release"), (*CHECK, "release/lineage.yaml")])
def test_what_is_not_seen_any_more_is_said(
    command: tuple[str, ...], how: str, release: pathlib.Path, run: Run
) -> None:
    (release / "own" / "r.yaml").write_text(HIDING[how])
    alone, beside = run(*command), run(*command, "--rules", "own")
    assert (alone.code, SAID in alone.err) == (1, False)
    assert (beside.code, beside.err.count(SAID)) == (1, 1)  # it is seen as a service, and asked about as one
    assert "Alpaca: its rows go in" in beside.err


@pytest.mark.parametrize("command", [("init", "release", "--no-input"), ("import", "release/README.md")])
def test_a_draft_that_lacks_it_says_so(command: tuple[str, ...], release: pathlib.Path, run: Run) -> None:
    (release / "own" / "r.yaml").write_text(HIDING["a service of that name"])
    told = run(*command, "--rules", "own")
    assert (told.code, "Alpaca: its rows go in" in told.err) == (0, True)


def test_statements_that_cease_to_disagree_are_said(release: pathlib.Path, run: Run) -> None:
    (release / "own" / "r.yaml").write_text(FREE)
    (release / "release" / "README.md").write_text(LISTED)
    told = run("scan", "release", "--rules", "own")
    assert "tatsu-lab/alpaca is under limits (non-commercial)" in told.err
    assert "its rows go in" not in told.err


def test_what_hides_nothing_is_not_said_to(release: pathlib.Path, run: Run) -> None:
    (release / "own" / "r.yaml").write_text(FREE.replace("alpaca", "alpacas"))
    for command in (("scan", "release"), ("import", "release/README.md")):
        assert "registry file of your own" not in run(*command, "--rules", "own").err
