"""Documents of other standards that name upstreams: which standard a tree follows, and its reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from compliance.acquire.bom.croissant import read_croissant
from compliance.acquire.bom.cyclonedx import read_cyclonedx
from compliance.acquire.bom.spdx import read_spdx
from compliance.acquire.card import ReadProse
from compliance.acquire.found import Found
from compliance.acquire.tree import mapping, texts

READERS: Mapping[str, Callable[[object, str, ReadProse], Found]] = {
    "cyclonedx": read_cyclonedx,
    "spdx": read_spdx,
    "croissant": read_croissant,
}


def foreign_format(tree: object) -> str | None:
    """Name of the standard that a document follows; None where it is none of those read here."""
    told = mapping(tree)
    if told.get("bomFormat") == "CycloneDX":
        return "cyclonedx"
    context = " ".join(texts(told.get("@context")))
    if "spdx.org/rdf/3" in context or "spdx.org/v3" in context:
        return "spdx"
    conforms = " ".join(texts(told.get("conformsTo")) + texts(told.get("dct:conformsTo")))
    is_dataset = str(told.get("@type") or "").split(":")[-1].split("/")[-1] == "Dataset"
    inner = mapping(told.get("@context"))
    if "croissant" in conforms or (
        is_dataset and ("cr" in inner or "ml" in inner or "recordSet" in told or "distribution" in told)
    ):
        return "croissant"
    return None


def read_foreign(tree: object, name: str, prose: ReadProse) -> Found:
    """What a document of a known standard says."""
    known = foreign_format(tree)
    return READERS[known](tree, name, prose) if known else Found()
