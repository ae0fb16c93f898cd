"""What says that things went in that stand below or behind, and how a name is written that such words tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from compliance.model.declared.sighting import Mention
from compliance.model.words.machines import is_machine

TRAINS = r"\b(?:pre-?|post-?|mid-?|fine-?)?(?:train|tun)(?:ed|ing|e)?\b"
ROWS = r"\b(?:data ?sets?|data(?: mix(?:ture)?)?|corpora|corpus|collections|sources)\b"
ANY_ROWS, _ANY_TRAINING = re.compile(rf"(?i){ROWS}"), re.compile(rf"(?i){TRAINS}")
_USED = re.compile(r"(?i)\b(?:was|were|is|are|used|mix)\b")
TRAINED_ON = re.compile(
    rf"(?i){TRAINS} (?:jointly |further |(?:is|was|were) (?:performed|done|run|conducted|carried out) )?"
    r"(?:on|with|using|over)\b"
)
_SET_UP = re.compile(
    rf"(?i){TRAINS} (?:is|was|were) (?:performed|done|run|conducted|carried out) (?:with|using) the following\b|"
    r"\bthe following (?:[\w-]+ ){0,2}(?:settings?|set-?ups?|(?:hyper-?)?parameters|configurations?|hardware|"
    r"environment|options|arguments|infrastructure|machines?|librar(?:y|ies)|frameworks?|tools)\b"
)
"""What says how a thing was trained, and not on what, where it speaks of no rows."""
_TRAINED_FOR = re.compile(rf"(?i){TRAINS} (?:for|to)\b.{{1,200}}?\b(?:on|with|using)\b")
_LISTED = re.compile(rf"(?i)\b(?:following|these)\b.{{0,20}}?{ROWS}")
"""The same with a word on what for between, where a list of rows follows."""
_HELD = re.compile(
    rf"(?i){TRAINS} (?:data )?(?:collection|{ROWS[2:-2]}|set|mix(?:ture)?|recipe) (?:\w+ ){{0,2}}?"
    r"(?:consist(?:s|ed)?|compris(?:es|ed)|include[sd]?|contain(?:s|ed)?|(?:is|was) (?:composed|made up)|draws?|drew)\b"
)
"""What says of rows on which a thing is trained that they hold what follows."""
_BUILT = re.compile(
    rf"(?i)\b(?:built|compiled|constructed|assembled|put together|combined|aggregated|curated) "
    rf"(?:up )?(?:from|out of)\b.{{0,60}}?{ROWS}"
)
"""What says of rows that they were put together from what follows."""
_COMBINED = re.compile(
    r"(?i)\b(?:data ?sets?|data|corpus|corpora|collection)\b(?: [\w-]+){0,3}? "
    r"(?:is|was|are|were|has been) (?:\w+ )?(?:an? )?(?:combination|mix(?:ture)?|union|concatenation|blend|collection|"
    r"compilation|aggregation|composed|made up|assembled|compiled|drawn) (?:of|from)\b"
)
"""What says of the rows of a page that they are these together."""
_WHAT = re.compile(rf"(?i)\b(?:following|these|below|union|mix(?:ture)?|combination)|{ROWS}")
_PART = re.compile(r"[.:]")
_FOREIGN = re.compile(
    r"(?i)\b(?:(?:до-?)?обуч\w+|натренирован\w*) на\b[^.]{0,40}\b(?:данн|датасет|корпус|набор)\w*"
    r"|\b(?:entrenad[oa]s?|treinad[oa]s?) (?:con|com|en|em|sobre)\b[^.]{0,40}"
    r"\b(?:dat[oa]s|dados|datasets?|corpus|conjuntos?)\b"
    r"|\bentra[iî]née?s? (?:sur|avec)\b[^.]{0,40}\b(?:données|datasets?|corpus)\b"
    r"|\bauf\b[^.]{0,60}\b(?:daten\w*|korp(?:us|ora))\b[^.]{0,20}\btrainiert\b"
    r"|\btrainiert (?:auf|mit)\b[^.]{0,40}\b(?:daten\w*|korp(?:us|ora))\b"
    r"|\baddestrat[oaie] (?:su|con)\w*\b[^.]{0,40}\b(?:dati|dataset|corpus)\b"
)
"""The same in other languages: trained on these data."""
NOT_IN = re.compile(
    r"(?i)\b(?:evaluat\w+|tested|test|benchmarks?|results?|performance|compar\w+|other|related|future|"
    r"can be|could be|to use|not (?:used|trained|included)|validation)\b"
)
"""What says that it did not."""
_DISTINCT = re.compile(
    r"[a-z]\w*[A-Z]|[A-Z]{2}[a-z]\w*-[A-Z]|[A-Z]{2,}-[A-Z][a-z]|[A-Z][\w-]*\d|^[A-Z][A-Z\d-]{2,}$|^[a-z\d]+(?:[-_][a-z\d]+)*[-_]?\d[\w-]*$"
)
"""How a word is written that is a name wherever it stands."""
_OPEN = re.compile(r"(?i)CC0|CC-BY.*|MIT|L?GPL.*|BSD.*|Apache.*")
"""Licences, which are written so too."""
BY = re.compile(r"(?i)(?:by|from|via|with|for|see)\s")
"""How words begin that say who made the thing before them, and name none."""
_HOLDS = re.compile(
    r"(?:\w\S* ){1,6}(?:Access|Archives?|Atlas|Bank|Benchmark|Challenge|Collections?|Commons|Corpus|Database|Gallery|"
    r"Library|Museum|Portal|Repository|Treebank)"
)
"""A name whose last word says that it holds things."""
_ROWS_CALLED = re.compile(r"(?:[A-Z][\w.-]* ){2,5}(?:Dataset|Data Set|Corpus)")
"""A name of several words with a capital, the last of which says that it is rows."""
SUM = frozenset(
    {"total", "totals", "sum", "all", "average", "avg", "overall", "other", "others", "train", "training", "test",
     "testing", "validation", "valid", "dev", "split", "splits", "ours", "dataset", "datasets", "data", "none", "misc",
     "mixed", "various", "size", "language", "name", "source"}
)  # fmt: skip
"""Words of rows that name no set."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A name by its place, and the words above that say what the list is."""

    name: str
    start: int
    cue: str
    """Empty where the name is only asked about."""
    relation: Literal["data", "base", "component"] = "data"


