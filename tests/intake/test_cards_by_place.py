"""What a card states by where a name stands is told: in lists of words, in columns, behind labels, under headings."""

from __future__ import annotations

import pytest

from tests.intake.conftest import MODEL, ROWS, Scanned, told

WORDS = "## Training data\n\n### Shuffled datasets\n\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            WORDS + "- fen_qa\n- marsh-notes\n- reedy\n- bogs\n",
            {"fen_qa": "data", "marsh-notes": "data", "reedy": "data", "bogs": "data"},
        ),
        (WORDS + "- Dutch\n- Frisian\n- Danish\n- German\n", {}),
        (
            "## Training Data\n\nThese datasets were used:\n\n- Reading\n  - FenQA [Reed et al., 2018](https://fen.org/a)\n"
            "  - MARSH [Wren, 2019](https://fen.org/b)\n",
            {"FenQA": "data", "MARSH": "data"},
        ),
        (
            "## Training Data\n\nThese datasets were used:\n\n- [Notes](https://huggingface.co/datasets/fen_notes)\n",
            {"fen_notes": "data"},
        ),
    ],
)
def test_a_list_of_what_went_in_names_single_words_and_what_is_cited(
    scanned: Scanned, text: str, wanted: dict[str, str]
) -> None:
    assert told(scanned, MODEL + text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "| Name | Transformer | Data from |\n|---|---|---|\n| `one` | wren/root-7b | Marsh Notes Challenge |\n",
            {"wren/root-7b": "base", "Marsh Notes Challenge": "data"},
        ),
        (
            "| Adapter | Trained on |\n|---|---|\n| names | FenNER, MarshNER (4k rows) and Atlas of Fen Birds |\n",
            {"FenNER": "data", "MarshNER": "data", "Atlas of Fen Birds": "data"},
        ),
        ("| Model | Trained on | F1 |\n|---|---|---|\n| names | FenNER | 0.9 |\n", {}),
        ("## Comparison\n\n| Model | Size | Trained on |\n|---|---|---|\n| wader | 3B | FenNER |\n", {}),
        (
            "|  | Base model | Chat |\n|---|---|---|\n| 7B | heron-lab/heron-7b | heron-lab/heron-7b-chat |\n"
            "| 13B | heron-lab/heron-13b | heron-lab/heron-13b-chat |\n",
            {},
        ),
    ],
)
def test_the_heads_of_columns_tell_what_a_row_names(
    scanned: Scanned, text: str, wanted: dict[str, str]
) -> None:
    assert told(scanned, f"{MODEL}{text}") == wanted


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ("| Birds of the Fen | CC BY 4.0 | [site](https://fen.org/birds) |", {"Birds of the Fen": "data"}),
        ("| Reed calendar | MIT | [git](https://fen.org/reed) |", {"Reed calendar": "data"}),
        ("| total | MIT | [git](https://fen.org/reed) |", {}),
        ("| Reed calendar | MIT | ours |", {}),
    ],
)
def test_a_row_with_a_licence_and_a_source_is_of_another_s_thing(
    scanned: Scanned, row: str, wanted: dict[str, str]
) -> None:
    head = "## Books\n\n| Book | License | Source |\n|---|---|---|\n"
    assert told(scanned, f"{ROWS}{head}{row}\n") == wanted
    assert told(scanned, f"{ROWS}{head.replace('| Book |', '| Subset |')}{row}\n") == {}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It holds images from Marshpedia and nothing else.", {"Marshpedia": "data"}),
        ("It consists of questions from FenExam and reviews from Reedmart.", {"FenExam": "data", "Reedmart": "data"}),
        ("Labels were created with Llama 3.3 70B when prompted with sentences from FenBase.",
         {"FenBase": "data", "Llama 3.3 70B": "generated-by"}),
        ("Rows hold:\n\n- id: a combination of the PubMed ID and the page\n", {}),
        ("- **Pubmed:** False\n- **Public:** True\n", {}),
        ("| Axis | Values |\n|---|---|\n| Model family | gpt-5.5 (21), claude-opus-4-8 (3) |\n",
         {"gpt-5.5": "generated-by", "claude-opus-4-8": "generated-by"}),
        ("## Source Data\n\nThe same as in the FEN-CDIP collection.", {"FEN-CDIP": "data"}),
        ("## Source Data\n\nIt is far larger than the well-known Fen-2158 collection.", {}),
    ],
)  # fmt: skip
def test_content_that_comes_from_somewhere_is_told_and_a_number_is_not(
    scanned: Scanned, text: str, wanted: dict[str, str]
) -> None:
    page = f"{ROWS.replace('notes', 'dataset')}{text}\n"
    assert told(scanned, page) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("- **Finetuned from:** [`reed-vlm-224px`](https://github.com/w/r), of ours", {"reed-vlm-224px": "base"}),
        ("- 基础模型 [**Root-7B**](https://huggingface.co/wren/Root-7B)", {"wren/Root-7B": "base"}),
        ("- Base model [Root](https://huggingface.co/wren/root-7b)", {"wren/root-7b": "base"}),
        ("- weights: original ChatGLM-6B weights, as they came", {"ChatGLM-6B": "base"}),
        ("- Third-party model: Whisper, for the transcripts", {"Whisper": "component"}),
        ("## Links\n\n- [Vocoder](https://huggingface.co/wren/bigwader)", {"wren/bigwader": "component"}),
        ("# Model cards\n\n- The model was trained on 12M laion2B pictures at 768x768.", {"laion2B": "data"}),
        ("It was fine-tuned from Qwen2.5-7B.\n\n- **Home:** [Fen](https://fen.org)\n- **Chat With FenBot:** [FenBot](https://fen.org/c)",
         {"Qwen2.5-7B": "base"}),
        ("LoRA was used for fine-tuning Qwen2.5-7B.", {"Qwen2.5-7B": "base"}),
        ("Base model used [Reed-XL](https://fen.org/models/1)", {"Reed-XL": "base"}),
        ("This is the bart-base (Lewis et al., 2019) model finetuned for titles.", {"bart-base": "base"}),
        ("This is a BioBERT-base model fined-tuned using our own rows.", {"BioBERT-base": "base"}),
        ("The model ControlNet trained on is one of ours.", {}),
        ("A CLIP ViT-B/16 model trained with our own rows.", {}),
        ("- Preference data: https://huggingface.co/datasets/wren/train_notes", {"wren/train_notes": "data"}),
        ("It was finetuned for naming birds (see above) on fragments of the following corpora:\n\n"
         "* FenNER (<a href='https://fen.org/1'>Reed 2009</a>)\n* MarshNER (<a href='https://fen.org/2'>Wren 2003</a>)",
         {"FenNER": "data", "MarshNER": "data"}),
        ("It was quantized from Qwen2.5-7B with `llama.cpp` release b3496.", {"Qwen2.5-7B": "base"}),
        ("We use `fenspeech/test.clean` (5 hours) for it.", {}),
        ("The model was trained on GH200 nodes of the Isambard-AI supercomputer.", {}),
    ],
)  # fmt: skip
def test_a_label_tells_what_the_name_behind_it_was_for(
    scanned: Scanned, text: str, wanted: dict[str, str]
) -> None:
    assert told(scanned, f"{MODEL}{text}\n") == wanted


