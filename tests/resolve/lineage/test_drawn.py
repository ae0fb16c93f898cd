"""Rows that a sampler of one's own draws are made by it, and may be called synthetic."""

from __future__ import annotations

import pytest

from tests.resolve.conftest import Resolve

DRAWN = """\
artifacts:
  sampler: {{kind: code, name: {program}, license: BSD-3-Clause{whose}}}
  seeds: {{kind: dataset, origin: own}}
  rows: {{kind: dataset, name: {name}, origin: own, documented: {{where: {where}, generators: {writers}}}}}
  weights: {{kind: model}}
steps:
  - {{id: draw, kind: generate, inputs: {{{given}}}, outputs: rows}}
  - {{id: train, kind: pretrain, inputs: {{data: rows}}, outputs: weights}}
releases: [{{artifact: weights, name: {called}, license: MIT}}]
"""
PLAIN = {
    "program": "meadow/priors", "whose": ", origin: own", "name": "Synthetic tables", "where": '"report, section 3"',
    "writers": "none", "given": "tool: sampler", "called": "meadow/table-net",
}  # fmt: skip


def _state(resolved: Resolve, key: str, **changes: str) -> str:
    return resolved(DRAWN.format(**{**PLAIN, **changes})).artifacts[key].making.state


@pytest.mark.parametrize(
    "name", ["Synthetic tables", "synthetic circuits of 2025", "Synthesized sensor curves"]
)
def test_what_a_sampler_draws_may_be_called_synthetic(name: str, resolved: Resolve) -> None:
    assert _state(resolved, "rows", name=name) == "known"


def test_weights_may_be_called_by_it_as_well(resolved: Resolve) -> None:
    assert _state(resolved, "weights", called="meadow/synthetic-tables-net") == "known"


@pytest.mark.parametrize(
    "changes",
    [
        {"whose": ""},
        {"program": "gpt-client"},
        {"where": "the page does not say"},
        {"writers": "unknown"},
        {"given": "tool: sampler, seed: seeds"},
        {"given": "tool: sampler, source: seeds"},
    ],
)
def test_a_program_of_which_less_is_known_explains_no_such_name(
    changes: dict[str, str], resolved: Resolve
) -> None:
    assert _state(resolved, "rows", **changes) == "open"


@pytest.mark.parametrize(
    "name",
    ["Synthetic dialogues", "Synthetic images of screws", "Synthetic GPT-4 tables", "Synthetic voices"],
)
def test_what_models_write_is_asked_about_whatever_drew_it(name: str, resolved: Resolve) -> None:
    assert _state(resolved, "rows", name=name) == "open"
