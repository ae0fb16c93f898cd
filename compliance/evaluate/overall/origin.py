"""One line for what texts that bind nobody yet would make of where a release comes from; nothing of it counts.

The findings stay, under one cause for each release, so that reports tell them in the line and a page of their own
lists them.
"""

from __future__ import annotations

from collections.abc import Sequence

from compliance.evaluate.overall.exposure import exposures
from compliance.evaluate.world import World
from compliance.model.answered.exposure import Exposure
from compliance.model.answered.finding import ORIGIN, Finding, Limit
from compliance.model.answered.report import COUNTED
from compliance.values import replace

_NAMED = 2
_BEHIND = ("weights", "outputs", "later generation", "signal", "loaded", "itself")


def with_origins(world: World, findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], tuple[Limit, ...]]:
    """The findings, those of pending and soft texts on origin under a cause of their own, and the line about them."""
    found = exposures(world, findings)
    if not found:
        return tuple(findings), ()
    texts = {(one.release, text.rule) for one in found for text in (*one.touching, *one.untouched)}
    told = tuple(
        replace(finding, cause=f"{ORIGIN}@{finding.release}")
        if finding.own and finding.force not in COUNTED and (finding.release, finding.rule) in texts
        else finding
        for finding in findings
    )
    return told, (_line(found),)


def _line(found: Sequence[Exposure]) -> Limit:
    countries = sorted({country for one in found for each in one.exposed for country in each.country})
    names = tuple(dict.fromkeys(each.name for one in found for each in one.exposed))
    ways = [way for way in _BEHIND if any(way in each.ways for one in found for each in one.exposed)]
    behind = f"{', '.join(ways[:-1])} and {ways[-1]}" if len(ways) > 1 else "".join(ways)
    pending = {text.rule for one in found for text in one.touching if not text.binds}
    binding = dict.fromkeys(text.title for one in found for text in one.binding)
    bound = f"In force today, and not clear: {'; '.join(binding)}." if binding else "Nothing binds today."
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return Limit(
        ORIGIN,
        names,
        f"{behind.capitalize()} of {', '.join(names[:_NAMED])}{more}, of developers in {'/'.join(countries)}. "
        f"{bound} Pending and soft texts that would look at it: {len(pending)}; "
        f"“compliance whatif --exposure {countries[0]}” lists them.",
    )
