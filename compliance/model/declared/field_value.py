"""Facts that are fields of a manifest too, as that field holds them: `Deutschland` is `DE`, and `true` is `yes`."""

from __future__ import annotations

from typing import Any

from compliance.model.declared.manifest import Publisher, Release, Step
from compliance.model.shapes.quick import Misfit, read

Entry = Publisher | Release | Step
HOLDERS: dict[str, type[Entry]] = {"publisher": Publisher, "release": Release, "step": Step}
"""The entry of a manifest by the first word of the facts that are its fields."""
_LEAST: dict[type[Entry], dict[str, Any]] = {
    Publisher: {"name": "x"},
    Release: {"artifact": "x"},
    Step: {"id": "x", "kind": "train"},
}


def with_field(holder: type[Entry], key: str, value: object) -> dict[str, Any]:
    """The least entry that has one field: what a document would have to hold to state it."""
    return {**_LEAST[holder], key: value}


def as_field(holder: type[Entry], key: str, value: object) -> Any:
    """A value as an entry holds it in one of its fields. Raises `ValueError` for one that it cannot hold."""
    written = with_field(holder, key, list(value) if isinstance(value, tuple) else value)
    try:
        entry = read(holder, written)
    except Misfit:
        entry = holder.model_validate(written)
    return getattr(entry, key)
