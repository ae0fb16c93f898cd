"""What no rule reads is told, unless the record says why; drafts and withdrawn rules read nothing."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.known.citing import Uncited, uncited

TEXT = """\
policy: 1
id: trial/{name}
title: Trial
publisher: Trial
kind: model-licence
assurance: full-text
verified_on: "2026-01-01"
evidence: Made for the tests.
{extra}clauses:
  ban: {{locator: "1", topic: t, norm: prohibition, paraphrase: Bars., versions: [{{from: "2020"}}]}}
  duty: {{locator: "2", topic: u, norm: obligation, paraphrase: Asks., {why}versions: [{{from: "2020"}}]}}
  talk: {{locator: "3", topic: v, norm: none, paraphrase: Talks., versions: [{{from: "2020"}}]}}
"""
RULE = """\
pack: {{id: trial, title: Trial, family: "house-rule:trial", version: "1"}}
rules:
  - id: trial/one
    title: A rule of the tests
    status: {status}
    norm: prohibition
    cites: {cites}
    about: {{source: {{kind: model}}}}
    when: {{made: {test}}}
    says: Says something.
    consequence: Nothing follows.
    what_to_do: [supply-fact]
    does_not_cover: Everything else.
"""
REACH = "{reach: {narrow: [student], plain: [student], broad: [student]}}"
CITED = "[{instrument: trial/text, clause: ban}]"
WHOLE = Uncited("trial/text")
BAN = Uncited("trial/text", "ban", "prohibition", "t")
DUTY = Uncited("trial/text", "duty", "obligation", "u")


def found(tmp_path: Path, rule: str, *, extra: str = "", why: str = "") -> tuple[Uncited, ...]:
    folder = tmp_path / "trial"
    folder.mkdir()
    (folder / "text.yaml").write_text(TEXT.format(name="text", extra=extra, why=why))
    (folder / "rule.yaml").write_text(textwrap.dedent(rule))
    knowledge = load_packs([folder], cache=False)
    return tuple(one for one in uncited(knowledge) if one.instrument == "trial/text")


def test_a_clause_that_no_rule_cites_is_told(tmp_path: Path) -> None:
    assert found(tmp_path, RULE.format(status="in-force", cites=CITED, test=REACH)) == (DUTY,)


def test_a_clause_that_a_test_asks_to_be_in_force_is_read(tmp_path: Path) -> None:
    test = "{not: {in_force: {instrument: trial/text, clause: duty}}}"
    assert found(tmp_path, RULE.format(status="in-force", cites=CITED, test=test)) == ()


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_a_rule_that_is_not_put_reads_nothing(tmp_path: Path, status: str) -> None:
    rule = RULE.format(status=status, cites=CITED, test=REACH)
    assert found(tmp_path, rule) == (WHOLE, BAN, DUTY)


def test_a_text_or_clause_that_says_why_is_not_told(tmp_path: Path) -> None:
    rule = RULE.format(status="in-force", cites=CITED, test=REACH)
    assert found(tmp_path, rule, why="no_rule: A matter for people., ") == ()


def test_a_text_that_says_why_is_not_told_with_its_clauses(tmp_path: Path) -> None:
    rule = RULE.format(status="in-force", cites="[]", test=REACH)
    assert found(tmp_path, rule, extra="no_rule: A matter for people.\n") == ()
