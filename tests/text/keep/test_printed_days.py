"""No version begins on the day of an archive's record where the text recorded prints a later day."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from compliance.model.packs.instrument import Version
from compliance.pipeline import load_packs
from compliance.text.keep.ota import Archive, archive_for, collections_of

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
HEAD = 12  # lines with words; what stands further down may tell of another text
SAYS_ITS_DAY = re.compile(r"(?:last )?(?:updated?|revised|modified|effective)\b", re.IGNORECASE)
DAY = re.compile(r"([A-Z][a-z]{2,8})\.? (\d{1,2})(?:st|nd|rd|th)?,? (20\d\d)")


def printed(text: str) -> str | None:
    """The first day that the head of a text gives as its own."""
    lines = itertools.islice((line for line in text.splitlines() if line.strip()), HEAD)
    for line in filter(SAYS_ITS_DAY.search, lines):
        if found := DAY.search(line):
            month, day, year = found.groups()
            return datetime.date(int(year), MONTHS.index(month[:3].title()) + 1, int(day)).isoformat()
    return None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("# Terms\n\n**Last updated: May 23, 2025**\n", "2025-05-23"),
        ("Terms\n\n_Effective: Sept. 2nd, 2024_\n", "2024-09-02"),
        ("# Terms\n\nSince May 23, 2025 we answer faster.\n", None),
    ],
)
def test_a_text_prints_its_day_where_it_says_so(text: str, day: str | None) -> None:
    assert printed(text) == day


def _recorded(held: dict[str, Archive]) -> Iterator[tuple[str, Version, str, str]]:
    """Every version that begins on the day of its record, with the day of the record and the text recorded."""
    for instrument in load_packs().instruments.values():
        for clause_id, clause in instrument.clauses.items():
            for version in clause.versions:
                if version.from_basis != "earliest-capture" or not version.capture:
                    continue
                archive = archive_for(version.capture.collection, held)
                if archive and archive.has(version.capture.commit):
                    (recorded,) = archive.recorded_in(version.capture.commit).values()
                    text = archive.read([recorded])[recorded].decode()
                    yield (
                        f"{instrument.id} {clause_id}",
                        version,
                        archive.date_of(version.capture.commit),
                        text,
                    )


@pytest.fixture(scope="module")
def checked(shared: Path) -> list[tuple[str, Version, str, str]]:
    """What begins on the day of its record in the two archives of generative services."""
    names = ("genai-contrib-versions", "genai-eu-versions")
    held = collections_of([f"OpenTermsArchive/{name}={shared / 'text' / name}.bundle" for name in names])
    return list(_recorded(held))


def test_no_record_is_believed_to_be_older_than_its_text(
    checked: list[tuple[str, Version, str, str]],
) -> None:
    assert checked, "no version begins on the day of its record"
    late = [
        f"{clause} begins on {version.from_}, and its text prints {day}"
        for clause, version, _, text in checked
        if (day := printed(text)) and day > version.from_
    ]
    assert not late, "; ".join(late)


def test_no_other_day_is_told_as_that_of_the_record(checked: list[tuple[str, Version, str, str]]) -> None:
    other = [
        f"{clause} begins on {version.from_}, and was recorded on {day}"
        for clause, version, day, _ in checked
        if day != version.from_
    ]
    assert not other, "; ".join(other)
