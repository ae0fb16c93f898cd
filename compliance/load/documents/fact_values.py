"""Whether the value of a further fact is of the type that the catalogue gives it."""

from __future__ import annotations

from collections.abc import Callable

from compliance.errors import listed, shown
from compliance.load.documents import hints
from compliance.model.packs.rule import FactEntry
from compliance.model.shapes.shape import check_date, check_period
from compliance.model.words.bound import FORMS, bound
from compliance.model.words.places import place

Wrong = tuple[str, str]
"""What is wrong with a value, and what to do."""


def wrong_value(entry: FactEntry, value: object) -> Wrong | None:
    """What is wrong with a stated fact; None for a value that fits, and for `unknown`."""
    if entry.found:
        return (
            "this is found by the program and cannot be stated",
            "state the fields that it follows from instead",
        )
    if value == "unknown":
        return None
    return _CHECKS[entry.type](entry, value)


def _yes_or_no(entry: FactEntry, value: object) -> Wrong | None:
    if isinstance(value, bool) or value in ("yes", "no"):
        return None
    return f"expected true, false or unknown, found {shown(value)}", hints.yes_or_no(value)


def _word(entry: FactEntry, value: object) -> Wrong | None:
    if not isinstance(value, str):
        return f"expected a word, found {shown(value)}", "write one word"
    if not entry.words or value in entry.words:
        return None
    meant = hints.word(value, list(entry.words))
    advice = f"did you mean {shown(meant)}?" if meant else "write one that is expected, or unknown"
    return f"expected one of {listed(entry.words)}, found {shown(value)}", advice


def _words(entry: FactEntry, value: object) -> Wrong | None:
    members = [value] if isinstance(value, str) else value
    odd = (
        [one for one in members if not isinstance(one, str)] if isinstance(members, list | tuple) else [value]
    )
    if not odd:
        return None
    return f"expected a text or a list of texts, found {shown(odd[0])}", "write it as a list: [first, second]"


def _places(entry: FactEntry, value: object) -> Wrong | None:
    if wrong := _words(entry, value):
        return wrong
    for word in [value] if isinstance(value, str) else list(value):  # type: ignore[call-overload]
        try:
            place(word)
        except ValueError as error:
            what, _, advice = str(error).partition("; ")
            return what, advice
    return None


def _number(entry: FactEntry, value: object) -> Wrong | None:
    if isinstance(value, dict):
        return next((wrong for item in value.items() if (wrong := _dated_number(entry, *item))), None)
    try:
        bound(value if isinstance(value, int | float | str) else "")
    except ValueError as error:
        what, _, advice = str(error).partition("; ")
        return f"{what}, found {shown(value)}", advice
    return None


def _dated_number(entry: FactEntry, day: str, value: object) -> Wrong | None:
    try:
        check_date(day)
    except ValueError as error:
        return f"the key {shown(day)}: {error}", hints.date(
            day
        ) or "give numbers by date, for instance {'2025-01': 5}"
    if isinstance(value, dict):
        return f"expected {FORMS}, found a mapping", "write one number for each date"
    return _number(entry, value)


def _date(entry: FactEntry, value: object) -> Wrong | None:
    try:
        check_period(value if isinstance(value, str) else str(value) if isinstance(value, int) else "")
    except ValueError as error:
        return f"{error}, found {shown(value)}", hints.date(value) or "write a date like 2025-01-31"
    return None


def _text(entry: FactEntry, value: object) -> Wrong | None:
    if isinstance(value, str):
        return None
    return f"expected text, found {shown(value)}", "put it in quotes if it is meant as text"


_CHECKS: dict[str, Callable[[FactEntry, object], Wrong | None]] = {
    "yes-no": _yes_or_no, "word": _word, "words": _words, "places": _places, "number": _number, "date": _date,
    "text": _text,
}  # fmt: skip
