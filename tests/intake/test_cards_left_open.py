"""What a page only lists, or names like itself, is asked about; what it says of its own parts is no upstream."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.intake.documents import import_documents
from compliance.intake.folder import Scan
from compliance.pipeline import load_packs


def _scan(folder: Path, text: str) -> Scan:
    path = folder / "README.md"
    path.write_text(text, encoding="utf-8")
    return import_documents([path], load_packs())


def _drafted(scan: Scan) -> set[str]:
    return {one.name for one in scan.upstreams}


def _asked(scan: Scan) -> set[str]:
    return {one.name for one in scan.mentioned}


MODEL = "---\nlibrary_name: transformers\n---\n# Wren\n\n"


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (
            "## Training data\n\nThe rows can be split in three datasets:\n\n- Marshtales (all of 2023)\n"
            "- Reed Letters, a shelf of letters\n",
            {"Marshtales", "Reed Letters"},
        ),
        (
            "## Training data\n\n> We took a collection of these texts:\n> - Fenlog v4, a corpus of diaries\n"
            "> - Heronry - letters of wardens\n",
            {"Fenlog v4", "Heronry"},
        ),
        (
            "## Dataset\n\n- [Bittern Archive 2001](https://birds.example/a), "
            "[Crane Archive](https://birds.example/b)\n",
            {"Bittern Archive 2001", "Crane Archive"},
        ),
        ("## Training data\n\nThe set has these fields:\n\n- Heading (a string)\n- Body, the text\n", set()),
        ("## Evaluation datasets\n\nThese datasets were taken:\n\n- Marshtales (all of 2023)\n", set()),
        ("## Dataset\n\n- [Paper](https://birds.example/p)\n- [Our website](https://birds.example/w)\n", set()),
        ("## Training data\n\nThe rows stand in two sets of data:\n\n- Total (all)\n- Marsh Use (A): why\n", set()),
    ],
)  # fmt: skip
def test_a_list_of_data_is_asked_about(tmp_path: Path, words: str, asked: set[str]) -> None:
    scan = _scan(tmp_path, MODEL + words)
    assert _asked(scan) >= asked
    assert not _drafted(scan)
    if not asked:
        assert not _asked(scan)


def test_what_words_make_a_base_is_asked_about_though_it_is_called_like_the_work(tmp_path: Path) -> None:
    front = "---\nlibrary_name: transformers\n---\n# MPT-7B-Wren\n\n"
    scan = _scan(
        tmp_path, f"{front}It was built by finetuning [MPT-7B](https://huggingface.co/mosaicml/mpt-7b).\n"
    )
    assert "mosaicml/mpt-7b" in _drafted(scan) | _asked(scan)


def test_the_work_s_own_family_is_not_asked_about(tmp_path: Path) -> None:
    text = "---\nlibrary_name: transformers\n---\n# Gemma Wren 1.0\n\nFor testing the fine-tuned Gemma model, run it.\n"
    assert "Gemma" not in _drafted(_scan(tmp_path, text))


def test_a_heading_that_is_the_address_of_the_base_calls_no_work(tmp_path: Path) -> None:
    base = "mistralai/Mistral-7B-Instruct-v0.3"
    scan = _scan(tmp_path, f"---\nbase_model: {base}\n---\n# {base} AWQ\n\nWeights in four bits.\n")
    assert _drafted(scan) == {base}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("This dataset was created to fine-tune Gemma 4 E2B on letters.", "Gemma 4 E2B"),
        ("The Fairseq implementation was used for training.", "Fairseq"),
        ("- CNN-T - Translated and shortened version of databricks/databricks-dolly-15k", "CNN-T"),
    ],
)
def test_what_rows_are_for_and_what_code_is_called_is_not_drafted(
    tmp_path: Path, words: str, name: str
) -> None:
    scan = _scan(
        tmp_path, f"---\ntask_categories: [text-generation]\n---\n# Letters\n\n## Training\n\n{words}\n"
    )
    assert name not in _drafted(scan)


def test_a_name_within_the_title_is_that_of_the_work(tmp_path: Path) -> None:
    text = (
        "---\nlibrary_name: transformers\n---\n# Marsh RoBERTa Base Sentiment Classifier\n\n"
        "Marsh RoBERTa Base Sentiment Classifier was trained by two wardens.\n"
    )
    assert not _drafted(_scan(tmp_path, text))
