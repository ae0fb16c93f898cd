"""The words of other languages, which are data: one file for each language, English on the left."""

from __future__ import annotations

import functools
import pathlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from compliance.model.declared.sighting import MentionRelation, StatementKind

_DATA = pathlib.Path(__file__).parent / "data"
HAN_TOO = "ja"
"""The language whose texts hold Chinese letters too, and are told by others."""
WORD = re.compile(r"[^\W\d_]+['’]?")
"""A word, with the sign by which one that is cut short is joined to the next."""
LEAST_SET = 3
"""Words at least of a phrase that stays together."""
_CLAIMS: Mapping[str, StatementKind] = {
    "no_machine": "people-wrote",
    "people": "people-wrote",
    "judged": "people-judged",
    "no_hosted": "denial",
    "from_scratch": "from-scratch",
}
"""Claims by the keys under which a language has them."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Words around a name, and what the name was by them."""

    relation: MentionRelation
    kinds: tuple[str | None, ...]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    within: re.Pattern[str] | None = None
    """What the heading above says, where the words alone do not tell the use."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a language, and the English ones."""

    found: re.Pattern[str]
    english: str
    is_set: bool
    """Whether they are so many that they stay together whatever order a clause is put in."""


@dataclass(frozen=True, slots=True)
class Language:
    """What is known of one language."""

    code: str
    common: frozenset[str]
    """Small words by which the language is told; empty where its letters tell it."""
    letters: re.Pattern[str] | None
    phrases: Mapping[str, tuple[Phrase, ...]]
    """What is said in other words, by the first of them in small letters; the longest first."""
    orders: tuple[tuple[re.Pattern[str], str], ...]
    """Clauses whose words stand in another order than the English ones, and how they are put."""
    capital_nouns: bool
    """Whether every noun is written with a capital there: it then tells no proper name."""
    frames: tuple[Frame, ...]
    """Where no word order is like the English one: what stands around a name, and what that then was."""
    denied: re.Pattern[str] | None
    """How the words before a frame end that deny it."""
    denied_behind: re.Pattern[str] | None
    claims: tuple[tuple[StatementKind, re.Pattern[str]], ...]
    """What is claimed of the making, where no claim is looked for in English words."""
    no_machine: re.Pattern[str] | None
    """The one of these by which no model made anything."""


@functools.cache
def languages() -> tuple[Language, ...]:
    """Every language of which words are known."""
    return tuple(_language(path) for path in sorted((_DATA / "languages").glob("*.yaml")))


def _language(path: pathlib.Path) -> Language:
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    orders = tuple(
        (re.compile(_filled(one["from"], told)), str(one["to"])) for one in told.get("orders") or ()
    )
    letters, claims = told.get("letters"), told.get("claims") or {}
    return Language(
        path.stem,
        frozenset(str(told.get("common") or "").split()),
        re.compile(f"[{letters}]") if letters else None,
        _phrases(told.get("phrases") or {}),
        orders,
        bool(told.get("capital_nouns")),
        tuple(map(_frame, told.get("frames") or ())),
        _compiled(told.get("denied")),
        _compiled(told.get("denied_behind")),
        tuple((_CLAIMS[key], re.compile(_one_line(source))) for key, source in claims.items()),
        _compiled(_one_line(claims["no_machine"]) if "no_machine" in claims else None),
    )


@functools.cache
def headings() -> Mapping[str, str]:
    """What headings say in any of the languages, in small letters, to the English one of the same purpose."""
    return _by_word(yaml.safe_load((_DATA / "headings.yaml").read_text(encoding="utf-8")))


def _one_line(source: str) -> str:
    """A pattern that is written over several lines."""
    return "".join(source.splitlines())


def _frame(told: Mapping[str, Any]) -> Frame:
    kinds = tuple(told["kinds"])
    return Frame(
        told["relation"],
        kinds,
        re.compile(told["before"]),
        re.compile(told["behind"]),
        _compiled(told.get("within")),
    )


def _compiled(source: str | None) -> re.Pattern[str] | None:
    return re.compile(source) if source else None


def _by_word(told: Mapping[str, list[str]]) -> dict[str, str]:
    return {str(word).lower(): str(english) for english, words in told.items() for word in words}


def _phrases(told: Mapping[str, list[str]]) -> dict[str, tuple[Phrase, ...]]:
    """Every phrase below the word with which it begins."""
    made: dict[str, list[Phrase]] = {}
    for words, english in sorted(_by_word(told).items(), key=lambda one: -len(one[0])):
        first = WORD.match(words)
        assert first is not None
        found = re.compile(f"(?i){_pattern(words)}")
        made.setdefault(first[0], []).append(Phrase(found, english, len(words.split()) >= LEAST_SET))
    return {first: tuple(each) for first, each in made.items()}


def _pattern(words: str) -> str:
    """Words as they are looked for: whatever blanks stand between them; one that is cut short goes on without any."""
    written = r"\s+".join(re.escape(one).replace("'", "['’]") for one in words.split())
    return written if words.endswith("'") else rf"{written}(?![\w/@]|-\w)"


def _filled(source: str, told: Mapping[str, object]) -> str:
    """A pattern, with the classes of words that it names in angle brackets written out."""
    classes = told.get("classes")
    named = classes if isinstance(classes, dict) else {}
    return re.sub(r"<<(\w+)>>", lambda one: "(?:" + "|".join(str(named[one[1]]).split()) + ")", source)
