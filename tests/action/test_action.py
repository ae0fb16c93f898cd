"""The action runs the check, keeps every report, uploads what there is, and fails as the check did."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from .conftest import Act, Job

DAY = "2025-11-20"
CODE = "$(touch pwned)`touch pwned`; touch pwned\n' || touch pwned #\" && touch pwned"
BROKEN = "lineage: 1\nprojekt: {}\n"


@pytest.fixture
def quickstart(repo_root: Path, workspace: Path) -> Path:
    """A manifest with open findings."""
    return Path(shutil.copy(repo_root / "examples/quickstart/lineage.yaml", workspace))


@pytest.fixture
def clean(repo_root: Path, workspace: Path) -> Path:
    """A manifest on which nothing is open."""
    return Path(shutil.copy(repo_root / "examples/clean/lineage.yaml", workspace))


def test_no_expression_stands_in_a_script(action: dict[str, Any]) -> None:
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    assert scripts
    assert [script for script in scripts if "${{" in script] == []


def test_other_actions_are_pinned_to_commits(action: dict[str, Any], repo_root: Path) -> None:
    used = [step["uses"] for step in action["runs"]["steps"] if "uses" in step]
    assert [name.partition("@")[0] for name in used] == [
        "actions/setup-python",
        "github/codeql-action/upload-sarif",
    ]
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name) for name in used)
    text = (repo_root / "action.yml").read_text(encoding="utf-8")
    assert all(re.search(rf"{re.escape(name)} # v\d+\.\d+\.\d+\n", text) for name in used)


def test_every_input_is_used_and_every_output_is_made(action: dict[str, Any], repo_root: Path) -> None:
    text = (repo_root / "action.yml").read_text(encoding="utf-8")
    assert [name for name in action["inputs"] if f"inputs.{name}" not in text] == []
    for step in action["runs"]["steps"]:
        assert "shell" in step or "uses" in step


def test_what_is_open_fails_the_job_after_the_upload(act: Act, quickstart: Path) -> None:
    job = act(as_of=DAY)
    assert job.failed == ["Verdict"]
    assert job.code == 1
    assert job.outputs["exit-code"] == "1"
    assert job.outputs["verdict"].startswith("Open: 1 arguable, 2 need facts")
    assert "::error file=lineage.yaml,line=7,col=3," in job.log
    upload = job.used[-1]
    assert upload["uses"].startswith("github/codeql-action/upload-sarif@")
    assert upload["sarif_file"] == job.outputs["sarif"]
    sarif = json.loads(Path(upload["sarif_file"]).read_text())
    assert sarif["runs"][0]["automationDetails"]["id"] == "compliance/quickstart/"


def test_all_reports_are_kept(act: Act, quickstart: Path) -> None:
    folder = Path(act(as_of=DAY).outputs["reports"])
    assert {path.name for path in folder.iterdir()} == {
        "report.html", "report.json", "report.md", "report.sarif", "talk.txt",
    }  # fmt: skip
    assert json.loads((folder / "report.json").read_text())["as_of"] == DAY


def test_the_summary_of_the_job_is_the_markdown_report(act: Act, quickstart: Path) -> None:
    job = act(as_of=DAY)
    assert job.summary == (Path(job.outputs["reports"]) / "report.md").read_text(encoding="utf-8")
    assert act(as_of=DAY, summary="false").summary == job.summary, "nothing is added"


def test_a_clean_release_passes(act: Act, clean: Path) -> None:
    job = act(as_of=DAY)
    assert (job.failed, job.outputs["exit-code"]) == ([], "0"), job.log
    assert job.outputs["sarif"]


def test_open_findings_can_be_told_without_failing(act: Act, quickstart: Path) -> None:
    job = act(as_of=DAY, fail="false")
    assert (job.failed, job.outputs["exit-code"]) == ([], "1"), job.log


def test_what_cannot_be_run_fails_and_uploads_nothing(act: Act, workspace: Path) -> None:
    (workspace / "lineage.yaml").write_text(BROKEN)
    job = act(fail="false")
    assert (job.failed, job.code) == (["Verdict"], 2)
    assert {name: job.outputs[name] for name in ("exit-code", "verdict", "sarif")} == {
        "exit-code": "2", "verdict": "", "sarif": "",
    }  # fmt: skip
    assert [used["uses"].partition("@")[0] for used in job.used] == ["actions/setup-python"]
    assert "lineage.yaml:2:1" in job.log


def test_the_upload_can_be_left_out_and_named(act: Act, quickstart: Path) -> None:
    assert len(act(as_of=DAY, upload_sarif="false").used) == 1
    job = act(as_of=DAY, category="release candidate/")
    sarif = json.loads(Path(job.outputs["sarif"]).read_text())
    assert sarif["runs"][0]["automationDetails"]["id"] == "release candidate/"
    assert job.used[-1]["category"] == "release candidate/"


def test_options_reach_the_check(act: Act, quickstart: Path) -> None:
    job = act(as_of=DAY, fail_on="never", allow="needs-facts,not-covered")
    report = json.loads((Path(job.outputs["reports"]) / "report.json").read_text())
    assert (report["verdict"]["gate"], report["verdict"]["allowed"]) == (
        "never",
        ["needs-facts", "not-covered"],
    )
    assert job.failed == []


def test_folders_are_given_one_a_line(act: Act, quickstart: Path, workspace: Path, repo_root: Path) -> None:
    (workspace / "my templates").mkdir()
    (workspace / "my templates" / "report.md.j2").write_text("Mine: {{ view.title }}\n")
    job = act(as_of=DAY, templates="my templates\n", rules="no such folder\n\nnor this\n")
    assert job.code == 2
    assert "no such folder" in job.log
    assert act(as_of=DAY, templates="my templates\n").summary.endswith("Mine: A fine-tune on Alpaca\n")


def test_a_checkout_waives_nothing_that_the_workflow_does_not_name(
    act: Act, quickstart: Path, workspace: Path
) -> None:
    before = _report(act(as_of=DAY))
    (workspace / "waivers.yaml").write_text(_waivers(before))
    job = act(as_of=DAY)
    assert _report(job)["verdict"]["line"] == before["verdict"]["line"]
    assert "Waivers in waivers.yaml beside the manifest were left aside" in job.summary
    assert _report(act(as_of=DAY, waivers="waivers.yaml"))["verdict"]["line"] != before["verdict"]["line"]


@pytest.mark.parametrize("settings", ["compliance.toml", "pyproject.toml"])
def test_settings_of_a_checkout_bring_neither_waivers_nor_rules(
    act: Act, quickstart: Path, workspace: Path, settings: str
) -> None:
    before = _report(act(as_of=DAY))
    (workspace / "excused.yaml").write_text(_waivers(before))
    (workspace / "own" / "rules").mkdir(parents=True)
    (workspace / "own" / "rules" / "broken.yaml").write_text("no pack at all")
    head = "" if settings == "compliance.toml" else "[tool.compliance]\n"
    text = 'waivers = "excused.yaml"\nrules = ["own"]\nfail-on = "never"\nallow = ["needs-facts"]\n'
    (workspace / settings).write_text(head + text)
    job = act(as_of=DAY)
    assert _report(job)["verdict"]["line"] == before["verdict"]["line"]
    assert _report(job)["packs_digest"] == before["packs_digest"]
    assert f"Further rules that {settings} names were left aside" in job.summary
    assert f"Waivers that {settings} names were left aside" in job.summary
    assert act(as_of=DAY, rules="own").code == 2


def _report(job: Job) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((Path(job.outputs["reports"]) / "report.json").read_text())
    return loaded


def _waivers(report: dict[str, Any]) -> str:
    """A file that accepts the findings of a report, one by one."""
    entry = {
        "reason": "accepted-risk",
        "statement": "So be it.",
        "owner": "somebody",
        "expires": "2026-06-01",
    }
    named = dict.fromkeys((one["rule"], one["release"]) for one in report["findings"])
    return json.dumps({"waivers": [{"rule": rule, "release": release, **entry} for rule, release in named]})


def test_a_manifest_elsewhere_is_named_from_the_root_of_the_repository(
    act: Act, quickstart: Path, workspace: Path
) -> None:
    (workspace / "models" / "one").mkdir(parents=True)
    quickstart.rename(workspace / "models" / "one" / "made.yaml")
    job = act(as_of=DAY, working_directory="models", manifest="one/made.yaml")
    assert "::error file=models/one/made.yaml,line=7," in job.log


@pytest.mark.parametrize("name", ["manifest", "as_of", "fail_on", "allow", "rules", "waivers", "templates"])
def test_an_input_is_never_code(act: Act, quickstart: Path, workspace: Path, name: str) -> None:
    job = act(**{name: CODE})
    assert (job.code, job.outputs["exit-code"]) == (2, "2")
    assert list(workspace.glob("**/pwned")) == []


def test_a_name_in_the_manifest_sets_no_output_and_gives_no_command(act: Act, quickstart: Path) -> None:
    evil = '"x\\n::error::owned\\nverdict=owned ::set-output name=exit-code::0 ##[stop-commands]"'
    text = quickstart.read_text().replace("title: A fine-tune on Alpaca", f"title: {evil}")
    text = text.replace("name: meadow/tuned-7b", f"name: {evil}")
    quickstart.write_text(text.replace("name: tatsu-lab/alpaca", f"name: {evil}"))
    job = act(as_of=DAY)
    assert job.outputs["exit-code"] == "1"
    assert job.outputs["verdict"].startswith("Open: ")
    commands = {
        line.partition(" ")[0].rstrip(":") for line in job.log.splitlines() if line.lstrip().startswith("::")
    }
    assert {command.partition("::compliance")[0] for command in commands} <= {
        "::group", "::error", "::warning", "::notice", "::endgroup",
    }  # fmt: skip
    assert "##[" not in re.sub(r"(?m)^::.*$", "", job.log)


def test_the_packages_come_from_the_lock(act: Act, clean: Path, repo_root: Path) -> None:
    locked, own = act(as_of=DAY).pip
    assert "--require-hashes" in locked
    assert f"-r {repo_root}/requirements/runtime.lock" in locked
    assert own.endswith(f"--no-deps --no-build-isolation {repo_root}")


def test_pango_is_installed_for_a_pdf_only(act: Act, clean: Path, action: dict[str, Any]) -> None:
    assert not any("run" in used for used in act(as_of=DAY).used)
    steps = {step.get("name"): step for step in action["runs"]["steps"]}
    assert "libpango-1.0-0" in steps["Install Pango"]["run"]
    assert steps["Install Pango"]["if"] == "runner.os == 'Linux' && inputs.pdf == 'true'"
