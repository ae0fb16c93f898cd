"""What is odd is told with what follows from it, and nothing else is."""

from __future__ import annotations

import datetime

import pytest

from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.packs.knowledge import load_packs
from compliance.model.declared.manifest import Manifest
from compliance.resolve import resolve
from compliance.resolve.against.oddities import odd_dates
from tests.resolve.expansion.writing_out import lineage, read

TEXT = """\
artifacts:
  chat: {kind: service, name: one-chat-1, provider: one}
  rows: {kind: dataset}
  m: {kind: model}
steps:
  - {id: write, kind: generate, inputs: {teacher: chat}, outputs: rows, period: 2025-01}
  - {id: tune, kind: finetune, inputs: {data: rows}, outputs: m, period: 2025-03}
releases: [{artifact: m, date: 2025-04-01}]
"""


def changed(old: str, new: str) -> str:
    assert TEXT.count(old) == 1
    return TEXT.replace(old, new)


def test_nothing_is_said_of_a_manifest_that_is_not_odd() -> None:
    assert lineage(TEXT).warnings == ()
    assert list(odd_dates(read(TEXT).manifest, datetime.date(2025, 4, 1))) == []


@pytest.mark.parametrize(
    ("old", "new", "said", "follows"),
    [
        (
            "inputs: {teacher: chat}, ", "", "artifact chat: no step uses this service",
            "so its terms are put to no release",
        ),
        (
            "rows: {kind: dataset}", "rows: {kind: dataset}\n  lost: {kind: model}",
            "artifact lost: no step reads or writes it and it is not released", "so nothing is asked of it",
        ),
        (
            "{id: tune, kind: finetune, inputs: {data: rows}, outputs: m",
            "{id: tune, kind: finetune, inputs: {base: m, data: rows}, outputs: m",
            "step tune: it writes m, which it also reads", "give what it makes an entry of its own",
        ),
        (
            "date: 2025-04-01", "date: 2025-02-28", "release m: it is dated 2025-02-28, before step tune (2025-03)",
            "it is judged as if it had no date",
        ),
        (
            "rows: {kind: dataset}", "rows: {kind: dataset, against_record: {because: record-wrong, where: a friend}}",
            "artifact rows: against_record names 'a friend'", "it settles nothing",
        ),
        (
            "{artifact: m", "{artifact: m, commercial: false, facts: {monetised: true}",
            "release m: commercial is said to be false", "taken as not known",
        ),
        (
            "rows: {kind: dataset}",
            "rows: {kind: dataset, against_record: {because: other-revision, where: 'https://huggingface.co/a/rows'}}",
            "artifact rows: against_record names 'https://huggingface.co/a/rows'", "it settles nothing",
        ),
        (
            "{artifact: m", "{artifact: m, function: classifier, name: acme/chat-assistant",
            "release m: function is said to be classifier", "its function is taken as not known",
        ),
        (
            "{artifact: m", "{artifact: m, function: embedding, facts: {generates_content: true}",
            "release m: function is said to be embedding", "its function is taken as not known",
        ),
        (
            "{artifact: m", "{artifact: m, access: internal, channels: [AWS Marketplace]",
            "release m: access is said to be internal", "how others get it is taken as not known",
        ),
        (
            "{artifact: m", "{artifact: m, access: internal, channels: [installed at three customers]",
            "release m: access is said to be internal", "how others get it is taken as not known",
        ),
        (
            "{artifact: m", "{artifact: m, access: api, channels: ['https://huggingface.co/acme/tune']",
            "release m: access is said to be api", "its channels hand weights out to others",
        ),
        (
            "{artifact: m", "{artifact: m, commercial: false, channels: ['App Store, 4.99 EUR']",
            "release m: commercial is said to be false", "its channels tell of a price or of trade",
        ),
        (
            "{artifact: m", "{artifact: m, hands_out: labels", "release m: it is said to hand out labels alone",
            "judged as if everything were handed out",
        ),
        (
            "provider: one", "provider: two",
            "artifact chat: one-chat-1 is a model of one, and its provider is given as two",
            "the terms of two are looked at",
        ),
        (
            "name: one-chat-1, provider: one", "name: onne-chatt-3",
            "artifact chat: 'onne-chatt-3' is no name that the registry knows; is one-chat-3 meant?",
            "If so, write name: one-chat-3",
        ),
        (
            "name: one-chat-1", "name: onne-chatt-3",
            "artifact chat: 'onne-chatt-3' is no name that the registry knows; is one-chat-3 meant?",
            "If so, write name: one-chat-3",
        ),
    ],
)  # fmt: skip
def test_what_is_odd_is_told_with_what_follows(old: str, new: str, said: str, follows: str) -> None:
    [warning] = lineage(changed(old, new)).warnings
    assert warning.startswith(said)
    assert follows in warning


