"""No note answers how a release, or what it is made of, came about, whatever it says and in whatever language."""

from __future__ import annotations

import datetime
import importlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance import pipeline
from compliance.errors import ComplianceError
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.report import Report
from compliance.model.packs.truth import Position
from compliance.render.formats import Setting, format_of, render
from compliance.resolve.words.notes.plain import is_plain
from compliance.resolve.words.notes.plain_steps import is_plain_of, is_plain_revision

MANIFEST = """\
lineage: 1
project: {id: words}
publisher: {name: Meadow Lab, kind: company, country: CH}
artifacts:
  base: {kind: model, name: HuggingFaceTB/SmolLM2-1.7B, license: Apache-2.0}
  rows: {kind: dataset, name: meadow/questions, origin: own}
  tuned: {kind: model, name: meadow/tuned, documented: {where: "README, Training", generators: none}}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: tuned}
releases:
  - {artifact: tuned, name: meadow/made, date: 2026-05-20, license: Apache-2.0, access: open-weights, commercial: true,
     function: general-purpose, channels: [Hugging Face], markets: [CH], notices: [Apache-2.0],
     license_copies: [Apache-2.0]}
"""
DAY = datetime.date(2026, 11, 28)
OWN = "origin: own"
TUNE = "  - {id: tune,"
DOCUMENTED = 'documented: {where: "README, Data", generators: none}'
WRITTEN_ELSEWHERE = {
    "tests.probes.test_kinds_of_silence": ("note",),
    "tests.probes.test_named_sources": ("note",),
    "tests.probes.test_tongues": ("words",),
    "tests.resolve.words.releases.test_facts": ("note",),
    "tests.resolve.words.notes.test_fed": ("note",),
    "tests.resolve.words.prose.test_held_back": ("note", "text"),
    "tests.resolve.words.prose.test_mentioned": ("text",),
    "tests.resolve.words.notes.test_named_sources": ("text",),
    "tests.resolve.words.prose.test_said_taken": ("told",),
    "tests.resolve.words.prose.test_sentences": ("text",),
    "tests.resolve.words.prose.test_taken_abroad": ("text",),
    "tests.resolve.words.prose.test_told_of_people": ("note",),
    "tests.resolve.words.names.test_works_of_persons": ("text",),
}
"""Tests on what lists of words hear, with what they call the notes that they try, honest ones among them."""
FRESH = (
    "read aloud from a bestseller", "the model filled the blanks", "permission assumed",
    "picked up at a car boot sale on shellac discs", "heard on the morning show and written down",
    "lines 400 onwards appeared overnight", "the keyboard finished most sentences", "got the go-ahead over beers",
    "wording smoothed by you-know-what", "mystery folder on the old NAS", "aus dem Nachlass eines Kollegen",
    "Texte, wie sie der Kasten ausgespuckt hat", "récupéré dans un carton aux puces", "utdrag ur en roman vi gillar",
    "lo que soltó la pantalla, apenas retocado", "vertaald door het programma op de laptop",
    "telefondaki uygulama yazdı", "上司のメモ帳にあったもの", "从同学那里拿来的，没问过",
    "교수님이 보내 준 파일", "نسخناها من لوحة في المتحف",
    "переписано с экрана у соседа", "skopiowane z gazetki sąsiada", "dettato dalla voce del telefono",
)  # fmt: skip
ON_STEPS = (
    "initialised with the checkpoint a partner mailed us", "the last phase saw what sales had sent over",
    "Startpunkt war der Stand, den uns Kollegen gemailt haben", "repris du travail d'un ancien stagiaire",
    "最后一轮掺了别的东西", "eski projeden kalan dosyayla", "3 epochs, lr 2e-5, warm start",
)  # fmt: skip
PLAIN = (
    "written by our own staff", "recorded in our studio in 2023", "work for hire", "drawn by hand, 300 hours",
    "von Hand gezeichnet, im Mai 2023", "Von unseren eigenen Mitarbeitern geschrieben.", "by people only",
)  # fmt: skip


def noted_in_tests() -> Iterator[str]:
    """The notes that other tests try."""
    for module, called in WRITTEN_ELSEWHERE.items():
        for test in vars(importlib.import_module(module)).values():
            for mark in getattr(test, "pytestmark", ()):
                if mark.name == "parametrize" and mark.args[0] in called:
                    yield from (one for one in mark.args[1] if isinstance(one, str))


def written(*changes: tuple[str, str]) -> str:
    """The manifest with some words of it changed."""
    text = MANIFEST
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def check(*changes: tuple[str, str]) -> Report:
    return pipeline.check_text(written(*changes), "m.yaml", packs=load_packs(), as_of=DAY)


