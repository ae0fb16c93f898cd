"""Names that cards tell without the usual words: in other languages, in lists of sources, beside helpers and tools."""

from __future__ import annotations

import pytest

from tests.intake.conftest import MODEL, ROWS, Scanned, told

BASE = "[org/fen-7b](https://huggingface.co/org/fen-7b)"
SHIP = "[fen-ship](https://example.org/fen-ship)"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"本模型在{BASE}模型基础上在政务数据上finetune得到。", {"org/fen-7b": "base"}),
        ("本模型以Mistral-7B预训练模型为底座，训练了三天。", {"Mistral-7B": "base"}),
        ("语言模型基于 Qwen2-7B，参数量为 70 亿。", {"Qwen2-7B": "base"}),
        ("Модель для поиска, дообученная из `org/fen-7b` на заметках.", {"org/fen-7b": "base"}),
    ],
)  # fmt: skip
def test_other_languages_tell_the_base(scanned: Scanned, sentence: str, expected: dict[str, str]) -> None:
    assert told(scanned, f"{MODEL}{sentence}\n") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "模型没有以Mistral-7B模型为底座。",
        "模型结构基于 Qwen2-7B，但从零训练。",
        "Модель лучше, чем Mistral-7B.",
    ],
)
def test_what_is_denied_or_only_a_form_is_no_base(scanned: Scanned, sentence: str) -> None:
    assert told(scanned, f"{MODEL}{sentence}\n") == {}


def test_vietnamese_tells_who_wrote_rows_and_what_a_model_was_made_from(scanned: Scanned) -> None:
    rows = "Các câu hỏi của bộ dữ liệu này được sinh bởi GPT-4o và đã được kiểm tra theo từng câu.\n"
    assert told(scanned, f"{ROWS}{rows}") == {"GPT-4o": "generated-by"}
    model = "Đây là một mô hình được tinh chỉnh từ Mistral-7B cho các câu hỏi trong tiếng Việt.\n"
    assert told(scanned, f"{MODEL}{model}") == {"Mistral-7B": "base"}


def test_this_is_a_model_trained_on_rows(scanned: Scanned) -> None:
    card = f"{MODEL}This is org/fen-7b-Instruct trained on the org/reed-set using one card.\n"
    assert told(scanned, card)["org/fen-7b-Instruct"] == "base"


def test_the_original_weights_lie_where_a_link_leads_whatever_it_is_called(scanned: Scanned) -> None:
    link = "[Hugging Face](https://huggingface.co/org/fen-1)"
    card = f"{MODEL}You could find the original weights released by Fen in {link}.\n"
    assert told(scanned, card) == {"org/fen-1": "base"}


def test_a_sentence_on_sources_names_each_of_them(scanned: Scanned) -> None:
    sentence = (
        "Upstream resources include public records, Heronry.gov, FEN accession RD72267, and Reed Atlas."
    )
    found = told(scanned, f"{ROWS}## Data Sources\n\n{sentence}\n")
    assert found == {"Heronry.gov": "data", "RD72267": "data", "Reed Atlas": "data"}


def test_a_chinese_table_of_rows_names_what_it_links(scanned: Scanned) -> None:
    table = f"| 类型 | 描述 |\n| --- | --- |\n| 网络数据 | 公开的网页 |\n| {SHIP} | 船的数据 |\n"
    assert told(scanned, f"{MODEL}## 中文数据\n\n{table}") == {"fen-ship": "data"}
    assert told(scanned, f"{MODEL}## 评测数据\n\n{table}") == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Windows Command Line users: generate the answers with the command below.",
        "A compatible version of the tokenizer is contributed by [Heron](https://huggingface.co/Heron).",
        "The rows were generated using Linear-Gaussian SCMs.",
    ],
)
def test_tools_helpers_and_methods_are_no_upstreams(scanned: Scanned, sentence: str) -> None:
    assert told(scanned, f"{MODEL}{sentence}\n") == {}


def test_what_a_thing_of_a_hub_is_told_to_be_in_brackets_is_itself(scanned: Scanned) -> None:
    card = f"{MODEL}This model was fine-tuned from org/fen-7b (Mistral-7B) on notes.\n"
    assert told(scanned, card) == {"org/fen-7b": "base"}


def test_a_list_that_is_parted_by_purpose_is_one_of_rows_all_the_same(scanned: Scanned) -> None:
    parted = "- For speech:\n  - FEN Challenge 4\n- For music:\n  - [Marsh](https://huggingface.co/datasets/org/marsh)\n"
    assert told(scanned, f"{MODEL}## Training Data\n\n{parted}") == {
        "FEN Challenge 4": "data",
        "org/marsh": "data",
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("This checkpoint uses **Mistral-7B**, a long context, and a scoring head.", {"Mistral-7B": "base"}),
        ("This checkpoint uses the **Mistral-7B** architecture and a scoring head.", {}),
        ("  - Pretrained model used: org/fen-base-cc", {"org/fen-base-cc": "base"}),
        ("이 모델은 토크나이저와 ELECTRA모델을 처음부터 학습한 모델입니다.", {}),
        ("`BertWordPieceTokenizer` 를 이용해 학습을 진행했습니다.", {}),
    ],
)  # fmt: skip
def test_plain_words_tell_a_base_and_forms_and_code_are_none(
    scanned: Scanned, sentence: str, expected: dict[str, str]
) -> None:
    assert told(scanned, f"{MODEL}{sentence}\n") == expected


def test_rows_that_rest_on_the_content_of_a_database_come_from_it(scanned: Scanned) -> None:
    card = (
        f"{ROWS}This dataset is based on the content of the ReedData (https://reed.example.org) database.\n"
    )
    assert told(scanned, card) == {"ReedData": "data"}


def test_an_item_tells_that_rows_come_from_what_it_begins_with(scanned: Scanned) -> None:
    card = f"{MODEL}## О данных\n\n- **[FenQAD](https://github.com/fen/FenQAD)** —\n  источник обучающих пассажей.\n"
    assert told(scanned, card) == {"FenQAD": "data"}


def test_the_family_that_the_work_is_one_size_of_is_no_base(scanned: Scanned) -> None:
    card = (
        MODEL[: MODEL.index("# ")]
        + "# Fenland 12B\n\nFenland-12B is the most capable version of Fenland currently.\n"
    )
    assert told(scanned, card) == {}


def test_whose_data_rows_are_stays_their_source_whoever_keeps_them(scanned: Scanned) -> None:
    card = f"{ROWS}The rows are a mirror of the original arXiv data.\n\nThe original data is maintained by arXiv.\n"
    assert told(scanned, card) == {"arXiv": "data"}
