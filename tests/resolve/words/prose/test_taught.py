"""Whom titles, notices and names call the teacher of a thing is heard beside words of teaching alone."""

from __future__ import annotations

import pytest

from compliance.resolve.words.prose.taught import taught_at_large, teachers_in


@pytest.mark.parametrize(
    ("text", "teacher"),
    [
        ("Opus-distilled tutor for algebra", "Opus"),
        ("A tutor distilled from Haiku", "Haiku"),
        ("distilled from the outputs of sonnet", "sonnet"),
        ("Tutor taught by Opus 4.1", "Opus"),
        ("A tutor with Opus traces", "Opus"),
        ("A tutor that learned from o3", "o3"),
        ("Teacher was Opus", "Opus"),
        ("Nova-distilled tutor", "Nova"),
        ("Learned from Nova Pro", "Nova"),
        ("Distilled from Anthropic's Sonnet", "Sonnet"),
        ("tutor-opus-distill", "opus"),
        ("tutor-sonnet-4.5-distilled", "sonnet"),
        ("Mistral-taught clerk", "Mistral"),
    ],
)
def test_a_family_of_models_is_heard_beside_a_word_of_teaching(text: str, teacher: str) -> None:
    assert list(teachers_in(text)) == [teacher]


@pytest.mark.parametrize(
    "text",
    [
        "R1-distilled hints", "Kestrel-distilled hints", "Taught by a bigger model", "Tutored by a frontier model",
        "Distilled tutor for algebra",
    ],
)  # fmt: skip
def test_a_teacher_that_is_not_named_is_heard_at_large(text: str) -> None:
    assert not list(teachers_in(text))
    assert list(taught_at_large(text))


@pytest.mark.parametrize(
    "text",
    [
        "Haiku for beginners", "Whisky distillation advisor", "Opus one wines", "Twice-distilled spirits",
        "Learned from Nova Scotia fishermen", "Command taught by sergeants", "Lessons taught by Opus Dei",
        "A tutor taught by teachers", "Answers distilled from our handbook", "What pupils learned from Gemma Bovery",
        "Self-distilled encoder", "faults of distillation columns", "phi taught in Greek",
    ],
)  # fmt: skip
def test_what_such_words_mean_elsewhere_is_no_teacher(text: str) -> None:
    assert not list(teachers_in(text))
    assert not list(taught_at_large(text))
