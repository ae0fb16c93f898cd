"""Known ancestry: a name alone brings in what stands behind it, and what the manifest says wins."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from compliance.evaluate import evaluate
from compliance.model.answered.finding import Finding
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Manifest, Party
from compliance.model.names.catalogue import Catalogue
from compliance.model.names.records import Records
from compliance.resolve import resolve
from tests.evaluate.world import AS_OF, CHAT, REGISTRY, manifest, world

PAGE = {"source": {"where": "its page", "read": "2026-01-01"}, "assurance": "secondary"}
TUNE = {"id": "tune", "kind": "finetune", "inputs": {"data": "rows"}, "outputs": ["m"], "period": "2025-03"}
SETS = {"narrow": ["student"], "plain": ["student"], "broad": ["student", "descendant"]}
RULE: dict[str, Any] = {
    "when": {"used": {"reach": SETS}},
    "unless": {"authorised": {"fact": "step.authorised", "is": True}},
    "cites": [{"instrument": "one/terms", "clause": "compete"}],
}


def of(
    name: str, kind: str = "dataset", *, steps: tuple[dict[str, Any], ...] = (), **further: Any
) -> Manifest:
    """A model made from something of this name."""
    tune = TUNE if kind == "dataset" else {**TUNE, "inputs": {"base": "rows"}}
    artifacts = {"rows": {"kind": kind, "name": name}, "m": {"kind": "model"}, **further}
    return manifest(artifacts=artifacts, steps=[*steps, tune])


def lineage(given: Manifest) -> Lineage:
    return resolve(given, REGISTRY)


def found(given: Manifest) -> dict[tuple[str, str], Finding]:
    return {(f.source or "", f.party): f for f in evaluate(lineage(given), world(RULE), AS_OF).findings}


def test_a_data_set_brings_in_the_service_that_wrote_it() -> None:
    known = lineage(of("rows/known"))
    added = {key for key, artifact in known.artifacts.items() if artifact.added}
    assert added == {"rows~one-chat-1"}
    assert known.artifacts["rows~one-chat-1"].provider == "one"
    assert list(known.steps) == ["rows~1", "tune"]
    assert known.party(known.steps["rows~1"].by).name == "Other lab"


def test_ancestors_are_found_over_several_generations() -> None:
    heir = found(of("base/heir", "model"))
    source = "rows~one-chat-1"
    assert heir[source, "releaser"].position.value == "breach"
    assert heir[source, "releaser"].routes[0].artifacts == (source, "rows~rows-known", "rows", "m")
    assert heir[source, "releaser"].origin == "resolved: known ancestry (at second hand)"


def test_a_step_of_known_ancestry_claims_no_permission() -> None:
    one = found(of("rows/known"))["rows~one-chat-1", "releaser"]
    assert (one.position.value, one.missing) == ("breach", ())


WEB = {"kind": "dataset"}
ERASURES = [
    {"kind": "collect", "inputs": {"source": "web"}},
    {"kind": "collect"},
    {"kind": "fetch"},
    {"kind": "fetch", "inputs": {"source": "web"}},
    {"kind": "other", "inputs": {"tool": "web"}},
    {"kind": "filter", "inputs": {"source": "rows"}},
    {"kind": "filter", "inputs": {"source": "rows"}, "replaces": True},
    {"kind": "convert", "inputs": {"source": "rows"}},
    {"kind": "annotate", "inputs": {"source": ["rows", "web"]}},
    {"kind": "mix", "inputs": {"data": "web"}},
    {"kind": "mix", "inputs": {"data": "web"}, "replaces": True},
    {"kind": "generate", "inputs": {"teacher": "mine"}},
]


@pytest.mark.parametrize("writing", ERASURES)
@pytest.mark.parametrize("late", [False, True])
def test_no_step_erases_what_is_known_to_stand_behind_a_name(writing: dict[str, Any], late: bool) -> None:
    step = {"id": "own", "outputs": ["rows"], **writing}
    mine = {"kind": "model", "origin": "own"}
    given = of("rows/known", steps=(step,), web=WEB, mine=mine)
    if late:
        given = given.model_copy(update={"steps": tuple(reversed(given.steps))})
    stated = lineage(given)
    assert [key for key, artifact in stated.artifacts.items() if artifact.added] == ["rows~one-chat-1"]
    assert found(given)["rows~one-chat-1", "releaser"].position.value == "breach"


def test_ancestors_that_the_steps_of_the_manifest_name_are_not_added_again() -> None:
    own = {"id": "own", "kind": "generate", "inputs": {"teacher": "chat"}, "outputs": ["rows"], "by": "maker"}
    given = of("rows/known", steps=(own,), chat=CHAT)
    given = given.model_copy(update={"parties": {"maker": Party(name="Somebody")}})
    stated = lineage(given)
    assert not any(artifact.added for artifact in stated.artifacts.values())
    assert stated.artifacts["rows"].contradictions == ()


def test_steps_that_leave_out_a_known_ancestor_contradict_the_record() -> None:
    own = {"id": "own", "kind": "mix", "inputs": {"data": "web"}, "outputs": ["rows"]}
    stated = lineage(of("rows/known", steps=(own,), web=WEB))
    assert [(c.field, c.known) for c in stated.artifacts["rows"].contradictions] == [
        ("ancestry", "one-chat-1")
    ]


@pytest.mark.parametrize(("role", "contradicted"), [("prompts", False), ("seed", False), ("data", True)])
def test_prompts_that_steps_leave_out_are_added_and_no_word_against_the_manifest(
    role: str, contradicted: bool
) -> None:
    step = {
        "kind": "generate",
        "inputs": {"teacher": ["one-chat-1"], role: ["rows/known"]},
        "by": "Other lab",
    }
    made: dict[str, Any] = {
        "id": "made",
        "names": ["rows/made"],
        "publisher": "other",
        "licence": "nc",
        "assurance": "full-text",
    }
    made["ancestry"] = {"steps": [step], "documented_at": "a paper", "assurance": "secondary"}
    known = Catalogue.of(
        Records.model_validate(
            {"parties": {"other": {"name": "Other lab", "country": "US", **PAGE}}, "datasets": [made]}
        )
    )
    own = {"id": "own", "kind": "generate", "inputs": {"teacher": "chat"}, "outputs": ["rows"], "by": "maker"}
    given = of("rows/made", steps=(own,), chat=CHAT)
    given = given.model_copy(update={"parties": {"maker": Party(name="Somebody")}})
    stated = resolve(given, replace(REGISTRY, catalogue=known))
    assert "rows/known" in {one.name for one in stated.artifacts.values() if one.added}
    assert bool(stated.artifacts["rows"].contradictions) is contradicted


def test_whoever_made_it_is_believed_about_its_making() -> None:
    own = {"id": "own", "kind": "mix", "inputs": {"data": "web"}, "outputs": ["rows"], "by": "maker"}
    given = of("rows/known", steps=(own,), web=WEB)
    given = given.model_copy(update={"parties": {"maker": Party(name="Other lab")}})
    stated = lineage(given)
    assert not any(artifact.added for artifact in stated.artifacts.values())


def test_generators_that_the_documentation_names_are_added_as_teachers() -> None:
    documented = {"where": "its card", "generators": ["one-chat-1"]}
    stated = lineage(of("rows/never-heard-of", rows={"kind": "dataset", "documented": documented}))
    assert [a.name for a in stated.artifacts.values() if a.added] == ["one-chat-1"]
    assert stated.artifacts["rows"].making.state == "known"


def test_an_ancestor_that_the_manifest_lists_itself_is_that_artifact() -> None:
    stated = lineage(of("rows/known", chat=CHAT))
    assert "rows~one-chat-1" not in stated.artifacts
    assert ("chat", "releaser") in found(of("rows/known", chat=CHAT))


def test_an_unknown_name_brings_in_nothing() -> None:
    assert set(lineage(of("rows/never-heard-of")).artifacts) == {"rows", "m"}


def test_a_service_comes_from_where_its_provider_sits() -> None:
    known = lineage(of("rows/known", chat=CHAT)).artifacts["chat"]
    assert (known.country, known.developer) == (("US",), "One")
