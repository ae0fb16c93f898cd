"""Three fingerprints of a clause: of its looks, of its words, of what it says.

Moving or renumbering a clause, another spelling, date or link, and what a page adds around links change the first
fingerprint only. Other words change the second. A changed exception, party, number, place, topic or polarity changes
the third.
"""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from compliance.model.packs.clause_text import TaggedClause
from compliance.text.tag.patterns import DATA

_NOISE = re.compile(
    r"\[?\bemail protected\b\]?|(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,60}\.){1,4}[a-z]{2,10}(?![\w-])|"
    r"\(?\bopens in (?:a )?new (?:window|tab)\b\)?|\(link\)|(?:https?://|www\.)[^\s()]{1,2000}|(?<![\w@.])(?:[a-z\d-]{1,60}\.){1,4}[a-z]{2,10}/[^\s()]{0,2000}|\[\^?\d{1,3}\]|\\",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?\d{4}(?!\d)|"
    r"\b\d{4}-\d{1,2}-\d{1,2}(?!\d)|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(sections?|clauses?|articles?|paragraphs?|exhibits?|annex|schedules?)\s(?:\d{1,3}(?:\.\d{1,3}){0,4}|[ivxl]{1,5}|[a-z])\b"
    r"(?:\s?\([a-z0-9]{1,4}\)){0,3}",
    re.IGNORECASE,
)
_HYPHENATED = re.compile(r"(?<=[a-z]{2})[-\u00ad\u2010]\s{1,4}(?=[a-z])|\u00ad")
"""Where a word goes on after the end of its line."""
_GROUPS = re.compile(r"(?<=\d)[ ,\u00a0](?=\d{3}(?!\d))")
_SIGNS = (("us$", " usd "), ("$", " usd "), ("€", " eur "), ("£", " gbp "), ("u.s.", "us "), ("u.k.", "uk "))
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
EMPTY = frozenset({"a", "an", "the", "s"})
_POLARITY = frozenset(
    {
        "not", "no", "never", "nor", "neither", "cannot", "without", "except", "unless", "only", "other",
        "may", "must", "shall", "will", "can", "prohibited", "permitted", "allowed", "required", "any",
        "all", "every", "most", "some",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """What has to differ for a change of a clause to count."""

    format: str
    canonical: str
    semantic: str


@functools.cache
def _spelling() -> Mapping[str, Any]:
    told: Mapping[str, Any] = yaml.safe_load((DATA / "spelling.yaml").read_text(encoding="utf-8"))
    return told


@functools.lru_cache(maxsize=65_536)
def spelled(word: str) -> str:
    """Return a word in the one spelling that is compared.

    >>> spelled("licence"), spelled("authorised"), spelled("behaviour"), spelled("your")
    ('license', 'authorized', 'behavior', 'your')
    """
    told = _spelling()
    if word in told["words"]:
        return str(told["words"][word])
    if word in told["kept"] or len(word) <= len("wise"):
        return word
    for old, new in told["endings"].items():
        if word.endswith(old):
            return f"{word[: -len(old)]}{new}"
    return word


@functools.lru_cache(maxsize=131_072)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words that count when two texts are compared.

    >>> tokens("As of 1 May 2024, see Section 10(b): the licence (opens in a new window).")
    ('as', 'of', 'see', 'section', 'license')
    >>> tokens("Write to help@meadow.example."), tokens("Write to [email protected].")
    (('write', 'to'), ('write', 'to'))
    """
    whole = unicodedata.normalize("NFKC", _HYPHENATED.sub("", text))
    bare = _REFERENCE.sub(r"\1 ", _DATE.sub(" ", _NOISE.sub(" ", whole))).lower()
    for sign, word in _SIGNS:
        bare = bare.replace(sign, word) if sign in bare else bare
    bare = _GROUPS.sub("", bare)
    return tuple(spelled(each) for each in _TOKEN.findall(bare) if each not in EMPTY)


def weight(words: Iterable[str]) -> int:
    """Return how many of some words turn what a clause says by themselves: numbers and words of polarity."""
    return sum(word in _POLARITY or any(character.isdigit() for character in word) for word in words)


def definitions_of(tagged: Iterable[TaggedClause]) -> dict[str, tuple[str, ...]]:
    """Return the words by which a text explains each of its terms."""
    return {term.lower(): tokens(each.clause.own) for each in tagged for term in each.details.defined_terms}


def fingerprints(
    tagged: TaggedClause, source: str, definitions: Mapping[str, tuple[str, ...]] | None = None
) -> Fingerprints:
    """Return the fingerprints of a clause of this source: over its lead-ins, its words and the terms it uses."""
    clause, details = tagged.clause, tagged.details
    words = tokens(clause.text)
    lowered = clause.text.lower()
    used = sorted(term for term in definitions or {} if term in lowered and term not in details.defined_terms)
    said = (
        tagged.norm,
        tagged.bound,
        *sorted(f"{tag.topic}:{tag.norm}" for tag in tagged.tags),
        *(" ".join(tokens(each)) for each in details.exceptions),
        *(each.words.lower() for each in details.thresholds if each.kind != "date"),
        " ".join(sorted(set(words))),
        *(" ".join((definitions or {})[term]) for term in used),
    )
    shown = source[clause.span.start : clause.span.end]
    return Fingerprints(_hashed(shown), _hashed(" ".join(words)), _hashed("\n".join(said)))


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
