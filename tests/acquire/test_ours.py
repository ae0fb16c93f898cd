"""Tables that mark the work's own rows tell nothing of the others; titles of papers and settings name no upstream."""

import pytest

from compliance.acquire.card import read_card
from compliance.acquire.listing.ours import rows_of_others
from compliance.acquire.page.markdown import read_page
from compliance.intake.folder import prose_reader
from compliance.intake.naming.registry_words import RegistryWords
from compliance.pipeline import load_packs

MODEL, ROWS = (
    "---\npipeline_tag: text-generation\n---\n# Heron\n\n",
    "---\ntask_categories: [other]\n---\n# Heron\n\n",
)
TABLE = "| Model | Base model |\n|---|---|\n| Heron-RM{mark} | Llama-3-8B |\n| Bittern-RM | Yi-34B |\n"


def upstreams(text: str) -> dict[str, str]:
    reader = prose_reader(RegistryWords(load_packs().registry))
    return {
        one.name: one.relation
        for one in read_card(text, "README.md", reader).sightings
        if one.is_lineage and one.into is None and (one.how != "prose" or one.kind)
    }


def test_what_others_were_made_from_is_theirs_where_a_table_marks_the_works_own_rows() -> None:
    assert upstreams(MODEL + TABLE.format(mark=" (Ours)")) == {"Llama-3-8B": "base"}
    assert upstreams(MODEL + TABLE.format(mark="")) == {"Llama-3-8B": "base", "Yi-34B": "base"}


def test_the_rows_of_one_table_say_nothing_of_the_next() -> None:
    text = f"{MODEL}{TABLE.format(mark=' (ours)')}\n## More\n\n{TABLE.format(mark='')}"
    page = read_page(text, "README.md")
    starts = [one.start for one in page.paragraphs if "Bittern" in one.text]
    assert rows_of_others(page) == {starts[0]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The training was performed with the following:\n\n- GPU: 12 GB\n- AMP: true\n", {}),
        ("The above summary was generated using ChatGPT.\n", {}),
        ("This model card was written with GPT-4o.\n", {}),
        ("The questions were generated using ChatGPT.\n", {"ChatGPT": "generated-by"}),
        ("See [How Reeds are Judged by GPT-4o and Others at the Pond](https://fen.org/paper).\n", {}),
        (
            "The training dataset is the Reed Task from the Marsh Challenge.\n",
            {"Reed Task from the Marsh Challenge": "data"},
        ),
        ("The training data is FenQA, cleaned.\n", {"FenQA": "data"}),
        ("Our training data is English and clean.\n", {}),
        ("|Name|Heron|\n|--|--|\n|数据集|FenQA / ReedSum|\n", {"FenQA": "data", "ReedSum": "data"}),
        ("|Name|Heron|\n|--|--|\n|数据集|-|\n", {}),
        ("- Datasets: FenQA, ReedSum-2\n", {"FenQA": "data", "ReedSum-2": "data"}),
        ("- Datasets: text and images\n", {}),
        (
            "It was trained on the following datasets:\n\n- Inference\n  - FQ [Reed et al., 2019](https://fen.org/p)\n",
            {"FQ": "data"},
        ),
        (
            "## Training data\n\n|Data source|Share|Sources|\n|--|--|--|\n|FenWeb-2|4%|crawl|\n"
            "|Talk|4%|Fenlog, Reedlog, etc.|\n",
            {"FenWeb-2": "data", "Fenlog": "data", "Reedlog": "data"},
        ),
        (
            "## Results\n\n|Data source|Share|Sources|\n|--|--|--|\n|Talk|4%|Fenlog, Reedlog|\n",
            {},
        ),
    ],
)
def test_what_a_models_page_says_went_in(text: str, expected: dict[str, str]) -> None:
    assert upstreams(MODEL + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dataset was scraped from the news site [Fenland](fenland.com).\n", {"Fenland": "data"}),
        (
            "This set has been processed from the Huggingface Hub dataset ``org/squad_v2``.\n",
            {"org/squad_v2": "data"},
        ),
    ],
)
def test_what_a_page_of_rows_says_they_come_from(text: str, expected: dict[str, str]) -> None:
    assert upstreams(ROWS + text) == expected


def test_names_in_a_row_are_no_ones_subject() -> None:
    reader = prose_reader(RegistryWords(load_packs().registry))
    text = f"{MODEL}- Training data: [a](https://huggingface.co/datasets/fen/heron-60k), [b](https://huggingface.co/datasets/reed/bog-2)\n"
    told = {one.name: one.subject for one in read_card(text, "README.md", reader).sightings}
    assert told["reed/bog-2"] is None
