"""Chinese words around a name say what it was for."""

from __future__ import annotations

import pytest

from compliance.model.declared.sighting import Known
from compliance.text.mention.chinese import told


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("我们对N-7B进行了指令微调。", "base"),
        ("本模型基于N-7B继续预训练而来", "base"),
        ("以N-7B为基座模型", "base"),
        ("问答对由N-7B自动生成", "generated-by"),
        ("并用N-7B打分", "judged-by"),
        ("使用N-7B对语料进行过滤", "filtered-by"),
        ("与N-7B相比有明显提升", "compared-with"),
        ("训练中没有使用N-7B生成的数据", None),
        ("It is N-7B.", None),
        ("感谢N-7B团队。我们对模型进行微调", None),
    ],
)
def test_words_around_a_model_give_it_its_relation(text: str, relation: str | None) -> None:
    at = text.index("N-7B")
    found = told(text, at, at + 4, Known("model", None))
    assert relation == (found[0] if found else None)


def test_rows_are_only_trained_on_or_taken_from() -> None:
    rows = Known("dataset", None)
    assert told("在N-7B数据集上训练", 1, 5, rows) == ("data", "在…数据集上训练")
    assert told("由N-7B生成", 1, 5, rows) is None
