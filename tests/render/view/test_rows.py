from __future__ import annotations

from typing import Any

from compliance.model.packs.truth import NEVER
from compliance.render.view.report_view import build_view
from compliance.render.view.rows import REASON_LENGTH, Row, fold
from tests.render import factories as make


def _rows(*findings: Any) -> tuple[Row, ...]:
    view = build_view(make.report(*findings))
    return fold(view.cards, view.publisher)


def test_clear_findings_of_one_rule_are_one_row() -> None:
    (row,) = _rows(
        *(make.finding(NEVER, source=name, release=to) for to in ("r", "s") for name in ("a", "b"))
    )
    assert (row.findings, row.where, row.party) == (4, "a, b → r, s", "")


def test_sources_that_differ_by_release_are_told_apart() -> None:
    (row,) = _rows(make.finding(NEVER, source="a", release="r"), make.finding(NEVER, source="b", release="s"))
    assert row.where == "a → r; b → s"


def test_many_sources_are_counted() -> None:
    (row,) = _rows(*(make.finding(NEVER, source=f"a{n}") for n in range(8)))
    assert row.where == "a0, a1, a2, a3 and 4 more → olmo"


def test_further_reasons_are_counted() -> None:
    (row,) = _rows(*(make.finding(NEVER, source=name, reason=f"because of {name}") for name in ("a", "b")))
    assert row.reason == "because of a. And 1 further reason."


def test_what_is_not_clear_stands_alone() -> None:
    assert len(_rows(make.finding(make.REMOTE, source="a"), make.finding(make.REMOTE, source="b"))) == 2


def test_other_parties_are_named_and_stand_alone() -> None:
    rows = _rows(make.finding(NEVER), make.finding(NEVER, party_name="a user", own=False))
    assert [row.party for row in rows] == ["", "a user"]


def test_rules_on_the_release_as_such_name_the_release() -> None:
    (row,) = _rows(
        make.finding(NEVER, source=None, release="r"), make.finding(NEVER, source=None, release="s")
    )
    assert row.where == "r, s"


def test_long_reasons_are_cut() -> None:
    (row,) = _rows(make.finding(make.REMOTE, reason="x" * 1000))
    assert len(row.reason) == REASON_LENGTH
