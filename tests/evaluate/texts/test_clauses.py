"""In force: which text governed, and whether the clause stood in it, on the days that count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from compliance.model.answered.finding import Finding
from compliance.model.declared.manifest import Manifest
from compliance.model.packs.truth import Position
from tests.evaluate.single import GEN, TUNE
from tests.evaluate.world import CHAT, RELEASE, evaluated, finding, manifest, world

USED = {"used": {"reach": {"narrow": ["student"], "plain": ["student"], "broad": ["student"]}}}


def cite(instrument: str, clause: str = "compete") -> dict[str, str]:
    return {"instrument": instrument, "clause": clause}


EVERY_TEXT = [cite("one/terms"), cite("one/consumer"), cite("cloud/terms")]


def made(period: str | None, **access: str) -> Manifest:
    """The service was used then, in this way."""
    chat = {key: value for key, value in {**CHAT, **access}.items() if value != "unknown"}
    gen = {key: value for key, value in {**GEN, "period": period}.items() if value}
    return manifest(
        artifacts={"chat": chat, "rows": {"kind": "dataset"}, "m": {"kind": "model"}}, steps=[gen, TUNE]
    )


def judged(given: Manifest, *cites: Mapping[str, str], **rule: Any) -> Finding | None:
    return finding({"when": USED, "cites": list(cites or EVERY_TEXT), **rule}, given)


def words(found: Finding | None) -> str:
    return found.position.value if found else "not asked"


def asked(found: Finding | None) -> list[str]:
    return [fact.key for fact in found.missing] if found else []


DAYS = [
    ("2022-12-31", "not asked"),
    ("2023-01-01", "breach"),
    ("2023-12-31", "breach"),
    ("2024-01-01", "breach"),  # not held, but it stands before and after
    ("2024-12-31", "breach"),
    ("2025-01-01", "breach"),
    ("2022", "not asked"),
    ("2022-11/2023-02", "breach"),
]


@pytest.mark.parametrize(("period", "expected"), DAYS)
def test_a_clause_binds_on_the_days_on_which_it_stood(period: str, expected: str) -> None:
    assert expected == words(judged(made(period), cite("one/terms")))


def test_a_stated_period_that_spans_a_change_meets_the_texts_of_both_sides() -> None:
    before_and_after = judged(made("2024-05/2024-07"), cite("one/terms", "permit"))
    assert words(before_and_after) == "breach"
    lost = judged(made("2024-04/2024-07"), cite("one/terms", "lost"))
    assert words(lost) == "breach"


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024-07", "clear"),
        ("2024-06-01/2025-05-31", "clear"),
        ("2024-05", "not asked"),
        ("2024-05/2024-07", "needs-facts"),
    ],
)
def test_a_permission_must_stand_on_every_day_of_the_period(period: str, expected: str) -> None:
    assert expected == words(judged(made(period), cite("one/terms", "permit"), norm="permission"))


def test_continuity_is_assumed_where_the_clause_stands_before_and_after_and_is_said() -> None:
    found = judged(made("2024-06"), cite("one/terms"))
    assert found is not None
    assert [clause.status for clause in found.clauses] == ["continuity", "continuity"]
    assert found.assurance == "full-text, continuity assumed"


def test_a_text_that_is_not_held_and_does_not_come_back_is_undecided() -> None:
    found = judged(made("2024-09"), cite("one/terms", "lost"))
    assert words(found) == "needs-facts"
    assert asked(found) == ["text.held@one/terms"]


def test_a_text_that_may_be_older_than_its_record_is_undecided_before_it() -> None:
    given = made("2023-06", plan="consumer")
    assert words(judged(given, cite("one/consumer"))) == "needs-facts"
    assert asked(judged(given, cite("one/consumer"))) == ["text.held@one/consumer"]
    assert words(judged(made("2023-10", plan="consumer"), cite("one/consumer"))) == "breach"
    assert words(judged(made("2025-03", plan="consumer"), cite("one/consumer"))) == "not asked"


def test_an_unknown_date_is_asked_only_where_the_texts_differ() -> None:
    # The service was offered from 2023-03-01 on; since then the clause has stood in the terms of the interface.
    assert words(judged(made(None), cite("one/terms"))) == "breach"
    found = judged(made(None), cite("one/terms", "permit"))
    assert words(found) == "needs-facts"
    assert asked(found) == ["step.period@gen"]


@pytest.mark.parametrize(
    ("period", "access", "expected", "missing"),
    [
        ("2024-07", {}, "breach", []),
        ("2024-07", {"plan": "unknown"}, "breach", []),
        ("2024-07", {"plan": "unknown", "route": "unknown"}, "breach", []),
        ("2025-06", {"plan": "unknown"}, "needs-facts", ["source.plan@chat"]),
        ("2025-06", {"plan": "consumer"}, "not asked", []),
        ("2023-10", {"route": "unknown"}, "needs-facts", ["source.route@chat"]),
        ("2023-05", {"route": "unknown"}, "breach", []),  # the other route did not exist yet
        ("2025-06", {"route": "elsewhere"}, "not asked", []),
    ],
)
def test_an_unknown_way_of_access_is_asked_only_where_it_matters(
    period: str, access: dict[str, str], expected: str, missing: list[str]
) -> None:
    found = judged(made(period, **access))
    assert expected == words(found)
    assert missing == asked(found)


def test_the_way_of_access_of_a_step_overrides_that_of_the_service() -> None:
    steps = [{**GEN, "period": "2025-06", "plan": "consumer"}, TUNE]
    assert words(judged(manifest(steps=steps))) == "not asked"


@pytest.mark.parametrize(
    ("time", "period", "date", "expected"),
    [
        ("release", "2022-06", "2025-09-01", "breach"),
        ("step", "2022-06", "2025-09-01", "not asked"),
        ("release", "2022-06", "2022-06-01", "not asked"),
        ("as-of", "2022-06", "2022-06-01", "breach"),
    ],
)
def test_the_date_that_counts_is_the_one_that_the_rule_names(
    time: str, period: str, date: str, expected: str
) -> None:
    given = made(period).model_dump(by_alias=True, exclude_unset=True)
    given["releases"] = [{**RELEASE, "date": date}]
    del given["steps"][1]["period"]
    assert expected == words(judged(Manifest.model_validate(given), cite("one/terms"), time=time))


def test_a_law_that_comes_later_is_shown_clear_with_its_date_and_other_texts_are_not_shown() -> None:
    of_release = {
        "about": {"release": {}},
        "parties": ["releaser"],
        "time": "release",
        "when": {"always": {"always": "yes", "because": "…"}},
    }
    for clause, expected in (("duty", Position.BREACH), ("later", Position.CLEAR)):
        [found] = evaluated(world({**of_release, "cites": [cite("state/act", clause)]})).findings
        assert found.position is expected
    assert "from 2027-01-01" in found.reason
    assert evaluated(world({**of_release, "cites": [cite("one/terms", "permit")]})).findings == ()


def test_an_operator_may_ask_for_another_clause() -> None:
    lifted = {"unless": {"permitted": {"in_force": {**cite("one/terms", "permit"), "at": "step"}}}}
    assert words(judged(made("2024-07"), cite("one/terms"), **lifted)) == "clear"
    assert words(judged(made("2024-03"), cite("one/terms"), **lifted)) == "breach"
    assert words(judged(made(None), cite("one/terms"), **lifted)) == "needs-facts"
