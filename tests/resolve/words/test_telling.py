"""Words of makers, of machines and of sites in names, and sentences that say which model wrote something."""

from __future__ import annotations

import pytest

from compliance.resolve.words.telling import at_large, maker_words, site_words


@pytest.mark.parametrize(
    ("name", "word"), [("x_gpt4_y", "gpt"), ("deepseek rows", "deepseek"), ("egpt", ""), ("biographies", "")]
)
def test_words_of_makers_stand_by_themselves(name: str, word: str) -> None:
    assert maker_words(name) == ((word,) if word else ())


@pytest.mark.parametrize(
    "name",
    [
        "Chat logs of our assistant",
        "Replies of the help bot",
        "Machine translations of manuals",
        "Pseudo-labels of calls",
        "AI answers to tickets",
        "Auto-captions of lectures",
        "TTS readings of manuals",
        "Smart replies, accepted",
        "AI feedback on essays",
        "LLM preferences, round 2",
        "Bot ratings of tickets",
        "Synthesized voices of the app",
        "Notes of the meeting assistant",
        "Agent trajectories",
        "Tool-use traces of May",
        "Chain of thought for meadows",
        "Reasoning traces",
        "Simulated dialogues",
        "Deepfakes of our staff",
        "Face-swapped portraits",
        "Inpainted photos",
        "Upscaled photos",
        "Colourised photos",
        "Silver labels",
        "Voice-to-text notes",
        "Speech recognised from our calls",
        "ASR transcripts",
        "OCR'd text of invoices",
        "Predictions of our classifier",
        "Embeddings of our documents",
    ],
)
def test_making_by_some_machine_is_told(name: str) -> None:
    assert [at_large(word) for word in maker_words(name)] == [True]


@pytest.mark.parametrize(
    "name",
    [
        "Robotics logs", "Letters to the assistant editor", "Support tickets", "Human translations of machine manuals",
        "Botany notes", "Trajectories of birds", "Thoughts on chains", "Agents of the bank", "Scaled photos",
        "Silver coins",
        "Predictions by experts", "Plays for children", "Simulation logs of pumps", "Voices of birds",
        "Replies of our staff", "Captions by volunteers", "Code review comments", "Aircraft labels",
        "Ratings of machines", "Notes of our note-takers", "Synthesised compounds", "Feedback on the AI course",
    ],
)  # fmt: skip
def test_work_of_people_is_not_told_as_a_machines(name: str) -> None:
    assert maker_words(name) == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("LinkedIn profiles of engineers", ("LinkedIn",)),
        ("Tweets about our brand", ("Tweets",)),
        ("Competitor price lists", ("Competitor",)),
        ("Medium-sized parcels", ()),
        ("Guardian dogs of the farm", ()),
    ],
)
def test_sites_of_others_are_told(name: str, words: tuple[str, ...]) -> None:
    assert site_words(name) == words


@pytest.mark.parametrize(
    "name",
    [
        "Synthetische Arztbriefe", "Kundenchats mit unserem Bot", "KI-generierte Texte", "Chatbot-Verläufe 2025",
        "Maschinell übersetzte Handbücher", "Données synthétiques de 2025", "Textes rédigés par une IA",
        "Réponses de notre assistant IA", "Datos sintéticos", "Textos generados por IA", "Dati sintetici",
        "合成对话数据", "AI生成的问答", "聊天机器人对话", "合成データ", "챗봇 기록",
    ],
)  # fmt: skip
def test_making_by_some_machine_is_told_in_other_languages(name: str) -> None:
    words = maker_words(name)
    assert words
    assert all(map(at_large, words))


@pytest.mark.parametrize(
    "name",
    [
        "Synthetische Polymere", "Botanische Notizen unserer Boten", "Kinderbriefe", "Antworten unserer Assistenten",
        "Réponses de nos assistants", "Fibres synthétiques", "Notes de synthèse", "Maschinenprotokolle",
        "Fibras sintéticas", "合成纤维手册", "机器维修记录", "人工智能课程笔记", "Protokolle des Botschafters",
    ],
)  # fmt: skip
def test_work_of_people_in_other_languages_is_not_told_as_a_machines(name: str) -> None:
    assert maker_words(name) == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Unsere Sammlung von Amazon-Rezensionen", ("Amazon-Rezensionen",)),
        ("从知乎收集的问答", ("知乎",)),
        ("Preislisten unserer Mitbewerber", ("Mitbewerber",)),
        ("Articles de Le Monde", ("Articles de Le Monde",)),
        ("Subtitles of films", ("Subtitles of films",)),
        ("Concurrent logs of the amazon forest", ()),
        ("Bewertungen unserer Kunden", ()),
        ("Spiegel und Fenster", ()),
    ],
)
def test_sites_of_others_are_told_in_other_languages(name: str, words: tuple[str, ...]) -> None:
    assert site_words(name) == words
