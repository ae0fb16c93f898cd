"""What to write instead: advice on values that people write in another form than this one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compliance.errors import nearest, shortened
from compliance.load.documents.other_words import kind_of_word, our_word
from compliance.model.shapes.shape import check_period
from compliance.model.words.bound import possible_number, written_out
from compliance.patterns import regex

_YES = ("true", "yes", "y", "1", "ja", "oui", "si", "sí", "on")
_NO = ("false", "no", "n", "0", "nein", "non", "off", "none")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATES = (
    regex(r"(?P<y>\d{4})[./ ](?P<m>\d{1,2})(?:[./ ](?P<d>\d{1,2}))?"),
    regex(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
    regex(r"(?P<m>\d{1,2})[./-](?P<y>\d{4})"),
    regex(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})"),
    regex(r"(?P<y>\d{4})-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?"),
    regex(
        r"(?:(?P<d>\d{1,2})\.?,? )?(?P<w>[a-z]{3})[a-z]*\.?(?: (?P<e>\d{1,2}),)? (?P<y>\d{4})", re.IGNORECASE
    ),
    regex(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)[T ].*"),
)


def yes_or_no(value: object, known: Sequence[str] = ("true", "false", "unknown")) -> str:
    """How to write a truth value.

    >>> yes_or_no("True"), yes_or_no(0)
    ('write true, in small letters and without quotes', 'write false, in small letters and without quotes')
    """
    word = str(value).strip().casefold()
    meant = "true" if word in _YES else "false" if word in _NO else ""
    if meant:
        return f"write {meant}, in small letters and without quotes"
    return f"write {', '.join(known[:-1])} or {known[-1]}"


def number(value: object) -> str:
    """How to write a number.

    >>> number("70B"), number("5%"), number("many")
    ('write 70e9, without quotes', 'write 0.05, without quotes', 'write it in digits, without quotes')
    """
    text = value.strip() if isinstance(value, str) else ""
    percent = possible_number(text[:-1].strip()) if text.endswith("%") else None
    found = f"{percent / 100:g}" if percent is not None else written_out(text)
    return f"write {shortened(found)}, without quotes" if found else "write it in digits, without quotes"


def date(value: object) -> str | None:
    """How to write a date that is written in another form.

    >>> date("09/2025"), date(20250901), date("Sept 2025"), date("soon")
    ("write '2025-09'", "write '2025-09-01'", "write '2025-09'", None)
    """
    text = str(value).strip()
    for form in _DATES:
        if found := form.fullmatch(text):
            parts = {key: each for key, each in found.groupdict().items() if each}
            month = parts.get("m") or str(
                _MONTHS.index(parts["w"].lower()) + 1 if parts["w"].lower() in _MONTHS else 0
            )
            day = parts.get("d") or parts.get("e")
            written = "-".join([parts["y"], f"{int(month):02}", *([f"{int(day):02}"] if day else [])])
            try:
                return f"write {check_period(written)!r}"
            except ValueError:
                continue
    return None


def word(value: object, known: list[str]) -> str | None:
    """Which known word is meant by an unknown one."""
    if not isinstance(value, str):
        return str(value) if str(value) in known else None
    return our_word(value, known) or (None if kind_of_word(value) else nearest(value, known))


def comma(before: object, key: object) -> str | None:
    """What to do where a comma within a text or a number has ended it, so that the rest became a key.

    >>> comma("Acme", "Inc."), comma(1, "000")
    ("a comma ends a value: write 'Acme, Inc.' in quotes", 'a comma ends a value: write numbers without commas')
    """
    if isinstance(before, str) and isinstance(key, str):
        return f"a comma ends a value: write '{shortened(f'{before}, {key}')}' in quotes"
    if type(before) in (int, float) and re.fullmatch(r"\d{3}(\.\d+)?", str(key)):
        return "a comma ends a value: write numbers without commas"
    return None
