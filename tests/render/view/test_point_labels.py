"""A point has one number, in whatever report it is told."""

from __future__ import annotations

from dataclasses import replace

from compliance.model.answered.finding import Finding
from compliance.render.html.entries import build_entries
from compliance.render.machine.json_report import render_json
from compliance.render.pdf.content import build_paper
from compliance.render.plain.markdown import render_markdown
from compliance.render.plain.terminal import render_terminal
from compliance.render.view.point_labels import build_labels
from compliance.render.view.report_view import View, build_view
from tests.render.factories import arguable, cleared, report, waiting

HEAVY = replace(arguable(), cause="heavy")
FURTHER = replace(arguable(), rule="openai/another", title="Another rule", cause="heavy")
LIGHT = replace(waiting(), cause="light")
FINDINGS = (cleared(), LIGHT, HEAVY, FURTHER)


def _labelled(*findings: Finding) -> tuple[View, list[str]]:
    view = build_view(report(*findings))
    labels = build_labels(view)
    return view, [labels[id(one)] for card in view.cards for one in (card, *card.members)]


def test_a_finding_has_the_number_of_its_point_and_members_count_on_below_it() -> None:
    view, labels = _labelled(*FINDINGS)
    assert labels == ["1", "1.1", "2", "3"]
    assert [cause.key for cause in view.points] == ["heavy", "light"]


def test_what_stands_for_no_point_is_numbered_after_the_last() -> None:
    assert _labelled(cleared(), replace(cleared(), source="o4"))[1] == ["1", "2"]


def test_causes_that_one_point_stands_for_differ_by_a_letter() -> None:
    view, labels = _labelled(*(replace(arguable(), source=f"s{n}", cause=f"c{n}") for n in range(3)))
    assert [point.points for point in view.points] == [3]
    assert labels == ["1a", "1b", "1c"]


def test_a_further_card_of_a_cause_is_no_second_one_of_its_point() -> None:
    _, labels = _labelled(HEAVY, replace(HEAVY, own=False, party_name="Another", source="x"))
    assert labels[0] == "1"
    assert len(set(labels)) == len(labels)


def test_the_page_the_paper_and_the_comment_number_alike() -> None:
    made = report(*FINDINGS)
    view = build_view(made)
    entries = {entry.card.title + entry.card.position: entry.label for entry in build_entries(made, view)}
    paper = build_paper(made, view, render_json(made, view))
    sheets = [sheet for group in paper.groups for sheet in group.sheets]
    assert [(point.number, point.sheet and point.sheet.number) for point in paper.causes] == [
        (1, "1"),
        (2, "2"),
    ]
    assert [entries[sheet.card.title + sheet.card.position] for sheet in sheets] == ["1", "2"]
    assert " 1 · arguable · " in render_terminal(view, color=False, width=100, verbose=1)
    text = render_markdown(view)
    assert "| 1 | **arguable**" in text
    assert "<summary>1 · <b>arguable</b>" in text
