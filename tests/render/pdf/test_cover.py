"""The first page names as many open points as leave room for the decision, and more stand inside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compliance.render.pdf.content import build_paper
from compliance.render.pdf.cover import CAUSES_KEPT, CAUSES_SHOWN, LINES_STATED, causes_with_room, stated
from compliance.render.pdf.template import render_html
from compliance.render.view.report_view import View, build_view
from tests.render import factories

REPORT = factories.olmo_report()
VIEW = build_view(REPORT)


def _view(causes: int, *, words: int = 1, answers: int = 1) -> View:
    line = next(cause for cause in VIEW.causes if cause.open)
    opened = tuple(
        replace(line, key=f"{line.key}-{n}", title=f"{line.title} {n}", why="why " * words)
        for n in range(causes)
    )
    told = tuple(replace(VIEW.answers[0], sentence=f"{n} {VIEW.answers[0].sentence}") for n in range(answers))
    return replace(VIEW, causes=opened, answers=told)


@pytest.mark.parametrize("causes", [0, 1, 5, 6, 40])
def test_short_points_are_named_up_to_the_most(causes: int) -> None:
    assert causes_with_room(_view(causes)) == CAUSES_SHOWN


@pytest.mark.parametrize(("words", "answers"), [(60, 1), (1, 6), (25, 3)])
def test_long_points_and_long_answers_leave_room_for_fewer(words: int, answers: int) -> None:
    assert CAUSES_KEPT <= causes_with_room(_view(6, words=words, answers=answers)) < CAUSES_SHOWN


def test_answers_that_fill_the_page_leave_one_point_and_the_decision_on_it() -> None:
    assert causes_with_room(_view(6, words=25, answers=8)) == CAUSES_KEPT == 1


def test_what_the_cover_leaves_out_is_counted_on_it() -> None:
    view = _view(6, words=60)
    paper = build_paper(REPORT, view, "{}")
    told = [point.number for point in (*paper.causes, *paper.more_causes)]
    assert told == list(range(1, len(view.points) + 1))


def test_the_cover_states_as_what_each_release_is_to_go_out() -> None:
    told = " ".join(build_paper(REPORT, VIEW, "{}").stated)
    assert all(release.name in told and release.facts in told for release in VIEW.releases)


def test_releases_that_go_out_alike_are_stated_together() -> None:
    (first, *_) = VIEW.releases
    view = replace(VIEW, releases=(first, replace(first, name="Egret")))
    assert stated(view) == (f"{first.name} and Egret: {first.facts}",)


def test_what_takes_more_lines_stays_inside() -> None:
    (first, *_) = VIEW.releases
    many = tuple(replace(first, facts=f"dated 2025-0{n}") for n in range(1, LINES_STATED + 2))
    assert stated(replace(VIEW, releases=many[:-1]))
    view = replace(VIEW, releases=many)
    assert stated(view) == ()
    assert build_paper(REPORT, view, "{}").stated == ()


@pytest.mark.parametrize(
    ("warnings", "told"), [(0, ".</a>"), (1, ", with 1 warning.</a>"), (3, ", with 3 warnings.</a>")]
)
def test_the_cover_says_how_many_warnings_stand_inside(warnings: int, told: str) -> None:
    view = replace(VIEW, warnings=("A name means two things.",) * warnings)
    paper = build_paper(REPORT, view, "{}")
    number = paper.headings["checked"].number
    assert f"More in section {number}{told}" in render_html(paper, view, ())
