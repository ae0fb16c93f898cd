from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

from compliance.later import later
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.model.answered.report import AnswerLine, Question, Report
from compliance.model.packs.truth import NEVER
from compliance.render.plain.terminal import render_terminal
from compliance.render.plain.terminal_answer import QUESTIONS_SHOWN
from compliance.render.view.questions import OF_LINES
from compliance.render.view.report_view import build_view
from tests.render import factories as make

CODE = re.compile(r"\x1b\[[0-9;]*m")


def _plain(report: Report, width: int = 100, *, verbose: int = 0) -> str:
    return render_terminal(build_view(report), color=False, width=width, verbose=verbose)


def test_a_report_looks_as_it_did(golden: Callable[[str, str], None]) -> None:
    golden("terminal.txt", _plain(make.olmo_report()))


def test_every_point_looks_as_it_did(golden: Callable[[str, str], None]) -> None:
    golden("terminal-points.txt", _plain(make.olmo_report(), verbose=1))


def test_a_full_report_at_80_columns_looks_as_it_did(golden: Callable[[str, str], None]) -> None:
    golden("terminal-80-verbose.txt", _plain(make.olmo_report(), 80, verbose=2))


@pytest.mark.parametrize("verbose", [0, 1, 2])
@pytest.mark.parametrize("report", [make.olmo_report(), make.hostile_report(), make.report()])
def test_color_changes_nothing_but_color(report: Report, verbose: int) -> None:
    colored = render_terminal(build_view(report), color=True, width=100, verbose=verbose)
    assert "\x1b[" in colored
    stripped = "".join(f"{line.rstrip()}\n" for line in CODE.sub("", colored).splitlines())
    assert stripped == _plain(report, verbose=verbose)


def test_plain_text_holds_no_control_codes() -> None:
    for report in (make.olmo_report(), make.hostile_report()):
        text = _plain(report, verbose=2)
        assert [character for character in set(text) if not character.isprintable()] == ["\n"]


def test_color_holds_no_codes_but_those_of_color() -> None:
    text = render_terminal(build_view(make.hostile_report()), color=True, width=100, verbose=2)
    assert {character for character in set(CODE.sub("", text)) if not character.isprintable()} == {"\n"}


def test_markup_in_names_is_printed_as_it_is() -> None:
    assert "[red]x[/]" in _plain(make.hostile_report())


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for report in (make.olmo_report(), make.hostile_report()):
        lines = _plain(report, width, verbose=2).splitlines()
        assert max(map(cell_len, lines)) <= width


def test_the_answer_comes_before_the_numbers_and_these_before_the_causes() -> None:
    view = build_view(make.olmo_report())
    text = " ".join(_plain(make.olmo_report(), 80).split())
    told = (view.answers[0].sentence, view.verdict.line, "What stands open", "To find out", "Clear")
    places = [text.find(one) for one in told]
    assert -1 not in places
    assert sorted(places) == places


def test_the_first_screen_is_a_screen() -> None:
    assert len(_plain(make.olmo_report()).splitlines()) <= 40


def test_quiet_prints_the_verdict_line_alone_and_unwrapped() -> None:
    view = build_view(make.olmo_report())
    assert render_terminal(view, color=False, width=60, quiet=True) == f"{view.verdict.line}\n"


def test_the_first_screen_counts_what_is_clear_and_shows_no_card() -> None:
    text = _plain(make.olmo_report())
    assert text.count("so it bites") == 0
    assert "2 findings under 2 rules; nothing open on Llama-3.1-70B-Instruct and 1 more" in text


def test_every_point_is_shown_as_a_card_and_others_in_rows() -> None:
    text = _plain(make.olmo_report(), verbose=1)
    assert text.count("so it bites") == 2
    assert "no output of Llama is in the data" in text


def test_the_words_of_a_reading_stand_on_a_line_of_their_own() -> None:
    parted = replace(make.arguable().elements[2], because=(("narrow", "“competing”: sold beside it"),))
    text = _plain(make.report(make.finding(elements=(parted,))), 160, verbose=1)
    assert [line.strip() for line in text.splitlines() if "sold beside it" in line] == [
        "narrow: “competing”: sold beside it"
    ]


def test_a_verbose_report_shows_every_finding_in_full() -> None:
    report = make.olmo_report()
    text = _plain(report, verbose=2)
    assert text.count("so it bites") == sum(bool(finding.elements) for finding in report.findings)
    assert "5e" * 32 in text


def test_a_long_list_of_questions_is_cut_and_says_so() -> None:
    questions = make.olmo_report().questions * 4
    text = _plain(make.report(make.waiting(), questions=questions))
    assert f"To find out · {QUESTIONS_SHOWN} of 8 questions ({OF_LINES})" in text


def test_a_point_says_how_to_see_a_question_that_is_not_printed() -> None:
    waiting = [make.finding(make.UNDECIDED, cause=f"c{n}@olmo", rule=f"c/{n}") for n in range(1, 6)]
    asked = tuple(
        Question(replace(make.PERIOD, subject=f"step-{n}"), (one.identity,), 1)
        for n, one in enumerate(waiting, 1)
    )
    report = make.report(*waiting, questions=asked)
    text = " ".join(_plain(report).split())
    assert [f"answer question {n} (-v)" in text for n in range(1, 6)] == [False, False, False, True, True]
    assert "question 4 (-v)" not in _plain(report, verbose=1)


