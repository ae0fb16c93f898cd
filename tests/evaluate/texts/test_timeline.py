"""What the days and places of clauses are called in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.evaluate.texts.timeline import Stretch, spans
from tests.evaluate.world import instrument

TEXT = instrument(
    "one/terms", "provider-terms", {"2.1": ["2023..2024", "2024-06"], "2.2": ["2023..2024"], "3": ["2024-06"]}
)


def _stretches(*places: str) -> Iterator[Stretch]:
    for place in places:
        clause = TEXT.clauses[place].model_copy(update={"locator": place})
        for version in clause.versions:
            yield Stretch(version.start, version.end, TEXT, place, clause, version)


def test_places_of_a_text_that_stood_on_the_same_days_are_told_together() -> None:
    assert spans(_stretches("2.1", "2.2", "3")) == (
        "Text one/terms, 2.1 and 2.2, from 2023 until before 2024",
        "Text one/terms, 2.1 and 3, from 2024-06 on",
    )


def test_one_place_is_told_once_for_each_stretch_of_days() -> None:
    assert spans(_stretches("2.2", "2.2")) == ("Text one/terms, 2.2, from 2023 until before 2024",)


def test_many_places_are_a_list() -> None:
    clause = TEXT.clauses["3"]
    many = [
        Stretch(
            version.start, version.end, TEXT, place, clause.model_copy(update={"locator": place}), version
        )
        for place in ("a", "b", "c")
        for version in clause.versions
    ]
    assert spans(many) == ("Text one/terms, a, b and c, from 2024-06 on",)
