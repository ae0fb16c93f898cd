"""Facts and comparisons: stated, not stated, dated, closed."""

from __future__ import annotations

from typing import Any

import pytest

from compliance.model.declared.manifest import Manifest
from tests.evaluate.single import GEN, NO, OPEN, ROWS, TUNE, YES, outcome, words
from tests.evaluate.world import CHAT, RELEASE, manifest


def fact(name: str, **comparison: Any) -> dict[str, Any]:
    return {"fact": name, **comparison}


def of_release(**changed: Any) -> Manifest:
    return manifest(releases=[{**RELEASE, **changed}])


def lacking(key: str) -> Manifest:
    return manifest(releases=[{name: value for name, value in RELEASE.items() if name != key}])


COMPARED = [
    (fact("release.function", is_="general-purpose"), YES),
    (fact("release.function", is_="General-Purpose"), YES),
    (fact("release.function", is_="code"), NO),
    (fact("release.function", in_=["code", "general-purpose"]), YES),
    (fact("release.function", in_=["code"]), NO),
    (fact("release.commercial", is_=True), YES),
    (fact("release.commercial", is_=False), NO),
    (fact("release.commercial", is_="yes"), YES),
    (fact("release.notices", contains="built with"), YES),
    (fact("release.notices", contains="improved"), NO),
    (fact("release.markets", overlaps=["eu", "US"]), YES),
    (fact("release.markets", overlaps="CN"), NO),
    (fact("release.markets", within=["EU", "FR", "US"]), YES),
    (fact("release.markets", within=["EU"]), NO),
    (fact("release.name", starts_with="llama"), YES),
    (fact("release.name", starts_with="lab"), NO),
    (fact("release.flop", over=29), YES),
    (fact("release.flop", over=30), NO),
    (fact("release.flop", under=31), YES),
    (fact("release.flop", under=30), NO),
    (fact("release.flop", over="release.base_flop", times=2.9), YES),
    (fact("release.flop", over="release.base_flop", times=3), NO),
    (fact("release.flop", under="release.base_flop", times=4), YES),
    (fact("release.date", before="2025-09-02"), YES),
    (fact("release.date", before="2025-09-01"), NO),
    (fact("release.date", since="2025-09-01"), YES),
    (fact("release.date", since="2025-09-02"), NO),
    (fact("release.kind", is_="model"), YES),
    (fact("source.name", is_="one-chat-1"), YES),
    (fact("source.kind", is_="service"), YES),
    (fact("source.route", is_="direct"), YES),
    (fact("step.kind", is_="generate"), YES),
    (fact("step.role", is_="teacher"), YES),
    (fact("publisher.kind", in_=["company"]), YES),
    (fact("party.kind", is_="company"), YES),
    (fact("release.function", known=True), YES),
    (fact("release.function", known=False), NO),
]
FULL = of_release(
    name="org/Llama-x", notices=["Built with One"], markets=["EU", "US"], facts={"flop": 30, "base_flop": 10}
)


@pytest.mark.parametrize(("op", "expected"), COMPARED, ids=str)
def test_a_stated_fact_is_compared(op: dict[str, Any], expected: tuple[str, ...]) -> None:
    given_ = {key.removesuffix("_"): value for key, value in op.items()}
    assert expected == words(given_, FULL)
    assert outcome(given_, FULL).missing == ()


@pytest.mark.parametrize(
    "op", [op for op, _ in COMPARED if op["fact"] in ("release.function", "release.commercial")], ids=str
)
def test_a_fact_that_is_not_stated_is_asked(op: dict[str, Any]) -> None:
    given_ = {key.removesuffix("_"): value for key, value in op.items()}
    for key in ("function", "commercial"):
        if op["fact"] == f"release.{key}":
            found = outcome(given_, lacking(key))
            expected = {True: NO, False: YES, None: OPEN}[op.get("known")]
            assert expected == tuple(found.readings.words().values())
            asked = [] if "known" in op else [f"release.{key}@m"]
            assert asked == [missing.key for missing in found.missing]


def test_an_unknown_threshold_on_the_right_hand_side_is_asked() -> None:
    found = outcome(fact("release.flop", over="release.base_flop"), of_release(facts={"flop": 30}))
    assert [one.fact for one in found.missing] == ["release.base_flop"]