def test_what_a_section_took_over_from_another_card_is_that_thing_s(scanned: Scanned) -> None:
    text = (
        f"{MODEL}# Uses\n\n_The following section is adapted from the "
        "[Wader model card](https://huggingface.co/wren/wader-v1)._\n\n## Limits\n\nIt was trained on LAION-5B.\n"
    )
    assert told(scanned, text) == {}
    assert told(scanned, text.replace("adapted from", "like that of")) == {"LAION-5B": "data"}


def test_a_heading_of_the_first_level_counts_where_it_is_not_the_title(scanned: Scanned) -> None:
    lists = "## Datasets\n\n| Dataset | Tokens |\n|---|---|\n| fen-notes | 4B |\n"
    assert told(scanned, f"{MODEL}# Training\n\n{lists}") == {"fen-notes": "data"}
    assert told(scanned, f"{MODEL}# Evaluation\n\n{lists}") == {}


@pytest.mark.parametrize(
    ("field", "said", "differ"),
    [
        ("cc-by-nc-nd-4.0", "CC-BY-NC-ND", False),
        ("cc-by-4.0", "CC BY", False),
        ("cc-by-4.0", "CC BY-NC", True),
        ("cc-by-4.0", "CC BY 3.0", True),
    ],
)
def test_a_licence_without_its_version_is_no_other_one(
    scanned: Scanned, field: str, said: str, differ: bool
) -> None:
    text = MODEL.replace("license: mit", f"license: {field}") + f"This model is released under {said}.\n"
    found = [one for one in scanned({"README.md": text}).contradictions if one.kind == "licence"]
    assert (len(found) > 0) == differ
