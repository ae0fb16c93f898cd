"""What names and sentences say in other languages than English is held against the lineage as well."""

from __future__ import annotations

import datetime
import time

import pytest

from compliance import pipeline
from compliance.load.packs.knowledge import load_packs
from compliance.resolve.words.prose.sentences import said_to_write

MANIFEST = """\
lineage: 1
project: {{id: words, title: Tune for meadows}}
publisher: {{name: Meadow Lab, kind: company, country: CH}}
artifacts:
  base: {{kind: model, name: HuggingFaceTB/SmolLM2-1.7B, license: Apache-2.0}}
  rows: {{kind: dataset, name: "{name}", license: CC0-1.0, origin: own,
         note: "{note}", documented: {{where: README, generators: none}}}}
  tuned: {{kind: model, documented: {{where: "{weights}", generators: none}}}}
steps:
  - {{id: tune, kind: finetune, inputs: {{base: base, data: rows}}, outputs: tuned}}
releases:
  - {{artifact: tuned, name: meadow/made, date: 2026-05-20, license: Apache-2.0, access: open-weights, commercial: true,
     function: general-purpose, channels: [Hugging Face], markets: [CH], notices: [], license_copies: [Apache-2.0]}}
"""


def code(name: str = "Meadow rows", note: str = "by our staff", weights: str = "README") -> int:
    """The exit code of a manifest with such words in it."""
    text = MANIFEST.format(name=name, note=note, weights=weights)
    return pipeline.check_text(
        text, "m.yaml", packs=load_packs(), as_of=datetime.date(2026, 11, 28)
    ).exit_code


MACHINES = [
    "Gespräche mit unserem Assistenten", "conversations avec notre assistant", "智能客服对话", "챗봇 대화",
    "KI-generierte Antworten", "Antworten eines Sprachmodells", "maschinell übersetzte Fragen", "synthetische Daten",
    "réponses générées par une IA", "textes écrits par un modèle de langue", "données synthétiques",
    "respuestas de un modelo de lenguaje", "textos generados con IA", "dati sintetici",
    "testi scritti da un modello linguistico",
    "textos gerados por IA", "antwoorden door een taalmodel geschreven", "svar från en språkmodell",
    "odpowiedzi wygenerowane przez AI", "syntetyczne odpowiedzi modelu", "ответы нейросети", "сгенерированные данные",
    "yapay zeka yanıtları", "由大模型生成的问答", "自动生成数据", "机器翻译语料", "LLMで生成した対話",
    "AIが書いた回答", "합성 데이터 대화",
]  # fmt: skip
PEOPLE = [
    "Notizen der Assistenten", "notes des assistants de notre école", "客服人员的记录",
    "Fragen zu Sprachmodellen", "Texte von Maria", "von Lehrern geschrieben", "Antworten von KI-Studenten",
    "questions sur l'IA",
    "textes écrits par des élèves", "preguntas sobre modelos de lenguaje", "risposte ai bambini",
    "testi per ai genitori",
    "textos escritos por alunos", "vragen over taalmodellen", "pytania o modele językowe", "вопросы о нейросетях",
    "关于大模型的问题", "人工编写的问答", "言語モデルについての質問", "언어 모델에 관한 질문",
    "modellen geschreven door boeren",
]  # fmt: skip
LIMITS = [
    "nicht zur kommerziellen Nutzung", "nur für Forschung", "nichtkommerzielle Nutzung",
    "usage de recherche uniquement",
    "réservé à la recherche", "utilisation non commerciale", "interdit à la vente", "solo uso no comercial",
    "sin fines comerciales", "solo per ricerca", "uso non commerciale", "não comercial",
    "apenas para fins de pesquisa",
    "alleen voor onderzoek", "niet-commercieel gebruik", "endast för forskning", "ikke-kommersiell bruk",
    "tylko do użytku niekomercyjnego", "только для исследований", "некоммерческое использование",
    "ticari olmayan kullanım",
    "仅供研究使用", "禁止商用", "非商业用途", "不得用于商业用途", "商用利用禁止", "研究目的に限る",
    "비상업적 용도로만", "연구 목적으로만 사용",
]  # fmt: skip
FREE = [
    "kommerzielle Nutzung erlaubt", "auch für nichtkommerzielle Nutzung", "für Forschung und Betrieb",
    "usage commercial permis",
    "uso comercial permitido", "uso commerciale consentito", "commercieel gebruik toegestaan",
    "коммерческое использование разрешено",
    "可商用", "商用利用可", "研究团队编写", "상업적 이용 가능",
]  # fmt: skip


@pytest.mark.parametrize("words", MACHINES)
def test_a_machine_that_wrote_is_heard_in_names_and_sentences(words: str) -> None:
    assert (code(name=words), code(note=words)) == (1, 1)


@pytest.mark.parametrize("words", PEOPLE)
def test_what_people_wrote_of_machines_is_not(words: str) -> None:
    assert (code(name=words), code(note=words)) == (0, 0)


@pytest.mark.parametrize("words", LIMITS)
def test_a_limit_is_heard(words: str) -> None:
    assert code(note=words) == 1


@pytest.mark.parametrize("words", FREE)
def test_leave_is_no_limit(words: str) -> None:
    assert code(note=words) == 0


@pytest.mark.parametrize(
    "words",
    ["Antworten von GPT-4 erzeugt", "réponses rédigées par Claude 3", "数据由 ChatGPT 生成", "データはGPT-4で生成",
     "評価データはGPT-4で生成", "評测集由GPT-4生成", "ответы, написанные GPT-4o", "GPT-4로 생성한 대화"],
)  # fmt: skip
def test_a_model_that_is_named_is_heard(words: str) -> None:
    assert code(note=words) == 1


@pytest.mark.parametrize(
    "words",
    ["ohne ChatGPT geschrieben", "keine Antworten von GPT-4, von Lehrern geschrieben", "écrit sans ChatGPT",
     "escrito sin ChatGPT", "未使用 ChatGPT 生成", "GPT-4は使用していない、人が作成"],
)  # fmt: skip
def test_a_model_that_is_denied_is_not(words: str) -> None:
    assert code(note=words) == 0


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("keine Antworten von Qwen, trainiert aus Llama-3.1-8B", 1),
        ("affiné depuis Llama-3.1-8B", 1),
        ("verglichen mit Llama-3.1-8B", 0),
        ("与 Llama-3.1-8B 对比", 0),
    ],
)
def test_weights_are_heard_and_comparisons_are_none(words: str, answer: int) -> None:
    assert code(weights=words) == answer


def test_a_text_without_spaces_is_read_in_proportion() -> None:
    started = time.process_time()
    assert list(said_to_write("仅供研究" * 9000)) == []
    assert time.process_time() - started < 3
