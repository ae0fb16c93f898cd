"""What the PDF has beside the view: numbered sheets, clauses and sections, the matrix, and the digests.

The words are the view's; this file only decides what stands on which page of paper.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from compliance.model.answered.report import Report, packs_digest
from compliance.render.glossary import METHOD, Terms, build_glossary
from compliance.render.pdf.clauses import Clauses, NumberedClause
from compliance.render.pdf.cover import causes_with_room, row_lines, stated
from compliance.render.pdf.outline import Heading, outline
from compliance.render.pdf.sheets import Sheet, SheetMaker, needs_sheet
from compliance.render.view import words
from compliance.render.view.answer import SIGNS, AnswerKind
from compliance.render.view.card import Card
from compliance.render.view.cause_table import CauseLine
from compliance.render.view.overview import (
    Matrix,
    ReadingRow,
    SummaryLine,
    build_matrix,
    build_readings,
    build_summary,
)
from compliance.render.view.questions import RankedQuestion
from compliance.render.view.report_view import Group, PackLine, View
from compliance.render.view.rows import REASON_LENGTH, Row, fold
from compliance.render.view.words import POSITION_WORD, count, cut

ELSEWHERE = ("Positions", "Relations in the lineage", "Force", "Assurance")
"""Words that are explained beside the contents, in the legend of the figure, and where they are printed."""
LINES_BESIDE_DRAWING = 14
"""Lines of questions that leave room on their page for an upright drawing."""
LINES_BESIDE_KEY = 34
"""Lines of points and questions that leave room on their page for how to read."""
RUNNING_LENGTH = 64
"""Characters of the title in the running header."""


@dataclass(frozen=True, slots=True)
class PaperGroup:
    """Findings that are shown together: some on sheets, the rest in a table."""

    key: str
    title: str
    meaning: str
    sheets: tuple[Sheet, ...]
    rows: tuple[Row, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure, safe to be put into the page as it is."""

    title: str
    caption: str
    svg: str
    landscape: bool


