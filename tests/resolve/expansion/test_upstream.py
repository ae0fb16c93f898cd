"""Manifests of other projects: what they rest on comes in, seen from here."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compliance.resolve.expansion import written_out
from tests.resolve.expansion.writing_out import lineage, other, reaches, read

THEIRS = """\
publisher: {name: Other lab, kind: university, country: FR, affiliate: true, accepted: {one: true}}
parties: {paula: {name: Paula}, lab: {name: Lab}}
artifacts:
  chat: {kind: service, name: one-chat-1, provider: one, route: direct, plan: api}
  rows: {kind: dataset, origin: people}
  unrelated: {kind: dataset}
  probe: {kind: model}
steps:
  - {id: write, kind: generate, inputs: {teacher: chat}, outputs: rows, period: 2024-07, commissioned: unknown}
  - {id: label, kind: annotate, inputs: {teacher: chat, data: rows}, outputs: rows, by: paula}
  - {id: help, kind: filter, inputs: {data: rows}, outputs: rows, by: lab}
  - {id: aside, kind: train, inputs: {data: unrelated}, outputs: probe}
releases: [{artifact: rows, name: other/rows, license: nc, date: 2024-08}]
"""
OURS = """\
artifacts:
  theirs: {kind: dataset, uses: there}
  m: {kind: model}
