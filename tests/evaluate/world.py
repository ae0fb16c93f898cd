"""A small world of texts, names and facts, so that tests of the engine do not move with the bundled packs."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from compliance.evaluate import evaluate
from compliance.load.documents.yaml_reader import read_yaml
from compliance.model.answered.finding import Evaluation, Finding
from compliance.model.declared.lineage import Lineage
from compliance.model.declared.manifest import Manifest
from compliance.model.known.knowledge import Knowledge, Registry
from compliance.model.names.catalogue import Catalogue
from compliance.model.names.records import Provider, Records
from compliance.model.names.registry import LicenceRecord, LicenceWords, Relations
from compliance.model.packs.instrument import Instrument
from compliance.model.packs.rule import Definition, FactEntry, Pack
from compliance.resolve import resolve
from compliance.resources import policies_folder

AS_OF = datetime.date(2026, 1, 1)
CHECKED: dict[str, Any] = {"assurance": "full-text", "verified_on": "2026-01-01"}


def versions(*spans: str) -> list[dict[str, Any]]:
    """Versions written `from..to`; a leading `?` marks a text not held, a leading `~` one that may be older."""
    found = []
    for span in spans:
        start, _, end = span.strip("?~").partition("..")
        version: dict[str, Any] = {"from": start, "to": end or None, "held": not span.startswith("?")}
        found.append(version | ({"from_basis": "or-earlier"} if span.startswith("~") else {}))
    return found


def instrument(key: str, kind: str, clauses: Mapping[str, Sequence[str]]) -> Instrument:
    """A text with clauses in force at these times."""
    head = {
        "policy": 1,
        "id": key,
        "title": f"Text {key}",
        "publisher": "One",
        "kind": kind,
        "evidence": "invented",
    }
    return Instrument.model_validate(
        head
        | CHECKED
        | {
            "clauses": {
                name: {"locator": "1", "topic": "train-any", "norm": "prohibition", "paraphrase": "…"}
                | {"versions": versions(*spans)}
                for name, spans in clauses.items()
            }
        }
    )


INSTRUMENTS = (
    instrument(
        "one/terms",
        "provider-terms",
        {
            "compete": ["2023-01-01..2024-01-01", "?2024-01-01..2025-01-01", "2025-01-01"],
            "permit": ["2024-06-01..2025-06-01"],
            "lost": ["2023-06-01..2024-06-01", "?2024-06-01"],
        },
    ),
    instrument("one/consumer", "provider-terms", {"compete": ["~2023-09-01..2025-03-01"]}),
    instrument("one/policy", "usage-policy", {"compete": ["?2024-01-01..2024-09-01"]}),
    instrument("cloud/terms", "provider-terms", {"compete": ["2024-06-01"]}),
    instrument("state/act", "statute", {"duty": ["2025-08-01"], "later": ["2027-01-01"]}),
    instrument("licence/nc", "model-licence", {"share": ["~2022-01-01"]}),
)


def governed(route: str, plan: str, start: str, end: str | None, *texts: str) -> dict[str, Any]:
    """A row of the table of governing texts."""
    return {"route": [route], "plan": [plan], "from": start, "to": end, "instruments": texts}


GATEWAY = Provider.model_validate(
    {
        "name": "Gateway",
        "aliases": ["gateway"],
        "passes_on": True,
        "verified_on": "2026-01-01",
        "assurance": "full-text",
    }
)
ONE = Provider.model_validate(
    {"name": "One", "country": "US", "aliases": ["one"]}
    | CHECKED
    | {
        "governed": [
            governed("direct", "api", "2023-01-01", "2024-01-01", "one/terms"),
            governed("direct", "api", "2024-01-01", None, "one/terms", "one/policy"),
            governed("direct", "consumer", "2023-01-01", None, "one/consumer"),
            governed("cloud", "api", "2023-06-01", None, "cloud/terms"),
        ]
    }
)


def ancestry(kind: str, role: str, name: str, by: str = "Other lab") -> dict[str, Any]:
    """A documented past of one step."""
    step = {"kind": kind, "inputs": {role: [name]}, "by": by, "period": "2024-02"}
    return {"steps": [step], "documented_at": "a paper", "assurance": "secondary"}


MODELS = (
    {"id": "free", "developer": "fr", "names": ["base/free"], "licence": "free"},
    {"id": "nc", "developer": "cn", "names": ["base/nc"], "licence": "nc", "released": "2023-05-01"},
    {
        "id": "heir",
        "developer": "us",
        "names": ["base/heir"],
        "ancestry": ancestry("finetune", "data", "rows/known"),
    },
)


WORDS = {
    "says": {"nothing": ["unknown"], "none": ["none"], "other": ["other"], "mixed": ["mixed"]},
    "dropped": ["the"],
}


def _registry() -> Registry:
    table = read_yaml(policies_folder() / "registry" / "relations.yaml", name="relations.yaml")
    model = {"family": "base", "assurance": "full-text"}
    party = {"source": {"where": "its page", "read": "2026-01-01"}, "assurance": "secondary"}
    rows = {
        "id": "known",
        "names": ["rows/known"],
        "publisher": "other",
        "licence": "nc",
        "ancestry": ancestry("generate", "teacher", "one-chat-1"),
        "assurance": "full-text",
    }
    chat = {
        "id": "chat",
        "provider": "one",
        "family": "chat",
        "names": ["one-chat[-{number}]"],
        "released": "2023-03-01",
    }
    records = {
        "parties": {key: {"name": "Base", "country": key.upper(), **party} for key in ("fr", "cn", "us")}
        | {"other": {"name": "Other lab", "country": "US", **party}},
        "models": [model | given for given in MODELS],
        "datasets": [rows],
        "services": [chat],
    }
    licences = [
        {
            "id": "free",
            "title": "Free",
            "kind": "model",
            "traits": ["permissive"],
            "notice": ["Free Licence, (c) Maker"],
        },
        {"id": "nc", "title": "NC", "kind": "model", "traits": ["non-commercial"]},
        {"id": "sa", "title": "SA", "kind": "data", "traits": ["share-alike"]},
    ]
    return Registry(
        relations=Relations.model_validate(table.data),
        providers={"one": ONE, "gateway": GATEWAY},
        catalogue=Catalogue.of(Records.model_validate(records)),
        licences={str(given["id"]): LicenceRecord.model_validate(given | CHECKED) for given in licences},
        words=(LicenceWords.model_validate(WORDS),),
    )


_FACTS: dict[str, dict[str, Any]] = {
    "release.function": {"type": "word", "words": ["general-purpose", "code", "classifier"]},
    "release.access": {"type": "word", "words": ["open-weights", "api", "internal"]},
    "release.commercial": {"type": "yes-no"},
    "release.markets": {"type": "places"},
    "release.notices": {"type": "words"},
    "release.date": {"type": "date"},
    "release.flop": {"type": "number"},
    "release.base_flop": {"type": "number"},
    "publisher.kind": {"type": "word", "words": ["company", "university"]},
    "publisher.users": {"type": "number"},
    "party.accepted": {"type": "yes-no"},
    "party.permission": {"type": "yes-no", "closed": True},
    "step.authorised": {"type": "yes-no", "closed": True},
    "step.commissioned": {"type": "yes-no", "closed": True},
    "step.incident": {"type": "yes-no", "closed": True},
    "step.purpose": {"type": "word", "words": ["training", "other"]},
    "step.period": {"type": "date"},
    "step.role": {"type": "word"},
    "source.released": {"type": "date"},
    "source.cleared": {"type": "yes-no"},
    "source.route": {"type": "word", "words": ["direct", "cloud"]},
    "source.plan": {"type": "word", "words": ["api", "consumer"]},
}
FACTS = {
    name: FactEntry.model_validate({**entry, "question": f"What is {name} of {{subject}}?"})
    for name, entry in _FACTS.items()
}
_RIVAL = {
    "narrow": {
        "all": [
            {"fact": "release.function", "is": "general-purpose"},
            {"fact": "release.commercial", "is": True},
        ]
    },
    "plain": {"fact": "release.function", "in": ["general-purpose", "code"]},
    "broad": {"always": "yes", "because": "any model"},
}
DEFINITIONS = {
    "rival": Definition.model_validate({"title": "Rival", "folds": "…", "test": {"readings": _RIVAL}})
}


def world(*rules: Mapping[str, Any], registry: Registry | None = None) -> Knowledge:
    """Knowledge with these rules; each is completed with what every rule must say."""
    words = {
        "title": "Rule", "status": "in-force", "norm": "prohibition", "says": "…", "consequence": "…",
        "what_to_do": ["drop-input"], "does_not_cover": "…", "about": {"source": {"kind": "service"}},
        "parties": ["caller", "releaser", "recipient"],
    }  # fmt: skip
    head = {"id": "small", "title": "Small", "family": "house", "version": "1"}
    given = [{**words, "id": f"small/r{n}", **rule} for n, rule in enumerate(rules)]
    packs = (Pack.model_validate({"pack": head, "rules": given}),) if given else ()
    instruments = {one.id: one for one in INSTRUMENTS}
    return Knowledge(packs, instruments, DEFINITIONS, FACTS, registry or REGISTRY, ())


REGISTRY = _registry()

CHAT: dict[str, Any] = {
    "kind": "service",
    "name": "one-chat-1",
    "provider": "one",
    "route": "direct",
    "plan": "api",
}
RELEASE: dict[str, Any] = {
    "artifact": "m", "date": "2025-09-01", "license": "free", "access": "open-weights", "commercial": True,
    "function": "general-purpose",
}  # fmt: skip


def manifest(**given: Any) -> Manifest:
    """A manifest: a model trained on rows that a service wrote, with parts replaced."""
    default = {
        "lineage": 1,
        "project": {"id": "p"},
        "publisher": {"name": "Lab", "kind": "company"},
        "artifacts": {"chat": CHAT, "rows": {"kind": "dataset"}, "m": {"kind": "model"}},
        "steps": [
            {"id": "gen", "kind": "generate", "inputs": {"teacher": "chat"}, "outputs": ["rows"], "period": "2025-02"},
            {"id": "tune", "kind": "finetune", "inputs": {"data": "rows"}, "outputs": ["m"], "period": "2025-03"},
        ],
        "releases": [RELEASE],
    }  # fmt: skip
    return Manifest.model_validate({**default, **given})


def lineage(given: Manifest) -> Lineage:
    """The lineage of a manifest in the small world."""
    return resolve(given, REGISTRY)


def evaluated(
    knowledge: Knowledge, given: Manifest | None = None, as_of: datetime.date = AS_OF
) -> Evaluation:
    """The findings for a manifest."""
    return evaluate(resolve(given or manifest(), knowledge.registry), knowledge, as_of)


def finding(
    rule: Mapping[str, Any], given: Manifest | None = None, party: str = "bound-party", source: str = "chat"
) -> Finding | None:
    """The one finding of a rule for a party and source, None where there is none."""
    found = [f for f in evaluated(world(rule), given).findings if (f.party, f.source) == (party, source)]
    assert len(found) <= 1
    return found[0] if found else None


def without_packs(knowledge: Knowledge) -> Knowledge:
    """The same knowledge with no rule in it."""
    return replace(knowledge, packs=())
