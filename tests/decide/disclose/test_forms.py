from __future__ import annotations

import datetime
from typing import Any

import pytest

from compliance.decide.disclose import FORMS, draft
from compliance.decide.disclose.material import material
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.load.packs.knowledge import load_packs
from compliance.model.answered.disclosure import Draft, FormName, Topic
from compliance.planning import Question

AS_OF = datetime.date(2026, 11, 26)
PACKS = load_packs()
STORY = """\
lineage: 1
project: {id: story}
publisher: {name: Meadow Lab, kind: company, country: US, facts: {contact: data@meadow.example}}
artifacts:
  base: {kind: model, name: meta-llama/Llama-3.1-8B-Instruct}
  teacher: {kind: service, name: gpt-4o-2024-08-06, provider: openai, route: direct, plan: api}
  judge: {kind: model, name: Qwen/Qwen2.5-7B-Instruct, license: Apache-2.0}
  crawl: {kind: dataset, name: our crawl, origin: web, facts: {crawler: MeadowBot, collected: 2025-01/2025-03}}
  licensed: {kind: dataset, name: press archive, license: Agreement of 2025, facts: {public: false, purchased: true}}
  written: {kind: dataset, name: written answers}
  mix: {kind: dataset}
  model: {kind: model}
steps:
  - {id: write, kind: generate, inputs: {teacher: teacher}, outputs: written, period: 2025-04}
  - {id: mix, kind: mix, inputs: {data: [crawl, licensed, written]}, outputs: mix, period: 2025-05}
  - {id: pick, kind: filter, inputs: {filter: judge, source: mix}, outputs: mix, period: 2025-05}
  - {id: tune, kind: finetune, inputs: {base: base, data: mix}, outputs: model, period: 2025-06}
releases:
  - {artifact: model, name: meadow/model, date: 2025-07-01, license: llama3.1, access: open-weights, commercial: true,
     function: general-purpose, markets: [US-CA, EU], notices: [Built with Llama]}
"""


def question(text: str = STORY) -> Question:
    return Question(check_manifest(parse_yaml(text, "lineage.yaml"), PACKS), PACKS, AS_OF)


def drafted(form: FormName, text: str = STORY) -> Draft:
    asked = question(text)
    lineage, report = asked.judge(asked.loaded.manifest)
    return draft(form, lineage, report, PACKS, "model")


def topic(found: Draft, number: str) -> Topic:
    return next(one for one in found.topics if one.number.endswith(number))


def said(found: Topic) -> list[str]:
    return [one.text for one in found.said]


def test_what_went_in_is_told_apart_by_what_became_of_it() -> None:
    asked = question()
    lineage, _ = asked.judge(asked.loaded.manifest)
    found = material(lineage, PACKS, lineage.releases[0])
    assert (
        [one.artifact.id for one in found.own()],
        list(found.bases),
        list(found.writers(found.own())),
        [list(one.shapers) for one in found.data.values() if one.shapers],
    ) == (["crawl", "licensed", "written"], ["base"], ["teacher"], [["judge"]])


def test_the_californian_page_has_the_twelve_topics_of_the_section() -> None:
    assert [one.number for one in drafted("ab-2013").topics] == [f"3111(a)({n})" for n in range(1, 13)]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("(1)", "written answers, written by gpt-4o-2024-08-06"),
        ("(6)", "press archive: bought or licensed for pay: no"),
        ("(10)", "our crawl: collected 2025-01/2025-03"),
        ("(11)", "our crawl: read by steps of 2025-05"),
        ("(12)", "Machine-written data was used."),
    ],
)
def test_what_the_manifest_states_stands_in_its_topic(number: str, expected: str) -> None:
    told = said(topic(drafted("ab-2013", STORY.replace("purchased: true", "purchased: false")), number))
    assert expected in told


def test_a_publisher_whom_nobody_named_is_asked_for_and_stands_in_no_draft() -> None:
    text = STORY.replace("name: Meadow Lab", "name: unknown")
    summary = drafted("eu-summary", text)
    gaps = [gap.question for topic in summary.topics for gap in topic.gaps]
    assert "Who provides it, by the name that it bears in law?" in gaps
    assert "Has the publisher named a representative in the EU for its general-purpose models?" in gaps
    told = [one.text for topic in drafted("fact-sheet", text).topics for one in topic.said]
    assert "Publisher: not named" in told
    assert not [one for one in told if "unknown" in one]


