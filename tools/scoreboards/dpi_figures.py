"""What findings say about lines of the Data Provenance Collection, counted against what its annotators say."""

from __future__ import annotations

import collections
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Line = Mapping[str, Any]
VERDICTS = frozenset({"OpenAI", "Anthropic"})
"""Entries of `licenses` by which annotators say that a provider's terms apply."""
USES = ("commercial", "unspecified", "non-commercial", "academic-only")
"""From open to strict; of several, the strictest holds."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the findings about one line say; `fault` if it could not be checked."""

    use: str = "unspecified"
    """By the stated licences alone."""
    terms: bool = False
    """Whether terms of OpenAI limit it on some reading."""
    looser: str | None = None
    """The strictest class of a source than which the label is looser."""
    fault: str = ""

    @property
    def use_with_terms(self) -> str:
        """The class if a provider's limit counts as one to non-commercial use, as the annotators count it."""
        return strictest([self.use, *(["non-commercial"] if self.terms else [])])


def strictest(uses: Sequence[str]) -> str:
    """Of several classes of use the strictest; of none, what is known of a data set without a licence."""
    return max(uses, key=USES.index, default="unspecified")


def stated(line: Line) -> list[str]:
    """The licences that a line states, without the annotators' verdict on a provider's terms."""
    found = [one["License"] for one in line["licenses"]]
    return [one for one in dict.fromkeys(found) if one not in VERDICTS]


def label_of(line: Line) -> str | None:
    """The licence on the hub page, where one is named."""
    label: str | None = line["hf_yaml_license"]
    return label if label and label != "Unspecified" else None


@dataclass(slots=True)
class Score:
    """Hits and misses of one yes-or-no question."""

    both: int = 0
    gold: int = 0
    said: int = 0

    def add(self, gold: bool, said: bool) -> None:
        """Count one answer."""
        self.both, self.gold, self.said = self.both + (gold and said), self.gold + gold, self.said + said

    def told(self) -> dict[str, float | int | None]:
        """Recall, precision and the counts they come from; None where nothing was asked or said."""
        ratios = {"recall": _ratio(self.both, self.gold), "precision": _ratio(self.both, self.said)}
        return {**ratios, "gold": self.gold, "said": self.said}


@dataclass(slots=True)
class Figures:
    """Everything that is counted over some lines."""

    lines: int = 0
    not_checked: int = 0
    scores: dict[str, Score] = field(default_factory=lambda: collections.defaultdict(Score))
    right: collections.Counter[str] = field(default_factory=collections.Counter)
    misses: collections.Counter[str] = field(default_factory=collections.Counter)

    def told(self) -> dict[str, Any]:
        """As JSON."""
        classes = {name: _ratio(count, self.lines) for name, count in self.right.items()}
        scores = {name: score.told() for name, score in self.scores.items()}
        head = {"lines": self.lines, "not_checked": self.not_checked}
        return {**head, **scores, **classes, "misses": dict(self.misses.most_common())}


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def classes_of_licences(lines: Sequence[Line]) -> dict[str, str]:
    """The class that the annotators give a licence: what most lines have that state it alone."""
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for line in lines:
        if len(found := stated(line)) == 1:
            counts[found[0]][line["gold_use_ignoring_openai"]] += 1
    return {licence: count.most_common(1)[0][0] for licence, count in counts.items()}


def answers(line: Line, said: Said, classes: Mapping[str, str]) -> Iterator[tuple[str, Any, Any]]:
    """Each question with the annotators' answer and ours; the label only where its class is known."""
    yield "openai_terms", line["gold_openai_terms"], said.terms
    yield "use", line["gold_use"], said.use_with_terms
    yield "use_ignoring_openai", line["gold_use_ignoring_openai"], said.use
    if (label := classes.get(label_of(line) or "")) is None or label == "unspecified":
        return
    gold, rank = line["gold_use_ignoring_openai"], USES.index
    limits = said.looser in USES[2:]
    looser = rank(gold) > rank(label)
    yield "mislabelled", looser and gold != "unspecified", limits
    yield "mislabelled_or_no_licence_found", looser, said.looser is not None


def figures(lines: Sequence[Line], said: Mapping[str, Said], classes: Mapping[str, str]) -> Figures:
    """Count the answers to some lines; one that could not be checked answers nothing right."""
    total = Figures(len(lines), sum(bool(said[line["uid"]].fault) for line in lines))
    for line in lines:
        one = said[line["uid"]]
        for question, gold, ours in answers(line, one, classes):
            if isinstance(gold, bool):
                total.scores[question].add(gold, ours)
            else:
                total.right[question] += gold == ours and not one.fault
            if gold != ours:
                total.misses[f"{question}: {gold} -> {ours}"] += 1
    return total


def rows(lines: Sequence[Line], said: Mapping[str, Said], classes: Mapping[str, str]) -> Iterator[str]:
    """Every answer that differs, with what the line states."""
    for line in lines:
        one = said[line["uid"]]
        states = (
            f"{stated(line)} label {label_of(line)} by {line['model_generated']} from {line['derived_from']}"
        )
        for question, gold, ours in answers(line, one, classes):
            if gold != ours:
                yield f"{line['uid']} {question}: {gold} -> {ours} | {states}"
        if one.fault:
            yield f"{line['uid']} not checked: {' '.join(one.fault.split())}"


def table(told: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Figures of the whole and of the halves side by side; kinds of misses are those of the whole."""
    yield f"{'':<44}" + "".join(f"{part:>10}" for part in told)
    first = told["whole"]
    for name, value in first.items():
        for what in value if isinstance(value, dict) and name != "misses" else ():
            yield f"{f'{name} {what}':<44}" + "".join(
                f"{one.get(name, {}).get(what)!s:>10}" for one in told.values()
            )
        if not isinstance(value, dict):
            yield f"{name:<44}" + "".join(f"{one.get(name)!s:>10}" for one in told.values())
    yield from (f"miss {count:>5} {kind}" for kind, count in first["misses"].items())
