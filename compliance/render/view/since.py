"""What changed since an earlier report, in sentences: what is new or heavier, what is settled, and what else moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compliance.model.answered.report import Report
from compliance.model.answered.since import Point
from compliance.render.view.cause_table import shortened
from compliance.render.view.words import POSITION_WORD, clean, count


def since_words(report: Report) -> tuple[str, ...]:
    """Return one sentence for the comparison, then one for each new and each settled point; none without one.

    Upstreams in which the same cause is new, or settled, for the same release are told in one sentence.
    """
    since = report.since
    if since is None:
        return ()
    new, fixed = report.new_points(), report.fixed_points()
    same = _causes([point for point in report.points() if point not in new])
    head = (
        f"{count(_causes(new), 'new or heavier point')}, {_causes(fixed)} settled, {same} as before, compared with "
        f"{clean(since.name)} of {since.as_of.isoformat()}."
    )
    if since.packs_changed:
        head += (
            f" The packs changed in between: {count(since.packs_changed, 'file differs', 'files differ')}."
        )
    if since.tool:
        head += f" It was written by {clean(since.tool)}."
    if since.gate:
        moved = "what stands between the two counts as settled, or as new"
        head += f" Its gate was another ({clean(since.gate)}): {moved}."
    names = {release.id: release.name for release in report.releases}
    return (head, *_told("New", new, names), *_told("Settled", fixed, names))


def _causes(points: Sequence[Point]) -> int:
    """How many causes points are of, each counted once for a release."""
    return len({point.of_any for point in points})


def _told(word: str, points: Sequence[Point], names: Mapping[str, str]) -> tuple[str, ...]:
    together: dict[tuple[object, ...], list[Point]] = {}
    for point in points:
        together.setdefault((*point.of_any, point.position, point.title), []).append(point)
    return tuple(
        f"{word}: {clean(same[0].title)} ({_subject(same, names)}), {POSITION_WORD[same[0].position]}."
        for same in together.values()
    )


def _subject(points: Sequence[Point], names: Mapping[str, str]) -> str:
    first = points[0]
    release = clean(names.get(first.release, first.release) or first.cause)
    upstreams = [clean(point.upstream) for point in points if point.upstream]
    return f"{shortened(upstreams)} → {release}" if upstreams and upstreams != [release] else release
