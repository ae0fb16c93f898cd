"""What changed since an earlier report, in sentences: what is new or heavier, what is settled, and what else moved."""

from __future__ import annotations

from collections.abc import Sequence

from compliance.model.report import Report
from compliance.model.since import Point
from compliance.render.view.words import POSITION_WORD, clean, count


def since_words(report: Report) -> tuple[str, ...]:
    """Return one sentence for the comparison, then one for each new and each settled point; none without one."""
    since = report.since
    if since is None:
        return ()
    new, fixed = report.new_points(), report.fixed_points()
    same = len(report.points()) - len(new)
    head = (
        f"{count(len(new), 'new or heavier point')}, {len(fixed)} settled, {same} as before, compared with "
        f"{clean(since.name)} of {since.as_of.isoformat()}."
    )
    if since.packs_changed:
        head += (
            f" The packs changed in between: {count(since.packs_changed, 'file differs', 'files differ')}."
        )
    if since.tool:
        head += f" It was written by {clean(since.tool)}."
    return (head, *_told("New", new, report), *_told("Settled", fixed, report))


def _told(word: str, points: Sequence[Point], report: Report) -> tuple[str, ...]:
    names = {release.id: release.name for release in report.releases}
    return tuple(
        f"{word}: {clean(point.title)} ({clean(names.get(point.release, point.release) or point.cause)}), "
        f"{POSITION_WORD[point.position]}."
        for point in points
    )
