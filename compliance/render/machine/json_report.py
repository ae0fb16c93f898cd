"""Report → `report.json`: stable, complete, and readable again by `json_reader.py`.

What has an order by meaning keeps it (releases, findings, elements, routes, questions); the rest is sorted.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

from compliance.model.answered.cause import Cause
from compliance.model.answered.finding import ElementResult, Finding, MissingFact, NotCovered
from compliance.model.answered.report import Question, Report, packs_digest
from compliance.model.declared.route import Hop, Route
from compliance.render.machine.json_reader import SAME, load_json_report
from compliance.render.machine.report_shape import SCHEMA_VERSION, ReportPart, report_schema
from compliance.render.machine.warning_shape import kinds_told
from compliance.render.view.cause_table import CauseLine
from compliance.render.view.report_view import View
from compliance.render.view.words import clean

__all__ = ["load_json_report", "render_json", "report_schema"]


def render_json(report: Report, view: View) -> str:
    """Return the report as JSON; the same report gives the same bytes.

    Characters that a terminal would obey are written as escapes, so that the file can be printed.
    """
    shape = ReportPart.model_validate(_report(report, view))
    text = json.dumps(shape.model_dump(mode="json"), ensure_ascii=False, indent=2)
    return re.sub(r"[^\n -~]", _escaped, text) + "\n"


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    return character if character.isprintable() else json.dumps(character)[1:-1]


def _report(report: Report, view: View) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": report.tool,
        "as_of": report.as_of,
        "manifest": {"path": report.manifest, "sha256": report.manifest_sha256},
        "project": report.project,
        "title": report.title,
        "publisher": report.publisher,
        "releases": [asdict(release) for release in report.releases],
        "verdict": {
            "exit_code": view.verdict.exit_code,
            "line": view.verdict.line,
            "answers": [
                {"release": one.release, "kind": one.kind, "sentence": one.sentence, "limits": one.limits}
                for one in view.answers
            ],
            "gate": report.gate,
            "allowed": sorted(report.allowed),
            "rules_asked": report.rules_asked,
            "counts": asdict(view.verdict.counts),
        },
        "findings": [_finding(finding, report) for finding in report.findings],
        "not_covered": [_plain(asdict(one)) for one in sorted(report.not_covered, key=_place_of)],
        "causes": _causes(report, view),
        "questions": [_question(question) for question in report.questions],
        **{
            key: [_plain(asdict(one)) for one in getattr(report, key)]
            for key in ("limits", "not_put", "annexes")
        },
        "lineage": _lineage(report),
        "packs": [asdict(pack) for pack in sorted(report.packs, key=lambda pack: (pack.id, pack.path))],
        "packs_digest": packs_digest(report.packs),
        "warnings": sorted(report.warnings),
        "warning_kinds": kinds_told(report.warnings),
        "disclaimers": list(view.disclaimers),
        "since": _plain(asdict(report.since)) if report.since else None,
    }


def _place_of(name: NotCovered) -> tuple[str, str, str]:
    return (name.subject, name.name, name.why)


def _lineage(report: Report) -> dict[str, Any]:
    return {
        "artifacts": [asdict(artifact) for artifact in report.artifacts],
        "steps": [_plain(asdict(step)) for step in report.steps],
    }


def _causes(report: Report, view: View) -> list[dict[str, Any]]:
    lines = {line.key: line for line in view.causes}
    return [_cause(cause, lines[clean(cause.key)]) for cause in report.causes()]


def _cause(cause: Cause, line: CauseLine) -> dict[str, Any]:
    return {
        **{name: getattr(line, name) for name in ("title", "subject", "why", "reading", "do", "location")},
        "who": list(line.who),
        "key": cause.key,
        "position": cause.position,
        "open": cause.open,
        "findings": len(cause.findings),
        "uncovered": len(cause.uncovered),
    }


def _plain(value: Any) -> Any:
    """Tuples as lists, all the way down."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def _finding(finding: Finding, report: Report) -> dict[str, Any]:
    return {
        **{name: getattr(finding, name) for name in SAME},
        "steps": list(finding.steps),
        "range": {"low": finding.low, "high": finding.high},
        "readings": finding.readings.words(),
        "elements": [_element(element) for element in finding.elements],
        "turns_on": [
            {"kind": turn.kind, "names": list(turn.names), "to": turn.to, "how": turn.how}
            for turn in finding.turns_on
        ],
        "turn_words": list(finding.turn_words),
        "missing": [_missing(missing, finding) for missing in finding.missing],
        "routes": [_route(route) for route in finding.routes],
        "stopped": list(finding.stopped),
        "portions": [asdict(bar) for bar in finding.portions],
        "clause": [asdict(clause) for clause in finding.clauses],
        "what_to_do": list(finding.what_to_do),
        "duties": [_plain(asdict(duty)) for duty in finding.duties],
        "waiver": asdict(finding.waiver) if finding.waiver else None,
        "open": report.is_open(finding),
        "everywhere": finding.everywhere,
        "cause": finding.cause,
    }


def _element(element: ElementResult) -> dict[str, Any]:
    return {
        "name": element.name,
        "exception": element.exception,
        "readings": element.readings.words(),
        "sentence": element.sentence,
        "missing": [asdict(missing) for missing in element.missing],
        "because": dict(element.because),
    }


def _missing(missing: MissingFact, finding: Finding) -> dict[str, Any]:
    answer = next((answer for answer in finding.answers if answer.missing == missing), None)
    return {
        **asdict(missing),
        "if_for": answer.if_for if answer else None,
        "if_against": answer.if_against if answer else None,
        "by_value": dict(answer.by_value) if answer else {},
    }


def _route(route: Route) -> dict[str, Any]:
    return {
        "reach": route.reach,
        "depth": route.depth,
        "certain": route.certain,
        "artifacts": list(route.artifacts),
        "steps": list(route.steps),
        "hops": [_hop(hop) for hop in route.hops],
    }


def _hop(hop: Hop) -> dict[str, Any]:
    return {"step": hop.step, "relations": list(hop.relations), "source": hop.source, "target": hop.target}


def _question(question: Question) -> dict[str, Any]:
    return {
        **asdict(question.missing),
        "settles": question.settles,
        "lines": [_plain(asdict(line)) for line in question.lines],
        "brings": [_plain(asdict(one)) for one in question.brings],
        "untried": question.untried,
        "findings": [
            {"rule": rule, "release": release, "source": source or None, "party": party}
            for rule, release, source, party in question.findings
        ],
    }
