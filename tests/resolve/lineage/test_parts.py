"""Parts that a record names and of which nobody knows more are asked of the whole, once, and never dropped."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from compliance.evaluate.overall.limits import limits
from compliance.evaluate.world import World
from compliance.model.declared.lineage import PARTS_NOT_LOOKED_UP, Lineage
from compliance.model.names.catalogue import Catalogue
from compliance.model.names.records import Records
from compliance.resolve import resolve
from tests.evaluate.world import AS_OF, REGISTRY, manifest, world

PAGE: dict[str, Any] = {"source": {"where": "its page", "read": "2026-01-01"}, "assurance": "secondary"}
LEFT = ("rows/left", "rows/never-heard-of")
"""A set whose record leaves its making open, and one without a record."""
ALWAYS: dict[str, Any] = {"when": {"op": {"always": "yes", "because": "it holds"}}}


def _made_from(*names: str, kind: str = "finetune", role: str = "data") -> dict[str, Any]:
    step = {"kind": kind, "inputs": {role: list(names)}, "by": "House of parts"}
    return {"ancestry": {"steps": [step], "documented_at": "its card", "assurance": "secondary"}}


MODELS = [
    {
        "id": "tuned",
        "names": ["lab/tuned"],
        "stage": "tune",
        **_made_from(*LEFT, "rows/kept", "rows/gpt-pairs"),
    },
    {"id": "ground", "names": ["lab/ground"], "stage": "foundation", **_made_from(*LEFT, kind="pretrain")},
    {"id": "mixed", "names": ["lab/mixed"], "stage": "foundation", **_made_from("rows/mix", kind="pretrain")},
    {"id": "prompted", "names": ["lab/prompted"], "stage": "tune", **_made_from("rows/mix", role="prompts")},
    {"id": "both", "names": ["lab/both"], "stage": "tune", **_made_from("lab/ground", role="base")},
    {"id": "open", "names": ["lab/open"], "stage": "tune", "making": "not-looked-up", **_made_from(*LEFT)},
]
DATASETS: list[dict[str, Any]] = [
    {"id": "left", "names": ["rows/left"], "making": "not-looked-up"},
    {"id": "kept", "names": ["rows/kept"], "making": "undisclosed-by-developer"},
    {"id": "pairs", "names": ["rows/gpt-pairs"], "making": "not-looked-up"},
    {"id": "mix", "names": ["rows/mix"], **_made_from(*LEFT, kind="mix")},
]


def _records(layer: int = 0) -> Catalogue:
    models = [
        {"family": "f", "developer": "lab", "licence": "free", "assurance": "full-text", **one}
        for one in MODELS
    ]
    sets = [{"publisher": "lab", "licence": "free", "assurance": "full-text", **one} for one in DATASETS]
    return Catalogue.of(
        Records.model_validate(
            {"parties": {"lab": {"name": "House of parts", **PAGE}}, "models": models, "datasets": sets}
        ),
        layer=layer,
    )


def _resolved(name: str, kind: str = "model", catalogue: Catalogue | None = None, **further: Any) -> Lineage:
    role = "base" if kind == "model" else "data"
    step = {"id": "tune", "kind": "finetune", "inputs": {role: ["whole"]}, "outputs": ["m"]}
    given = manifest(
        artifacts={"whole": {"kind": kind, "name": name, **further}, "m": {"kind": "model"}}, steps=[step]
    )
    return resolve(given, replace(REGISTRY, catalogue=catalogue or _records()))


def _states(lineage: Lineage) -> dict[str, str]:
    return {one.name: one.making.state for one in lineage.artifacts.values() if one.id != "m"}


@pytest.mark.parametrize(("name", "kind"), [("lab/tuned", "model"), ("rows/mix", "dataset")])
def test_the_whole_is_asked_and_names_its_parts(name: str, kind: str) -> None:
    known = _resolved(name, kind)
    states = _states(known)
    assert states[name] == "open"
    assert {states[part] for part in LEFT} == {"elsewhere"}
    assert all(part in known.artifacts["whole"].making.why for part in LEFT)


def test_what_is_kept_back_and_what_a_name_speaks_of_is_asked_by_itself() -> None:
    states = _states(_resolved("lab/tuned"))
    assert (states["rows/kept"], states["rows/gpt-pairs"]) == ("open", "open")


def test_a_whole_that_is_open_already_keeps_its_reason() -> None:
    known = _resolved("lab/open")
    assert known.artifacts["whole"].making.why.startswith("the registry holds it")
    assert {_states(known)[part] for part in LEFT} == {"elsewhere"}


def test_what_is_stated_of_the_whole_answers_for_its_parts() -> None:
    states = _states(
        _resolved("lab/tuned", documented={"where": "its card, section Data", "generators": "none"})
    )
    assert states["lab/tuned"] == "known"
    assert {states[part] for part in LEFT} == {"known"}
    assert states["rows/kept"] == "open"


@pytest.mark.parametrize("documented", ["no", {"where": "its card, section Data", "generators": "unknown"}])
def test_a_statement_that_nobody_knows_answers_for_none(documented: Any) -> None:
    states = _states(_resolved("lab/tuned", documented=documented))
    assert states["lab/tuned"] == "open"


@pytest.mark.parametrize("name", ["lab/ground", "lab/mixed", "lab/both"])
def test_behind_a_foundation_they_are_a_limit(name: str) -> None:
    known = _resolved(name)
    assert {_states(known)[part] for part in LEFT} == {"foundation"}
    (told,) = (
        one for one in limits(World(known, world(ALWAYS), AS_OF), ()) if set(LEFT) <= set(one.subjects)
    )
    assert known.artifacts["whole~rows-left"].making.why == PARTS_NOT_LOOKED_UP
    assert told.kind == "making"
    assert "was not looked up" in told.sentence


def test_parts_that_the_manifest_lists_or_that_own_records_name_are_asked_one_by_one() -> None:
    own = _states(_resolved("lab/tuned", catalogue=_records(layer=1)))
    assert {own[part] for part in LEFT} == {"open"}
    step = {
        "id": "tune",
        "kind": "finetune",
        "inputs": {"base": ["whole"], "data": ["rows"]},
        "outputs": ["m"],
    }
    artifacts = {
        "whole": {"kind": "model", "name": "lab/tuned"},
        "rows": {"kind": "dataset", "name": "rows/left"},
        "m": {"kind": "model"},
    }
    listed = resolve(manifest(artifacts=artifacts, steps=[step]), replace(REGISTRY, catalogue=_records()))
    assert listed.artifacts["rows"].making.state == "open"


def test_a_whole_that_steps_of_the_manifest_make_answers_for_no_part_of_the_record() -> None:
    steps = [
        {
            "id": "own",
            "kind": "finetune",
            "inputs": {"data": ["pages"], "base": ["lump"]},
            "outputs": ["whole"],
        },
        {"id": "tune", "kind": "finetune", "inputs": {"base": ["whole"]}, "outputs": ["m"]},
    ]
    artifacts = {
        "pages": {"kind": "dataset", "origin": "own"},
        "lump": {"kind": "model", "name": "nobody/knows-it"},
        "whole": {"kind": "model", "name": "lab/tuned"},
        "m": {"kind": "model"},
    }
    known = resolve(manifest(artifacts=artifacts, steps=steps), replace(REGISTRY, catalogue=_records()))
    assert known.artifacts["whole~rows-left"].making.state == "open"


def test_what_only_gave_prompts_is_left_as_it_is() -> None:
    known = _resolved("lab/prompted")
    assert known.artifacts["whole"].making.state == "known"
    assert {_states(known)[part] for part in LEFT} == {"open"}