def on_rows(note: str, more: str = "") -> tuple[str, str]:
    return OWN, f"{OWN}, note: {json.dumps(note, ensure_ascii=False)}{more}"


def on_a_step(note: str, kind: str = "collect") -> tuple[str, str]:
    said = json.dumps(note, ensure_ascii=False)
    return TUNE, f"  - {{id: gather, kind: {kind}, outputs: rows, note: {said}}}\n{TUNE}"


def on_training(note: str, more: str = "") -> tuple[str, str]:
    said = json.dumps(note, ensure_ascii=False)
    return "outputs: tuned}", f"outputs: tuned, note: {said}{more}}}"


def asked(report: Report) -> list[str]:
    return [one.missing.question for one in report.questions]


def test_without_a_note_nothing_is_asked() -> None:
    assert check().exit_code == 0


@pytest.mark.parametrize("note", PLAIN)
def test_plain_notes_are_not_asked_about(note: str) -> None:
    assert check(on_rows(note)).exit_code == check(on_a_step(note)).exit_code == 0


@pytest.mark.parametrize("note", FRESH)
def test_what_no_list_hears_is_asked_about(note: str) -> None:
    assert check(on_rows(note)).exit_code == check(on_a_step(note)).exit_code == 1


@pytest.mark.parametrize("note", FRESH[1:3])
def test_documentation_answers(note: str) -> None:
    assert check(on_rows(note, f", {DOCUMENTED}")).exit_code == 0
    assert check(on_rows(note, ', documented: {where: "README, Data"}')).exit_code == 1
    assert check(on_rows(note, ", documented: true")).exit_code == 1


def test_hundreds_of_notes_are_asked_about_unless_they_are_plain() -> None:
    notes = [one for one in dict.fromkeys(noted_in_tests()) if one.strip()]
    assert len(notes) > 300
    entries = [
        f"  n{n}: {{kind: dataset, {OWN}, note: {json.dumps(note, ensure_ascii=False)}}}\n"
        for n, note in enumerate(notes)
    ]
    read = ", ".join(f"n{n}" for n in range(len(notes)))
    report = check(
        ("  tuned: {kind", f"{''.join(entries)}  tuned: {{kind"), ("data: rows", f"data: [{read}]")
    )
    still = {
        one.source
        for one in report.findings
        if one.rule == "gaps/undisclosed-upstream" and one.position is Position.NEEDS_FACTS
    }
    clean = [note for n, note in enumerate(notes) if f"n{n}" not in still]
    assert clean == [note for note in notes if is_plain(note)]
    assert len(clean) < 5


@settings(max_examples=40, deadline=None)
@given(
    st.text(
        st.characters(categories=("L", "N", "P", "S", "Zs"), max_codepoint=0xFFFF), min_size=1, max_size=60
    )
)
def test_no_text_at_all_is_an_answer(note: str) -> None:
    """What is no text, or would be no manifest, is refused."""
    try:
        report = check(on_rows(note))
    except ComplianceError:
        return
    assert report.exit_code != 0 or is_plain(note) or not note.strip()


@pytest.mark.parametrize("kind", ["code", "document"])
def test_whatever_goes_into_a_training_is_asked_about(kind: str) -> None:
    assert check(on_rows(FRESH[0]), ("rows: {kind: dataset", f"rows: {{kind: {kind}")).exit_code == 1


def test_rows_of_people_are_asked_about() -> None:
    people = ("origin: own, note", "license: CC0-1.0, origin: people, note")
    assert check(on_rows(FRESH[1]), people).exit_code == 1
    assert check(on_rows(PLAIN[0]), people).exit_code == 0


def test_what_is_one_s_own_is_asked_about_where_it_is_fetched_too() -> None:
    assert check(on_a_step(FRESH[1], "fetch")).exit_code == 1


def test_rows_made_of_one_s_own_alone_are_asked_about() -> None:
    kept = (
        f'  - {{id: keep, kind: filter, inputs: {{data: rows}}, outputs: kept, note: "{FRESH[1]}"}}\n{TUNE}'
    )
    entry = ("  tuned: {kind", "  kept: {kind: dataset, name: meadow/kept}\n  tuned: {kind")
    trained = ("data: rows}, outputs: tuned", "data: kept}, outputs: tuned")
    assert check(entry, trained, (TUNE, kept)).exit_code == 1
    assert check(entry, trained, (TUNE, kept.replace(FRESH[1], "by hand"))).exit_code == 0


