"""Read the patterns, which are data, and make regular expressions of them that no text can slow down.

In a pattern a space stands for anything between two words but the end of a sentence, `~8 ` for up to eight words,
and `<name>` for a class of `lexicon.yaml`. Each repetition has a bound, so the time a pattern takes grows with the
length of the text and with nothing else.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import yaml

from compliance.errors import Fault, ResourceError
from compliance.model.packs.clause_text import TextNorm, Tier, Topic
from compliance.patterns import regex

DATA = Path(__file__).parent / "data"
BEGINNINGS = (3, 5)
"""How many letters of a word, of a short and of a longer one, are looked at before whole words are."""

_SEPARATOR = r"(?:[^\w.!?]{1,6})"
_WORD = r"(?:\w[\w']{0,39}+" + _SEPARATOR + ")"
_WORDS = re.compile(r"[^\W_]+")
_CLASS = re.compile(r"<([a-z][a-z-]*)>")
_GAP = re.compile(r"~(\d{1,2}) ?")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of which a text has to contain one; looked for first, for speed."""

    words: tuple[str, ...]
    beginnings: Mapping[str, tuple[str, ...]]
    """How the words begin of which one is in each of them, with those that have it."""

    @classmethod
    def of(cls, words: Sequence[str]) -> Words:
        """Take the words, or beginnings of them, or words that follow each other."""
        longest = [max(_WORDS.findall(each), key=len) for each in words]
        short, long = BEGINNINGS
        begun: dict[str, tuple[str, ...]] = {}
        for each, word in zip(words, longest, strict=True):
            begin = word[: long if len(word) >= long else short]
            begun[begin] = (*begun.get(begin, ()), each)
        return cls(tuple(words), begun)

    def may_be_in(self, text: str, begun: frozenset[str]) -> bool:
        """Tell whether a text in small letters, with words that begin so, contains one of them."""
        return any(
            each in text for begin in self.beginnings.keys() & begun for each in self.beginnings[begin]
        )


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which texts speak of a topic."""

    id: str
    topic: Topic
    find: re.Pattern[str]
    """What must stand in the clause."""
    demanded: tuple[re.Pattern[str], ...]
    """What must stand in the clause or its lead-ins as well."""
    barred: re.Pattern[str] | None
    """What must not stand in the clause: any of what is named, looked for at once."""
    tier: Tier
    at_end: bool
    """Whether what it forbids stands at the end of its words, after what came before it."""
    duty: bool
    """Whether it is what a condition says that brings a duty with it."""
    norms: frozenset[TextNorm]
    """The norms that make it an instance of the topic."""
    positive: tuple[str, ...]
    negative: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicPatterns:
    """All patterns of a topic."""

    topic: Topic
    triggers: Words
    """Of which a clause has to contain one for any pattern to fit."""
    alone: bool
    """Whether an item that begins with words of the topic is one that forbids it, where nothing says otherwise."""
    any: re.Pattern[str]
    """What fits where one of the patterns does: most texts that a trigger stands in are done with by one look."""
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that forbid, demand, allow or promise."""

    id: str
    norm: TextNorm
    who: str
    words: Words
    """Of which one stands wherever the cue does."""
    find: re.Pattern[str]
    ends: bool
    """Whether they count only at the end of a lead-in."""


def expression(source: str, classes: Mapping[str, str]) -> str:
    """Return a pattern as a regular expression.

    >>> expression("sell ~2 <thing>", {"thing": "(?:keys?|access)"}).count("{")
    4
    """
    for _ in range(8):
        filled = _CLASS.sub(lambda found: classes[found.group(1)], source)
        if filled == source:
            break
        source = filled
    parts = _GAP.split(source)
    made = [parts[0].replace(" ", _SEPARATOR)]
    for bound, part in zip(parts[1::2], parts[2::2], strict=True):
        made.append(f"{_WORD}{{0,{bound}}}?{part.replace(' ', _SEPARATOR)}")
    return "".join(made)


def compiled(source: str, classes: Mapping[str, str]) -> re.Pattern[str]:
    """Return a pattern for use, compiled by who looks for it first; it begins and ends at the edge of a word."""
    return regex(rf"(?<!\w)(?<!\w')(?:{expression(source, classes)})(?!\w)")


def either(sources: Sequence[str], classes: Mapping[str, str]) -> re.Pattern[str]:
    """Return one pattern that fits where one of several does."""
    return compiled("|".join(f"(?:{each})" for each in sources), classes)


@functools.cache
def classes() -> Mapping[str, str]:
    """Return the classes of the lexicon, each as one alternation."""
    told: dict[str, list[str]] = _read(DATA / "lexicon.yaml")
    return {name: f"(?:{'|'.join(words)})" for name, words in told.items()}


@functools.cache
def cues() -> tuple[Cue, ...]:
    """Return the words that carry a norm, those that win over others first."""
    return tuple(
        Cue(
            each["id"], each["norm"], each["who"], Words.of(each["words"]), compiled(each["find"], classes()),
            each.get("ends", False),
        )
        for each in _read(DATA / "norms.yaml")
    )  # fmt: skip


@functools.cache
def topics() -> tuple[TopicPatterns, ...]:
    """Return the patterns of every topic."""
    found = []
    for name in get_args(Topic):
        told = _read(DATA / "topics" / f"{name}.yaml")
        patterns = tuple(_pattern(name, each) for each in told["patterns"])
        found.append(_of_topic(name, told, patterns))
    return tuple(found)


def beginnings(text: str) -> frozenset[str]:
    """Return how the words of a text in small letters begin.

    >>> sorted(beginnings("you resell it"))
    ['it', 'res', 'resel', 'you']
    """
    words = set(_WORDS.findall(text))
    return frozenset(word[:letters] for letters in BEGINNINGS for word in words)


def _of_topic(topic: Topic, told: Mapping[str, Any], patterns: tuple[Pattern, ...]) -> TopicPatterns:
    every = either([each["find"] for each in told["patterns"]], classes())
    return TopicPatterns(topic, Words.of(told["triggers"]), told.get("alone", False), every, patterns)


def _pattern(topic: Topic, told: Mapping[str, Any]) -> Pattern:
    every = classes()
    return Pattern(
        told["id"],
        topic,
        compiled(told["find"], every),
        tuple(compiled(each, every) for each in told.get("with", ())),
        either(told["without"], every) if told.get("without") else None,
        told["tier"],
        told.get("governed_at") == "end",
        told.get("duty", False),
        frozenset(told.get("norms", ("prohibition",))) | {"exception", "definition"},
        tuple(told.get("positive", ())),
        tuple(told.get("negative", ())),
    )


def _read(path: Path) -> Any:
    try:
        return yaml.load(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except OSError as error:
        raise ResourceError(
            Fault(
                None,
                f"{path.name}, which ships with the program, cannot be read",
                "install the program again",
            )
        ) from error
