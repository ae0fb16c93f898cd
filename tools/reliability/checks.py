"""Whole checks of changed manifests, and the one thing that none of them may do: come out clean for knowing less."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from random import Random
from typing import Any

from compliance import pipeline
from compliance.errors import ComplianceError
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.model.answered.report import Report
from compliance.model.packs.operator import FactOp
from tools.reliability.kinds import DAY, packs
from tools.reliability.mutation import at, changed, copied, places
from tools.reliability.seeds import examples, said_otherwise

OPEN = ("quickstart", "olmo-3")
"""Examples on which something is open."""
AGAINST_A_RECORD = "labels/declared-against-known"
"""What is open because something was said that cannot be so; who says less of that may well come out clean."""
NO_SUCH_ACCESS = "is held for"
"""Words of what is not covered of a way or time of using a service, which may be one that there is not."""
FACTS: Mapping[str, frozenset[str]] = {
    "publisher": frozenset(("kind", "country", "facts", "accepted", "controlling_country")),
    "steps": frozenset(("period", "by", "authorised", "facts", "region", "account")),
    "releases": frozenset(
        ("date", "access", "commercial", "function", "markets", "channels", "facts", "notices")
    ),
    "artifacts": frozenset(("license", "route", "plan", "facts", "tokens")),
}
"""What a manifest may leave unsaid, by where it stands; to say less of it settles nothing."""


def checked(document: Any) -> Report:
    """The report on a document; raises the program's own errors."""
    content = json.dumps(document, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
    loaded = check_manifest(parse_yaml(content, "lineage.yaml"), packs())
    return pipeline.check_loaded(loaded, packs(), DAY)


def any_change(draw: Random) -> Any:
    """A manifest with a few values changed, half of the time into what may stand there."""
    said = said_otherwise(draw)
    return changed(draw, said, 2) if draw.random() < 0.5 else said


def opened(draw: Random) -> Any:
    """A manifest of other values on which something is open, and not for what it says against a record alone."""
    while True:
        document = said_otherwise(draw)
        try:
            if is_open(checked(document)):
                return document
        except ComplianceError:
            continue


def is_open(report: Report) -> bool:
    """Whether something stands open, and nothing that taking back a wrong statement may settle."""
    rules = {one.rule for one in report.open_findings()}
    names = [one for one in report.not_covered if NO_SUCH_ACCESS not in one.why]
    open_whatever_is_said = bool(names or rules - _only_where_said())
    return report.exit_code == 1 and open_whatever_is_said and AGAINST_A_RECORD not in rules


@functools.cache
def _only_where_said() -> frozenset[str]:
    """Ids of the rules that are put only where a fact is stated: nothing asks for it where it is not."""
    asked = ((rule.id, packs().nodes(rule.asked_if)) for _, rule in packs().rules() if rule.asked_if)
    return frozenset(
        rule for rule, nodes in asked if any(isinstance(one, FactOp) and one.known for one in nodes)
    )


def less_said(draw: Random, document: Any = None) -> Any:
    """A manifest on which something is open, with a few facts left out or said to be unknown."""
    document = copied(examples()[draw.choice(OPEN)] if document is None else document)
    for _ in range(draw.randint(1, 4)):
        known = [path for path in places(document) if _is_fact(path) and not _on_our_own(document, path)]
        if known:
            path = draw.choice(known)
            around = at(document, path[:-1])
            if draw.random() < 0.5:
                del around[path[-1]]
            else:
                around[path[-1]] = "unknown"
    return document


def _on_our_own(document: Any, path: tuple[Any, ...]) -> bool:
    """Whether it is the licence that the publisher states of its own work: a claim, which may be wrong, and no fact."""
    if path[-1] != "license" or path[0] != "artifacts":
        return False
    listed = document.get("steps")
    steps = [step for step in listed if isinstance(step, dict)] if isinstance(listed, list) else []
    written = [step.get("outputs") for step in steps]
    artifact = at(document, path[:-1])
    return artifact.get("origin") == "own" or any(
        path[1] == one or (isinstance(one, list) and path[1] in one) for one in written
    )


def _is_fact(path: tuple[Any, ...]) -> bool:
    return len(path) >= 2 and path[-1] in FACTS.get(str(path[0]), frozenset()) and len(path) <= 3
