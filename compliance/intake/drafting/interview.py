"""Facts that no file tells, asked in the order of what they settle, and put where the draft left a line for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from compliance.intake.drafting.writing import flow, scalar
from compliance.model.answered.report import Question, Report
from compliance.model.declared.manifest import Access, Function, PartyKind
from compliance.model.words.placeholder import is_placeholder

MOST = 10
"""The most questions of one sitting."""
NEW = -1
_YES_NO = {"yes": "true", "y": "true", "no": "false", "n": "false"}


@dataclass(frozen=True, slots=True)
class Slot:
    """One fact that a person may give: the line that waits for it, the question, and the words that it takes."""

    line: int
    """Its number from 0; `NEW` for a fact that goes after what stands."""
    key: str
    question: str
    words: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    """Keys from the top; of lists, the id of the entry."""
    example: str = ""
    """An answer of the form that it takes, where any text will do."""
    many: bool = False
    """Whether it takes several answers, with commas."""
    why: str = ""
    """What raises the question, where its words name nothing that the reader has in hand."""

    @property
    def prompt(self) -> str:
        """The question with what may be answered."""
        told = [f"asked because of {self.why}"] if self.why else []
        told += [self.choices] if self.words else [f"such as {self.example}"] if self.example else []
        told += ["with commas; or none"] if self.many else []
        return self.question + (f" ({'; '.join(told)})" if told else "")

    @property
    def choices(self) -> str:
        """The words that it takes, as a person types them."""
        return "yes, no" if set(self.words) == {"true", "false"} else ", ".join(self.words)


_QUESTIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "name": ("Who publishes it (a company, a group or a person, by name)?", ()),
    "kind": ("What kind of body publishes it?", get_args(PartyKind)),
    "country": ("In which country is the publisher established (DE, United States …)?", ()),
    "access": ("How will others get at it?", get_args(Access)),
    "commercial": ("Is it offered for commercial use, or used commercially by you?", ("true", "false")),
    "function": ("What is it for?", get_args(Function)),
    "date": ("When is it released (2025-10-01, 2025-10 or 2025)?", ()),
    "markets": ("In which countries or regions is it offered (DE, EU, US …, with commas; or worldwide)?", ()),
    "license": (
        "Under which licence is it released (Apache-2.0, CC-BY-4.0 …; custom for terms of one's own)?",
        (),
    ),
    "period": ("When were the rows written (2025-03, or from/to)?", ()),
}
_SLOT = re.compile(r"^\s*# ([a-z_]+):\s*$")
_SECTION = re.compile(r"^([a-z_]+):")
_NAMED = re.compile(r"^\s*(?:- \{?)?(name|id|artifact): ([^,}]+)")
_NOBODY = re.compile(r"^  name: unknown$")
_KIND = re.compile(r"(?m)^  ([\w.-]+):(?: \{|\n    )kind: (\w+)")
"""An artifact of a draft, and its kind."""
_OF_NO_MODEL = ("application", "dataset")
"""Functions that say of a model how it is offered, and not what it does."""
_OF_WEIGHTS = ("open-weights",)
"""Ways to get at a thing that speak of weights alone."""


def slots(
    text: str, asked: Sequence[Question] = (), most: int = MOST, sources: Mapping[str, str] | None = None
) -> list[Slot]:
    """What a person is asked: first what a report asks, in its order, then the other lines of a draft that wait.

    Args:
        text: The manifest.
        asked: The questions of its report.
        most: How many a person is asked.
        sources: What the report asks for and the manifest does not name, by id, to tell why a question is asked.
    """
    sources = sources or {}
    waiting = {one.path: one for one in _slots(text)}
    # Without a name nobody is bound, and the check says so of every release.
    first = [one for one in (waiting.pop(("publisher", "name"), None),) if one]
    ranked = [waiting.pop(one.path, one) for one in (_asked(each, sources) for each in asked) if one]
    return [*first, *ranked, *waiting.values()][:most]


def unstated(report: Report) -> dict[str, str]:
    """What the manifest does not name and a report asks for, by id: its name, and that of the upstream it is behind."""
    names = {one.id: one.name for one in report.artifacts}
    stated = {one.id for one in report.artifacts if one.origin == "declared"}
    told: dict[str, str] = {}
    for finding in report.findings:
        if not finding.source or finding.source in stated or finding.source not in names:
            continue
        through = [one for route in finding.routes for one in route.artifacts if one in stated]
        behind = f", behind {names[through[0]]}" if through and through[0] != finding.release else ""
        told.setdefault(finding.source, names[finding.source] + behind)
    return told


def _because(question: Question, sources: Mapping[str, str]) -> str:
    """The upstream for which a question is asked, where it is none of the manifest's and the words name none."""
    behind = [sources.get(one[2]) for one in question.findings]
    if (
        not behind
        or None in behind
        or any(str(one).partition(",")[0] in question.missing.question for one in behind)
    ):
        return ""
    return str(behind[0])


