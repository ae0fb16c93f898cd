"""A name at its place in a text."""

from __future__ import annotations

from dataclasses import dataclass

from compliance.model.declared.sighting import Known


@dataclass(frozen=True, slots=True)
class Name:
    """One name at its place in a text; `known` is None where only its form tells that it is one."""

    text: str
    start: int
    end: int
    known: Known | None
    is_generic: bool = False
    """Whether it names no thing but a kind of things: `proprietary models`."""
    by_noun: bool = False
    """Whether only the noun behind it tells that it is a name: `the LingMess model`."""
    measures: bool = False
    """Whether it names a benchmark in words that measure: no upstream, whatever stands beside it."""
