"""When the steps of a note happened."""

from __future__ import annotations

import datetime

from benchmarks.notes.dates import Span, span, spans
from benchmarks.notes.reading import Note, StepNote
from compliance.model.shape import ArtifactKind

_LONG = datetime.timedelta(days=60)


def period(step: StepNote, note: Note, kinds: dict[str, ArtifactKind]) -> Span | None:
    """When a step happened: its date, narrowed or replaced by the years that its services' terms name."""
    used = [node for use in step.inputs if kinds[use.node] == "service" and (node := note.node(use.node))]
    hint = _hint([node.terms for node in used]) if step.outputs else None
    release = span(note.release.date)
    days = span(step.date)
    if days is None and hint is None:
        hint = _after_earlier(step, note, release) if used else None
    if days is None and hint is None:
        return None
    start, end = days or hint  # type: ignore[misc]
    if days and hint and end - start >= _LONG and start <= hint[0] and hint[1] <= end:
        start, end = hint
    if release and start <= release[1]:
        end = min(end, release[1])
    return start, end


def _after_earlier(step: StepNote, note: Note, release: Span | None) -> Span | None:
    """An undated step that goes on with what a dated one wrote came after that one began, and before the release."""
    dated = [
        days
        for one in note.steps
        if one.n < step.n and set(one.outputs) & set(step.outputs) and (days := span(one.date))
    ]
    if not dated or release is None or (start := max(days[0] for days in dated)) > release[1]:
        return None
    return start, release[1]


def _hint(terms: list[str]) -> Span | None:
    """Years and months that terms name; a bare day is the date of a text, after which it was accepted."""
    named = [days for text in terms for days in spans(text)]
    rough = [days for days in named if days[1] > days[0]]
    if rough:
        return min(days[0] for days in rough), max(days[1] for days in rough)
    return (
        (min(days[0] for days in named), datetime.date(max(d[1] for d in named).year, 12, 31))
        if named
        else None
    )
