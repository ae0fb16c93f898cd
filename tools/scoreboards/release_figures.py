"""Figures over checked manifests: the scorer's, and what it does not count."""

from __future__ import annotations

import fnmatch
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from compliance.model.answered.report import Report
from tools.scoreboards.predictions import Prediction, Subject
from tools.scoreboards.scorer import Record

OPEN = ("breach", "arguable", "needs-facts")
"""Headlines that keep a release from passing on the plain reading."""
PUBLISHERS = frozenset({"releaser", "asker-or-releaser", "dataset-publisher"})
ASKERS = frozenset({"contributor", "tool-author"})
"""Words for the party of a key that mean the manifest's publisher: always; where the publisher is the asker."""
APART: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "notices": (("*",), ("release.notices", "release.license_copies")),
    "making": (("unknown-upstream",), ("source.making_explained",)),
}
"""Questions that are counted apart: in which families, and about which facts alone."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One manifest, and what the check said of it."""

    publisher_is: str = "asker"
    entry: Prediction | None = None
    subject: Subject | None = None
    report: Report | None = None
    fault: str = ""
    """Why it could not be checked."""

    @property
    def exit_code(self) -> int:
        """The exit code of the check."""
        return 2 if self.report is None else self.report.exit_code


def kind_of(finding: Prediction) -> str:
    """The kind of question that a prediction is, if it is one of those counted apart; else an empty word."""
    facts = [key.split("@")[0] for key in finding["missing"]]
    for kind, (families, names) in APART.items():
        asks = finding["verdict"] == "needs-facts" and facts and _matches(finding["family"], families)
        if asks and all(_matches(fact, names) for fact in facts):
            return kind
    return ""


def _matches(word: str, patterns: Sequence[str]) -> bool:
    return any(fnmatch.fnmatchcase(word, pattern) for pattern in patterns)


def scored(scorer: ModuleType, record: Record, entry: Prediction | None) -> Prediction:
    """Predictions as they are scored, without those whose cause and verdict are told already.

    What answers a key stays, and so does what a claim forbids. Steps would spoil the match with keys that number none.
    """
    findings = (entry or {}).get("findings", [])
    if not any("step" in key for key in record["keys"]):
        findings = [{**one, "step": []} for one in findings]
    causes = [(one["cause"] or n, one["verdict"]) for n, one in enumerate(findings)]
    used = set(scorer.assign(record["keys"], findings)[0].values())
    told, kept = {causes[n] for n in used}, []
    for n, finding in enumerate(findings):
        wrong = any(scorer.forbidden(claim, finding) for claim in record["must_not_flag"])
        if n in used or wrong or causes[n] not in told:
            kept.append(finding)
        told.add(causes[n])
    return {**(entry or {}), "findings": kept}


def is_publishers(key: Record, one: Checked) -> bool:
    """Whether a key speaks of the manifest's publisher; a bound party does not if others made all the calls."""
    parties = _set(key.get("party"))
    if not parties or parties & PUBLISHERS or (parties & ASKERS and one.publisher_is == "asker"):
        return True
    if "bound-party" not in parties or one.subject is None:
        return False
    manifest, nodes = one.subject.manifest, _set(key.get("node"))
    services = {
        name for name, artifact in manifest.artifacts.items() if name in nodes and artifact.kind == "service"
    }
    callers = {
        step.by or manifest.publisher.id for step in manifest.steps
        if any(use.artifact in (services or nodes) for given in step.inputs.values() for use in given)
    }  # fmt: skip
    return not callers or manifest.publisher.id in callers


def _set(value: Any) -> set[str]:
    return set(value) if isinstance(value, list) else {value} - {None}


def figures(scorer: ModuleType, records: list[Record], checked: Mapping[str, Checked]) -> Record:
    """Everything the scorer prints, and what it does not count."""
    told: Record = {ident: {} for ident in checked}
    told |= {record["id"]: scored(scorer, record, checked[record["id"]].entry) for record in records}
    apart = {kind: _apart(scorer, records, told, kind) for kind in APART}
    score = scorer.score(records, told)
    return {
        **score,
        "other_questions": score["extra_needs_facts"] - sum(one["extra"] for one in apart.values()),
        **{f"{kind}_questions": counts for kind, counts in apart.items()},
        **_against_exit_codes(records, checked),
        "exit_codes": dict(sorted(Counter(str(one.exit_code) for one in checked.values()).items())),
        "not_checked": {ident: one.fault for ident, one in checked.items() if one.fault},
        "unknown_nodes": _unknown_nodes(records, checked),
    }


def _apart(scorer: ModuleType, records: list[Record], told: Record, kind: str) -> Record:
    """Questions of a kind: how many, how many that answer no key, and the most for one release."""
    asked: set[tuple[str, ...]] = set()
    extra = 0
    for record in records:
        findings = told[record["id"]]["findings"]
        mine = [n for n, finding in enumerate(findings) if kind_of(finding) == kind]
        extra += len({*mine} & {*scorer.assign(record["keys"], findings)[1]})
        asked |= {
            (record["id"], one, str(findings[n]["cause"] or n))
            for n in mine
            for one in findings[n]["release"]
        }
    per_release = Counter(f"{ident}: {release}" for ident, release, _ in asked)
    most = max(per_release.values(), default=0)
    at = sorted(name for name, count in per_release.items() if count == most > 1)
    return {"asked": len({(a, c) for a, _, c in asked}), "extra": extra, "most_per_release": most, "at": at}


def _against_exit_codes(records: list[Record], checked: Mapping[str, Checked]) -> Record:
    """Ids that pass though a key is open for the publisher, and ids that fail though none is."""
    false_clean: dict[str, list[str]] = {}
    quiet: dict[str, list[str]] = {}
    for ident, keys in ((record["id"], record["keys"]) for record in records):
        one = checked[ident]
        due = [key for key in keys if key["headline"] in OPEN and is_publishers(key, one)]
        if due and one.exit_code == 0:
            false_clean[ident] = [f"{k['headline']} {k['family']} on {listed(k.get('node'))}" for k in due]
        if not due and one.exit_code == 1 and one.report is not None and (left := [*_open(one.report)]):
            quiet[ident] = left
    return {"false_clean": false_clean, "quiet_but_failed": quiet}


def _open(report: Report) -> Iterator[str]:
    """What keeps a check from passing, beside the questions that are counted apart, a line each."""
    for one in report.open_findings():
        missing = [fact.key for fact in one.missing]
        if kind_of({"family": one.family, "verdict": one.position.value, "missing": missing}):
            continue
        asks = f" <- {', '.join(fact.key for fact in one.missing)}" if one.missing else ""
        yield f"{one.position.value} {one.family} on {one.source} for {one.release} ({one.rule}){asks}"
    yield from (f"not-covered {one.subject}: {one.why}" for one in report.not_covered)
    yield from (f"not evaluated: {release.id}" for release in report.releases if not release.evaluated)


def _unknown_nodes(records: list[Record], checked: Mapping[str, Checked]) -> dict[str, list[str]]:
    """Nodes of keys that are no artifact of the manifest: a finding cannot name them."""
    found = {}
    for ident, keys in ((record["id"], record["keys"]) for record in records):
        if subject := checked[ident].subject:
            nodes = {*subject.manifest.artifacts, *subject.release_nodes}
            found[ident] = sorted(set().union(*(_set(key.get("node")) for key in keys)) - nodes)
    return {ident: nodes for ident, nodes in found.items() if nodes}


def listed(value: Any) -> str:
    """One value or several, as one word."""
    return "+".join(map(str, value)) if isinstance(value, list) else str(value or "-")