@pytest.mark.parametrize("note", ON_STEPS)
def test_notes_on_training_are_asked_about(note: str) -> None:
    report = check(on_training(note))
    assert report.exit_code == 1
    (question,) = asked(report)
    assert f"the note of step tune, which no rule reads, says “{note}”" in question
    (line,) = report.questions[0].lines
    assert (line.path, line.value) == (
        ("steps", "tune", "documented"), "{where: FILL-IN, generators: none}",
    )  # fmt: skip


def test_settings_of_a_training_are_not() -> None:
    assert check(on_training("LoRA r=16, 3 epochs, lr 2e-5, on 8x H100")).exit_code == 0
    assert check(on_training("HuggingFaceTB/SmolLM2-1.7B and rows, 2 epochs")).exit_code == 0


@pytest.mark.parametrize("note", ON_STEPS[:2])
def test_documentation_at_the_step_answers(note: str) -> None:
    page = 'documented: {where: "README, Training", generators: GENERATORS}'
    codes = [
        check(on_training(note, f", {page.replace('GENERATORS', wrote)}")).exit_code
        for wrote in ("none", "unknown", "[gpt-4o]", "[OpenAI]")
    ]
    assert codes == [0, 1, 1, 1]
    assert check(on_training(note, ", documented: true")).exit_code == 1
    assert check(on_training(note, ", documented: {where: they told us, generators: none}")).exit_code == 1


def test_models_that_wrote_for_a_step_are_looked_at() -> None:
    report = check(on_training("two days", ', documented: {where: "README, Training", generators: [gpt-4o]}'))
    assert any(one.rule == "openai/competing-models" for one in report.findings)


@pytest.mark.parametrize(
    ("kind", "note"),
    [
        ("merge", "0.3 of somebody's tune folded in"), ("quantise", "imatrix from somebody's book corpus"),
        ("prune", "recovered on the answers of a big one"), ("convert", "chat template of another vendor"),
        ("bundle", "ships the draft model as well"), ("other", "touched up by a friend"),
    ],
)  # fmt: skip
def test_notes_on_turning_weights_into_another_form_are_asked_about(kind: str, note: str) -> None:
    entry = ("  tuned: {kind", "  done: {kind: model, name: meadow/done}\n  tuned: {kind")
    role = "component" if kind == "bundle" else "base"
    step = f"  - {{id: turn, kind: {kind}, inputs: {{{role}: tuned}}, outputs: done"
    put_out = ("artifact: tuned", "artifact: done")
    bare, told = (
        check(entry, put_out, ("releases:", f"{step}{more}}}\nreleases:"))
        for more in ("", f', note: "{note}"')
    )
    assert told.exit_code == 1
    assert bare.exit_code == 0 or kind == "other"
    assert (
        f"the note of step turn, which no rule reads, says “{note}”" in "".join(asked(told))
        or kind == "other"
    )


@pytest.mark.parametrize(
    "note", ["our copy was tuned further", "ein Partner hat sie angepasst", "答案后来换过"]
)
def test_notes_and_revisions_of_what_others_made_are_asked_about(note: str) -> None:
    base = ("license: Apache-2.0}\n  rows", f'license: Apache-2.0, note: "{note}"}}\n  rows')
    report = check(base)
    assert report.exit_code == 1
    (line,) = report.questions[0].lines
    assert line.path == ("artifacts", "base", "documented")
    page = "https://huggingface.co/HuggingFaceTB/SmolLM2-1.7B"
    answered = f'note: "{note}", documented: {{where: "{page}", generators: none}}'
    assert check(base, (f'note: "{note}"', answered)).exit_code == 0
    assert check(base, (f'note: "{note}"', "note: unmodified")).exit_code == 0
    assert check(base, ("note:", "revision:")).exit_code == 1
    assert check(base, (f'note: "{note}"', "revision: v1.1")).exit_code == 0


def test_notes_on_what_is_released_are_asked_about() -> None:
    documented = ("name: meadow/tuned, documented", "name: meadow/tuned, note: contains more, documented")
    assert check(documented).exit_code == 0
    assert check(documented, (", generators: none}}", "}}")).exit_code == 1


def test_many_notes_are_one_question_that_quotes_three() -> None:
    steps = "".join(
        f'  - {{id: s{n}, kind: finetune, inputs: {{base: tuned, data: rows}}, outputs: tuned, note: "told {n}"}}\n'
        for n in range(6)
    )
    (question,) = asked(check(("releases:", f"{steps}releases:")))
    assert [f"“told {n}”" in question for n in range(6)] == [True] * 3 + [False] * 3
    assert "and 3 more notes" in question


