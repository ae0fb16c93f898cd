"""MLflow: the `MLmodel` of a logged model, data sets and parameters of runs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from compliance.acquire.config import read_leaf
from compliance.acquire.config_keys import KEYS
from compliance.acquire.found import Found
from compliance.acquire.names import BY_FOLDER, folder_name, hub_name, is_hub_name, is_local, is_remote
from compliance.acquire.prose.upstreams import ReadProse
from compliance.acquire.tree import Placed, line_of, mapping, mappings, number, texts
from compliance.model.declared.sighting import Lost, MentionRelation, Published, Sighting, Statement
from compliance.model.shapes.location import Location
from compliance.model.shapes.shape import ArtifactKind

FIELDS: Mapping[str, MentionRelation] = {
    "source_model_name": "base",
    "base_model": "base",
    "base_model_name": "base",
    "base_model_name_or_path": "base",
    "foundation_model": "base",
    "pretrained_model": "base",
    "training_dataset": "data",
    "train_dataset": "data",
    "dataset": "data",
    "teacher_model": "generated-by",
}
"""Fields of a flavour, or of the metadata that people add, to what the thing that they name was."""
PARAMETER = "MLflow, parameter"
"""How a name was seen that a run was given."""
MOST_VALUE = 200
_SERVED = ("serving_endpoint", "function", "vector_search_index", "uc_connection")
_LICENCES = ("license", "licence")


def is_mlmodel(tree: object) -> bool:
    """Whether a document is the `MLmodel` of a logged model."""
    told = mapping(tree)
    return bool(mapping(told.get("flavors"))) and bool(
        {"mlflow_version", "run_id", "model_uuid", "utc_time_created", "artifact_path"} & told.keys()
    )


def is_run_dataset(tree: object) -> bool:
    """Whether a document describes a data set that a run used."""
    return {"digest", "source", "source_type"} <= mapping(tree).keys()


def read_mlmodel(tree: object, name: str, prose: ReadProse) -> Found:
    """What a logged model was loaded from, and what it serves from elsewhere."""
    found, told = Found(), mapping(tree)
    for path in texts(told.get("artifact_path")):
        found.published.append(Published("model", path.rsplit("/", 1)[-1], Location(name, line_of(path), 1)))
    for flavour, fields in mapping(told.get("flavors")).items():
        _fields(mapping(fields), name, f"MLmodel, {flavour}", found)
    _fields(mapping(told.get("metadata")), name, "MLmodel, metadata", found)
    for key in _LICENCES:
        for value in texts(mapping(told.get("metadata")).get(key)):
            place = Location(name, line_of(value), 1)
            found.statements.append(Statement("licence", "", str(value), place, f"{key}: {value}"))
    for kind, entries in mapping(mapping(told.get("resources")).get("databricks")).items():
        named = [each for entry in mappings(entries) for each in texts(entry.get("name"))]
        for one in (*texts(entries), *named):
            if kind == "serving_endpoint":
                _sight(str(one), "component", line_of(one), name, "MLmodel, resources", "service", found)
            elif kind in _SERVED:
                found.lost.append(Lost(Location(name, line_of(one), 1), f"{kind} {one} has no place here"))
    if "signature" in told:
        found.lost.append(Lost(Location(name, line_of(told["signature"]), 1), "signature has no place here"))
    return found


def _fields(fields: Mapping[str, Any], name: str, how: str, found: Found) -> None:
    for key, relation in FIELDS.items():
        for value in texts(fields.get(key)):
            kind: ArtifactKind = "dataset" if relation == "data" else "model"
            _sight(str(value), relation, line_of(value), name, f"{how}, {key}", kind, found)


def _sight(
    value: str, relation: MentionRelation, line: int, name: str, how: str, kind: ArtifactKind, found: Found
) -> None:
    place, local = Location(name, line, 1), is_local(value) and not is_remote(value)
    told = (folder_name(value) if kind == "model" else None) if local else hub_name(value) or value
    if told and value.strip():
        how = f"{how}{BY_FOLDER}" if local else how
        found.sightings.append(Sighting(told, relation, place, "config", how, value, kind, if_known=local))
    elif value.strip():
        found.lost.append(Lost(place, f"{value} is of one's own machine; what it comes from is not told"))


def read_run_dataset(tree: object, name: str, prose: ReadProse) -> Found:
    """A data set that a run used: by the hub's name, by address, else by the name that it was logged under."""
    found, told = Found(), mapping(tree)
    source = next(iter(texts(told.get("source"))), "")
    kind = str(told.get("source_type") or "")
    path = _path_of(source)
    called = (
        hub_name(path) if "hugging" in kind or "huggingface" in path else path if is_remote(path) else None
    )
    place = Location(name, line_of(told.get("source") or told), 1)
    if called:
        how = "MLflow, data set of a run"
        found.sightings.append(Sighting(called, "data", place, "config", how, source[:200], "dataset"))
    elif kind != "code":
        found.reads.append((path or str(told.get("name") or "data set of a run"), place))
    return found


def _path_of(source: str) -> str:
    """Where the rows of a source lie; MLflow writes sources as JSON within a text."""
    try:
        inner = mapping(json.loads(source))
    except (ValueError, RecursionError):
        return source
    return next((str(inner[key]) for key in ("path", "url", "uri") if isinstance(inner.get(key), str)), "")


def read_parameter(text: str, name: str) -> Found:
    """A parameter of a run: a file that is called as the parameter, and holds its value."""
    found = Found()
    key = name.rsplit("/", 1)[-1].lower()
    value = text.strip()
    if key in KEYS and (is_hub_name(value) or KEYS[key] == "base") and "\n" not in value:
        read_leaf((key,), Placed.at(value, 1), name, PARAMETER, found)
    elif KEYS.get(key) == "data" and value and "\n" not in value and number(value) is None:
        found.reads.append((value[:MOST_VALUE], Location(name, 1, 1)))
    return found
