"""What single properties files claim: amounts, what is or is not so, versions, and what is taken out again."""

from __future__ import annotations

from pathlib import Path

import pytest

from compliance.acquire.claims import claims_of
from compliance.acquire.claims.amounts import amounts_said
from compliance.acquire.claims.stances import stances_said
from compliance.acquire.claims.versions import names_left_out
from compliance.acquire.tree import read_trees
from compliance.acquire.walk import TextFile
from compliance.model.declared.sighting import Claim


def claims(**files: str) -> list[Claim]:
    """What files claim, each by its path with `__` for a slash and `_dot_` for a dot."""
    named = {key.replace("__", "/").replace("_dot_", "."): text for key, text in files.items()}
    read = [TextFile(Path(name), name, text) for name, text in named.items()]
    trees = {
        name: next(iter(read_trees(text, name.endswith(".json"), [])), None)
        for name, text in named.items()
        if name.endswith((".json", ".yaml"))
    }
    return claims_of(read, trees)


@pytest.mark.parametrize(
    ("words", "about", "number"),
    [
        ("Context length: 32k", "context length", 32_000),
        ("Der Kontext ist 4.096 Token lang", "context length", 4096),
        ("コンテキスト長は8192", "context length", 8192),
        ("vectors of 384 dimensions", "dimensions", 384),
        ("ein Vokabular von 50.000", "vocabulary", 50_000),
        ("trained for a single epoch", "epochs", 1),
        ("pendant trois époques", "epochs", 3),
        ("12 000 paires", "training rows", 12_000),
        ("指示データは8,400件", "training rows", 8400),
        ("320 heures de parole", "hours", 320),
        ("read 1.5 trillion tokens", "training tokens", 1.5e12),
        ("A 360M parameter model", "parameters", 360e6),
        ("etiquetado por cinco enfermeras", "people who labelled", 5),
        ("audio at 16 kHz", "sample rate", 16_000),
        ("LoRA rank: 16", "LoRA rank", 16),
    ],
)
def test_an_amount_is_read_in_the_language_of_its_page(words: str, about: str, number: float) -> None:
    told = [one for one in amounts_said(words) if one.about == about]
    assert [one.low <= number <= one.high for one in told] == [True]


@pytest.mark.parametrize(
    "words",
    [
        "Unlike Reed, which has 500 hours",
        "8 hours on 4 GPUs",
        "Section 3.1 tells more",
        "7 examples are below",
        "more than 500 hours",
        "an epoch that begins in 1990",
    ],
)
def test_what_is_told_of_others_and_of_machines_is_no_amount_of_the_work(words: str) -> None:
    assert list(amounts_said(words)) == []


@pytest.mark.parametrize(
    ("words", "about", "holds"),
    [
        ("All singers agreed in writing.", "consent", True),
        ("Die Sprecher haben schriftlich eingewilligt.", "consent", True),
        ("Visitors never sign in.", None, None),
        ("The calls were recorded without consent.", "consent", False),
        ("未经本人同意收集。", "consent", False),
        ("Names of pupils were removed from the essays.", "personal data", False),
        ("Das Set enthält keine personenbezogenen Daten.", "personal data", False),
        ("Ages and postcodes were kept.", "personal data", True),
        ("You may sell what you make with it.", "commercial use", True),
        ("商用利用は禁止です。", "commercial use", False),
        ("Nur für nicht-kommerzielle Zwecke.", "commercial use", False),
        ("We trained on publicly available data only, all data are public.", "open data", True),
        ("None of the questions were rewritten.", "text by machines", False),
        ("Die Fragen sind maschinell erzeugt.", "text by machines", True),
        ("Test data were left out.", "test rows in training", False),
        ("Without any distillation.", "distillation", False),
        ("Every caption was checked.", "review by people", True),
        ("The captions were not reviewed.", "review by people", False),
        ("No crawled text is in it.", "scraped content", False),
        ("If consent was given, rows are kept.", None, None),
        ("Is it free for commercial use?", None, None),
    ],
)
def test_a_sentence_says_what_is_so_or_is_not(words: str, about: str | None, holds: bool | None) -> None:
    told = list(stances_said(words))
    assert (about, holds) in told if about else not told


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("ShareGPT removed from the mixture", ["ShareGPT"]),
        ("The GPL code was filtered out", ["GPL"]),
        ("we dropped OpenHermes", ["OpenHermes"]),
        ("Alpacaのデータは削除しました", ["Alpaca"]),
        ("Doublets are gone", []),
        ("HTML tags of ShareGPT rows are kept", []),
    ],
)
def test_what_is_said_to_be_taken_out_is_named(words: str, names: list[str]) -> None:
    assert names_left_out(words) == names


def test_settings_logs_and_rows_claim_too() -> None:
    told = claims(
        config_dot_json='{"hidden_size": 640, "max_position_embeddings": 2048}',
        sft__run_dot_yaml="data:\n- {path: fen/reed, split: test}\nnum_train_epochs: 2\n",
        train_dot_log="Num examples = 1,200\nNum examples = 4,100\n",
        rows_dot_csv="text,email\nHi,a@example.org\n",
        requirements_dot_txt="torch==2.4.1\n",
    )
    assert {(one.about, one.of, round(one.high)) for one in told if not one.about.startswith("version")} == {
        ("dimensions", "", 640),
        ("context length", "", 2099),
        ("epochs", "tuning", 2),
        ("test rows in training", "", 1),
        ("training rows", "train", 4100),
        ("personal data", "", 1),
    }


def test_a_window_that_is_stretched_is_not_that_of_its_field() -> None:
    stretched = '{"max_position_embeddings": 4096, "rope_scaling": {"factor": 4}}'
    assert claims(config_dot_json=stretched) == []


def test_tests_and_examples_claim_nothing() -> None:
    assert claims(tests__a_dot_md="It has 500 hours.", examples__b_dot_md="It has 500 hours.") == []


def test_rows_with_more_cells_than_columns_are_read() -> None:
    assert claims(rows_dot_csv="text\nHi,there,you\n") == []


@pytest.mark.parametrize("number", ["9" * 400, "1e999", "nan", "0"])
def test_numbers_beyond_reason_claim_nothing_and_break_nothing(number: str) -> None:
    assert list(amounts_said(f"It has {number} hours.")) in ([], list(amounts_said("It has 999 hours.")))
    claims(all_results_dot_json=f'{{"epoch": {number if number != "nan" else "NaN"}}}')