@settings(max_examples=40, deadline=None)
@given(
    st.text(
        st.characters(categories=("L", "N", "P", "S", "Zs"), max_codepoint=0xFFFF), min_size=1, max_size=60
    ),
    st.sampled_from(["training", "base", "revision"]),
)
def test_no_text_answers_on_a_step_or_a_base(note: str, where: str) -> None:
    """What is no text, or would be no manifest, is refused."""
    said = json.dumps(note, ensure_ascii=False)
    field = "note" if where == "base" else where
    base = ("license: Apache-2.0}\n  rows", f"license: Apache-2.0, {field}: {said}}}\n  rows")
    try:
        report = check(on_training(note) if where == "training" else base)
    except ComplianceError:
        return
    names = {"HuggingFaceTB/SmolLM2-1.7B": True, "meadow/questions": False, "meadow/tuned": True}
    names |= {"base": True, "rows": False, "tuned": True}
    plain = {
        "training": is_plain_of(note, "finetune", names),
        "base": is_plain_of(note, "", dict.fromkeys(("base", "HuggingFaceTB/SmolLM2-1.7B"), True)),
        "revision": is_plain_revision(note),
    }
    assert report.exit_code != 0 or plain[where] or not note.strip()


def test_a_note_on_rows_that_only_measure_asks_nothing() -> None:
    entry = ("  tuned: {kind", f"  asked: {{kind: dataset, {OWN}, note: {FRESH[1]}}}\n  tuned: {{kind")
    judged = "  - {id: look, kind: evaluate, inputs: {base: base, data: asked}, outputs: []}"
    assert check(entry, ("releases:", f"{judged}\nreleases:")).exit_code == 0


def test_the_question_names_the_note_and_gives_its_answer() -> None:
    report = check(on_rows("picked up\nat a car boot sale"))
    assert asked(report) == [
        "How did meadow/questions come about, and did a model or service write or label any of it (its note, which no "
        "rule reads, says “picked up at a car boot sale”): `generators: none` if no model wrote any of it and nothing "
        "of others is in it, else the models by name, and what is of others as an artifact of its own?"
    ]
    (line,) = report.questions[0].lines
    assert line.path == ("artifacts", "rows", "documented")
    assert line.value == "{where: FILL-IN, generators: none}"


def test_a_long_note_is_shown_by_its_beginning() -> None:
    (question,) = asked(check(on_rows("found somewhere, " * 40)))
    assert "found somewhere, found somewhere" in question
    assert "…”" in question
    assert len(question) < 450


def test_several_notes_are_one_question() -> None:
    more = f"  more: {{kind: dataset, name: meadow/answers, {OWN}}}\n  tuned: {{kind"
    step = f'  - {{id: gather, kind: collect, outputs: more, note: "{FRESH[1]}"}}\n{TUNE}'
    report = check(
        ("  tuned: {kind", more), (TUNE, step), ("data: rows}", "data: [rows, more]}"),
        (f"questions, {OWN}", f"questions, {OWN}, note: {FRESH[2]}"),
    )  # fmt: skip
    (question,) = asked(report)
    assert all(f"says “{note}”" in question for note in FRESH[1:3])
    assert question.count("`generators: none`") == 1
    assert [line.value for line in report.questions[0].lines] == ["{where: FILL-IN, generators: none}"] * 2


def test_what_a_list_hears_keeps_its_own_words() -> None:
    (question,) = asked(check(on_rows("bootstrapped from a bigger model")))
    assert "“bootstrapped from a bigger model”" in question
    assert "no rule reads" not in question


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html", "sarif", "junit", "github"])
def test_every_report_shows_the_note(form: str) -> None:
    shown = render(format_of(form, "--format"), check(on_rows("told at noon")), Setting("m.yaml"))
    assert b"told at noon" in shown


def test_a_note_that_speaks_as_another_question_does_is_asked_as_a_note() -> None:
    report = check(on_rows("Which weights does step tune start from: what is it?"))
    assert not report.questions[0].missing.of_base
    assert report.questions[0].lines[0].path == ("artifacts", "rows", "documented")


def test_it_is_let_pass_as_other_making_is(tmp_path: Path) -> None:
    manifest = tmp_path / "lineage.yaml"
    manifest.write_text(written(on_rows(FRESH[1])), encoding="utf-8")
    codes = [
        pipeline.check(manifest, packs=load_packs(), as_of=DAY, allowed=allowed).exit_code
        for allowed in ((), ("making",))
    ]
    assert codes == [1, 0]