def test_what_nobody_said_is_asked_with_the_line_to_write_and_its_place() -> None:
    gaps = topic(drafted("ab-2013"), "(3)").gaps
    assert [(gap.subject, gap.line, gap.place) for gap in gaps][:1] == [
        ("our crawl", 'facts: {data_points: "…"}', "artifacts.crawl (lineage.yaml:8:3)")
    ]


def test_a_fact_that_is_stated_is_not_asked() -> None:
    before = len(drafted("ab-2013").gaps)
    fuller = STORY.replace("crawler: MeadowBot", "crawler: MeadowBot, data_points: 3 million pages")
    assert len(drafted("ab-2013", fuller).gaps) == before - 1


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1.2", ["meadow/model", "Put out on 2025-07-01",
                 "Builds on the weights of meta-llama/Llama-3.1-8B-Instruct (Meta)"]),
        ("2.2.1", ["press archive, Agreement of 2025", "press archive: licensed for pay: yes"]),
        ("2.3", ["our crawl", "our crawl: crawler MeadowBot", "our crawl: collected 2025-01/2025-03"]),
        ("2.5", ["Machine-written data was made by or for the provider.",
                 "gpt-4o-2024-08-06 of OpenAI, hosted by openai"]),
    ],
)  # fmt: skip
def test_every_source_stands_in_the_section_of_the_european_template_that_is_for_it(
    number: str, expected: list[str]
) -> None:
    assert said(topic(drafted("eu-summary"), number)) == expected


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        ("route: direct, ", "hosted by openai"),
        ("route: azure, ", "hosted by microsoft"),
        ("route: openrouter, ", "hosted by openrouter"),
        ("", "hosted, it is not said by whom"),
    ],
)
def test_whoever_sold_the_route_hosted_a_model_that_wrote_data(route: str, expected: str) -> None:
    told = said(topic(drafted("eu-summary", STORY.replace("route: direct, ", route)), "2.5"))
    assert told[1] == f"gpt-4o-2024-08-06 of OpenAI, {expected}"


def test_the_european_summary_has_the_sections_of_the_template() -> None:
    numbers = [one.number for one in drafted("eu-summary").topics]
    assert numbers == [
        "0",
        "1.1",
        "1.2",
        "1.3",
        "2.1",
        "2.2.1",
        "2.2.2",
        "2.3",
        "2.4",
        "2.5",
        "2.6",
        "3.1",
        "3.2",
        "3.3",
    ]


FIELDS = [
    (
        "1.1",
        "contact: data@meadow.example, eu_representative: true",
        "",
        "eu_representative_contact",
        "publisher",
    ),
    ("1.3", "", "", "data_characteristics", "release"),
    ("2.1", "", "", "modalities", "dataset"),
    ("2.2.1", "", "", "modalities", "dataset"),
    ("2.2.2", "purchased: false", "purchased: true", "data_types", "dataset"),
    ("2.3", "", "", "crawl_purpose", "dataset"),
    ("2.3", "", "", "modalities", "dataset"),
    ("2.4", "user_data_used: true", "", "user_data_services", "release"),
    ("2.5", "", "", "modalities", "dataset"),
]
"""Fields of the European template: where, what is put in the place of what, and the fact that is then asked."""


@pytest.mark.parametrize(("number", "stated", "instead_of", "asked", "holder"), FIELDS)
def test_every_field_of_the_template_that_nobody_answered_is_asked(
    number: str, stated: str, instead_of: str, asked: str, holder: str
) -> None:
    text = STORY
    if holder == "publisher":
        text = STORY.replace("contact: data@meadow.example", stated)
    elif instead_of:
        text = STORY.replace(instead_of, stated)
    elif stated:
        text = STORY.replace(
            "notices: [Built with Llama]", f"notices: [Built with Llama], facts: {{{stated}}}"
        )
    if number == "2.1":
        text = text.replace("public: false, purchased", "public: true, purchased")
    found = topic(drafted("eu-summary", text), number)
    assert any(f"{{{asked}:" in gap.line for gap in found.gaps)


