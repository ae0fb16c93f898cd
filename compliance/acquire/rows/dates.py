"""Columns that say when a row was made, and fields that say how many there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from compliance.acquire.prose.figures import ROWS
from compliance.acquire.prose.periods import months_of
from compliance.acquire.tree import line_of, mapping, mappings, number, texts
from compliance.model.declared.sighting import Figure
from compliance.model.shapes.location import Location

_DATED = {
    "collected": ("collected", "collected_at", "collection_date", "date_collected", "scraped_at", "crawled_at",
                  "crawl_date", "retrieved", "retrieved_at", "date_download"),
    "recorded": ("recorded", "recorded_at", "recording_date", "date_recorded", "acquired", "acquired_at",
                 "acquisition_date", "captured", "captured_at", "capture_date", "study_date"),
    "written": ("written", "written_at", "date_written", "created", "created_at", "creation_date", "date_created"),
    "annotated": ("annotated", "annotated_at", "annotation_date", "labeled_at", "labelled_at", "transcribed_at"),
    "generated": ("generated", "generated_at", "generation_date", "date_generated"),
}  # fmt: skip
"""Columns by what they date."""
_ABOUT = {column: about for about, columns in _DATED.items() for column in columns}
_COUNTS = {"total_episodes": "episodes", "num_episodes": "episodes", "total_hours": "hours", "num_examples": ROWS,
           "num_rows": ROWS, "total_examples": ROWS, "num_samples": ROWS}  # fmt: skip
"""Fields at the top of a file beside the card, by what they count."""
_SIZES = {"n": 1.0, "K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12}


class Dates:
    """The first and the last date of each column."""

    def __init__(self) -> None:
        """Nothing is seen yet."""
        self._seen: dict[str, list[tuple[float, int, str]]] = {}

    def add(self, row: Mapping[str, Any], line: int) -> None:
        """Take a row's dates in."""
        for column, value in row.items():
            if column.lower() in _ABOUT and isinstance(value, str):
                month = months_of(value)
                if month is not None:
                    ends = [*self._seen.get(column, ()), (month, line, value)]
                    self._seen[column] = [min(ends), max(ends)]

    def figures(self, name: str) -> Iterator[Figure]:
        """What the columns come to, each end at the row that has it."""
        for column, ends in self._seen.items():
            for month, line, value in dict.fromkeys(ends):
                place = Location(name, line, 1)
                yield Figure(
                    "period", _ABOUT[column.lower()], month, month, place, f"{column}: {value}", "data"
                )


def of_fields(front: Mapping[str, Any], name: str) -> Iterator[Figure]:
    """What the fields of a card say of its amounts: totals, splits, and the size that its tag gives."""
    yield from counted(front, name)
    for value in texts(front.get("size_categories")):
        yield from _sized(value, name)


def counted(tree: object, name: str) -> Iterator[Figure]:
    """How many there are by a file beside the card: its totals, or the splits of its one configuration."""
    told = mapping(tree)
    for key, about in _COUNTS.items():
        value = number(told.get(key))
        if value:
            place = Location(name, line_of(told[key]), 1)
            yield _figure(about, value, place, f"{key}: {told[key]}")
    configurations = [one for each in told.values() for one in mappings(each)]
    parts = [one for one in (told, *configurations) if one.get("splits")]
    if len(parts) == 1:
        yield from _split(parts[0], name)


def _split(part: Mapping[str, Any], name: str) -> Iterator[Figure]:
    """The rows of all splits together."""
    splits = part["splits"]
    each = list(splits.values()) if isinstance(splits, dict) else list(mappings(splits))
    told = [mapping(one).get("num_examples") for one in each]
    rows = [count for one in told if (count := number(one)) is not None]
    if rows and len(rows) == len(told):
        place, words = Location(name, line_of(told[0]), 1), f"num_examples: {sum(rows):.0f} in all"
        # Who speaks of the largest split alone is borne out too.
        yield Figure("amount", ROWS, max(rows), sum(rows), place, words, "config")


def _sized(value: object, name: str) -> Iterator[Figure]:
    """How many rows a card's field says that there are: `10K<n<100K`."""
    ends = str(value).split("<")
    if (
        len(ends) == 3
        and ends[1] == "n"
        and all(one[:-1].isdigit() and one[-1] in _SIZES for one in ends[::2])
    ):
        low, high = (int(one[:-1]) * _SIZES[one[-1]] for one in ends[::2])
        place = Location(name, line_of(value), 1)
        yield Figure("amount", ROWS, low, high, place, f"size_categories: {value}")


def _figure(about: str, number: float, place: Location, words: str) -> Figure:
    return Figure("amount", about, number, number, place, words, "config")