def test_of_questions_of_one_point_only_those_that_are_not_printed_are_told_to_need_more() -> None:
    waiting = [make.finding(make.UNDECIDED, cause=f"c{n}@olmo", rule=f"c/{n}") for n in range(1, 6)]
    asked = tuple(
        Question(replace(make.PERIOD, subject=f"step-{n}"), tuple(one.identity for one in waiting), 1)
        for n in range(1, 6)
    )
    text = " ".join(_plain(make.report(*waiting, questions=asked)).split())
    assert "answer questions 1, 2 and 3, and questions 4 and 5 (-v)" in text
    four = " ".join(_plain(make.report(*waiting, questions=asked[:4])).split())
    assert "answer questions 1, 2 and 3, and question 4 (-v)" in four


@pytest.mark.parametrize(
    ("fact", "things", "printed"),
    [("source.making_explained", 2, 2), ("source.making_explained", 6, 1), ("source.license", 2, 1)],
)
def test_every_line_that_a_question_on_making_needs_is_printed_where_they_are_few(
    fact: str, things: int, printed: int
) -> None:
    waiting = make.finding(make.UNDECIDED)
    lines = tuple(
        AnswerLine(("artifacts", f"rows-{n}", "documented"), "{where: page}") for n in range(things)
    )
    missing = replace(make.PERIOD, fact=fact)
    text = _plain(make.report(waiting, questions=(Question(missing, (waiting.identity,), 1, lines=lines),)))
    assert text.count("artifacts.rows-") == printed
    assert ("(-v)" in text) is (printed < things)


def test_one_position_of_others_is_one() -> None:
    user = make.finding(make.REMOTE, party="downstream-user", own=False)
    assert "1 position of others; not counted." in _plain(make.report(user))


def test_what_others_breach_is_named_beside_our_own_answer() -> None:
    theirs = [
        make.finding(
            make.BREACHING, own=False, party_name=f"Lab {n}", rule=f"a/{n}", title="Rows kept in the house"
        )
        for n in range(3)
    ]
    shown = " ".join(_plain(make.report(*theirs)).split())
    assert "Others Lab 0, likely to breach: Rows kept in the house. Lab 1, likely to breach" in shown
    assert "and 1 more (-v)" in shown


def test_what_is_remote_for_others_is_only_counted() -> None:
    assert "Others" not in _plain(make.report(make.finding(make.REMOTE, own=False)))


def test_many_routes_are_cut_and_say_so() -> None:
    text = _plain(make.report(make.finding(routes=(make.DIRECT, make.OCR, make.JUDGED))), verbose=1)
    assert "and 1 more route (-vv shows it)" in text


def test_a_long_list_of_packs_is_counted() -> None:
    packs = make.report().packs * 4
    text = " ".join(_plain(make.report(packs=packs), verbose=1).split())
    assert "4 rules in 4 packs, and 4 files of texts and names" in text


def test_a_reason_that_only_repeats_the_question_is_left_out() -> None:
    asked = f"cannot be said without: {make.ACCEPTED.question}"
    text = _plain(
        make.report(make.finding(make.UNDECIDED, missing=(make.ACCEPTED,), reason=asked)), verbose=1
    )
    assert "cannot be said without" not in text


def test_the_environment_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    before = _plain(make.olmo_report())
    for name, value in {"COLUMNS": "40", "FORCE_COLOR": "1", "NO_COLOR": "1", "TERM": "dumb"}.items():
        monkeypatch.setenv(name, value)
    assert _plain(make.olmo_report()) == before


def test_every_report_says_that_it_is_not_legal_advice() -> None:
    assert "This is not legal advice." in _plain(make.report())


@pytest.mark.parametrize("width", [60, 100])
def test_what_is_to_be_pasted_can_be_copied_from_the_screen(width: int) -> None:
    long = '{kind: dataset, name: "a name, of many words", license: Apache-2.0, terms: {passes_on: []}}'
    lines = (AnswerLine(("artifacts", "a-set"), long), AnswerLine(("artifacts", "b", "license"), "MIT"))
    report = make.report(make.waiting(), questions=(replace(make.olmo_report().questions[0], lines=lines),))
    screen = _plain(report, width, verbose=1).split("To find out", 1)[1].split("\n\n", 1)[0]
    asked = screen.split("\n 1 ", 1)[1].splitlines()[1:]
    written = "\n".join(line for line in asked if not line.startswith("   "))
    expected = {"artifacts.a-set": parse_yaml(long, "x").data, "artifacts.b.license": "MIT"}
    assert parse_yaml(written, "screen").data == expected


def test_what_is_only_counted_is_never_put_into_words() -> None:
    composed: list[str] = []

    def reason() -> str:
        composed.append("reason")
        return "because nothing bites"

    counted = make.report(make.finding(NEVER, reason=later(reason)))
    text = _plain(counted, 160)
    assert ("because nothing bites" in text, composed) == (False, [])
    assert "because nothing bites" in " ".join(_plain(counted, 160, verbose=2).split())
    assert composed == ["reason"]
