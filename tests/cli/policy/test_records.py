"""`compliance policy list --uncited` and `show`: what no rule reads, what a clause asks, what was enforced."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest


class Outcome(Protocol):
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]
TEXT = """\
policy: 1
id: meadow/licence
title: Meadow Licence
publisher: Meadow
kind: model-licence
assurance: full-text
verified_on: "2026-01-05"
evidence: Read in full.
enforcement:
  events:
    - {date: "2025-08-01", kind: account-closed, who: Meadow, against: Brook, what: Closed an account.,
       outcome: No suit., source: The Meadow Post, assurance: quoted}
  none_found_on: "2026-01-04"
clauses:
  badge:
    locator: "1"
    topic: branding
    norm: obligation
    paraphrase: The badge is shown.
    badge: Built with Meadow
    copy: true
    versions: [{from: "2025-01-01"}]
  users:
    locator: "2"
    topic: mau-threshold
    norm: prohibition
    paraphrase: Large products need more.
    limits: [{measure: monthly-users, of: product, above: 100000000, then: licence-needed}]
    territory: {excludes: [EU, KR]}
    no_rule: Only counsel can say.
    versions: [{from: "2025-01-01"}]
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "licence.yaml").write_text(TEXT)
    return tmp_path / "pack"


def test_uncited_clauses_are_listed_without_those_that_say_why(run: Run, pack: Path) -> None:
    outcome = run("policy", "list", "meadow/", "--uncited", "--rules", pack)
    lines = [line.split() for line in outcome.out.splitlines()]
    assert lines == [
        ["meadow/licence", "whole", "text"],
        ["meadow/licence#badge", "obligation", "branding"],
    ]
    assert "1 texts and 1 clauses that no rule cites" in outcome.err
    assert outcome.code == 0


def test_nothing_uncited_prints_nothing(run: Run, pack: Path) -> None:
    outcome = run("policy", "list", "no-such-publisher/", "--uncited", "--rules", pack)
    assert (outcome.code, outcome.out) == (0, "")


@pytest.mark.parametrize(
    "line",
    [
        "badge: “Built with Meadow”",
        "copy: owed",
        "limit: monthly-users of the product above 100,000,000: licence-needed",
        "territory: not in EU, KR",
        "cited by no rule; Only counsel can say.",
        "enforced 2025-08-01, account-closed by Meadow against Brook: Closed an account. No suit.",
        "quoted: The Meadow Post",
        "enforcement: nothing further found, looked on 2026-01-04",
    ],
)
def test_show_tells_what_a_clause_asks_and_what_was_enforced(run: Run, pack: Path, line: str) -> None:
    outcome = run("policy", "show", "meadow/licence", "--rules", pack)
    assert line in [each.strip() for each in outcome.out.splitlines()]
