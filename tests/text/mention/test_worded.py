"""Names that only the words before them tell."""

import pytest

from compliance.text.mention.placed import placed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It was tuned on the large dataset Marshland.", {"Marshland": "dataset"}),
        ("FenMatte trained on Composition-1k.", {"Composition-1k": "dataset"}),
        ("It was fine-tuned on ReedVQA and then pruned.", {"ReedVQA": "dataset"}),
        ("It was trained on TPUv3-8 and later on RunPod.", {}),
        ("It was trained on PyTorch.", {}),
        ("A LoRA trained on FenDiff3.", {"FenDiff3": "model"}),
        ("It is an improved model based on EmberFenV4.", {"EmberFenV4": "model"}),
        ("Marsh serves as an enhancement over OpenFenV1.1, and draws birds.", {"OpenFenV1.1": "model"}),
        ("It is a large improvement over OpenFenV1.1.", {}),
        ("Trained on the unfiltered dataset V2023.05.02v0.", {}),
        ("Speech is read by a model using the FenVec pretrained model.", {"FenVec": "model"}),
        ("It is a fine-tuned version of fen/heron-1b on the fen_birds dataset.", {"fen_birds": "dataset"}),
        ("Composed by the concatenation of 3 sources (Fenlist, Reed Digital and Marsh-Apps).",
         {"Fenlist": "dataset", "Reed Digital": "dataset", "Marsh-Apps": "dataset"}),
        ("It is trained on several datasets (see below).", {}),
        ("The captioning was done using Fen Caption Batch.", {"Fen Caption Batch": "model"}),
    ],
)  # fmt: skip
def test_names_are_told_by_the_words_before_them(text: str, wanted: dict[str, str]) -> None:
    assert {text[one.start : one.end]: one.kind for one in placed(text)} == wanted
