"""Findings of a report in the words of the keys."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.notes.draft import Draft
from benchmarks.notes.manifests import draft_of
from benchmarks.notes.predictions import prediction, readings
from benchmarks.notes.reading import note_from
from compliance.model.finding import Finding
from compliance.model.truth import Readings, Truth, position_of, position_range

Y, N, U = Truth.YES, Truth.NO, Truth.UNKNOWN


def _finding(bites: Readings, **more: Any) -> Finding:
    low, high = position_range(bites)
    given: dict[str, Any] = {
        "rule": "acme/rule", "title": "t", "family": "provider-terms:acme", "norm": "prohibition", "force": "in-force",
        "party": "bound-party", "party_name": "Lab", "release": "out", "source": "api", "source_name": "api",
        "position": position_of(bites), "low": low, "high": high, "readings": bites, "own": True,
    }  # fmt: skip
    return Finding(**{**given, **more})


def _draft() -> Draft:
    nodes = [
        {"id": "api", "kind": "service", "name": "acme-2", "developer": "Acme"},
        {"id": "out", "kind": "model", "name": "Lab-7B", "developer": "Lab"},
    ]
    steps = [{"n": 4, "kind": "finetune", "inputs": [{"node": "api", "role": "teacher"}], "outputs": ["out"]}]
    return draft_of(
        note_from({"id": "n", "release": {"who": "Lab", "kind": "model"}, "nodes": nodes, "steps": steps})
    )


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
    assert tuple(readings(_finding(Readings(*bites))).values()) == words


def test_a_gap_gives_no_reading_and_proposed_law_never_bites() -> None:
    gap = _finding(Readings(U, U, U), family="unknown-upstream")
    assert set(readings(gap).values()) == {"needs-facts"}
    assert set(readings(_finding(Readings(Y, Y, Y)), capped=True).values()) == {"clear"}


def test_a_prediction_names_node_party_and_steps() -> None:
    told = prediction(_draft(), _finding(Readings(N, Y, Y), source="api~beyond", steps=("step-4", "api~1")))
    assert told["node"] == "api"
    assert told["party"] == ["bound-party", "releaser"]
    assert told["step"] == [4]
    assert told["verdict"] == "arguable"
    proposed = prediction(_draft(), _finding(Readings(N, Y, Y), force="proposed"))
    assert proposed["verdict"] == "clear"
    label = prediction(_draft(), _finding(Readings(Y, Y, Y), family="label-conflict"))
    assert label["node"] == ["out", "api"]
