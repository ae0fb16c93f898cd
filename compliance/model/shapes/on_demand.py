"""Values by id that are read when they are first asked for: a check needs few of the texts that packs hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar, overload

P = TypeVar("P")
V = TypeVar("V")


class OnDemand(Mapping[str, V]):
    """A mapping that knows its keys and where their values stand, and reads each value once.

    >>> texts = OnDemand({"a": "read"}, str.upper)
    >>> list(texts), texts["a"], texts.get("b")
    (['a'], 'READ', None)
    """

    __slots__ = ("_places", "_read", "_values")

    def __init__(self, places: Mapping[str, P], read: Callable[[P], V]) -> None:
        """Take the place of each value, and what reads it there."""
        self._places = places
        self._read = read
        self._values: dict[str, V] = {}

    def __getitem__(self, key: str) -> V:
        if key not in self._values:
            self._values[key] = self._read(self._places[key])
        return self._values[key]

    def get(self, key: str, default: V | None = None) -> V | None:  # type: ignore[override]
        """The value of a key; keys that are absent are asked for often, and cost no exception."""
        return self[key] if key in self._places else default

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class EachOnDemand(Sequence[V]):
    """A sequence that knows its length and where its members stand, and reads each once.

    >>> numbers = EachOnDemand(["1", "2"], int)
    >>> len(numbers), numbers[1], list(numbers)
    (2, 2, [1, 2])
    """

    __slots__ = ("_held",)

    def __init__(self, places: Sequence[P], read: Callable[[P], V]) -> None:
        """Take the place of each member, and what reads it there."""
        self._held = OnDemand({str(number): place for number, place in enumerate(places)}, read)

    @overload
    def __getitem__(self, number: int) -> V: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[V, ...]: ...
    def __getitem__(self, number: int | slice) -> V | tuple[V, ...]:
        places = range(len(self._held))[number]
        if isinstance(places, range):
            return tuple(self._held[str(each)] for each in places)
        return self._held[str(places)]

    def __len__(self) -> int:
        return len(self._held)

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, EachOnDemand | tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))
