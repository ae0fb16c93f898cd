"""The scoreboard as people read it: totals beside the goals, then every key with what was predicted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.notes.scoring import Record, Scorer

GOALS: dict[str, dict[str, tuple[str, float]]] = {
    "cases": {
        "verdict_accuracy": (">=", 0.8), "live_recall": (">=", 0.9), "readings_accuracy": (">=", 0.8),
        "overclaims": ("<=", 0), "false_alarms": ("<=", 0), "underclaims": ("<=", 0),
    },
    "questions": {
        "verdict_accuracy": (">=", 0.8), "live_recall": (">=", 0.9), "readings_accuracy": (">=", 0.8),
        "turns_on_recall": (">=", 0.7), "overclaims": ("<=", 0), "false_alarms": ("<=", 0),
    },
}  # fmt: skip
"""What we want to reach; the scorer itself names none."""
SHOWN = (
    "items", "keys", "live_keys", "verdict_accuracy", "live_recall", "readings_accuracy", "readings_given",
    "turns_on_recall", "overclaims", "underclaims", "false_alarms", "extra_alarms", "extra_needs_facts",
)  # fmt: skip


def totals(kind: str, score: Record) -> Iterator[str]:
    """The totals, each beside its goal where there is one."""
    goals = GOALS.get(kind, {})
    for name in SHOWN:
        value = score.get(name)
        if value is None:
            continue
        line = f"{name:<20} {value!s:>7}"
        if name in goals:
            sign, goal = goals[name]
            met = value >= goal if sign == ">=" else value <= goal
            line += f"   goal {sign} {goal:g}   {'ok' if met else 'MISSED'}"
        yield line


def rows(
    scorer: Scorer, records: Sequence[Record], predictions: Record, faults: dict[str, str]
) -> Iterator[str]:
    """Every key of every note against what was predicted, then what no key asks for."""
    for record in records:
        findings = (predictions.get(record["id"]) or {}).get("findings") or []
        taken, left = scorer.assign(record["keys"], findings)
        yield f"\n{record['id']}" + (f"   FAULT: {faults[record['id']]}" if record["id"] in faults else "")
        for n, key in enumerate(record["keys"]):
            finding = findings[taken[n]] if n in taken else None
            yield _row(scorer, key, finding)
        for claim in record["must_not_flag"]:
            yield from (
                f"  FALSE ALARM {_told(f)}: {claim['claim']}" for f in findings if scorer.forbidden(claim, f)
            )
        for n in left:
            if scorer.verdict_of(findings[n]) != "clear":
                yield f"       extra {_told(findings[n])}"
        if record["turns_on"]:
            given = set((predictions.get(record["id"]) or {}).get("turns_on") or [])
            yield f"       turns on {', '.join(('' if w in given else 'MISSING ') + w for w in record['turns_on'])}"


def _row(scorer: Scorer, key: Record, finding: Record | None) -> str:
    verdict = scorer.verdict_of(finding) if finding else "(silent)"
    mark = "ok  " if scorer.agrees(key, finding) else "MISS"
    wanted = f"{key['headline']} {_readings(key)}{' lenient' if key.get('lenient') else ''}"
    said = f"{verdict} {_readings(finding or {})}"
    rule = (finding or {}).get("rule", "")
    missing = _missing(finding or {})
    return (
        f"  {mark} {key['family']:<30} {_list(key.get('node')):<18} {wanted:<34} | {said:<20} {rule}{missing}"
    )


def _told(finding: Record) -> str:
    party = _list(finding.get("party"))
    what = f"{finding['verdict']} {_readings(finding)} {finding['family']} on {_list(finding.get('node'))}"
    return f"{what} ({party}) {finding.get('rule', '')}{_missing(finding)}"


def _missing(finding: Record) -> str:
    return f" <- {', '.join(finding['missing'])}" if finding.get("missing") else ""


def _list(value: Any) -> str:
    return "+".join(map(str, value)) if isinstance(value, list) else str(value or "-")


def _readings(record: Record) -> str:
    given = record.get("readings")
    if not given:
        return ""
    short = {"clear": "c", "needs-facts": "n"}
    return "".join(short.get(given.get(name), "b") for name in ("narrow", "plain", "broad"))
