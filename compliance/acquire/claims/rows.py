"""Data of people, and languages, in the rows of a folder."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from typing import Any

from compliance.acquire.claims.stances import PERSONAL
from compliance.acquire.walk import TextFile
from compliance.model.declared.sighting import Claim
from compliance.model.shapes.location import Location
from compliance.patterns import regex

LANGUAGE = "languages"
MOST_ROWS = 200
"""Of more rows in one file the first are looked at."""
_PERSONAL = regex(
    r"(?i)(?:^|_)(?:e-?mail(?:_address)?|phone(?:_?(?:number|no))?|telephone|telefon(?:nummer)?|mobile|"
    r"(?:first|last|full|sur|family|given)_?name|vorname|nachname|nom_de_famille|date_of_birth|birth_?date|dob|geburtsdatum|"
    r"ssn|passport(?:_no)?|home_address|street_address|ip_address|iban|postcode|zip_code)$|"
    r"(?:^|_)(?:(?:case|file)_?(?:no|number|id)|aktenzeichen|card_?(?:no|number|holder|last_?4)|anschrift|adresse|address|"
    r"(?:customer|client|caller|patient|user|student|employee|applicant|citizen|contact|speaker)_name|account_?(?:no|number)|"
    r"policy_?(?:no|number)|mrn|licen[cs]e_plate|kennzeichen|kundennummer|apellidos?|direcci[oó]n|courriel)$|"
    r"氏名|電話番号|住所|生年月日|メールアドレス|姓名|手机号?|身份证|電話|电话"
)
"""Columns whose values are data of people."""

_MASKED = regex(r"(?i)\W*(?:redacted|removed|masked|anonymi[sz]ed|none|null|n/?a|x{3,})\W*$|[\[<{*#_-]")
"""Values that stand where data of people stood."""


def of_rows(file: TextFile) -> Iterator[Claim]:
    """Columns with data of people, and the languages of the rows, each where it is seen first."""
    told = dict[tuple[str, str], Claim]()
    for one in _of_columns(file):
        told.setdefault((one.words, one.of), one)
    yield from told.values()


def _of_columns(file: TextFile) -> Iterator[Claim]:
    for line, row in _rows(file):
        for column, value in row.items():
            told = isinstance(column, str) and value and not _MASKED.match(str(value))
            if told and _PERSONAL.search(column):
                yield Claim(PERSONAL, 1.0, 1.0, Location(file.name, line, 1), f"column {column}", "", "data")
        told = next((row[key] for key in ("lang", "language") if isinstance(row.get(key), str)), None)
        if told and re.fullmatch(r"[a-z]{2,3}", told):
            yield Claim(LANGUAGE, 1.0, 1.0, Location(file.name, line, 1), f"language: {told}", told, "data")


def _rows(file: TextFile) -> Iterator[tuple[int, dict[Any, Any]]]:
    """The first rows of a file of rows, each with its line."""
    lines = file.text.splitlines()[: MOST_ROWS + 1]
    if file.suffix in (".csv", ".tsv") and lines:
        reader = csv.DictReader(lines, delimiter="\t" if file.suffix == ".tsv" else ",")
        try:
            yield from ((reader.line_num, row) for row in reader)
        except csv.Error:
            return
    for at, line in enumerate(lines, 1) if file.suffix in (".jsonl", ".ndjson") else ():
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(row, dict):
            yield at, row