def _asked(question: Question, sources: Mapping[str, str]) -> Slot | None:
    """A question of a report that one line answers."""
    if len(question.lines) != 1 or question.lines[0].value.startswith("{"):
        return None
    line, text = question.lines[0], question.missing.question
    words = (line.value, *line.options) if line.options else ()
    many = line.value.startswith("[")
    example = "" if words else (line.example or line.value).strip("[]")
    if is_placeholder(example) or (many and words):
        return None
    return Slot(NEW, line.path[-1], text, words, line.path, example, many, _because(question, sources))


def _slots(text: str) -> Iterator[Slot]:
    section = about = entry = ""
    kinds = dict(_KIND.findall(text))
    for number, line in enumerate(text.splitlines()):
        if head := _SECTION.match(line):
            section, about, entry = head[1], "", ""
        if named := _NAMED.match(line):
            about, entry = named[2], entry if named[1] == "name" else named[2]
        if section == "publisher" and _NOBODY.match(line):
            yield Slot(number, "name", _QUESTIONS["name"][0], (), ("publisher", "name"))
        waits = _SLOT.match(line)
        if waits and waits[1] in _QUESTIONS:
            question, words = _QUESTIONS[waits[1]]
            left_out = _left_out(waits[1], kinds.get(entry, ""))
            yield Slot(
                number,
                waits[1],
                # Whose name is not known is told by the question itself.
                question if about == "unknown" else f"{_bare(about)}: {question}",
                tuple(one for one in words if one not in ("unknown", *left_out)),
                tuple(part for part in (section, entry, waits[1]) if part),
            )


def _left_out(key: str, kind: str) -> tuple[str, ...]:
    """The words of a field that no thing of this kind takes."""
    if key == "function":
        return _OF_NO_MODEL if kind == "model" else ()
    return _OF_WEIGHTS if key == "access" and kind in ("dataset", "code") else ()


def _bare(name: str) -> str:
    """A name without the quotes in which YAML may hold it."""
    return name.strip('"')


def filled(text: str, one: Slot, answer: str) -> str:
    """The text with an answer on the line that waits for it, or after what stands."""
    value = _written(one, answer)
    lines = text.splitlines()
    if one.line == NEW:
        lines.append(f"{'.'.join(one.path)}: {value}")
    else:
        indent = lines[one.line][: len(lines[one.line]) - len(lines[one.line].lstrip())]
        lines[one.line] = f"{indent}{one.key}: {value}"
    return "\n".join(lines) + "\n"


def _written(one: Slot, answer: str) -> str:
    if one.many:
        given = [] if answer.lower() == "none" else [part.strip() for part in answer.split(",")]
        return flow([part for part in given if part])
    if one.key == "markets" and "," in answer:
        return flow([part.strip() for part in answer.split(",") if part.strip()])
    return answer if answer in ("true", "false") and "true" in one.words else scalar(answer)


def given(one: Slot, answer: str) -> str | None:
    """The word of a fact that somebody typed, in any case, with spaces, or as yes and no; None if it takes no such.

    >>> slot = Slot(0, "access", "How?", ("open-weights", "api")), Slot(0, "commercial", "Sold?", ("true", "false"))
    >>> given(slot[0], "Open weights"), given(slot[0], "somehow"), given(slot[1], "y")
    ('open-weights', None, 'true')
    """
    if not one.words:
        return answer
    plain = re.sub(r"[\s_]+", "-", answer.strip().lower())
    plain = _YES_NO.get(plain, plain) if "true" in one.words else plain
    return next((word for word in one.words if word.lower() == plain), None)
