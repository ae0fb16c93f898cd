"""Drafts for publication: what the manifest says on each topic that a form asks for, and what is still missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

FormName = Literal[
    "ab-2013", "eu-summary", "model-card", "notice", "attribution", "questionnaire", "fact-sheet"
]


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of a draft, and where it comes from."""

    text: str
    source: str
    """Place in the manifest, registry record or clause."""
    literal: bool = False
    """Whether it is to be shown word for word."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a form asks for and nobody has said."""

    question: str
    place: str
    """Where in the manifest the answer belongs."""
    line: str
    """What to write there."""
    subject: str = ""
    """Name of what it is about; gaps that differ in it alone are asked together."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One part of a form."""

    number: str
    title: str
    asks: str
    """What the form asks for, in our own words."""
    said: tuple[Said, ...] = ()
    gaps: tuple[Gap, ...] = ()
    warnings: tuple[str, ...] = ()
    """What is said too vaguely for the form."""

    @property
    def questions(self) -> tuple[tuple[Gap, ...], ...]:
        """What is missing, as it is asked: gaps that ask the same of several things are one question."""
        found: dict[tuple[str, str], list[Gap]] = {}
        for gap in self.gaps:
            asked = gap.question.replace(gap.subject, "", 1) if gap.subject else gap.question
            found.setdefault((asked, gap.line), []).append(gap)
        return tuple(map(tuple, found.values()))


@dataclass(frozen=True, slots=True)
class Draft:
    """One document to be edited and published."""

    form: FormName
    title: str
    release: str
    basis: str
    """The text that asks for it, and how well that is known."""
    topics: tuple[Topic, ...]
    reminders: tuple[str, ...] = ()

    @property
    def gaps(self) -> Sequence[Gap]:
        """Everything that is missing, once."""
        return tuple(dict.fromkeys(gap for topic in self.topics for gap in topic.gaps))

    @property
    def open(self) -> int:
        """How many questions are open, over all parts."""
        return sum(len(topic.questions) for topic in self.topics)
