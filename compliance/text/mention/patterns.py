"""Read the lexicon, which is data, and make matchers of it.

In a pattern NAME is a name or a list of names, OTHER one before it that is not spoken of, `a|b` is either word,
`<class>` a word of a class of `lexicon.yaml`, and `~3` up to three words in between, none of which is a name or begins
another clause; `^3` are such words without a comma or a verb of being, `=3` without a word that links to something
else.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from compliance.bounds import make_room
from compliance.text.mention.matching import Patterns

if TYPE_CHECKING:
    from spacy.language import Language

NAME = "§name§"
"""The token that stands for a name, or for names in a row."""
_LEXICON = Path(__file__).parent / "data" / "lexicon.yaml"
_BARRED = {"~": "", "^": "copula", "=": "links"}
"""Signs of gaps to the class of words that may not stand in them."""
STRENGTHS = ("surest", "strong", "patterns")
"""Parts of the lexicon, those that win over others first."""
_CLASS = re.compile(r"<([a-z]+)>")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words and matchers by which sentences are read."""

    language: Language
    cues: Patterns
    """Relations; the key of a match is `relation#strength#names before the one spoken of#number`."""
    denials: Patterns
    before: Mapping[str, int]
    """Words that deny what follows, and how many verbs of being may come between."""
    copula: frozenset[str]
    stops: frozenset[str]
    active: frozenset[str]
    """Verbs that begin another statement after a comma or `and`, where a denial ends."""
    modal: frozenset[str]
    measuring: frozenset[str]
    folders: frozenset[str]
    alone: frozenset[str]
    """Words that are no names by themselves, whatever the registry holds."""
    describing: frozenset[str]
    """Words that say of what kind a data set or model is, and are no names."""
    tools: frozenset[str]
    """What works are made with that is neither rows nor weights."""
    sections: Mapping[str, tuple[str, ...]]
    links: frozenset[str]
    """Words that link a name to something else."""
    classes: Mapping[str, tuple[str, ...]]
    """Words by class."""


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon; read once, for spaCy takes its time."""
    make_room()
    import spacy

    told: dict[str, Any] = yaml.safe_load(_LEXICON.read_text(encoding="utf-8"))
    classes = {name: tuple(words.split()) for name, words in told["classes"].items()}
    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    stops = tuple(str(word) for word in told["stops"])
    cues, denials = Patterns(language.vocab), Patterns(language.vocab)
    for strength in STRENGTHS:
        for relation, patterns in told[strength].items():
            for number, source in enumerate(patterns):
                passed = source.partition("NAME")[0].count("OTHER")
                cues.add(f"{relation}#{strength}#{passed}#{number}", tokens(source, classes, stops))
    for source in told["negation"]["phrases"]:
        denials.add("denied", tokens(source, classes, stops))
    before = {str(word): int(count) for word, count in told["negation"]["before"].items()}
    sections = {kind: tuple(titles) for kind, titles in told["sections"].items()}
    words = {
        name: frozenset(word.replace("_", " ") for word in str(told[name]).split())
        for name in ("folders", "alone", "describing", "tools")
    }
    return Lexicon(
        language, cues, denials, before, frozenset(classes["copula"]), frozenset(stops),
        frozenset(told["active"]), frozenset(told["modal"]), frozenset(told["measuring"]), words["folders"],
        words["alone"], words["describing"], words["tools"], sections, frozenset(classes["links"]), classes,
    )  # fmt: skip


def tokens(
    source: str, classes: Mapping[str, tuple[str, ...]], stops: tuple[str, ...]
) -> list[dict[str, Any]]:
    """A pattern as spaCy's matcher takes it.

    >>> tokens("written ~2 by NAME", {}, (";",))[1]
    {'LOWER': {'NOT_IN': ['§name§', ';']}, 'OP': '{0,2}'}
    """
    made: list[dict[str, Any]] = []
    for word in source.split():
        if word in ("NAME", "OTHER"):
            made.append({"LOWER": NAME})
        elif word[0] in _BARRED:
            barred = [NAME, *stops, *([","] if word[0] == "^" else []), *classes.get(_BARRED[word[0]], ())]
            made.append({"LOWER": {"NOT_IN": barred}, "OP": f"{{0,{word[1:]}}}"})
        else:
            parts = [classes[part[1:-1]] if _CLASS.fullmatch(part) else (part,) for part in word.split("|")]
            made.append({"LOWER": {"IN": sorted({each for part in parts for each in part})}})
    return made
