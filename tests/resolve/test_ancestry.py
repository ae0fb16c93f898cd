"""Known ancestry: a name alone brings in what stands behind it, and what the manifest says wins."""

from __future__ import annotations

from typing import Any

from compliance.evaluate import evaluate
from compliance.model.finding import Finding
from compliance.model.lineage import Lineage
from compliance.model.manifest import Manifest
from compliance.resolve import resolve
from tests.evaluate.world import AS_OF, CHAT, REGISTRY, manifest, world

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
    assert heir[source, "releaser"].origin == "resolved: known ancestry"


def test_a_step_of_known_ancestry_claims_no_permission() -> None:
    one = found(of("rows/known"))["rows~one-chat-1", "releaser"]
    assert (one.position.value, one.missing) == ("breach", ())


def test_what_the_manifest_says_of_the_making_wins() -> None:
    own = {"id": "own", "kind": "collect", "inputs": {"source": "web"}, "outputs": ["rows"]}
    stated = lineage(of("rows/known", steps=(own,), web={"kind": "dataset"}))
    assert not any(artifact.added for artifact in stated.artifacts.values())
    assert list(stated.steps) == ["own", "tune"]


def test_an_ancestor_that_the_manifest_lists_itself_is_that_artifact() -> None:
    stated = lineage(of("rows/known", chat=CHAT))
    assert "rows~one-chat-1" not in stated.artifacts
    assert ("chat", "releaser") in found(of("rows/known", chat=CHAT))


def test_an_unknown_name_brings_in_nothing() -> None:
    assert set(lineage(of("rows/never-heard-of")).artifacts) == {"rows", "m"}


def test_a_service_comes_from_where_its_provider_sits() -> None:
    known = lineage(of("rows/known", chat=CHAT)).artifacts["chat"]
    assert (known.country, known.developer) == (("US",), "One")
