"""Pydantic's view of a shape, made when somebody needs a message, a schema or a text of it.

The model is a class of its own with the same name, fields and checks; what it makes are values of the shape itself.
"""

from __future__ import annotations

import functools
import types
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter, model_validator
from pydantic_core import InitErrorDetails, ValidationError


class _Twin(BaseModel):
    """What all models of shapes have in common."""

    # They are made ready when the first document of theirs is checked: a run needs few of them.
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


@functools.cache
def adapter(shape: Any) -> TypeAdapter[Any]:
    """What pydantic does with values of a shape."""
    return TypeAdapter(shape)


def schema_of(shape: Any, handler: Any) -> Any:
    """The core schema of a shape: that of its model, whose values are the shape's."""
    schema = handler.generate_schema(_model(shape))
    try:
        inner = handler.resolve_ref_schema(schema)
        while inner["type"] != "model":
            inner = handler.resolve_ref_schema(inner["schema"])
    except LookupError:  # a model that holds itself is still being described
        return schema
    inner["cls"] = shape
    return schema


@functools.cache
def _model(shape: Any) -> Any:
    content: dict[str, Any] = {
        "__module__": shape.__module__,
        "__qualname__": shape.__qualname__,
        "__doc__": shape.__doc__,
        "model_config": shape.model_config,
        "__annotations__": {name: vars(shape)["__annotations__"][name] for name in shape.__own__},
    }
    for name, said in shape.__own__.items():
        if said.said or not said.required:
            content[name] = said.real()
    for name, check in vars(shape).items():
        if hasattr(check, "__looks_over__"):
            content[name] = model_validator(mode="after")(check)
    base = shape.__mro__[1]
    bases = (_model(base),) if getattr(base, "model_fields", None) else (_Twin,)
    return types.new_class(shape.__name__, bases, exec_body=lambda body: body.update(content))


def refused(title: str, field: str) -> ValidationError:
    """The error of whoever would change a value."""
    fault = InitErrorDetails(type="frozen_instance", loc=(field,), input=None)
    return ValidationError.from_exception_data(title, [fault])
