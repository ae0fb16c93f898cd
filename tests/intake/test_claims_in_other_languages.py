"""What pages in other languages claim of the making, against what code shows."""

from __future__ import annotations

import pytest

from tests.intake.conftest import Scanned

CARD = "---\nlicense: mit\nbase_model: Qwen/Qwen2.5-7B\npipeline_tag: text-generation\n---\n# Heron\n\n"
ASKS = (
    "import json\nfrom openai import OpenAI\n\n\ndef write(text):\n"
    "    return OpenAI().chat.completions.create(model='gpt-4o-2024-08-06', messages=[text])\n"
)
JUDGES = (
    "from transformers import AutoModelForSequenceClassification\n"
    "m = AutoModelForSequenceClassification.from_pretrained('org/Fen-Reward-8B')\n"
)


def about(scanned: Scanned, words: str) -> set[str]:
    scan = scanned({"README.md": CARD + words, "make/write.py": ASKS, "make/rank.py": JUDGES})
    return {one.about for one in scan.contradictions if one.kind == "lineage"}


@pytest.mark.parametrize(
    "words",
    [
        "学習には公開された文章だけを使い、合成データは使用していません。",
        "書き起こしはすべて人手によるものです。丁寧に確認しました。",
        "本数据集未使用任何合成数据，全部来自公开网页。",
        "所有回答均由专业译者撰写，并经过两轮检查。",
        "이 모델의 학습에는 합성 데이터를 사용하지 않았습니다.",
        "Die Antworten wurden von unseren Mitarbeitern von Hand geschrieben und danach noch einmal gelesen.",
        "Für das Training haben wir nur echte Texte genommen; es wurden keine synthetischen Daten verwendet.",
        "Les réponses ont été rédigées à la main par nos bénévoles pendant l'été, avec beaucoup de soin.",
        "Las respuestas fueron escritas a mano por voluntarios de la universidad durante el verano.",
        "Le risposte sono state scritte a mano da studenti della nostra università durante il corso.",
        "As respostas foram escritas à mão por voluntários da universidade durante o ano de curso.",
    ],
)
def test_people_who_are_said_to_have_written_are_held_against_the_model_that_did(
    scanned: Scanned, words: str
) -> None:
    assert "who wrote the rows" in about(scanned, words)


@pytest.mark.parametrize(
    "words",
    [
        "学習データの作成に商用のAPIは一切使用していません。",
        "数据构建过程中没有调用任何闭源模型或商业接口。",
        "Proprietäre Modelle haben wir bei der Arbeit an den Daten an keiner Stelle eingesetzt.",
        "Aucun modèle propriétaire n'a été utilisé pour ce corpus, ni pour les réponses ni pour le reste.",
        "No se ha usado ningún modelo propietario en la creación de este conjunto de datos.",
    ],
)
def test_hosted_models_that_are_denied_are_held_against_the_one_that_is_asked(
    scanned: Scanned, words: str
) -> None:
    assert "hosted models" in about(scanned, words)


def test_people_who_are_said_to_have_rated_are_held_against_the_weights_that_did(scanned: Scanned) -> None:
    words = "Die Antworten wurden von drei Fachleuten bewertet und die schlechten aus den Daten genommen."
    assert "who judged the rows" in about(scanned, words)


@pytest.mark.parametrize(
    "words",
    [
        "Das Modell ist für den Alltag gedacht und versteht die Sprache der Nutzer sehr gut.",
        "合成データも使用しています。",
        "Im Hörtest wurden die Stimmen von zwanzig Menschen bewertet, und das Ergebnis war gut.",
    ],
)
def test_pages_that_claim_nothing_are_held_against_nothing(scanned: Scanned, words: str) -> None:
    assert not about(scanned, words)


def test_a_claim_of_people_on_one_page_is_refuted_by_another_that_tells_of_the_same_rows(
    scanned: Scanned,
) -> None:
    front = "---\nlicense: mit\ntask_categories: [text-generation]\n---\n# Rows\n\n"
    rows = f"{front}Every caption was written by GPT-4o.\n"
    scan = scanned(
        {"README.md": CARD + "Captions were written by three linguists.\n", "data/README.md": rows}
    )
    assert "who wrote the rows" in {one.about for one in scan.contradictions}
