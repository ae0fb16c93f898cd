"""Values as JSON: what sheets tell, for programs."""

from __future__ import annotations

import datetime
import enum
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import BaseModel

from compliance.model.truth import Readings


def as_json(kind: str, values: Mapping[str, Any]) -> str:
    """Return values as one JSON document; `kind` names what it is, with the version of its form."""
    return json.dumps({"kind": kind, **_plain(values)}, indent=1, ensure_ascii=False) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, Readings):
        return value.words()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_none=True)
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, enum.Enum):
        return value.value
    return value.isoformat() if isinstance(value, datetime.date) else value
