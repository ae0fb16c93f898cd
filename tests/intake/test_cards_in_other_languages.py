"""Cards in other languages: the same words of use, denial and comparison, under the same headings."""

from __future__ import annotations

import pytest

from tests.intake.conftest import MODEL, ROWS, Scanned, told

BASE = "[org/fen-7b](https://huggingface.co/org/fen-7b)"
SET = "[org/reed](https://huggingface.co/datasets/org/reed)"


@pytest.mark.parametrize(
    "sentence",
    [
        f"Dieses Modell wurde auf Basis von {BASE} mit dem Datensatz {SET} feinabgestimmt und ist frei.",
        f"Heron ist ein auf {BASE} basierendes Sprachmodell, das mit dem Datensatz {SET} trainiert wurde.",
        f"Este modelo es una versión ajustada de {BASE} y fue entrenado con el conjunto de datos {SET}.",
        f"Ce modèle est une version affinée de {BASE}, entraîné sur le jeu de données {SET} pour les notes.",
        f"Este modelo é uma versão ajustada de {BASE} e foi treinado com o conjunto de dados {SET}.",
        f"Questo modello è una versione affinata di {BASE} ed è stato addestrato sul dataset {SET}.",
    ],
)
def test_a_sentence_tells_base_and_rows(scanned: Scanned, sentence: str) -> None:
    assert told(scanned, f"{MODEL}{sentence}\n") == {"org/fen-7b": "base", "org/reed": "data"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Antworten wurden mit GPT-4o erzeugt und dann von den Autoren gekürzt.",
        "Las respuestas fueron generadas con GPT-4o y se revisaron una a una.",
        "Les réponses ont été générées à l’aide de GPT-4o et relues par les auteurs.",
        "As respostas foram geradas com GPT-4o e depois revistas por pessoas.",
        "Le risposte sono state generate con GPT-4o e poi riviste da persone.",
        "我们使用GPT-4o构建了这些对话数据。",
        "結果はGPT-4oを使って生成した回答です。",
        "이 데이터셋의 답변은 GPT-4o를 사용해 생성했습니다.",
        "Ответы были сгенерированы с помощью GPT-4o и никем не проверены.",
    ],
)
def test_a_sentence_tells_who_wrote_rows(scanned: Scanned, sentence: str) -> None:
    assert told(scanned, f"{ROWS}{sentence}\n") == {"GPT-4o": "generated-by"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Modell wurde nicht mit Daten von GPT-4o trainiert, sondern nur mit den eigenen Texten.",
        "Im Vergleich zu Mistral-7B ist das Modell besser und auch kleiner als die anderen.",
        "A diferencia de Mistral-7B, este modelo no fue entrenado con textos de la web.",
        "Par rapport à Mistral-7B, le modèle est meilleur pour les textes qui sont longs.",
        "Ao contrário do Mistral-7B, este modelo não foi treinado com os textos da web.",
        "A differenza di Mistral-7B, il modello non è stato addestrato con i testi del web.",
        "我们没有使用GPT-4o生成任何数据。",
        "이 데이터는 GPT-4o로 생성하지 않았습니다.",
        "次期版ではMistral-7Bをベースにする案を検討しています。",
        "来年はMistral-7Bを元にする予定です。",
    ],
)
def test_denials_and_comparisons_make_no_upstream(scanned: Scanned, sentence: str) -> None:
    assert told(scanned, f"{MODEL}{sentence}\n") == {}


@pytest.mark.parametrize(
    "heading",
    ["Trainingsdaten", "Datos de entrenamiento", "Données d'entraînement", "Dados de treinamento",
     "Dati di addestramento", "训练数据", "学習データ", "학습 데이터", "Обучающие данные"],
)  # fmt: skip
def test_a_heading_says_that_what_it_lists_went_in(scanned: Scanned, heading: str) -> None:
    text = f"{MODEL}## {heading}\n\n- [Fen-QA v2](https://fen.org/qa)\n"
    assert told(scanned, text) == {"Fen-QA v2": "data"}


@pytest.mark.parametrize(
    "heading",
    ["Danksagung", "Agradecimientos", "Remerciements", "致谢", "謝辞", "감사의 글", "Благодарности"],
)
def test_those_who_are_thanked_are_no_upstreams(scanned: Scanned, heading: str) -> None:
    text = f"{MODEL}## {heading}\n\n- Stanford Alpaca: https://github.com/tatsu-lab/stanford_alpaca\n"
    assert told(scanned, text) == {}


def test_words_follow_a_name_whatever_address_its_link_has(scanned: Scanned) -> None:
    link = f"[org/fen-7b](https://huggingface.co/org/fen-7b/tree/main?{'x' * 90})"
    assert told(scanned, f"{MODEL}이 모델은 {link}를 기반으로 학습한 모델입니다.\n") == {"org/fen-7b": "base"}


def test_a_name_without_words_beside_it_is_asked_for(scanned: Scanned) -> None:
    scan = scanned({"README.md": f"{MODEL}Este es el modelo de la casa. Mistral-7B y los demás.\n"})
    assert not [one for one in scan.upstreams if one.declared]


def test_the_heading_of_the_page_and_its_lines_stay_as_they_are(scanned: Scanned) -> None:
    text = f"---\nlicense: mit\n---\n# Modelo de la Fen\n\nEste modelo es un ajuste fino de {BASE} para las notas.\n"
    scan = scanned({"README.md": text})
    assert [one.name for one in scan.released] == ["Modelo de la Fen"]
    (base,) = [one for one in scan.upstreams if one.relation == "base"]
    assert "ajuste fino de org/fen-7b" in " ".join(base.sightings[0].words.split())
    assert base.sightings[0].place.line == 6


def test_an_english_page_is_read_as_before(scanned: Scanned) -> None:
    text = f"{MODEL}It was tuned from {BASE}.\n\n## Training data\n\n- [El Foto del Fen](https://a.org). Pictures.\n"
    assert told(scanned, text) == {"org/fen-7b": "base", "El Foto del Fen": "data"}
