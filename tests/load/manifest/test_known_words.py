"""Words that the loaded packs close: routes, plans, providers and licences, and the values of facts."""

from __future__ import annotations

import pytest

from compliance.load.packs.knowledge import load_packs
from compliance.model.known.knowledge import Knowledge
from tests.load.manifests import TEXT, changed, faults


@pytest.fixture(scope="module")
def packs() -> Knowledge:
    return load_packs()


def test_known_words_are_no_fault(packs: Knowledge) -> None:
    assert faults(TEXT, packs) == []
    assert faults(changed("route: direct", "route: unknown"), packs) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("route: direct", "route: azure-openai", "no route is called 'azure-openai'; did you mean 'azure'?"),
        ("route: direct", "route: aws", "no route is called 'aws'; did you mean 'bedrock'?"),
        ("route: direct", "route: dirct", "no route is called 'dirct'; did you mean 'direct'?"),
        ("plan: api", "plan: business", "no plan is called 'business'; did you mean 'enterprise'?"),
        ("plan: api", "plan: chatgpt", "no plan is called 'chatgpt'; did you mean 'consumer'?"),
        (
            "by: maker}",
            "by: maker, route: aws-bedrock}",
            "no route is called 'aws-bedrock'; did you mean 'bedrock'?",
        ),
    ],
)
def test_a_route_or_plan_that_nothing_knows_names_the_one_that_is_meant(
    packs: Knowledge, old: str, new: str, fault: str
) -> None:
    assert [fault] == faults(changed(old, new), packs)
    assert faults(changed(old, new)) == [], "without packs nothing closes these words"


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("OpenAI", "did you mean 'openai'?"),
        ("opneai", "did you mean 'openai'?"),
        ("Apache-2.0", "did you mean 'apache-2.0'?"),
        ("llama-3.1", "did you mean 'llama3.1'?"),
        ("zzzzzz", "give the id of a provider or licence"),
    ],
)
@pytest.mark.parametrize("field", ["accepted", "permission"])
def test_an_answer_stands_under_an_id_that_is_known(
    packs: Knowledge, key: str, meant: str, field: str
) -> None:
    found = faults(changed("name: Maker", f"name: Maker, {field}: {{{key}: true}}"), packs)
    assert [f"'{key}' under {field} is no provider, licence or instrument that is known; {meant}"] == found


@pytest.mark.parametrize("key", ["openai", "apache-2.0", "llama3.1", "openai/services-agreement"])
def test_providers_licences_and_instruments_may_be_answered_for(packs: Knowledge, key: str) -> None:
    assert faults(changed("name: Maker", f"name: Maker, permission: {{{key}: unknown}}"), packs) == []


def test_limits_that_are_passed_on_are_those_of_something_known(packs: Knowledge) -> None:
    terms = "commercial: true, terms: {passes_on: [gemma-1, gemmma]}"
    [fault] = faults(changed("commercial: true", terms).replace("gemma-1", "llama3.1"), packs)
    assert fault.startswith(
        "'gemmma' under terms is no provider, licence or instrument that is known; did you mean"
    )


FACTS = [
    ("publisher", "monthly_users: 70M", "monthly_users: expected a number, or a bound", "write 70e6"),
    ("publisher", "monthly_users: '1e9'", "monthly_users: expected a number", "write 1000000000"),
    ("publisher", "monthly_users: {'2023': 1,000,000}", "facts", "write numbers without commas"),
    ("publisher", "monthly_users: {soon: 5}", "the key 'soon': expected a date", "give numbers by date"),
    (
        "publisher",
        "us_person: True",
        "us_person: expected true, false or unknown, found 'True'",
        "write true",
    ),
    ("publisher", "us_person: 1", "us_person: expected true, false or unknown, found 1", "write true"),
    ("publisher", "us_persn: true", "unknown fact 'us_persn'", "did you mean 'us_person'?"),
    ("step", "account_holder: us", "account_holder: expected one of 'own'", "write one that is expected"),
    (
        "step",
        "purpose: training",
        "purpose: expected one of 'training-data', 'evaluation', 'other'",
        "did you mean 'training-data'?",
    ),
    (
        "step",
        "automated: maybe",
        "automated: expected true, false or unknown, found 'maybe'",
        "write true, false",
    ),
    ("release", "training_flop: many", "training_flop: expected a number", "write it in digits"),
    ("release", "training_flop: [1]", "", ""),
    ("artifact", "personal_data: yes please", "personal_data: expected true, false or unknown", "write true"),
]


@pytest.mark.parametrize(("holder", "fact", "said", "advice"), FACTS)
def test_a_fact_of_another_type_is_refused(
    packs: Knowledge, holder: str, fact: str, said: str, advice: str
) -> None:
    places = {
        "publisher": "kind: company", "step": "by: maker", "release": "commercial: true", "artifact": "kind: dataset",
    }  # fmt: skip
    text = changed(places[holder], f"{places[holder]}, facts: {{{fact}}}")
    [fault] = faults(text, packs)
    assert said in fault
    assert advice in fault.partition("; ")[2]


@pytest.mark.parametrize(
    ("holder", "fact"),
    [
        ("kind: company", "monthly_users: {'2023-07': '< 20000000', '2025': 9e7}"),
        ("kind: company", "monthly_users: '<= 700000000'"),
        ("kind: company", "us_person: unknown"),
        ("by: maker", "account_holder: own, purpose: training-data, automated: false"),
        ("commercial: true", "modification_flop: '> 1/3 of base'"),
    ],
)
def test_facts_of_the_right_type_are_taken(packs: Knowledge, holder: str, fact: str) -> None:
    assert faults(changed(holder, f"{holder}, facts: {{{fact}}}"), packs) == []


def test_the_entries_of_variants_are_looked_at_too(packs: Knowledge) -> None:
    variant = "variants: {v: {artifacts: {chat: {kind: service, name: x, route: azzure}}}}\n"
    assert faults(TEXT + variant, packs) == ["no route is called 'azzure'; did you mean 'azure'?"]
