"""Rules and texts belong together: what no rule reads, and what rules ask for that their clauses do not say."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml

from compliance.lint.wiring import unwired
from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.instrument import Instrument
from compliance.model.packs.rule import Pack

LIMITED = """\
policy: 1
id: trial/text
title: Trial text
publisher: Trial
kind: model-licence
assurance: full-text
verified_on: "2026-01-01"
evidence: Made for the tests.
clauses:
  only:
    locator: "1"
    topic: t
    norm: obligation
    paraphrase: Says so.
    CLAUSE
    versions: [{from: "2024"}]
"""
READING = """\
pack: {id: trial, title: Trial, family: "house-rule:trial", version: "1"}
rules:
  - id: trial/one
    title: A rule of the tests
    status: in-force
    norm: obligation
    cites: [{instrument: trial/text, clause: only}]
    about: {release: {}}
    when: {asked: {TEST}}
    says: Says something.
    consequence: Nothing follows.
    what_to_do: [supply-fact]
    does_not_cover: Everything else.
"""


def _packs(clause: str, test: str | None = None) -> Knowledge:
    """One text with one clause, and the rule that reads it, if any."""
    text = Instrument.model_validate(yaml.safe_load(LIMITED.replace("CLAUSE", clause)))
    pack = [Pack.model_validate(yaml.safe_load(READING.replace("TEST", test)))] if test else []
    return replace(load_packs(), packs=tuple(pack), definitions={}, instruments={text.id: text})


@pytest.mark.parametrize(
    ("clause", "test", "told"),
    [
        ("name_prefix: Trial Model", "fact: release.name, starts_with: trial-model", []),
        (
            "name_prefix: Trial Model",
            "fact: release.name, starts_with: Model",
            ["trial/one: asks for the words 'Model', which are no name_prefix of its clauses"],
        ),
        ("badge: Built with Trial", "fact: release.notices, contains: built with trial", []),
        (
            "badge: Built with Trial",
            "fact: release.notices, contains: powered by trial",
            [
                "trial/one: asks for the words 'powered by trial', which are no notice, badge or credit line "
                "of its clauses"
            ],
        ),
        (
            "limits: [{measure: monthly-users, of: product, above: 1000, then: no-grant}]",
            "fact: publisher.monthly_users, over: 1000",
            [],
        ),
        (
            "limits: [{measure: monthly-users, of: product, above: 1000, then: no-grant}]",
            "fact: publisher.monthly_users, over: 10000",
            ["trial/one: compares publisher.monthly_users with 10000, and its clauses say 1000"],
        ),
        (
            "limits: [{measure: monthly-users, of: product, above: 1000, inclusive: true, then: no-grant}]",
            "fact: publisher.monthly_users, over: 999",
            [],
        ),
        (
            "limits: [{measure: monthly-users, of: product, above: 1000, at: '2024-07-23', then: no-grant}]",
            "fact: publisher.monthly_users, at: '2024-07-23', over: 1000",
            [],
        ),
        (
            "limits: [{measure: monthly-users, of: product, above: 1000, at: '2024-07-23', then: no-grant}]",
            "fact: publisher.monthly_users, at: '2024-07-24', over: 1000",
            ["trial/one: reads publisher.monthly_users on 2024-07-24, and its clauses say 2024-07-23"],
        ),
        (
            "limits: [{measure: monthly-users, of: product, above: 1000, then: no-grant}]",
            "fact: publisher.monthly_users, at: '2024-07-23', over: 1000",
            ["trial/one: reads publisher.monthly_users on 2024-07-23, and its clauses say any-time"],
        ),
        ("ambiguities: None.", "fact: publisher.monthly_users, over: 1000", []),
    ],
)
def test_figures_names_and_words_are_those_of_the_cited_clause(
    clause: str, test: str, told: list[str]
) -> None:
    assert told == [fault.what for fault in unwired(_packs(clause, test))]


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        (
            "ambiguities: None.",
            [
                "trial/text: no rule cites it, and nothing says why",
                "trial/text#only: no rule cites it, and nothing says why",
            ],
        ),
        ("no_rule: Asks what no manifest states.", []),
    ],
)
def test_a_clause_that_no_rule_reads_says_why(clause: str, told: list[str]) -> None:
    assert told == [fault.what for fault in unwired(_packs(clause))]
