"""Answers before and after, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from compliance.model.answered.finding import Finding
from compliance.model.answered.supposed import Moved, Standing

Key = tuple[str, ...]


def pairs(before: Iterable[Finding], after: Iterable[Finding]) -> tuple[Moved, ...]:
    """Every answer of either side, in the order of rule, release, source and party."""
    return paired(_by_key(before), _by_key(after))


def paired(first: Mapping[Key, Finding], second: Mapping[Key, Finding]) -> tuple[Moved, ...]:
    """The answers of two sides by keys under which they stand for each other."""
    return tuple(_pair(first.get(key), second.get(key)) for key in sorted({*first, *second}))


def _by_key(findings: Iterable[Finding]) -> dict[Key, Finding]:
    return {(*one.identity, one.party_name): one for one in findings}


def _pair(before: Finding | None, after: Finding | None) -> Moved:
    shown = after or before
    assert shown is not None
    return Moved(
        rule=shown.rule,
        title=shown.title,
        release=shown.release,
        source=shown.source,
        source_name=shown.source_name,
        party=shown.party,
        party_name=shown.party_name,
        before=Standing.of(before) if before else None,
        after=Standing.of(after) if after else None,
    )
