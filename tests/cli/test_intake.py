"""init, scan, import and check --scan: what they write, print and exit with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

README = """\
---
license: apache-2.0
base_model: Qwen/Qwen2.5-7B
---
# meadow/tuned-7b
"""


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A folder with a card, and code that loads a set which the card does not name."""
    (tmp_path / "README.md").write_text(README, encoding="utf-8")
    (tmp_path / "train.py").write_text('load_dataset("tatsu-lab/alpaca")\n', encoding="utf-8")
    return tmp_path


def test_init_writes_a_draft_that_check_reads_and_says_what_is_next(run: Run, release: Path) -> None:
    outcome = run("init", str(release), "--no-input")
    manifest = release / "lineage.yaml"
    assert (outcome.code, outcome.out) == (0, "")
    assert f"next: compliance check {manifest}" in outcome.err
    assert run("check", str(manifest), "--as-of", "2025-11-20", "-q").code == 1


def test_init_again_adds_and_shows_what_is_new(run: Run, release: Path) -> None:
    run("init", str(release), "--no-input")
    manifest = release / "lineage.yaml"
    before = manifest.read_text(encoding="utf-8").replace("# access:", "access: gated")
    manifest.write_text(before, encoding="utf-8")
    assert run("init", str(release), "--no-input").out == ""
    (release / "more.py").write_text('load_dataset("GAIR/lima")\n', encoding="utf-8")
    outcome = run("init", str(release), "--no-input")
    assert "+  lima: {kind: dataset, name: GAIR/lima}" in outcome.out
    assert set() == set(before.splitlines()) - set(manifest.read_text(encoding="utf-8").splitlines())


def test_what_is_only_mentioned_stays_to_be_confirmed_in_the_draft(run: Run, release: Path) -> None:
    with (release / "README.md").open("a", encoding="utf-8") as card:
        card.write("\nMinutes come from Whisper large-v3 (bundled).\n")
    outcome = run("init", str(release), "--no-input")
    assert "open: Was Whisper large-v3 used to make this, and as what?" in outcome.err
    assert (
        "# confirm: was Whisper large-v3 used to make this, and as what?"
        in (release / "lineage.yaml").read_text()
    )


def test_init_of_an_empty_folder_without_anybody_to_ask_says_so(run: Run, tmp_path: Path) -> None:
    outcome = run("init", str(tmp_path), "--no-input")
    assert (outcome.code, outcome.out) == (2, "")
    assert "names a model or a data set" in outcome.err


def test_scan_tells_what_is_not_declared_and_exits_with_it(run: Run, release: Path) -> None:
    outcome = run("scan", str(release))
    assert outcome.code == 1
    assert "  tatsu-lab/alpaca: its rows go in\n    train.py:1" in outcome.out
    told = json.loads(run("scan", str(release), "--json").out)
    assert [one["name"] for one in told["upstreams"]] == ["Qwen/Qwen2.5-7B", "tatsu-lab/alpaca"]
    run("init", str(release), "--no-input")
    assert run("scan", str(release)).code == 0


def test_scan_writes_sarif_at_the_lines_of_cards_and_code(run: Run, release: Path) -> None:
    told = json.loads(run("scan", str(release), "--sarif").out)["runs"][0]["results"]
    places = {
        (one["ruleId"], one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]): one["locations"][
            0
        ]["physicalLocation"]["region"]["startLine"]
        for one in told
    }
    assert places[("undeclared-upstream", "train.py")] == 1
    assert places[("statements-disagree", "README.md")] == 2


def test_scan_of_no_folder_cannot_run(run: Run, tmp_path: Path) -> None:
    assert run("scan", str(tmp_path / "gone")).code == 2


def test_check_with_scan_fails_on_what_the_manifest_does_not_declare(run: Run, release: Path) -> None:
    run("init", str(release), "--no-input")
    arguments = (
        "check",
        str(release / "lineage.yaml"),
        "--fail-on",
        "never",
        "--scan",
        "-q",
        "--as-of",
        "2025-11-20",
    )
    assert run(*arguments).code == 0
    (release / "more.py").write_text('load_dataset("GAIR/lima")\n', encoding="utf-8")
    outcome = run(*arguments)
    assert outcome.code == 1
    assert "more.py:1: GAIR/lima is seen and not declared" in outcome.err


def test_check_with_scan_fails_on_what_is_mentioned_until_the_manifest_names_it(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "README.md").write_text(
        "---\nlicense: mit\n---\n# Heron\n\nAs part of the Mistral-7B release a guide was updated.\n",
        encoding="utf-8",
    )
    run("init", str(tmp_path), "--no-input")
    manifest = tmp_path / "lineage.yaml"
    arguments = ("check", str(manifest), "--fail-on", "never", "--scan", "-q", "--as-of", "2025-11-20")
    outcome = run(*arguments)
    assert outcome.code == 1
    assert "README.md:6: Mistral-7B is mentioned" in outcome.err
    text = manifest.read_text(encoding="utf-8")
    named = "artifacts:\n  other: {kind: model, name: Mistral-7B}\n"
    manifest.write_text(text.replace("artifacts:\n", named, 1), encoding="utf-8")
    outcome = run(*arguments)
    assert (outcome.code, "is mentioned" in outcome.err) == (0, False)


