"""Packed weights that are called by a tuning or a merge which no step does are asked about."""

from __future__ import annotations

import pytest

from tests.probes.test_kinds_of_silence import checked, written
from tests.resolve.words.names.test_in_ids import TUNE

PACKED = written(
    TUNE,
    (
        "id: tune, kind: finetune, inputs: {base: base, data: rows}",
        "id: pack, kind: quantise, inputs: {base: base}",
    ),
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


@pytest.mark.parametrize(
    "step", ["tune", "merge-lora", "abliterate", "prune-and-heal", "qat", "dpo-then-quantise"]
)
def test_so_is_a_step_that_trains_by_its_id_and_not_by_its_kind(step: str) -> None:
    assert checked(written(PACKED, ("id: pack", f"id: {step}"))) == 1


@pytest.mark.parametrize("step", ["quantise", "q4-k-m", "convert-to-gguf", "for-phones", "pack-pythia"])
def test_a_step_called_by_what_it_does_is_not(step: str) -> None:
    assert checked(written(PACKED, ("id: pack", f"id: {step}"))) == 0


MISTRAL = written(
    PACKED,
    ("EleutherAI/pythia-1.4b", "mistralai/Mistral-7B-Instruct-v0.3"),
    ("meadow/pythia-1.4b-answers", "meadow/Mistral-7B-Instruct-v0.3-GGUF"),
)


@pytest.mark.parametrize("name", ["Mistral-Nemo-GGUF", "Mistral-7B-OpenOrca-GGUF", "zephyr-7b-beta-AWQ"])
def test_packed_weights_called_by_other_weights_than_went_in_are_asked_about(name: str) -> None:
    assert checked(written(MISTRAL, ("Mistral-7B-Instruct-v0.3-GGUF", name))) == 1


@pytest.mark.parametrize(
    "name", ["Mistral-7B-Instruct-v0.3-GGUF", "Mistral-7B-GGUF", "mistral-7b-garden-Q4", "Garden-GGUF"]
)
def test_packed_weights_called_by_those_that_went_in_are_not(name: str) -> None:
    assert checked(written(MISTRAL, ("Mistral-7B-Instruct-v0.3-GGUF", name))) == 0
