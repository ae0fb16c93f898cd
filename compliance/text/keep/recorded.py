"""What every collection of recorded texts gives: its versions in order, each a step of one document."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

__all__ = ["CHUNK", "LARGEST", "Commit", "Recorded", "Step", "is_document"]

LARGEST = 16 * 1024 * 1024
"""Bytes up to which a file counts as a text."""
CHUNK = 64
"""How many versions are read at a time."""
Commit = tuple[str, str, int]
"""A commit or version, the one before it, and its time."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change of one document: the version before it, if any, and the version after it."""

    commit: str
    when: datetime.datetime
    path: str
    """Path in the collection: folder of the service, then the document."""
    old: str
    """Name of the object that holds the version before; empty for a first record."""
    new: str
    """Name of the object that holds the version after; empty where the document was taken away."""

    @property
    def provider(self) -> str:
        """The folder of the service."""
        return self.path.partition("/")[0]


class Recorded(Protocol):
    """A collection, wherever it lies."""

    name: str

    def commits(self) -> list[Commit]:
        """Return everything that was recorded, the oldest first."""

    def steps(self, commits: Sequence[Commit]) -> Iterator[Step]:
        """Yield the changes of documents, in the order of the commits."""

    def read(self, objects: Sequence[str]) -> dict[str, bytes]:
        """Return the contents of objects; those that are not held or too large are left out."""

    def files(self, commit: str = "HEAD") -> dict[str, str]:
        """Return every document that stood at a commit, with the name of its object."""


def is_document(path: str) -> bool:
    """Tell whether a path of a collection is a text of a service, not a file about the collection."""
    return "/" in path and path.lower().endswith((".md", ".txt", ".html", ".htm"))
