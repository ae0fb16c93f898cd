"""Score the segmenter and the tagger on a gold file of clauses.

A prediction and a gold clause match when the two overlap on the line of the gold clause and name the same topic.
Each pair of a gold clause and a topic counts once, as found or missed; so does each pair of a predicted clause and a
topic, as right or wrong. Recall is over the first, precision over the second.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from benchmarks.bundles import Texts, TextsError, places
from compliance.model.clause_text import SegmentedText, TaggedClause
from compliance.text import segment
from compliance.text.tag.tagger import tag


@dataclass(slots=True)
class Counts:
    """What was found and what was right."""

    gold: int = 0
    found: int = 0
    predicted: int = 0
    right: int = 0

    def add(self, other: Counts) -> None:
        """Take in other counts."""
        self.gold += other.gold
        self.found += other.found
        self.predicted += other.predicted
        self.right += other.right

    @property
    def precision(self) -> float:
        """Share of the predictions that are right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """A disagreement with the gold."""

    kind: str
    file: str
    line: int
    topic: str
    words: str


@dataclass(slots=True)
class Scored:
    """The counts over all documents scored."""

    topics: dict[str, Counts] = field(default_factory=dict)
    confirmed: Counts = field(default_factory=Counts)
    norms: Counts = field(default_factory=Counts)
    misses: list[Miss] = field(default_factory=list)
    words: int = 0
    seconds: float = 0.0

    @property
    def micro(self) -> Counts:
        """The counts of all topics together."""
        whole = Counts()
        for counts in self.topics.values():
            whole.add(counts)
        return whole


@dataclass(frozen=True, slots=True)
class _Gold:
    line: int
    start: int
    end: int
    topics: frozenset[str]
    norm: str


def score_document(
    scored: Scored, told: Mapping[str, Any], text: SegmentedText, tagged: Sequence[TaggedClause]
) -> None:
    """Compare what was found in one document with the gold of it."""
    starts = [0]
    for line in text.source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    gold = [
        _Gold(
            each["line_start"], starts[each["line_start"] - 1] + each["col"][0],
            starts[each["line_start"] - 1] + each["col"][1], frozenset(each["topics"]), each.get("norm", ""),
        )
        for each in told["clauses"]
    ]  # fmt: skip
    said = [each for each in tagged if each.tags]
    for one in gold:
        over = [
            each for each in said if each.clause.span.start < one.end and one.start < each.clause.span.end
        ]
        for topic in one.topics:
            counts = scored.topics.setdefault(topic, Counts())
            counts.gold += 1
            tags = [one_tag for each in over for one_tag in each.tags if one_tag.topic == topic]
            counts.found += bool(tags)
            if tags:
                scored.norms.predicted += 1
                scored.norms.right += any(each.norm == one.norm for each in tags)
            else:
                words = text.source[one.start : one.end]
                scored.misses.append(Miss("missed", told["file"], one.line, topic, words))
    for each in said:
        span = each.clause.span
        for found in each.tags:
            counts = scored.topics.setdefault(found.topic, Counts())
            right = any(
                found.topic in one.topics and span.start < one.end and one.start < span.end for one in gold
            )
            counts.predicted += 1
            counts.right += right
            if found.tier == "confirmed":
                scored.confirmed.predicted += 1
                scored.confirmed.right += right
            if not right:
                words = f"[{found.pattern}, {found.tier}] {text.quote(each.clause)}"
                scored.misses.append(Miss("extra", told["file"], each.clause.line, found.topic, words))


def score(gold: Mapping[str, Any], texts: Texts) -> Scored:
    """Score every document that a gold file lists."""
    scored = Scored()
    tag(segment("You may not use the service to train any model.", "markdown"))
    for told in gold["documents"]:
        content = texts.read(told["collection"], told["commit"], told["file"])
        begin = time.process_time()
        text = segment(content, "markdown" if told["file"].endswith(".md") else None)
        tagged = tag(text)
        scored.seconds += time.process_time() - begin
        scored.words += len(content.split())
        score_document(scored, told, text, tagged)
    return scored


def summary(scored: Scored) -> dict[str, Any]:
    """Return the figures."""
    micro = scored.micro
    return {
        "micro_f1": round(micro.f1, 4),
        "micro_precision": round(micro.precision, 4),
        "micro_recall": round(micro.recall, 4),
        "topics": {
            topic: {
                "precision": round(counts.precision, 4), "recall": round(counts.recall, 4),
                "f1": round(counts.f1, 4), "gold": counts.gold, "predicted": counts.predicted,
            }
            for topic, counts in sorted(scored.topics.items())
        },
        "confirmed_precision": round(scored.confirmed.precision, 4),
        "confirmed": scored.confirmed.predicted,
        "norm_accuracy": round(scored.norms.precision, 4),
        "words": scored.words,
        "words_per_second": round(scored.words / scored.seconds) if scored.seconds else 0,
    }  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 = every document could be read and was scored, 2 = not."""
    parser = argparse.ArgumentParser(prog="benchmarks.scoreboard clauses", description=__doc__)
    parser.add_argument("gold", type=pathlib.Path, metavar="GOLD.yaml")
    parser.add_argument("--texts", action="append", default=[], metavar="COLLECTION=BUNDLE-OR-GIT-DIR")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON and nothing else")
    parser.add_argument("--misses", action="store_true", help="list every disagreement with the gold")
    given = parser.parse_args(argv)
    try:
        told = yaml.safe_load(given.gold.read_text(encoding="utf-8"))
        scored = score(told, Texts(given.gold.parent, places(given.texts)))
    except (OSError, TextsError) as error:
        print(error, file=sys.stderr)
        return 2
    figures = summary(scored)
    if given.json:
        print(json.dumps(figures, indent=1))
        return 0
    for name, value in figures.items():
        if name != "topics":
            print(f"{name:22} {value}")
    for topic, counts in figures["topics"].items():
        print(f"{topic:22} " + "  ".join(f"{name} {value}" for name, value in counts.items()))
    for miss in scored.misses if given.misses else ():
        print(f"{miss.kind} {miss.topic} {miss.file}:{miss.line} {miss.words}")
    return 0
