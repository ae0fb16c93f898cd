"""Releases and sources that a cause holds otherwise than its row says: under another rule, or in another position."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from compliance.model.answered.finding import Finding
from compliance.model.packs.truth import Position
from compliance.render.view.words import POSITION_WORD, clean, count, listed

_TOLD = 2
"""How many such groups a row tells of; the rest is counted."""
_Group = tuple[str, Position]


def as_told(lead: Finding, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings behind those releases, and from those sources, of which the row's title and position hold."""
    same = [one for one in findings if _group(one) == _group(lead)]
    held, sources = {one.release for one in same}, {one.source for one in same}
    return tuple(one for one in findings if one.release in held and one.source in sources)


def told_apart(lead: Finding, findings: Sequence[Finding], names: Mapping[str, str]) -> str:
    """Each other release or source with where it stands, under which rule; empty where there is none.

    The findings come with the heaviest first, so the first of a release stands for it, and the first of a source in it.
    """
    whole = as_told(lead, findings)
    held, sources = {one.release for one in whole}, {one.source for one in whole}
    told: set[tuple[str, str | None]] = set()
    groups: dict[_Group, list[Finding]] = {}
    for one in findings:
        further = one.release in held
        place = (one.release, one.source if further else None)
        if place not in told and not (further and one.source in sources):
            told.add(place)
            groups.setdefault(_group(one), []).append(one)
    parts = [_told(group, ones, lead, whole, names) for group, ones in groups.items()]
    return "; ".join(
        [*parts[:_TOLD], *_left([one for ones in [*groups.values()][_TOLD:] for one in ones], held)]
    )


def _left(findings: Sequence[Finding], held: Collection[str]) -> list[str]:
    """How many releases, and sources of releases that the row names, are not told of by themselves."""
    releases = {one.release for one in findings} - {*held}
    sources = {one.source for one in findings if one.release in held}
    counted = [count(len(releases), "more release")] if releases else []
    counted += [count(len(sources), "more source")] if sources else []
    return [f"{listed(counted)} otherwise"] if counted else []


def in_short(lead: Finding, findings: Sequence[Finding], releases: str) -> str:
    """All of a row's releases, and of how many its title does not hold, where these stand as the others do.

    Of further sources of the same releases it says how many there are. Empty where none is apart, or where a release
    stands otherwise or has another source behind it.
    """
    whole = as_told(lead, findings)
    others = [one for one in findings if one.release not in {each.release for each in whole}]
    keys = {one.release for one in others}
    level = keys == {one.release for one in others if one.position is lead.position}
    further = {one.source for one in findings if one.release not in keys} - {one.source for one in whole}
    if not others and further:
        return f"{releases} ({len(further)} more otherwise)"
    if not others or not level or further or {one.source for one in others} - {one.source for one in whole}:
        return ""
    return f"{releases}, {'one' if len(keys) == 1 else len(keys)} under another rule"


def _group(one: Finding) -> _Group:
    return clean(one.title), one.position


def _told(
    group: _Group, ones: Sequence[Finding], lead: Finding, whole: Sequence[Finding], names: Mapping[str, str]
) -> str:
    title, position = group
    sources = {one.source for one in whole}
    others = [
        clean(one.source_name or one.source) for one in ones if one.source not in sources and one.source
    ]
    releases = dict.fromkeys(one.release for one in ones)
    # The row has just named its one release.
    named = bool(others) and {one.release for one in whole} == {*releases}
    told = [listed(list(dict.fromkeys(others)))] if others else []
    told += [] if named else [listed([names.get(key, clean(key)) for key in releases])]
    stands = [POSITION_WORD[position]] if position is not lead.position else []
    stands += [f"under “{title}”"] if title != clean(lead.title) else []
    return f"{' → '.join(told)}: {', '.join(stands)}"
