"""Tests that nothing can meet are told: patterns where names are compared whole, and words that nothing has."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.lint import lint_packs
from compliance.lint.silent import silent
from compliance.load.packs.knowledge import load_packs

PACK = """\
pack: {format: 2, id: trial, title: Trial, family: "house-rule:trial", version: "1"}
rules:
  - id: trial/one
    title: A rule of the tests
    status: in-force
    norm: prohibition
    about: {source: SOURCE}
    when: {test: TEST}
    says: Says something.
    consequence: Nothing follows.
    what_to_do: [supply-fact]
    does_not_cover: Everything else.
"""
WHOLE = "is a pattern, which this test compares whole and nothing meets"
KIND = "{kind: model}"
TOLD = {
    "a licence that is a pattern": (
        KIND, "{licence: {of: source, in: [mit, 'cc-by*']}}", [f"licence 'cc-by*' {WHOLE}"],
    ),
    "copies of what is a pattern": (
        KIND, "{licence: {of: source, copied: ['gpl-?.0']}}", [f"licence 'gpl-?.0' {WHOLE}"],
    ),
    "notices of what is a pattern": (
        KIND, "{licence: {of: source, noticed: ['llama*']}}", [f"licence 'llama*' {WHOLE}"],
    ),
    "traits that are patterns": (
        KIND, "{any: [{licence: {of: release, has: ['*-limits']}}, {licence: {of: release, drops: ['*copyleft']}}]}",
        [f"licence trait '*-limits' {WHOLE}", f"licence trait '*copyleft' {WHOLE}"],
    ),
    "a word of a fact that is a pattern": (
        KIND, "{not: {fact: release.access, in: [api, 'open*']}}", [f"the word of release.access 'open*' {WHOLE}"],
    ),
    "a word that a fact cannot have": (
        KIND, "{fact: release.access, is: apis}", ["the value of release.access: 'apis' is nothing that is known"],
    ),
    "a kind of step that there is not": (
        KIND, "{fact: step.kind, in: [train, finetuning]}",
        ["the value of step.kind: 'finetuning' is nothing that is known"],
    ),
    "a provider that nobody is": (
        KIND, "{fact: source.provider, is: opanai}",
        ["the value of source.provider: 'opanai' is nothing that is known"],
    ),
    "a list that shares nothing with what there is": (
        KIND, "{fact: publisher.kind, overlaps: [company, firm]}",
        ["the value of publisher.kind: 'firm' is nothing that is known"],
    ),
    "a selector's pattern that fits no licence": (
        "{kind: model, licence: ['cc-by*', 'lama*']}", "{fact: release.kind, is: model}",
        ["licence 'lama*' fits nothing that is known"],
    ),
    "an exception of a selector that excepts nothing": (
        "{kind: model, licence: ['cc-by*'], not_licence: ['cc_by_nc*']}", "{fact: release.kind, is: model}",
        ["licence 'cc_by_nc*' fits nothing that is known"],
    ),
    "families and providers that there are not": (
        "{kind: service, provider: [openai, opanai], family: [gpt-4o, 'gtp-*']}", "{fact: release.kind, is: model}",
        ["provider 'opanai' is nothing that is known", "family 'gtp-*' fits nothing that is known"],
    ),
    "what a condition looks for among ancestors": (
        KIND, "{lineage: {from: {kind: model, family: [lama-3]}, reach: {narrow: [derivative], plain: [derivative], "
        "broad: [derivative]}}}",
        ["family 'lama-3' is nothing that is known"],
    ),
}  # fmt: skip
SILENT_ABOUT = {
    "patterns where selectors take them": (
        "{kind: model, licence: ['cc-by*', mit]}", "{fact: release.kind, is: model}",
    ),
    "whole names": (KIND, "{licence: {of: source, in: [mit, cc-by-4.0]}}"),
    "words in another case": (KIND, "{fact: release.access, in: [API, Product]}"),
    "names that anybody may have": (KIND, "{fact: source.developer, in: [Somebody]}"),
    "places": (KIND, "{fact: publisher.country, overlaps: [EU, DE]}"),
    "words that a notice holds": (KIND, "{fact: release.notices, contains: 'who made it?'}"),
}  # fmt: skip


def _faults(tmp_path: Path, source: str, test: str) -> list[str]:
    """What is told of the one rule of the tests, without the advice."""
    (tmp_path / "rule.yaml").write_text(PACK.replace("SOURCE", source).replace("TEST", test))
    packs = load_packs([tmp_path], cache=False)
    rules = [rule for _, rule in packs.rules() if rule.id == "trial/one"]
    return [fault.what for fault in silent(packs, rules) if fault.what.startswith("trial/")]


@pytest.mark.parametrize("case", TOLD.values(), ids=TOLD)
def test_what_nothing_can_meet_is_told(tmp_path: Path, case: tuple[str, str, list[str]]) -> None:
    source, test, told = case
    assert sorted(_faults(tmp_path, source, test)) == sorted(f"trial/one: {what}" for what in told)


@pytest.mark.parametrize("case", SILENT_ABOUT.values(), ids=SILENT_ABOUT)
def test_what_something_may_meet_is_no_fault(tmp_path: Path, case: tuple[str, str]) -> None:
    assert _faults(tmp_path, *case) == []


def test_a_pattern_among_words_that_are_compared_whole_is_told_by_lint(tmp_path: Path) -> None:
    test = "{licence: {of: source, in: ['cc-by*']}}"
    (tmp_path / "rule.yaml").write_text(PACK.replace("SOURCE", KIND).replace("TEST", test))
    told = [fault for fault in lint_packs([tmp_path], ()) if "trial/one" in fault.what]
    assert [(fault.what, fault.what_to_do) for fault in told] == [
        (f"trial/one: licence 'cc-by*' {WHOLE}", "name each licence")
    ]


def test_a_mistyped_word_is_answered_with_the_one_that_is_meant(tmp_path: Path) -> None:
    (tmp_path / "rule.yaml").write_text(
        PACK.replace("SOURCE", KIND).replace("TEST", "{fact: release.access, is: produkt}")
    )
    packs = load_packs([tmp_path], cache=False)
    rules = [rule for _, rule in packs.rules() if rule.id == "trial/one"]
    told = [fault.what_to_do for fault in silent(packs, rules) if fault.what.startswith("trial/")]
    assert told == ["did you mean 'product'?"]


def test_no_bundled_rule_or_definition_tests_for_what_there_is_not() -> None:
    packs = load_packs((), cache=False)
    assert list(silent(packs, [rule for _, rule in packs.rules()])) == []
