"""Every name in a manifest points at something; all that do not are told at once."""

from __future__ import annotations

import pytest

from compliance.errors import InputError
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest

TEXT = """\
artifacts: {rows: {kind: dataset}, chat: {kind: service}, m: {kind: model}}
parties: {maker: {name: Maker}}
steps:
  - {id: one, kind: collect, outputs: rows, by: maker}
  - {id: two, kind: finetune, inputs: {data: [rows]}, outputs: m, by: publisher}
releases:
  - {artifact: m}
"""


def refused(text: str) -> list[str]:
    """The faults of a manifest whose names point nowhere."""
    head = "lineage: 1\nproject: {id: p}\n" + ("" if "publisher: {" in text else "publisher: {name: Kin}\n")
    with pytest.raises(InputError) as caught:
        check_manifest(parse_yaml(head + text, "m.yaml"))
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "[rows]",
            "[row]",
            "m.yaml:8:40: step 'two' reads 'row', which is no artifact; did you mean 'rows'?",
        ),
        (
            "[rows]",
            "[zebra]",
            "m.yaml:8:40: step 'two' reads 'zebra', which is no artifact; add it, or correct the name",
        ),
        (
            "outputs: m,",
            "outputs: mm,",
            "m.yaml:8:55: step 'two' writes 'mm', which is no artifact; did you mean 'm'?",
        ),
        (
            "by: maker",
            "by: makr",
            "m.yaml:7:45: step 'one' is by 'makr', which is no party; did you mean 'maker'?",
        ),
        (
            "artifact: m",
            "artifact: n",
            "m.yaml:10:6: the release names 'n', which is no artifact; add it, or correct the name",
        ),
        ("id: two", "id: one", "m.yaml:8:5: steps use the id 'one' 2 times; give each its own id"),
    ],
)
def test_a_name_that_points_nowhere_is_told_with_its_place(old: str, new: str, fault: str) -> None:
    assert TEXT.count(old) == 1
    assert [fault] == refused(TEXT.replace(old, new))


def test_all_of_them_are_told_at_once() -> None:
    text = (
        TEXT.replace("[rows]", "[a, b]").replace("by: maker", "by: c").replace("artifact: m", "artifact: d")
    )
    assert [
        fault.split("'")[-2] if "by" in fault else fault.split(", which")[0].split("'")[-2]
        for fault in refused(text)
    ] == ["c", "a", "b", "d"]


def test_releases_of_the_same_thing_need_ids_of_their_own() -> None:
    assert refused(TEXT + "  - {artifact: m, date: 2025}\n") == [
        "m.yaml:11:5: releases use the id 'm' 2 times; give each its own id"
    ]


def test_a_publisher_may_have_another_id() -> None:
    text = "publisher: {id: lab, name: Lab}\n" + TEXT
    assert [fault.partition(": ")[2].partition(";")[0] for fault in refused(text)] == [
        "step 'two' is by 'publisher', which is no party"
    ]


HEAD = "publisher: {name: Kin}\nasker: ASKER\n"
NEW = [
    (
        "artifact: m",
        "artifact: m, by: makr",
        "the release 'm' is by 'makr', which is no party; did you mean 'maker'?",
    ),
    (
        "[rows]",
        "[{one_of: [rows, cat]}]",
        "step 'two' reads 'cat', which is no artifact; did you mean 'chat'?",
    ),
    (
        "outputs: rows, by: maker",
        "outputs: rows, replaces: true",
        "step 'one' replaces what was there, and reads nothing; list what the new content was made from under inputs",
    ),
    (
        "m: {kind: model}",
        "m: {kind: model, parts: [{name: vae, of: rowz}]}",
        "a part of 'm' is taken from 'rowz', which is no artifact; did you mean 'rows'?",
    ),
    (
        "m: {kind: model}",
        "m: {kind: model, parts: [{name: vae, of: m}]}",
        "a part of 'm' is taken from 'm', which is no other artifact; did you mean 'm'?",
    ),
    (
        "m: {kind: model}",
        "m: {kind: model, parts: [{name: vae}, {name: vae}]}",
        "parts use the name 'vae' 2 times; give each its own name",
    ),
    (
        "chat: {kind: service}",
        "chat: {kind: service, parts: [{name: x}]}",
        "the service 'chat' has parts; list them as artifacts and steps",
    ),
]


