"""How much of what stands open the first page of the PDF has room for, beside the answers and the decision."""

from __future__ import annotations

from compliance.render.view.answer import Answer
from compliance.render.view.cause_table import CauseLine
from compliance.render.view.report_view import View
from compliance.render.view.words import listed

CAUSES_SHOWN = 6
"""How many causes the cover names at most."""
CAUSES_KEPT = 1
"""How many it names however long the answers are."""
LINES_STATED = 2
"""In how many lines the cover says as what the releases are to go out; what takes more stands in a section alone."""
_ROOM = 138.0
"""Millimetres that the heading, the counts, the decision and the small print leave to answers and causes."""
_TITLE_LINE, _TITLE_CHARACTERS = 8.3, 40
_ANSWER_LINE, _ANSWER_CHARACTERS = 4.95, 76
_LIMITS_LINE, _LIMITS_CHARACTERS = 3.95, 108
_ANSWER_FRAME = 5.8
_NOTE_LINE, _NOTE_CHARACTERS = 4.8, 112
_ROW_LINE, _ROW_FRAME = 3.75, 2.2
_WHAT_CHARACTERS, _WHY_CHARACTERS, _DO_CHARACTERS, _POSITION_CHARACTERS = 45, 49, 28, 21


def stated(view: View) -> tuple[str, ...]:
    """As what each release is to go out, as the manifest states it: the day, the licence, and how others get it."""
    alike: dict[str, list[str]] = {}
    for release in view.releases:
        alike.setdefault(release.facts, []).append(release.name)
    told = tuple(f"{listed(names)}: {facts}" for facts, names in alike.items() if facts)
    return told if sum(_lines(text, _NOTE_CHARACTERS) for text in told) <= LINES_STATED else ()


def causes_with_room(view: View) -> int:
    """Number of open causes, the heaviest first, that fit on the cover together with everything else on it.

    Lines are counted by characters, generously: a cover that runs over leaves its last lines alone on a page.
    """
    left = (
        _ROOM
        - sum(map(_answer, view.told))
        - _NOTE_LINE * sum(_lines(text, _NOTE_CHARACTERS) for text in (*view.since, *stated(view)))
    )
    left -= _TITLE_LINE * (_lines(view.title, _TITLE_CHARACTERS) - 1)
    for place, cause in enumerate(view.points[:CAUSES_SHOWN]):
        left -= _ROW_FRAME + _ROW_LINE * row_lines(cause)
        if left < 0:
            return max(place, CAUSES_KEPT)
    return CAUSES_SHOWN


def _answer(answer: Answer) -> float:
    lines = _ANSWER_LINE * _lines(answer.sentence, _ANSWER_CHARACTERS)
    limits = _LIMITS_LINE * _lines(answer.limits, _LIMITS_CHARACTERS) if answer.limits else 0
    return _ANSWER_FRAME + lines + limits


def row_lines(cause: CauseLine) -> int:
    """How many lines the row of a point takes."""
    what = _lines(cause.title, _WHAT_CHARACTERS) + _lines(f"{cause.subject}: {cause.why}", _WHY_CHARACTERS)
    todo = _lines(cause.do, _DO_CHARACTERS) + _lines(", ".join(cause.who), _DO_CHARACTERS)
    position = 1 + _lines(cause.reading, _POSITION_CHARACTERS)
    return max(what, todo, position)


def _lines(text: str, room: int) -> int:
    return max(-(-len(text) // room), 1)
