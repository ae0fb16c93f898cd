"""Croissant 1.1 with PROV: a data set of the manifest, what it derives from, which models wrote and sorted its rows."""

from __future__ import annotations

import datetime
from typing import Any

from compliance.errors import Fault, UsageError
from compliance.export.links import ROWS, called, licence, links, releases_of
from compliance.export.spdx_ids import is_spdx
from compliance.model.declared.manifest import Manifest

CONFORMS = "http://mlcommons.org/croissant/1.1"
_CONTEXT: dict[str, Any] = {
    "@language": "en", "@vocab": "https://schema.org/", "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/", "prov": "http://www.w3.org/ns/prov#", "conformsTo": "dct:conformsTo",
}  # fmt: skip
_WRITES = frozenset({"teacher", "judge", "filter", "reward", "tool"})
_DEEP = 20


def croissant(
    manifest: Manifest, created: datetime.date, wanted: str | None = None
) -> tuple[dict[str, Any], list[str]]:
    """The description of one data set with its provenance, and the links that lead elsewhere.

    Args:
        manifest: The manifest.
        created: The day that stands for the date of publication where the manifest gives none.
        wanted: Id of the data set; the released or only one where none is named.

    Raises:
        UsageError: There is no such data set, or more than one.
    """
    key = _data_set(manifest, wanted)
    release = next(releases_of(manifest, key), None)
    told: set[str] = set()
    document: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS,
        "name": called(manifest, key),
        "description": manifest.project.title or called(manifest, key),
        "creator": {"@type": "sc:Organization", "name": manifest.publisher.name},
        "datePublished": (release.date if release else None) or created.isoformat(),
    }
    if text := licence(manifest, key):
        document["license"] = f"https://spdx.org/licenses/{text}.html" if is_spdx(text) else text
    document |= _making(manifest, key, told, 0)
    lost = [
        f"not about {called(manifest, key)}: {one.words}" for one in links(manifest) if one.words not in told
    ]
    return document, lost


def _data_set(manifest: Manifest, wanted: str | None) -> str:
    """Id of the data set that is described: the named or first released one, else the only one that a step writes."""
    sets = {key for key, one in manifest.artifacts.items() if one.kind == "dataset"}
    released = [one.artifact for one in manifest.releases if one.artifact in sets]
    made = list(dict.fromkeys(key for step in manifest.steps for key in step.outputs if key in sets))
    if wanted is not None and wanted not in sets:
        raise UsageError(
            Fault(None, f"there is no data set {wanted!r}", f"choose one of {', '.join(sorted(sets))}")
        )
    chosen = [wanted] if wanted else released[:1] or made
    if not chosen:
        advice = "export it as cyclonedx, spdx or prov, which describe models"
        raise UsageError(Fault(None, "Croissant describes a data set, and the manifest makes none", advice))
    if len(chosen) > 1:
        advice = f"name one with --artifact: {', '.join(chosen)}"
        raise UsageError(
            Fault(None, "Croissant describes one data set, and the manifest makes several", advice)
        )
    return chosen[0]


def _making(manifest: Manifest, key: str, told: set[str], depth: int) -> dict[str, Any]:
    """How a data set was made: what its rows come from, and the steps with the models that took part."""
    mine = [one for one in links(manifest) if one.target == key]
    rows = dict.fromkeys(one.source for one in mine if one.role in ROWS and _is_data(manifest, one.source))
    told |= {one.words for one in mine if one.source in rows or one.role in _WRITES}
    derived = [_entity(manifest, one, told, depth) for one in rows]
    activities = []
    for step in dict.fromkeys(one.step for one in mine if one.role in _WRITES):
        taking = [one for one in mine if one.step == step and one.role in _WRITES]
        activities.append(
            {
                "@type": "prov:Activity",
                "@id": f"lineage:step/{step}",
                "prov:description": f"{taking[0].kind}, step {step}",
                "prov:wasAssociatedWith": [
                    {
                        "@type": "prov:SoftwareAgent",
                        "@id": f"lineage:{one.source}",
                        "name": called(manifest, one.source),
                        "prov:hadRole": one.role,
                    }
                    for one in taking
                ],
            }
        )
    found = {"prov:wasDerivedFrom": derived, "prov:wasGeneratedBy": activities}
    return {name: value for name, value in found.items() if value}


def _is_data(manifest: Manifest, key: str) -> bool:
    return manifest.artifacts[key].kind in ("dataset", "document", "code")


def _entity(manifest: Manifest, key: str, told: set[str], depth: int) -> dict[str, Any]:
    """A source with its licence and its own making."""
    made: dict[str, Any] = {"@type": "prov:Entity", "@id": f"lineage:{key}", "name": called(manifest, key)}
    if text := licence(manifest, key):
        made["license"] = text
    return made | (_making(manifest, key, told, depth + 1) if depth < _DEEP else {})
