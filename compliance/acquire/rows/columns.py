"""Data files, sampled: columns that say what wrote, judged or filtered a row, where it comes from, its licence."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from compliance.acquire.code.purpose import meaning
from compliance.acquire.found import Found
from compliance.acquire.names import hub_name
from compliance.acquire.rows.column_purpose import column_relation
from compliance.acquire.rows.column_words import LICENCES, NOTHING, PEOPLE, spoken_by
from compliance.acquire.rows.dates import Dates
from compliance.acquire.walk import TextFile
from compliance.model.declared.sighting import MentionRelation, Sighting, Statement
from compliance.model.shapes.location import Location

ROWS = 2_000
"""The most rows of a file that are looked at."""
VALUES = 40
"""The most values of a column that are told; one with more is no column of models."""
_DEEP = 4
_IS_NAME = re.compile(r"[\d/-]|[a-z][A-Z]|[A-Z]{2}")
"""What the name of a model holds that is no given name."""

Row = Mapping[str, Any]


def read_columns(file: TextFile) -> Found:
    """What the columns of a JSON, JSON-lines or CSV file say."""
    return read_rows(_rows(file), file.name)


def read_rows(rows: Iterable[tuple[int, Row]], name: str) -> Found:
    """What the columns of rows say; each row comes with its line, or with its number where there are no lines."""
    first: dict[tuple[str, str], tuple[int, int]] = {}
    dates = Dates()
    for count, (line, row) in enumerate(rows):
        if count >= ROWS:
            break
        dates.add(row, line)
        for column, value in _cells(row, ""):
            key = (column, value)
            seen = first.get(key, (line, 0))
            first[key] = (seen[0], seen[1] + 1)
    found = Found(figures=list(dates.figures(name)))
    many = {column for column, values in Counter(one[0] for one in first).items() if values > VALUES}
    aside = meaning(reversed(name.split("/")), ("none",)) is not None
    for (column, value), (line, rows_) in first.items():
        if column not in many:
            _told(column, value, Location(name, line, 1), rows_, aside, found)
    return found


def _told(column: str, value: str, place: Location, rows: int, aside: bool, found: Found) -> None:
    word = column.rsplit(".", 1)[-1].lower()
    if word in LICENCES:
        found.statements.append(Statement("licence", "rows", value, place, f"{column}: {value}", column))
        return
    if value.lower() in PEOPLE:
        return
    service = spoken_by(value)
    value = service or value
    told, loose = column_relation(column.rsplit(".", 1)[-1])
    if loose and service is None and not _IS_NAME.search(value):
        return  # a word alone in such a column may be anybody
    relation: MentionRelation = "none" if aside or told is None else told
    how = f"column {column}, {rows} of the rows looked at"
    found.sightings.append(Sighting(value, relation, place, "data", how, f"{column}: {value}", column=column,
                                    if_known=loose and relation == "judged-by" and not hub_name(value)))  # fmt: skip


def _cells(row: Row, above: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    for key, value in row.items():
        column = f"{above}.{key}" if above else str(key)
        if isinstance(value, dict) and depth < _DEEP:
            yield from _cells(value, column, depth + 1)
        elif isinstance(value, str) and column_relation(str(key))[0] is not None:
            text = value.strip()
            if text.lower() not in NOTHING and len(text) < 120 and text.count(" ") < 6:
                yield column, text


def _rows(file: TextFile) -> Iterator[tuple[int, Row]]:
    if file.suffix in (".csv", ".tsv"):
        between = "\t" if file.suffix == ".tsv" else _between(file.text)
        reader = csv.DictReader(io.StringIO(file.text), delimiter=between)
        try:
            for row in reader:
                yield reader.line_num, {key: value for key, value in row.items() if isinstance(key, str)}
        except csv.Error:
            return
    elif file.suffix == ".json":
        yield from _objects(file.text)
    else:
        for line, text in enumerate(file.text.splitlines(), 1):
            parsed = _parsed(text)
            if isinstance(parsed, dict):
                yield line, parsed


def _between(text: str) -> str:
    """The sign between the columns: that of which the first line holds most."""
    head = text[: text.find("\n")] if "\n" in text else text
    return max(",|;\t", key=head.count)


def _objects(text: str) -> Iterator[tuple[int, Row]]:
    """The members of a JSON list, each with the line on which it begins."""
    decoder = json.JSONDecoder()
    at = text.find("[")
    if at < 0 or text[:at].strip():
        return
    at, line, counted = at + 1, 1, 0
    while True:
        while at < len(text) and text[at] in " \t\r\n,":
            at += 1
        try:
            row, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        line, counted = line + text.count("\n", counted, at), at
        if isinstance(row, dict):
            yield line, row
        at = end


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