@pytest.mark.parametrize(("old", "new", "fault"), NEW, ids=[fault for _, _, fault in NEW])
def test_new_fields_point_at_something_too(old: str, new: str, fault: str) -> None:
    assert TEXT.count(old) == 1
    assert [fault] == [each.partition(": ")[2] for each in refused(TEXT.replace(old, new))]


def test_the_asker_is_a_party() -> None:
    text = HEAD.replace("ASKER", "nobody") + TEXT
    assert [fault.partition(": ")[2] for fault in refused(text)] == [
        "the asker is 'nobody', which is no party; add it, or correct the name"
    ]


@pytest.mark.parametrize("party", ["maker", "publisher"])
def test_a_party_or_the_publisher_may_ask_and_release(party: str) -> None:
    text = HEAD.replace("ASKER", party) + TEXT.replace("artifact: m", f"artifact: m, by: {party}")
    check_manifest(parse_yaml("lineage: 1\nproject: {id: p}\n" + text, "m.yaml"))


@pytest.mark.parametrize(
    ("variant", "fault"),
    [
        ("{leaves_out: [tow]}", "the variant leaves out 'tow', which is no step and no release; did you mean 'two'?"),
        ("{leaves_out: [m]}", "the variant releases nothing; keep a release, or add one"),
        ("{releases: [{artifact: mm}]}", "the release names 'mm', which is no artifact; did you mean 'm'?"),
        (
            "{steps: [{id: x, kind: mix, outputs: row}]}",
            "step 'x' writes 'row', which is no artifact; did you mean 'rows'?",
        ),
        ("{steps: [{id: x, kind: mix}, {id: x, kind: mix}]}", "steps use the id 'x' 2 times; give each its own id"),
    ],
)  # fmt: skip
def test_a_variant_points_at_what_the_manifest_or_it_has(variant: str, fault: str) -> None:
    assert [fault] == [each.partition(": ")[2] for each in refused(TEXT + f"variants: {{v: {variant}}}\n")]


def test_a_step_may_write_a_service() -> None:
    text = TEXT.replace("outputs: m,", "outputs: chat,").replace("artifact: m", "artifact: chat")
    check_manifest(parse_yaml("lineage: 1\nproject: {id: p}\npublisher: {name: Kin}\n" + text, "m.yaml"))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("[rows]", "[row]", "step 'two' reads 'row', which is no artifact; did you mean 'rows'?"),
        (
            "[rows]",
            "{one_of: [rows, rowz]}",
            "step 'two' reads 'rowz', which is no artifact; did you mean 'rows'?",
        ),
        ("outputs: m", "outputs: [mm]", "step 'two' writes 'mm', which is no artifact; did you mean 'm'?"),
        (
            "{artifact: m}",
            "{artifact: chatt}",
            "the release names 'chatt', which is no artifact; did you mean 'chat'?",
        ),
    ],
)
def test_names_that_point_nowhere_are_told_beside_other_faults(old: str, new: str, fault: str) -> None:
    text = TEXT.replace(old, new).replace("kind: collect", "kind: colect")
    told = refused(text)
    assert sum("'colect'" in one for one in told) == 1
    assert sum(fault in one for one in told) == 1


@pytest.mark.parametrize("part", ["steps", "releases", "artifacts"])
@pytest.mark.parametrize(
    "value", ["7", "[]", "[7]", "{a: 7}", "[{inputs: 7, outputs: {a: 1}}]", "[{artifact: [1]}]"]
)
def test_what_is_of_no_shape_has_its_own_fault_alone(part: str, value: str) -> None:
    told = refused(f"{part}: {value}\n")
    assert told
    assert not any("no artifact" in one for one in told)
