"""A noun tells that what stands before it is a name; what only describes is none."""

from __future__ import annotations

import pytest

from compliance.text.mention.called import called, listed_with


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It was tuned on the Ravenna 2021 dataset.", {"Ravenna 2021": "dataset"}),
        ("We used QRST, UvWx, and TidePool corpora.", {"QRST": "dataset", "UvWx": "dataset", "TidePool": "dataset"}),
        ("It was made by tuning the Plover Northern Dutch (ND) model.", {}),
        ("It was made by tuning the PloverBERT Northern (NN) model.", {"PloverBERT Northern": "model"}),
        ("Pictures of my Harbour Sketch LoRA.", {"Harbour Sketch": "model"}),
    ],
)  # fmt: skip
def test_names_are_told_by_the_nouns_behind_them(text: str, wanted: dict[str, str]) -> None:
    assert {text[one.start : one.end]: one.kind for one in called(text)} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Training data: Reed-100K, a set of slides", {"Reed-100K": "dataset"}),
        ("- Dataset : MarshNet (12k), FenQA and Bog1", {"MarshNet": "dataset", "FenQA": "dataset", "Bog1": "dataset"}),
        ("Base model: Plover-Base", {"Plover-Base": "model"}),
        ("Base model: plover-tuned-12", {"plover-tuned-12": "model"}),
        ("Pretrain dataset: MarshNet, FEN", {"MarshNet": "dataset", "FEN": "dataset"}),
        ("Dataset: English news articles", {}),
        ("Data: JSON", {}),
        ("Source data: Public PDFs", {}),
    ],
)  # fmt: skip
def test_a_line_with_a_head_tells_names(text: str, wanted: dict[str, str]) -> None:
    assert {text[one.start : one.end]: one.kind for one in called(text)} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "We study how TTA models speak.",
        "It follows the MERE/TARN data governance rules.",
        "It has a BPE tokenizer.",
        "Our Base Model is a 7B model.",
        "Training Data comes from English and Japanese datasets.",
        "It is a BERT-based Language Model.",
        "Two NER datasets and one QA dataset.",
        "A Zero-Shot model of the Transformer kind.",
    ],
)
def test_what_only_describes_is_no_name(text: str) -> None:
    assert list(called(text)) == []


def test_a_list_of_known_names_tells_what_stands_between() -> None:
    text = "It holds Dolma (1T tokens), Heron-Mini (2B of them), and C4."
    dolma, c4 = text.index("Dolma"), text.index("C4")
    known = [(dolma, dolma + 5, "dataset"), (c4, c4 + 2, "dataset")]
    assert [text[one.start : one.end] for one in listed_with(text, known)] == ["Heron-Mini"]
    assert list(listed_with(text, [known[0], (c4, c4 + 2, "model")])) == []