def test_one_kind_of_data_in_all_is_not_asked_of_each_set() -> None:
    text = STORY.replace("[Built with Llama]", "[Built with Llama], facts: {modalities: [text]}")
    lines = [gap.line for gap in drafted("eu-summary", text).gaps]
    assert [line for line in lines if "modalities" in line] == []


def test_whether_a_model_wrote_data_is_asked_where_no_step_says_so() -> None:
    text = STORY.replace(
        "kind: generate, inputs: {teacher: teacher}", "kind: convert, inputs: {source: crawl}"
    )
    found = topic(drafted("eu-summary", text), "2.5")
    assert [gap.line for gap in found.gaps] == ["facts: {synthetic_made: true}"]


@pytest.mark.parametrize("vague", ["various sites", "blogs, etc.", "news and more"])
def test_words_that_tell_nothing_are_pointed_at(vague: str) -> None:
    text = STORY.replace("crawler: MeadowBot", f'crawler: MeadowBot, data_types: "{vague}"')
    assert len(topic(drafted("ab-2013", text), "(4)").warnings) == 1


def test_a_notice_holds_the_words_of_the_licences_behind_the_release_word_for_word() -> None:
    shown = [one.text for one in topic(drafted("notice"), "1").said]
    assert shown == [
        "Built with Llama",
        "Llama 3.1 is licensed under the Llama 3.1 Community License, Copyright © Meta Platforms, Inc. All Rights "
        "Reserved.",
    ]


def test_a_licence_of_which_no_copy_is_stated_is_asked_for() -> None:
    text = STORY.replace("notices: [", "license_copies: [llama3.1], notices: [")
    told = [bool(topic(drafted("notice", given), "2").gaps) for given in (STORY, text)]
    assert told == [True, False]


@pytest.mark.parametrize("form", list(FORMS))
def test_every_statement_of_every_form_names_its_source(form: FormName) -> None:
    found = drafted(form)
    assert found.topics
    assert [one.text for part in found.topics for one in part.said if not one.source] == []


def test_the_fact_sheet_names_findings_by_their_rule_and_claims_no_verdict() -> None:
    found = drafted("fact-sheet")
    texts = " ".join(one.text for part in found.topics for one in part.said).lower()
    forbidden: list[Any] = [word for word in ("illegal", "legal ", "safe ") if word in texts]
    assert (
        forbidden,
        {one.source for one in topic(found, "5").said} <= {r.id for _, r in PACKS.rules()},
    ) == (
        [],
        True,
    )


BARE = """\
lineage: 1
project: {id: bare}
publisher: {name: Meadow Lab, kind: company, country: US}
artifacts:
  rows: {kind: dataset, name: some rows, documented: true}
  model: {kind: model}
steps:
  - {id: tune, kind: train, inputs: {data: rows}, outputs: model}
releases: [{artifact: model, name: meadow/model, access: open-weights, markets: [US-CA, EU]}]
"""
FULL = BARE.replace(
    "documented: true",
    "documented: {where: card, generators: none}, origin: people, license: CC0-1.0, tokens: 1e6, "
    "facts: {furthers_purpose: answers, "
    "data_points: about ten, data_types: text, protected_works: false, purchased: false, personal_data: false, "
    "aggregate_consumer_data: false, processing: deduplicated, collected: 2025-01, collection_goes_on: false, "
    "first_used: 2025-02-01}",
).replace("access: open", "facts: {intended_purpose: chat, synthetic_purpose: none}, access: open")
CALIFORNIAN = {
    "1": "origin: people, ", "2": "furthers_purpose: answers, ", "3": "data_points: about ten, ",
    "4": "data_types: text, ",
    "5": "protected_works: false, ", "6": "purchased: false, ", "7": "personal_data: false, ",
    "8": "aggregate_consumer_data: false, ", "9": "processing: deduplicated, ", "10": "collection_goes_on: false, ",
    "11": "first_used: 2025-02-01", "12": "{where: card, generators: none}",
}  # fmt: skip
"""Topic of the Californian page to the words that answer it."""


def test_every_topic_of_the_page_is_answered_or_asked() -> None:
    found = drafted("ab-2013", BARE)
    assert [topic.number for topic in found.topics if not topic.gaps] == []
    assert [topic.number for topic in drafted("ab-2013", FULL).topics if topic.gaps] == []


