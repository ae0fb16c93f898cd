"""Versions and edges: what each read saw, and orders that cannot be."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.errors import InputError
from compliance.evaluate.reaching.reach import ReachTable
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Manifest
from compliance.resolve import resolve
from tests.evaluate.world import CHAT, REGISTRY, RELEASE

ROWS, MODEL = {"kind": "dataset"}, {"kind": "model"}


def built(*steps: dict[str, Any]) -> Lineage:
    """The lineage of steps; artifacts by the first letter of their names: d data, m models, c services, x code."""
    ids = {i for s in steps for i in (*_listed(s["outputs"]), *s.get("inputs", {}).values())}
    kinds = {"d": ROWS, "m": MODEL, "c": CHAT, "x": {"kind": "code"}}
    data = {
        "lineage": 1,
        "project": {"id": "p"},
        "publisher": {"name": "Lab"},
        "artifacts": {key: kinds[key[0]] for key in sorted({*ids, "m"})},
        "steps": [{"kind": "finetune", **step} for step in steps],
        "releases": [RELEASE],
    }
    return resolve(Manifest.model_validate(data), REGISTRY)


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else value


def reaches(lineage: Lineage, source: str, target: str = "m") -> bool:
    table = ReachTable.of(lineage)
    return any(table.classes(entry, lineage.latest[target]) for entry in table.entries.get(source, ()))


COLLECT_A = {"id": "a", "kind": "collect", "inputs": {"source": "da"}, "outputs": "d"}
COLLECT_B = {"id": "b", "kind": "collect", "inputs": {"source": "db"}, "outputs": "d"}
TRAIN = {"id": "train", "inputs": {"data": "d"}, "outputs": "m"}


def test_an_artifact_written_twice_keeps_its_earlier_content() -> None:
    lineage = built(COLLECT_A, COLLECT_B, TRAIN)
    assert (reaches(lineage, "da"), reaches(lineage, "db")) == (True, True)


def test_an_artifact_that_is_replaced_loses_its_earlier_content() -> None:
    lineage = built(COLLECT_A, {**COLLECT_B, "replaces": True}, TRAIN)
    assert (reaches(lineage, "da"), reaches(lineage, "db")) == (False, True)


def test_a_step_that_makes_nothing_of_what_it_reads_replaces_nothing() -> None:
    lineage = built(COLLECT_A, {**COLLECT_B, "kind": "fetch", "replaces": True}, TRAIN)
    assert reaches(lineage, "da")


@pytest.mark.parametrize(
    ("step", "kept"),
    [
        ({"kind": "filter", "inputs": {"data": "db", "reference": "d"}}, True),
        ({"kind": "generate", "inputs": {"prompts": "db", "judge": "d"}}, True),
        ({"kind": "filter", "inputs": {"data": "db", "filter": "d"}}, True),
        ({"kind": "filter", "inputs": {"data": "db", "reference": "dc"}}, False),
    ],
)
def test_what_a_step_only_looks_at_and_writes_is_not_replaced(step: dict[str, Any], kept: bool) -> None:
    lineage = built(COLLECT_A, {"id": "b", "outputs": "d", "replaces": True, **step}, TRAIN)
    assert reaches(lineage, "da") is kept


def test_a_read_sees_the_version_that_was_written_before_it() -> None:
    lineage = built(COLLECT_A, TRAIN, COLLECT_B)
    assert (reaches(lineage, "da"), reaches(lineage, "db")) == (True, False)


def test_each_write_is_a_version() -> None:
    lineage = built(COLLECT_A, COLLECT_B, TRAIN)
    assert [number for key, number in lineage.versions if key == "d"] == [0, 1, 2]
    assert lineage.versions[lineage.latest["d"]] == ("d", 2)


def test_a_step_that_is_listed_too_early_is_moved_behind_what_it_reads() -> None:
    lineage = built(TRAIN, COLLECT_A)
    assert list(lineage.steps) == ["a", "train"]
    assert reaches(lineage, "da")


def test_the_listed_order_is_kept_where_it_can_be() -> None:
    assert list(built(COLLECT_B, COLLECT_A, TRAIN).steps) == ["b", "a", "train"]


def test_a_model_that_is_trained_on_in_place_starts_from_outside() -> None:
    first = {"id": "first", "inputs": {"base": "m", "data": "da"}, "outputs": "m"}
    second = {"id": "second", "inputs": {"base": "m", "data": "db"}, "outputs": "m"}
    lineage = built(first, second)
    assert list(lineage.steps) == ["first", "second"]
    assert (reaches(lineage, "da"), reaches(lineage, "db")) == (True, True)


def test_what_comes_from_outside_is_read_as_it_was_before_it_was_changed_in_place() -> None:
    quantise = {"id": "small", "kind": "quantise", "inputs": {"base": "mx"}, "outputs": "m"}
    in_place = {"id": "tune", "inputs": {"base": "mx", "data": "d"}, "outputs": "mx"}
    assert not reaches(built(quantise, in_place), "d")
    assert reaches(built(in_place, quantise), "d")


def test_a_step_in_place_may_begin_what_a_later_step_adds_to() -> None:
    begins = {"id": "begins", "kind": "filter", "inputs": {"data": "d"}, "outputs": ["d", "dx"]}
    adds = {"id": "adds", "kind": "collect", "inputs": {"data": "dx"}, "outputs": "d"}
    assert list(built(begins, adds, TRAIN).steps) == ["begins", "adds", "train"]


def test_steps_that_wait_for_each_other_are_reported_with_their_path() -> None:
    loop = [
        {"id": "one", "inputs": {"data": "d2"}, "outputs": "m1"},
        {"id": "two", "kind": "generate", "inputs": {"teacher": "m1", "seed": "d"}, "outputs": "d3"},
        {"id": "three", "kind": "filter", "inputs": {"data": "d3"}, "outputs": "d2"},
    ]
    with pytest.raises(InputError, match="in a loop") as caught:
        built(*loop)
    expected = "one (writes m1) <- three (writes d2) <- two (writes d3) <- one (writes m1)"
    assert expected in str(caught.value)


def test_an_unsettled_role_may_be_anything_that_the_step_makes_of_an_input() -> None:
    [edge] = [
        e for e in built({"id": "s", "inputs": {"unknown": "d"}, "outputs": "m"}).edges if not e.carries
    ]
    assert not edge.certain
    assert () in edge.options
    assert {("trained-on",), ("data",), ("signal",)} <= set(edge.options)


@pytest.mark.parametrize(
    ("kind", "role", "source", "expected"),
    [
        ("finetune", "teacher", "d", ("trained-on",)),  # data named as a teacher is trained on
        ("finetune", "teacher", "mx", ("outputs", "trained-on")),
        ("finetune", "base", "d", ("data",)),
        ("finetune", "base", "mx", ("weights",)),
        ("bundle", "source", "mx", ("weights",)),  # a model that goes into a model goes in with its weights
        ("bundle", "data", "d", ("data",)),
        ("quantise", "data", "d", ("signal",)),
    ],
)
def test_what_an_input_is_depends_on_what_it_can_give(
    kind: str, role: str, source: str, expected: tuple[str, ...]
) -> None:
    lineage = built({"id": "s", "kind": kind, "inputs": {role: source}, "outputs": "m"})
    assert [edge.options for edge in lineage.edges if not edge.carries] == [(expected,)]


@pytest.mark.parametrize("kind", ["finetune", "pretrain", "rl", "distil-logits"])
def test_rows_are_not_trained_but_written(kind: str) -> None:
    """Logits that a teacher gives are its output, whatever the step that keeps them is called."""
    lineage = built({"id": "s", "kind": kind, "inputs": {"teacher": "mx"}, "outputs": "d"})
    assert [edge.options for edge in lineage.edges if not edge.carries] == [(("outputs",),)]


@pytest.mark.parametrize("kind", ["evaluate", "other"])
@pytest.mark.parametrize("source", ["d", "mx", "c"])
def test_a_step_that_only_looks_makes_no_lineage(kind: str, source: str) -> None:
    looks = {"id": "s", "kind": kind, "inputs": {"subject": source, "base": "m"}, "outputs": []}
    assert not reaches(built(looks), source)


@pytest.mark.parametrize(
    ("kind", "role", "source"),
    [
        *((kind, "teacher", source) for kind in ("evaluate", "fetch", "other") for source in ("c", "mx")),
        *(
            (kind, "subject", source)
            for kind in ("evaluate", "fetch", "other")
            for source in ("c", "mx", "d")
        ),
        *((kind, "tool", "c") for kind in ("mix", "deploy", "bundle", "finetune", "merge", "rl", "quantise")),
        ("collect", "tool", "c"),
        ("annotate", "tool", "c"),
        ("annotate", "tool", "mx"),
    ],
)
def test_what_a_step_that_writes_is_said_to_make_nothing_of_is_asked(
    kind: str, role: str, source: str
) -> None:
    lineage = built({"id": "s", "kind": kind, "inputs": {role: source}, "outputs": "m"})
    [edge] = [edge for edge in lineage.edges if not edge.carries]
    assert (edge.certain, () in edge.options) == (False, True)
    assert "is asked where the answer could decide" in lineage.warnings[0]


def loading(steps: list[dict[str, Any]], *releases: str) -> Lineage:
    kinds = {"m": MODEL, "mx": MODEL, "x": {"kind": "code"}, "xa": {"kind": "code"}, "d": ROWS}
    data = {
        "lineage": 1,
        "project": {"id": "p"},
        "publisher": {"name": "Lab"},
        "artifacts": kinds,
        "steps": steps,
        "releases": [{"artifact": key} for key in releases],
    }
    return resolve(Manifest.model_validate(data), REGISTRY)


def classes(lineage: Lineage, source: str, target: str) -> set[str]:
    table = ReachTable.of(lineage)
    return {c for e in table.entries.get(source, ()) for c in table.classes(e, lineage.latest[target])}


FETCH = {"id": "load", "kind": "fetch", "inputs": {"component": "mx"}}


def test_released_software_loads_what_is_fetched_and_nothing_else_does() -> None:
    lineage = loading([FETCH], "m", "x")
    assert (classes(lineage, "mx", "x"), classes(lineage, "mx", "m")) == ({"loaded"}, set())


def test_loading_goes_on_with_a_package_of_the_software() -> None:
    package = {"id": "pack", "kind": "bundle", "inputs": {"source": "xa"}, "outputs": "x"}
    lineage = loading([{**FETCH, "outputs": "xa"}, package], "x")
    assert classes(lineage, "mx", "x") == {"loaded"}


def test_loading_leaks_to_no_other_release_of_the_manifest() -> None:
    tune = {"id": "tune", "kind": "finetune", "inputs": {"data": "d"}, "outputs": "m"}
    lineage = loading([{**FETCH, "outputs": "xa"}, tune], "m", "xa", "x")
    assert {key: classes(lineage, "mx", key) for key in ("m", "xa", "x")} == {
        "m": set(),
        "xa": {"loaded"},
        "x": set(),
    }


def test_what_is_fetched_is_loaded_by_everything_where_no_software_is_released() -> None:
    assert classes(loading([FETCH], "m"), "mx", "m") == {"loaded"}


def test_a_program_writes_nothing_of_its_own() -> None:
    step = {"id": "s", "kind": "generate", "inputs": {"tool": "x", "teacher": "c"}, "outputs": "m"}
    lineage = built(step)
    assert (reaches(lineage, "x"), reaches(lineage, "c")) == (False, True)


@pytest.mark.parametrize("role", ["reward", "reference", "judge", "filter"])
@pytest.mark.parametrize("kind", ["finetune", "preference-tune", "rl"])
def test_rows_are_no_reward_and_may_have_been_trained_on(kind: str, role: str) -> None:
    lineage = built({"id": "s", "kind": kind, "inputs": {role: "d"}, "outputs": "m"})
    [options] = [edge.options for edge in lineage.edges if not edge.carries]
    assert set(options) == {("trained-on",), ("signal",), ()}
    assert any("does not tell what went in as it" in line for line in lineage.warnings)


@pytest.mark.parametrize(("kind", "role", "source"), [("rl", "reward", "mx"), ("filter", "reference", "d")])
def test_a_model_that_scores_and_rows_that_choose_stay_signals(kind: str, role: str, source: str) -> None:
    lineage = built({"id": "s", "kind": kind, "inputs": {role: source}, "outputs": "m"})
    assert [edge.options for edge in lineage.edges if not edge.carries] == [(("signal",),)]
