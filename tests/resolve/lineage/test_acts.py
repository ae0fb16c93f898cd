"""Steps that are called after work of writing, and whose kind says that they write nothing."""

from __future__ import annotations

import pytest

from compliance.resolve.lineage.acts import writes_by_its_name
from tests.resolve.conftest import Resolve

STEPS = "{{id: {id}, kind: {kind}, inputs: {{{inputs}}}, outputs: rows}}"


@pytest.mark.parametrize(
    "called",
    ["translate", "back-translation", "transcribe_calls", "voice2text", "text-to-speech", "narration", "caption", "dub",
     "paraphrase-questions", "rephrase", "summarise", "generate", "distil", "prompt-the-model", "ask-our-bot", "label",
     "pseudo-label", "annotation"],
)  # fmt: skip
def test_work_of_writing_is_told_by_a_name(called: str) -> None:
    assert writes_by_its_name(called)


@pytest.mark.parametrize(
    "called",
    ["to-parquet", "pdf2text", "tokenise", "gather-translations", "filter-labels", "dedup-captions", "mix", "cut",
     "read-all", "s3", "resample", "dubious-rows", "labelless", "speaker-turns"],
)  # fmt: skip
def test_moving_what_is_there_is_no_writing(called: str) -> None:
    assert not writes_by_its_name(called)


def _state(resolved: Resolve, kind: str, called: str, inputs: str, rows: str = "") -> str:
    lineage = resolved(
        "artifacts: {m: {kind: model}, own: {kind: dataset, origin: own}, other: {kind: model, name: Acme/Sparrow-7B},"
        f" rows: {{kind: dataset{rows}}}}}\nsteps: [{STEPS.format(id=called, kind=kind, inputs=inputs)},"
        " {id: tune, kind: finetune, inputs: {data: rows}, outputs: m}]\nreleases: [{artifact: m, license: free}]\n"
    )
    return lineage.artifacts["rows"].making.state


@pytest.mark.parametrize("kind", ["convert", "collect", "mix", "filter"])
def test_who_did_the_work_is_asked(kind: str, resolved: Resolve) -> None:
    role = "data" if kind == "mix" else "source"
    assert _state(resolved, kind, "transcribe", f"{role}: own") == "open"
    assert _state(resolved, kind, "tidy", f"{role}: own") == "known"


def test_naming_who_did_it_closes_it(resolved: Resolve) -> None:
    assert _state(resolved, "convert", "translate", "source: own, teacher: other") == "known"
    assert _state(resolved, "convert", "translate", "source: own, tool: other") == "known"
    assert _state(resolved, "filter", "label", "source: own, tool: other") == "open"
    stated = ", documented: {where: README, generators: none}"
    assert _state(resolved, "convert", "translate", "source: own", stated) == "known"
    assert _state(resolved, "convert", "translate", "source: own", ", origin: people") == "known"
