"""Whose clauses can stand in which folders of a collection: generic sentences are shared by many providers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from compliance.model.known.policy_text import CitedVersion
from compliance.text.compare.drift import Cited
from compliance.text.keep.recorded import Recorded

__all__ = ["Owners", "owners_of"]

Owners = Mapping[str, frozenset[str]]
"""By owner of instruments, the folders of the services whose documents were captured for them."""


def owners_of(archives: Iterable[Recorded], cited: Iterable[CitedVersion]) -> Owners:
    """Read from the captures of cited clauses which folders are whose."""
    commits: dict[str, set[str]] = {}
    for each in cited:
        if each.version.capture:
            commits.setdefault(each.version.capture.commit, set()).add(_owner(each.instrument))
    found: dict[str, set[str]] = {}
    for archive in archives:
        held = [each for each in archive.commits() if each[0] in commits]
        for step in archive.steps(held):
            for owner in commits[step.commit]:
                found.setdefault(owner, set()).add(step.provider)
    return {owner: frozenset(folders) for owner, folders in found.items()}


def cited_in(folder: str, cited: Cited, owners: Owners) -> Cited:
    """Leave out the clauses whose owner's documents stand in other folders."""
    kept = {
        mark: tuple(each for each in group if folder in owners.get(_owner(each.instrument), (folder,)))
        for mark, group in cited.items()
    }
    return {mark: group for mark, group in kept.items() if group}


def siblings(folder: str, owners: Owners) -> frozenset[str]:
    """Return the folders of the same provider, this one included."""
    return frozenset({folder}).union(*(folders for folders in owners.values() if folder in folders))


def _owner(instrument: str) -> str:
    return instrument.partition("/")[0]
