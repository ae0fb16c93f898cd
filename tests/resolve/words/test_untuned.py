"""Packed weights that are called by a tuning or a merge which no step does are asked about."""

from __future__ import annotations

import pytest

from tests.probes.test_kinds_of_silence import checked, written
from tests.resolve.words.test_in_ids import TUNE

PACKED = written(
    TUNE,
    ("kind: finetune, inputs: {base: base, data: rows}", "kind: quantise, inputs: {base: base}"),
    ("  rows: {kind: dataset, name: Meadow questions and answers, license: CC0-1.0, origin: own}\n", ""),
)


def test_weights_that_are_only_packed_are_quiet() -> None:
    assert checked(PACKED) == 0


@pytest.mark.parametrize("name", ["pythia-1.4b-DPO-GGUF", "pythia-1.4b-abliterated-GGUF", "pythia-merge-Q4"])
def test_packed_weights_called_by_a_tuning_that_no_step_does_are_asked_about(name: str) -> None:
    assert checked(written(PACKED, ("meadow/pythia-1.4b-answers", f"meadow/{name}"))) == 1


@pytest.mark.parametrize("name", ["pythia-1.4b-GGUF", "pythia-1.4b-Q4_K_M", "pythia-1.4b-onnx-int8"])
def test_packed_weights_called_by_their_form_are_not(name: str) -> None:
    assert checked(written(PACKED, ("meadow/pythia-1.4b-answers", f"meadow/{name}"))) == 0


def test_a_tuning_that_a_step_does_is_not() -> None:
    assert checked(written(TUNE, ("meadow/pythia-1.4b-answers", "meadow/pythia-1.4b-answers-lora"))) == 0


@pytest.mark.parametrize("title", ["GGUF of a DPO tune of Pythia", "Abliterated Pythia"])
def test_so_is_a_title_that_tells_of_one(title: str) -> None:
    assert checked(written(PACKED, ("Answers for gardeners", title))) == 1
