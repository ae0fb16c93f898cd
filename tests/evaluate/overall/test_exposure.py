"""Exposure to texts that bind nobody yet: for US publishers, by how something came in, with what binds told first."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from compliance.evaluate import evaluate
from compliance.evaluate.overall.exposure import exposures, substitutes_for
from compliance.evaluate.world import World
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.exposure import Exposure
from compliance.model.declared.manifest import Manifest
from compliance.resolve import resolve

DAY = datetime.date(2026, 11, 24)
QWEN = {"kind": "model", "name": "Qwen/Qwen2.5-7B", "license": "Apache-2.0"}
DEEPSEEK = {
    "kind": "service",
    "name": "deepseek-reasoner",
    "provider": "deepseek",
    "plan": "api",
    "route": "direct",
}
ROWS: dict[str, Any] = {"kind": "dataset", "origin": "own"}


def exposed(
    artifacts: dict[str, Any],
    steps: list[dict[str, Any]],
    publisher: dict[str, Any] | None = None,
    **release: Any,
) -> tuple[Exposure, ...]:
    """The exposure of a project with one release, called `m`."""
    packs = load_packs()
    manifest = Manifest.model_validate(
        {
            "lineage": 1,
            "project": {"id": "trial"},
            "publisher": {"name": "Lab", **(publisher or {"kind": "university", "country": ["US"]})},
            "artifacts": {"m": {"kind": "model"}, **artifacts},
            "steps": steps,
            "releases": [
                {"artifact": "m", "access": "open-weights", "function": "general-purpose", **release}
            ],
        }
    )
    lineage = resolve(manifest, packs.registry)
    return exposures(World(lineage, packs, DAY), evaluate(lineage, packs, DAY).findings)


TUNE = [{"id": "tune", "kind": "finetune", "inputs": {"base": "base", "data": "rows"}, "outputs": ["m"]}]
LEARN = [
    {"id": "write", "kind": "generate", "inputs": {"teacher": "base"}, "outputs": ["rows"]},
    {"id": "train", "kind": "train", "inputs": {"data": "rows"}, "outputs": ["m"]},
]
PICK = [
    {"id": "pick", "kind": "filter", "inputs": {"judge": "base", "source": "raw"}, "outputs": ["rows"]},
    {"id": "train", "kind": "train", "inputs": {"data": "rows"}, "outputs": ["m"]},
]


@pytest.mark.parametrize(
    ("base", "steps", "ways"),
    [
        (QWEN, TUNE, ("weights",)),
        (QWEN, LEARN, ("outputs",)),
        (DEEPSEEK, LEARN, ("outputs",)),
        (QWEN, PICK, ("signal",)),
    ],
)
def test_it_says_how_each_artifact_came_in(base: dict[str, Any], steps: Any, ways: tuple[str, ...]) -> None:
    rows = {"kind": "dataset"} if steps is not TUNE else ROWS
    (one,) = exposed({"base": base, "rows": rows, "raw": ROWS}, steps)
    assert [("base", ways)] == [(each.artifact, each.ways) for each in one.exposed]


def test_weights_meet_the_bills_on_the_plain_reading_and_outputs_on_the_broad_one_only() -> None:
    (built,) = exposed({"base": QWEN, "rows": ROWS}, TUNE)
    (taught,) = exposed({"base": QWEN, "rows": {"kind": "dataset"}}, LEARN)
    wanted = {"law/icts-review", "law/s-321-imports"}
    assert {(name, "arguable") for name in wanted} == {
        (t.rule, t.position.value) for t in built.touching if t.rule in wanted
    }
    assert {(name, "remote") for name in wanted} == {(t.rule, t.position.value) for t in taught.touching}


def test_nothing_binds_where_nothing_is_stated_and_what_binds_comes_first() -> None:
    (quiet,) = exposed({"base": QWEN, "rows": ROWS}, TUNE)
    assert quiet.binding == ()
    deepseek = {"kind": "model", "name": "deepseek-ai/DeepSeek-V3", "license": "MIT"}
    (bound,) = exposed({"base": deepseek, "rows": ROWS}, TUNE, facts={"dod_contract_use": True})
    assert [one.rule for one in bound.binding] == ["law/ndaa-1532-own-use"]
    assert bound.touching[0].binds
    assert not bound.touching[-1].binds


def test_what_stays_untouched_is_told() -> None:
    glm = {"kind": "model", "name": "zai-org/GLM-4.5", "license": "MIT"}
    (one,) = exposed({"base": glm, "rows": ROWS}, TUNE)
    assert "law/entity-list-exchange" in {text.rule for text in one.untouched}


@pytest.mark.parametrize(
    ("base", "publisher"),
    [
        (QWEN, {"kind": "company", "country": ["DE"]}),
        (QWEN, {"kind": "company"}),
        ({"kind": "model", "name": "mistralai/Mistral-7B-v0.3", "license": "Apache-2.0"}, None),
    ],
)
def test_publishers_elsewhere_and_other_origins_have_none(base: dict[str, Any], publisher: Any) -> None:
    assert exposed({"base": base, "rows": ROWS}, TUNE, publisher) == ()


def test_a_us_person_abroad_has_one() -> None:
    abroad = {"kind": "individual", "country": ["FR"], "facts": {"us_person": True}}
    assert len(exposed({"base": QWEN, "rows": ROWS}, TUNE, abroad)) == 1


def test_a_release_of_its_own_making_alone_has_none() -> None:
    assert (
        exposed({"rows": ROWS}, [{"id": "t", "kind": "train", "inputs": {"data": "rows"}, "outputs": ["m"]}])
        == ()
    )


@pytest.mark.parametrize(
    ("function", "first", "last"),
    [("embedding", "arctic-embed-1", "other-qwen-embedders"), ("ocr", "gemma-small-vision", "olmocr")],
)
def test_substitutes_of_the_same_function_come_unmarked_first(function: str, first: str, last: str) -> None:
    ids = [one.id for one in substitutes_for(function, load_packs())]
    assert first in ids[: len(ids) // 2]
    assert last in ids[len(ids) // 2 :]


def test_a_function_without_substitutes_has_none() -> None:
    assert substitutes_for("reward", load_packs()) == ()
