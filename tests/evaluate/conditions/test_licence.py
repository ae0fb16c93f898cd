"""Tests on licences: what is dropped, what is carried, what contradicts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.evaluate.single import NO, OPEN, TUNE, YES, outcome, words
from tests.evaluate.world import RELEASE, manifest

DROPS = {"licence": {"of": "release", "drops": ["non-commercial"]}}
OF_ROWS: dict[str, Any] = {"about": {"source": {"kind": "dataset", "own": True}}}


@pytest.mark.parametrize(
    ("source", "release", "expected", "asked"),
    [
        ("nc", "free", YES, []),
        ("nc", "nc", NO, []),
        ("free", "free", NO, []),
        ("nc", None, OPEN, ["release.license@m"]),
        ("nc", "sa OR nc", OPEN, ["release.license@m"]),
        ("nc", "free OR nc", YES, []),
        ("sa OR nc", "free", OPEN, ["source.license@rows"]),
        ("sa OR nc", "nc", NO, []),
        ("free OR nc", "free", NO, []),
        ("free AND nc", "free", YES, []),
    ],
)
def test_a_licence_that_drops_what_its_source_asks_is_found(
    source: str, release: str | None, expected: tuple[str, ...], asked: list[str]
) -> None:
    artifacts = {"rows": {"kind": "dataset", "license": source}, "m": {"kind": "model"}}
    releases = [
        {**{k: v for k, v in RELEASE.items() if k != "license"}, **({"license": release} if release else {})}
    ]
    found = outcome(DROPS, manifest(artifacts=artifacts, steps=[TUNE], releases=releases), **OF_ROWS)
    assert expected == tuple(found.readings.words().values())
    assert asked == [one.key for one in found.missing]


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ({"of": "release", "has": ["permissive"]}, YES),
        ({"of": "release", "has": ["share-alike"]}, NO),
        ({"of": "release", "in": ["free", "sa"]}, YES),
        ({"of": "release", "in": ["nc"]}, NO),
        ({"of": "release", "stated": True}, YES),
        ({"of": "release", "stated": False}, NO),
        ({"of": "source", "stated": True}, NO),
    ],
)
def test_licences_are_tested_by_trait_and_by_name(test: dict[str, Any], expected: tuple[str, ...]) -> None:
    assert expected == words({"licence": test})


@pytest.mark.parametrize(
    ("statement", "about", "expected"),
    [
        ("nc", "this", YES),
        ("free", "this", NO),
        ("Free", "this", NO),
        ("nc", "code", NO),
        ("nc", "weights", YES),
    ],
)
def test_statements_conflict_where_they_name_other_licences_for_the_same_thing(
    statement: str, about: str, expected: tuple[str, ...]
) -> None:
    given_ = manifest(
        releases=[{**RELEASE, "statements": [{"license": statement, "where": "README", "about": about}]}]
    )
    assert expected == words({"conflict": "release"}, given_)


@pytest.mark.parametrize(
    ("until", "period", "expected"),
    [
        ("2024", "2025-02", NO),
        ("2025-06", "2025-02", YES),
        ("2025-06", "2025-07", NO),
        ("2025-06", "2025-06", YES),
        ("2025", "2025-06", YES),
        ("2025-06", "2025-06-29", YES),
        ("2025-06-10", "2025-06-09", YES),
        ("2025-06-10", "2025-06-10", NO),
        ("2025-06-10", "9999-12-31", NO),
        ("2025-06", "2025-02/2025-09", YES),
        ("2025-06", None, NO),
    ],
)
def test_a_statement_that_was_taken_back_counts_where_it_stood_when_the_thing_was_first_used(
    until: str, period: str | None, expected: tuple[str, ...]
) -> None:
    statement = {"license": "nc", "where": "card", "until": until}
    artifacts = {
        "rows": {"kind": "dataset", "license": "free", "statements": [statement]},
        "m": {"kind": "model"},
    }
    given_ = manifest(artifacts=artifacts, steps=[{**TUNE, "period": period}])
    assert expected == tuple(outcome({"conflict": "source"}, given_, **OF_ROWS).readings.words().values())


@pytest.mark.parametrize(("until", "expected"), [("2025-06", NO), ("2031", YES)])
def test_what_its_makers_did_with_a_release_before_it_went_out_holds_no_older_label_against_it(
    until: str, expected: tuple[str, ...]
) -> None:
    artifacts = {"rows": {"kind": "dataset", "license": "free"}, "m": {"kind": "model"}}
    again = {
        "id": "again",
        "kind": "finetune",
        "inputs": {"base": "m"},
        "outputs": ["m"],
        "period": "2025-02",
    }
    labelled = {**RELEASE, "statements": [{"license": "nc", "where": "card", "until": until}]}
    given_ = manifest(artifacts=artifacts, steps=[TUNE, again], releases=[labelled])
    assert expected == tuple(outcome({"conflict": "release"}, given_, **OF_ROWS).readings.words().values())


COPIED = {"licence": {"of": "source", "copied": ["free", "nc"]}}
NOTICED = {"licence": {"of": "source", "noticed": ["free", "nc"]}}


def _passed_on(op: dict[str, Any], source: str, **release: Any) -> tuple[tuple[str, ...], list[str]]:
    artifacts = {"rows": {"kind": "dataset", "license": source}, "m": {"kind": "model"}}
    given = manifest(artifacts=artifacts, steps=[TUNE], releases=[{**RELEASE, **release}])
    found = outcome(op, given, **OF_ROWS)
    return tuple(found.readings.words().values()), [one.key for one in found.missing]


@pytest.mark.parametrize(
    ("source", "copies", "expected"),
    [
        ("free", ["free"], YES),
        ("free", ["A copy of the Free"], YES),
        ("free", ["nc"], NO),
        ("free", ["freedom"], NO),
        ("free", ["not free"], NO),
        ("free", [], NO),
        ("free AND nc", ["free"], NO),
        ("free AND nc", ["nc", "free"], YES),
        ("sa", [], YES),
    ],
)
def test_copies_are_compared_as_licences(source: str, copies: list[str], expected: tuple[str, ...]) -> None:
    assert (expected, []) == _passed_on(COPIED, source, license_copies=copies)


def test_copies_and_notices_that_are_not_stated_are_asked() -> None:
    assert _passed_on(COPIED, "free") == (OPEN, ["release.license_copies@m"])
    assert _passed_on(NOTICED, "free") == (OPEN, ["release.notices@m"])


@pytest.mark.parametrize(
    ("notices", "expected"),
    [
        (["Made under the Free Licence, (c) Maker, all of it"], YES),
        (["made under the free license, © maker"], YES),
        (["Made under the Free", "Licence, (c) Maker"], NO),
        ([], NO),
    ],
)
def test_notices_hold_the_words_that_are_owed(notices: list[str], expected: tuple[str, ...]) -> None:
    assert (expected, []) == _passed_on(NOTICED, "free", notices=notices)


@pytest.mark.parametrize(
    ("source", "release", "expected", "asked"),
    [
        ("free", "free", NO, []),
        ("free", "nc", YES, []),
        ("free AND nc", "free", NO, []),
        ("sa OR nc", "free", YES, []),
        ("sa OR nc", "nc", OPEN, ["source.license@rows"]),
        ("free", "sa OR nc", YES, []),
        ("free", "unheard of", OPEN, ["release.license@m"]),
    ],
)
def test_a_licence_differs_where_no_licence_is_shared(
    source: str, release: str, expected: tuple[str, ...], asked: list[str]
) -> None:
    op = {"licence": {"of": "release", "differs": True}}
    assert (expected, asked) == _passed_on(op, source, license=release)


@pytest.mark.parametrize(
    ("source", "about", "expected"),
    [
        ("nc", [("nc", "upstream")], YES),
        ("nc", [("sa", "upstream"), ("nc", "upstream")], YES),
        ("nc AND sa", [("sa", "upstream")], NO),
        ("nc AND sa", [("nc AND sa", "upstream")], YES),
        ("nc", [("nc OR sa", "upstream")], NO),
        ("nc OR sa", [("nc", "upstream")], NO),
        ("nc", [("nc", "weights")], NO),
        ("nc", [("unheard of", "upstream")], NO),
        ("unheard of", [("unheard of", "upstream")], NO),
        ("nc", [], NO),
    ],
)
def test_a_source_is_named_beside_by_a_statement_about_upstream_alone(
    source: str, about: list[tuple[str, str]], expected: tuple[str, ...]
) -> None:
    said = [{"license": named, "where": "README", "about": part} for named, part in about]
    op = {"licence": {"of": "source", "stated_beside": True}}
    assert (expected, []) == _passed_on(op, source, license="free", statements=said)


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("free", "licence"),
        ("nobody knows it", "unread"),
        (None, "nothing"),
        ("none", "none"),
        ("mixed", "mixed"),
    ],
)
def test_what_a_licence_text_says_is_a_fact(said: str | None, word: str) -> None:
    rows = {"kind": "dataset", "license": said} if said else {"kind": "dataset"}
    given = manifest(artifacts={"rows": rows, "m": {"kind": "model"}}, steps=[TUNE])
    op = {"fact": "source.licence_says", "is": word}
    assert tuple(outcome(op, given, **OF_ROWS).readings.words().values()) == YES


@pytest.mark.parametrize(
    ("declared", "label", "fact", "subject"),
    [
        ({}, "free", "source.license", "rows"),
        ({}, None, "release.license", "rows-out"),
        ({"license": "nobody knows it"}, "free", "release.license", "rows-out"),
    ],
)
def test_a_label_on_what_came_unlicensed_leaves_its_own_licence_to_be_asked(
    declared: dict[str, str], label: str | None, fact: str, subject: str
) -> None:
    release = {"id": "rows-out", "artifact": "rows", **({"license": label} if label else {})}
    given = manifest(artifacts={"rows": {"kind": "dataset", **declared}}, steps=[], releases=[release])
    op = {"licence": {"of": "release", "has": ["non-commercial"]}}
    asked = outcome(
        op, given, "releaser", about={"release": {"kind": "dataset"}}, parties=["releaser"]
    ).missing
    assert [(fact, subject)] == [(one.fact, one.subject) for one in asked]
