"""Sentences of `assumed` and `unknown` as facts: what each sort of wording settles, or leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.notes.sentence_tables import ASSUMED, UNKNOWN, Scope


@dataclass(frozen=True, slots=True)
class Settled:
    """One fact that a sentence states, or leaves open (`value` None)."""

    scope: Scope
    fact: str
    value: object
    sentence: str


_USERS = re.compile(
    r"(\d[\d.,]*)\s*(m|million|bn|billion|k)?\b[^.]{0,20}(?:monthly )?(?:active )?users", re.IGNORECASE
)
_FLOP = re.compile(
    r"(above|over|below|under|about|around|at least)?\s*(\d(?:\.\d+)?e\d{1,2})\s*flop", re.IGNORECASE
)
_REVENUE = re.compile(
    r"\b(?:revenue|turnover|income)\b[^.]{0,40}?\$?\s*(?P<after>\d[\d.,]*)\s*(?P<after_unit>m|million|bn|billion)?\b|"
    r"\$?(?P<before>\d[\d.,]*)\s*(?P<before_unit>m|million|bn|billion)?\b[^.]{0,30}?\b(?:revenue|turnover)\b",
    re.IGNORECASE,
)
_REVENUE_FACTS = {
    True: ("revenue_month", "product_revenue_month"),
    False: ("revenue", "product_revenue_year"),
}
_SCALE = {"k": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
HIDES_ORIGIN = re.compile(
    r"\bstrip\w* (?:of )?(?:every|all|any) (?:mention|trace)|without (?:naming|mentioning) (?:its|"
    r"the) (?:maker|base|origin)|"
    r"\b(?:hid|conceal|disguis|mask)\w* (?:its|the|their) (?:origin|base|maker|source)|renamed (?:fork|copy)|"
    r"rebranded",
    re.IGNORECASE,
)
"""Words by which a release is said to leave its origin out."""
TRAINING_DATA = re.compile(
    r"(?:pre-?)?training (?:data|corpus|set)|pretraining corpus|instruction (?:data|set)|tuning (?:data|set)|"
    r"reasoning data",
    re.IGNORECASE,
)
"""Words by which a data set is said to be made for training models."""
_PLACED = re.compile(
    r"\b(?:located|based|domiciled|resident|established|takes place|used?|offered|sold|users?|"
    r"customers?) (?:\w+ )?in (?:the )?"
    r"(eu|european union|france|germany|italy|spain|netherlands|uk|united kingdom|us|united states|"
    r"south korea|korea|china|japan|"
    r"california|india|brazil|switzerland)\b",
    re.IGNORECASE,
)
PLACES: dict[str, tuple[str, ...]] = {
    "eu": ("EU",), "european union": ("EU",), "france": ("EU", "FR"), "germany": ("EU", "DE"), "italy": ("EU", "IT"),
    "spain": ("EU", "ES"), "netherlands": ("EU", "NL"), "uk": ("GB",), "united kingdom": ("GB",), "us": ("US",),
    "united states": ("US",), "south korea": ("KR",), "korea": ("KR",), "china": ("CN",), "japan": ("JP",),
    "california": ("US", "US-CA"), "india": ("IN",), "brazil": ("BR",), "switzerland": ("CH",),
}  # fmt: skip


def assumed_facts(sentences: tuple[str, ...]) -> Iterator[Settled]:
    """Facts that the given sentences state."""
    for sentence in sentences:
        lowered = sentence.lower()
        for pattern, scope, fact, value in ASSUMED:
            if re.search(pattern, lowered):
                yield Settled(scope, fact, value, sentence)
        yield from _numbers(sentence)
        for match in _PLACED.finditer(sentence):
            for place in PLACES[match[1].lower()]:
                yield Settled("market", place, "yes", sentence)


def unknown_facts(sentences: tuple[str, ...]) -> Iterator[Settled]:
    """Facts that the given sentences leave open."""
    for sentence in sentences:
        for pattern, scope, fact in UNKNOWN:
            if re.search(pattern, sentence.lower()):
                yield Settled(scope, fact, None, sentence)


def _numbers(sentence: str) -> Iterator[Settled]:
    if match := _USERS.search(sentence):
        count = float(match[1].strip(".,").replace(",", "")) * _SCALE.get((match[2] or "").lower(), 1)
        yield Settled("publisher", "monthly_users", _beyond(sentence, count), sentence)
    if match := _FLOP.search(sentence):
        yield Settled("release", "training_flop", _beyond(sentence, float(match[2])), sentence)
    if match := _REVENUE.search(sentence):
        number, unit = match["after"] or match["before"], match["after_unit"] or match["before_unit"] or ""
        amount = float(number.strip(".,").replace(",", "")) * _SCALE.get(unit.lower(), 1)
        for fact in _REVENUE_FACTS["month" in sentence.lower()]:
            yield Settled("publisher", fact, _beyond(sentence, amount), sentence)


def _beyond(sentence: str, number: float) -> float | int:
    """A number on the stated side of a threshold."""
    factor = 1.0
    if re.search(r"exceed|above|over\b|more than|at least|beyond", sentence, re.IGNORECASE):
        factor = 1.01
    if re.search(r"below|under\b|less than|fewer|at most", sentence, re.IGNORECASE):
        factor = 0.99
    scaled = number * factor
    return int(scaled) if scaled.is_integer() or 1e6 < scaled < 1e15 else scaled