def test_a_gateway_may_pass_on_models_of_others() -> None:
    assert lineage(changed("provider: one", "provider: gateway")).warnings == ()


@pytest.mark.parametrize(
    ("provider", "passes_on"),
    [("openrouter", True), ("aws", True), ("databricks", True), ("groq", False), ("anthropic", False)],
)
def test_who_passes_models_on_stands_in_the_records_of_providers(provider: str, passes_on: bool) -> None:
    assert load_packs().registry.providers[provider].passes_on is passes_on


@pytest.mark.parametrize(
    ("function", "name"),
    [
        ("embedding", "a/e5-7b-instruct"),
        ("classifier", "a/chat-reranker"),
        ("reward", "a/Chat-RM-7B"),
        ("general-purpose", "a/chat"),
    ],
)
def test_a_name_that_tells_of_the_task_beside_its_base_is_not_odd(function: str, name: str) -> None:
    text = changed("{artifact: m", f"{{artifact: m, function: {function}, name: {name}")
    assert [r.function for r in lineage(text).releases] == [function]
    assert lineage(text).warnings == ()


@pytest.mark.parametrize(
    ("access", "channels", "believed"),
    [
        ("internal", "[Hugging Face]", "unknown"),
        ("internal", "[our intranet]", "internal"),
        ("internal", "[]", "internal"),
        ("open-weights", "[Hugging Face]", "open-weights"),
    ],
)
def test_what_stands_where_everybody_looks_is_not_taken_for_internal(
    access: str, channels: str, believed: str
) -> None:
    text = changed("{artifact: m", f"{{artifact: m, access: {access}, channels: {channels}")
    assert [r.access for r in lineage(text).releases] == [believed]


@pytest.mark.parametrize("date", ["2025-02-28", "2025-02", "2024"])
def test_a_release_dated_before_its_training_has_no_date(date: str) -> None:
    assert [r.date for r in lineage(changed("date: 2025-04-01", f"date: {date}")).releases] == [None]


@pytest.mark.parametrize("date", ["2025-03-15", "2025-03", "2025", "2026-01-01"])
def test_a_release_during_or_after_its_training_is_not_odd(date: str) -> None:
    assert lineage(changed("date: 2025-04-01", f"date: {date}")).warnings == ()


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("date: 2025-04-01", "date: 9999-12-31", "release m: 9999-12-31"),
        ("date: 2025-04-01", "date: 2099", "release m: 2099"),
        ("period: 2025-01", "period: 2025-01/9999-12", "step write: 2025-01/9999-12"),
        ("name: one-chat-1", "name: one-chat-1, released: 2040-01-01", "artifact chat: 2040-01-01"),
    ],
)
def test_a_date_far_ahead_stands_for_none(old: str, new: str, what: str) -> None:
    [warning] = odd_dates(read(changed(old, new)).manifest, datetime.date(2025, 11, 20))
    assert warning.startswith(
        f"{what} is no date that anybody plans for; it is judged by what is known on 2025-11-20"
    )


def test_a_plan_for_next_year_is_not_odd() -> None:
    manifest = read(changed("date: 2025-04-01", "date: 2026-12-31")).manifest
    assert list(odd_dates(manifest, datetime.date(2025, 11, 20))) == []
    assert (
        len(
            list(odd_dates(read(changed("date: 2025-04-01", "date: 9999-12-31")).manifest, datetime.date.max))
        )
        == 0
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Made before, or the publisher's own: training goes on in place.
        ("releases:", "  - {id: more, kind: finetune, inputs: {base: m}, outputs: m, period: 2025-03}\nreleases:"),
        ("m: {kind: model}", "m: {kind: model, origin: own}"),
    ],
)  # fmt: skip
def test_training_in_place_of_what_the_publisher_made_is_not_odd(old: str, new: str) -> None:
    text = changed(old, new)
    if "origin" in new:
        text = text.replace("inputs: {data: rows}", "inputs: {base: m, data: rows}")
    assert [one for one in lineage(text).warnings if "which it also reads" in one] == []


