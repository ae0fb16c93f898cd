"""A situation passes only when every finding of its rule stands where it says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from compliance.errors import InputError, UsageError
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.rule import Pack
from compliance.model.packs.situation import Situation
from compliance.situations import completed, files, folder, read_situations, run, run_file

STORY: dict[str, Any] = {
    "name": "A student",
    "rule": "trial/student",
    "shows": "breaches",
    "as_of": "2026-01-01",
    "manifest": {
        "artifacts": {"t": {"kind": "model"}, "rows": {"kind": "dataset"}, "m": {"kind": "model"}},
        "steps": [
            {"id": "gen", "kind": "generate", "inputs": {"teacher": "t"}, "outputs": "rows"},
            {"id": "tune", "kind": "finetune", "inputs": {"data": "rows"}, "outputs": "m"},
        ],
        "releases": [{"artifact": "m", "access": "internal"}],
    },
    "expect": [{"source": "t", "position": "arguable"}],
}
RULE: dict[str, Any] = {
    "id": "trial/student",
    "title": "Student",
    "status": "in-force",
    "norm": "prohibition",
    "about": {"source": {"kind": "model"}},
    "when": {
        "used": {"reach": {"narrow": [], "plain": ["student"], "broad": ["student"]}},
        "given-out": {"not": {"fact": "release.access", "is": "product"}},
    },
    "says": "x",
    "consequence": "x",
    "what_to_do": ["ask-counsel"],
    "does_not_cover": "x",
}


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    head = {"id": "trial", "title": "Trial", "family": "house-rule", "version": "1"}
    return replace(load_packs(cache=False), packs=(Pack.model_validate({"pack": head, "rules": [RULE]}),))


def _story(**changes: Any) -> Situation:
    return Situation.model_validate({**STORY, **changes})


def _expecting(*expected: dict[str, Any]) -> Situation:
    return _story(expect=list(expected))


def test_a_story_as_written_has_no_fault(packs: Knowledge) -> None:
    full = {
        "source": "t",
        "release": "m",
        "party": "releaser",
        "position": "arguable",
        "readings": ["no", "yes", "yes"],
        "turns_on": ["used"],
        "missing": [],
    }
    assert (run(_story(), packs), run(_expecting(full), packs)) == ([], [])


@pytest.mark.parametrize(
    ("expected", "fault"),
    [
        ({"position": "breach"}, "t/m/releaser: arguable, not breach"),
        ({"position": "clear"}, "t/m/releaser: arguable, not clear"),
        (
            {"position": "arguable", "readings": ["no", "no", "yes"]},
            "t/m/releaser: readings no, yes, yes, not no, no, yes",
        ),
        ({"position": "arguable", "turns_on": ["x"]}, "t/m/releaser: does not turn on x; turns on"),
        (
            {"position": "arguable", "missing": ["release.date"]},
            "t/m/releaser: asks nothing, not release.date",
        ),
        (
            {"position": "arguable", "source": "rows"},
            "no finding for rows; found t/m/releaser: arguable (no, yes, yes)",
        ),
        ({"position": "arguable", "party": "downstream-user"}, "no finding for downstream-user; found"),
    ],
)
def test_each_difference_is_told(packs: Knowledge, expected: dict[str, Any], fault: str) -> None:
    found = run(_expecting(expected), packs)
    assert found
    assert found[0].startswith(fault)


def test_an_open_finding_that_nobody_expects_is_a_fault(packs: Knowledge) -> None:
    assert run(_story(expect=[]), packs) == ["unexpected: t/m/releaser: arguable (no, yes, yes)"]


def test_silence_can_be_expected(packs: Knowledge) -> None:
    manifest = {**STORY["manifest"], "steps": []}
    assert run(_story(manifest=manifest, expect=[]), packs) == []
    assert run(_story(manifest=manifest, expect=[{"position": "clear"}]), packs) == []


def test_a_rule_that_is_not_loaded_is_a_fault(packs: Knowledge) -> None:
    assert run(_story(rule="trial/other"), packs) == ["no rule 'trial/other' is loaded"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"releases": []}, "manifest: releases: "),
        ({"colour": 1}, "manifest: unknown key 'colour'"),
        ({"releases": [{"artifact": "n"}]}, "the release names 'n', which is no artifact"),
        (
            {"artifacts": {"m": {"kind": "model", "facts": {"no_such_fact": 1}}}, "steps": []},
            "unknown fact 'no_such_fact'",
        ),
    ],
)
def test_a_manifest_that_cannot_be_used_is_a_fault(
    packs: Knowledge, change: dict[str, Any], fault: str
) -> None:
    found = run(_story(manifest={**STORY["manifest"], **change}), packs)
    assert found
    assert fault in found[0]


def test_the_head_of_a_manifest_may_be_left_out() -> None:
    full = completed({"publisher": {"name": "Me"}, "artifacts": {}})
    assert full == {
        "lineage": 1,
        "project": {"id": "situation"},
        "publisher": {"name": "Me"},
        "artifacts": {},
    }
    assert completed({})["publisher"] == {"name": "Lab", "kind": "company", "country": ["US"]}


def test_a_file_gives_a_result_for_each_story_with_its_place(packs: Knowledge, tmp_path: Path) -> None:
    path = tmp_path / "stories.yaml"
    path.write_text(
        "situations:\n"
        "  - {name: One, rule: trial/other, shows: keeps, as_of: 2026, manifest: {}, expect: []}\n"
        "  - {name: Two, rule: trial/student, shows: keeps, as_of: 2026, expect: [],\n"
        "     manifest: {artifacts: {m: {kind: model}}, releases: [{artifact: m}]}}\n"
    )
    results = run_file(path, packs)
    assert [("One", f"{path}:2:6", 1), ("Two", f"{path}:3:6", 0)] == [
        (r.name, str(r.place), len(r.faults)) for r in results
    ]


def test_a_file_that_is_no_file_of_situations_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "stories.yaml"
    path.write_text("situations: [{name: One}]\n")
    with pytest.raises(InputError) as caught:
        read_situations(path)
    assert sorted(fault.what.split("'")[1] for fault in caught.value.faults) == [
        "as_of",
        "manifest",
        "rule",
        "shows",
    ]


def test_files_are_found_under_folders_in_order(tmp_path: Path) -> None:
    for name in ("b/z.yaml", "b/a.yaml", "a.yaml", "b/notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    assert [p.relative_to(tmp_path).as_posix() for p in files([tmp_path])] == [
        "a.yaml",
        "b/a.yaml",
        "b/z.yaml",
    ]
    assert [tmp_path / "b/z.yaml"] == list(files([tmp_path / "b/z.yaml"]))
    with pytest.raises(UsageError, match="there is no"):
        list(files([tmp_path / "c"]))


def test_the_usual_folder_lies_beside_the_bundled_rules(repo_root: Path, tmp_path: Path) -> None:
    assert (repo_root / "tests" / "rules", tmp_path) == (folder(None), folder(tmp_path))