@pytest.mark.parametrize("way", ["shown", "file"])
def test_sarif_of_a_check_with_scan_points_at_the_lines_of_card_and_code(
    run: Run, release: Path, way: str
) -> None:
    run("init", str(release), "--no-input")
    (release / "more.py").write_text('\nload_dataset("GAIR/lima")\n', encoding="utf-8")
    text = (
        (release / "lineage.yaml").read_text(encoding="utf-8").replace("license: apache-2.0", "license: MIT")
    )
    (release / "lineage.yaml").write_text(text, encoding="utf-8")
    target = release.parent / "out.sarif"
    wanted = ("-f", "sarif") if way == "shown" else ("--report", f"sarif={target}")
    outcome = run("check", str(release / "lineage.yaml"), "--scan", "--as-of", "2025-11-20", *wanted)
    log = json.loads(outcome.out if way == "shown" else target.read_text(encoding="utf-8"))
    assert outcome.code == 1
    assert [one["tool"]["driver"]["name"] for one in log["runs"]] == ["compliance", "compliance scan"]
    told = {}
    for one in log["runs"][1]["results"]:
        place = one["locations"][0]["physicalLocation"]
        told[one["ruleId"], place["artifactLocation"]["uri"].rsplit("/", 1)[-1]] = place["region"][
            "startLine"
        ]
    assert told["undeclared-upstream", "more.py"] == 2
    assert told["licence-differs", "README.md"] == 2


def test_a_check_without_scan_has_one_run(run: Run, release: Path) -> None:
    run("init", str(release), "--no-input")
    outcome = run("check", str(release / "lineage.yaml"), "-f", "sarif", "--as-of", "2025-11-20")
    assert len(json.loads(outcome.out)["runs"]) == 1


def test_import_writes_a_manifest_and_tells_what_is_lost(run: Run, tmp_path: Path) -> None:
    card = tmp_path / "README.md"
    card.write_text(README.replace("---\n#", "bad: [\n---\n#"), encoding="utf-8")
    outcome = run("import", str(card))
    assert outcome.code == 0
    assert outcome.out.startswith("# yaml-language-server")
    assert "lost: front matter cannot be read" in outcome.err
    target = tmp_path / "lineage.yaml"
    card.write_text(README, encoding="utf-8")
    assert (run("import", "card", str(card), "--output", str(target)).code, outcome.err[:0]) == (0, "")
    assert "Qwen/Qwen2.5-7B" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [("import", "cyclonedx"), ("import", "gone.json")])
def test_import_of_nothing_cannot_run(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).code == 2


def test_export_writes_other_standards_and_tells_what_they_have_no_word_for(run: Run, release: Path) -> None:
    (release / "gen.py").write_text('c.chat.completions.create(model="gpt-4o")\n', encoding="utf-8")
    run("init", str(release), "--no-input")
    manifest = str(release / "lineage.yaml")
    outcome = run("export", "cyclonedx", manifest)
    assert (outcome.code, json.loads(outcome.out)["specVersion"]) == (0, "1.6")
    assert "lost: no word for: gpt-4o -> generated-data" in outcome.err
    target = release / "out.json"
    assert run("export", "spdx", manifest, "--as-of", "2025-10-01", "--output", str(target)).code == 0
    assert json.loads(target.read_text(encoding="utf-8"))["@graph"][0]["created"] == "2025-10-01T00:00:00Z"
    assert run("export", "docx", manifest).code == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [("README.md", b"---\nlicense: [broken\n---\n# meadow/tuned\n"), ("train.py", b"\x00\xff\xfe\x00" * 50)],
)
def test_init_says_what_it_could_not_read_as_scan_does(
    run: Run, release: Path, name: str, content: bytes
) -> None:
    (release / "more").mkdir()
    (release / "more" / name).write_bytes(content)
    scanned, drafted = run("scan", str(release)).out, run("init", str(release), "--no-input").err
    told = [line for line in scanned.splitlines() if line.startswith(f"  more/{name}:")]
    assert [line for line in drafted.splitlines() if line.startswith(f"  more/{name}:")] == told != []


def test_a_card_beside_a_configuration_of_a_named_format_is_read_as_a_card(run: Run, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(README, encoding="utf-8")
    (tmp_path / "train.yml").write_text("base_model: Qwen/Qwen2.5-7B\nadapter: lora\n", encoding="utf-8")
    outcome = run("import", "axolotl", str(tmp_path / "train.yml"), str(tmp_path / "README.md"))
    assert (outcome.code, "Qwen/Qwen2.5-7B" in outcome.out) == (0, True)
    assert "license: apache-2.0" in outcome.out
