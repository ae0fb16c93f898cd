"""What a page tells of other things, and by which names it calls its own upstreams."""

from __future__ import annotations

import pytest

from tests.intake.conftest import Scanned


def seen(scanned: Scanned, prose: str) -> dict[str, str]:
    return {one.name: one.relation for one in scanned({"README.md": f"# Heron\n\n{prose}\n"}).upstreams}


def test_a_label_of_a_link_is_elsewhere_the_thing_that_it_leads_to(scanned: Scanned) -> None:
    link = "[Dolly 2.0](https://huggingface.co/datasets/databricks/databricks-dolly-15k)"
    prose = f"Data: {link}.\n\n**Training on Dolly 2.0**"
    assert seen(scanned, prose) == {"databricks/databricks-dolly-15k": "data"}


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Our model outperforms GPT-J, a small model trained on the Pile.", set()),
        ("It starts from GPT-J, a small model trained on the Pile.", {"GPT-J", "Pile"}),
        ("We used C4, a cleaned corpus, and trained on Dolma.", {"C4", "Dolma"}),
    ],
)
def test_what_went_into_a_thing_that_is_only_compared_with_is_no_upstream(
    scanned: Scanned, prose: str, expected: set[str]
) -> None:
    assert set(seen(scanned, prose)) == expected


def test_a_name_in_full_and_its_short_form_are_one(scanned: Scanned) -> None:
    assert set(seen(scanned, "It was pre-trained on the Colossal Clean Crawled Corpus (C4).")) == {"C4"}


def test_words_that_a_short_form_in_brackets_names_are_that_name(scanned: Scanned) -> None:
    prose = "It was fine-tuned on the Multi-Genre Natural Language Inference (MNLI) corpus."
    assert set(seen(scanned, prose)) == {"MNLI"}


def test_a_model_whose_embeddings_a_thing_is_trained_on_is_a_part_of_it(scanned: Scanned) -> None:
    assert seen(scanned, "Classifiers trained on BAAI/bge-m3 embeddings.") == {"BAAI/bge-m3": "component"}