@dataclass(frozen=True, slots=True)
class NumberedPoint:
    """A row of what stands open, and the sheet that tells of it, where one does."""

    number: int
    cause: CauseLine
    sheet: Sheet | None


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything that the template prints beside the view."""

    title: str
    running: str
    subject: str
    keywords: tuple[str, ...]
    headings: dict[str, Heading]
    contents: tuple[Heading, ...]
    positions: tuple[tuple[str, str, str], ...]
    """Key, word and meaning of every position."""
    matrix: Matrix
    readings: tuple[ReadingRow, ...]
    summary: tuple[SummaryLine, ...]
    full: bool
    """Whether it is the full record; else what stands open, and the rest in numbers."""
    signs: Mapping[AnswerKind, str]
    """A sign for each kind of answer."""
    stated: tuple[str, ...]
    """As what the releases are to go out."""
    causes: tuple[NumberedPoint, ...]
    """The heaviest points, which the cover has room for."""
    more_causes: tuple[NumberedPoint, ...]
    """Those that follow overleaf."""
    questions: tuple[RankedQuestion, ...]
    rest: tuple[str, ...]
    """What is not on sheets, in numbers."""
    groups: tuple[PaperGroup, ...]
    screen: PaperGroup
    if_enacted: tuple[PaperGroup, ...]
    others: PaperGroup
    waived: tuple[Card, ...]
    drawings: tuple[Drawing, ...]
    key_early: bool
    """Whether how to read stands beside the questions, because the drawing has no room there."""
    clauses: tuple[NumberedClause, ...]
    """Clauses of the findings on sheets."""
    other_clauses: tuple[NumberedClause, ...]
    glossary: tuple[Terms, ...]
    method: tuple[str, ...]
    packs: tuple[PackLine, ...]
    """Files with rules; the texts are counted."""
    packs_digest: str
    result_digest: str
    texts: str


def build_paper(report: Report, view: View, json_text: str, *, full: bool = False) -> Paper:
    """Lay a report out for paper: in full, or what stands open with the rest in numbers."""
    clauses = Clauses()
    maker = SheetMaker(report, view, clauses)
    groups = tuple(
        made for group in view.groups if (made := _group(group, maker, view, full)).sheets or made.rows
    )
    screen = _group(Group("screen", "", "", view.screen.cards), maker, view, full)
    if_enacted = tuple(_group(group, maker, view, full) for group in view.if_enacted) if full else ()
    others = _rows_only(view.others, view)
    cited = clauses.all
    for line in (line for card in view.cards if full for line in card.clauses):
        clauses.number(line)
    waived = tuple(card for card in view.cards if card.waiver)
    drawings = _drawings(report, view)[: None if full else 1]
    questions = view.questions.items if full else view.questions.weighing
    headings, contents = outline(
        view, groups, if_enacted, asked=bool(questions), waived=bool(waived), drawn=bool(drawings), full=full
    )
    points, shown = _with_sheets(view.points, (*groups, screen)), causes_with_room(view)
    return Paper(
        **_about(report, view, json_text),
        headings=headings,
        contents=contents,
        full=full,
        stated=stated(view),
        causes=points[:shown],
        more_causes=points[shown:],
        questions=questions,
        groups=groups,
        screen=screen,
        if_enacted=if_enacted,
        others=others,
        waived=waived,
        drawings=drawings,
        key_early=bool(questions and drawings) and _early(drawings[0], questions, points[shown:]),
        clauses=cited,
        other_clauses=clauses.all[len(cited) :],
    )


def _early(drawing: Drawing, questions: Sequence[RankedQuestion], points: Sequence[NumberedPoint]) -> bool:
    """Whether how to read stands on the page of the questions: their drawing leaves no room, and they leave some."""
    asked = _lines_of(questions)
    if not drawing.landscape:
        return asked > LINES_BESIDE_DRAWING
    return asked + sum(row_lines(point.cause) + 1 for point in points) <= LINES_BESIDE_KEY


def _lines_of(questions: Sequence[RankedQuestion]) -> int:
    """How many lines the questions take."""

    def lines(text: str, room: int) -> int:
        return -(-len(text) // room)

    left = (
        lines(one.question, 68) + sum(lines(f"{each} {each.place}", 66) for each in one.lines)
        for one in questions
    )
    right = (lines(one.effect, 44) + lines(one.who, 40) for one in questions)
    return sum(max(pair) + 1 for pair in zip(left, right, strict=True))


def _about(report: Report, view: View, json_text: str) -> dict[str, Any]:
    """What does not depend on how sheets and clauses are laid out."""
    return {
        "title": view.title,
        "running": _cut(view.title),
        "subject": f"{view.title}, as of {view.as_of}: {view.verdict.line}",
        "keywords": ("compliance", "lineage", "release review", *(release.name for release in view.releases)),
        "positions": _positions(),
        "matrix": build_matrix(view),
        "readings": build_readings(view),
        "summary": build_summary(view),
        "signs": SIGNS,
        "rest": _rest(view),
        "glossary": tuple(terms for terms in build_glossary() if terms.title not in ELSEWHERE),
        "method": METHOD,
        "packs": tuple(line for line, pack in zip(view.packs, report.packs, strict=True) if pack.rules),
        "packs_digest": packs_digest(report.packs),
        "result_digest": hashlib.sha256(json_text.encode()).hexdigest(),
        "texts": count(sum(not pack.rules for pack in report.packs), "file"),
    }


def _with_sheets(causes: Sequence[CauseLine], groups: Sequence[PaperGroup]) -> tuple[NumberedPoint, ...]:
    sheets = {key: sheet for group in groups for sheet in group.sheets for key in sheet.causes}
    return tuple(
        NumberedPoint(number, cause, sheets.get(cause.key)) for number, cause in enumerate(causes, 1)
    )


def _rest(view: View) -> tuple[str, ...]:
    """What a short report only counts."""
    clear = f"Clear: {view.clear.told()}."
    groups = (*(group for group in view.groups if group.key == "remote"), *view.if_enacted, view.others)
    told = [
        f"{group.title}: {count(len(group.cards), 'finding')}. {group.meaning}"
        for group in groups
        if group.cards
    ]
    return (clear, *told, f"How access was obtained: {view.screen.statement}")


def _positions() -> tuple[tuple[str, str, str], ...]:
    meaning = words.POSITION_MEANING
    return tuple((item.value, word, words.sentence(meaning[item])) for item, word in POSITION_WORD.items())


def _group(group: Group, maker: SheetMaker, view: View, full: bool) -> PaperGroup:
    sheets = maker.sheets(card for card in group.cards if (needs_sheet(card) if full else card.open))
    rows = _rows([card for card in group.cards if full and not needs_sheet(card)], view)
    return PaperGroup(group.key, group.title, group.meaning, sheets, rows, len(group.cards))


def _rows_only(group: Group, view: View) -> PaperGroup:
    rows = _rows(group.cards, view)
    return PaperGroup(group.key, group.title, group.meaning, (), rows, len(group.cards))


def _rows(cards: Sequence[Card], view: View) -> tuple[Row, ...]:
    """Fold findings into rows; nobody can ask paper for more, so that reasons are not cut."""
    return tuple(_whole(row, cards) for row in fold(cards, view.publisher))


def _whole(row: Row, cards: Sequence[Card]) -> Row:
    for card in cards:
        reason = card.waiver or card.reason
        shown = cut(reason, REASON_LENGTH)
        if card.title == row.title and row.reason.startswith(shown):
            return replace(row, reason=reason + row.reason[len(shown) :])
    return row


def _drawings(report: Report, view: View) -> tuple[Drawing, ...]:
    """The overview; the routes of findings stand on their sheets."""
    from compliance.render.graph.print import drawings_for_print
    from compliance.render.graph.style import FONT

    return tuple(
        Drawing(
            figure.title,
            figure.caption,
            figure.svg.replace(FONT, f"'Report Sans',{FONT}"),
            figure.landscape,
        )
        for figure in drawings_for_print(report, view)
        if figure.finding is None
    )


def _cut(text: str) -> str:
    return cut(text, RUNNING_LENGTH)