@pytest.mark.parametrize("number", list(CALIFORNIAN))
def test_a_topic_that_lacks_its_fact_is_asked_about_whatever_else_is_said(number: str) -> None:
    words = CALIFORNIAN[number]
    text = FULL.replace(words, "true" if number == "12" else "", 1)
    if number in ("3", "12"):
        # A size in tokens, and who wrote it, answer these topics too.
        text = text.replace("tokens: 1e6, ", "").replace("origin: people, ", "origin: third-party, ")
    open_ones = {topic.number for topic in drafted("ab-2013", text).topics if topic.gaps}
    assert open_ones == {f"3111(a)({number})"}


def test_every_part_of_the_european_summary_says_something_or_asks() -> None:
    found = drafted("eu-summary", BARE)
    assert [topic.number for topic in found.topics] == [
        "0", "1.1", "1.2", "1.3", "2.1", "2.2.1", "2.2.2", "2.3", "2.4", "2.5", "2.6", "3.1", "3.2", "3.3",
    ]  # fmt: skip
    assert [topic.number for topic in found.topics if not topic.said and not topic.gaps] == []
    # Of the data as a whole the template asks for kinds, size, content, last day, languages and whether it goes on.
    asked = " ".join(gap.line for gap in topic(found, "1.3").gaps)
    wanted = ("modalities", "data_points", "data_types", "data_until", "languages", "trains_on")
    assert [one for one in wanted if one not in asked] == []


def test_a_crawl_of_others_that_anybody_can_get_is_a_public_set() -> None:
    crawl = BARE.replace("documented: true", "origin: web")
    asked = topic(drafted("eu-summary", crawl), "2.3")
    assert "some rows" in said(asked)
    assert any("stands under 2.1" in gap.question for gap in asked.gaps)
    public = drafted("eu-summary", crawl.replace("origin: web", "origin: web, facts: {public: true}"))
    assert "some rows" in said(topic(public, "2.1"))
    assert "some rows" not in said(topic(public, "2.3"))
    own = topic(
        drafted("eu-summary", crawl.replace("origin: web", "origin: web, facts: {public: false}")), "2.3"
    )
    assert not any("stands under 2.1" in gap.question for gap in own.gaps)


@pytest.mark.parametrize(
    ("kind", "role", "written"), [("convert", "tool", False), ("generate", "teacher", True)]
)
def test_a_model_that_only_transcribed_is_told_from_one_that_wrote(
    kind: str, role: str, written: bool
) -> None:
    text = BARE.replace(
        "steps:\n",
        f"steps:\n  - {{id: make, kind: {kind}, inputs: {{{role}: reader, source: scans}}, outputs: rows}}\n",
    ).replace(
        "  model: {kind: model}\n",
        "  reader: {kind: model, name: meadow/reader, license: MIT}\n"
        "  scans: {kind: dataset, name: scans, origin: own}\n  model: {kind: model}\n",
    )
    told = said(topic(drafted("eu-summary", text.replace(", documented: true", "")), "2.5"))
    assert any("meadow/reader" in one for one in told)
    assert (told[0] == "Machine-written data was made by or for the provider.") is written
    assert any("only transcribed" in one for one in told[1:]) is not written


def on_base(name: str) -> str:
    """A tune of weights of a name."""
    weights = f"  base: {{kind: model, name: {name}}}\n  model: {{kind: model}}"
    return BARE.replace("  model: {kind: model}", weights).replace("{data: rows}", "{base: base, data: rows}")


def test_rows_of_ones_own_are_credited_to_the_publisher() -> None:
    own = drafted("attribution", BARE.replace("documented: true", "origin: own, license: CC0-1.0"))
    assert "some rows, the publisher's own, CC0-1.0" in [one for part in own.topics for one in said(part)]


def test_a_customer_is_told_of_which_models_no_country_is_known() -> None:
    told = said(topic(drafted("questionnaire", on_base("someone/unknown")), "2"))
    assert told == ["not known of someone/unknown"]


def test_a_fact_sheet_names_no_command() -> None:
    told = [one for part in drafted("fact-sheet", on_base("Qwen/Qwen2.5-7B")).topics for one in said(part)]
    assert any("Nothing binds today" in one for one in told)
    assert [one for one in told if "`compliance" in one] == []
