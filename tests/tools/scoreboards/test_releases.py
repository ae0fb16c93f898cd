"""The scoreboard of manifests: what the scorer prints, and what it does not count."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from benchmarks import scoreboard
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from tools.scoreboards.predictions import Subject
from tools.scoreboards.release_figures import Checked, is_publishers, kind_of, scored
from tools.scoreboards.releases import half_of, head_of
from tools.scoreboards.scorer import load_scorer

OPEN_KEY = "{id: K1, family: no-licence, node: rows, party: PARTY, headline: arguable, readings: {narrow: clear, plain: arguable, broad: arguable}}"  # noqa: E501
CLEAR_KEY = "{id: K1, family: 'provider-terms:openai', headline: clear, readings: {narrow: clear, plain: clear, broad: clear}}"  # noqa: E501
Figures = dict[str, Any]


@pytest.fixture
def scorer(shared: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setenv("COMPLIANCE_SHARED", str(shared))
    return load_scorer()


@pytest.fixture
def folders(tmp_path: Path, scorer: ModuleType) -> tuple[Path, Path]:
    for name in ("manifests", "keys"):
        (tmp_path / name).mkdir()
    return tmp_path / "manifests", tmp_path / "keys"


def put(folders: tuple[Path, Path], ident: str, manifest: str, key: str, head: str = "") -> None:
    """Write a manifest and its key; an empty manifest writes the key alone."""
    if manifest:
        (folders[0] / f"{ident}.yaml").write_text(head + manifest, encoding="utf-8")
    (folders[1] / f"{ident}.yaml").write_text(f"id: {ident}\nexpected:\n- {key}\n", encoding="utf-8")


def example(root: Path, name: str) -> str:
    return (root / "examples" / name / "lineage.yaml").read_text(encoding="utf-8")


def run(folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, Figures]:
    code = scoreboard.main(["releases", *map(str, folders), "--json", *options])
    return code, json.loads(capsys.readouterr().out)


HEAD = "# as-of: 2025-11-20\n# publisher-is: original\n"


def test_an_exit_code_of_zero_over_an_open_key_is_named(
    folders: tuple[Path, Path], repo_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clean, failing = example(repo_root, "clean"), example(repo_root, "quickstart")
    put(folders, "false-clean", clean, OPEN_KEY.replace("PARTY", "releaser"), HEAD)
    put(folders, "of-others", clean, OPEN_KEY.replace("PARTY", "downstream-user"), HEAD)
    put(folders, "rightly-clean", clean, CLEAR_KEY, HEAD)
    put(folders, "quiet", failing, CLEAR_KEY, HEAD)
    put(folders, "rightly-open", failing, OPEN_KEY.replace("PARTY", "releaser"), HEAD)
    code, told = run(folders, capsys)
    assert code == 0
    assert told["false_clean"] == {"false-clean": ["arguable no-licence on rows"]}
    assert list(told["quiet_but_failed"]) == ["quiet"]
    assert any("openai/competing-models" in line for line in told["quiet_but_failed"]["quiet"])
    assert told["exit_codes"] == {"0": 3, "1": 2}


def test_what_could_not_be_checked_is_named_with_its_fault(
    folders: tuple[Path, Path], repo_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clean = example(repo_root, "clean")
    put(folders, "no-day", clean, CLEAR_KEY)
    put(folders, "no-manifest", "", CLEAR_KEY)
    put(folders, "no-steps", "lineage: 1\nsteps: 7\n", CLEAR_KEY, HEAD)
    put(folders, "fine", clean, CLEAR_KEY, HEAD)
    code, told = run(folders, capsys)
    assert code == 2
    assert {"no-day", "no-manifest", "no-steps"} == set(told["not_checked"])
    assert "as-of" in told["not_checked"]["no-day"]
    assert told["not_checked"]["no-manifest"] == "no manifest"
    assert told["exit_codes"] == {"0": 1, "2": 3}


def test_the_scorers_object_is_printed_whole_and_by_halves(
    folders: tuple[Path, Path], scorer: ModuleType, repo_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for ident in ("alpaca", "lima", "zephyr-7b-beta"):
        put(folders, ident, example(repo_root, "clean"), CLEAR_KEY, HEAD)
    _, told = run(folders, capsys)
    silent = scorer.score(scorer.load_folder(folders[1]), {})
    assert set(silent) <= set(told)
    assert (told["items"], told["halves"]["work"]["items"], told["halves"]["measure"]["items"]) == (3, 2, 1)
    _, half = run(folders, capsys, "--half", "work")
    assert told["halves"]["work"] == half


def test_rows_show_each_key_and_each_alarm_left_over(
    folders: tuple[Path, Path], repo_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folders, "alpaca", example(repo_root, "quickstart"), OPEN_KEY.replace("PARTY", "releaser"), HEAD)
    assert scoreboard.main(["releases", *map(str, folders), "--rows"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "MISS alpaca K1 no-licence rows | arguable cbb -> silent" in lines
    assert any(line.startswith("left alpaca extra provider-terms:openai") for line in lines)
    assert next(line.split() for line in lines if line.startswith(" ")) == ["whole", "work", "measure"]


def test_a_missing_folder_or_an_unknown_board_cannot_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert scoreboard.main(["releases", str(tmp_path / "none"), str(tmp_path)]) == 2
    assert "no such folder" in capsys.readouterr().err
    assert scoreboard.main(["cases", str(tmp_path)]) == 2


@pytest.mark.parametrize(
    ("family", "verdict", "missing", "kind"),
    [
        (
            "model-licence:mit",
            "needs-facts",
            ["release.notices@out", "release.license_copies@out"],
            "notices",
        ),
        ("model-licence:mit", "needs-facts", ["release.notices@out", "step.role@tune"], ""),
        ("model-licence:mit", "breach", ["release.notices@out"], ""),
        ("unknown-upstream", "needs-facts", ["source.making_explained@rows"], "making"),
        ("unknown-upstream", "needs-facts", ["source.documented@rows"], ""),
        ("no-licence", "needs-facts", ["source.making_explained@rows"], ""),
        ("unknown-upstream", "not-covered", [], ""),
    ],
)
def test_questions_counted_apart_wait_for_their_own_facts_alone(
    family: str, verdict: str, missing: list[str], kind: str
) -> None:
    assert kind == kind_of({"family": family, "verdict": verdict, "missing": missing})


def told(node: str, verdict: str = "arguable", cause: str | None = None) -> dict[str, Any]:
    return {
        "family": "no-licence",
        "node": [node],
        "verdict": verdict,
        "cause": cause,
        "missing": [],
        "step": [3],
    }


KEY = {"family": "no-licence", "node": "rows", "headline": "arguable", "readings": {}}


@pytest.mark.parametrize(
    ("findings", "kept"),
    [
        ([told("rows"), told("a"), told("b")], ["rows", "a", "b"]),
        ([told("rows"), told("a", cause="x"), told("b", cause="x")], ["rows", "a"]),
        ([told("a", cause="x"), told("rows", cause="x")], ["rows"]),
        ([told("rows"), told("a", "remote", "x"), told("b", cause="x")], ["rows", "a", "b"]),
        ([told("rows", cause="x"), told("never", cause="x")], ["rows", "never"]),
    ],
)
def test_what_answers_no_key_counts_once_for_its_cause(
    scorer: ModuleType, findings: list[dict[str, Any]], kept: list[str]
) -> None:
    claim = {"family": "no-licence", "node": "never", "scope": "node", "max_level": "clear"}
    record = {"id": "n", "keys": [KEY], "must_not_flag": [claim]}
    assert kept == [one["node"][0] for one in scored(scorer, record, {"findings": findings})["findings"]]


def test_steps_are_scored_only_where_the_keys_number_theirs(scorer: ModuleType) -> None:
    record: dict[str, Any] = {"id": "n", "keys": [KEY], "must_not_flag": []}
    assert [one["step"] for one in scored(scorer, record, {"findings": [told("rows")]})["findings"]] == [[]]
    record["keys"] = [{**KEY, "step": 3}]
    assert [one["step"] for one in scored(scorer, record, {"findings": [told("rows")]})["findings"]] == [[3]]


CALLS = """
lineage: 1
project: {id: n}
publisher: {name: Lab}
parties: {author: {name: Author}}
artifacts:
  api: {kind: service, name: acme-2}
  other: {kind: service, name: acme-3}
  rows: {kind: dataset}
  out: {kind: model}
