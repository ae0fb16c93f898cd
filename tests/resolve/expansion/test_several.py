"""One entry for several things: each is looked at."""

from __future__ import annotations

import pytest

from tests.resolve.expansion.writing_out import lineage, out, reaches

NAMES = """\
artifacts:
  chats: {kind: service, names: [one-chat-1, one-chat-2], route: direct}
  rows: {kind: dataset}
  m: {kind: model}
steps:
  - {id: write, kind: generate, inputs: {teacher: chats}, outputs: rows}
  - {id: tune, kind: finetune, inputs: {data: [{artifact: rows, share: 0.5}]}, outputs: m}
releases: [{artifact: m}]
"""
CHOICE = NAMES.replace("names: [one-chat-1, one-chat-2]", "name: one-chat-1").replace(
    "rows: {kind: dataset}", "rows: {kind: dataset}\n  held: {kind: model, name: base/nc}"
)


def test_each_name_becomes_an_artifact_that_is_wired_as_the_entry_was() -> None:
    manifest = out(NAMES)
    assert [(key, each.name) for key, each in manifest.artifacts.items()][:2] == [
        ("chats#1", "one-chat-1"),
        ("chats#2", "one-chat-2"),
    ]
    assert [item.artifact for item in manifest.steps[0].inputs["teacher"]] == ["chats#1", "chats#2"]
    found = lineage(NAMES)
    assert [reaches(found, f"chats#{n}", "m") for n in (1, 2)] == [{"student": "yes"}] * 2
    assert [found.artifacts[f"chats#{n}"].provider for n in (1, 2)] == ["one", "one"]


def test_each_stands_where_the_entry_stands() -> None:
    found = lineage(NAMES)
    assert {found.locations[f"artifact:chats#{n}"] for n in (1, 2)} == {"m.yaml:5:3"}
    assert found.artifacts["chats#2"].location == "m.yaml:5:3"


def test_a_single_name_in_a_list_is_a_name() -> None:
    manifest = out(NAMES.replace("[one-chat-1, one-chat-2]", "[one-chat-1]"))
    assert manifest.artifacts["chats"].name == "one-chat-1"


def test_how_a_share_divides_is_not_known() -> None:
    text = NAMES.replace("rows: {kind: dataset}", "rows: {kind: dataset, names: [a/b, c/d]}")
    items = out(text).steps[1].inputs["data"]
    assert [(item.artifact, item.share) for item in items] == [("rows#1", None), ("rows#2", None)]
    assert out(text).steps[0].outputs == ("rows#1", "rows#2")


def test_each_of_several_released_things_is_a_release() -> None:
    text = NAMES.replace("m: {kind: model}", "m: {kind: model, names: [lab/a, lab/b]}")
    assert [(each.key, each.artifact) for each in out(text).releases] == [("m#1", "m#1"), ("m#2", "m#2")]
    assert lineage(text).locations["release:m#2"] == "m.yaml:11:12"


@pytest.mark.parametrize("role", ["base", "data", "teacher"])
def test_one_of_several_may_have_been_used_and_may_not(role: str) -> None:
    text = CHOICE.replace("{data: [{artifact: rows, share: 0.5}]}", f"{{{role}: {{one_of: [rows, held]}}}}")
    found = lineage(text)
    assert [set(reaches(found, key, "m").values()) for key in ("rows", "held")] == [{"unknown"}] * 2
    assert [edge.certain for edge in found.edges if edge.step == "tune" and edge.role] == [False, False]


def test_a_choice_among_entries_of_several_names_is_one_among_all_of_them() -> None:
    text = NAMES.replace("{data: [{artifact: rows, share: 0.5}]}", "{teacher: {one_of: [chats, rows]}}")
    items = out(text).steps[1].inputs["teacher"]
    assert [item.artifact for item in items] == ["chats#1", "chats#2", "rows"]
    assert {item.one_of for item in items} == {("chats#1", "chats#2", "rows")}


def test_what_is_written_out_has_nothing_left_to_write_out() -> None:
    for text in (NAMES, CHOICE.replace("teacher: chats", "teacher: {one_of: [chats, held]}")):
        once = out(text)
        from compliance.resolve.expansion import written_out

        assert written_out(once, lambda path: None, {})[0] is once
