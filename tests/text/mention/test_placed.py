"""Names that nothing knows, by their place in the grammar."""

from __future__ import annotations

import pytest

from compliance.intake.naming.registry_words import RegistryWords
from compliance.pipeline import load_packs
from compliance.text.mention import mentions
from compliance.text.mention.placed import placed


@pytest.fixture(scope="module")
def known() -> RegistryWords:
    return RegistryWords(load_packs().registry)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The model was trained on the FenQA and MireSum-2 sets.", {"FenQA", "MireSum-2"}),
        ("It is an improved model based on HeronMixV4.", {"HeronMixV4"}),
        ("An upload of mire-MiniLMv2-L12 once more.", {"mire-MiniLMv2-L12"}),
        ("Speech was synthesized by ReedTTS / BogVoice / MireAudio.", {"ReedTTS", "BogVoice", "MireAudio"}),
        ("The fen_review dataset was cut down.", {"fen_review"}),
        ("They were trained on FenQA, MireSum and Heron Bank.", {"FenQA", "MireSum", "Heron Bank"}),
    ],
)
def test_the_words_before_it_tell_a_name(text: str, names: set[str]) -> None:
    assert {text[one.start : one.end] for one in placed(text)} == names


@pytest.mark.parametrize(
    "text",
    [
        "It was trained on A100 GPUs with DeepSpeed.",
        "It was trained on AWS in P4d instances.",
        "Built on the FenKit framework.",
        "It was trained on English and German text.",
        "Results are based on GPTQ.",
        "The rows have columns such as tree_id and source_url.",
        "See Figure 3 and compare with Table 2.",
    ],
)
def test_machines_tools_and_columns_are_no_names(text: str) -> None:
    assert not list(placed(text))


def test_a_benchmark_is_mentioned_and_no_upstream(known: RegistryWords) -> None:
    told = [one for one in mentions("It scores 8.1 on MT-Bench.", known) if "MT" in one.name]
    assert [(one.relation, one.is_lineage) for one in told] == [("evaluated-against", False)]


@pytest.mark.parametrize("name", ["GPQA Diamond", "LiveCodeBench"])
def test_a_share_on_a_set_measures(known: RegistryWords, name: str) -> None:
    told = [one for one in mentions(f"Our model reaches 54% on {name}.", known) if one.name == name]
    assert told
    assert not any(one.is_lineage for one in told)


def test_small_letters_beside_their_noun(known: RegistryWords) -> None:
    told = mentions("Pages were kept by fasttext models.", known)
    assert "fasttext" in [one.name for one in told]


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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It was merged with Heronmix, Aeros and f333.",
         {"Heronmix": "model", "Aeros": "model", "f333": "model"}),
        ("We use two benchmarks: Heron and ReedQuery.", {"Heron": "dataset", "ReedQuery": "dataset"}),
        ("Initialized with the weights of the original text-to-video Heron model.", {"Heron": "model"}),
        ("It was trained on the Heron corpus.", {"Heron": "dataset"}),
        ("It was trained on Heron.", {}),
        ("Fine-tunes the Llama 3 model using Low-Rank Adaptation (LoRA).", {"Llama 3": "model"}),
        ("Models such as English or German ones.", {}),
    ],
)  # fmt: skip
def test_a_word_with_a_capital_is_a_name_where_only_names_stand(text: str, wanted: dict[str, str]) -> None:
    assert {text[one.start : one.end]: one.kind for one in placed(text)} == wanted
