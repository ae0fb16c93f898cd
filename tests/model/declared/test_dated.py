"""A figure by date answers for its own time, and for the time up to the next one."""

from __future__ import annotations

import pytest

from compliance.model.declared.dated import figure_on
from compliance.model.declared.lineage import Period

FIGURES = {"2021-07": 1000, "2023": 5000, "2025-03-10": "< 700"}


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2021-06-30", None),
        ("2021-07-01", 1000),
        ("2021-08-31", 1000),
        ("2021-09-01", 1000),
        ("2021-08/2021-10", 1000),
        ("2023-01-01", 5000),
        ("2024-12-31", 5000),
        ("2025-01-01", 5000),
        ("2025-03-09", 5000),
        ("2025-04-30", "< 700"),
        ("2025-05-01", None),
        ("2030", None),
    ],
)
def test_the_last_figure_answers_for_its_time_and_the_one_after(day: str, held: object) -> None:
    assert figure_on(FIGURES, Period.of(day)) == held


def test_a_figure_of_the_last_days_of_the_calendar_holds() -> None:
    assert figure_on({"9999-12": 4}, Period.of("9999-12-31")) == 4


def test_the_order_in_which_they_are_written_is_no_matter() -> None:
    assert figure_on(dict(reversed(FIGURES.items())), Period.of("2021-08-01")) == 1000