steps: [{id: tune, kind: finetune, inputs: {data: theirs}, outputs: m}]
releases: [{artifact: m}]
"""


def test_what_stands_behind_the_artifact_comes_in_under_its_id() -> None:
    found = lineage(OURS, there=other(THEIRS))
    assert list(found.artifacts) == ["theirs", "m", "theirs/chat"]
    assert list(found.steps) == ["theirs/write", "theirs/label", "theirs/help", "tune"]
    assert reaches(found, "theirs/chat", "m") == {"student": "yes"}


def test_their_release_says_what_is_not_said_here() -> None:
    found = lineage(OURS, there=other(THEIRS)).artifacts["theirs"]
    assert (found.name, found.licences, found.released, found.origin) == (
        "other/rows",
        ("nc",),
        "2024-08",
        "people",
    )
    here = OURS.replace("uses: there", "uses: there, name: our/copy, license: free")
    found = lineage(here, there=other(THEIRS)).artifacts["theirs"]
    assert (found.name, found.licences, found.released) == ("our/copy", ("free",), "2024-08")


def test_another_licence_here_than_there_is_two_statements_about_one_thing() -> None:
    here = OURS.replace("uses: there", "uses: there, license: free")
    said = lineage(here, there=other(THEIRS)).artifacts["theirs"].statements
    assert {one.license for one in said} == {"free", "nc"}


def test_their_parties_are_parties_here_and_the_publisher_stays_the_publisher() -> None:
    found = lineage(OURS, there=other(THEIRS))
    assert {key: found.party(step.by).name for key, step in found.steps.items()} == {
        "theirs/write": "Other lab", "theirs/label": "Paula", "theirs/help": "Lab", "tune": "Lab",
    }  # fmt: skip
    assert found.steps["theirs/help"].by is None
    assert found.parties["theirs/publisher"].accepted == {"one": "yes"}
    assert found.artifacts["theirs"].made_here is False


def test_a_party_that_is_known_here_is_the_same() -> None:
    found = lineage("parties: {p: {name: PAULA}}\n" + OURS, there=other(THEIRS))
    assert (found.steps["theirs/label"].by, list(found.parties)) == ("p", ["p", "theirs/publisher"])


def test_what_was_said_from_their_point_of_view_does_not_carry_over() -> None:
    found = lineage(OURS, there=other(THEIRS))
    assert "commissioned" not in found.steps["theirs/write"].model_fields_set
    assert "affiliate" not in found.parties["theirs/publisher"].model_fields_set


def test_places_are_those_of_the_other_file() -> None:
    found = lineage(OURS, there=other(THEIRS))
    assert found.locations["step:theirs/label"] == "other.yaml:12:5"
    assert found.locations["artifact:theirs/chat"] == "other.yaml:6:3"
    assert found.locations["artifact:theirs"] == "m.yaml:5:3"


def test_short_forms_there_are_written_out_first() -> None:
    names = THEIRS.replace("name: one-chat-1,", "names: [one-chat-1, one-chat-2],")
    found = lineage(OURS, there=other(names))
    assert [key for key in found.artifacts if "chat" in key] == ["theirs/chat#1", "theirs/chat#2"]


def test_manifests_that_they_use_come_in_too() -> None:
    between = OURS.replace("uses: there", "uses: there").replace("m: {kind", "m: {kind")
    ours = OURS.replace("kind: dataset, uses: there", "kind: model, uses: between").replace(
        "data: theirs", "base: theirs"
    )
    found = lineage(ours, between=other(between, "between.yaml", there=other(THEIRS)))
    assert [key for key in found.artifacts if key.startswith("theirs/")] == [
        "theirs/theirs",
        "theirs/theirs/chat",
    ]
    assert reaches(found, "theirs/theirs/chat", "m") == {"student": "yes"}


def test_without_the_other_manifest_the_artifact_stands_alone() -> None:
    loaded = read(OURS.replace("uses: ", "note: "))
    assert list(written_out(loaded.manifest, loaded.where, {})[0].artifacts) == ["theirs", "m"]


@pytest.mark.parametrize("release", ["rows", "mixed"])
def test_what_they_call_their_own_is_somebody_elses_here(release: str) -> None:
    theirs = (
        "publisher: {name: Other lab}\nartifacts:\n  rows: {kind: dataset, origin: own, license: nc}\n"
        "  weights: {kind: model, origin: own}\n  mixed: {kind: dataset}\n"
        "steps: [{id: mix, kind: mix, inputs: {data: rows, tool: weights}, outputs: mixed}]\n"
        f"releases: [{{artifact: {release}}}]\n"
    )
    found = lineage(OURS, there=other(theirs)).artifacts
    rows = found["theirs" if release == "rows" else "theirs/rows"]
    assert (rows.origin, rows.developer, rows.owned) == ("third-party", "Other lab", False)
    assert (rows.making.state, rows.licences) == ("known", ("nc",))
    if release == "mixed":
        assert (found["theirs/weights"].origin, found["theirs/weights"].making.state) == (
            "third-party",
            "open",
        )


def test_what_a_project_of_the_same_publisher_calls_its_own_is_its_own() -> None:
    theirs = "publisher: {name: LAB}\nartifacts: {rows: {kind: dataset, origin: own}}\nreleases: [{artifact: rows}]\n"
    assert lineage(OURS, there=other(theirs)).artifacts["theirs"].origin == "own"


@pytest.mark.parametrize(("documented", "state"), [("false", "open"), ("unknown", "open"), ("true", "known")])
def test_whether_the_making_is_documented_there_holds_here(documented: str, state: str) -> None:
    theirs = (
        "publisher: {name: Other lab}\n"
        f"artifacts: {{rows: {{kind: dataset, origin: own, documented: {documented}}}}}\n"
        "releases: [{artifact: rows}]\n"
    )
    assert lineage(OURS, there=other(theirs)).artifacts["theirs"].making.state == state


@pytest.mark.parametrize(
    ("title", "notice", "state"),
    [
        ("Rows by staff", "Made with care", "known"),
        ("Rows written by Claude", "Made with care", "open"),
        ("Rows by staff", "For research use only", "open"),
    ],
)
def test_what_their_project_and_release_show_is_held_against_it_here(
    title: str, notice: str, state: str
) -> None:
    theirs = other(OWN_ROWS.replace("NOTICE", notice))
    project = theirs.manifest.project.model_copy(update={"title": title})
    theirs = replace(theirs, manifest=theirs.manifest.model_copy(update={"project": project}))
    ours = OURS.replace("uses: there", "uses: there, note: unmodified")
    assert lineage(ours, there=theirs).artifacts["theirs"].making.state == state


@pytest.mark.parametrize(("note", "state"), [("by our staff", "known"), ("told in a hall", "open")])
def test_what_they_note_of_their_own_is_not_answered_by_their_manifest(note: str, state: str) -> None:
    theirs = (
        "publisher: {name: Other lab}\n"
        f"artifacts: {{rows: {{kind: dataset, origin: own, note: {note}}}}}\n"
        "releases: [{artifact: rows}]\n"
    )
    assert lineage(OURS, there=other(theirs)).artifacts["theirs"].making.state == state


OWN_ROWS = """\
publisher: {name: Other lab}
artifacts: {rows: {kind: dataset, name: Other rows, license: free, origin: own}}
releases: [{artifact: rows, name: other/rows, license: free, notices: [NOTICE]}]
"""
