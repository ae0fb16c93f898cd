from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import CLEAN, Outcome

Run = Callable[..., Outcome]
GEMMA = """\
lineage: 1
project: {id: tune}
publisher: {name: Meadow Lab, kind: company, country: US}
artifacts:
  base: {kind: model, name: google/gemma-2-9b-it}
  rows: {kind: dataset, name: Meadow questions, license: CC0-1.0, origin: own}
  tuned: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: tuned, period: 2025-09}
releases:
  - {artifact: tuned, name: meadow/answers, date: 2025-10-01, license: MIT, access: open-weights,
     commercial: true, function: general-purpose, license_copies: [MIT], notices: []}
"""


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    path = tmp_path / "lineage.yaml"
    path.write_text(GEMMA, encoding="utf-8")
    return path


def test_a_tune_that_is_labelled_too_freely_gets_its_bases_licence_copy_and_notice(
    run: Run, manifest: Path
) -> None:
    found = run("plan", manifest, "--as-of", "2025-11-20", "--format", "json", "--alternatives", "1")
    plans = json.loads(found.out)["plans"]
    acts = sorted((act["act"], act["question"]) for act in plans[0]["acts"])
    assert (found.code, acts) == (
        0,
        [("add-notice", False), ("change-licence", False), ("ship-licence-copy", False)],
    )


def test_the_manifest_as_planned_passes_the_check_and_nothing_is_overwritten(
    run: Run, manifest: Path, tmp_path: Path
) -> None:
    target = tmp_path / "planned.yaml"
    given = ("plan", manifest, "--as-of", "2025-11-20", "--alternatives", "1", "--apply", target)
    codes = [run(*given).code, run("check", target, "--as-of", "2025-11-20").code, run(*given).code]
    assert codes == [0, 0, 2]


def test_where_nothing_is_open_there_is_nothing_to_plan(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lineage.yaml"
    path.write_text(CLEAN, encoding="utf-8")
    found = run("plan", path, "--as-of", "2025-11-20")
    assert (found.code, "nothing to plan" in found.out) == (0, True)


def test_a_price_that_is_out_of_the_question_leaves_no_plan_and_says_why(
    run: Run, manifest: Path, tmp_path: Path
) -> None:
    costs = tmp_path / "costs.yaml"
    never = ["ship-licence-copy:tuned:gemma", "replace-input:base", "restrict-access:tuned:internal"]
    costs.write_text("costs: {}\nacts: " + json.dumps(dict.fromkeys(never, "never")), encoding="utf-8")
    found = run("plan", manifest, "--as-of", "2025-11-20", "--costs", costs)
    assert (found.code, "There is no plan" in found.out) == (1, True)


def test_the_licences_that_a_tune_can_carry_are_told_with_what_speaks_against_the_others(
    run: Run, manifest: Path, tmp_path: Path
) -> None:
    costs = tmp_path / "costs.yaml"
    costs.write_text("costs: {}\nlicences: [Apache-2.0]\n", encoding="utf-8")
    given = ("plan", manifest, "--licence", "--as-of", "2025-11-20", "--costs", costs, "-f", "json")
    told = {one["licence"]: one["readings"] for one in json.loads(run(*given).out)["licences"]}
    assert (told["MIT"], told["Apache-2.0"], "plain" in told["gemma"]) == ([], [], True)


@pytest.mark.parametrize("option", [(), ("--licence",)])
def test_plans_and_licences_are_told_as_markdown_too(
    run: Run, manifest: Path, option: tuple[str, ...]
) -> None:
    found = run("plan", manifest, "--as-of", "2025-11-20", "-f", "markdown", "--alternatives", "1", *option)
    heads = [line for line in found.out.splitlines() if line.startswith("## ")]
    assert (found.code, len(heads) >= 2, "google/gemma-2-9b-it" in found.out) == (0, True, True)


@pytest.mark.parametrize("option", [("--fail-on", "never"), ("--format", "pdf"), ("--allow", "all")])
def test_what_cannot_be_asked_is_refused(run: Run, manifest: Path, option: tuple[str, str]) -> None:
    assert run("plan", manifest, *option).code == 2
