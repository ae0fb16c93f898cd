"""What registry files of further folders settle: each such point is open, or heavier, without these folders.

A name, an alias or a prefix can settle a point in many ways, of which some rest on no record. So what the bundled
packs alone make of a lineage is held against what they make of it beside the folders.
"""

from __future__ import annotations

from collections.abc import Iterator

from compliance.model.answered.cause import SETTLED
from compliance.model.answered.finding import Evaluation, Finding
from compliance.model.answered.report import COUNTED
from compliance.model.known.knowledge import Knowledge
from compliance.model.packs.truth import Position
from compliance.model.words.warned import of_whole
from compliance.values import replace

_BUNDLED = ("rules/", "policies/")
"""What the paths of bundled files begin with in reports."""
_NAMED, _KEPT = 3, 2
_last: list[tuple[Knowledge, Knowledge]] = []
"""Knowledge with and without further folders, so that the look-ups of the latter are made once for many manifests."""


def without_own_registry(knowledge: Knowledge) -> Knowledge | None:
    """The bundled rules and registry alone; None where there are none, or no further folder says anything of names."""
    for one, alone in _last:
        if one is knowledge:
            return alone
    registry = knowledge.registry.bundled
    files = [one for one in knowledge.used if one.rules]
    named = zip(knowledge.packs, files, strict=True) if len(files) == len(knowledge.packs) else ()
    packs = tuple(pack for pack, file in named if file.path.startswith(_BUNDLED))
    if registry is knowledge.registry or not packs:
        return None
    alone = replace(knowledge, packs=packs, registry=registry)
    _last[:] = [(knowledge, alone), *_last[: _KEPT - 1]]
    return alone


def settled_by_own_registry(alone: Evaluation, beside: Evaluation) -> Iterator[str]:
    """A warning that names what is open or heavier in the evaluation of the bundled packs alone."""
    now = {_who(one): one for one in beside.findings}
    lighter = (
        f"“{one.title}” ({one.source_name or one.release})"
        for one in alone.findings
        if _counts(one) and _is_lighter(now.get(_who(one)), one)
    )
    held = {(one.subject, release) for one in beside.not_covered for release in one.releases}
    covered = (
        f"what speaks of {one.name}"
        for one in alone.not_covered
        if any((one.subject, release) not in held for release in one.releases)
    )
    found = tuple(dict.fromkeys((*covered, *lighter)))
    if not found:
        return
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    yield of_whole(
        f"without what a registry file of your own says, more would be open or heavier: "
        f"{'; '.join(found[:_NAMED])}{more}; the answer is as good as that file"
    )


def _who(finding: Finding) -> tuple[str, ...]:
    """What tells a finding from others: of several parties in one part, each has its own."""
    return (*finding.identity, finding.party_name)


def _counts(finding: Finding) -> bool:
    counted = finding.own and finding.force in COUNTED and not finding.everywhere
    return counted and finding.position not in SETTLED


def _is_lighter(now: Finding | None, alone: Finding) -> bool:
    """Whether some gate lets a finding pass that it would not let pass without the folders."""
    if now is None or not _counts(now):
        return True
    uncovered = [one.position is Position.NOT_COVERED for one in (now, alone)]
    if any(uncovered):
        return uncovered == [False, True]
    pairs = zip(now.readings, alone.readings, strict=True)
    return any(ours < theirs for ours, theirs in pairs)
