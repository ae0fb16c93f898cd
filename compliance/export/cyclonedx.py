"""CycloneDX 1.6 or 1.7: components with model cards, licences, pedigree; links without a word become properties."""

from __future__ import annotations

import uuid
from typing import Any, Literal

from compliance.export.links import ROWS, WEIGHTS, Link, called, licence, links, main_artifact
from compliance.export.spdx_ids import is_expression, is_spdx
from compliance.model.declared.manifest import Manifest

_TYPES = {"model": "machine-learning-model", "dataset": "data", "code": "library", "document": "file"}


Version = Literal["1.6", "1.7"]


def cyclonedx(manifest: Manifest, version: Version = "1.6") -> tuple[dict[str, Any], list[str]]:
    """The BOM in a version of the standard, and what it has no word for."""
    every, main = links(manifest), main_artifact(manifest)
    others = [key for key, one in manifest.artifacts.items() if key != main and one.kind != "service"]
    services = [key for key, one in manifest.artifacts.items() if one.kind == "service"]
    number = uuid.uuid5(uuid.NAMESPACE_URL, manifest.model_dump_json())
    bom: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": version,
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {"component": _component(manifest, main, every)},
        "components": [_component(manifest, key, every) for key in others],
    }
    if services:
        bom["services"] = [_service(manifest, key) for key in services]
    lost = [f"no word for: {one.words}" for one in every if not _said(one, manifest)]
    if lost:
        bom["properties"] = [
            {"name": "lineage:link", "value": one.words} for one in every if not _said(one, manifest)
        ]
    return bom, lost


def _said(one: Link, manifest: Manifest) -> bool:
    """Whether a link has a word: data of a model, or weights of weights."""
    source, target = manifest.artifacts[one.source].kind, manifest.artifacts[one.target].kind
    if target != "model":
        return False
    return (one.role in ROWS and source == "dataset") or (one.role in WEIGHTS and source == "model")


def _service(manifest: Manifest, key: str) -> dict[str, Any]:
    artifact = manifest.artifacts[key]
    told: dict[str, Any] = {"bom-ref": key, "name": called(manifest, key)}
    if artifact.provider:
        told["provider"] = {"name": artifact.provider}
    return told


def _licence(text: str) -> dict[str, Any]:
    """An identifier of the SPDX list, an expression of such, else a name."""
    if is_spdx(text):
        return {"license": {"id": text}}
    return {"expression": text} if is_expression(text) else {"license": {"name": text}}


def _component(manifest: Manifest, key: str, every: list[Link]) -> dict[str, Any]:
    artifact, name = manifest.artifacts[key], called(manifest, key)
    told: dict[str, Any] = {"type": _TYPES.get(artifact.kind, "data"), "bom-ref": key, "name": name}
    if key == main_artifact(manifest):
        told["supplier"] = {"name": manifest.publisher.name}
    if artifact.revision:
        told["version"] = artifact.revision
    if text := licence(manifest, key):
        told["licenses"] = [_licence(text)]
    mine = [one for one in every if one.target == key and _said(one, manifest)]
    bases = dict.fromkeys(one.source for one in mine if one.role in WEIGHTS)
    if bases:
        told["pedigree"] = {
            "ancestors": [
                {"type": "machine-learning-model", "name": called(manifest, base)} for base in bases
            ]
        }
    rows = dict.fromkeys(one.source for one in mine if one.role in ROWS)
    if rows:
        told["modelCard"] = {"modelParameters": {"datasets": [{"ref": one} for one in rows]}}
    return told
