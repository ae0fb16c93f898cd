"""Who is asked, and as whom: the caller, the releaser, whoever takes the release."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.model.answered.finding import Finding
from compliance.model.declared.manifest import Manifest
from tests.evaluate.single import GEN, TUNE
from tests.evaluate.world import RELEASE, evaluated, finding, manifest, world

USED = {"reach": {"narrow": ["student"], "plain": ["student", "copy"], "broad": ["student", "copy"]}}
BOUND = {
    "readings": {
        "narrow": {"party": ["caller", "affiliate"]},
        "plain": {
            "any": [
                {"party": ["caller", "affiliate"]},
                {"all": [{"party": ["releaser"]}, {"fact": "step.commissioned", "is": True}]},
                {"fact": "party.accepted", "is": True},
            ]
        },
        "broad": {"always": "yes", "because": "the text may flow down"},
    }
}
RULE: dict[str, Any] = {"when": {"used": USED, "bound": BOUND}}


def by_other(
    publisher: dict[str, Any] | None = None, step: dict[str, Any] | None = None, **party: Any
) -> Manifest:
    """Another lab made the rows on which the publisher trained, and not to its order."""
    return manifest(
        publisher={"name": "Lab", **(publisher or {})},
        parties={"other": {"name": "Other", **party}},
        steps=[{**GEN, "by": "other", "commissioned": "no", **(step or {})}, TUNE],
    )


def asked_of(given: Manifest, rule: dict[str, Any] = RULE) -> dict[tuple[str, str], str]:
    return {(f.party, f.party_name): f.position.value for f in evaluated(world(rule), given).findings}


def of(party: str, given: Manifest) -> Finding:
    found = finding(RULE, given, party)
    assert found is not None
    return found


def test_a_publisher_that_made_the_calls_is_asked_once_as_the_bound_party() -> None:
    expected = {
        ("bound-party", "Lab"): "breach",
        ("downstream-user", "whoever takes the release"): "needs-facts",
    }
    assert expected == asked_of(manifest())


def test_another_caller_is_asked_about_what_it_handed_on() -> None:
    found = of("bound-party", by_other())
    assert (found.party_name, found.release, found.own) == ("Other", "rows", False)
    assert found.position.value == "arguable"
    assert {("bound-party", "Other"), ("releaser", "Lab")} <= set(asked_of(by_other()))


def test_what_a_company_of_the_group_handed_on_within_it_was_not_published() -> None:
    assert of("bound-party", by_other(affiliate="yes")).own is False


@pytest.mark.parametrize(
    ("party", "own"),
    [
        ({"affiliate": "yes"}, True),
        ({"name": "Lab"}, True),
        ({"affiliate": "no"}, False),
        ({}, False),
    ],
)
def test_what_the_group_puts_out_is_the_publisher_s_position(party: dict[str, Any], own: bool) -> None:
    given = manifest(
        parties={"other": {"name": "Other", **party}},
        steps=[{**GEN, "by": "other"}, {**TUNE, "by": "other"}],
        releases=[{**RELEASE, "by": "other"}],
    )
    assert of("bound-party", given).own is own


def test_what_another_caller_handed_on_is_told_once_however_many_releases_it_went_into() -> None:
    given = by_other().model_copy(update={"releases": (*manifest().releases, _release("rows"))})
    parties = [(f.party, f.release) for f in evaluated(world(RULE), given).findings]
    assert len(parties) == len(set(parties))


def _release(artifact: str) -> Any:
    return manifest(releases=[{**RELEASE, "artifact": artifact}]).releases[0]


def test_a_caller_that_handed_nothing_on_is_not_asked() -> None:
    steps = [GEN, {**TUNE, "by": "other"}]
    given = manifest(parties={"other": {"name": "Other"}}, steps=steps)
    assert ("bound-party", "Other") not in asked_of(given)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (by_other(), "needs-facts"),
        (by_other(affiliate="yes"), "breach"),
        (by_other(affiliate="no"), "needs-facts"),
        (by_other(affiliate="unknown"), "needs-facts"),
        (by_other(publisher={"accepted": {"one": "yes"}}), "arguable"),
        (by_other(publisher={"accepted": {"one": "no"}}), "remote"),
        (by_other(publisher={"accepted": {"two": "yes"}}), "needs-facts"),
        (by_other(step={"commissioned": "yes"}), "arguable"),
        (by_other(publisher={"accepted": {"one": "no"}}, step={"commissioned": "unknown"}), "needs-facts"),
        (by_other(publisher={"accepted": {"one": "no"}}, affiliate="unknown"), "needs-facts"),
    ],
)
def test_a_publisher_is_bound_by_its_affiliate_its_order_or_its_own_acceptance(
    given: Manifest, expected: str
) -> None:
    assert expected == of("releaser", given).position.value


def test_whether_a_party_accepted_is_asked_once_for_each_provider() -> None:
    missing = of("releaser", by_other()).missing
    assert [fact.key for fact in missing] == ["party.accepted@publisher:one"]


def test_whether_rows_that_nobody_published_were_ordered_is_asked() -> None:
    missing = of(
        "releaser", manifest(parties={"other": {"name": "Other"}}, steps=[{**GEN, "by": "other"}, TUNE])
    ).missing
    assert "step.commissioned@gen" in [fact.key for fact in missing]


def test_an_affiliation_written_as_unknown_is_asked() -> None:
    missing = of("releaser", by_other(publisher={"accepted": {"one": "no"}}, affiliate="unknown")).missing
    assert [fact.key for fact in missing] == ["party.affiliate@Other"]


def test_only_the_parties_that_the_rule_names_are_asked() -> None:
    for parties, expected in (
        (["caller"], {("bound-party", "Lab")}),
        (["releaser"], {("releaser", "Lab")}),
        (["recipient"], {("downstream-user", "whoever takes the release")}),
    ):
        assert expected == set(asked_of(manifest(), {**RULE, "parties": parties}))


def test_nobody_is_bound_by_a_licence_of_their_own_unless_the_rule_asks_for_it() -> None:
    of_rows = {**RULE, "about": {"source": {"kind": "dataset"}}, "parties": ["releaser"]}
    assert asked_of(manifest(), of_rows) == {}
    also_own = {**of_rows, "about": {"source": {"kind": "dataset", "own": True}}}
    assert asked_of(manifest(), also_own) == {("releaser", "Lab"): "breach"}
    assert asked_of(by_other(), of_rows) == {("releaser", "Lab"): "breach"}


def test_a_release_that_is_the_source_itself_is_asked_as_such() -> None:
    itself = {"reach": {"narrow": ["itself"], "plain": ["itself"], "broad": ["itself"]}}
    rule = {"about": {"source": {"kind": "model"}}, "when": {"itself": itself}, "parties": ["releaser"]}
    given = manifest(artifacts={"m": {"kind": "model", "name": "base/nc"}}, steps=[])
    assert asked_of(given, rule) == {("releaser", "Lab"): "breach"}
