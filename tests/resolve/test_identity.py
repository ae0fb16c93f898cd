"""What the manifest says of an artifact wins; the registry fills gaps and is named; nothing is made up."""

from __future__ import annotations

import pytest

from compliance.model.lineage import Artifact, Lineage

from .conftest import Resolve

TAIL = "releases: [{artifact: m}]\n"


def _only(lineage: Lineage, key: str = "a") -> Artifact:
    return lineage.artifacts[key]


def _one(resolved: Resolve, fields: str) -> Artifact:
    return _only(resolved(f"artifacts:\n  a: {{{fields}}}\n  m: {{kind: model}}\n{TAIL}"))


def test_the_registry_fills_what_the_manifest_leaves_open_and_is_named(resolved: Resolve) -> None:
    found = _one(resolved, "kind: model, name: lab/cub-7b")
    assert (
        found.family,
        found.developer,
        found.country,
        found.licences,
        found.licence_text,
        found.released,
        found.modality,
    ) == ("bear", "Lab", ("CA",), ("free",), "free", "2024-03", "multimodal")
    assert found.facts == {"size": 7}
    assert found.resolved == (("country", "registry record cub"), ("license", "registry record cub"))


def test_the_manifest_wins_over_the_registry(resolved: Resolve) -> None:
    stated = "developer: Me, country: [DE], license: closed, released: 2020, facts: {size: 8}"
    found = _one(resolved, f"kind: model, name: lab/cub-7b, {stated}")
    assert (
        found.developer,
        found.country,
        found.licences,
        found.released,
        found.facts,
        found.resolved,
    ) == ("Me", ("DE",), ("closed",), "2020", {"size": 8}, ())


def test_an_unknown_name_stays_unknown(resolved: Resolve) -> None:
    found = _one(resolved, "kind: model, name: who/knows")
    assert (
        found.family,
        found.developer,
        found.country,
        found.licences,
        found.licence_text,
        found.released,
        found.resolved,
    ) == (None, None, (), (), None, None, ())


@pytest.mark.parametrize(
    ("fields", "known"),
    [
        ("kind: service, name: nobody-1", False),
        ("kind: service, name: talk-4", True),
        ("kind: model, license: Zebra", False),
        ("kind: model, license: free", True),
        ("kind: dataset", True),
    ],
)
def test_what_resolves_to_nothing_is_told_apart_from_silence(
    resolved: Resolve, fields: str, known: bool
) -> None:
    assert known is _one(resolved, fields).known


@pytest.mark.parametrize(
    ("released", "licences"), [("2024", ("closed", "rules")), ("2025-06", ("free", "rules")), ("2022", ())]
)
def test_the_licence_is_that_of_the_day_on_which_it_was_released(
    resolved: Resolve, released: str, licences: tuple[str, ...]
) -> None:
    assert licences == _one(resolved, f"kind: model, name: lab/grown, released: {released}").licences


def test_further_licences_of_the_record_hold_beside_the_stated_one(resolved: Resolve) -> None:
    assert _one(resolved, "kind: model, name: lab/grown, license: free").licences == ("free", "rules")


@pytest.mark.parametrize(
    ("fields", "provider", "how"),
    [
        ("provider: chat, name: talk-4", "chat", ()),
        ("name: talk-4", "talk", (("provider", "registry of providers"),)),
        ("name: x, developer: Talk Labs", "talk", (("provider", "registry of providers"),)),
        ("name: x", None, ()),
    ],
)
def test_a_service_has_the_stated_provider_or_the_one_its_name_shows(
    resolved: Resolve, fields: str, provider: str | None, how: tuple[tuple[str, str], ...]
) -> None:
    found = _one(resolved, f"kind: service, {fields}")
    assert (provider, how) == (found.provider, found.resolved)


def test_only_services_have_providers(resolved: Resolve) -> None:
    assert _one(resolved, "kind: model, name: talk-4").provider is None


def test_a_release_gives_its_licence_and_statements_to_what_it_releases(resolved: Resolve) -> None:
    text = "artifacts:\n  m: {kind: model, license: free}\n"
    found = _only(
        resolved(
            f"{text}releases: [{{artifact: m, license: closed, statements: [{{license: free, where: card}}]}}]"
        ),
        "m",
    )
    assert (found.licence_text, [s.license for s in found.statements]) == ("free", ["free", "closed", "free"])
    assert found.statement_licences == ((("free",),), (("closed",),), (("free",),))


def test_statements_about_other_parts_are_left_out(resolved: Resolve) -> None:
    listed = ", ".join(f"{{license: closed, about: {part}}}" for part in ("code", "weights", "upstream"))
    found = _one(resolved, f"kind: model, statements: [{listed}]")
    assert [statement.about for statement in found.statements] == ["weights"]


def test_what_the_publisher_of_a_data_set_says_counts_as_a_statement(resolved: Resolve) -> None:
    found = _one(resolved, "kind: dataset, name: kin/rows")
    assert [(s.license, s.where) for s in found.statements] == [
        ("free", "declared"),
        ("closed", "publisher, by the registry"),
    ]


def test_what_a_step_of_the_publisher_writes_is_its_own(resolved: Resolve) -> None:
    text = """\
parties: {other: {name: Other}}
artifacts: {a: {kind: dataset}, b: {kind: dataset}, m: {kind: model}}
steps:
  - {id: one, kind: collect, outputs: a}
  - {id: two, kind: collect, outputs: b, by: other}
  - {id: three, kind: pretrain, inputs: {data: [a, b]}, outputs: m, by: publisher}
"""
    lineage = resolved(text + TAIL)
    assert {key: a.made_here for key, a in lineage.artifacts.items()} == {"a": True, "b": False, "m": True}


def test_a_model_that_a_step_writes_takes_no_licence_from_a_record_of_its_name(resolved: Resolve) -> None:
    text = "artifacts:\n  m: {kind: model, name: lab/cub-7b}\n  a: {kind: dataset}\n"
    steps = "steps: [{id: one, kind: pretrain, inputs: {data: a}, outputs: m}]\n"
    found = _only(resolved(text + steps + TAIL), "m")
    assert (found.licences, found.country) == ((), ())
