"""`compliance compare` and `compliance recall`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import CLEAN, Run

OPEN = CLEAN.replace("license: CC0-1.0, origin: own", "license: CC-BY-NC-4.0")
VARIANTS = (
    CLEAN
    + """\
variants:
  own: {title: Own rows}
  others: {artifacts: {rows: {kind: dataset, name: tatsu-lab/alpaca}}}
"""
)


@pytest.fixture
def other(project: Path) -> Path:
    """A second manifest, on whose data something is open."""
    path = project / "other.yaml"
    path.write_text(OPEN)
    return path


def test_two_manifests_are_compared_and_worse_fails_only_where_that_is_asked_for(
    run: Run, other: Path
) -> None:
    day = ("--as-of", "2026-11-01")
    assert run("compare", "lineage.yaml", other, *day).code == 0
    found = run("compare", "lineage.yaml", other, *day, "--exit-code")
    assert (found.code, "Worse" in found.out) == (1, True)
    assert run("compare", other, "lineage.yaml", *day, "--exit-code").code == 0


def test_saved_reports_are_compared_without_their_manifests(run: Run, project: Path, other: Path) -> None:
    for name, path in (("a.json", "lineage.yaml"), ("b.json", other)):
        run("check", path, "--as-of", "2026-11-01", "--report", f"json={name}", "--quiet")
    found = run("compare", "a.json", "b.json", "--format", "json")
    told = json.loads(found.out)["comparison"]
    assert (told["before"]["as_of"], told["after"]["as_of"]) == ("2026-11-01", "2026-11-01")
    assert any(row["before"] is None for row in told["rows"])
    against = run("compare", "a.json", "lineage.yaml")
    assert "Nothing moved" in against.out


def test_one_manifest_is_compared_on_two_days_and_with_further_packs(
    run: Run, project: Path, pack: object
) -> None:
    assert callable(pack)
    assert run("compare", "lineage.yaml", "--as-of", "2025-11-20", "--then", "2026-11-01").code == 0
    found = run(
        "compare", "lineage.yaml", "--then-rules", pack("breach"), "--exit-code", "--as-of", "2026-11-01"
    )
    assert (found.code, "A rule of the tests" in found.out) == (1, True)


def test_packs_of_another_checkout_take_the_place_of_the_bundled_ones(
    run: Run, project: Path, repo_root: Path
) -> None:
    found = run("compare", "lineage.yaml", "--then-packs", repo_root, "--as-of", "2026-11-01")
    assert (found.code, "Nothing moved" in found.out) == (0, True)


def test_variants_of_one_manifest_stand_side_by_side(run: Run, project: Path) -> None:
    (project / "lineage.yaml").write_text(VARIANTS)
    found = run("compare", "lineage.yaml", "--format", "markdown", "--as-of", "2026-11-01")
    assert (found.code, "| what | own | others |" in found.out) == (0, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["compare", "lineage.yaml"], "no variants"),
        (["compare", "a.json", "lineage.yaml", "--then", "2026-01-01"], "keeps its day"),
        (["compare", "nothing.json", "lineage.yaml"], "nothing.json"),
        (["compare", "lineage.yaml", "--then", "2026-13-01"], "--then '2026-13-01'"),
        (["recall", "x", "nowhere"], "there is no nowhere"),
        (["recall", "x", "lineage.yaml", "--ends", "a/b"], "TEXT#CLAUSE=DATE"),
        (["recall", "x", "lineage.yaml", "--ends", "a/b#c=2026-01-01"], "no clause a/b#c"),
    ],
)
def test_what_cannot_be_run_ends_with_2(run: Run, project: Path, words: list[str], told: str) -> None:
    found = run(*words)
    assert (found.code, told in found.err) == (2, True)


def test_recall_walks_folders_and_says_whether_anything_is_touched(run: Run, project: Path) -> None:
    below = project / "below"
    below.mkdir()
    (below / "second.lineage.yaml").write_text(
        CLEAN.replace("Meadow questions", "tatsu-lab/alpaca").replace(", origin: own", "")
    )
    found = run("recall", "tatsu-lab/alpaca", project)
    assert (found.code, "1 release of 2 projects touched" in found.out) == (1, True)
    assert run("recall", "GAIR/lima", project).code == 0


@pytest.mark.parametrize(
    ("upstream", "told"),
    [
        ("provider:opnai", "did you mean 'openai'"),
        ("licence:Apache-2.1", "did you mean 'apache-2.0'"),
        ("developer:Aliababa", "did you mean 'Alibaba"),
        ("tatsu-lab/alpacca", "'tatsu-lab/alpaca'"),
        ("Meadow question", "did you mean 'Meadow questions'"),
        ("nosuchmodel", "neither the manifests nor the registry know the name 'nosuchmodel'"),
    ],
)
def test_an_upstream_that_nobody_knows_is_said_aloud_with_what_it_is_like(
    run: Run, project: Path, upstream: str, told: str
) -> None:
    found = run("recall", upstream, "lineage.yaml")
    assert (found.code, found.out, told in found.err) == (2, "", True)


@pytest.mark.parametrize("upstream", ["provider:OpenAI", "licence:MIT", "Qwen/Qwen2.5-7B"])
def test_a_known_upstream_that_reaches_nothing_touches_nothing(
    run: Run, project: Path, upstream: str
) -> None:
    assert run("recall", upstream, "lineage.yaml").code == 0


ON_ALPACA = CLEAN.replace("Meadow questions", "tatsu-lab/alpaca").replace(", origin: own", "")


def test_a_saved_report_tells_in_the_same_words_how_an_upstream_came_in(run: Run, project: Path) -> None:
    (project / "lineage.yaml").write_text(ON_ALPACA)
    run("check", "lineage.yaml", "--as-of", "2026-11-01", "--report", "json=saved.json", "--quiet")
    told = []
    for place in ("lineage.yaml", "saved.json"):
        found = run("recall", "tatsu-lab/alpaca", place).out
        told.append(next(line for line in found.splitlines() if "came in as" in line))
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("licence", "told"),
    [
        ("Apache-2.0", "4 answers would move."),
        ("CC-BY-NC-SA-4.0", "1 answer would move."),
        ("CC-BY-NC-4.0", "No answer would move."),
    ],
)
def test_a_recall_says_whether_what_is_supposed_moves_anything(
    run: Run, repo_root: Path, licence: str, told: str
) -> None:
    place = repo_root / "examples/quickstart/lineage.yaml"
    found = run("recall", "tatsu-lab/alpaca", place, "--licence-now", licence, "--as-of", "2026-11-01")
    assert told in found.out


VERTEX_OR_LORA = """
lineage: 1
project: {id: ocr}
publisher: {name: Meadow Lab, kind: company, country: US}
artifacts:
  scans: {kind: dataset, origin: own, license: CC0-1.0}
  gemini: {kind: service, name: gemini-2.5-flash, provider: google, route: vertex, plan: enterprise}
  qwen: {kind: model, name: Qwen/Qwen2.5-VL-7B-Instruct, license: Apache-2.0}
  labels: {kind: dataset}
  ocr: {kind: model}
