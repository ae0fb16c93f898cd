"""The scoreboard of releases as people read it: totals side by side, what is named, and a line for each key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import ModuleType

from tools.scoreboards.release_figures import Checked, kind_of, listed, scored
from tools.scoreboards.scorer import Record

NAMED = ("false_clean", "quiet_but_failed", "not_checked", "unknown_nodes")


def table(told: Mapping[str, Record]) -> Iterator[str]:
    """Figures of each part in a column; families, hits and names are those of the first."""
    first = next(iter(told.values()))
    columns = {part: dict(_cells(figures)) for part, figures in told.items()}
    yield f"{'':<28}" + "".join(f"{part:>10}" for part in columns)
    for name in dict.fromkeys(name for cells in columns.values() for name in cells):
        yield f"{name:<28}" + "".join(f"{cells.get(name, '-'):>10}" for cells in columns.values())
    yield f"\n{'family':<36}" + "".join(f"{name:>13}" for name in next(iter(first["families"].values()), ()))
    for family, row in first["families"].items():
        yield f"{family:<36}" + "".join(f"{value:>13}" for value in row.values())
    yield from (f"must_not_flag {hit}" for hit in first["must_not_flag"]["hits"])
    yield from (f"unknown_ids {ident}" for ident in first["unknown_ids"])
    for name in NAMED:
        for ident, what in first[name].items():
            yield f"{name} {ident}: {what if isinstance(what, str) else '; '.join(what)}"


def _cells(figures: Record) -> Iterator[tuple[str, str]]:
    for name, value in figures.items():
        if name in NAMED:
            yield name, str(len(value))
        elif isinstance(value, dict) and name not in ("families", "must_not_flag"):
            yield from ((f"{name} {what}", str(one)) for what, one in value.items() if what != "at")
        elif not isinstance(value, dict | list):
            yield name, "-" if value is None else str(value)


def rows(scorer: ModuleType, records: list[Record], checked: Mapping[str, Checked]) -> Iterator[str]:
    """Every key against what was predicted, then every alarm and question that answers no key."""
    for record in records:
        ident, entry = record["id"], scored(scorer, record, checked[record["id"]].entry)
        findings = entry["findings"]
        taken, left = scorer.assign(record["keys"], findings)
        for n, key in enumerate(record["keys"]):
            finding = findings[taken[n]] if n in taken else None
            mark = "ok  " if scorer.agrees(key, finding) else "MISS"
            wanted = f"{key['headline']} {_readings(key)}{' lenient' if key.get('lenient') else ''}"
            said = f"{scorer.verdict_of(finding)} {_tail(finding)}" if finding else "silent"
            what = f"{ident} {key.get('id', n + 1)} {key['family']} {listed(key.get('node'))}"
            yield f"{mark} {what} | {wanted} -> {said}"
        for finding in findings:
            wrong = [claim["claim"] for claim in record["must_not_flag"] if scorer.forbidden(claim, finding)]
            yield from (f"FALSE {ident} {_told(finding)} | {claim}" for claim in wrong)
        for n in left:
            if scorer.verdict_of(findings[n]) != "clear":
                yield f"left {ident} {kind_of(findings[n]) or 'extra'} {_told(findings[n])}"


def _told(finding: Record) -> str:
    where = f"{finding['family']} {listed(finding['node'])} ({listed(finding['party'])})"
    return f"{where} | {finding['verdict']} {_tail(finding)}"


def _tail(finding: Record) -> str:
    asks = f" <- {', '.join(finding['missing'])}" if finding["missing"] else ""
    return f"{_readings(finding)} {finding['rule']}{asks}"


def _readings(record: Record) -> str:
    """Three letters: c for clear, n for needs-facts, b for a reading that bites."""
    short = {"clear": "c", "needs-facts": "n"}
    given = record.get("readings") or {}
    return "".join(short.get(given[name], "b") for name in ("narrow", "plain", "broad") if name in given)
