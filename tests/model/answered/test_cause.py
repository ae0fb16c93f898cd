"""What is grouped under one cause, and what a lighter finding must not hide."""

from __future__ import annotations

import pytest

from compliance.model.answered.cause import group, weight_of
from compliance.model.answered.finding import Duty, DutyKind, Finding, NotCovered
from compliance.model.packs.truth import Position, Readings, Truth
from tests.summarise.test_questions import _finding


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        (Position.REMOTE, [Position.NOT_COVERED, Position.REMOTE]),
        (Position.NEEDS_FACTS, [Position.NEEDS_FACTS]),
        (Position.ARGUABLE, [Position.ARGUABLE]),
        (Position.BREACH, [Position.BREACH]),
    ],
)
def test_what_no_text_speaks_of_is_not_hidden_behind_what_counts_for_less(
    position: Position, expected: list[Position]
) -> None:
    finding = _finding("rows", low=Position.REMOTE, high=Position.BREACH, position=position, cause="openai@m")
    name = NotCovered("gpt", "gpt-4o", "no text is held", None, ("m",), cause="openai@m")
    causes = group([(finding, position is not Position.REMOTE)], [(name, True)])
    assert expected == [cause.position for cause in causes]
    assert all(cause.open for cause in causes if cause.uncovered)


def test_what_stands_against_a_release_whatever_the_answers_comes_before_what_only_may() -> None:
    def waits(low: Position, high: Position) -> Finding:
        return _finding("rows", low=low, high=high, position=Position.NEEDS_FACTS, cause="openai@m")

    heaviest_first = [
        waits(Position.BREACH, Position.BREACH),
        waits(Position.ARGUABLE, Position.BREACH),
        waits(Position.ARGUABLE, Position.ARGUABLE),
        waits(Position.CLEAR, Position.BREACH),
        waits(Position.REMOTE, Position.ARGUABLE),
        waits(Position.CLEAR, Position.REMOTE),
    ]
    weights = [weight_of(one) for one in heaviest_first]
    assert weights == sorted(set(weights))


def test_what_asks_for_most_stands_for_the_others_of_its_weight() -> None:
    """A licence of which text and notice are due is not told under the title of one that asks for its text alone."""

    def owed(source: str, *kinds: DutyKind) -> Finding:
        due = tuple(Duty(kind, ("words",), source, "missing") for kind in kinds)
        return _finding(source, readings=Readings.same(Truth.YES), cause="notices@m", duties=due)

    findings = [
        owed("net", "licence-copy"),
        owed("base", "licence-copy", "notice"),
        owed("head", "licence-copy"),
    ]
    (cause,) = group([(one, True) for one in findings], [])
    assert [one.source for one in cause.findings] == ["base", "net", "head"]


def _bites(source: str, **changes: object) -> Finding:
    values = {"readings": Readings.same(Truth.YES), "cause": "licence:nc@m", **changes}
    return _finding(source, **values)  # type: ignore[arg-type]


STOPS_MOST_FIRST = [
    _bites("limit"),
    _bites("label", family="label-conflict"),
    _bites("duty", norm="obligation"),
    _bites("leave", norm="permission"),
    _bites("own limit", force="house-rule"),
    _bites("own duty", force="house-rule", norm="obligation"),
]


def test_among_equals_that_stands_first_which_would_stop_most() -> None:
    """A limit on what is done is not told under the title of a label that it makes too free."""
    (cause,) = group([(one, True) for one in reversed(STOPS_MOST_FIRST)], [])
    assert list(cause.findings) == STOPS_MOST_FIRST


def test_where_a_finding_stands_weighs_more_than_what_it_would_stop() -> None:
    limit = _bites("limit", readings=Readings.same(Truth.NO), position=Position.REMOTE)
    assert weight_of(STOPS_MOST_FIRST[-1]) < weight_of(limit)
