"""Words of notes: node kinds, step kinds, roles, dates, services, functions, organisations."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.notes import functions, organisations, services, vocabulary
from benchmarks.notes.dates import date_text, period_text, span
from benchmarks.notes.releases import wanted_kinds


def _table(text: str, heading: str) -> list[list[str]]:
    part = text.split(f"## {heading}", 1)[1].split("\n## ", 1)[0]
    rows = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in row] for row in rows]


def _words(cell: str) -> list[str]:
    return [word for part in cell.split(",") if (word := re.sub(r"\(.*?\)", "", part).strip())]


def test_every_listed_word_has_its_closed_word(shared: Path) -> None:
    text = (shared / "cases" / "VOCABULARY.md").read_text(encoding="utf-8")
    for closed, _, also in _table(text, "Node kinds"):
        for word in (closed.strip("`"), *_words(also)):
            assert vocabulary.node_kind(word) == closed.strip("`"), word
    for closed, _, also in _table(text, "Input roles"):
        for word in (closed.strip("`"), *_words(also)):
            assert vocabulary.role(word) == closed.strip("`"), word
    for closed, _, also in _table(text, "Step kinds"):
        for word in (closed.strip("`"), *_words(also)):
            outputs = ["code"] if closed == "`deploy`" else ["dataset"]
            assert vocabulary.step_kind(word, outputs, []) == closed.strip("`"), word


@pytest.mark.parametrize(
    ("word", "outputs", "roles", "kind"),
    [
        ("Lora", ["model"], [], "finetune"),
        ("inference", ["document"], [], "generate"),
        ("inference", [], [], "other"),
        ("continued pretraining", ["model"], [], "pretrain"),
        ("alchemy", ["model"], [], "train"),
        ("alchemy", ["dataset"], ["teacher"], "generate"),
        ("alchemy", ["dataset"], [], "mix"),
        ("", [], [], "other"),
    ],
)
def test_step_kinds_that_no_table_lists_follow_what_is_written(
    word: str, outputs: list[str], roles: list[str], kind: str
) -> None:
    assert vocabulary.step_kind(word, outputs, roles) == kind


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024-11/2025-01", "2024-11/2025-01"),
        ("early 2023", "2023-01/2023-04"),
        ("early 2023 (days not known)", "2023-01/2023-04"),
        ("late 2024-2025-01", "2024-09/2025-01"),
        ("2023", "2023"),
        ("2022-12/2023-06", "2022-12/2023-06"),
        ("Feb-Mar 2023", "2023-02/2023-03"),
        ("March 2024", "2024-03"),
        ("Q3 2024", "2024-07/2024-09"),
        ("2024-25", "2024/2025"),
        ("2023-03-14", "2023-03-14"),
        ("14 March 2023", "2023-03-14"),
    ],
)
def test_dates_become_periods(text: str, period: str) -> None:
    days = span(text)
    assert days is not None
    assert period_text(days) == period


@pytest.mark.parametrize("text", ["", "planned", "hypothetical", "version 4.1", "gpt-4o-mini"])
def test_texts_without_a_date_name_none(text: str) -> None:
    assert span(text) is None
    assert date_text(text) is None


@pytest.mark.parametrize(
    ("name", "terms", "route", "plan"),
    [
        ("gpt-4o (OpenAI API)", "OpenAI business terms", "direct", "api"),
        ("gpt-4", "terms 2023", "direct", "api"),
        ("Azure OpenAI: gpt-4o", "Microsoft product terms", "azure", "api"),
        ("Claude 3 on Bedrock", "AWS terms", "bedrock", "unknown"),
        ("GPT-4 (channel not stated)", "unknown channel", "unknown", "api"),
        ("gpt-3.5-turbo API", "provider terms (or a Microsoft arrangement)", "unknown", "api"),
        ("ChatGPT app", "consumer terms", "direct", "consumer"),
        ("Bard", "generative AI terms", "direct", "consumer"),
        ("Claude (plan not said)", "commercial or consumer terms", "direct", "unknown"),
        ("some tools", "", "direct", "unknown"),
    ],
)
def test_channel_and_plan_come_from_the_words(name: str, terms: str, route: str, plan: str) -> None:
    assert (services.route(name, terms), services.plan(name, terms)) == (route, plan)


@pytest.mark.parametrize(
    ("text", "function"),
    [
        ("page OCR", "ocr"),
        ("a reward model for chats", "reward"),
        ("cross-encoder", "embedding"),
        ("plate detector", "vision"),
        ("number plates in images", "vision"),
        ("text-to-image adapter", "image"),
        ("a voice for phones", "speech"),
        ("general-purpose model", None),
        ("chat template", None),
    ],
)
def test_tasks_are_named_by_their_words(text: str, function: str | None) -> None:
    assert functions.narrow(text) == function


def test_general_models_are_told_from_others() -> None:
    assert functions.is_general("a helpful chat assistant")
    assert functions.is_llm("Foo-7B")
    assert not functions.is_llm("BERT")
    assert not functions.is_llm("Whisper small")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Acme", "Acme Research", True),
        ("Acme (Oslo)", "The Acme lab", True),
        ("university", "another university", False),
        ("Acme", "Umbrella", False),
    ],
)
def test_names_mean_the_same_body_where_a_naming_word_is_shared(one: str, other: str, same: bool) -> None:
    assert organisations.same_body(one, other) is same


def test_countries_and_kinds_of_bodies() -> None:
    assert organisations.countries("US/France (two seats)") == ["US", "France"]
    assert organisations.countries("worldwide") == []
    assert organisations.country_in_name("Korean company") == ["KR"]
    assert organisations.party_kind("company+university") == "company"
    assert organisations.party_kind("academic consortium") == "university"
    assert organisations.is_placeholder("large company")
    assert organisations.is_placeholder("Korean company")
    assert not organisations.is_placeholder("a1 authors")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("model+dataset", {"model", "dataset"}),
        ("adapter", {"model"}),
        ("app bundling weights", {"code"}),
        ("package", {"code"}),
        ("app+model", {"code", "model"}),
        ("paper", {"document"}),
        ("n/a", set()),
    ],
)
def test_release_kinds_name_kinds_of_things(text: str, kinds: set[str]) -> None:
    assert wanted_kinds(text) == kinds
