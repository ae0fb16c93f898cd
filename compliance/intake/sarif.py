"""A scan as SARIF 2.1.0: what is not declared, and what disagrees, at the lines of cards and code."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from compliance.errors import printable
from compliance.intake.against.compared import Compared
from compliance.intake.folder import Scan
from compliance.model.shapes.location import Location

_RULES = {
    "undeclared-upstream": "An upstream is seen that is not declared.",
    "mentioned-upstream": "A name is mentioned, and nothing says what it was for.",
    "statements-disagree": "Statements of the release cannot all be true.",
    "licence-differs": "A document names another licence for the release than the manifest.",
}


def sarif(scan: Scan, compared: Compared | None, version: str, folder: str = "") -> dict[str, Any]:
    """A log with one run; see `sarif_run` for what it takes."""
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [sarif_run(scan, compared, version, folder)],
    }


def sarif_run(scan: Scan, compared: Compared | None, version: str, folder: str = "") -> dict[str, Any]:
    """One run with a result for each upstream that is not declared and each contradiction.

    Args:
        scan: What was seen.
        compared: The manifest beside it, if there is one; without it the documents are what declares.
        version: Version of this program.
        folder: How the folder is called from the root of its repository.
    """
    undeclared = compared.undeclared if compared else [one for one in scan.upstreams if not one.declared]
    results = [
        _result("undeclared-upstream", "error", f"{one.name} is seen and not declared ({one.first.how}).",
                [each.place for each in one.sightings], folder)
        for one in undeclared
    ]  # fmt: skip
    results += [
        _result("mentioned-upstream", "warning",
                f"{one.name} is mentioned, and no words say what it was for.",
                [each.place for each in one.sightings], folder)
        for one in (compared.mentioned if compared else ())
    ]  # fmt: skip
    results += [
        _result("licence-differs", "warning",
                f"{one.name}: the manifest says {one.declared}, {one.statement.place.file} says {one.statement.text}.",
                [one.statement.place], folder)
        for one in (compared.licences if compared else ())
    ]  # fmt: skip
    results += [
        _result(
            "statements-disagree",
            "warning",
            f"{one.kind}: {one.why}.",
            [said.place for said in one.said],
            folder,
        )
        for one in scan.contradictions
    ]
    rules = [{"id": name, "shortDescription": {"text": text}} for name, text in _RULES.items()]
    driver = {"name": "compliance scan", "version": version, "rules": rules}
    return {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"compliance-scan/{folder or '.'}/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The root of the repository."}}},
        "results": results,
    }


def _result(rule: str, level: str, text: str, places: Iterable[Location], folder: str) -> dict[str, Any]:
    """A result at its first place; the others are related to it."""
    told = [_place(one, folder) for one in dict.fromkeys(places)]
    mark = hashlib.sha256(f"{rule}\0{text}".encode()).hexdigest()
    made: dict[str, Any] = {
        "ruleId": rule, "level": level, "message": {"text": printable(text)}, "locations": told[:1],
        "partialFingerprints": {"scan/v1": mark},
    }  # fmt: skip
    if told[1:]:
        made["relatedLocations"] = [{"id": number, **one} for number, one in enumerate(told[1:], 1)]
    return made


def _place(place: Location, folder: str) -> dict[str, Any]:
    path = f"{folder}/{place.file}" if folder else place.file
    artifact = {"uri": quote(path), "uriBaseId": "%SRCROOT%"}
    return {"physicalLocation": {"artifactLocation": artifact, "region": {"startLine": max(place.line, 1)}}}
