"""Documents of other standards that name upstreams: which standard a tree follows, and its reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from compliance.acquire.bom.croissant import read_croissant
from compliance.acquire.bom.cyclonedx import read_cyclonedx
from compliance.acquire.bom.openlineage import is_event, read_openlineage
from compliance.acquire.bom.prov import read_prov
from compliance.acquire.bom.provenance_record import is_record, read_record
from compliance.acquire.bom.spdx import read_spdx
from compliance.acquire.found import Found
from compliance.acquire.pipelines.distilabel import is_distilabel, read_distilabel
from compliance.acquire.pipelines.dvc import is_dvc, read_dvc
from compliance.acquire.pipelines.mlflow import is_mlmodel, is_run_dataset, read_mlmodel, read_run_dataset
from compliance.acquire.pipelines.monai import is_bundle, read_bundle
from compliance.acquire.prose.upstreams import ReadProse
from compliance.acquire.tree import mapping, texts
from compliance.acquire.unread import tell_unread

READERS: Mapping[str, Callable[[object, str, ReadProse], Found]] = {
    "cyclonedx": read_cyclonedx,
    "spdx": read_spdx,
    "croissant": read_croissant,
    "prov": read_prov,
    "openlineage": read_openlineage,
    "data-provenance": read_record,
    "dvc": read_dvc,
    "mlflow": read_mlmodel,
    "mlflow-dataset": read_run_dataset,
    "distilabel": read_distilabel,
    "monai": read_bundle,
}
_PROV = ("entity", "activity", "agent", "wasGeneratedBy", "used", "wasDerivedFrom", "wasAssociatedWith", "bundle",
         "wasInformedBy", "wasAttributedTo", "hadMember", "specializationOf", "alternateOf")  # fmt: skip


def foreign_format(tree: object) -> str | None:
    """Name of the standard that a document follows; None where it is none of those read here."""
    return next((name for name, fits in _FITS if fits(tree)), None)


def read_foreign(tree: object, name: str, prose: ReadProse) -> Found:
    """What a document of a known standard says."""
    known = foreign_format(tree)
    return read_as(known, tree, name, prose) if known else Found()


def read_as(form: str, tree: object, name: str, prose: ReadProse) -> Found:
    """What a document of one of `READERS` says, and what it names where its reader does not look."""
    found = READERS[form](tree, name, prose)
    tell_unread(tree, name, prose, form, found)
    return found


def _is_cyclonedx(tree: object) -> bool:
    return mapping(tree).get("bomFormat") == "CycloneDX"


def _is_spdx(tree: object) -> bool:
    context = " ".join(texts(mapping(tree).get("@context")))
    return "spdx.org/rdf/3" in context or "spdx.org/v3" in context


def _is_croissant(tree: object) -> bool:
    told = mapping(tree)
    conforms = " ".join(texts(told.get("conformsTo")) + texts(told.get("dct:conformsTo")))
    is_dataset = str(told.get("@type") or "").split(":")[-1].split("/")[-1] == "Dataset"
    inner = mapping(told.get("@context"))
    return "croissant" in conforms or (
        is_dataset and ("cr" in inner or "ml" in inner or "recordSet" in told or "distribution" in told)
    )


def _is_prov(tree: object) -> bool:
    """Records under PROV's words, each a mapping of identifiers to what is said, with prefixes beside them."""
    told = mapping(tree)
    parts = [told, *(mapping(one) for one in mapping(told.get("bundle")).values())]
    named = any(isinstance(part.get(key), dict) for part in parts for key in _PROV)
    terms = any(
        str(key).startswith("prov:")
        for part in parts for kind in _PROV for one in mapping(part.get(kind)).values() for key in mapping(one)
    )  # fmt: skip
    return named and ("prefix" in told or terms)


_FITS: Sequence[tuple[str, Callable[[object], bool]]] = (
    ("cyclonedx", _is_cyclonedx),
    ("spdx", _is_spdx),
    ("croissant", _is_croissant),
    ("openlineage", is_event),
    ("data-provenance", is_record),
    ("mlflow", is_mlmodel),
    ("mlflow-dataset", is_run_dataset),
    ("distilabel", is_distilabel),
    ("dvc", is_dvc),
    ("monai", is_bundle),
    ("prov", _is_prov),
)
