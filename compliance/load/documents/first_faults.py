"""Whether a very large document fits its shape, told by the first fault of each list.

A list of some hundred thousand empty entries has a million faults, which take memory by the gigabyte before the first
of them can be said. A check that leaves a list at its first fault takes what the document itself takes.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import SchemaValidator

_LISTS = frozenset(("list", "tuple", "set", "frozenset"))


def check_first(shape: type[BaseModel], data: object) -> None:
    """Do nothing where the data fits the shape. Raises `pydantic.ValidationError` with one fault for each list."""
    _validator(shape).validate_python(data)


@functools.cache
def _validator(shape: type[BaseModel]) -> SchemaValidator:
    from pydantic_core import SchemaValidator

    return SchemaValidator(_leaving_early(shape.__pydantic_core_schema__))


def _leaving_early(schema: Any) -> Any:
    """A core schema in which every list is left at its first fault."""
    if isinstance(schema, list | tuple):
        return type(schema)(_leaving_early(one) for one in schema)
    if not isinstance(schema, dict):
        return schema
    held = {key: _leaving_early(value) for key, value in schema.items()}
    kind = held.get("type")  # of the fields of a shape, one may be called so
    return {**held, "fail_fast": True} if isinstance(kind, str) and kind in _LISTS else held
