"""Notes as manifests: small invented notes, and every note of the shared folders."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.notes.draft import Draft
from benchmarks.notes.manifests import draft_of
from benchmarks.notes.reading import load_notes, note_from
from benchmarks.notes.running import manifest_text
from compliance.load.yaml_reader import parse_yaml
from compliance.model.manifest import Manifest

NODES: list[dict[str, Any]] = [
    {
        "id": "api",
        "kind": "service",
        "name": "acme-2 (Acme API)",
        "developer": "Acme",
        "terms": "Acme terms 2024",
    },
    {
        "id": "my rows",
        "kind": "dataset",
        "name": "lab rows",
        "developer": "Oslo lab",
        "licence": "see release",
    },
    {"id": "base", "kind": "checkpoint", "name": "Foo-7B", "developer": "Foo Inc", "licence": "Apache-2.0"},
    {"id": "out", "kind": "model", "name": "Lab-7B-chat", "developer": "Oslo lab", "licence": "MIT"},
]
STEPS: list[dict[str, Any]] = [
    {"n": 1, "kind": "generation", "inputs": [{"node": "api", "role": "generator"}], "outputs": ["my rows"]},
    {
        "n": 2,
        "kind": "sft",
        "inputs": [{"node": "base", "role": "parent"}, {"node": "my rows", "role": "data"}],
        "outputs": ["out"],
    },
]
RELEASE: dict[str, Any] = {
    "name": "oslo/Lab-7B-chat", "who": "Oslo lab", "org_type": "university", "country": "Norway/US", "date": "2024-06",
    "kind": "model", "licence_declared": "MIT", "channels": ["Hugging Face"], "stated_purpose": "chat",
    "commercial": True,
}  # fmt: skip


def _draft(
    *, release: dict[str, Any] | None = None, nodes: Any = NODES, steps: Any = STEPS, **more: Any
) -> Draft:
    data = {
        "id": "Sample",
        "release": {**RELEASE, **(release or {})},
        "nodes": nodes,
        "steps": steps,
        "expected": [],
        **more,
    }
    return draft_of(note_from(data))


def _nodes(**changes: dict[str, Any]) -> list[dict[str, Any]]:
    return [{**node, **changes.get(node["id"].replace(" ", "_"), {})} for node in NODES]


def test_a_plain_note_becomes_a_manifest_with_a_way_back() -> None:
    draft = _draft()
    manifest = draft.manifest()
    assert [step.kind for step in manifest.steps] == ["generate", "finetune"]
    assert manifest.steps[0].period == "2024-01/2024-06"
    assert manifest.artifacts["api"].route == "direct"
    assert manifest.publisher.country == ("NO", "US")
    (release,) = manifest.releases
    assert (release.artifact, release.access, release.function, release.commercial) == (
        "out",
        "open-weights",
        "general-purpose",
        "yes",
    )
    assert draft.node_of("my-rows~some-service") == "my rows"
    assert draft.steps["step-2"] == 2


def test_a_data_set_released_with_a_model_is_released_too() -> None:
    draft = _draft(
        release={"kind": "model+dataset", "licence_declared": "model MIT, data CC-BY-4.0", "name": "Lab"}
    )
    released = {release.artifact: release.license for release in draft.manifest().releases}
    assert released == {"my-rows": "CC-BY-4.0", "out": "MIT"}


def test_only_what_the_release_names_is_released() -> None:
    draft = _draft(release={"kind": "model+dataset", "name": "Lab-7B-chat and Some-Set"})
    assert [release.artifact for release in draft.manifest().releases] == ["my-rows", "out"]
    draft = _draft(
        release={"kind": "model+dataset", "name": "Lab-7B-chat and lab rows"},
        nodes=[*NODES, {"id": "other", "kind": "dataset", "name": "scratch", "developer": "Oslo lab"}],
        steps=[
            *STEPS,
            {"n": 3, "kind": "mix", "inputs": [{"node": "my rows", "role": "data"}], "outputs": ["other"]},
        ],
    )
    assert [release.artifact for release in draft.manifest().releases] == ["my-rows", "out"]


def test_what_others_made_is_by_them() -> None:
    draft = _draft(nodes=_nodes(my_rows={"developer": "Umbrella Corp"}))
    step = draft.manifest().steps[0]
    assert step.by is not None
    assert draft.manifest().parties[step.by].name == "Umbrella Corp"
    steps = [{**STEPS[0], "actor": "site users"}, STEPS[1]]
    assert _draft(steps=steps).manifest().steps[0].by == "site-users"
    steps = [{**STEPS[0], "note": "done by Umbrella, not by the lab"}, STEPS[1]]
    assert _draft(steps=steps).manifest().steps[0].by == "umbrella"
    steps = [{**STEPS[0], "note": "rewrites by acme-2"}, STEPS[1]]
    assert _draft(steps=steps).manifest().steps[0].by is None


def test_a_paper_is_a_document_of_its_own() -> None:
    steps = [{"n": 1, "kind": "evaluation", "inputs": [{"node": "api", "role": "subject"}], "outputs": []}]
    draft = _draft(release={"kind": "paper", "name": "On things"}, nodes=NODES[:1], steps=steps)
    (release,) = draft.manifest().releases
    assert draft.manifest().artifacts[release.artifact].kind == "document"


def test_statements_that_disagree_stand_beside_each_other() -> None:
    draft = _draft(release={"licence_declared": "tag: mit; card says License: foo"})
    (release,) = draft.manifest().releases
    assert release.license == "mit"
    assert [said.license for said in release.statements] == ["foo"]


def test_assumed_and_unknown_sentences_become_facts() -> None:
    draft = _draft(
        assumed=["notices kept", "the user is located in the EU", "products exceeded 700M monthly users"]
    )
    (release,) = draft.manifest().releases
    assert release.license_copies == ("Apache-2.0",)
    assert release.markets == ("EU",)
    assert draft.manifest().publisher.facts["monthly_users"] == 707_000_000
    left = _draft(assumed=["notices kept"], unknown=["are the notices shipped"])
    assert left.manifest().releases[0].notices is None
    assert _draft(unknown=["Acme plan"]).manifest().artifacts["api"].plan == "unknown"
    assert _draft(unknown=["access channel in step 1"]).manifest().artifacts["api"].route == "unknown"


def test_who_made_the_calls_is_taken_from_assumptions() -> None:
    step = _draft(assumed=["project itself did not call the API"]).manifest().steps[0]
    assert step.by == "account-holder"
    assert step.commissioned == "unknown"
    step = _draft(assumed=["a helper held the account"]).manifest().steps[0]
    assert step.commissioned == "yes"


def test_sentences_name_numbers_places_and_conduct() -> None:
    draft = _draft(
        release={"country": None, "who": "a lab"},
        asker_role="releaser",
        assumed=[
            "use takes place in France",
            "revenue below $1 million a year",
            "own training above 1e25 FLOP",
            "behind a VPN",
        ],
    )
    manifest = draft.manifest()
    assert manifest.publisher.country == ("FR",)
    assert manifest.publisher.facts["revenue"] == 990_000
    assert manifest.releases[0].markets == ("EU", "FR")
    assert manifest.releases[0].facts["training_flop"] == pytest.approx(1.01e25)
    assert manifest.steps[0].facts["location_masked"] == "yes"


def test_an_unknown_start_is_a_model_of_which_nothing_is_known() -> None:
    steps = [STEPS[0], {**STEPS[1], "inputs": [{"node": "my rows", "role": "data"}]}]
    manifest = _draft(steps=steps, unknown=["starting checkpoint"]).manifest()
    assert list(manifest.steps[1].inputs) == ["data", "unknown"]
    assert manifest.artifacts["step-2.start"].license is None


def test_a_base_in_the_release_name_does_not_make_its_maker_the_releaser() -> None:
    manifest = _draft(release={"name": "tune of Foo-7B", "who": "Oslo Lab Inc"}).manifest()
    assert manifest.artifacts["base"].origin == "unknown"


def test_a_note_on_the_base_is_a_plain_statement_about_the_source() -> None:
    draft = _draft(release={"licence_declared": "MIT, with a note that the base was Foo 3 licensed"})
    (release,) = draft.manifest().releases
    assert release.facts == {"source_terms_noted": "yes"}
    assert [(said.license, said.about) for said in release.statements] == [("Foo 3", "upstream")]


def test_open_edges_are_open_roles() -> None:
    step = _draft(unknown=["base edge, output edge or both"]).manifest().steps[1]
    assert list(step.inputs) == ["unknown"]


def test_outputs_named_in_a_licence_text_have_a_writer() -> None:
    nodes = [
        *NODES,
        {"id": "web", "kind": "dataset", "name": "site rows", "licence": "mixed, Acme outputs among them"},
    ]
    steps = [STEPS[0], {**STEPS[1], "inputs": [*STEPS[1]["inputs"], {"node": "web", "role": "data"}]}]
    draft = _draft(nodes=nodes, steps=steps)
    assert draft.manifest().artifacts["web.writer"].developer == "Acme"
    assert draft.node_of("web.writer") == "web"


def test_an_undated_step_that_goes_on_with_a_dated_one_follows_it() -> None:
    later = {"n": 2, "kind": "judging", "inputs": [{"node": "tags", "role": "judge"}], "outputs": ["my rows"]}
    nodes = [*NODES, {"id": "tags", "kind": "api", "name": "tagger", "developer": "Acme"}]
    draft = _draft(nodes=nodes, steps=[{**STEPS[0], "date": "2024-02"}, later, {**STEPS[1], "n": 3}])
    assert draft.manifest().steps[1].period == "2024-02/2024-06"


@pytest.mark.parametrize(
    "odd",
    [
        {"nodes": None, "steps": None, "release": None},
        {"nodes": [{"id": "x"}], "steps": [{"outputs": "x"}], "release": "something"},
        {
            "nodes": [{"id": "x", "kind": "gizmo"}],
            "steps": [{"kind": 7, "inputs": ["y"], "outputs": ["x", "z"]}],
        },
        {
            "nodes": [{"id": "X x"}, {"id": "x-x"}],
            "steps": [{"n": 1, "outputs": ["X x"]}, {"n": 1, "outputs": ["x-x"]}],
        },
        {
            "facts": {
                "release": {"date": 2024, "commercial": "maybe", "markets": "EU"},
                "nodes": [],
                "steps": [],
            }
        },
        {
            "nodes": [{"id": "s", "kind": "service"}],
            "steps": [{"n": "one", "kind": "train", "outputs": ["s"]}],
        },
    ],
)
def test_odd_and_missing_fields_still_give_a_valid_manifest(odd: dict[str, Any]) -> None:
    draft = draft_of(note_from({"id": "odd", **odd}))
    assert draft.manifest().releases


@pytest.mark.parametrize("folder", ["cases", "questions"])
def test_every_shared_note_becomes_a_valid_manifest(shared: Path, folder: str) -> None:
    notes = load_notes(shared / folder / "dev")
    assert notes
    for note, _ in notes:
        draft = draft_of(note)
        text = manifest_text(draft.data)
        parse_yaml(text, f"{note.id}.yaml")
        manifest = Manifest.model_validate(yaml.safe_load(text))
        assert manifest.releases, note.id
        assert set(draft.steps.values()) == {step.n for step in note.steps}, note.id
        assert set(draft.nodes.values()) >= {node.id for node in note.nodes}, note.id
