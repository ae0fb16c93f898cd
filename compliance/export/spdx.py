"""SPDX 3.0.1 with its AI and Dataset profiles: packages, relationships, declared licences."""

from __future__ import annotations

import datetime
from typing import Any

from compliance.export.links import (
    ROWS,
    TRAINS,
    WEIGHTS,
    Link,
    called,
    licence,
    links,
    main_artifact,
    releases_of,
)
from compliance.export.spdx_ids import is_expression
from compliance.model.declared.manifest import Manifest

CONTEXT = "https://spdx.org/rdf/3.0.1/spdx-context.jsonld"
_TYPES = {"model": "ai_AIPackage", "dataset": "dataset_DatasetPackage"}
NO_ASSERTION = "https://spdx.org/rdf/3.0.1/terms/ExpandedLicensing/NoAssertionLicense"
_ASKED = {
    "model": ("software_downloadLocation", "software_packageVersion", "software_primaryPurpose", "releaseTime",
              "suppliedBy"),
    "dataset": ("builtTime", "originatedBy", "releaseTime", "software_downloadLocation", "software_primaryPurpose"),
}  # fmt: skip
"""What the profiles want to be told of each package."""
_PURPOSES = {"model": "model", "dataset": "data", "code": "source", "document": "documentation"}


def spdx(manifest: Manifest, created: datetime.date) -> tuple[dict[str, Any], list[str]]:
    """The document, and what it has no word for; `created` is the day that SPDX asks for."""
    space = f"https://spdx.invalid/{manifest.project.id}"
    graph: list[dict[str, Any]] = [
        {
            "type": "CreationInfo",
            "@id": "_:creation",
            "specVersion": "3.0.1",
            "created": f"{created.isoformat()}T00:00:00Z",
            "createdBy": [f"{space}/publisher"],
        },
        {
            "type": "Organization",
            "spdxId": f"{space}/publisher",
            "creationInfo": "_:creation",
            "name": manifest.publisher.name,
        },
    ]
    graph += [_package(manifest, key, space) for key in manifest.artifacts]
    relations, lost = _relations(manifest, space)
    graph += relations
    root = f"{space}/{main_artifact(manifest)}"
    document = {"type": "SpdxDocument", "spdxId": f"{space}/document", "creationInfo": "_:creation"}
    profiles, missing = _profiles(graph)
    graph.append({**document, "profileConformance": profiles, "rootElement": [root]})
    return {"@context": CONTEXT, "@graph": graph}, lost + missing


def _profiles(graph: list[dict[str, Any]]) -> tuple[list[str], list[str]]:
    """The profiles that the document may claim to conform to, and what keeps it from claiming the others.

    Source: SPDX 3.0.1, profile conformance and cardinalities of AIPackage and DatasetPackage. The two licences that
    both profiles ask of each package are always there, as a value or as no assertion.
    """
    claimed, missing = ["core", "software", "simpleLicensing"], []
    for kind, profile in _TYPES.items():
        packages = [one for one in graph if one["type"] == profile]
        wanted = sorted({word for one in packages for word in _ASKED[kind] if word not in one})
        name = profile.split("_")[0]
        if packages and not wanted:
            claimed.append(name)
        elif wanted:
            missing.append(f"conformance to the {name} profile is not claimed, for it asks of each {kind}: "
                           + ", ".join(word.split("_")[-1] for word in wanted))  # fmt: skip
    return claimed, missing


def _package(manifest: Manifest, key: str, space: str) -> dict[str, Any]:
    artifact = manifest.artifacts[key]
    told: dict[str, Any] = {
        "type": _TYPES.get(artifact.kind, "software_Package"),
        "spdxId": f"{space}/{key}",
        "creationInfo": "_:creation",
        "name": called(manifest, key),
    }
    if artifact.kind == "dataset":
        told["dataset_datasetType"] = ["other"]
    if purpose := _PURPOSES.get(artifact.kind):
        told["software_primaryPurpose"] = purpose
    if release := next(releases_of(manifest, key), None):
        if release.by in (None, manifest.publisher.id):
            told["suppliedBy"] = f"{space}/publisher"
        if release.date and len(release.date) == len("2025-01-01"):
            told["releaseTime"] = f"{release.date}T00:00:00Z"
    if artifact.revision:
        told["software_packageVersion"] = artifact.revision
    return told


def _word(one: Link, manifest: Manifest) -> str | None:
    source, target = manifest.artifacts[one.source].kind, manifest.artifacts[one.target].kind
    if target == "model" and source == "dataset" and one.role in ROWS and one.kind in TRAINS:
        return "trainedOn"
    if target == "model" and source == "model" and one.role in WEIGHTS:
        return "descendantOf"
    return None


def _relations(manifest: Manifest, space: str) -> tuple[list[dict[str, Any]], list[str]]:
    made: list[dict[str, Any]] = []
    lost: list[str] = []

    def relate(source: str, word: str, target: str) -> None:
        place = {"spdxId": f"{space}/relationship-{len(made)}", "creationInfo": "_:creation"}
        ends = {"relationshipType": word, "from": source, "to": [target]}
        made.append({"type": "Relationship", **place, **ends})

    for one in links(manifest):
        word = _word(one, manifest)
        if word:
            relate(f"{space}/{one.target}", word, f"{space}/{one.source}")
        else:
            lost.append(f"no word for: {one.words}")
    for key, artifact in manifest.artifacts.items():
        text = licence(manifest, key)
        if artifact.kind in _TYPES:
            relate(f"{space}/{key}", "hasConcludedLicense", NO_ASSERTION)
            if not text or not is_expression(text):
                relate(f"{space}/{key}", "hasDeclaredLicense", NO_ASSERTION)
        if text and is_expression(text):
            place = f"{space}/licence-{key}"
            made.append(
                {
                    "type": "simplelicensing_LicenseExpression",
                    "spdxId": place,
                    "creationInfo": "_:creation",
                    "simplelicensing_licenseExpression": text,
                }
            )
            relate(f"{space}/{key}", "hasDeclaredLicense", place)
        elif text:
            lost.append(f"licence of {key} is no SPDX expression: {text}")
    return made, lost
