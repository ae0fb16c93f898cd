"""Findings and waivers to a report: order, questions, warnings, and the one exit rule."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.finding import (
    ClauseInForce,
    ClauseQuote,
    Evaluation,
    Finding,
    MissingFact,
    NotCovered,
    NotPut,
    Turn,
)
from compliance.model.answered.report import GATES, Gate, Report
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Manifest
from compliance.model.packs.truth import Position, Readings, Truth, position_of, position_range
from compliance.model.packs.waiver import Waiver
from compliance.resolve import resolve
from compliance.summarise import quoted, summarise, under_new_ids
from compliance.summarise.questions import rank

DAY = datetime.date(2026, 1, 1)
YES, NO, MAYBE = Truth.YES, Truth.NO, Truth.UNKNOWN
BREACH, ARGUABLE, REMOTE, CLEAR = (
    Readings(*r) for r in ((YES,) * 3, (NO, YES, YES), (NO, NO, YES), (NO,) * 3)
)
OPEN = Readings(NO, MAYBE, YES)
LINEAGE = resolve(
    Manifest.model_validate(
        {
            "lineage": 1,
            "project": {"id": "p"},
            "publisher": {"name": "Lab"},
            "artifacts": {"rows": {"kind": "dataset", "license": "CC0-1.0"}, "m": {"kind": "model"}},
            "steps": [{"id": "tune", "kind": "finetune", "inputs": {"data": "rows"}, "outputs": "m"}],
            "releases": [{"artifact": "m", "name": "lab/m"}],
        }
    ),
    load_packs(cache=False).registry,
)


def finding(readings: Readings = BREACH, **changes: Any) -> Finding:
    low, high = position_range(readings)
    values: dict[str, Any] = {
        "rule": "a/rule",
        "title": "A rule",
        "family": "family:a",
        "norm": "prohibition",
        "force": "in-force",
        "party": "releaser",
        "party_name": "Lab",
        "release": "m",
        "source": "rows",
        "source_name": "rows",
        "position": position_of(readings),
        "low": low,
        "high": high,
        "readings": readings,
        "own": True,
    }
    return Finding(**{**values, **changes})


def waiver(**changes: Any) -> Waiver:
    values = {
        "rule": "a/rule",
        "release": "m",
        "reason": "accepted-risk",
        "statement": "Known.",
        "owner": "Board",
        "expires": "2026-12-31",
    }
    return Waiver.model_validate({**values, **changes})


def report(
    *findings: Finding,
    waivers: tuple[Waiver, ...] = (),
    lineage: Lineage = LINEAGE,
    gate: Gate = "plain",
    allowed: tuple[str, ...] = (),
    not_covered: tuple[NotCovered, ...] = (),
    covered: tuple[str, ...] = ("m",),
) -> Report:
    return summarise(
        Evaluation(findings, not_covered, max(1, len(findings)), DAY, covered),
        lineage,
        waivers,
        (),
        manifest="m.yaml",
        manifest_sha256="0" * 64,
        project="p",
        title="P",
        tool="compliance 0",
        gate=gate,
        allowed=allowed,
    )


@pytest.mark.parametrize(
    ("readings", "failing"),
    [
        (BREACH, ("narrow", "plain", "broad")),
        (ARGUABLE, ("plain", "broad")),
        (REMOTE, ("broad",)),
        (CLEAR, ()),
        (OPEN, ("plain", "broad")),
        (Readings(NO, NO, MAYBE), ("broad",)),
        (Readings(MAYBE, MAYBE, MAYBE), ("narrow", "plain", "broad")),
    ],
    ids=str,
)
def test_the_gate_s_reading_decides(readings: Readings, failing: tuple[str, ...]) -> None:
    assert set(failing) == {gate for gate in GATES if report(finding(readings), gate=gate).exit_code == 1}


def test_allowed_missing_facts_pass_and_bites_do_not() -> None:
    assert report(finding(OPEN), allowed=("needs-facts",)).exit_code == 0
    assert report(finding(OPEN), gate="broad", allowed=("needs-facts",)).exit_code == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, 1),
        ({"own": False}, 0),
        ({"force": "proposed"}, 0),
        ({"force": "soft-law"}, 0),
        ({"force": "not-yet-in-force"}, 0),
        ({"force": "historic"}, 0),
        ({"force": "house-rule"}, 1),
    ],
    ids=str,
)
def test_only_the_publisher_s_own_findings_in_force_fail(changes: dict[str, Any], code: int) -> None:
    assert code == report(finding(**changes), gate="plain").exit_code


def test_what_is_not_covered_fails_unless_it_is_allowed() -> None:
    gap = NotCovered("x", "X", "no text is held")
    codes = [report(finding(CLEAR), not_covered=(gap,), **more).exit_code for more in _MORE]
    assert codes == [1, 0, 0]


_MORE: tuple[dict[str, Any], ...] = ({}, {"allowed": ("not-covered",)}, {"gate": "never"})


def test_a_release_that_was_put_to_no_rule_never_passes() -> None:
    assert (report(finding(CLEAR), covered=()).exit_code, report(covered=()).releases[0].evaluated) == (
        1,
        False,
    )


def test_a_waiver_of_an_older_id_counts_for_the_rule_and_is_told_the_new_one() -> None:
    packs = load_packs()
    _, rule = packs.rules()[0]
    renamed = rule.model_copy(update={"id": "r/new", "formerly": ("r/old", "r/older")})
    given = (waiver(rule="r/old"), waiver(rule="r/other"))
    now, told = under_new_ids(given, [renamed])

    assert tuple(one.rule for one in now) == ("r/new", "r/other")
    assert (f"waiver of r/old for {given[0].release}: the rule is called r/new now; write that",) == told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("model-licences/hunyuan/territory-2024", "model-licences/territory/inside"),
        ("model-licences/minimax-h3/distribution", "model-licences/territory/distribution"),
        ("model-licences/hunyuan/taker-territory", "model-licences/territory/takers"),
        ("model-licences/llama3/users", "model-licences/limits/users-at-release"),
        ("model-licences/kimi-k3/hosting", "model-licences/limits/hosting"),
        ("model-licences/kimi-k2/display", "model-licences/limits/display"),
    ],
)
def test_a_waiver_of_a_rule_per_licence_counts_for_the_one_in_its_place(old: str, new: str) -> None:
    given = waiver(rule=old)
    now, told = under_new_ids((given,), [rule for _, rule in load_packs().rules()])

    assert [new] == [one.rule for one in now]
    assert (f"waiver of {old} for {given.release}: the rule is called {new} now; write that",) == told


def test_an_active_waiver_annotates_the_finding_and_lets_it_pass() -> None:
    result = report(finding(), waivers=(waiver(),))
    assert (result.exit_code, len(result.findings), result.warnings) == (0, 1, ())
    state = result.findings[0].waiver
    assert state is not None
    assert (
        state.reason,
        state.statement,
        state.owner,
        state.expires,
        state.active,
    ) == ("accepted-risk", "Known.", "Board", "2026-12-31", True)


@pytest.mark.parametrize(
    ("expires", "active"),
    [("2026-01-01", True), ("2026-01", True), ("2026", True), ("2025-12-31", False), ("2025", False)],
)
def test_a_waiver_counts_until_the_end_of_its_last_day(expires: str, active: bool) -> None:
    result = report(finding(), waivers=(waiver(expires=expires),))
    state = result.findings[0].waiver
    assert state is not None
    assert (active, int(not active), int(not active)) == (
        state.active,
        result.exit_code,
        len(result.warnings),
    )


@pytest.mark.parametrize("changes", [{"rule": "b/rule"}, {"release": "other"}, {"source": "other"}], ids=str)
def test_a_waiver_that_matches_nothing_warns(changes: dict[str, Any]) -> None:
    result = report(finding(), waivers=(waiver(**changes),))
    assert (result.exit_code, result.findings[0].waiver) == (1, None)
    assert len(result.warnings) == 1
    assert result.warnings[0].endswith("matches no open finding; remove it or correct it")


def test_a_waiver_of_what_is_clear_is_unused() -> None:
    assert len(report(finding(CLEAR), waivers=(waiver(),)).warnings) == 1


def test_a_waiver_may_name_the_source() -> None:
    result = report(finding(), finding(source="other"), waivers=(waiver(source="rows"),))
    assert {f.source: f.waiver is not None for f in result.findings} == {"rows": True, "other": False}


def test_the_heaviest_findings_come_first_and_others_last() -> None:
    given = [finding(r) for r in (CLEAR, REMOTE, OPEN, ARGUABLE, BREACH)]
    result = report(*given, finding(BREACH, own=False))
    assert [f.position for f in result.findings] == [
        "breach",
        "arguable",
        "needs-facts",
        "remote",
        "clear",
        "breach",
    ]


@settings(max_examples=50, derandomize=True, database=None)
@given(
    st.permutations([finding(r, rule=f"a/{n}") for n, r in enumerate((CLEAR, REMOTE, OPEN, BREACH, BREACH))])
)
def test_the_order_of_evaluation_does_not_show(given: list[Finding]) -> None:
    assert report(*given) == report(*sorted(given, key=lambda f: f.rule))


def test_questions_are_ranked_by_what_they_settle() -> None:
    alone, shared, other = (
        MissingFact(f"release.{name}", "m", "What?") for name in ("alone", "shared", "other")
    )
    settling = Turn("fact", (alone.key,), Position.CLEAR)
    waiting = [
        finding(OPEN, rule="a/1", missing=(shared, alone), turns_on=(settling,)),
        finding(OPEN, rule="a/2", missing=(shared,)),
        finding(OPEN, rule="a/3", missing=(other, shared)),
    ]
    questions = rank(waiting, LINEAGE)
    assert [(q.missing.fact, q.settles, len(q.findings)) for q in questions] == [
        ("release.alone", 1, 1),
        ("release.shared", 0, 3),
        ("release.other", 0, 1),
    ]


def test_questions_are_asked_for_the_publisher_s_own_open_findings_only() -> None:
    fact = MissingFact("release.x", "m", "What?")
    asked = finding(OPEN, missing=(fact,))
    left_out = (replace(asked, own=False), replace(asked, force="proposed"), finding(BREACH, missing=(fact,)))
    assert [rank([one], LINEAGE) for one in left_out if rank([one], LINEAGE)] == []
    assert len(rank([asked], LINEAGE)) == 1


def test_a_report_tells_what_was_made_from_what() -> None:
    result = report()
    assert [(a.id, a.kind, a.license) for a in result.artifacts] == [
        ("rows", "dataset", "CC0-1.0"),
        ("m", "model", None),
    ]
    (step,) = result.steps
    assert (step.id, step.kind, step.by, step.outputs, step.origin) == (
        "tune",
        "finetune",
        "Lab",
        ("m",),
        "declared",
    )
    assert [(i.artifact, i.role, i.relations, i.certain) for i in step.inputs] == [
        ("rows", "data", ("trained-on",), True)
    ]
    (release,) = result.releases
    assert (release.id, release.name, release.access) == ("m", "lab/m", "unknown")


def test_rules_that_were_put_to_nothing_are_passed_on() -> None:
    not_put = (NotPut("b/rule", "B", ("first fact",)), NotPut("a/rule", "A", ()))
    evaluation = Evaluation((), (), 1, DAY, ("m",), not_put)
    result = summarise(
        evaluation, LINEAGE, (), (), manifest="m", manifest_sha256="0", project="p", title="P", tool="t"
    )
    assert set(result.not_put) == set(not_put)


def test_words_are_quoted_where_the_text_is_pinned() -> None:
    clause = ClauseInForce(
        "meadow/terms", "train", "Meadow terms", "3", "held", "2025-01-01", None, "full-text", "2025-02-01",
        "No training.", fingerprint="sha256:" + "a" * 64,
    )  # fmt: skip
    other = replace(clause, fingerprint="sha256:" + "b" * 64)
    cited = finding(clauses=(clause, other))
    evaluation = Evaluation((cited,), (), 1, datetime.date(2025, 3, 1))
    quote = ClauseQuote("Do not train on it.", "sha256:" + "c" * 64, "2025-01-03")
    shown = quoted(evaluation, {clause.fingerprint or "": quote}).findings[0].clauses
    assert [one.quote for one in shown] == [quote, None]
    assert quoted(evaluation, {}) is evaluation
