"""Several manifests in one run: which are meant, what each gives, and the worst exit code of them."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from compliance.cli.chosen.manifests import gathered, report_paths, short_name
from compliance.errors import UsageError
from tests.cli.conftest import CLEAN, Run

BROKEN = "lineage: 1\nproject: {id: broken}\n"
WAIVER = """\
waivers: 1
accepted: []
"""


@pytest.fixture
def tree(project: Path) -> Path:
    """Manifests at several depths, and files that are none."""
    for name in ("b/lineage.yaml", "a/deep/lineage.yaml", "a/model.lineage.yaml", ".hidden/lineage.yaml"):
        path = project / "tree" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(CLEAN)
    (project / "tree" / "other.yaml").write_text(CLEAN)
    return project / "tree"


def test_a_folder_means_every_manifest_below_it_in_order(tree: Path) -> None:
    assert [path.relative_to(tree).as_posix() for path in gathered([tree])] == [
        "a/deep/lineage.yaml",
        "a/model.lineage.yaml",
        "b/lineage.yaml",
    ]


def test_what_is_named_twice_is_checked_once(tree: Path) -> None:
    named = tree / "b" / "lineage.yaml"
    assert gathered([named, tree / "b", named]) == [named]


def test_a_folder_without_a_manifest_is_an_error(project: Path) -> None:
    (project / "empty").mkdir()
    with pytest.raises(UsageError, match="holds no manifest"):
        gathered([project / "empty"])


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("lineage.yaml", "lineage"),
        ("a/lineage.yaml", "a"),
        ("a/b/lineage.yaml", "a-b"),
        ("a/x.lineage.yaml", "a-x"),
        ("../x.yaml", "x"),
    ],
)
def test_a_manifest_has_a_name_for_files(path: str, expected: str) -> None:
    assert short_name(Path(path)) == expected


def test_each_manifest_has_reports_of_its_own() -> None:
    manifests = [Path("a/lineage.yaml"), Path("b/lineage.yaml")]
    assert report_paths(["html=out/{name}.html"], manifests) == [["html=out/a.html"], ["html=out/b.html"]]


@pytest.mark.parametrize(
    ("reports", "manifests", "words"),
    [
        (["html=one.html"], ["a/lineage.yaml", "b/lineage.yaml"], "is one file for 2 manifests"),
        (
            ["html={name}.html"],
            ["a-b/lineage.yaml", "a/b/lineage.yaml"],
            "would write reports of the name 'a-b'",
        ),
    ],
)
def test_one_file_is_never_that_of_two(reports: list[str], manifests: list[str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        report_paths(reports, [Path(text) for text in manifests])


def test_every_manifest_is_checked_and_has_its_line(tree: Path, run: Run) -> None:
    outcome = run("check", tree, "--as-of", "2025-11-20", "-q")
    assert outcome.code == 0
    assert outcome.out.count("Nothing open on the plain reading") == 3
    assert "a/model.lineage.yaml:\n" in outcome.out.replace(f"{tree}/", "")
    assert "3 manifests: 3 with nothing open" in outcome.err


def test_one_that_cannot_be_run_stops_none_of_the_others_and_gives_the_worst_code(
    tree: Path, run: Run
) -> None:
    (tree / "a" / "model.lineage.yaml").write_text(BROKEN)
    outcome = run("check", tree, "--as-of", "2025-11-20", "-q")
    assert outcome.code == 2
    assert outcome.out.count("Nothing open") == 2
    assert "1 could not be run" in outcome.err


def test_something_open_in_one_of_them_is_something_open(tree: Path, run: Run, pack: object) -> None:
    folder = pack("breach")  # type: ignore[operator]
    outcome = run("check", tree, "--as-of", "2025-11-20", "-q", "--rules", folder)
    assert (outcome.code, outcome.out.count("1 likely to breach")) == (1, 3)


def test_reports_are_written_for_each(tree: Path, project: Path, run: Run) -> None:
    (project / "out").mkdir()
    outcome = run("check", tree, "--as-of", "2025-11-20", "-q", "--report", "json=out/{name}.json")
    assert outcome.code == 0
    written = sorted((project / "out").iterdir())
    assert len(written) == 3
    assert {json.loads(path.read_text())["project"] for path in written} == {"clean"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--format", "json"), "--format json takes one manifest"),
        (("--since", "report.json"), "--since takes one manifest"),
    ],
)
def test_what_goes_with_one_manifest_only_is_refused(
    arguments: tuple[str, ...], words: str, tree: Path, run: Run
) -> None:
    outcome = run("check", tree, *arguments)
    assert (outcome.code, words in outcome.err) == (2, True)


@pytest.mark.parametrize("command", [("plan",), ("whatif", "eu-tuning"), ("disclose", "notice")])
def test_commands_on_one_manifest_take_a_folder_that_holds_one(
    run: Run, tree: Path, command: tuple[str, ...]
) -> None:
    alone, several = run(*command, tree / "b"), run(*command, tree)
    assert (alone.code, several.code, "holds 3 manifests; name one" in several.err) == (0, 2, True)


@pytest.mark.parametrize("command", [("check",), ("check", "--quiet"), ("recall", "gpt-4o")])
def test_a_folder_that_cannot_be_looked_into_is_not_passed_over(
    run: Run, tree: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    looked = os.scandir

    def refusing(path: Any) -> Any:
        if str(path).endswith("deep"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return looked(path)

    monkeypatch.setattr(os, "scandir", refusing)
    outcome = run(*command, tree, "--as-of", "2025-10-01")
    assert outcome.code == 2
    assert "cannot look into" in outcome.err
