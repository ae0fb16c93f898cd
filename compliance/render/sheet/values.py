"""Values as JSON: what sheets tell, for programs."""

from __future__ import annotations

import datetime
import enum
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import TypeAdapter

from compliance.model.answered.exposure import Exposure
from compliance.model.answered.supposed import Alternative, Comparison, Outcome, Touched
from compliance.model.packs.truth import Readings
from compliance.model.shapes.shape import Shape

KINDS: Mapping[str, Mapping[str, Any]] = {
    "what-if": {"outcomes": tuple[Outcome, ...]},
    "exposure": {"origins": tuple[str, ...], "as_of": datetime.date, "exposures": tuple[Exposure, ...]},
    "comparison": {"comparison": Comparison},
    "variants": {"variants": tuple[str, ...], "answers": tuple[Alternative, ...]},
    "recall": {"upstream": str, "touched": tuple[Touched, ...]},
}
"""What a document of each kind holds beside its kind."""
VERSION = 1
_TRUTH = {"enum": ["no", "unknown", "yes"], "type": "string"}


def as_json(kind: str, values: Mapping[str, Any]) -> str:
    """Return values as one JSON document; `kind` names what it is, with the version of its form."""
    return json.dumps({"kind": kind, **_plain(values)}, indent=1, ensure_ascii=False) + "\n"


def schema_of(kind: str) -> dict[str, Any]:
    """The JSON Schema of the documents of a kind."""
    found: dict[str, Any] = {"kind": {"const": f"compliance/{kind}/{VERSION}"}}
    shared: dict[str, Any] = {}
    for name, shape in KINDS[kind].items():
        schema = TypeAdapter(shape).json_schema(mode="serialization")
        shared |= schema.pop("$defs", {})
        found[name] = schema
    shared |= {"Truth": _TRUTH} if "Truth" in shared else {}
    required = sorted(found)
    return {"title": kind, "type": "object", "properties": found, "required": required, "$defs": shared}


def _plain(value: Any) -> Any:
    if isinstance(value, Readings):
        return value.words()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Shape):
        return value.model_dump(mode="json", by_alias=True, exclude_none=True)
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, enum.Enum):
        return value.value
    return value.isoformat() if isinstance(value, datetime.date) else value