def test_no_notices_are_a_statement_and_no_word_of_notices_is_none() -> None:
    op = fact("release.notices", contains="built")
    assert words(op, of_release(notices=[])) == NO
    assert words(op) == OPEN


DATED = fact("publisher.users", at="source.released", over=100)


@pytest.mark.parametrize(
    ("released", "users", "expected"),
    [
        ("2024-02", {"2023-01": 5, "2024-01": 700}, YES),
        ("2024-06", {"2023-01": 5, "2024-01": 700}, OPEN),
        ("2024-06", {"2023-01": 5, "2024-01": 700, "2024-09": 3}, YES),
        ("2023-06", {"2023-01": 5, "2024-01": 700}, NO),
        ("2022-01", {"2023-01": 5, "2024-01": 700}, OPEN),
        (None, {"2023-01": 5, "2024-01": 700}, NO),
        (None, 700, YES),
    ],
)
def test_a_dated_value_is_read_at_the_date_that_the_text_names(
    released: str | None, users: object, expected: tuple[str, ...]
) -> None:
    chat = {**CHAT, **({"released": released} if released else {})}
    given_ = manifest(
        publisher={"name": "Lab", "facts": {"users": users}},
        artifacts={"chat": chat, "rows": ROWS, "m": {"kind": "model"}},
    )
    # Where the manifest gives no date of the service, the registry does: 2023-03-01.
    assert expected == words(DATED, given_)


PERIODS = [
    ("2024-01", "before", "2024-02-01", YES),
    ("2024-02", "before", "2024-02-01", NO),
    ("2024-01/2024-03", "before", "2024-02-01", YES),
    ("2024-01/2024-03", "since", "2024-02-01", YES),
    ("2024-01", "since", "2024-02-01", NO),
    (None, "since", "2024-02-01", OPEN),
    (None, "before", "2024-02-01", OPEN),
]


@pytest.mark.parametrize(("period", "name", "limit", "expected"), PERIODS)
def test_a_stated_period_that_spans_a_date_is_on_both_sides_of_it(
    period: str | None, name: str, limit: str, expected: tuple[str, ...]
) -> None:
    step = {**GEN, "period": period} if period else {k: v for k, v in GEN.items() if k != "period"}
    assert expected == words(fact("step.period", **{name: limit}), manifest(steps=[step, TUNE]))


CLOSED = [
    ({}, NO),
    ({"authorised": "yes"}, YES),
    ({"authorised": "no"}, NO),
    ({"authorised": "unknown"}, OPEN),
]


