"""A service that a note names was at work, unless the note denies it or speaks of something that is called by it."""

from __future__ import annotations

import time

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.prose.mentioned import at_work, models_at_work, run_there, sets_at_work

_NAMES = Names(load_packs().registry)


@pytest.mark.parametrize(
    "text",
    [
        "rows whose JSON does not fit the schema were repaired by Claude Haiku",
        "Tickets without a label were labelled by GPT-4o.",
        "What staff had not finished by March was written by Claude.",
        "rows that had no answer got one from Gemini",
        "written with ChatGPT instead of by hand",
        "Rather than hiring writers we used ChatGPT.",
        "We cannot tell which of them GPT-4 wrote.",
        "Not only our staff wrote tickets, Copilot did too.",
        "Not all tickets are by staff - some come from ChatGPT.",
        "Since May we no longer use ChatGPT for new tickets.",
        "If nobody answered, Claude did.",
        "GPT-4 drafted most tickets and staff went over them.",
        "Claude decided the label where two of us differed.",
        "An intern pasted the hard ones into ChatGPT and kept what came out.",
        "All tickets went through Grammarly.",
        "prompts and seeds for the OpenAI batch job are there",
        "through OpenRouter with our key",
        "the second answer of each pair is from the bot of a rival shop",
        "asked an LLM for the rest",
        "Dos épocas; las respuestas se corrigieron con ChatGPT.",
        "Las preguntas que no tenían respuesta las contestó ChatGPT.",
        "Les questions sans réponse ont été complétées par ChatGPT",
        "Die Fragen ohne Antwort hat ChatGPT beantwortet",
        "Tickets, die keine Antwort hatten, hat ChatGPT beantwortet.",
        "部分回答由文心一言润色",
        "没有答案的问题由GPT-4补写",
    ],
)
def test_a_service_at_work_is_heard_whatever_the_verb(text: str) -> None:
    assert list(at_work(text))


@pytest.mark.parametrize(
    "text",
    [
        "Written without ChatGPT or any other model.",
        "No ticket was written by Claude, Gemini or a like tool.",
        "rows that were not written by ChatGPT",
        "None of the rows was made with GPT-4.",
        "Staff were told not to use ChatGPT.",
        "The use of ChatGPT was forbidden.",
        "ChatGPT was not used.",
        "GPT-4 had no part in it",
        "pasted by hand, nobody asked ChatGPT",
        "never pasted into ChatGPT, DeepL or Grammarly",
        "written by staff instead of ChatGPT",
        "neither ChatGPT nor Copilot was at hand",
        "no answers of tools (ChatGPT)",
        "answers of experts (see GPT-4 report for the format)",
        "rows in the OpenAI chat format",
        "OpenAI-compatible messages",
        "prompt template of ChatGPT",
        "tokens counted with the tokenizer of OpenAI",
        "questions about ChatGPT",
        "a detector for texts of ChatGPT",
        "rows that look like ChatGPT were thrown out",
        "beats Claude 3 Haiku by two points",
        "evaluated against GPT-4o on 3 May",
        "typed in 2019, long before ChatGPT",
        "Read by Claude Moreau and Jean Petit.",
        "questions for our chatbot",
        "no text came from an LLM",
        "ohne ChatGPT geschrieben",
        "Kein Text stammt von ChatGPT.",
        "sin ChatGPT ni otras herramientas",
        "aucun texte de ChatGPT",
        "未使用ChatGPT",
        "ChatGPTは使用していない",
    ],
)
def test_what_is_denied_or_called_by_a_service_is_not(text: str) -> None:
    assert list(at_work(text)) == []


def test_a_host_counts_for_rows_alone() -> None:
    assert list(at_work("run on Bedrock")) == ["Bedrock"]
    assert list(at_work("run on Bedrock", rows=False)) == []


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load_packs().registry)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("4k pairs by 12 employees and 60k from UltraFeedback", True),
        ("HelpSteer2 for the first epoch", True),
        ("few-shot examples from glaive-function-calling-v2", True),
        ("the schema of UltraFeedback", False),
        ("same columns as UltraFeedback", False),
        ("deduplicated against UltraFeedback", False),
        ("nothing from UltraFeedback was removed by hand", False),
        ("no row of UltraFeedback", False),
        ("two epochs in squad order", False),
        ("arXiv 1908.06248, section 2", False),  # a paper by its number
        ("arXiv:2104.01497v2", False),
        ("the arXiv preprint of 2019", False),
        ("sentences of arXiv", True),
        ("rows like an alternative to ImageNet", False),
    ],
)
def test_a_known_set_in_a_note_of_rows_is_heard(text: str, told: bool, names: Names) -> None:
    assert bool(list(sets_at_work(text, names))) is told


def test_long_sentences_take_time_in_proportion() -> None:
    before = time.process_time()
    list(at_work("rows that had no answer got one " * 20_000))
    list(at_work("no ChatGPT " * 4_000))
    assert time.process_time() - before < 20


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rare dents painted in with Stable Diffusion", "Stable Diffusion"),
        ("by two operators in CVAT with its Segment Anything assist", "Segment Anything"),
        ("half of the drafts are from Mistral 7B Instruct", "Mistral 7B Instruct"),
        ("transcripts by Deepgram, corrected by hand", "Deepgram"),
        ("spoken notes went through AssemblyAI", "AssemblyAI"),
    ],
)
def test_a_known_model_or_house_at_work_is_heard(text: str, told: str) -> None:
    assert any(told in one.text for one in models_at_work(text, _NAMES))


@pytest.mark.parametrize(
    "text",
    [
        "no picture by Stable Diffusion",
        "better than Mistral 7B Instruct",
        "chat template of Mistral 7B",
        "written by Gemma Smith and Falcon Heights school",
        "typed on machines by Microsoft, kept at Amazon",
        "rows that looked like Stable Diffusion were removed",
    ],
)
def test_models_that_gave_nothing_are_not(text: str) -> None:
    assert list(models_at_work(text, _NAMES)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("reranked by jina-reranker-v2-base-multilingual on our server", "jina-reranker"),
        ("falls back to GPT-4o when the other is down", "GPT-4o"),
        ("vectors of BAAI/bge-m3", "bge-m3"),
        ("index by text-embedding-3-large", "embedding-3"),
    ],
)
def test_what_runs_beside_a_service_is_heard(text: str, told: str) -> None:
    assert any(told in one.text for one in run_there(text, _NAMES))


@pytest.mark.parametrize(
    "text",
    [
        "Bedrock in eu-central-1, health check each 30 s",
        "evaluated against GPT-4o on 200 questions",
        "release 2026-03-12, no fallback",
        "behind a load balancer, two replicas",
    ],
)
def test_how_a_service_is_run_tells_of_no_model(text: str) -> None:
    assert list(run_there(text, _NAMES)) == []
