"""Ids of rows and steps, and names of weights, tell of sets, sources and models, and are held against what went in."""

from __future__ import annotations

import pytest

from tests.probes.test_kinds_of_silence import checked, written

TUNE = """
lineage: 1
project: {id: answers, title: Answers for gardeners}
publisher: {name: Meadow Lab, kind: company, country: CH}
artifacts:
  base: {kind: model, name: EleutherAI/pythia-1.4b, license: Apache-2.0}
  rows: {kind: dataset, name: Meadow questions and answers, license: CC0-1.0, origin: own}
  tuned: {kind: model}
steps:
  - {id: tune, kind: finetune, inputs: {base: base, data: rows}, outputs: tuned, period: 2025-09}
releases:
  - artifact: tuned
    name: meadow/pythia-1.4b-answers
    date: 2025-10-01
    license: Apache-2.0
    access: open-weights
    channels: [Hugging Face]
    markets: [CH]
    commercial: true
    function: general-purpose
    license_copies: [Apache-2.0]
    notices: []
"""
ROWS = """
lineage: 1
project: {id: rows, title: Questions of gardeners}
publisher: {name: Meadow Lab, kind: company, country: CH}
artifacts:
  drafts: {kind: dataset, name: Meadow drafts, origin: own, license: CC-BY-4.0}
  out: {kind: dataset}
steps:
  - {id: tidy, kind: filter, inputs: {source: drafts}, outputs: out, period: 2025-09}
releases:
  - {artifact: out, name: meadow/garden-questions, date: 2025-10-01, license: CC-BY-4.0, access: public,
     channels: [Hugging Face], markets: [CH], commercial: true, function: dataset, notices: []}
"""


def test_what_is_asked_below_is_open_for_its_words_alone() -> None:
    assert [checked(text) for text in (TUNE, ROWS)] == [0, 0]


@pytest.mark.parametrize(
    "step",
    ["dpo-ultrafeedback", "sft-oasst1", "train-on-hh-rlhf", "tune-on-synthetic", "self-instruct", "distill",
     "tune-on-scraped-forum", "tune-on-reddit", "chat-sft-wildchat", "msmarco-hard-negatives"],
)  # fmt: skip
def test_ids_of_steps_tell_what_went_in(step: str) -> None:
    assert checked(written(TUNE, ("id: tune,", f"id: {step},"))) == 1


@pytest.mark.parametrize(
    "step", ["tune", "sft", "stage-2", "tune-on-rows", "dpo", "eval-on-mmlu", "lora-r16"]
)
def test_plain_ids_of_steps_tell_nothing(step: str) -> None:
    assert checked(written(TUNE, ("id: tune,", f"id: {step},"))) == 0


@pytest.mark.parametrize(
    "key", ["reddit", "scraped", "synthetic", "distilled", "the-pile", "ultrachat", "lyrics"]
)
def test_ids_of_own_rows_tell_of_others(key: str) -> None:
    assert checked(written(TUNE, ("  rows: ", f"  {key}: "), ("data: rows", f"data: {key}"))) == 1


@pytest.mark.parametrize("key", ["rows", "questions", "garden-faq", "our-site-crawl", "chatbot-questions"])
def test_plain_ids_of_own_rows_tell_nothing(key: str) -> None:
    assert checked(written(TUNE, ("  rows: ", f"  {key}: "), ("data: rows", f"data: {key}"))) == 0


@pytest.mark.parametrize(
    "name",
    ["pythia-ultrafeedback", "pythia-openorca", "pythia-reddit", "pythia-books3", "pythia-evol-instruct",
     "pythia-distill", "openvla-pythia", "pythia-snli", "pythia-msmarco"],
)  # fmt: skip
def test_a_tune_called_by_rows_or_models_that_are_not_behind_it_is_asked_about(name: str) -> None:
    assert checked(written(TUNE, ("meadow/pythia-1.4b-answers", f"meadow/{name}"))) == 1


def test_a_tune_whose_name_is_said_to_mislead_is_not() -> None:
    told = "documented: {where: README, generators: none, not_from: [reddit]}"
    denied = written(
        TUNE,
        ("meadow/pythia-1.4b-answers", "meadow/pythia-reddit"),
        ("tuned: {kind: model}", f"tuned: {{kind: model, {told}}}"),
    )
    assert checked(denied) == 0


