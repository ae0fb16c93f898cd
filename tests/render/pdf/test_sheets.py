"""Findings on paper: what shares a sheet, what a sheet need not repeat, and how things are numbered."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from compliance.model.answered.finding import Finding
from compliance.model.answered.report import StepInfo, packs_digest
from compliance.model.known.knowledge import PackUsed
from compliance.render.machine.json_report import render_json
from compliance.render.pdf.clauses import safe_link
from compliance.render.pdf.content import Paper, build_paper
from compliance.render.view.report_view import build_view
from tests.render import factories
from tests.render.factories import arguable, clause, cleared, finding, remote, report, waiting


def paper_of(*findings: Finding, **changes: object) -> Paper:
    made = report(*findings, **changes)
    view = build_view(made)
    return build_paper(made, view, render_json(made, view), full=True)


def test_findings_that_differ_in_their_source_share_a_sheet() -> None:
    other = replace(arguable(), source="o4", source_name="o4-mini")
    (sheet,) = paper_of(arguable(), other).groups[0].sheets
    assert [case.mark for case in sheet.cases] == ["1a", "1b"]
    assert sheet.size == "2 findings"
    assert sheet.subjects == "gpt-4.1 → olmo; o4 → olmo"
    assert len(sheet.elements) == len(sheet.card.elements)


def test_what_the_facts_say_is_kept_for_each_of_them() -> None:
    own = (replace(arguable().elements[0], sentence="another sentence"), *arguable().elements[1:])
    (sheet,) = paper_of(arguable(), replace(arguable(), source="o4", elements=own)).groups[0].sheets
    assert len(sheet.elements[0].sentences) == 2
    assert len(sheet.elements[1].sentences) == 1


def test_findings_that_come_out_differently_have_sheets_of_their_own() -> None:
    groups = paper_of(arguable(), replace(remote(), rule=arguable().rule)).groups
    assert [sheet.number for group in groups for sheet in group.sheets] == ["1", "2"]


def test_the_second_sheet_of_a_rule_refers_to_the_first() -> None:
    groups = paper_of(arguable(), remote()).groups
    first, second = (sheet for group in groups for sheet in group.sheets)
    assert (first.same_rule, first.same_anchor) == ("", "")
    assert (second.same_rule, second.same_anchor) == ("1", "f1")


def test_one_reason_for_all_is_told_once() -> None:
    (same,) = paper_of(arguable(), replace(arguable(), source="o4")).groups[0].sheets
    assert same.reason
    assert [case.reason for case in same.cases] == [""] * 2
    (own,) = paper_of(arguable(), replace(arguable(), source="o4", reason="its own")).groups[0].sheets
    assert not own.reason
    assert own.cases[1].reason == "its own."


def test_a_reason_that_repeats_the_table_or_the_questions_is_left_out() -> None:
    sentences = "; ".join(element.sentence for element in arguable().elements)
    (sheet,) = paper_of(replace(arguable(), reason=f"on the plain reading: {sentences}")).groups[0].sheets
    assert (sheet.reason, sheet.cases[0].reason) == ("", "")
    asked = " ".join(missing.question for missing in waiting().missing)
    (sheet,) = paper_of(replace(waiting(), reason=f"cannot be said: {asked}")).groups[0].sheets
    assert (sheet.reason, sheet.cases[0].reason) == ("", "")


def test_questions_carry_their_number_in_the_list() -> None:
    paper = build_paper(full := factories.olmo_report(), view := build_view(full), render_json(full, view))
    asked = [ask for group in paper.groups for sheet in group.sheets for ask in sheet.cases[0].questions]
    for ask in asked:
        assert view.questions.items[ask.number - 1].question == ask.question
    assert {1, 3} == {ask.number for ask in asked}


def test_steps_of_routes_tell_who_performed_them_and_when() -> None:
    steps = (
        StepInfo("reason", "generate", "NVIDIA", "2025-05", (), ("dolmino",), "declared", None),
        StepInfo("anneal", "finetune", "Allen Institute for AI", None, (), ("olmo",), "declared", None),
    )
    (sheet,) = paper_of(arguable(), steps=steps).groups[0].sheets
    told = [station.facts for station in sheet.cases[0].strips[0].stations if station.kind == "step"]
    assert told == ["NVIDIA, 2025-05", "no date"]


def test_many_routes_are_counted() -> None:
    (sheet,) = paper_of(replace(arguable(), routes=(factories.DIRECT,) * 7)).groups[0].sheets
    assert len(sheet.cases[0].strips) == 4
    assert sheet.cases[0].more_routes == "And 3 more routes, in the attached result."


def test_clauses_are_numbered_where_they_are_first_cited() -> None:
    clear = replace(cleared(), clauses=(clause(locator="9"),))
    paper = paper_of(clear, arguable(), waiting())
    assert [item.number for item in paper.clauses] == ["C1", "C2"]
    assert [item.number for item in paper.other_clauses] == ["C3"]


def test_clear_findings_are_rows() -> None:
    (group,) = paper_of(cleared(), replace(cleared(), source="llama-3.2")).groups
    assert group.sheets == ()
    assert [row.findings for row in group.rows] == [2]


def test_more_than_an_alphabet_of_cases_is_marked() -> None:
    many = (replace(arguable(), source=f"s{n}") for n in range(28))
    (sheet,) = paper_of(*many).groups[0].sheets
    assert [case.mark for case in sheet.cases[24:]] == ["1y", "1z", "1aa", "1ab"]


def test_the_digest_of_the_packs_is_that_of_a_checksum_list() -> None:
    packs = (
        PackUsed("b", "1", "rules/b.yaml", "22" * 32, 1),
        PackUsed("a", "1", "policies/a.yaml", "11" * 32, 0),
    )
    listed = f"{'11' * 32}  policies/a.yaml\n{'22' * 32}  rules/b.yaml\n"
    assert hashlib.sha256(listed.encode()).hexdigest() == packs_digest(packs)
    assert packs_digest(packs) == packs_digest(packs[::-1])


def test_a_broken_address_is_no_link() -> None:
    assert [safe_link(url) for url in ("https://[", "https:///x", "https://a b", "\u202ehttps://x")] == [
        None
    ] * 4


def test_positions_of_others_tell_their_reason_in_full() -> None:
    long = "because " * 60
    (row,) = paper_of(finding(own=False, party="downstream-user", reason=long)).others.rows
    assert f"{long.strip()}." == row.reason
