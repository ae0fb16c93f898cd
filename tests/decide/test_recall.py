"""Something upstream changed: which releases it reaches, how, and where their answers go."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from compliance.decide.recall import Recalled, recalled_in
from compliance.decide.substitution import size_in, substitute_for
from compliance.load.manifest.manifest import load_manifest
from compliance.model.answered.exposure import Exposed
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.substitutes import Substitute
from compliance.model.packs.scenario import Change
from compliance.pipeline import Setting, check_loaded, recall
from compliance.render.machine.json_reader import load_json_report
from compliance.render.machine.json_report import render_json
from compliance.render.view.report_view import build_view
from tests.decide.test_scenarios import DAY, ROWS, TUNE, project

QWEN = {"kind": "model", "name": "Qwen/Qwen2.5-7B", "license": "Apache-2.0"}


def tuned(packs: Knowledge, base: dict[str, Any] = QWEN) -> Setting:
    """A tune of weights."""
    return Setting(
        project(packs, {"base": base, "rows": ROWS}, TUNE, license="Apache-2.0", commercial=True), packs, DAY
    )


@pytest.mark.parametrize(
    "what",
    [
        Recalled(name="qwen/qwen2.5-7b"),
        Recalled(name="base"),
        Recalled(name="Qwen2.5-7B"),
        Recalled(name="qwen 2.5 7b"),
        Recalled(name="https://huggingface.co/Qwen/Qwen2.5-7B"),
        Recalled(licence="apache-2.0"),
        Recalled(developer="alibaba"),
    ],
)
def test_an_upstream_is_found_by_name_licence_or_developer(packs: Knowledge, what: Recalled) -> None:
    found = [one for one in recall(tuned(packs), what) if one.artifact == "base"]
    assert [(one.release, one.artifact, one.ways) for one in found] == [("m", "base", ("weights",))]


@pytest.mark.parametrize(
    "what",
    [
        Recalled(name="Qwen/Qwen2.5"),
        Recalled(name="Qwen2.5-72B"),
        Recalled(name="other/Qwen2.5-7B"),
        Recalled(name="—"),
        Recalled(provider="openai"),
    ],
)
def test_names_are_compared_whole(packs: Knowledge, what: Recalled) -> None:
    assert recall(tuned(packs), what) == ()


@pytest.mark.parametrize(
    ("licence", "rule"),
    [("CC-BY-NC-4.0", "labels/looser-same-work"), ("gemma", "model-licences/pass-on-limits")],
)
def test_another_licence_shows_what_it_would_ask(packs: Knowledge, licence: str, rule: str) -> None:
    (found,) = recall(tuned(packs), Recalled(name="Qwen/Qwen2.5-7B"), licence=licence)
    moved = {row.rule: (row.before, row.after) for row in found.answers if row.moved}
    assert rule in moved
    assert moved[rule][0] is None


def test_a_clause_that_begins_or_ends_moves_answers(packs: Knowledge, repo_root: Path) -> None:
    olmo = Setting(load_manifest(repo_root / "examples/olmo-3/lineage.yaml", packs), packs, DAY)
    term = {"instrument": "microsoft/product-terms", "clause": "synthetic-data", "ends": "2023-06-01"}
    ended = Change.model_validate({"term": term})
    found = recall(olmo, Recalled(name="gpt-4.1-2025-04-14"), [ended])
    assert any(row.moved and row.rule == "microsoft/azure-competing" for one in found for row in one.answers)


def test_a_saved_report_tells_the_same_releases(packs: Knowledge, repo_root: Path) -> None:
    path = repo_root / "examples/olmo-3/lineage.yaml"
    olmo = Setting(load_manifest(path, packs), packs, DAY)
    report = check_loaded(olmo.loaded, packs, DAY)
    saved = load_json_report(str(render_json(report, build_view(report))), "saved.json")
    what = Recalled(name="deepseek-ai/DeepSeek-R1")
    live = {(one.release, one.artifact) for one in recall(olmo, what)}
    assert live == {(one.release, one.artifact) for one in recalled_in(saved, what)}
    assert json.loads(str(render_json(saved, build_view(saved))))["findings"]


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("Qwen2.5-7B", "small"),
        ("Qwen3-30B-A3B", "medium"),
        ("gpt-oss-120b", "large"),
        ("DeepSeek-R1", None),
        ("b2b-model", None),
    ],
)
def test_a_size_is_what_a_name_states(name: str, size: str | None) -> None:
    assert size == size_in(name)


def candidate(key: str, **given: Any) -> Substitute:
    """A model that could stand in."""
    words = {
        "id": key, "name": key, "purposes": ["general-purpose"], "size": "small", "developer": "Somebody",
        "licence": "mit", "where": "its card", "assurance": "secondary", "weights": "none-found",
        "outputs": "none-found",
    }  # fmt: skip
    return Substitute.model_validate({**words, **given})


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [
        ([candidate("a", size="large"), candidate("b")], "b"),
        ([candidate("a", outputs="not-checked"), candidate("b")], "b"),
        ([candidate("a", weights="known", behind="…"), candidate("b", outputs="likely", behind="…")], None),
        ([candidate("a", purposes=["image"]), candidate("b", size="medium")], "b"),
        ([], None),
    ],
)
def test_a_substitute_is_of_the_function_and_size_and_free_of_such_an_origin(
    candidates: list[Substitute], expected: str | None
) -> None:
    exposed = Exposed("base", "some-7B", "Dev", ("CN",), ("weights",))
    found = substitute_for(exposed, candidates)
    assert expected == (found and found.id)


def test_where_no_size_is_stated_the_largest_comes_first() -> None:
    exposed = Exposed("kimi", "some-model", "Dev", ("CN",), ("outputs",))
    found = substitute_for(
        exposed, [candidate("a"), candidate("b", size="large"), candidate("c", size="medium")]
    )
    assert found is not None
    assert found.id == "b"
