"""What shapes are made of: closed, frozen values that are written as pydantic models are, and need no pydantic.

A run needs the checks of few shapes and the messages of none, while making pydantic's models of all of them takes
longer than everything else it does. So a shape is a plain class that keeps what was said of its fields. A document is
read by `quick`; what that does not take, right or wrong, pydantic decides, by a model that `twin` makes of the same
class when it is first needed. Whoever checks types, and whoever asks pydantic, sees an ordinary model.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

__all__ = ["AfterValidator", "BeforeValidator", "Discriminator", "Field", "Lean", "Tag", "model_validator"]

if TYPE_CHECKING:
    from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, model_validator
    from pydantic import BaseModel as Lean
else:
    NOTHING: Any = object()
    """Stands for no default."""

    class _Mark:
        """Something said of a type, in the words of pydantic's class of the same name."""

        def __init__(self, *values: Any, **named: Any) -> None:
            self.values, self.named = values, named

        def real(self) -> Any:
            """Pydantic's own."""
            import pydantic

            return getattr(pydantic, type(self).__name__)(*self.values, **self.named)

        def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
            return self.real().__get_pydantic_core_schema__(source, handler)

    class AfterValidator(_Mark):
        """As pydantic's."""

    class BeforeValidator(_Mark):
        """As pydantic's."""

    class Discriminator(_Mark):
        """As pydantic's."""

    class Tag(_Mark):
        """As pydantic's."""

    class FieldSaid:
        """What is said of a field, or of a type by `Field`."""

        __is_annotated_types_grouped_metadata__ = True

        def __init__(self, default: Any = NOTHING, default_factory: Any = None, **said: Any) -> None:
            self.default = NOTHING if default is ... else default
            self.default_factory, self.said = default_factory, said
            self.alias = said.get("alias")

        def real(self) -> Any:
            """Pydantic's own."""
            import pydantic

            if self.default_factory is not None:
                return pydantic.Field(default_factory=self.default_factory, **self.said)
            return (
                pydantic.Field(**self.said)
                if self.default is NOTHING
                else pydantic.Field(self.default, **self.said)
            )

        def __iter__(self) -> Any:
            yield from self.real().metadata

        @property
        def required(self) -> bool:
            """Whether there is no default."""
            return self.default is NOTHING and self.default_factory is None

        def get_default(self, **_: Any) -> Any:
            """The value of a field that is not given; None where it has to be."""
            if self.default_factory is not None:
                return self.default_factory()
            return None if self.default is NOTHING else self.default

    Field = FieldSaid

    def model_validator(*, mode: str) -> Any:
        """As pydantic's, of a value that was read."""
        if mode != "after":
            raise TypeError("shapes are looked over when they are read, not before")

        def mark(check: Any) -> Any:
            check.__looks_over__ = True
            return check

        return mark

    class _Kind(type):
        """Keeps what was said of each field; what only pydantic's models have is asked of the twin."""

        def __new__(mcs, name: str, bases: Any, content: dict[str, Any]) -> Any:
            own: dict[str, FieldSaid] = {}
            for field, kind in content.get("__annotations__", {}).items():
                if field != "model_config" and not kind.startswith("ClassVar"):
                    given = content.pop(field, NOTHING)
                    own[field] = given if type(given) is FieldSaid else FieldSaid(given)
            content["__own__"] = own
            if bases:
                content["model_config"] = {**bases[0].model_config, **content.get("model_config", {})}
            if bases:
                content["__slots__"] = ()
            made = super().__new__(mcs, name, bases, content)
            made.model_fields = {**getattr(bases[0], "model_fields", {}), **own} if bases else own
            made.__checks__ = _checks(made)
            made.__takes__ = {said.alias or field: field for field, said in made.model_fields.items()}
            return made

        def __getattr__(cls, name: str) -> Any:
            if name in _OF_THE_TWIN:
                from compliance.model.shapes.twin import adapter

                return getattr(adapter(cls), _OF_THE_TWIN[name])
            raise AttributeError(f"type object {cls.__name__!r} has no attribute {name!r}")

    _OF_THE_TWIN = {
        "__pydantic_core_schema__": "core_schema",
        "__pydantic_serializer__": "serializer",
        "__pydantic_validator__": "validator",
        "model_json_schema": "json_schema",
        "model_validate_json": "validate_json",
    }

    def _checks(made: type) -> tuple[Any, ...]:
        found: dict[str, Any] = {}
        for base in reversed(made.__mro__):
            found |= {name: one for name, one in vars(base).items() if hasattr(one, "__looks_over__")}
        return tuple(found.values())

    class Lean(metaclass=_Kind):
        """A value with fields, some of which were given."""

        # Pydantic's core sets these when it makes a value.
        __slots__ = (
            "__dict__", "__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__", "__weakref__",
        )  # fmt: skip
        model_config: Any = MappingProxyType({})

        def __init__(self, /, **data: Any) -> None:
            from compliance.model.shapes.quick import Misfit, read_fields

            try:
                _become(self, *read_fields(type(self), data, self))
            except Misfit:
                type(self).__pydantic_validator__.validate_python(data, self_instance=self)

        @classmethod
        def model_validate(cls, data: Any) -> Any:
            """The value of some data. Raises pydantic's `ValidationError`."""
            from compliance.model.shapes.quick import Misfit, read

            try:
                return read(cls, data)
            except Misfit:
                return cls.__pydantic_validator__.validate_python(data)

        @classmethod
        def model_construct(cls, _fields_set: set[str] | None = None, **values: Any) -> Any:
            """A value out of values that are right as they are."""
            held = {}
            for field, said in cls.model_fields.items():
                if said.alias is not None and said.alias in values:
                    held[field] = values[said.alias]
                elif field in values:
                    held[field] = values[field]
                elif not said.required:
                    held[field] = said.get_default()
            made = cls.__new__(cls)
            _become(made, held, set(values) & held.keys() if _fields_set is None else _fields_set)
            return made

        def model_copy(self, *, update: Any = None, deep: bool = False) -> Any:
            """A value that differs by what is given, which is not checked."""
            import copy

            held, given = self.__dict__, self.__pydantic_fields_set__
            made = type(self).__new__(type(self))
            _become(
                made, copy.deepcopy(held) if deep else {**held, **(update or {})}, given | set(update or ())
            )
            return made

        @property
        def model_fields_set(self) -> set[str]:
            """The names of the fields that were given."""
            return self.__pydantic_fields_set__

        def model_dump(self, **asked: Any) -> Any:
            """The value as plain data, as pydantic has it."""
            return type(self).__pydantic_serializer__.to_python(self, **asked)

        def model_dump_json(self, **asked: Any) -> str:
            """The value as JSON, as pydantic has it."""
            return type(self).__pydantic_serializer__.to_json(self, **asked).decode()

        @classmethod
        def __get_pydantic_core_schema__(cls, _: Any, handler: Any) -> Any:
            from compliance.model.shapes.twin import schema_of

            return schema_of(cls, handler)

        def __eq__(self, other: object) -> bool:
            return self.__dict__ == other.__dict__ if type(other) is type(self) else NotImplemented

        def __hash__(self) -> int:
            return hash(tuple([self.__dict__[name] for name in type(self).model_fields]))

        def __repr__(self) -> str:
            return f"{type(self).__name__}({', '.join(f'{key}={value!r}' for key, value in self.__dict__.items())})"

        def __setattr__(self, name: str, _: Any) -> None:
            from compliance.model.shapes.twin import refused

            raise refused(type(self).__name__, name)

        def __delattr__(self, name: str) -> None:
            self.__setattr__(name, None)

        def __getstate__(self) -> Any:
            return self.__dict__, self.__pydantic_fields_set__

        def __setstate__(self, state: Any) -> None:
            _become(self, *state)

    _held = Lean.__dict__["__dict__"].__set__
    _given = Lean.__dict__["__pydantic_fields_set__"].__set__

    def _become(value: Any, held: dict[str, Any], given: set[str]) -> None:
        _held(value, held)
        _given(value, given)
