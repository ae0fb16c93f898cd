"""That only rules of a further folder speak of a source is told, whatever does not count for coverage beside them."""

from __future__ import annotations

import datetime
import pathlib
from types import SimpleNamespace
from typing import Any

import pytest

from compliance import pipeline
from compliance.evaluate.overall import own_rules
from compliance.evaluate.overall.own_rules import spoken_of_by_own_rules
from compliance.model.answered.further import of_further


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


_PASSED_ON = """\
lineage: 1
project: {id: passed-on, title: Rows that a cloud's model wrote}
publisher: {name: Meadow Lab, kind: company, country: US}
artifacts:
  svc: {kind: service, name: Microsoft, provider: microsoft, route: direct, plan: api}
  rows: {kind: dataset}
steps:
  - {id: gen, kind: generate, inputs: {teacher: svc}, outputs: rows, period: 2026-08}
releases:
  - {artifact: rows, name: meadow/rows, date: 2026-10-01, license: CC-BY-4.0, access: public, commercial: true,
     channels: [Hugging Face], markets: [US], function: dataset, license_copies: [CC-BY-4.0]}
"""
_OF_A_SERVICE = """\
pack: {{format: 2, id: own, title: Own, family: {family}, version: "1", history: ["2026-01-01: first"]}}
rules:
  - id: own/rule
    title: A rule of one's own
    status: in-force
    norm: {norm}
    about: {{source: {{kind: [service]}}}}
    parties: [{party}]
    when: {{always: {{always: {truth}, because: it is so}}}}
    says: Says something.
    consequence: Nothing follows.
    what_to_do: [supply-fact]
    does_not_cover: Everything else.
"""


@pytest.mark.parametrize("family", ["house-rule", "provider-terms", "gaps"])
@pytest.mark.parametrize("norm", ["prohibition", "obligation", "screen"])
@pytest.mark.parametrize(
    ("party", "truth"), [("recipient", "yes"), ("recipient", "unknown"), ("releaser", "no")]
)
def test_what_a_rule_of_ones_own_finds_of_others_covers_nothing(
    tmp_path: pathlib.Path, family: str, norm: str, party: str, truth: str
) -> None:
    (tmp_path / "lineage.yaml").write_text(_PASSED_ON)
    own = _OF_A_SERVICE.format(family=family, norm=norm, party=party, truth=f'"{truth}"')
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "rule.yaml").write_text(own)
    packs = pipeline.load_packs([tmp_path / "own"], cache=False)
    report = pipeline.check(tmp_path / "lineage.yaml", packs=packs, as_of=datetime.date(2026, 11, 30))
    assert report.exit_code == 1
    assert "svc" in [one.subject for one in report.not_covered] or report.open_findings()


def test_a_name_that_counts_as_covered_through_a_rule_of_ones_own_is_told(tmp_path: pathlib.Path) -> None:
    (tmp_path / "lineage.yaml").write_text(_PASSED_ON)
    own = _OF_A_SERVICE.format(family="house-rule", norm="prohibition", party="caller", truth='"yes"')
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "rule.yaml").write_text(own)
    packs = pipeline.load_packs([tmp_path / "own"], cache=False)
    waived = tmp_path / "waivers.yaml"
    waived.write_text(
        "waivers:\n- {rule: own/rule, release: rows, reason: accepted-risk, statement: It was looked at., "
        "owner: Ann, expires: 2027-01-01}\n"
    )
    report = pipeline.check(
        tmp_path / "lineage.yaml", packs=packs, as_of=datetime.date(2026, 11, 30), waivers=waived
    )
    assert (report.exit_code, report.not_covered) == (0, ())
    (told,) = of_further(report.warnings)
    assert told.startswith(
        "Microsoft: it counts as covered through own/rule of a further folder alone; without that"
    )


@pytest.mark.parametrize(
    ("rule", "own", "told"), [("own/r", True, ["m"]), ("a/r", True, []), ("a/r", False, ["m"])]
)
def test_a_release_to_which_only_rules_of_ones_own_are_put_is_told(
    monkeypatch: pytest.MonkeyPatch, rule: str, own: bool, told: list[str]
) -> None:
    world = _world(*BOTH)
    world.lineage.releases = [SimpleNamespace(key="m")]
    world.lineage.releaser = world.lineage.asks = lambda one: True
    monkeypatch.setattr(own_rules, "not_covered", lambda world, findings: ())
    findings = [
        SimpleNamespace(**{**vars(_finding(one, None)), "own": counts, "release": "m"})
        for one, counts in (("own/r", True), (rule, own))
    ]
    evaluation: Any = SimpleNamespace(findings=findings, not_covered=(), releases_covered=("m",))
    said = own_rules.left_open_by_bundled_rules(world, evaluation)
    assert [line.partition(":")[0] for line in said] == told


@pytest.mark.parametrize(
    "fact", ["source.record_settled", "source.making_explained", "source.released", "step.period"]
)
def test_a_rule_of_releases_that_asks_of_a_source_stays_open(
    tmp_path: pathlib.Path, repo_root: pathlib.Path, fact: str
) -> None:
    of_release = _OWN_RULE.replace("source: {{kind: [model, dataset]}}", "release: {{}}").replace(
        "      used: {{reach: {{narrow: [student], plain: [student], broad: [student, derivative]}}}}\n", ""
    )
    (tmp_path / "rule.yaml").write_text(of_release.format(test=f"{{fact: {fact}, is: true}}"))
    packs = pipeline.load_packs([tmp_path], cache=False)
    manifest = repo_root / "examples" / "clean" / "lineage.yaml"
    report = pipeline.check(manifest, packs=packs, as_of=datetime.date(2026, 1, 1))
    assert report.exit_code == 1
    assert {one.rule for one in report.open_findings()} == {"own/rule"}
