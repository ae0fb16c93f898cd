"""Findings of a report in the words of the keys."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.model.answered.finding import ElementResult, Finding, MissingFact, NotCovered
from compliance.model.answered.report import Report
from compliance.model.packs.truth import Readings, Truth, position_of, position_range
from tools.scoreboards.predictions import Subject, prediction, predictions, readings

Y, N, U = Truth.YES, Truth.NO, Truth.UNKNOWN

MANIFEST = """
lineage: 1
project: {id: n}
publisher: {name: Lab}
artifacts:
  api: {kind: service, name: acme-2}
  base: {kind: model, name: Foo-7B}
  judge: {kind: model, name: Bar-7B}
  rows: {kind: dataset, name: Rows}
  out: {kind: model}
steps:
  - {id: write, kind: generate, inputs: {teacher: api}, outputs: rows}
  - {id: tune, kind: finetune, inputs: {base: base, data: rows, judge: judge}, outputs: out}
releases:
  - {artifact: out, id: first}
  - {artifact: out, id: second}
  - {artifact: rows}
"""


def subject(*release_nodes: str) -> Subject:
    manifest = check_manifest(parse_yaml(MANIFEST, "n.yaml")).manifest
    return Subject(manifest, {"api": "acme"}, release_nodes)


def finding(bites: tuple[Truth, Truth, Truth], **more: Any) -> Finding:
    low, high = position_range(Readings(*bites))
    given: dict[str, Any] = {
        "rule": "acme/rule", "title": "t", "family": "provider-terms:acme", "norm": "prohibition", "force": "in-force",
        "party": "bound-party", "party_name": "Lab", "release": "first", "source": "api", "source_name": "api",
        "position": position_of(Readings(*bites)), "low": low, "high": high, "readings": Readings(*bites), "own": True,
    }  # fmt: skip
    return Finding(**{**given, **more})


def report(*findings: Finding, not_covered: tuple[NotCovered, ...] = ()) -> Report:
    return Report(
        "tool", datetime.date(2025, 1, 1), "n.yaml", "", "n", "n", "Lab", (), findings, not_covered, (), (), (), 1
    )  # fmt: skip


@pytest.mark.parametrize(
    ("bites", "words"),
    [
        ((Y, Y, Y), ("breach", "arguable", "arguable")),
        ((N, Y, Y), ("clear", "arguable", "arguable")),
        ((N, N, Y), ("clear", "clear", "arguable")),
        ((N, N, N), ("clear", "clear", "clear")),
        ((N, U, Y), ("clear", "needs-facts", "arguable")),
        ((N, U, U), ("clear", "arguable", "arguable")),
        ((U, U, U), ("breach", "arguable", "arguable")),
    ],
)
def test_readings_say_what_holds_if_the_fact_goes_against_the_project(
    bites: tuple[Truth, Truth, Truth], words: tuple[str, str, str]
) -> None:
    assert words == tuple(readings(finding(bites)).values())


def test_a_gap_gives_no_reading_and_proposed_law_never_bites() -> None:
    gap = finding((U, U, U), family="unknown-upstream")
    assert {"needs-facts"} == set(readings(gap).values())
    proposed = prediction(subject(), finding((N, Y, Y), force="proposed"))
    assert proposed["verdict"] == "clear"
    assert {"clear"} == set(proposed["readings"].values())


@pytest.mark.parametrize(
    ("given", "nodes"),
    [
        ({"source": "api"}, ["api"]),
        ({"source": "base~beyond"}, ["base"]),
        ({"source": None}, ["out"]),
        ({"source": "base", "family": "label-conflict"}, ["out", "base"]),
        ({"source": "out", "family": "label-conflict"}, ["out"]),
        ({"source": None, "release": "rows"}, ["rows"]),
    ],
)
def test_nodes_are_artifact_ids_and_ancestry_belongs_to_what_it_was_added_for(
    given: dict[str, Any], nodes: list[str]
) -> None:
    assert nodes == prediction(subject("out", "rows"), finding((N, Y, Y), **given))["node"]


def test_the_head_can_give_the_one_release_another_name() -> None:
    assert prediction(subject("product"), finding((N, Y, Y), source=None))["node"] == ["product"]
    assert prediction(subject("product"), finding((N, Y, Y)))["node"] == ["api"]


@pytest.mark.parametrize(
    ("given", "parties"),
    [
        ({}, ["bound-party", "releaser"]),
        ({"party": "releaser"}, ["releaser"]),
        ({"release": "rows"}, ["bound-party", "releaser", "dataset-publisher"]),
        ({"own": False}, ["bound-party"]),
        ({"party": "downstream-user", "own": False}, ["downstream-user"]),
    ],
)
def test_a_publisher_that_made_the_calls_is_both_parties(given: dict[str, Any], parties: list[str]) -> None:
    assert parties == prediction(subject(), finding((N, Y, Y), **given))["party"]


def test_steps_are_numbered_by_their_place_in_the_manifest() -> None:
    assert prediction(subject(), finding((N, Y, Y), steps=("tune", "api~1", "write")))["step"] == [1, 2]


def test_what_is_said_of_two_releases_is_told_once() -> None:
    asks = (MissingFact("party.accepted", "publisher:acme", "?"),)
    twice = [finding((N, U, U), release=key, missing=asks) for key in ("first", "second")]
    other = finding((N, N, Y), release="second")
    told = predictions(subject(), report(*twice, other))["findings"]
    assert [one["release"] for one in told] == [["first", "second"], ["second"]]


def test_what_no_rule_speaks_of_is_a_question_of_the_family_that_would_ask() -> None:
    keys = ("api", "rows", "base", "judge", "base~beyond")
    holes = tuple(NotCovered(key, key, "no text", releases=("first",)) for key in keys)
    told = predictions(subject(), report(not_covered=holes))["findings"]
    assert [(one["family"], one["node"]) for one in told] == [
        ("provider-terms:acme", ["api"]),
        ("dataset-licence:unknown-source", ["rows"]),
        ("model-licence:unknown-parents", ["base"]),
        ("unknown-upstream", ["judge"]),
        ("unknown-upstream", ["base"]),
    ]
    assert {"not-covered"} == {one["verdict"] for one in told}


def test_a_rule_that_hands_over_to_another_one_does_not_say_clear() -> None:
    lifted = ElementResult("paid", True, Readings(Y, Y, Y), "An exception holds.")
    aside = finding((N, N, N), family="dataset-licence:nc", source="rows", elements=(lifted,))
    instead = finding((N, Y, Y), family="no-licence", source="rows")
    assert [one["family"] for one in predictions(subject(), report(aside, instead))["findings"]] == [
        "no-licence"
    ]
    assert [one["family"] for one in predictions(subject(), report(aside))["findings"]] == [
        "dataset-licence:nc"
    ]


def test_the_label_that_fits_no_upstream_is_told_and_not_that_its_statements_agree() -> None:
    label = {"family": "label-conflict", "party": "releaser"}
    agree = finding((N, N, N), **label, rule="labels/statements", source=None, source_name=None)
    looser = finding((Y, Y, Y), **label, rule="labels/looser", source="base", source_name="Foo-7B")
    remote = finding((N, N, Y), **label, rule="labels/looser", source="base", source_name="Foo-7B")
    elsewhere = finding(
        (Y, Y, Y), **label, rule="labels/looser", source="base", source_name="Foo-7B", release="rows"
    )
    told = [
        [one["rule"] for one in predictions(subject(), report(agree, other))["findings"]]
        for other in (looser, remote, elsewhere)
    ]
    assert told == [
        ["labels/looser"],
        ["labels/statements", "labels/looser"],
        ["labels/statements", "labels/looser"],
    ]


def test_what_is_not_covered_goes_by_the_family_of_its_licence() -> None:
    hole = NotCovered("base", "Foo-7B", "no text held", releases=("first",))
    manifest = subject().manifest
    known = Subject(manifest, {}, (), {"base": "model-licence:foo"})
    families = [
        predictions(one, report(not_covered=(hole,)))["findings"][0]["family"] for one in (known, subject())
    ]
    assert families == ["model-licence:foo", "model-licence:unknown-parents"]
