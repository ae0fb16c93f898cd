"""Print a report as Markdown for a comment on a pull request: answer, causes, questions to tick, details in folds.

A comment is kept to 20 kB, for people read it. A longer report loses the details of its last findings first, then
rows, then questions, and says what it lost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from compliance.model.answered.cause import SETTLED
from compliance.render.markdown_text import code, cut, escape, link
from compliance.render.templating import prepared
from compliance.render.view import words
from compliance.render.view.answer import SIGNS
from compliance.render.view.card import Card
from compliance.render.view.cause_table import CauseLine
from compliance.render.view.point_labels import build_labels
from compliance.render.view.questions import RankedQuestion
from compliance.render.view.report_view import View
from compliance.render.view.rows import Row, fold
from compliance.render.view.words import count, listed

LIMIT = 20_000
"""Bytes of a comment that people still read; GitHub takes 65,536 characters."""
WIDTHS = (1500, 300, 80)
"""Most characters of one value; smaller ones are tried where a report is too long."""
_TEMPLATE = "report.md.j2"
_SCREEN = "How access was obtained; apart from what was trained on what."


@dataclass(frozen=True, slots=True)
class _Section:
    """Findings that are folded into rows."""

    title: str
    meaning: str
    number: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a comment shows."""

    causes: tuple[CauseLine, ...]
    questions: tuple[RankedQuestion, ...]
    in_full: tuple[Card, ...]
    sections: tuple[_Section, ...]

    def rows(self) -> int:
        """Number of rows of the folded sections."""
        return sum(len(section.rows) for section in self.sections)


_PARTS = ("in_full", "sections", "questions", "causes")
"""In the order in which they give way."""


def render_markdown(view: View, *, templates: Sequence[Path] = (), limit: int = LIMIT) -> str:
    """Return the report as Markdown.

    Args:
        view: The report in words.
        templates: Folders of a user's templates, see `templating`.
        limit: Bytes that it may have.
    """
    whole = _whole(view)
    text = ""
    for width in WIDTHS:
        filled = _filled(view, whole, templates, width)
        text = filled(whole)
        if not _fits(text, limit):
            text = _shortened(filled, whole, limit)
        if _fits(text, limit):
            return text
    return _clipped(text, limit)


def _shortened(filled: Callable[[_Shown], str], whole: _Shown, limit: int) -> str:
    """The longest text that fits; if none does, the shortest there is."""
    kept = whole
    for part in _PARTS:
        none = _limited(kept, part, 0)
        if _fits(filled(none), limit):
            return filled(_most(kept, part, lambda shown: _fits(filled(shown), limit)))
        kept = none
    return filled(kept)


def _whole(view: View) -> _Shown:
    own = [card for group in view.groups for card in group.cards]
    in_full = tuple(card for card in (*own, *view.screen.cards) if card.open)
    sections = []
    for group in (*view.groups, *view.if_enacted, view.others):
        # What is clear is told by number and name; the other formats hold why.
        rest = [card for card in group.cards if card not in in_full and card.position not in SETTLED]
        if rest:
            rows = fold(rest, view.publisher, alike=True)
            sections.append(_Section(group.title, group.meaning, len(rest), rows))
    screened = [card for card in view.screen.cards if card not in in_full and card.position not in SETTLED]
    if screened:
        rows = fold(screened, view.publisher)
        sections.append(_Section("Access screen", _SCREEN, len(screened), rows))
    return _Shown(
        causes=view.points,
        questions=view.questions.weighing,
        in_full=in_full,
        sections=tuple(sections),
    )


def _filled(view: View, whole: _Shown, templates: Sequence[Path], width: int) -> Callable[[_Shown], str]:
    from markupsafe import Markup

    def harmless(make: Callable[..., str]) -> Callable[..., Any]:
        return lambda text, *more: Markup(make(cut(str(text), width), *more))

    labels = build_labels(view)
    fill = prepared(
        _TEMPLATE,
        folders=templates,
        escape=lambda text: escape(cut(text, width)),
        filters={
            "code": harmless(code),
            "link": harmless(link),
            "sentence": words.sentence,
            "label": lambda card: labels[id(card)],
        },
    )

    def filled(shown: _Shown) -> str:
        cuts = [Markup(escape(text)) for text in _cuts(whole, shown)]
        return _tidy(fill({"view": view, "shown": shown, "cuts": cuts, "signs": SIGNS}))

    return filled


def _tidy(text: str) -> str:
    """No blanks at the ends of lines, and one empty line at most between two others."""
    lines: list[str] = []
    for line in text.split("\n"):
        stripped = line.rstrip()
        if stripped or (lines and lines[-1]):
            lines.append(stripped)
    return "\n".join(lines).rstrip("\n") + "\n"


def _fits(text: str, limit: int) -> bool:
    return len(text.encode()) <= limit


def _limited(shown: _Shown, part: str, number: int) -> _Shown:
    """The same with the first items of one part only."""
    if part != "sections":
        return replace(shown, **{part: getattr(shown, part)[:number]})
    sections = []
    for section in shown.sections:
        rows = section.rows[: max(0, number)]
        number -= len(section.rows)
        if rows:
            sections.append(replace(section, rows=rows))
    return replace(shown, sections=tuple(sections))


def _most(shown: _Shown, part: str, fits: Callable[[_Shown], bool]) -> _Shown:
    """The same with as many items of one part as fit; none of them do."""
    low, high = 0, shown.rows() if part == "sections" else len(getattr(shown, part))
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(_limited(shown, part, middle)) else (low, middle)
    return _limited(shown, part, low)


def _cuts(whole: _Shown, shown: _Shown) -> tuple[str, ...]:
    lost = [
        (sum(one.points for one in whole.causes[len(shown.causes) :]), "open point", "open points"),
        (len(whole.in_full) - len(shown.in_full), "finding in detail", "findings in detail"),
        (whole.rows() - shown.rows(), "row of other findings", "rows of other findings"),
        (len(whole.questions) - len(shown.questions), "question", "questions"),
    ]
    told = [count(number, one, many) for number, one, many in lost if number]
    if not told:
        return ()
    return (f"This comment is kept short. Not in it: {listed(told)}. The other formats hold them all.",)


def _clipped(text: str, limit: int) -> str:
    """What a template that cannot be shortened gives: whole lines, and a sentence that says so."""
    note = "\n**Cut.** The rest is longer than a comment should be; the other formats hold it.\n"
    room = max(0, limit - len(note.encode()))
    kept = text.encode()[:room].decode(errors="ignore")
    return f"{kept[: kept.rfind(chr(10)) + 1]}{note}"