def went_in(words: str) -> bool:
    """Whether words above a list or a table say that a thing was trained on what stands there."""
    if _FOREIGN.search(words):
        return True
    if _SET_UP.search(words) and not ANY_ROWS.search(words):
        return False
    return any(
        _in_turn(part, ANY_ROWS, _USED, _ANY_TRAINING)
        or _in_turn(part, TRAINED_ON, _WHAT)
        or _in_turn(part, _TRAINED_FOR, _LISTED)
        or _HELD.search(part)
        or _BUILT.search(part)
        or _COMBINED.search(part)
        for part in _PART.split(words)
    )


def _in_turn(text: str, *wanted: re.Pattern[str]) -> bool:
    """Whether matches of all of these follow one another; the first of each leaves most room for the next."""
    at = 0
    for one in wanted:
        found = one.search(text, at)
        if found is None:
            return False
        at = found.end()
    return True


def is_name(words: str) -> bool:
    """Whether words of an item are written as a name is."""
    parts = [one for one in words.split() if not _OPEN.fullmatch(one)]
    if BY.match(words) or is_machine(words):
        return False
    if _ROWS_CALLED.fullmatch(words):
        return not SUM.intersection(words.lower().split()[:-1])
    written = any(map(_DISTINCT.search, parts)) or _HOLDS.fullmatch(words)
    return bool(written) and not SUM.intersection(words.lower().split())


def within(mention: Mention, by_place: Sequence[Listed]) -> bool:
    """Whether a name is only a part of one that its place tells: of `Japanese SNLI` somebody else made another set."""
    return any(
        one.start <= mention.start
        and mention.end <= one.start + len(one.name)
        and mention.end - mention.start < len(one.name)
        and one.relation == "data"
        for one in by_place
    )
