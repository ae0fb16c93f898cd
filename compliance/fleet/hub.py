"""Metadata of a hub, one record a line, as its interface for models and data sets gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from compliance.acquire.card import FUNCTIONS, is_unread, licence_of, names_of
from compliance.fleet.rows import ArtifactRow, EdgeRow, Row

_STEPS = {
    "finetune": ("finetune", "base"), "adapter": ("finetune", "base"), "merge": ("merge", "base"),
    "quantized": ("quantise", "base"),
}  # fmt: skip
"""Kind of relation to a base model: the step and the role of what it was made from."""
_DATA = ("finetune", "data")
_OF_DATA = ("task_categories:", "size_categories:", "annotations_creators:", "modality:", "format:")
_BASE = "base_model:"
_SET = "dataset:"
_MADE_OF = "source_datasets:"
_BASES = ("base_model", "base_models", "duplicated_from")
_SETS = ("datasets", "dataset", "train_datasets")
_SOURCES = ("source_datasets",)
_TEACHERS = ("teacher_model", "teacher_models")
_NO_NAME = ("original", "extended", "other")
"""What a data set's card says of its sources where it names none."""


def is_hub_record(record: Mapping[str, Any]) -> bool:
    """Whether a line is a record of a hub rather than a plain row."""
    named = isinstance(record.get("id") or record.get("modelId"), str)
    return named and bool({"tags", "cardData", "modelId", "pipeline_tag", "createdAt"} & record.keys())


def rows(record: Mapping[str, Any]) -> Iterator[Row]:
    """The artifact of a record, and what it says that it was made from."""
    key = record.get("id") or record.get("modelId")
    if not isinstance(key, str) or not key:
        return
    card = record.get("cardData")
    front: Mapping[str, Any] = card if isinstance(card, Mapping) else {}
    told = record.get("tags")
    tags = [tag for tag in told if isinstance(tag, str)] if isinstance(told, list) else []
    kind = kind_of(record, tags)
    created = record.get("createdAt")
    pipeline = record.get("pipeline_tag") or front.get("pipeline_tag")
    yield ArtifactRow(
        key, kind,
        licence=_licence(front, tags),
        released=created[:10] if isinstance(created, str) else None,
        access=_access(record, kind),
        statements=_other_statement(front, tags),
        function="dataset" if kind == "dataset" else FUNCTIONS.get(str(pipeline)),
    )  # fmt: skip
    yield from _edges(key, kind, front, tags)


def kind_of(record: Mapping[str, Any], tags: list[str]) -> str:
    """Whether a record is of a model or of a data set."""
    if "modelId" in record or "pipeline_tag" in record or "library_name" in record:
        return "model"
    if "_id" in record and "sdk" not in record:
        # The interface's own records of models always have `modelId`.
        return "dataset"
    of_data = any(tag.startswith(_OF_DATA) for tag in tags) or "paperswithcode_id" in record
    return "dataset" if of_data else "model"


def _licence(front: Mapping[str, Any], tags: list[str]) -> str | None:
    return licence_of(front) or next((tag[8:] for tag in tags if tag.startswith("license:")), None)


def _other_statement(front: Mapping[str, Any], tags: list[str]) -> str | None:
    """The licence of a tag, where the card's own text says another."""
    said = licence_of(front)
    tagged = [tag[8:] for tag in tags if tag.startswith("license:")]
    differing = [one for one in tagged if said and one.lower() not in (said.lower(), "other", "unknown")]
    return "\n".join(differing) or None


def _access(record: Mapping[str, Any], kind: str) -> str | None:
    if record.get("private") or record.get("disabled"):
        return None
    gated = record.get("gated") not in (None, False)
    return "gated" if gated else "open-weights" if kind == "model" else "public"


def _edges(key: str, kind: str, front: Mapping[str, Any], tags: list[str]) -> Iterator[EdgeRow]:
    how = front.get("base_model_relation")
    said = how if isinstance(how, str) else None
    given: dict[str, str | None] = dict.fromkeys(_told(key, front, _BASES), said)
    for tag in tags:
        if tag.startswith(_BASE):
            relation, sign, name = tag[len(_BASE) :].partition(":")
            if sign and relation in _STEPS:
                given[name] = relation
            else:
                given.setdefault(tag[len(_BASE) :], None)
    several = "merge" if len(given) > 1 else "finetune"
    for name, how_made in given.items():
        step, role = _STEPS.get(how_made or several, _STEPS["finetune"])
        yield EdgeRow(key, name, "model", step, role, relation=how_made or "not said", child_kind=kind)
    into, as_what = _DATA if kind == "model" else ("mix", "data")
    named = _told(key, front, _SETS if kind == "model" else (*_SETS, *_SOURCES))
    told = _SET if kind == "model" else _MADE_OF
    named += [tag[len(told) :] for tag in tags if tag.startswith(told)]
    for name in dict.fromkeys(one.removeprefix("extended|") for one in named):
        if name not in _NO_NAME and not name.startswith("other-"):
            yield EdgeRow(key, name, "dataset", into, as_what, relation="dataset", child_kind=kind)
    for name in dict.fromkeys(_told(key, front, _TEACHERS)):
        step = "finetune" if kind == "model" else "generate"
        yield EdgeRow(key, name, None, step, "teacher", relation="teacher", child_kind=kind)


def _told(key: str, front: Mapping[str, Any], fields: Iterable[str]) -> list[str]:
    """The names that fields of a card give; one in which no name can be read stands as something unknown."""
    told = [one.strip() for field in fields for one in names_of(front, field)]
    unread = [f"{field} of {key}, which holds no name" for field in fields if is_unread(front, field)]
    return [*told, *unread]
