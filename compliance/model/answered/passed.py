"""What keeps a check from nothing though it is not settled: what waivers accept, and what gate and options let pass."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.errors import printable
from compliance.model.answered.report import Report
from compliance.values import replace

_MOST = 5
"""How many of each are named."""


def passed(report: Report) -> tuple[str, ...]:
    """On what a passing check rests beside the rules: a sentence for waivers, and one for what was let pass."""
    return tuple(one for one in (accepted(report), let_pass(report)) if one)


def accepted(report: Report) -> str:
    """Which findings count for nothing since somebody accepted them, and who; empty where there are none."""
    usual = _usual(report)
    held = dict.fromkeys(
        f"{one.rule} for {one.release} (by {one.waiver.owner} until {one.waiver.expires})"
        for one in report.findings
        if one.waived and one.waiver and usual.is_open(replace(one, waiver=None))
    )
    return f"accepted by a waiver, and open without it: {_listed(list(held))}" if held else ""


def let_pass(report: Report) -> str:
    """What would be open by the usual gate, and which gate or option lets it pass; empty where nothing is."""
    if not report.allowed and report.gate not in ("narrow", "never"):
        return ""
    now = {point.key for point in report.points()}
    left = [point for point in _usual(report).points() if point.key not in now]
    held = dict.fromkeys(f"“{one.title}” ({one.upstream or one.release})" for one in left)
    if not held:
        return ""
    how = [f"fail-on: {report.gate}"] if report.gate in ("narrow", "never") else []
    how += [f"allow: {', '.join(report.allowed)}"] if report.allowed else []
    return f"let pass ({'; '.join(how)}), and open without that: {_listed(list(held))}"


def _usual(report: Report) -> Report:
    """The same report with nothing allowed, on the gate of its own unless that is wider than the usual one."""
    return replace(report, gate="broad" if report.gate == "broad" else "plain", allowed=())


def _listed(told: Sequence[str]) -> str:
    more = f"; and {len(told) - _MOST} more" if len(told) > _MOST else ""
    return f"{printable('; '.join(told[:_MOST]))}{more}"