@pytest.mark.parametrize(("step", "code"), [("continue-pretraining", 1), ("warm-start", 1), ("pretrain", 0)])
def test_training_without_a_base_that_goes_on_by_its_id_is_asked_for_it(step: str, code: int) -> None:
    tuning = "id: tune, kind: finetune, inputs: {base: base, data: rows}"
    anew = written(
        TUNE,
        ("  base: {kind: model, name: EleutherAI/pythia-1.4b, license: Apache-2.0}\n", ""),
        (tuning, f"id: {step}, kind: pretrain, inputs: {{data: rows}}"),
        ("pythia-1.4b-answers", "garden-lm"),
    )
    assert checked(anew) == code


@pytest.mark.parametrize(
    "name",
    ["stackoverflow-garden", "youtube-transcripts", "newspaper-articles", "film-subtitles", "lyrics-de"],
)
def test_rows_made_of_our_own_alone_are_read_by_the_names_they_go_out_under(name: str) -> None:
    assert checked(written(ROWS, ("meadow/garden-questions", f"meadow/{name}"))) == 1


@pytest.mark.parametrize("title", ["YouTube transcripts", "Newspaper articles on gardens"])
def test_and_by_their_title(title: str) -> None:
    assert checked(written(ROWS, ("Questions of gardeners", title))) == 1


@pytest.mark.parametrize("step", ["scrape-forum", "crawl", "tidy-reddit-posts", "import-from-kaggle"])
def test_so_are_the_ids_of_steps_that_gather_them(step: str) -> None:
    assert checked(written(ROWS, ("id: tidy", f"id: {step}"))) == 1


@pytest.mark.parametrize(
    "name", ["garden-questions", "garden_faq_v2", "recipes-of-our-kitchen", "garden-letters"]
)
def test_plain_names_of_such_rows_tell_nothing(name: str) -> None:
    assert checked(written(ROWS, ("meadow/garden-questions", f"meadow/{name}"))) == 0


@pytest.mark.parametrize(
    "place",
    ["https://stackoverflow.com/questions", "https://github.com/other/cool-data", "README, section Teacher models",
     "README, section Web sources", "exports/zendesk/2024.csv", "ocr/books.md"],
)  # fmt: skip
def test_places_that_tell_of_others_answer_nothing(place: str) -> None:
    assert checked(_documented(place)) == 1


@pytest.mark.parametrize(
    "place",
    ["https://github.com/meadow-lab/rows/blob/main/README.md", "https://arxiv.org/abs/2501.01234", "docs/rows.md",
     "README, section Training data", "https://meadow.example/data"],
)  # fmt: skip
def test_plain_places_do(place: str) -> None:
    assert checked(_documented(place)) == 0


def _documented(place: str) -> str:
    told = f"origin: own, documented: {{where: '{place}', generators: none}}"
    return written(TUNE, ("origin: own", told))


@pytest.mark.parametrize(
    "notice",
    ["Uses the ElevenLabs API", "Falls back to OpenAI when busy", "Some answers come from Claude 3.5"],
)
def test_notices_that_tell_of_a_service_at_work_are_asked_about(notice: str) -> None:
    assert checked(written(TUNE, ("notices: []", f"notices: ['{notice}']"))) == 1


@pytest.mark.parametrize(
    "notice",
    ["Compatible with the OpenAI API", "Not affiliated with OpenAI", "No data is sent to OpenAI", "Better than ChatGPT",
     "Works like ChatGPT, offline"],
)  # fmt: skip
def test_notices_that_set_it_beside_are_not(notice: str) -> None:
    assert checked(written(TUNE, ("notices: []", f"notices: ['{notice}']"))) == 0


@pytest.mark.parametrize("house", ["openai", "anthropic"])
def test_terms_that_pass_on_those_of_a_house_of_which_nothing_is_behind_are_asked_about(house: str) -> None:
    assert checked(written(TUNE, ("notices: []", f"notices: []\n    terms: {{passes_on: [{house}]}}"))) == 1
