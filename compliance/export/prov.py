"""W3C PROV-JSON: artifacts are entities, steps activities, parties agents. It has a word for every link."""

from __future__ import annotations

from typing import Any

from compliance.export.links import WEIGHTS, called, licence, links
from compliance.model.declared.manifest import Manifest


def prov(manifest: Manifest) -> tuple[dict[str, Any], list[str]]:
    """The document; nothing is lost but what is no lineage."""
    entities = {f"lineage:{key}": _entity(manifest, key) for key in manifest.artifacts}
    parties = {
        manifest.publisher.id: manifest.publisher.name,
        **{key: one.name for key, one in manifest.parties.items()},
    }
    document: dict[str, Any] = {
        "prefix": {"lineage": f"urn:lineage:{manifest.project.id}:", "prov": "http://www.w3.org/ns/prov#"},
        "entity": entities,
        "agent": {f"lineage:{key}": {"prov:label": name} for key, name in parties.items()},
        "activity": {},
        "used": {},
        "wasGeneratedBy": {},
        "wasAssociatedWith": {},
        "wasDerivedFrom": {},
    }
    for step in manifest.steps:
        activity = f"lineage:step/{step.id}"
        document["activity"][activity] = {
            "prov:type": step.kind,
            **({"lineage:period": step.period} if step.period else {}),
        }
        by = {"prov:activity": activity, "prov:agent": f"lineage:{step.by or manifest.publisher.id}"}
        document["wasAssociatedWith"][f"_:by-{step.id}"] = by
        for output in step.outputs:
            written = {"prov:entity": f"lineage:{output}", "prov:activity": activity}
            document["wasGeneratedBy"][f"_:wrote-{step.id}-{output}"] = written
        for role, given in step.inputs.items():
            for key in (name for one in given for name in one.named):
                read = {"prov:activity": activity, "prov:entity": f"lineage:{key}", "prov:role": role}
                document["used"][f"_:read-{step.id}-{role}-{key}"] = read
    for number, one in enumerate(link for link in links(manifest) if link.role in WEIGHTS):
        derived = {
            "prov:generatedEntity": f"lineage:{one.target}",
            "prov:usedEntity": f"lineage:{one.source}",
        }
        document["wasDerivedFrom"][f"_:derived-{number}"] = derived
    return {key: value for key, value in document.items() if value}, []


def _entity(manifest: Manifest, key: str) -> dict[str, str]:
    artifact = manifest.artifacts[key]
    told = {"prov:label": called(manifest, key), "prov:type": artifact.kind}
    for name, value in (
        ("licence", licence(manifest, key)),
        ("provider", artifact.provider),
        ("revision", artifact.revision),
    ):
        if value:
            told[f"lineage:{name}"] = value
    return told
