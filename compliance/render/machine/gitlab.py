"""Print causes as a code quality report of GitLab: an entry for each, on the manifest's line."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from compliance.model.answered.report import Report
from compliance.model.packs.truth import Position
from compliance.render.view.card import Card
from compliance.render.view.cause_table import CauseLine
from compliance.render.view.notable import Notice, notices, place
from compliance.render.view.report_view import View

_SEVERITY = {Position.BREACH: "blocker", Position.ARGUABLE: "critical"}


def render_gitlab(report: Report, view: View, source: str | None = None) -> str:
    """Return the causes as GitLab's code quality JSON.

    Args:
        report: The report.
        view: The same in words.
        source: How the manifest is called from the root of its repository, if that is known.
    """
    entries = [_cause(cause, report, source) for cause in view.causes]
    entries += [
        _notice(one, report, source)
        for one in notices(report, view)
        if one.rule == "compliance/not-evaluated"
    ]
    entries += [_waived(card, report, source) for card in view.waived]
    entries += [
        _entry(text, f"compliance/{word}", f"compliance/{word}/{text}", "info", None, report, source)
        for word, texts in (("let-pass", (view.verdict.let_pass,)), ("warning", view.warnings))
        for text in texts
        if text
    ]
    return json.dumps(entries, ensure_ascii=True, indent=2) + "\n"


def _cause(cause: CauseLine, report: Report, source: str | None) -> dict[str, Any]:
    severity = _SEVERITY.get(cause.position, "major") if cause.open else "info"
    told = f"{cause.position_word}, {cause.reading}: {cause.title} ({cause.subject}). To do: {cause.do}."
    return _entry(
        told, f"compliance/{cause.key.partition('@')[0]}", cause.key, severity, cause.location, report, source
    )


def _waived(card: Card, report: Report, source: str | None) -> dict[str, Any]:
    told = f"{card.title} ({card.short_subject}), {card.position_word}. {card.waiver}"
    key = "/".join(("compliance/waived", *card.finding.identity))
    return _entry(told, "compliance/waived", key, "info", card.location, report, source)


def _notice(one: Notice, report: Report, source: str | None) -> dict[str, Any]:
    severity = "blocker" if one.counts else "info"
    return _entry(one.text, one.rule, f"{one.rule}/{one.subject}", severity, one.location, report, source)


def _entry(
    told: str, check: str, key: str, severity: str, location: str | None, report: Report, source: str | None
) -> dict[str, Any]:
    where = place(location, report, source)
    return {
        "description": told,
        "check_name": check,
        "fingerprint": hashlib.sha256(f"{report.project}/{key}".encode()).hexdigest(),
        "severity": severity,
        "location": {"path": where.file, "lines": {"begin": where.line}},
    }
