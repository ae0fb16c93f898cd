"""A manifest that cannot be used: exit 2, every fault at once as file:line:col, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import CLEAN, Run

CHANGES: dict[str, tuple[str, str, str, str]] = {
    "a key given twice": ("kind: company,", "kind: company, kind: company,", "3:46", "already given"),
    "an alias": ("country: US", "country: *here", "3:55", "alias '*here' is not allowed"),
    "an anchor": ("country: US", "country: &here US", "3:55", "anchor '&here' is not allowed"),
    "a tag": ("country: US", "country: !!str US", "3:55", "the tag"),
    "a merge key": ("country: US", "<<: {country: US}", "3:46", "merge key"),
    "a date that is none": ("date: 2025-10-01", "date: 2025-10-32", "10:51", "no such date"),
    "a period that ends first": ("period: 2025-09", "period: 2025-09/2024", "8:78", "ends before it starts"),
    "a number as text": ("country: US", "country: [1]", "3:56", "expected text"),
    "a text as list": ("steps:\n", "steps: none\nmore:\n", "7:8", "expected a list"),
    "an unknown key": ("origin: own", "orign: own", "5:67", "did you mean 'origin'?"),
    "an unknown word": ("kind: pretrain", "kind: pre-train", "8:22", "did you mean 'pretrain'?"),
    "an unknown role": ("inputs: {data:", "inputs: {dta:", "8:41", "did you mean 'data'?"),
    "a dangling input": ("{data: rows}", "{data: row}", "8:41", "did you mean 'rows'?"),
    "a dangling output": ("outputs: tuned", "outputs: tund", "8:54", "did you mean 'tuned'?"),
    "a dangling release": ("artifact: tuned", "artifact: tunde", "10:6", "did you mean 'tuned'?"),
    "an unknown party": ("period: 2025-09", "by: nobody", "8:70", "no party"),
    "an unknown fact": (
        "country: US}",
        "country: US, facts: {revenu: 5}}",
        "3:67",
        "did you mean 'revenue'?",
    ),
    "an id of the wrong form": ("id: tune,", "id: Tune It,", "8:10", "for instance 'tune-it'"),
    "a value without end": ("name: Meadow Lab,", 'name: "Meadow', "3:19", "closing quote"),
    "an infinity": ("commercial: true", "facts: {monetised: .inf}", "11:25", "cannot be used as a number"),
    "a control character": ("Meadow Lab", "Meadow \x1b[31m Lab", "3:26", "U+001B"),
    "a second document": ("releases:", "---\nreleases:", "9:1", "second document"),
    "a tab": ("steps:\n  -", "steps:\n\t-", "8:1", "indent with spaces"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_fault_is_told_where_it_stands_and_what_to_do(
    run: Run, project: Path, change: tuple[str, str, str, str]
) -> None:
    old, new, place, said = change
    assert CLEAN.count(old) == 1
    (project / "lineage.yaml").write_text(CLEAN.replace(old, new))
    outcome = run("check")
    assert (outcome.code, outcome.out) == (2, "")
    assert [
        line
        for line in outcome.err.splitlines()
        if line.startswith(f"lineage.yaml:{place}: ") and said in line
    ], outcome.err


def test_all_faults_are_told_at_once_in_the_order_of_the_file(run: Run, project: Path) -> None:
    text = CLEAN
    for name in ("an unknown key", "an unknown word", "a date that is none", "a number as text"):
        text = text.replace(*CHANGES[name][:2])
    (project / "lineage.yaml").write_text(text)
    outcome = run("check")
    lines = [int(line.split(":")[1]) for line in outcome.err.splitlines()]
    assert lines == [3, 5, 8, 10]


def test_all_dangling_names_are_told_at_once(run: Run, project: Path) -> None:
    text = CLEAN
    for name in ("a dangling input", "a dangling output", "a dangling release", "an unknown party"):
        text = text.replace(*CHANGES[name][:2])
    (project / "lineage.yaml").write_text(text)
    outcome = run("check")
    assert outcome.err.count("\n") == 4


def test_ids_used_twice_are_told(run: Run, project: Path) -> None:
    step = "  - {id: tune, kind: evaluate, inputs: {subject: tuned}}\n"
    text = CLEAN.replace("releases:\n", f"{step}releases:\n")
    (project / "lineage.yaml").write_text(text + "  - {artifact: tuned}\n")
    outcome = run("check")
    assert outcome.err.splitlines() == [
        "lineage.yaml:9:5: steps use the id 'tune' 2 times; give each its own id",
        "lineage.yaml:13:5: releases use the id 'tuned' 2 times; give each its own id",
    ]


def test_a_loop_is_told_with_its_path(run: Run, project: Path) -> None:
    loop = "  - {id: write, kind: generate, inputs: {teacher: tuned}, outputs: rows}\n"
    (project / "lineage.yaml").write_text(CLEAN.replace("releases:\n", f"{loop}releases:\n"))
    outcome = run("check")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(
        "lineage.yaml:8:5: steps wait for each other in a loop: tune (writes tuned) <- write"
    )


def test_dates_and_yes_and_no_are_texts(run: Run, project: Path) -> None:
    text = CLEAN.replace("name: Meadow Lab", "name: no").replace("commercial: true", "commercial: no")
    (project / "lineage.yaml").write_text(text)
    outcome = run("check", "--as-of", "2025-10-01")
    assert (outcome.code, outcome.out.splitlines()[0].partition(" ·")[0]) == (
        0,
        "clean, of no, as of 2025-10-01",
    )


@pytest.mark.parametrize("content", [b"", b"# nothing\n", b"null\n", b"[]\n", b"text\n", b"lineage: 1\n"])
def test_a_file_that_holds_no_manifest_is_refused(run: Run, project: Path, content: bytes) -> None:
    (project / "lineage.yaml").write_bytes(content)
    outcome = run("check")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("lineage.yaml:1:1: ")


def test_bytes_that_are_not_utf_8_are_told_with_their_place(run: Run, project: Path) -> None:
    (project / "lineage.yaml").write_bytes(CLEAN.replace("Meadow Lab", "Prärie").encode("latin-1"))
    outcome = run("check")
    assert (outcome.code, outcome.err) == (
        2,
        "lineage.yaml:3:21: byte 0xE4 is not UTF-8; save the file as UTF-8\n",
    )


def test_a_file_over_the_limit_is_refused(run: Run, project: Path) -> None:
    (project / "lineage.yaml").write_text("# filler\n" * 600_000 + CLEAN)
    outcome = run("check")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("lineage.yaml:1:1: the file is larger than 5,000,000 bytes")


@pytest.mark.parametrize("signs", ["[]", "{}"])
def test_more_than_64_levels_are_refused(run: Run, project: Path, signs: str) -> None:
    nested = (signs[0] + ("a: " if signs == "{}" else "")) * 65
    (project / "lineage.yaml").write_text(CLEAN + f"extra: {nested}")
    outcome = run("check")
    assert (outcome.code, outcome.out) == (2, "")
    assert "nested more than 64 levels deep" in outcome.err


@pytest.mark.parametrize("made", ["missing", "folder", "loop"])
def test_a_manifest_that_cannot_be_read_is_named(run: Run, project: Path, made: str) -> None:
    place = project / "there.yaml"
    if made == "folder":
        place.mkdir()
    elif made == "loop":
        place.symlink_to(place)
    outcome = run("check", "there.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    said = "there.yaml holds no manifest; " if made == "folder" else "cannot read 'there.yaml': "
    assert outcome.err.startswith(said)


def test_without_a_manifest_the_usual_one_is_named(run: Run, project: Path) -> None:
    (project / "lineage.yaml").unlink()
    outcome = run("check")
    assert (outcome.code, outcome.out) == (2, "")
    assert "lineage.yaml" in outcome.err


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("plan",),
        ("shares",),
        ("disclose", "notice"),
        ("whatif",),
        ("whatif", "hr-8283"),
        ("export", "card"),
    ],
)
def test_a_command_without_a_manifest_says_how_to_start(
    run: Run, project: Path, words: tuple[str, ...]
) -> None:
    (project / "lineage.yaml").unlink()
    outcome = run(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("there is no lineage.yaml; ")
    assert "compliance init" in outcome.err


@pytest.mark.parametrize(
    ("named", "advice"),
    [
        ("README.md", "`compliance import README.md` drafts"),
        ("empty", "`compliance init empty` drafts"),
        ("hf:org/name", "compliance import hf:"),
        ("https://huggingface.co/org/name", "compliance import hf:"),
        ("org/heron-7b-v0.3", "compliance import hf:"),
    ],
)
def test_what_is_named_in_the_place_of_a_manifest_is_told_how_to_become_one(
    run: Run, project: Path, named: str, advice: str
) -> None:
    (project / "README.md").write_text("---\nlicense: mit\n---\n# Heron\n", encoding="utf-8")
    (project / "empty").mkdir()
    outcome = run("check", named)
    assert (outcome.code, outcome.out) == (2, "")
    assert advice in outcome.err


@pytest.mark.parametrize(
    ("named", "advised"), [("README.md", True), ("hf:org/name", True), ("nowhere", False)]
)
def test_init_of_what_is_no_folder_says_what_reads_it(
    run: Run, project: Path, named: str, advised: bool
) -> None:
    (project / "README.md").write_text("# Heron\n", encoding="utf-8")
    outcome = run("init", named, "--no-input")
    assert (outcome.code, outcome.out) == (2, "")
    assert (f"`compliance import {named}` drafts" in outcome.err) is advised


def test_a_mistyped_scenario_is_not_taken_for_a_manifest(run: Run, project: Path) -> None:
    outcome = run("whatif", "hr8283")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "no scenario is called 'hr8283'; did you mean 'hr-8283'?\n"
