"""Releases that a cause reaches otherwise than its row says: under another rule, or in another position."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compliance.model.answered.finding import Finding
from compliance.model.packs.truth import Position
from compliance.render.view.words import POSITION_WORD, clean, count, listed

_TOLD = 2
"""How many such groups a row tells of; the rest is counted."""
_Group = tuple[str, Position]


def as_told(lead: Finding, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings behind those releases of which the row's title and position hold, as they do of its lead."""
    held = {one.release for one in findings if _group(one) == _group(lead)}
    return tuple(one for one in findings if one.release in held)


def told_apart(lead: Finding, findings: Sequence[Finding], names: Mapping[str, str]) -> str:
    """Each other release with where it stands, under which rule, and from what; empty where there is none.

    The findings come with the heaviest first, so the first of a release is the one that stands for it.
    """
    whole = as_told(lead, findings)
    told = {one.release for one in whole}
    groups: dict[_Group, dict[str, Finding]] = {}
    for one in findings:
        if one.release not in told:
            told.add(one.release)
            groups.setdefault(_group(one), {})[one.release] = one
    sources = {one.source for one in whole}
    parts = [_told(group, ones, lead, sources, names) for group, ones in groups.items()]
    left = sum(len(ones) for ones in list(groups.values())[_TOLD:])
    return "; ".join([*parts[:_TOLD], *([f"{count(left, 'more release')} otherwise"] if left else [])])


def in_short(lead: Finding, findings: Sequence[Finding], releases: str) -> str:
    """All of a row's releases, and of how many its title does not hold, where these stand as the others do.

    Empty where none is apart, or where one stands otherwise or has another source behind it.
    """
    whole = as_told(lead, findings)
    others = [one for one in findings if one.release not in {each.release for each in whole}]
    keys = {one.release for one in others}
    level = keys == {one.release for one in others if one.position is lead.position}
    if not others or not level or {one.source for one in others} - {one.source for one in whole}:
        return ""
    return f"{releases}, {'one' if len(keys) == 1 else len(keys)} under another rule"


def _group(one: Finding) -> _Group:
    return clean(one.title), one.position


def _told(
    group: _Group,
    ones: Mapping[str, Finding],
    lead: Finding,
    sources: set[str | None],
    names: Mapping[str, str],
) -> str:
    title, position = group
    others = [
        clean(one.source_name or one.source)
        for one in ones.values()
        if one.source not in sources and one.source
    ]
    behind = f"{listed(list(dict.fromkeys(others)))} → " if others else ""
    stands = [POSITION_WORD[position]] if position is not lead.position else []
    stands += [f"under “{title}”"] if title != clean(lead.title) else []
    return f"{behind}{listed([names.get(key, clean(key)) for key in ones])}: {', '.join(stands)}"
