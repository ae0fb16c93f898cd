"""What is composed when somebody first reads it, and never where nobody does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar, cast

T = TypeVar("T")
Composed = Annotated[T, "may be given as later(…)"]
"""The declared type of an attribute that may be composed when it is first read; see `compliance.values`."""


class Later:
    """Something made once, when it is first read; what it is made of is let go then."""

    __slots__ = ("_make", "_value")

    def __init__(self, make: Callable[[], Any]) -> None:
        """Remember how it is made."""
        self._make: Callable[[], Any] | None = make
        self._value: Any = None

    def value(self) -> Any:
        """What it is, made now or before."""
        if self._make is not None:
            self._value = self._make()
            self._make = None
        return self._value


def later(make: Callable[[], T]) -> T:
    """What `make` returns, for an attribute declared as `Composed`; it is called when the attribute is first read.

    >>> from compliance.values import dataclass
    >>> @dataclass(frozen=True, slots=True)
    ... class Answer:
    ...     words: Composed[str]
    >>> Answer(later(lambda: "yes")).words
    'yes'
    """
    return cast(T, Later(make))
