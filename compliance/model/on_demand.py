"""Values by id that are read when they are first asked for: a check needs few of the texts that packs hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

V = TypeVar("V")


class OnDemand(Mapping[str, V]):
    """A mapping that knows its keys and reads each value once.

    >>> texts = OnDemand({"a": lambda: "read"})
    >>> list(texts), texts["a"], texts.get("b")
    (['a'], 'read', None)
    """

    def __init__(self, readers: Mapping[str, Callable[[], V]]) -> None:
        """Take a reader for each key."""
        self._readers = dict(readers)
        self._read: dict[str, V] = {}

    def __getitem__(self, key: str) -> V:
        if key not in self._read:
            self._read[key] = self._readers[key]()
        return self._read[key]

    def __contains__(self, key: object) -> bool:
        return key in self._readers

    def __iter__(self) -> Iterator[str]:
        return iter(self._readers)

    def __len__(self) -> int:
        return len(self._readers)
