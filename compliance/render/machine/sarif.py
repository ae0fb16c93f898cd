"""Print a report as SARIF 2.1.0 for code scanning on GitHub: an alert for every finding that needs a look.

GitHub shows every result as an alert, `kind: pass` and suppressed ones too, so clear findings are not results, and
accepted ones are notes with a suppression. `notable.py` decides what is a result; the run says what it left out.
The fingerprint of a result depends on ids only, so an alert survives lines that move.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from typing import Any
from urllib.parse import quote

from compliance.errors import shortened
from compliance.model.answered.report import Report
from compliance.render.machine.sarif_routes import code_flows
from compliance.render.machine.sarif_rules import rules_of
from compliance.render.view.card import Card
from compliance.render.view.notable import Notice, Place, left_out, notable_cards, notices, place, severity
from compliance.render.view.report_view import View
from compliance.render.view.words import clean, closed, count

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
RESULTS = 25_000
"""Results of a run that GitHub takes; it shows the first 5,000."""
PACKED_BYTES = 10_000_000
"""Size of a file, packed, that GitHub takes."""
MESSAGE_LENGTH = 4_000
_SEMANTIC = re.compile(r"\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?")


def render_sarif(
    report: Report,
    view: View,
    source: str | None = None,
    *,
    results: int = RESULTS,
    packed: int = PACKED_BYTES,
) -> str:
    """Return the report as SARIF.

    Args:
        report: The report.
        view: The same in words.
        source: How the manifest is called from the root of its repository, if that is known.
        results: Most results.
        packed: Most bytes when packed.
    """
    rules = rules_of(report, view)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    found = [_notice(item, report, source) for item in notices(report, view)]
    found += [_result(card, report, source) for card in notable_cards(view)]
    found.sort(key=lambda result: ("error", "warning", "note").index(result["level"]))
    seen: dict[str, int] = {}
    for result in found:
        result["ruleIndex"] = index[result["ruleId"]]
        _number(result["partialFingerprints"], seen)
    kept = found[:results]
    while True:
        text = _file(report, view, rules, kept, len(found) - len(kept))
        if len(kept) <= 1 or not _too_large(text, packed):
            return text
        kept = kept[: len(kept) // 2]


def fingerprint(*parts: object) -> str:
    """Return a digest of ids; equal for what is the same from run to run.

    >>> fingerprint("a", "b") == fingerprint("a", "b") != fingerprint("ab")
    True
    """
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _too_large(text: str, packed: int) -> bool:
    return len(text) > packed and len(zlib.compress(text.encode(), 6)) > packed


def _file(
    report: Report, view: View, rules: list[dict[str, Any]], results: list[dict[str, Any]], cut: int
) -> str:
    name, _, version = clean(report.tool).rpartition(" ")
    driver: dict[str, Any] = {"name": name or "compliance", "version": version or "unknown", "rules": rules}
    if _SEMANTIC.fullmatch(version):
        driver["semanticVersion"] = version
    run = {
        "tool": {"driver": driver},
        "automationDetails": {
            "id": f"compliance/{clean(report.project)}/",
            "description": {"text": _text(f"{view.title}: {view.verdict.line}")},
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The root of the repository."}}},
        "invocations": [_invocation(view, cut)],
        "results": results,
        "properties": {
            "asOf": view.as_of,
            "gate": view.verdict.gate,
            "manifestSha256": view.manifest_sha256,
            "verdict": view.verdict.line,
            "answers": [_text(answer.sentence) for answer in view.answers],
        },
    }
    text = json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
    return re.sub(r"[^\n -~]", _escaped, text) + "\n"


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    return character if character.isprintable() else json.dumps(character)[1:-1]


def _invocation(view: View, cut: int) -> dict[str, Any]:
    told = [("warning", warning) for warning in view.warnings]
    told += [("warning", f"{count(cut, 'result')} left out, which GitHub would not take.")] if cut else []
    told += [("note", text) for text in (left_out(view), *view.disclaimers) if text]
    return {
        "executionSuccessful": True,
        "exitCode": view.verdict.exit_code,
        "exitCodeDescription": view.verdict.exit_words,
        "toolExecutionNotifications": [
            {"level": level, "message": {"text": _text(text)}} for level, text in told
        ],
    }


def _result(card: Card, report: Report, source: str | None) -> dict[str, Any]:
    finding = card.finding
    at = place(card.location, report, source)
    routes = sorted({route.artifacts for route in finding.routes})
    flows, note = code_flows(card, report, lambda location: _location(place(location, report, source)))
    width = len(finding.source) if finding.source and card.location else 1
    result: dict[str, Any] = {
        "ruleId": card.rule,
        "level": severity(card),
        "message": {"text": _message(card, note)},
        "locations": [_location(at, width)],
        "partialFingerprints": _fingerprints(
            finding.rule, finding.release, finding.source, finding.party, routes
        ),
        "suppressions": [],
        "properties": {
            "position": card.position.value,
            "open": card.open,
            "readings": finding.readings.words(),
            "release": clean(finding.release),
            "source": clean(finding.source or ""),
            "party": finding.party,
        },
    }
    if flows:
        result["codeFlows"] = flows
    if card.state == "waived" and card.waiver:
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": _text(card.waiver)}
        ]
    return result


def _message(card: Card, note: str) -> str:
    """The title as first sentence, then what tells this result from others of the same rule."""
    asked = [item.question for item in card.questions if item.question not in card.reason]
    parts = (
        closed(card.title),
        f"{card.position_word[:1].upper()}{card.position_word[1:]}, {card.state}: {closed(card.short_subject)}",
        card.reason,
        *asked,
        card.waiver or "",
        note,
    )
    return _text(" ".join(part for part in parts if part))


def _notice(item: Notice, report: Report, source: str | None) -> dict[str, Any]:
    return {
        "ruleId": item.rule,
        "level": item.severity,
        "message": {"text": _text(f"{closed(item.title)} {item.text}")},
        "locations": [_location(place(item.location, report, source))],
        "partialFingerprints": _fingerprints(item.rule, item.subject),
        "suppressions": [],
        "properties": {"open": item.counts},
    }


def _fingerprints(*parts: object) -> dict[str, str]:
    return {"compliance/v1": fingerprint(*parts)}


def _number(fingerprints: dict[str, str], seen: dict[str, int]) -> None:
    """GitHub's own fingerprints end in the number of the equal ones so far."""
    digest = fingerprints["compliance/v1"]
    seen[digest] = seen.get(digest, 0) + 1
    fingerprints["primaryLocationLineHash"] = f"{digest[:16]}:{seen[digest]}"


def _location(at: Place, width: int = 1) -> dict[str, Any]:
    uri = quote(at.file, safe="/~!$&'()*+,;=@", errors="backslashreplace")
    where: dict[str, Any] = (
        {"uri": f"file://{uri}"} if uri.startswith("/") else {"uri": uri, "uriBaseId": "%SRCROOT%"}
    )
    region = {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.line,
        "endColumn": at.column + max(1, width),
    }
    return {"physicalLocation": {"artifactLocation": where, "region": region}}


def _text(text: str) -> str:
    """Text without what SARIF reads as a link to a place or as a gap to fill."""
    line = shortened(" ".join(text.split()), MESSAGE_LENGTH)
    return re.sub(r"\{(\d+)\}", r"{{\1}}", line.replace("](", "] ("))
