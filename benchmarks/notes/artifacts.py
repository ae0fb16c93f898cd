"""Nodes of a note as artifacts of a manifest."""

from __future__ import annotations

import re
from typing import Any

from benchmarks.notes import licences, services
from benchmarks.notes.actors import Actors
from benchmarks.notes.lookups import Lookups
from benchmarks.notes.organisations import countries, names_nobody
from benchmarks.notes.reading import NodeNote, Note
from compliance.model.shape import ArtifactKind

COUNTRY_CODES = {
    "china": "CN", "prc": "CN", "france": "FR", "germany": "DE", "usa": "US", "united states": "US",
    "united kingdom": "GB", "uk": "GB", "south korea": "KR", "korea": "KR", "japan": "JP", "canada": "CA",
    "india": "IN", "brazil": "BR", "israel": "IL", "russia": "RU", "switzerland": "CH", "netherlands": "NL",
    "italy": "IT", "spain": "ES", "singapore": "SG", "taiwan": "TW", "uae": "AE", "united arab emirates": "AE",
    "vietnam": "VN", "australia": "AU", "sweden": "SE", "finland": "FI", "poland": "PL", "norway": "NO",
    "austria": "AT", "denmark": "DK", "hong kong": "HK", "saudi arabia": "SA",
}  # fmt: skip
ORIGINS: tuple[tuple[str, str], ...] = (
    (
        r"crawl|scrap|\bweb\b|\bpdfs?\b|\bdump\b|common crawl|sharegpt|pile\b|laion|\bc4\b|gathered from",
        "web",
    ),
    (
        r"employee|staff|volunteer|hand-?written|human[- ]written|self-written|visitors|crowd-?work|essays|"
        r"annotators|experts",
        "people",
    ),
)
UNDISCLOSED = re.compile(
    r"(data|teachers?|sources?|ancestry|lineage)\s+(is |are |was |were )?(undisclosed|undocumented|"
    r"not disclosed|unknown|secret)|"
    r"undisclosed (data|mix|sources?|teachers?)|undocumented",
    re.IGNORECASE,
)
DISCLOSES_TRAINED = re.compile(r"models? (trained|tuned|built)[^.]*(research|non-?commercial)", re.IGNORECASE)
_VAGUE_OWN = re.compile(r"(its |their |his )?own( licen[cs]e| agreement| terms)?", re.IGNORECASE)


def codes(text: str) -> list[str]:
    """Country codes of the countries that a text names; a name without a code stays as it is."""
    return [COUNTRY_CODES.get(name.lower(), name) for name in countries(text)]


def codes_of(markets: tuple[str, ...]) -> list[str]:
    """Markets with country codes; `worldwide` and regions stay as they are."""
    parts = [part.strip() for market in markets for part in re.split(r"[,/;]| and ", market)]
    return [COUNTRY_CODES.get(part.lower(), part) for part in parts if part]


class Artifacts:
    """Builds artifacts from nodes."""

    def __init__(
        self,
        note: Note,
        actors: Actors,
        kinds: dict[str, ArtifactKind],
        released: list[str],
        lookups: Lookups,
    ) -> None:
        """`kinds` are the artifact kinds by node id, `released` the ids of released nodes."""
        self.note, self.actors, self.kinds, self.released = note, actors, kinds, released
        self.lookups = lookups
        self.written = {key for step in note.steps for key in step.outputs}

    def of(self, node: NodeNote) -> dict[str, Any]:
        """One artifact, in the syntax of the manifest."""
        kind = self.kinds[node.id]
        made: dict[str, Any] = {"kind": kind}
        if node.name:
            made["name"] = node.name[:300]
        if node.developer and not names_nobody(node.developer):
            made["developer"] = node.developer[:300]
        if where := codes(node.country):
            made["country"] = where
        if kind == "service":
            made["route"] = services.route(node.name, node.terms)
            made["plan"] = services.plan(node.name, node.terms)
        else:
            made.update(self._licence(node, kind))
        if kind == "dataset":
            made["origin"] = self._origin(node)
        elif kind != "service" and node.id not in self.written and self.actors.is_releaser(node.developer):
            made["origin"] = "own"
        made.update(self._disclosure(node))
        return made

    def _licence(self, node: NodeNote, kind: ArtifactKind) -> dict[str, Any]:
        text = node.licence or ("" if kind == "service" else node.terms)
        declared = licences.split_licence(self.note.release.licence)
        if node.id in self.released and (
            _VAGUE_OWN.fullmatch(text) or (declared and licences.VAGUE.fullmatch(text))
        ):
            return {}
        if self.lookups.is_unsettled(text):
            return {"license": text[:300]}
        mine, beside = licences.about(licences.split_licence(text, several=node.name), kind)
        made: dict[str, Any] = {}
        if mine:
            made["license"] = mine[0].licence[:300]
            mine = [mine[0], *(said for said in mine[1:] if said.where != "earlier")]
        if statements := [statement(said) for said in (*mine[1:], *beside)]:
            made["statements"] = statements
        return made

    def _origin(self, node: NodeNote) -> str:
        writers = [self.actors.of_step(step) for step in self.note.steps if node.id in step.outputs]
        if writers and all(maker is None for maker in writers):
            return "own" if self.actors.is_releaser(node.developer) else "third-party"
        text = f"{node.name} {node.developer}".lower()
        for pattern, word in ORIGINS:
            if re.search(pattern, text):
                return word
        if self.actors.is_releaser(node.developer):
            # Rights that the note calls unknown are not the releaser's own.
            return "unknown" if node.licence.lower() in ("unknown", "unclear") else "own"
        return "unknown" if names_nobody(node.developer) else "third-party"

    def _disclosure(self, node: NodeNote) -> dict[str, Any]:
        notes = [step.note for step in self.note.steps if node.id in step.outputs]
        made: dict[str, Any] = {}
        if re.search(r"trained models|models trained", node.licence, re.IGNORECASE):
            made["facts"] = {"limits_trained_models": "yes"}
        if re.search(r"\b(then|later|changed|formerly|previously)\b", node.licence, re.IGNORECASE):
            made.setdefault("facts", {})["licence_changed"] = "yes"
        if any(UNDISCLOSED.search(text) for text in (node.name, node.licence, *notes)):
            made["documented"] = "no"
        if node.says:
            made["note"] = node.says
            if DISCLOSES_TRAINED.search(node.says):
                made.setdefault("facts", {})["limits_trained_models"] = "yes"
        return made


def statement(said: licences.Said) -> dict[str, str]:
    """One statement in the syntax of the manifest."""
    made = {"license": said.licence[:300], "where": (said.where or "note")[:300]}
    return made if said.about == "this" else {**made, "about": said.about}
