"""Standard output is the report and standard error is talk; files are written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from compliance.render.machine.json_reader import load_json_report

from .conftest import Run

USUAL = ("check", "--as-of", "2025-10-01")


def test_standard_output_is_the_report_and_nothing_else(run: Run, project: Path) -> None:
    outcome = run(*USUAL, "--format", "json", "--report", "text=report.txt")
    assert json.loads(outcome.out)["project"] == "clean"
    assert outcome.err == "wrote report.txt\n"


def test_a_report_file_holds_what_standard_output_would(run: Run, project: Path) -> None:
    outcome = run(*USUAL, "--format", "json", "--report", "json=one.json", "--report", "json=two.json")
    assert outcome.out == (project / "one.json").read_text()
    assert outcome.out == (project / "two.json").read_text()


def test_a_json_report_can_be_read_back(run: Run, project: Path) -> None:
    outcome = run(*USUAL, "--format", "json")
    assert load_json_report(outcome.out).exit_code == outcome.code


def test_a_run_that_fails_leaves_an_earlier_report_untouched(run: Run, project: Path) -> None:
    earlier = project / "report.json"
    earlier.write_text("earlier")
    (project / "lineage.yaml").write_text("lineage: [")
    assert run("check", "--report", "json=report.json").code == 2
    assert earlier.read_text() == "earlier"


def test_a_report_replaces_an_earlier_one_whole_and_leaves_nothing_beside_it(run: Run, project: Path) -> None:
    earlier = project / "report.json"
    earlier.write_text("x" * 1_000_000)
    before = {path.name for path in project.iterdir()}
    assert run(*USUAL, "--report", "json=report.json").code == 0
    assert json.loads(earlier.read_text())["project"] == "clean"
    assert before == {path.name for path in project.iterdir()}


@pytest.mark.parametrize(
    "place", ["no/such/folder/report.json", "folder", "lineage.yaml/report.json", "loop"]
)
def test_a_place_that_cannot_be_written_is_named(run: Run, project: Path, place: str) -> None:
    (project / "folder").mkdir()
    (project / "loop").symlink_to("loop")
    before = sorted(project.rglob("*"))
    outcome = run(*USUAL, "--report", f"json={place}")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"cannot write {place}: ")
    assert outcome.err.count("\n") == 1
    assert before == sorted(project.rglob("*"))


def test_a_report_can_go_through_a_link(run: Run, project: Path) -> None:
    (project / "real.json").write_text("earlier")
    (project / "link.json").symlink_to("real.json")
    assert run(*USUAL, "--report", "json=link.json").code == 0
    assert (project / "link.json").is_symlink()
    assert json.loads((project / "real.json").read_text())["project"] == "clean"


@pytest.mark.parametrize(
    "place", ["link.json", "folder/new.json", "folder/out.json", "hanging.json", "chain.json"]
)
@pytest.mark.parametrize(
    "command",
    [
        ("check", *USUAL[1:], "--report", "json={}"),
        ("export", "cyclonedx", "lineage.yaml", "--output", "{}"),
        ("disclose", "ab-2013", "lineage.yaml", "--out", "{}"),
        ("import", "README.md", "--output", "{}"),
    ],
    ids=lambda command: str(command[0]),
)
def test_nothing_is_written_through_a_link_out_of_the_repository(
    run: Run, project: Path, tmp_path_factory: pytest.TempPathFactory, place: str, command: tuple[str, ...]
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "out.json").write_text("of somebody else")
    (project / "README.md").write_text("# Notes\n")
    (project / "link.json").symlink_to(outside / "out.json")
    (project / "folder").symlink_to(outside)
    (project / "hanging.json").symlink_to(outside / "fresh.json")
    (project / "chain.json").symlink_to("link.json")
    outcome = run(*(one.format(place) for one in command))
    assert outcome.code == 2
    assert "a link on the way leads out of the repository" in outcome.err
    assert [one.read_text() for one in sorted(outside.iterdir())] == ["of somebody else"]


def test_a_draft_is_written_through_no_link_out_of_the_repository(
    run: Run, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("outside") / "fresh.yaml"
    (project / "new").mkdir()
    (project / "new" / "README.md").write_text("---\nbase_model: Qwen/Qwen2.5-7B\n---\n# Notes\n")
    (project / "new" / "lineage.yaml").symlink_to(place)
    assert run("init", "new", "--no-input").code == 2
    assert not place.exists()


def test_quiet_prints_one_line_and_verbose_prints_more(run: Run, pack: Callable[[str], Path]) -> None:
    usual = [*USUAL, "--rules", pack("breach")]
    quiet, normal, verbose = run(*usual, "--quiet"), run(*usual), run(*usual, "--verbose")
    assert quiet.out.count("\n") == 1
    assert quiet.out.strip() in normal.out
    assert len(normal.out) < len(verbose.out)
    assert {quiet.code, normal.code, verbose.code} == {1}


def test_nothing_is_coloured_where_output_is_no_terminal(run: Run, pack: Callable[[str], Path]) -> None:
    assert "\x1b" not in run(*USUAL, "--rules", pack("breach"), "--verbose").out


def test_a_second_folder_of_packs_counts_beside_the_first(run: Run, pack: Callable[[str], Path]) -> None:
    folders = ["--rules", pack("breach"), "--rules", pack("remote")]
    outcome = run(*USUAL, *folders, "-f", "json")
    found = {
        f["rule"]: f["position"]
        for f in json.loads(outcome.out)["findings"]
        if f["rule"].startswith("trial/")
    }
    assert found == {"trial/breach": "breach", "trial/remote": "remote"}


def test_two_folders_of_the_same_name_are_told_apart(
    run: Run, pack: Callable[[str], Path], project: Path
) -> None:
    folders: list[object] = []
    for number, position in enumerate(("breach", "remote")):
        (project / str(number)).mkdir()
        folders += ["--rules", pack(position).rename(project / str(number) / "pack")]
    cold, warm = (json.loads(run(*USUAL, *folders, "-f", "json").out) for _ in range(2))
    assert cold == warm
    assert {"pack/rule.yaml", "pack-2/rule.yaml"} <= {used["path"] for used in cold["packs"]}
    found = {f["rule"]: f["position"] for f in warm["findings"] if f["rule"].startswith("trial/")}
    assert found == {"trial/breach": "breach", "trial/remote": "remote"}


def test_faults_of_all_packs_are_told_at_once(run: Run, pack: Callable[[str], Path]) -> None:
    folders: list[object] = []
    for position in ("breach", "remote"):
        folder = pack(position)
        text = (folder / "rule.yaml").read_text().replace("norm: prohibition", "norm: wish\n    colour: red")
        (folder / "rule.yaml").write_text(text.replace("[supply-fact]", "supply-fact"))
        folders += ["--rules", folder]
    outcome = run(*USUAL, *folders)
    assert (outcome.code, outcome.out) == (2, "")
    places = [line.partition(": ")[0] for line in outcome.err.splitlines()]
    assert places == [
        f"pack-{name}/rule.yaml:{place}"
        for name in ("breach", "remote")
        for place in ("6:11", "7:5", "12:17")
    ]


@pytest.mark.parametrize("made", ["missing", "empty", "file"])
def test_a_folder_without_packs_is_a_mistake_and_no_clean_bill(run: Run, project: Path, made: str) -> None:
    place = project / "packs"
    if made == "empty":
        place.mkdir()
    elif made == "file":
        place.write_text("pack:")
    outcome = run(*USUAL, "--rules", place)
    assert (outcome.code, outcome.out) == (2, "")
    assert str(place) in outcome.err


@pytest.mark.parametrize(
    "command",
    [
        ("whatif", "hr-8283", "lineage.yaml", "--report", "json=lineage.yaml"),
        ("whatif", "--exposure", "CN", "--report", "json=./lineage.yaml"),
        ("compare", "lineage.yaml", "--then", "2027-01-01", "--report", "markdown=lineage.yaml"),
        ("recall", "gpt-4o", "lineage.yaml", "--report", "json=lineage.yaml"),
        ("export", "cyclonedx", "lineage.yaml", "--output", "lineage.yaml"),
        ("disclose", "notice", "lineage.yaml", "--out", "linked.yaml"),
        ("disclose", "notice", "--licence-texts", "card.md", "--out", "card.md"),
        ("import", "card.md", "--output", "card.md"),
        (*USUAL, "--report", "json=waivers.yaml"),
        (*USUAL, "--config", "own.toml", "--report", "json=own.toml"),
    ],
    ids=" ".join,
)
def test_no_report_takes_the_place_of_what_is_read(run: Run, project: Path, command: tuple[str, ...]) -> None:
    (project / "linked.yaml").symlink_to("lineage.yaml")
    (project / "waivers.yaml").write_text("waivers: []\n")
    (project / "card.md").write_text("---\nlicense: mit\nbase_model: gpt2\n---\n# A card\n")
    (project / "own.toml").write_text('fail-on = "broad"\n')
    before = {path.name: path.read_bytes() for path in project.iterdir() if path.is_file()}
    outcome = run(*command)
    assert outcome.code == 2
    assert "it is read, or written by another" in outcome.err
    assert {path.name: path.read_bytes() for path in project.iterdir() if path.is_file()} == before


@pytest.mark.parametrize(
    "command", [("whatif", "hr-8283", "lineage.yaml"), ("compare", "lineage.yaml", "lineage.yaml")]
)
def test_sheets_are_written_all_or_none(
    run: Run, project: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = (*command, "--report", "json=one.json", "--report")
    assert run(*asked, "json=none/two.json").code == 2
    assert run(*asked, "json=one.json").code == 2
    replaced = Path.replace

    def failing(path: Path, target: Path) -> Path:
        if target.name == "two.json":
            raise OSError(28, "No space left on device")
        return replaced(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    assert run(*asked, "json=two.json").code == 2
    assert sorted(path.name for path in project.iterdir() if path.suffix == ".json") == []
