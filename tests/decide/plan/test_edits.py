from __future__ import annotations

from typing import Any

import pytest

from compliance.decide.plan.edits import apply_acts, touched_by
from compliance.model.answered.plan import Act, Add, Drop, Edit, Put, Replace
from compliance.model.declared.manifest import Artifact, Manifest
from tests.evaluate.world import CHAT, manifest


def act(edit: Edit) -> Act:
    return Act("k", "w", "s", "says", edit)


def pipeline() -> Manifest:
    """Two services write into one set, rows of somebody else's are mixed in, a model is trained on all of it."""
    rows = {"kind": "dataset"}
    return manifest(
        artifacts={
            "chat": CHAT,
            "other": CHAT,
            "theirs": rows,
            "rows": rows,
            "set": rows,
            "m": {"kind": "model"},
        },
        parties={"them": {"name": "Them"}},
        steps=[
            {
                "id": "theirs",
                "kind": "generate",
                "inputs": {"teacher": "other"},
                "outputs": "theirs",
                "by": "them",
            },
            {"id": "one", "kind": "generate", "inputs": {"teacher": "chat"}, "outputs": "rows"},
            {"id": "two", "kind": "generate", "inputs": {"teacher": "other"}, "outputs": "set"},
            {"id": "mix", "kind": "mix", "inputs": {"data": ["rows", "theirs"]}, "outputs": "set"},
            {"id": "tune", "kind": "finetune", "inputs": {"data": "set"}, "outputs": "m"},
        ],
    )


def left(changed: Manifest | None) -> dict[str, Any] | None:
    """Steps with what they read."""
    if changed is None:
        return None
    return {
        step.id: sorted(key for given in step.inputs.values() for item in given for key in item.named)
        for step in changed.steps
    }


WHOLE = {"theirs": ["other"], "one": ["chat"], "two": ["other"], "mix": ["rows", "theirs"], "tune": ["set"]}


@pytest.mark.parametrize(
    ("dropped", "expected"),
    [
        (["chat"], {key: WHOLE[key] for key in ("theirs", "two", "tune")} | {"mix": ["theirs"]}),
        (["rows"], WHOLE | {"mix": ["theirs"]}),
        (["other"], {key: WHOLE[key] for key in ("theirs", "one", "mix", "tune")}),
        (["theirs"], WHOLE | {"mix": ["rows"]}),
        (["set"], None),
        (["rows", "theirs"], None),  # together they would end a step that neither ends alone
    ],
)
def test_what_is_left_out_takes_along_what_cannot_be_made_without_it(
    dropped: list[str], expected: dict[str, list[str]] | None
) -> None:
    assert left(apply_acts(pipeline(), [act(Drop(key)) for key in dropped])) == expected


def test_what_a_later_step_read_from_an_earlier_one_is_missing_there_when_that_one_goes() -> None:
    built = manifest(
        artifacts={"rows": {"kind": "dataset"}, "more": {"kind": "dataset"}, "m": {"kind": "model"}},
        steps=[
            {"id": "pretrain", "kind": "pretrain", "inputs": {"data": "rows"}, "outputs": "m"},
            {"id": "tune", "kind": "finetune", "inputs": {"base": "m", "data": "more"}, "outputs": "m"},
        ],
    )
    assert [left(apply_acts(built, [act(Drop(key))])) for key in ("rows", "more")] == [
        None,
        {"pretrain": ["rows"]},
    ]


def test_a_licence_that_is_changed_is_changed_in_every_place_of_what_was_made_here() -> None:
    said = {"license": "nc", "statements": [{"license": "free", "where": "card"}]}
    made = manifest(artifacts={"chat": CHAT, "rows": {"kind": "dataset"}, "m": {"kind": "model", **said}})
    changed = apply_acts(made, [act(Put("release", "m", "license", "free"))])
    assert changed is not None
    assert (changed.releases[0].license, changed.artifacts["m"].license, changed.artifacts["m"].statements) == (
        "free", None, (),
    )  # fmt: skip


def test_steps_of_others_stay_as_they_are_when_something_is_replaced() -> None:
    new = Artifact(kind="model", license="free")
    changed = apply_acts(pipeline(), [act(Replace("other", new))])
    assert left(changed) == WHOLE | {"two": ["other.new"]}


def test_what_leaves_nothing_made_of_it_touches_what_the_lost_steps_read() -> None:
    assert touched_by(pipeline(), "chat") == {"chat", "rows"}


@pytest.mark.parametrize(
    ("edit", "read", "expected"),
    [
        (Put("release", "m", "license", "nc"), lambda m: m.releases[0].license, "nc"),
        (Put("release", "m", "flop", 3), lambda m: m.releases[0].facts, {"flop": 3}),
        (Put("publisher", "publisher", "permission", "yes", "one"), lambda m: m.publisher.permission, {"one": "yes"}),
        (Put("artifact", "chat", "cleared", "yes"), lambda m: m.artifacts["chat"].facts, {"cleared": "yes"}),
        (Put("step", "tune", "authorised", "yes"), lambda m: m.steps[1].authorised, "yes"),
        (Add("m", "notices", ("a", "b", "a")), lambda m: m.releases[0].notices, ("a", "b")),
    ],
)  # fmt: skip
def test_an_edit_changes_its_field_or_states_its_fact(edit: Edit, read: Any, expected: object) -> None:
    changed = apply_acts(manifest(), [act(edit)])
    assert changed is not None
    assert read(changed) == expected


def test_what_is_put_is_set_on_the_party_that_asks() -> None:
    asked = manifest(asker="them", parties={"them": {"name": "Them"}})
    changed = apply_acts(asked, [act(Put("publisher", "publisher", "accepted", "no", "one"))])
    assert changed is not None
    assert (changed.parties["them"].accepted, changed.publisher.accepted) == ({"one": "no"}, {})
