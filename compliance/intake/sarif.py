"""A scan as SARIF 2.1.0: what is not declared, and what disagrees, at the lines of cards and code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from compliance.intake.compared import Compared
from compliance.intake.folder import Scan
from compliance.model.location import Location

_RULES = {
    "undeclared-upstream": "An upstream is seen that is not declared.",
    "statements-disagree": "Statements of the release cannot all be true.",
}


def sarif(scan: Scan, compared: Compared | None, version: str) -> dict[str, Any]:
    """One run with a result for each upstream that is not declared and each contradiction.

    Args:
        scan: What was seen.
        compared: The manifest beside it, if there is one; without it the documents are what declares.
        version: Version of this program.
    """
    undeclared = compared.undeclared if compared else [one for one in scan.upstreams if not one.declared]
    results = [
        _result("undeclared-upstream", "error", f"{one.name} is seen and not declared ({one.first.how}).",
                [each.place for each in one.sightings])
        for one in undeclared
    ]  # fmt: skip
    results += [
        _result(
            "statements-disagree", "warning", f"{one.kind}: {one.why}.", [said.place for said in one.said]
        )
        for one in scan.contradictions
    ]
    rules = [{"id": name, "shortDescription": {"text": text}} for name, text in _RULES.items()]
    driver = {"name": "compliance scan", "version": version, "rules": rules}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }


def _result(rule: str, level: str, text: str, places: Iterable[Location]) -> dict[str, Any]:
    """A result at its first place; the others are related to it."""
    told = [_place(one) for one in dict.fromkeys(places)]
    made: dict[str, Any] = {"ruleId": rule, "level": level, "message": {"text": text}, "locations": told[:1]}
    if told[1:]:
        made["relatedLocations"] = [{"id": number, **one} for number, one in enumerate(told[1:], 1)]
    return made


def _place(place: Location) -> dict[str, Any]:
    artifact = {"uri": quote(place.file)}
    return {"physicalLocation": {"artifactLocation": artifact, "region": {"startLine": max(place.line, 1)}}}
