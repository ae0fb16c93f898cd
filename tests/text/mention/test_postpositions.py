"""Japanese and Korean words behind a name say what it was for."""

import pytest

from compliance.intake.naming.registry_words import RegistryWords
from compliance.pipeline import load_packs
from compliance.text.mention.postpositions import told
from compliance.text.mention.sentence import mentions


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("このモデルはLlama2をベースとして日本語を追加学習したものです。", "Llama2", "base"),
        ("Mistral-7B-v0.1に対して継続事前学習を行いました。", "Mistral-7B-v0.1", "base"),
        ("google/gemma-2-9bの量子化版です。", "google/gemma-2-9b", "base"),
        ("回答はGPT-4で生成しました。", "GPT-4", "generated-by"),
        ("質問はMixtral-8x7B-Instructを用いて合成した。", "Mixtral-8x7B-Instruct", "generated-by"),
        ("databricks-dolly-15kを日本語に翻訳したものです。", "databricks-dolly-15k", "data"),
        ("GPT-4と比較して高い性能です。", "GPT-4", "compared-with"),
        ("이 모델은 beomi/llama-2-ko-7b를 대화 데이터로 파인튜닝했습니다.", "beomi/llama-2-ko-7b", "base"),
        ("답변은 GPT-4o로 생성했습니다.", "GPT-4o", "generated-by"),
        ("OpenOrca를 번역하여 학습했습니다.", "OpenOrca", "data"),
        ("Mistral-7B보다 좋은 성능입니다.", "Mistral-7B", "compared-with"),
    ],
)
def test_words_behind_a_name_tell_its_relation(text: str, name: str, expected: str) -> None:
    found = mentions(text, RegistryWords(load_packs().registry))
    assert {one.relation for one in found if one.name == name} == {expected}


@pytest.mark.parametrize(
    "text", ["Fen-7B", "Fen-7B is a base", "Fen-7Bです。", "Fen-7B를 소개합니다.", "Fen-7Bで生成していない"]
)
def test_other_words_tell_nothing(text: str) -> None:
    assert told(text, 6, None) is None
