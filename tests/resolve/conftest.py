"""Small registries and manifests, and the lineage that comes of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from compliance.load.packs import load_packs
from compliance.load.yaml_reader import parse_yaml
from compliance.model.knowledge import Registry
from compliance.model.lineage import Lineage
from compliance.model.manifest import Manifest
from compliance.model.registry import (
    DatasetRecord,
    LicenceRecord,
    LicenceWords,
    ModelRecord,
    Provider,
    ServiceRecord,
)
from compliance.resolve import resolve

Resolve = Callable[[str], Lineage]

_SOURCE = {"assurance": "full-text", "verified_on": "2026-01-01"}


def _ancestry(*steps: dict[str, Any]) -> dict[str, Any]:
    return {"steps": list(steps), "documented_at": "its paper", "assurance": "secondary"}


MODELS = [
    {
        "id": "cub",
        "match": "^lab/cub",
        "family": "bear",
        "developer": "Lab",
        "country": "CA",
        "licence": "free",
        "released": "2024-03",
        "modality": "multimodal",
        "facts": {"size": 7},
        "assurance": "full-text",
    },
    {
        "id": "bear",
        "match": "^lab/",
        "family": "bear",
        "developer": "Lab",
        "country": "CA",
        "also_subject_to": ["rules"],
        "licences": [{"from": "2023", "licence": "closed"}, {"from": "2025", "licence": "free"}],
        "assurance": "full-text",
    },
    {
        "id": "child",
        "match": "^kin/child$",
        "family": "kin",
        "developer": "Kin",
        "country": "US",
        "licence": "free",
        "assurance": "full-text",
        "ancestry": _ancestry(
            {"kind": "finetune", "by": "Kin", "inputs": {"base": ["lab/cub-7b"], "data": ["kin/rows"]}}
        ),
    },
]
DATASETS = [
    {
        "id": "rows",
        "match": "^kin/rows$",
        "publisher": "Kin",
        "country": "US",
        "licence": "free",
        "statements": ["closed"],
        "assurance": "full-text",
        "ancestry": _ancestry(
            {"kind": "generate", "by": "Kin", "period": "2024-02", "inputs": {"teacher": ["talk-1"]}}
        ),
    },
    {
        "id": "ring-a",
        "match": "^ring/a$",
        "publisher": "R",
        "country": "US",
        "assurance": "full-text",
        "ancestry": _ancestry({"kind": "mix", "by": "R", "inputs": {"data": ["ring/b"]}}),
    },
    {
        "id": "ring-b",
        "match": "^ring/b$",
        "publisher": "R",
        "country": "US",
        "assurance": "full-text",
        "ancestry": _ancestry({"kind": "mix", "by": "R", "inputs": {"data": ["ring/c"]}}),
    },
    {
        "id": "long",
        "match": "^long/(?P<n>[0-9]+)$",
        "publisher": "L",
        "country": "US",
        "assurance": "full-text",
    },
]
LICENCES = [
    {
        "id": "free",
        "title": "Free",
        "kind": "code",
        "spdx": "Free-1.0",
        "aliases": ["Free 1"],
        "traits": ["permissive"],
        **_SOURCE,
    },
    {
        "id": "closed",
        "title": "Closed",
        "kind": "model",
        "traits": ["use-limits"],
        **_SOURCE,
    },
    {"id": "rules", "title": "Rules", "kind": "model", "traits": ["use-limits"], **_SOURCE},
]
WORDS = {
    "says": {"nothing": ["unknown"], "none": ["none"], "other": ["other"], "mixed": ["mixed"]},
    "same": {"licence": "license"},
    "dropped": ["the", "license", "version"],
}
PROVIDERS = {
    "talk": {
        "name": "Talk",
        "country": "US",
        "developers": ["talk", "talk labs"],
        "services": ["^talk-[0-9]"],
        **_SOURCE,
    },
    "chat": {"name": "Chat", "country": "FR", "developers": ["chat"], **_SOURCE},
}


@pytest.fixture(scope="session")
def registry() -> Registry:
    """A registry of three models, four data sets, three licences and two providers, with the real relations."""
    return Registry(
        relations=load_packs(cache=False).registry.relations,
        providers={key: Provider.model_validate(value) for key, value in PROVIDERS.items()},
        models=tuple(ModelRecord.model_validate(value) for value in MODELS),
        services=(ServiceRecord(match="^talk-", provider="talk", family="talk-family", released="2023-11"),),
        datasets=tuple(DatasetRecord.model_validate(value) for value in DATASETS),
        licences={str(value["id"]): LicenceRecord.model_validate(value) for value in LICENCES},
        words=(LicenceWords.model_validate(WORDS),),
    )


@pytest.fixture
def resolved(registry: Registry) -> Resolve:
    """Resolve a manifest of which only the artifacts, the steps and the rest are written out."""

    def build(text: str) -> Lineage:
        head = "lineage: 1\nproject: {id: p}\n"
        head += "" if "publisher:" in text else "publisher: {name: Kin}\n"
        document = parse_yaml(head + text, "m.yaml")
        return resolve(Manifest.model_validate(document.data), registry, document.marks.of)

    return build
