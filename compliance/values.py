"""Dataclasses that are made in a tenth of the time: what they can do is generated when it is first asked for.

A check makes some hundred and fifty of them before it reads anything, and most of what the standard library would
generate for them is never called. What is called works as the standard library has it: `dataclasses.replace`,
`fields` and `is_dataclass` know these classes too.

An attribute declared as `Composed` may be given as `later(…)`: it is composed when somebody first reads it, so that
what nobody prints is never put into words. Whoever reads, compares, copies or pickles the value sees no difference.
"""

from __future__ import annotations

import itertools
import operator
from typing import TYPE_CHECKING, Any

from compliance.later import Composed, Later, later

__all__ = ["Composed", "dataclass", "field", "later", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    _NONE: Any = object()
    """Stands for no default."""

    class _Field:
        """What a class says of one of its attributes."""

        __slots__ = ("compare", "composed", "default", "default_factory", "init", "name", "repr", "type")

        def __init__(
            self, default: Any, default_factory: Any = _NONE, init: bool = True, repr: bool = True,  # noqa: A002
            compare: bool = True,
        ) -> None:  # fmt: skip
            self.default, self.default_factory = default, default_factory
            self.init, self.repr, self.compare, self.composed = init, repr, compare, False

    def field(
        *, default: Any = _NONE, default_factory: Any = _NONE, init: bool = True, repr: bool = True,  # noqa: A002
        compare: bool = True,
    ) -> Any:  # fmt: skip
        """As `dataclasses.field`."""
        return _Field(default, default_factory, init, repr, compare)

    def dataclass(*, frozen: bool = False, slots: bool = False, eq: bool = True, order: bool = False) -> Any:
        """As `dataclasses.dataclass`, for classes with slots."""
        if not slots:
            raise TypeError("values have slots")
        return lambda cls: _made(cls, frozen, eq, order)

    def replace(value: Any, /, **changes: Any) -> Any:
        """As `dataclasses.replace`."""
        cls = value.__class__
        found = cls.__dict__.get("__value_fields__")
        if found is None:
            import dataclasses

            return dataclasses.replace(value, **changes)
        for name, one in found.items():
            if one.init:
                if name not in changes:
                    # What was not read is handed on unread.
                    changes[name] = _slot(cls, name).__get__(value) if one.composed else getattr(value, name)
            elif name in changes:
                raise ValueError(f"{name!r} is not given to a value when it is made")
        return cls(**changes)

    def _made(cls: type, frozen: bool, eq: bool, order: bool) -> type:
        fields: dict[str, _Field] = {}
        inherited: set[str] = set()
        for base in reversed(cls.__mro__[1:]):
            held = base.__dict__.get("__value_fields__", {})
            fields |= held
            inherited |= held.keys()
        content = dict(cls.__dict__)
        for name, kind in content.get("__annotations__", {}).items():
            if not kind.startswith("ClassVar"):
                given = content.pop(name, _NONE)
                fields[name] = one = given if type(given) is _Field else _Field(given)
                one.name, one.type, one.composed = name, kind, kind.startswith("Composed[")
        for name in ("__dict__", "__weakref__"):
            content.pop(name, None)
        content["__slots__"] = tuple(name for name in fields if name not in inherited)
        content["__value_fields__"] = fields
        content["__match_args__"] = tuple(name for name, one in fields.items() if one.init)
        content.update(_methods(fields, frozen, eq, order, content))
        made = type(cls)(cls.__name__, cls.__bases__, content)
        for name, one in fields.items():
            if one.composed and name not in inherited:
                setattr(made, name, _Reading(made.__dict__[name]))
        made.__init__ = _first(made)  # type: ignore[misc]
        return made

    class _Reading:
        """An attribute that is composed when it is first read."""

        __slots__ = ("slot",)

        def __init__(self, slot: Any) -> None:
            self.slot = slot

        def __get__(self, value: Any, owner: Any = None) -> Any:
            if value is None:
                return self
            held = self.slot.__get__(value)
            if held.__class__ is Later:
                held = held.value()
                self.slot.__set__(value, held)
            return held

        def __set__(self, value: Any, given: Any) -> None:
            self.slot.__set__(value, given)

    def _slot(cls: Any, name: str) -> Any:
        """Where a value keeps an attribute, whether it was read or not."""
        held = getattr(cls, name)
        return held.slot if held.__class__ is _Reading else held

    def _methods(fields: Any, frozen: bool, eq: bool, order: bool, own: Any) -> dict[str, Any]:
        made: dict[str, Any] = {
            "__repr__": _repr, "__getstate__": _state, "__setstate__": _restore, "__dataclass_fields__": _Described(),
            "__dataclass_params__": _Params(frozen, eq, order),
        }  # fmt: skip
        if eq:
            made |= _comparing([name for name, one in fields.items() if one.compare], order)
            made["__hash__"] = made["__hash__"] if frozen else None
        else:
            made["__hash__"] = object.__hash__
        if frozen:
            made |= {"__setattr__": _refuse, "__delattr__": _refuse}
        return {name: method for name, method in made.items() if name not in own}

    def _comparing(names: list[str], order: bool) -> dict[str, Any]:
        if len(names) > 1:
            key = operator.attrgetter(*names)
        else:
            key = lambda value: tuple(getattr(value, name) for name in names)  # noqa: E731

        def __eq__(self: Any, other: Any) -> Any:  # noqa: N807
            return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

        def __hash__(self: Any) -> int:  # noqa: N807
            return hash(key(self))

        made: dict[str, Any] = {"__eq__": __eq__, "__hash__": __hash__}
        for sign in ("lt", "le", "gt", "ge") if order else ():
            made[f"__{sign}__"] = _compared(key, getattr(operator, sign))
        return made

    def _compared(key: Any, sign: Any) -> Any:
        return lambda self, other: (
            sign(key(self), key(other)) if other.__class__ is self.__class__ else NotImplemented
        )

    _FEW = 40
    """As many values of a class are made before an initialiser of its own is compiled: most have no more."""

    def _first(cls: type) -> Any:
        """An initialiser that makes the real one when several values have been made."""
        made = itertools.count(1)
        planned: list[tuple[str, Any, Any, Any]] = []

        def __init__(self: Any, *values: Any, **named: Any) -> None:  # noqa: N807
            if next(made) <= _FEW and _filled(self, planned or _plan(cls, planned), values, named):
                return
            if cls.__dict__["__init__"] is __init__:
                cls.__init__ = _initialiser(cls)  # type: ignore[misc]
            cls.__init__(self, *values, **named)  # type: ignore[misc]

        return __init__

    def _plan(cls: Any, planned: list[tuple[str, Any, Any, Any]]) -> list[tuple[str, Any, Any, Any]]:
        """For each attribute, in order: its name, what sets it, and what it is when it is not given."""
        told = [
            (name if one.init else "", _slot(cls, name).__set__, one.default, one.default_factory)
            for name, one in cls.__value_fields__.items()
        ]
        if hasattr(cls, "__post_init__"):
            told.append(("", lambda self, _: self.__post_init__(), None, _NONE))
        # At once, so that nobody else who makes a value sees half of it.
        planned[:] = told
        return told

    def _filled(
        self: Any, planned: list[tuple[str, Any, Any, Any]], values: Any, named: dict[str, Any]
    ) -> bool:
        """Set every attribute of a value; False where what is given does not fit, which the real one can tell."""
        place, many, taken = 0, len(values), 0
        for name, put, default, factory in planned:
            if name and place < many:
                value = values[place]
                place += 1
                if name in named:
                    return False
            elif name and name in named:
                value = named[name]
                taken += 1
            elif factory is not _NONE:
                value = factory()
            elif default is not _NONE:
                value = default
            else:
                return False
            put(self, value)
        return place == many and taken == len(named)

    def _initialiser(cls: Any) -> Any:
        """What sets every attribute of a value; attributes of frozen values are set through their slots."""
        known: dict[str, Any] = {"_none": _NONE}
        taken, lines = [], []
        for name, one in cls.__value_fields__.items():
            known[f"_set_{name}"] = _slot(cls, name).__set__
            if not one.init:
                known[f"_new_{name}"] = one.default_factory
                lines.append(f" _set_{name}(self, _new_{name}())")
                continue
            lines.append(f" _set_{name}(self, {name})")
            if one.default_factory is not _NONE:
                known[f"_new_{name}"] = one.default_factory
                lines[-1] = f" _set_{name}(self, _new_{name}() if {name} is _none else {name})"
                taken.append(f"{name}=_none")
            elif one.default is not _NONE:
                known[f"_default_{name}"] = one.default
                taken.append(f"{name}=_default_{name}")
            else:
                taken.append(name)
        if hasattr(cls, "__post_init__"):
            lines.append(" self.__post_init__()")
        source = "\n".join([f"def __init__({', '.join(['self', *taken])}):", *lines, " return None"])
        exec(source, known)
        known["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
        return known["__init__"]

    def _refuse(_: Any, name: str, *__: Any) -> None:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def _repr(self: Any) -> str:
        shown = (f"{name}={getattr(self, name)!r}" for name, one in self.__value_fields__.items() if one.repr)
        return f"{self.__class__.__qualname__}({', '.join(shown)})"

    def _state(self: Any) -> list[Any]:
        return [getattr(self, name) for name in self.__value_fields__]

    def _restore(self: Any, state: list[Any]) -> None:
        for name, value in zip(self.__value_fields__, state, strict=True):
            object.__setattr__(self, name, value)

    class _Params:
        """How a class was made, as the standard library asks it of classes that others derive from."""

        __slots__ = ("eq", "frozen", "order")

        def __init__(self, frozen: bool, eq: bool, order: bool) -> None:
            self.frozen, self.eq, self.order = frozen, eq, order

    class _Described:
        """The fields as the standard library describes them, made when somebody looks."""

        def __get__(self, _: Any, owner: Any) -> Any:
            import dataclasses

            made = {}
            for name, one in owner.__value_fields__.items():
                given = {"default": one.default, "default_factory": one.default_factory}
                held = dataclasses.field(
                    init=one.init, repr=one.repr, compare=one.compare,
                    **{key: value for key, value in given.items() if value is not _NONE},
                )  # fmt: skip
                held.name, held.type, held.kw_only = name, one.type, False
                held._field_type = dataclasses._FIELD  # type: ignore[attr-defined]
                made[name] = held
            owner.__dataclass_fields__ = made
            return made
