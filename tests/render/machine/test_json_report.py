from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from compliance.model.answered.report import Report
from compliance.render.machine.json_report import render_json, report_schema
from compliance.render.view.report_view import build_view
from tests.render import factories as make

REPORTS = [make.olmo_report(), make.hostile_report(), make.report(), make.report(releases=())]


def _json(report: Report) -> str:
    return render_json(report, build_view(report))


def _objects(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    yield from (part for part in schema["$defs"].values() if part["type"] == "object")


def test_a_report_looks_as_it_did(golden: Callable[[str, str], None]) -> None:
    golden("report.json", _json(make.olmo_report()))


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_follows_the_published_schema(report: Report) -> None:
    schema = report_schema()
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(_json(report)))


def test_the_published_schema_is_the_one_of_the_code(repo_root: Path) -> None:
    published = (repo_root / "rules/_schema/report.schema.json").read_text(encoding="utf-8")
    assert json.loads(published) == report_schema()


def test_the_schema_is_closed_and_describes_every_field() -> None:
    for part in _objects(report_schema()):
        assert part["additionalProperties"] is False
        assert part["description"]
        assert set(part["required"]) == set(part["properties"])
        assert [name for name, field in part["properties"].items() if not field.get("description")] == []


def test_the_verdict_and_its_numbers_are_told() -> None:
    verdict = json.loads(_json(make.olmo_report()))["verdict"]
    assert (verdict["exit_code"], verdict["gate"]) == (1, "plain")
    assert verdict["counts"]["arguable"] == 2
    assert verdict["line"] == build_view(make.olmo_report()).verdict.line


def test_a_missing_fact_tells_what_the_answers_would_make_of_it() -> None:
    missing = json.loads(_json(make.report(make.waiting())))["findings"][0]["missing"][0]
    assert missing == {
        "fact": "party.accepted",
        "subject": "ai2/reddit",
        "question": make.ACCEPTED.question,
        "label": "",
        "if_for": "remote",
        "if_against": "arguable",
        "by_value": {},
    }


def test_text_keeps_its_letters_but_holds_nothing_that_a_terminal_obeys() -> None:
    assert all(character == "\n" or character.isprintable() for character in _json(make.hostile_report()))
    assert "“é”" in _json(make.report(title="“é”"))


def test_hostile_text_is_kept_as_it_is_in_the_data() -> None:
    assert json.loads(_json(make.hostile_report()))["findings"][0]["title"] == make.HOSTILE


def test_what_has_no_order_is_sorted() -> None:
    report = make.olmo_report()
    turned = replace(report, packs=report.packs[::-1], allowed=("not-covered", "needs-facts"))
    straight = replace(report, allowed=("needs-facts", "not-covered"))
    assert _json(turned) == _json(straight)


def test_the_order_of_findings_is_kept() -> None:
    rules = [item["rule"] for item in json.loads(_json(make.olmo_report()))["findings"]]
    assert rules == [finding.rule for finding in make.olmo_report().findings]
