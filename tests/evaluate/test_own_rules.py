"""That only rules of a further folder speak of a source is told, whatever does not count for coverage beside them."""

from __future__ import annotations

import datetime
import pathlib
from types import SimpleNamespace
from typing import Any

import pytest

from compliance import pipeline
from compliance.evaluate.own_rules import spoken_of_by_own_rules


def _world(*packs: tuple[str, str]) -> Any:
    knowledge = SimpleNamespace(
        used=[SimpleNamespace(path=path, rules=1) for path, _ in packs]
        + [SimpleNamespace(path="own/t.yaml", rules=0)],
        packs=[SimpleNamespace(rules=[SimpleNamespace(id=rule)]) for _, rule in packs],
        named=lambda ids: (),
    )
    artifact = SimpleNamespace(kind="service")
    services = {"svc": artifact}
    return SimpleNamespace(knowledge=knowledge, lineage=SimpleNamespace(artifacts=services))


def _finding(
    rule: str,
    source: str | None,
    family: str = "dataset-licence:x",
    force: str = "in-force",
    clauses: Any = (),
) -> Any:
    return SimpleNamespace(
        rule=rule, source=source, source_name=source, family=family, force=force, clauses=clauses
    )


BOTH = (("rules/a.yaml", "a/r"), ("own/p.yaml", "own/r"))


@pytest.mark.parametrize(
    ("packs", "findings", "told"),
    [
        (BOTH, [("own/r", "rows")], ["rows"]),
        (BOTH, [("own/r", "rows"), ("a/r", "rows")], []),
        (BOTH, [("own/r", "rows"), ("a/r", "others")], ["rows"]),
        (BOTH, [("own/r", None)], []),
        (BOTH[:1], [("a/r", "rows")], []),
    ],
)
def test_what_only_rules_of_ones_own_speak_of_is_told(
    packs: Any, findings: list[tuple[str, str | None]], told: list[str]
) -> None:
    said = spoken_of_by_own_rules(_world(*packs), [_finding(*one) for one in findings])
    assert [line.partition(":")[0] for line in said] == told


LATER = (SimpleNamespace(status="not-in-force"),)


@pytest.mark.parametrize(
    ("source", "bundled"),
    [
        ("rows", {"family": "gaps"}),
        ("rows", {"force": "proposed"}),
        ("rows", {"force": "soft-law"}),
        ("rows", {"clauses": LATER}),
        ("svc", {"family": "no-licence"}),
    ],
)
def test_a_bundled_finding_that_counts_for_no_coverage_takes_no_warning_away(
    source: str, bundled: dict[str, Any]
) -> None:
    findings = [_finding("own/r", source), _finding("a/r", source, **bundled)]
    assert len(list(spoken_of_by_own_rules(_world(*BOTH), findings))) == 1


_OWN_RULE = """\
pack: {{format: 2, id: own, title: Own, family: model-licence, version: "1", history: ["2026-01-01: first"]}}
rules:
  - id: own/rule
    title: A rule of one's own
    status: in-force
    norm: prohibition
    about: {{source: {{kind: [model, dataset]}}}}
    when:
      used: {{reach: {{narrow: [student], plain: [student], broad: [student, derivative]}}}}
      told: {test}
    says: Says something.
    consequence: Nothing follows.
    what_to_do: [supply-fact]
    does_not_cover: Everything else.
"""
_OWN_FACTS = """\
facts:
  source.own_word: {type: word, question: "Which word has {subject}?"}
  source.own_places: {type: places, question: "Where is {subject}?"}
  source.own_text: {type: text, question: "What is said of {subject}?"}
"""


@pytest.mark.parametrize(
    "test",
    [
        "{fact: source.family, is: own}",
        "{fact: source.family, starts_with: o}",
        "{any: [{fact: source.family, is: a}, {not: {fact: source.family, in: [a, b]}}]}",
        "{fact: source.modality, over: 5}",
        "{fact: source.own_word, over: 5}",
        "{not: {fact: source.own_places, under: 5}}",
        "{all: [{fact: source.own_text, over: 1}, {fact: source.own_text, is: x}]}",
    ],
)
def test_whatever_a_rule_of_ones_own_compares_is_answered(
    tmp_path: pathlib.Path, repo_root: pathlib.Path, test: str
) -> None:
    (tmp_path / "rule.yaml").write_text(_OWN_RULE.format(test=test))
    (tmp_path / "facts.yaml").write_text(_OWN_FACTS)
    packs = pipeline.load_packs([tmp_path], cache=False)
    manifest = repo_root / "examples" / "quickstart" / "lineage.yaml"
    report = pipeline.check(manifest, packs=packs, as_of=datetime.date(2026, 1, 1))
    assert report.exit_code == 1
    assert [one for one in report.findings if one.rule == "own/rule"]
