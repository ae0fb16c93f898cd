"""`compliance whatif`: scenarios and exposure, in three formats; nothing that is supposed decides an exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compliance.resources import rules_folder
from tests.cli.conftest import Run


def test_the_scenarios_are_listed(run: Run) -> None:
    found = run("whatif", "--list")
    assert (found.code, len(found.out.splitlines())) == (0, 11)
    assert found.out.startswith("hr-8283 ")


def test_what_a_scenario_is_called_makes_no_line_and_turns_no_letters(run: Run, tmp_path: Path) -> None:
    text = (rules_folder() / "scenarios" / "hr-8283.yaml").read_text(encoding="utf-8")
    odd = text.replace("id: hr-8283\n", "id: mine\n").replace(
        "title: If H.R. 8283 were enacted as introduced", 'title: "If\\nother   line \u202e"'
    )
    (tmp_path / "own" / "scenarios").mkdir(parents=True)
    (tmp_path / "own" / "scenarios" / "mine.yaml").write_text(odd, encoding="utf-8")
    facts = "facts: {step.of_ours: {type: yes-no, question: Is it?}}\n"
    (tmp_path / "own" / "facts.yaml").write_text(facts)
    found = run("whatif", "--list", "--rules", tmp_path / "own")
    assert (found.code, len(found.out.splitlines())) == (0, 12)
    assert "If other line" in found.out
    assert "\u202e" not in found.out


@pytest.mark.parametrize(
    "words", [["hr-8283", "lineage.yaml"], ["hr-8283"], ["california", "hr-8283", "lineage.yaml"]]
)
def test_what_is_supposed_never_fails(run: Run, project: Path, words: list[str]) -> None:
    found = run("whatif", *words)
    assert found.code == 0
    assert "Nothing of this binds this release today." in found.out


def test_without_a_name_every_scenario_is_run(run: Run, project: Path) -> None:
    found = run("whatif", "lineage.yaml", "--format", "json")
    told = json.loads(found.out)
    assert (told["kind"], len(told["outcomes"])) == ("compliance/what-if/1", 11)


def test_the_same_is_said_as_text_markdown_and_json(run: Run, repo_root: Path, tmp_path: Path) -> None:
    olmo, page = repo_root / "examples/olmo-3/lineage.yaml", tmp_path / "page.md"
    text = run("whatif", "defence-contract", olmo, "--as-of", "2026-11-26", "--report", f"markdown={page}")
    told = json.loads(run("whatif", "defence-contract", olmo, "--as-of", "2026-11-26", "-f", "json").out)
    first = told["outcomes"][0]["cases"][0]
    assert first["title"] in text.out
    assert f"## {first['title']}" in page.read_text()
    assert {"arguable", "remote"} <= {row["after"]["position"] for row in first["rows"]}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["hr-8238", "lineage.yaml"], "did you mean 'hr-8283'"),
        (["lineage.yaml", "--format", "sarif"], "choose one of text, markdown, html, pdf, json"),
        (["lineage.yaml", "--report", "json"], "names no file"),
        (["lineage.yaml", "--exposure", "Narnia"], "Narnia"),
        (["nowhere.yaml"], "nowhere.yaml"),
    ],
)
def test_what_cannot_be_run_ends_with_2(run: Run, project: Path, words: list[str], told: str) -> None:
    found = run("whatif", *words)
    assert found.code == 2
    assert told in found.err


def test_exposure_says_first_that_nothing_binds(run: Run, repo_root: Path) -> None:
    found = run(
        "whatif", "--exposure", "China", repo_root / "examples/olmo-3/lineage.yaml", "--as-of", "2026-11-26"
    )
    assert found.code == 0
    assert found.out.splitlines()[1].startswith("Nothing binds today")


def test_exposure_of_another_origin_lists_that_one(run: Run, repo_root: Path) -> None:
    olmo = repo_root / "examples/olmo-3/lineage.yaml"
    told = json.loads(run("whatif", "--exposure", "US", olmo, "-f", "json", "--as-of", "2026-11-26").out)
    names = {one["name"] for release in told["exposures"] for one in release["exposed"]}
    assert {"google/gemma-3-12b-it", "gpt-4o-2024-08-06"} <= names
    assert "deepseek-ai/DeepSeek-R1" not in names


def test_nothing_of_an_origin_is_said_plainly(run: Run, project: Path) -> None:
    found = run("whatif", "--exposure", "CN,RU", "lineage.yaml")
    assert (found.code, "holds anything of a developer in China" in found.out) == (0, True)


def test_a_page_is_drawn_as_pdf_the_same_each_time(run: Run, project: Path) -> None:
    made = []
    for name in ("a.pdf", "b.pdf"):
        assert (
            run(
                "whatif", "california", "lineage.yaml", "--as-of", "2026-11-26", "--report", f"pdf={name}"
            ).code
            == 0
        )
        made.append((project / name).read_bytes())
    assert made[0].startswith(b"%PDF-")
    assert made[0] == made[1]


@pytest.mark.parametrize(("name", "told"), [("mine.yaml", True), ("no-such-bill", False)])
def test_a_file_of_a_scenario_that_is_not_there_is_said_to_be_none(
    run: Run, project: Path, name: str, told: bool
) -> None:
    outcome = run("whatif", name, "lineage.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert ("there is no such file" in outcome.err) is told
