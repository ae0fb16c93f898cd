"""A drafted rule: it loads, its situations come out as they say, and lint asks for what is marked and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance import situations
from compliance.authoring.draft import About, Answers, clauses_of, drafted, governing_text
from compliance.errors import UsageError
from compliance.lint import lint_packs
from compliance.load.packs.knowledge import load_packs

DAY = "2026-11-27"
SINCE = "2026-01-01"


def _answers(about: About, of: str, **changes: str) -> Answers:
    given = {
        "rule": f"{of}/own-use",
        "text": f"{of}/terms",
        "clause": "own-use",
        "title": "A use",
        "since": SINCE,
    }
    return Answers(about=about, of=of, **{**given, **changes})


def _write(folder: Path, answers: Answers, *, anew: bool = True) -> None:
    packs = load_packs() if anew else load_packs([folder])
    for path, content in drafted(folder, answers, packs, DAY).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)


@pytest.mark.parametrize(
    ("about", "of"), [("service", "acme-chat"), ("weights", "acme-open-1.0"), ("data", "acme-rows")]
)
def test_the_situations_of_a_draft_come_out_as_they_say(tmp_path: Path, about: About, of: str) -> None:
    _write(tmp_path, _answers(about, of))
    packs = load_packs([tmp_path])
    results = [one for path in situations.files([tmp_path]) for one in situations.run_file(path, packs)]

    assert [one.faults for one in results] == [()] * 4


def test_lint_asks_for_what_is_marked_and_nothing_else(tmp_path: Path) -> None:
    _write(tmp_path, _answers("weights", "acme-open-1.0"))
    faults = lint_packs([tmp_path], [situations.folder(None), *situations.of_packs([tmp_path])])

    assert sorted(fault.what.partition(":")[0] for fault in faults) == [
        "acme-open-1.0/own-use",
        "acme-open-1.0/terms",
    ]
    assert all("TODO" in fault.what for fault in faults)


def test_a_second_rule_is_added_to_what_stands(tmp_path: Path) -> None:
    first = _answers("service", "acme-chat")
    second = _answers("service", "acme-chat", rule="acme-chat/no-copies", clause="no-copies")
    _write(tmp_path, first)
    _write(tmp_path, second, anew=False)
    packs = load_packs([tmp_path])

    assert clauses_of("acme-chat/terms", packs) == ("own-use", "no-copies")
    assert governing_text("service", "acme-chat", packs) == "acme-chat/terms"
    assert all(packs.find_rule(one.rule) for one in (first, second))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"rule": "One Rule"}, "cannot be the id of a rule"),
        ({"since": "January"}, "cannot be the id of a day"),
        ({"rule": "openai/competing-models"}, "there is a rule"),
        ({"text": "openai/services-agreement"}, "has no clause"),
    ],
)
def test_answers_that_cannot_be_used_are_refused(tmp_path: Path, changes: dict[str, str], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        drafted(tmp_path, _answers("service", "acme-chat", **changes), load_packs(), DAY)


def test_a_clause_that_is_held_needs_a_rule_and_situations_only(tmp_path: Path) -> None:
    answers = _answers(
        "service", "openai", rule="mine/training", text="openai/services-agreement", clause="competing-models"
    )
    files = drafted(tmp_path, answers, load_packs(), DAY)

    assert [path.relative_to(tmp_path).parts[0] for path in files] == ["rules", "situations"]


@pytest.mark.parametrize("name", ["policies", "registry", "rules", "situations"])
def test_nothing_is_written_behind_a_link_that_leads_out(tmp_path: Path, name: str) -> None:
    folder, elsewhere = tmp_path / "packs", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.mkdir()
    (folder / name).symlink_to(elsewhere)
    with pytest.raises(UsageError, match="lies elsewhere, behind a link"):
        drafted(folder, _answers("service", "acme-chat"), load_packs(), DAY)


def test_a_file_that_is_no_text_is_not_added_to(tmp_path: Path) -> None:
    place = tmp_path / "situations" / "acme-chat" / "own-use.yaml"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"situations:\xff\n")
    with pytest.raises(UsageError, match="it is not text in UTF-8"):
        drafted(tmp_path, _answers("service", "acme-chat"), load_packs(), DAY)
