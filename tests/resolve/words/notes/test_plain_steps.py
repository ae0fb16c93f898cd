"""Notes on steps are plain where nothing in them can tell of a source, a start, a further model or further rows."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.resolve.words.notes.plain_steps import is_plain_of, is_plain_revision

PLAIN = (
    ("prune", "last 4 layers removed"),
    ("prune", "layers 20-27 dropped"),
    ("prune", "every second layer removed, 50% sparsity"),
    ("finetune", "3 epochs, learning rate 2e-5, batch size 64"),
    ("finetune", "LoRA r=16, alpha=32, dropout 0.05, bf16"),
    ("finetune", "LoRA r=32, 2000 steps"),
    ("finetune", "1950 steps, lr 1e-4"),
    ("pretrain", "2048 gpus, 2025"),
    ("finetune", "Full fine-tune on 8x H100 80GB for 12 hours, AdamW, cosine schedule, warmup ratio 0.03."),
    ("finetune", "2 Epochen, Lernrate 1e-4, Batchgröße 32, auf 4 A100"),
    ("finetune", "max_seq_length=8192; weight_decay=0.01; gradient checkpointing"),
    ("preference-tune", "DPO, beta 0.1, 1 epoch, lr 5e-7"),
    ("rl", "GRPO, KL 0.04, 8 rollouts per prompt, temperature 1.0"),
    ("pretrain", "1.5B parameters, 24 layers, 2 weeks on 64 A100, seed 42"),
    ("distil-logits", "temperature 2.0, KL loss, 5 epochs"),
    ("merge", "dare_ties, density 0.53, weights 0.6 and 0.4, with mergekit"),
    ("quantise", "Q4_K_M and Q5_K_M, llama.cpp b3600"),
    ("quantise", "GPTQ 4-bit, group size 128"),
    ("quantise", "NNCF, INT4_ASYM, ratio 1.0, group size 128, no calibration data"),
    ("quantise", "AutoAWQ 0.2.5, w4a16, zero point"),
    ("quantise", "torchao, without calibration, int4 weight-only"),
    ("quantise", "compressed with llm-compressor 0.3, W8A8, data-free"),
    ("convert", "to ONNX, opset 17"),
    ("deploy", "vLLM 0.6.3, 2 replicas on our own servers"),
    ("bundle", "Docker image, version 1.4"),
    ("mix", "shuffled, exact duplicates removed"),
    ("", "unmodified, downloaded on 3 May 2024"),
)
NOT_PLAIN = (
    ("prune", "removed and replaced by the layers of Lark"), ("prune", "last checkpoint kept"),
    ("finetune", "last 4 layers removed"), ("prune", "vision tower removed"),
    ("finetune", "initialised with the checkpoint a partner mailed us"),
    ("finetune", "the last phase used chats of our support bot"),
    ("finetune", "two LoRA"), ("finetune", "2 LoRA"), ("finetune", "2x LoRA, r=16"), ("finetune", "LoRA on LoRA"),
    ("finetune", "LoRA and LoRA"), ("quantise", "Q4_K_M, 512 samples"), ("finetune", "second epoch"),
    ("finetune", "DPO, beta 0.1"), ("finetune", "temperature 0.7"), ("finetune", "trained again"),
    ("finetune", "3 epochs .. and more"), ("finetune", "3 epochs, adapter"), ("finetune", "Lark 7B"),
    ("merge", "merged with a 7B"), ("merge", "LoRA, r=16"), ("merge", "3 models, linear"),
    ("quantise", "Q4_K_M, imatrix"), ("quantise", "calibrated"),
    ("quantise", "AutoAWQ, calibration data of a partner"), ("quantise", "NNCF, no data"),
    ("quantise", "no calibration data but ours"), ("quantise", "compressed from the tuned copy"),
    ("convert", "tokenizer replaced"),
    ("deploy", "vLLM with fallback"), ("bundle", "draft model too"), ("mix", "shuffled with others"),
    ("", "modified"), ("", "our copy"), ("other", "three epochs, from scratch"),
)  # fmt: skip
TELLING = (
    "from", "initialised", "continued", "resumed", "checkpoint", "data", "teacher", "judge", "other", "another", "more",
    "partner", "their", "further", "again", "model", "models", "chats", "then", "of", "by", "imatrix", "calibration",
    "Llama", "GPT-4", "ImageNet", "pretrained", "distilled", "synthetic", "von", "aus", "depuis", "desde", "предобучен",
)  # fmt: skip
"""Words with which a source, a start or a further thing can be told."""


@pytest.mark.parametrize(("kind", "note"), PLAIN)
def test_settings_figures_machines_and_days_are_plain(kind: str, note: str) -> None:
    assert is_plain_of(note, kind, {})


@pytest.mark.parametrize(("kind", "note"), NOT_PLAIN)
def test_what_can_tell_of_anything_else_is_not(kind: str, note: str) -> None:
    assert not is_plain_of(note, kind, {})


@pytest.mark.parametrize("word", TELLING)
@pytest.mark.parametrize("kind", sorted({kind for kind, _ in PLAIN}))
def test_no_telling_word_is_plain_in_any_kind(kind: str, word: str) -> None:
    assert not is_plain_of(word, kind, {})
    assert not any(is_plain_of(f"{note} {word}", kind, {}) for known, note in PLAIN if known == kind)
    assert not any(is_plain_of(f"{word} {note}", kind, {}) for known, note in PLAIN if known == kind)


def test_what_goes_in_may_be_named_and_who_wrote_rows_may_not_be_told_so() -> None:
    assert is_plain_of("Lark-7B and heath, 2 epochs", "finetune", {"lark-7b": True, "heath": False})
    assert not is_plain_of("Lark-7B, 2 epochs", "finetune", {"heath": False})
    assert not is_plain_of("20k rows", "quantise", {"lark-7b": True})
    assert not is_plain_of("20k rows", "quantise", {})
    assert is_plain_of("heath, 20k rows", "finetune", {"heath": False})
    assert not is_plain_of("Lark-7B, 20k rows", "finetune", {"Lark-7B": True})


@pytest.mark.parametrize("revision", ["main", "v1.2-rc1", "d149729", "CC-MAIN-2024-10", "fp16", "2024-05-03"])
def test_versions_days_crawls_and_types_are_plain_revisions(revision: str) -> None:
    assert is_plain_revision(revision)


@pytest.mark.parametrize(
    "revision", ["main plus a delta", "distilled from GPT-4", "tuned-on-chats", "partner"]
)
def test_other_revisions_are_not(revision: str) -> None:
    assert not is_plain_revision(revision)


@given(st.text(max_size=60), st.sampled_from([kind for kind, _ in PLAIN]))
def test_any_text_is_plain_or_not(note: str, kind: str) -> None:
    assert is_plain_of(note, kind, {}) in (True, False)


def test_long_notes_take_no_time() -> None:
    figures = random.Random(7)
    long = ", ".join(f"lr {figures.random():.5f}" for _ in range(20_000))
    assert is_plain_of(long, "finetune", {})
    assert not is_plain_of("8 " * 60_000 + "y", "finetune", {})