steps:
  - {id: write, kind: generate, inputs: {teacher: api}, outputs: rows, by: author}
  - {id: more, kind: generate, inputs: {teacher: other}, outputs: rows}
  - {id: tune, kind: train, inputs: {data: rows}, outputs: out}
releases: [{artifact: out}]
"""


@pytest.mark.parametrize(
    ("party", "node", "publisher_is", "expected"),
    [
        ("releaser", "api", "asker", True),
        ("asker-or-releaser", "api", "original", True),
        ("dataset-publisher", "rows", "original", True),
        ("downstream-user", "rows", "asker", False),
        ("contributor", "api", "asker", True),
        ("contributor", "api", "original", False),
        ("bound-party", "api", "original", False),
        ("bound-party", ["api", "rows"], "original", False),
        ("bound-party", "other", "asker", True),
        ("bound-party", ["api", "other"], "asker", True),
        ("bound-party", "elsewhere", "asker", True),
        (None, "api", "asker", True),
    ],
)
def test_a_key_speaks_of_the_publisher_unless_others_are_meant(
    party: str | None, node: str | list[str], publisher_is: str, expected: bool
) -> None:
    manifest = check_manifest(parse_yaml(CALLS, "n.yaml")).manifest
    one = Checked(publisher_is, subject=Subject(manifest, {}))
    assert expected is is_publishers({"party": party, "node": node}, one)


def test_the_head_ends_with_the_first_line_that_is_no_comment() -> None:
    text = "# as-of: 2024-07-24\n#publisher-is:  asker \n# a remark\nlineage: 1\n# release-node: x\n"
    assert head_of(text) == {"as-of": "2024-07-24", "publisher-is": "asker"}


def test_halves_are_settled_by_the_id_alone() -> None:
    assert [half_of(one) for one in ("alpaca", "lima", "zephyr-7b-beta")] == ["work", "work", "measure"]


@pytest.mark.parametrize(("kind", "number"), [("cases", 26), ("questions", 62)])
def test_every_shared_manifest_loads_and_is_scored(
    kind: str, number: int, shared: Path, scorer: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    code, figures = run((shared / kind / "manifests", shared / kind / "dev"), capsys)
    assert figures["not_checked"] == {}
    assert (0, number, []) == (code, figures["items"], figures["unknown_ids"])
    assert number == sum(figures["exit_codes"].values())
    assert 1 > figures["verdict_accuracy"] > 0.5