@pytest.mark.parametrize("by", ["tune", "release", "nothing"])
def test_an_asker_who_does_nothing_is_told(by: str) -> None:
    text = TEXT.replace(
        "artifacts:", "asker: host\nparties: {host: {name: Host, kind: company}}\nartifacts:", 1
    )
    text = text.replace("{id: tune,", "{id: tune, by: host,") if by == "tune" else text
    text = text.replace("{artifact: m,", "{artifact: m, by: host,") if by == "release" else text
    told = [one for one in lineage(text).warnings if one.startswith("asker host: no step and no release")]
    assert len(told) == (by == "nothing")


def test_an_asker_beside_whose_work_the_publishers_stands_is_told_whose_position_it_is() -> None:
    text = changed("{artifact: m, date", "{artifact: m, by: shop, date") + OTHERS + "asker: shop\n"
    told = [one for one in lineage(text).warnings if one.startswith("asker shop: the position of this party")]
    assert len(told) == 1


def test_an_asker_who_is_the_publisher_is_not_odd() -> None:
    assert not [one for one in lineage(TEXT).warnings if one.startswith("asker")]


@pytest.mark.parametrize(("kind", "told"), [("dataset", True), ("model", False)])
def test_rows_out_of_a_step_that_makes_weights_are_told(kind: str, told: bool) -> None:
    warnings = lineage(changed("m: {kind: model}", f"m: {{kind: {kind}}}")).warnings
    assert told == any(one.startswith("artifact m: step tune (finetune) makes weights") for one in warnings)


def test_a_service_that_is_looked_at_as_a_model_is_told() -> None:
    text = changed("m: {kind: model}", "m: {kind: service}\n  own: {kind: model, name: acme/own}")
    text = text.replace("{data: rows}", "{base: own, data: rows}")
    assert any("is looked at as a model that is offered" in one for one in lineage(text).warnings)


OTHERS = "parties: {shop: {name: Some Shop}, twin: {name: Lab}, sister: {name: Sister, affiliate: true}}\n"


@pytest.mark.parametrize(
    ("by", "asker", "told"),
    [
        ("shop", "", True),
        ("sister", "", False),
        ("publisher", "asker: shop\n", True),
        ("shop", "asker: shop\n", False),
    ],
)
def test_releases_of_others_alone_are_told(by: str, asker: str, told: bool) -> None:
    text = changed("{artifact: m, date", f"{{artifact: m, by: {by}, date") + OTHERS + asker
    assert any("every release is put out by" in one for one in lineage(text).warnings) is told


@pytest.mark.parametrize(
    ("kind", "told"),
    [("bundle", True), ("deploy", True), ("merge", True), ("fetch", False), ("evaluate", False)],
)
def test_a_step_that_leads_nowhere_is_told(kind: str, told: bool) -> None:
    text = changed("releases:", f"  - {{id: last, kind: {kind}, inputs: {{component: m}}}}\nreleases:")
    assert any("reads something and writes nothing" in one for one in lineage(text).warnings) is told


@pytest.mark.parametrize(
    ("key", "name", "told"),
    [
        ("behind", "openbmb/UltraFeedback", False),
        ("older", "lmsys/vicuna-7b-v1.5", False),
        ("beside", "abisee/cnn_dailymail", True),
    ],
)
def test_what_the_registry_knows_to_lie_behind_is_not_unused(key: str, name: str, told: bool) -> None:
    kind = "model" if "vicuna" in name else "dataset"
    base = "liuhaotian/llava-v1.5-7b" if kind == "model" else "HuggingFaceH4/zephyr-7b-beta"
    text = f"""lineage: 1
project: {{id: p}}
publisher: {{name: Lab}}
artifacts:
  base: {{kind: model, name: {base}}}
  {key}: {{kind: {kind}, name: {name}}}
  m: {{kind: model}}
steps:
  - {{id: tune, kind: finetune, inputs: {{base: base}}, outputs: m, period: 2025-03}}
releases: [{{artifact: m, date: 2025-04-01}}]
"""
    document = parse_yaml(text, "m.yaml")
    found = resolve(Manifest.model_validate(document.data), load_packs().registry, document.marks.of, {})
    assert any(f"artifact {key}: no step reads" in warning for warning in found.warnings) is told