steps:
  - {id: label, kind: annotate, inputs: {teacher: gemini, source: scans}, outputs: labels, period: 2026-03}
releases:
  - {artifact: ocr, id: ocr, name: meadow/ocr, date: 2026-06-01, license: Apache-2.0, access: open-weights,
     commercial: true, function: ocr}
variants:
  vertex:
    steps: [{id: tune, kind: finetune, inputs: {base: gemini, data: labels}, outputs: ocr, period: 2026-04}]
    releases: [{artifact: ocr, id: ocr, license: proprietary, access: api}]
  lora:
    steps: [{id: tune, kind: finetune, inputs: {base: qwen, data: labels}, outputs: ocr, period: 2026-04}]
"""


@pytest.mark.parametrize("form", ["text", "markdown", "html", "pdf", "json"])
def test_a_tuning_at_a_host_stands_beside_an_open_one_in_every_format(
    run: Run, tmp_path: Path, form: str
) -> None:
    (tmp_path / "lineage.yaml").write_text(VERTEX_OR_LORA)
    target = tmp_path / f"variants.{form}"
    found = run("compare", tmp_path / "lineage.yaml", "--as-of", "2026-11-26", f"--report={form}={target}")
    assert found.code == 0
    if form == "pdf":
        pypdf = pytest.importorskip("pypdf")
        printed = " ".join(page.extract_text() for page in pypdf.PdfReader(target).pages)
    else:
        printed = target.read_text(encoding="utf-8")
    words = " ".join(printed.split())
    assert "gemini-2.5-flash" in words  # asked of what the host serves
    assert "Qwen/Qwen2.5-VL-7B-Instruct" in words  # due with weights that are handed out
    assert ("vertex" in words, "lora" in words) == (True, True)


def test_the_answer_of_a_check_says_which_variant_each_release_belongs_to(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lineage.yaml").write_text(VERTEX_OR_LORA)
    out = run("check", tmp_path / "lineage.yaml", "--as-of", "2026-11-26", "-f", "text").out
    assert ("meadow/ocr (vertex)" in out, "meadow/ocr (lora)" in out) == (True, True)


def test_two_copies_of_one_project_are_two_releases_of_a_recall(run: Run, project: Path) -> None:
    for name in ("one", "two"):
        (project / "copies" / name).mkdir(parents=True)
        (project / "copies" / name / "lineage.yaml").write_text(OPEN)
    told = json.loads(run("recall", "rows", "copies", "-f", "json", "--as-of", "2026-11-01").out)
    assert [one["place"] for one in told["touched"]] == ["copies/one/lineage.yaml", "copies/two/lineage.yaml"]
    assert "2 releases of 2 projects" in run("recall", "rows", "copies", "--as-of", "2026-11-01").out


def test_no_change_is_said_to_move_nothing_in_a_report_to_which_it_was_not_put(run: Run, other: Path) -> None:
    run("check", other, "--as-of", "2026-11-01", "--report", "json=saved.json", "--quiet")
    found = run("recall", "rows", "saved.json", "--licence-now", "CC0-1.0")
    assert (found.code, "would move" in found.out, "it was not put" in found.out) == (1, False, True)
    asked = run("recall", "rows", other, "--licence-now", "CC0-1.0", "--as-of", "2026-11-01")
    assert ("would move" in asked.out, "it was not put" in asked.out) == (True, False)


def test_a_report_tells_of_an_upstream_on_which_no_finding_stands(run: Run, project: Path) -> None:
    run("check", "lineage.yaml", "--as-of", "2026-11-01", "--report", "json=saved.json", "--quiet")
    saved = json.loads(Path("saved.json").read_text())
    saved["findings"] = []
    Path("saved.json").write_text(json.dumps(saved))
    assert run("recall", "rows", "saved.json").code == 1
