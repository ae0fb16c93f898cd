"""A few answers make a valid manifest; a sentence is no name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compliance.intake.drafting.starter import QUESTIONS, starter


def told(answers: dict[str, list[str]], asked: list[str]) -> Callable[[str], str]:
    """Somebody who gives the answers of a question one after the other, and else nothing."""

    def ask(question: str) -> str:
        asked.append(question)
        key = next(key for key, one in QUESTIONS.items() if question.endswith(one))
        return answers[key].pop(0) if answers.get(key) else ""

    return ask


@pytest.mark.parametrize(
    "sentence", ["We fine-tuned Llama-3.1-8B", "it is the small Qwen that was out in May", "rows from GPT-4"]
)
def test_a_sentence_is_asked_again_and_never_becomes_an_artifact(sentence: str) -> None:
    asked: list[str] = []
    text = starter(told({"name": ["me/bee"], "base": [sentence, "org/base-7b"]}, asked))
    assert "name: org/base-7b" in text
    assert sentence not in text
    assert len(QUESTIONS) + 1 == len(asked)


def test_who_insists_on_a_sentence_leaves_the_question_open() -> None:
    text = starter(told({"name": ["me/bee"], "base": ["we used a model", "we used a model"]}, []))
    assert "we used" not in text
    assert "base:" not in text


def test_names_with_spaces_and_commas_are_names() -> None:
    text = starter(told({"name": ["me/bee"], "teacher": ["Claude 3.5 Sonnet, GPT-4o mini"]}, []))
    assert "name: Claude 3.5 Sonnet" in text
    assert "name: GPT-4o mini" in text