@pytest.mark.parametrize(("stated", "expected"), CLOSED)
def test_the_absence_of_a_closed_fact_says_no_and_unknown_is_asked(
    stated: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert expected == words(
        fact("step.authorised", **{"is": True}), manifest(steps=[{**GEN, **stated}, TUNE])
    )


@pytest.mark.parametrize(
    ("facts", "expected"), [({}, NO), ({"incident": "yes"}, YES), ({"incident": "unknown"}, OPEN)]
)
def test_a_closed_fact_may_stand_among_the_further_facts(
    facts: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert expected == words(
        fact("step.incident", **{"is": True}), manifest(steps=[{**GEN, "facts": facts}, TUNE])
    )


@pytest.mark.parametrize(
    ("permission", "expected"),
    [({}, NO), ({"one": "yes"}, YES), ({"one": "unknown"}, OPEN), ({"two": "yes"}, NO)],
)
def test_a_permission_counts_for_the_provider_that_it_names(
    permission: dict[str, Any], expected: tuple[str, ...]
) -> None:
    given_ = manifest(publisher={"name": "Lab", "permission": permission})
    assert expected == words(fact("party.permission", **{"is": True}), given_)


BOUNDS = [
    ("< 700", "over", 700, NO),
    ("<= 700", "over", 700, NO),
    ("< 700", "over", 699, OPEN),
    ("> 700", "over", 700, YES),
    (">= 700", "over", 700, OPEN),
    ("> 600", "over", 700, OPEN),
    ("< 700", "under", 700, YES),
    ("<= 700", "under", 700, OPEN),
    (">= 700", "under", 700, NO),
    ("between 5 and 6", "over", 4, YES),
    ("between 5 and 6", "under", 5.5, OPEN),
    ("between 5 and 6", "over", 6, NO),
    ({"2023-01": "< 10", "2025": "> 800"}, "over", 700, YES),
]


@pytest.mark.parametrize(("users", "name", "limit", "expected"), BOUNDS)
def test_a_bound_decides_where_every_number_within_it_agrees(
    users: object, name: str, limit: float, expected: tuple[str, ...]
) -> None:
    given_ = manifest(publisher={"name": "Lab", "facts": {"users": users}})
    found = outcome(fact("publisher.users", **{name: limit}), given_)
    assert expected == tuple(found.readings.words().values())
    assert ["publisher.users"] * (expected == OPEN) == [missing.fact for missing in found.missing]


MULTIPLES = [
    ("> 1/3 of base", 1 / 3, None, YES),
    (">= 1/3 of base", 1 / 3, None, OPEN),
    ("> 30% of base", 1 / 3, None, OPEN),
    ("< 0.3 of base", 1 / 3, None, NO),
    ("< 0.3 of base_flop", 1 / 3, 10, NO),
    ("> 0.5 of other", 1 / 3, 10, OPEN),
    (5, 1 / 3, "> 20", NO),
    (5, 1 / 3, "< 12", YES),
    ("< 4", 1 / 3, "> 20", NO),
    ("< 10", 1 / 3, "> 20", OPEN),
]


@pytest.mark.parametrize(("flop", "times", "base", "expected"), MULTIPLES)
def test_a_multiple_of_the_base_is_compared_without_the_base(
    flop: object, times: float, base: object, expected: tuple[str, ...]
) -> None:
    facts = {"flop": flop, **({} if base is None else {"base_flop": base})}
    op = fact("release.flop", over="release.base_flop", times=times)
    assert expected == words(op, of_release(facts=facts))


PLACES = [
    (["DE"], "overlaps", ["EU"], YES),
    (["Österreich", "Brasil"], "overlaps", ["EU"], YES),
    (["EEA"], "overlaps", ["AT"], YES),
    (["worldwide"], "overlaps", ["KR"], YES),
    (["worldwide"], "overlaps", ["US-CA"], YES),
    (["CH", "NO"], "overlaps", ["EU"], NO),
    (["US"], "overlaps", ["US-CA"], NO),
    (["US-CA"], "overlaps", ["United States"], YES),
    (["APAC"], "overlaps", ["Korea", "South Korea"], YES),
    (["DE", "FR"], "within", ["EU"], YES),
    (["DE", "CH"], "within", ["EU"], NO),
    (["worldwide"], "within", ["EU", "US"], NO),
]


@pytest.mark.parametrize(("markets", "name", "named", "expected"), PLACES)
def test_places_are_compared_by_what_lies_in_them(
    markets: list[str], name: str, named: list[str], expected: tuple[str, ...]
) -> None:
    assert expected == words(fact("release.markets", **{name: named}), of_release(markets=markets))


@pytest.mark.parametrize(
    ("kind", "op", "expected"),
    [
        (["company", "university"], {"is": "university"}, YES),
        (["company", "university"], {"in": ["nonprofit", "company"]}, YES),
        (["company", "university"], {"is": "government"}, NO),
        (["company"], {"is": "company"}, YES),
    ],
)
def test_who_is_of_several_kinds_counts_with_each(
    kind: list[str], op: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert expected == words(fact("publisher.kind", **op), manifest(publisher={"name": "Lab", "kind": kind}))


@pytest.mark.parametrize(("answer", "expected"), [(True, YES), (False, NO), ("unknown", OPEN)])
def test_an_answer_with_papers_behind_it_counts_like_a_bare_one(
    answer: object, expected: tuple[str, ...]
) -> None:
    papers = {"answer": answer, "evidence": [{"file": "contract.pdf", "signed_by": "the provider"}]}
    given_ = manifest(publisher={"name": "Lab", "permission": {"one": papers}})
    assert expected == words(fact("party.permission", **{"is": True}), given_)
    step = {**GEN, "authorised": papers}
    assert expected == words(fact("step.authorised", **{"is": True}), manifest(steps=[step, TUNE]))
