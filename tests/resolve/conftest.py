"""Small registries and manifests, and the lineage that comes of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Manifest
from compliance.model.known.knowledge import Registry
from compliance.model.names.catalogue import Catalogue
from compliance.model.names.records import Provider, Records, RoutePrefix
from compliance.model.names.registry import LicenceRecord, LicenceWords
from compliance.resolve import resolve

Resolve = Callable[[str], Lineage]

_SOURCE = {"assurance": "full-text", "verified_on": "2026-01-01"}


def _ancestry(*steps: dict[str, Any]) -> dict[str, Any]:
    return {"steps": list(steps), "documented_at": "its paper", "assurance": "secondary"}


MODELS = [
    {
        "id": "cub",
        "names": ["lab/cub[-{size}]"],
        "family": "bear",
        "developer": "lab",
        "licence": "free",
        "released": "2024-03",
        "modality": "multimodal",
        "facts": {"size": 7},
        "assurance": "full-text",
    },
    {
        "id": "bear",
        "names": ["lab/(grown|old)"],
        "aliases": ["Bear"],
        "family": "bear",
        "developer": "lab",
        "also_subject_to": ["rules"],
        "licences": [{"from": "2023", "licence": "closed"}, {"from": "2025", "licence": "free"}],
        "assurance": "full-text",
    },
    {
        "id": "stone",
        "names": ["lab/stone-1"],
        "family": "stone",
        "developer": "lab",
        "licence": "free",
        "stage": "foundation",
        "making": "not-looked-up",
        "assurance": "full-text",
    },
    {
        "id": "walrus",
        "names": ["lab/walrus-9b"],
        "family": "walrus",
        "developer": "lab",
        "licence": "closed",
        "assurance": "full-text",
    },
    {
        "id": "ocelot",
        "names": ["lab/ocelot-9b"],
        "family": "ocelot",
        "developer": "lab",
        "licence": "free",
        "assurance": "full-text",
    },
    {
        "id": "child",
        "names": ["kin/child"],
        "family": "kin",
        "developer": "kin",
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
        "names": ["kin/rows"],
        "publisher": "kin",
        "licence": "free",
        "statements": ["closed"],
        "assurance": "full-text",
        "ancestry": _ancestry(
            {"kind": "generate", "by": "Kin", "period": "2024-02", "inputs": {"teacher": ["talk-1"]}}
        ),
    },
    {
        "id": "ring-a",
        "names": ["ring/a"],
        "publisher": "ring",
        "assurance": "full-text",
        "ancestry": _ancestry({"kind": "mix", "by": "R", "inputs": {"data": ["ring/b"]}}),
    },
    {
        "id": "ring-b",
        "names": ["ring/b"],
        "publisher": "ring",
        "assurance": "full-text",
        "ancestry": _ancestry({"kind": "mix", "by": "R", "inputs": {"data": ["ring/c"]}}),
    },
    {
        "id": "long",
        "names": ["long/road-{number}"],
        "publisher": "ring",
        "assurance": "full-text",
    },
]
_PARTY: dict[str, Any] = {"source": {"where": "its page", "read": "2026-01-01"}, "assurance": "secondary"}
PARTIES = {
    "lab": {
        "name": "Lab",
        "country": "CA",
        "organisations": ["lab", "lab-two"],
        "aliases": ["Bear Works"],
        **_PARTY,
    },
    "kin": {"name": "Kin", "country": "US", "organisations": ["kin"], **_PARTY},
    "ring": {"name": "R", "organisations": ["ring", "long"], **_PARTY},
    "boxes": {"name": "Boxes", "organisations": ["boxes"], "repacks": True, **_PARTY},
}
SERVICES = [
    {
        "id": "talk-line",
        "provider": "talk",
        "family": "talk-family",
        "names": ["talk-{number}[-{date}]"],
        "aliases": ["Talk[ {surface}]"],
        "released": "2023-11",
    }
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
        "aliases": ["talk", "talk labs"],
        "prefixes": ["talk-cloud/"],
        **_SOURCE,
    },
    "chat": {"name": "Chat", "country": "FR", "aliases": ["chat"], **_SOURCE},
}


@pytest.fixture(scope="session")
def registry() -> Registry:
    """A registry of three models, four data sets, three licences and two providers, with the real relations."""
    return Registry(
        relations=load_packs(cache=False).registry.relations,
        providers={key: Provider.model_validate(value) for key, value in PROVIDERS.items()},
        catalogue=Catalogue.of(
            Records.model_validate(
                {"parties": PARTIES, "models": MODELS, "datasets": DATASETS, "services": SERVICES}
            )
        ),
        routes=(
            RoutePrefix(prefix="cloud/", route="cloud", host="chat"),
            RoutePrefix(prefix="home:", route="local"),
        ),
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
