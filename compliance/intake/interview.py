"""Facts that no file tells, asked in the order of what they settle, and put where the draft left a line for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from compliance.intake.writing import scalar
from compliance.model.manifest import Access, Function, PartyKind
from compliance.model.report import Question

MOST = 10
"""The most questions of one sitting."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One fact that a person may give: the line that waits for it, the question, and the words that it takes."""

    line: int
    key: str
    question: str
    words: tuple[str, ...] = ()
    fact: str = ""
    """The fact of the catalogue that it gives."""


_QUESTIONS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "kind": ("What kind of body publishes it?", get_args(PartyKind), "publisher.kind"),
    "country": (
        "In which country is the publisher established (DE, United States …)?",
        (),
        "publisher.country",
    ),
    "access": ("How will others get at it?", get_args(Access), "release.access"),
    "commercial": (
        "Is it offered for commercial use, or used commercially by you?",
        ("true", "false"),
        "release.commercial",
    ),
    "function": ("What is it for?", get_args(Function), "release.function"),
    "date": ("When is it released (2025-10-01, 2025-10 or 2025)?", (), "release.date"),
    "markets": ("In which countries or regions is it offered (one; worldwide)?", (), "release.markets"),
    "license": ("Under which licence is it released?", (), "release.licence"),
    "period": ("When were the rows written (2025-03, or from/to)?", (), "step.period"),
}
_SLOT = re.compile(r"^\s*# ([a-z_]+):\s*$")


def slots(text: str, asked: Sequence[Question] = (), most: int = MOST) -> list[Slot]:
    """The lines of a draft that wait for an answer; first those whose answers settle most in a report."""
    order = {question.missing.fact: number for number, question in enumerate(reversed(asked), 1)}
    found = list(_slots(text))
    return sorted(found, key=lambda one: -order.get(one.fact, 0))[:most]


def _slots(text: str) -> Iterator[Slot]:
    about = ""
    for number, line in enumerate(text.splitlines()):
        named = re.match(r"^\s*(?:- )?(?:name|id|artifact): (.+)$", line)
        about = named[1] if named else about
        waits = _SLOT.match(line)
        if waits and waits[1] in _QUESTIONS:
            question, words, fact = _QUESTIONS[waits[1]]
            yield Slot(
                number,
                waits[1],
                # Whose name is not known is told by the question itself.
                question if about == "unknown" else f"{about}: {question}",
                tuple(one for one in words if one != "unknown"),
                fact,
            )


def filled(text: str, one: Slot, answer: str) -> str:
    """The text with an answer on the line that waits for it."""
    lines = text.splitlines()
    indent = lines[one.line][: len(lines[one.line]) - len(lines[one.line].lstrip())]
    value = answer if answer in ("true", "false") and one.words == ("true", "false") else scalar(answer)
    lines[one.line] = f"{indent}{one.key}: {value}"
    return "\n".join(lines) + "\n"


def accepted(one: Slot, answer: str) -> bool:
    """Whether an answer is one of the words that a fact takes, if it takes only some."""
    return not one.words or answer in one.words
