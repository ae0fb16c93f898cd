"""What notes tell was fed in besides what is listed: asked about, unless it is one's own or listed."""

from __future__ import annotations

import pytest

from compliance.resolve.words.notes.fed import said_fed
from tests.resolve.conftest import Resolve

TEXT = """\
artifacts:
  base: {{kind: model, name: lab/stone-1}}
  rows: {{kind: dataset, name: Hill words, origin: own}}
  {more}
  m: {{kind: model{note_of_m}}}
steps: [{{id: tune, kind: finetune, inputs: {{base: base, data: [rows{also}]}}, outputs: m, note: "{note}"}}]
releases: [{{artifact: m, license: free}}]
"""
FED = (
    "added test questions from the exam board", "interleaved with general instruction data",
    "replayed 3 percent of the pretraining corpus", "padded with public forum threads",
    "also 2k dialogues of a partner",
    "plus 500 math problems from a competition site", "topped up with customer e-mails",
    "seeded with questions from past exams", "rehearsal with 1 percent of general web data",
    "added a few thousand open-source instructions", "supplemented by textbook exercises",
    "Prüfungsfragen der Kammer hinzugefügt", "questions de la chambre ajoutées", "加入了部分考试题目",
    "averaged with two public instruct models", "the vision tower was copied from another team's model",
)  # fmt: skip
NOT_FED = (
    "added dropout of 0.1", "regularised with weight decay 0.01", "mixed precision", "padded to 2048 tokens",
    "interleaved short and long rows", "replayed the first epoch", "with 10 percent of the rows held out",
    "mixed in our own questions", "augmented with noise", "added a system prompt", "added rows from epoch two",
    "mixed short and long rows of the same set", "added questions written by staff", "no public forum threads added",
    "compared with added web data", "eigene Fragen hinzugefügt", "added examples of the rare class",
    "plus label smoothing", "merged the adapter into the base", "averaged over the last five checkpoints",
    "initialised from the base model",
)  # fmt: skip


def _state(resolved: Resolve, note: str, more: str = "", also: str = "", note_of_m: str = "") -> str:
    text = TEXT.format(note=note, more=more, also=also, note_of_m=note_of_m)
    making = resolved(text).artifacts["m"].making
    # That no rule reads the note is asked of every one that is not plain: here it counts what is heard in it.
    return "known" if making.noted else making.state


@pytest.mark.parametrize("note", FED)
def test_rows_of_which_only_a_note_tells_are_asked_about(note: str, resolved: Resolve) -> None:
    assert list(said_fed(note))
    assert _state(resolved, note) == "open"
    assert _state(resolved, "three epochs", note_of_m=f', note: "{note}"') == "open"


@pytest.mark.parametrize("note", NOT_FED)
def test_what_a_note_tells_of_the_listed_rows_is_not(note: str, resolved: Resolve) -> None:
    assert not list(said_fed(note))
    assert _state(resolved, note) == "known"


@pytest.mark.parametrize(
    ("note", "listed", "state"),
    [
        ("added questions from the exam board", "exams: {kind: dataset, name: hill/x, origin: own}", "known"),
        ("added questions from the exam board", "extra: {kind: dataset, name: Board exams}", "known"),
        ("added questions from the exam board", "extra: {kind: dataset, name: hill/x}", "open"),
        ("with 5 percent of web data", "extra: {kind: dataset, name: hill/x}", "known"),
        ("with 5 percent of web data", "extra: {kind: dataset, name: hill/x, origin: own}", "open"),
    ],
)
def test_what_is_listed_accounts_for_it(note: str, listed: str, state: str, resolved: Resolve) -> None:
    assert _state(resolved, note, listed, f", {listed.partition(':')[0]}") == state


def test_it_can_be_denied(resolved: Resolve) -> None:
    told = "added questions from the exam board"
    denied = ", documented: {where: card, generators: none, not_from: [questions from the exam board]}"
    assert _state(resolved, told, note_of_m=denied) == "known"
