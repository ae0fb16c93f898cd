"""Every field of the format is held as it was written, and old manifests read as before."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.model.declared.manifest import Manifest
from compliance.model.declared.stated import (
    AgainstRecord,
    Documentation,
    Evidence,
    Part,
    ReleaseTerms,
    Statement,
    Used,
    Witnessed,
)
from tests.load.manifests import TEXT, changed, faults


def value(old: str, new: str) -> Manifest:
    return check_manifest(parse_yaml(changed(old, new), "m.yaml")).manifest


def test_parties_may_be_of_several_kinds() -> None:
    assert value("kind: company", "kind: [company, nonprofit]").publisher.kind == ("company", "nonprofit")
    assert value("kind: company", "kind: [company]").publisher.kind == "company"
    assert value("kind: company", "kind: company").publisher.kind == "company"


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("Deutschland", ("DE",)),
        ("[US, USA, Frankreich]", ()),
        ("[US, USA, France]", ("US", "FR")),
        ("unknown", ()),
    ],
)
def test_countries_are_held_as_codes_and_each_once(country: str, expected: tuple[str, ...]) -> None:
    if country.endswith("Frankreich]"):
        [fault] = faults(changed("kind: company", f"country: {country}"))
        assert "no country or region is called 'Frankreich'" in fault
    else:
        assert expected == value("kind: company", f"country: {country}").publisher.country


def test_nobody_is_established_everywhere_but_markets_may_be() -> None:
    [fault] = faults(changed("kind: company", "country: worldwide"))
    assert "nobody is established 'worldwide'" in fault
    assert value("commercial: true", "markets: [global, EU]").releases[0].markets == ("worldwide", "EU")


def test_answers_may_come_with_papers() -> None:
    party = value(
        "name: Maker",
        "name: Maker, accepted: {openai: {answer: yes, evidence: [{signed_by: X}]}, aws: false}",
    )
    assert party.parties["maker"].accepted == {
        "openai": Witnessed(answer="yes", evidence=(Evidence(signed_by="X"),)), "aws": "no",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("documented", "expected", "word"),
    [
        ("true", "yes", "yes"),
        ("false", "no", "no"),
        ("unknown", "unknown", "unknown"),
        ("{where: paper}", Documentation(where="paper"), "yes"),
        ("{where: paper, generators: none}", Documentation(where="paper", generators=()), "yes"),
        ("{where: paper, generators: unknown}", Documentation(where="paper"), "yes"),
        ("{where: paper, generators: [gpt-4o]}", Documentation(where="paper", generators=("gpt-4o",)), "yes"),
    ],
)
def test_documentation_says_where_and_which_generators(documented: str, expected: object, word: str) -> None:
    rows = value("rows: {kind: dataset", f"rows: {{kind: dataset, documented: {documented}").artifacts["rows"]
    assert (rows.documented, rows.disclosed) == (expected, word)


CASES: list[tuple[str, str, str, Any]] = [
    ("name: gpt-4o", "names: [gpt-4o, gpt-4.1]", "names", ("gpt-4o", "gpt-4.1")),
    ("name: gpt-4o", "tokens: 972e9", "tokens", 972 * 10**9),
    ("name: gpt-4o", "tokens: '< 1e9'", "tokens", "< 1e9"),
    ("name: gpt-4o", "uses: a/b.yaml", "uses", Used(manifest="a/b.yaml")),
    ("name: gpt-4o", "uses: {manifest: b.yaml, release: r}", "uses", Used(manifest="b.yaml", release="r")),
    (
        "name: gpt-4o", "parts: [{name: vae, license: MIT, share: 1}]", "parts",
        (Part(name="vae", license="MIT", share=1.0),),
    ),
    (
        "name: gpt-4o", "against_record: {because: separate-licence, where: contract}", "against_record",
        AgainstRecord(because="separate-licence", where="contract"),
    ),
    (
        "name: gpt-4o", "statements: [{license: MIT, where: README, date: 2024-01, until: 2024-06-02}]", "statements",
        (Statement(license="MIT", where="README", date="2024-01", until="2024-06-02"),),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "field", "expected"), CASES, ids=[new for _, new, _, _ in CASES])
def test_an_artifact_holds_what_is_written(old: str, new: str, field: str, expected: object) -> None:
    text = changed(old, new)
    shape = Manifest.model_validate(parse_yaml(text, "m.yaml").data)
    assert expected == getattr(shape.artifacts["chat"], field)


def test_a_release_holds_what_is_written() -> None:
    new = "by: maker, hands_out: labels, terms: {passes_on: [openai]}"
    release = value("commercial: true", new).releases[0]
    assert (release.by, release.hands_out, release.terms, release.terms_pass_on) == (
        "maker", "labels", ReleaseTerms(passes_on=("openai",)), ("openai",),
    )  # fmt: skip
    assert value("commercial: true", "commercial: false").releases[0].terms_pass_on is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("name: gpt-4o", "name: gpt-4o, names: [a, b]", "both `name` and `names` are given"),
        (
            "name: gpt-4o",
            "statements: [{license: a, date: 2024-02, until: 2024-01}]",
            "the statement ends before it was made",
        ),
        ("name: gpt-4o", "parts: [{license: MIT}]", "'name' is required in artifacts.chat.parts[0]"),
        ("name: gpt-4o", "parts: [{name: x, share: 30}]", "a share of 30 percent is 0.3"),
        ("name: gpt-4o", "documented: {generators: none}", "'where' is required"),
        ("name: gpt-4o", "against_record: {because: contract, where: x}", "did you mean 'separate-licence'?"),
        ("name: gpt-4o", "against_record: {because: record-wrong}", "'where' is required"),
        ("commercial: true", "hands_out: annotations", "did you mean 'labels'?"),
        ("commercial: true", "terms: {pass_on: [openai]}", "did you mean 'passes_on'?"),
        ("data: rows", "data: {one_of: [rows]}", "should have at least 2 items"),
        ("data: rows", "data: {share: 0.5}", "an input names no artifact; add `artifact` or `one_of`"),
    ],
)
def test_a_new_field_that_is_written_wrongly_is_refused(old: str, new: str, said: str) -> None:
    assert [said in fault for fault in faults(changed(old, new))] == [True]


def test_a_manifest_of_before_is_the_same_value_without_the_new_fields() -> None:
    manifest = check_manifest(parse_yaml(TEXT, "m.yaml")).manifest
    assert (manifest.asker, manifest.variants) == (None, {})
    assert {(each.names, each.parts, each.uses, each.tokens) for each in manifest.artifacts.values()} == {
        (None, (), None, None)
    }
