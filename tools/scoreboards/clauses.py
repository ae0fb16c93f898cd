"""Score the segmenter and the tagger on gold files of clauses.

A prediction and a gold clause match when the two overlap and name the same topic. Each pair of a gold clause and a
topic counts once, as found or missed; so does each pair of a predicted clause and a topic, as right or wrong. Recall
is over the first, precision over the second. Pairs that annotators call hard are counted in one figure and left out,
both ways, of the other. Documents that were labelled on some topics only (`targeted`) count for recall alone.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from compliance.errors import ComplianceError
from compliance.model.packs.clause_text import SegmentedText, TaggedClause
from compliance.text import segment
from compliance.text.tag.tagger import tag
from tools.scoreboards.bundles import Record, Texts, arguments, records

MAIN = frozenset({"train-any", "train-competing", "compete", "distil-extract"})
"""The topics on which releases turn."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One pair of a clause and a topic, of the gold or of the tagger, and whether the other side has it."""

    of_gold: bool
    good: bool
    hard: bool
    topic: str
    service: str
    where: str
    words: str
    sure: bool = True
    norm: bool | None = None


@dataclass(slots=True)
class Scored:
    """Everything marked over the documents scored."""

    marks: list[Mark] = field(default_factory=list)
    in_part: set[str] = field(default_factory=set)
    """Services of which a document was labelled on some topics only."""
    words: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Counts:
    """What was found and what was right."""

    gold: int = 0
    found: int = 0
    predicted: int = 0
    right: int = 0

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


def counted(marks: Iterable[Mark], keep: Callable[[Mark], bool] = lambda _: True) -> Counts:
    """Count the marks that are kept."""
    kept = [each for each in marks if keep(each)]
    gold, said = [m for m in kept if m.of_gold], [m for m in kept if not m.of_gold]
    return Counts(len(gold), sum(m.good for m in gold), len(said), sum(m.good for m in said))


def score_document(
    scored: Scored, told: Record, text: SegmentedText, tagged: Sequence[TaggedClause], *, full: bool = True
) -> None:
    """Compare what was found in one document with the gold of it."""
    starts = [0]
    for line in text.source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    gold = [
        (starts[each["line_start"] - 1] + each["col"][0], starts[each["line_end"] - 1] + each["col"][1], each)
        for each in told["clauses"]
    ]
    service = told["file"].partition("/")[0]
    scored.in_part.update(() if full else (service,))
    said = [each for each in tagged if each.tags]
    for start, end, one in gold:
        over = [each for each in said if each.clause.span.start < end and start < each.clause.span.end]
        for topic in one["topics"]:
            tags = [found for each in over for found in each.tags if found.topic == topic]
            norm = any(found.norm == one.get("norm") for found in tags) if tags else None
            where, words = f"{told['file']}:{one['line_start']}", text.source[start:end]
            hard = bool(one.get("hard"))
            scored.marks.append(Mark(True, bool(tags), hard, topic, service, where, words, norm=norm))
    for each in said if full else ():
        span = each.clause.span
        meets = [one for start, end, one in gold if span.start < end and start < span.end]
        for found in each.tags:
            right = [one for one in meets if found.topic in one["topics"]]
            hard = bool(right) and all(one.get("hard") for one in right)
            where = f"{told['file']}:{each.clause.line}"
            words = f"[{found.pattern}, {found.tier}] {text.quote(each.clause)}"
            sure = found.tier == "confirmed"
            scored.marks.append(Mark(False, bool(right), hard, found.topic, service, where, words, sure))


def score(documents: Iterable[tuple[Record, Texts]]) -> Scored:
    """Score every document of gold files."""
    scored = Scored()
    tag(segment("You may not use the service to train any model.", "markdown"))
    for told, texts in documents:
        content = texts.read(told["collection"], told["commit"], told["file"])
        begin = time.process_time()
        text = segment(content, "markdown" if told["file"].endswith(".md") else None)
        tagged = tag(text)
        scored.seconds += time.process_time() - begin
        scored.words += len(content.split())
        score_document(scored, told, text, tagged, full=not told.get("targeted"))
    return scored


def row(marks: Sequence[Mark], keep: Callable[[Mark], bool] = lambda _: True) -> dict[str, Any]:
    """Return the figures of some marks, without the hard ones and with them."""
    told: dict[str, Any] = {}
    for name, hard in (("clear", False), ("all", True)):
        counts = counted(marks, lambda m, hard=hard: keep(m) and (hard or not m.hard))  # type: ignore[misc]
        shares = {kind: round(getattr(counts, kind), 3) for kind in ("precision", "recall", "f1")}
        told[name] = {**shares, "gold": counts.gold, "said": counts.predicted}
    return told


def summary(scored: Scored, folds: int = 0) -> dict[str, Any]:
    """Return the figures; with folds also how far they differ between services."""
    marks = scored.marks
    norms = [each.norm for each in marks if each.norm is not None]
    told: dict[str, Any] = {
        "all topics": row(marks),
        "training and competing": row(marks, lambda m: m.topic in MAIN),
        "sure tags": row(marks, lambda m: not m.of_gold and m.sure),
        "topics": {name: row(marks, lambda m, n=name: m.topic == n) for name in sorted({m.topic for m in marks})},  # type: ignore[misc]
        "norm_accuracy": round(sum(norms) / len(norms), 4) if norms else 0.0,
        "words": scored.words,
        "words_per_second": round(scored.words / scored.seconds) if scored.seconds else 0,
    }  # fmt: skip
    return told | ({"by_service": by_service(scored, folds)} if folds else {})


def by_service(scored: Scored, folds: int) -> Mapping[str, Any]:
    """Group the services that were labelled in full by their digest; return the spread of F1 without the hard ones."""
    marks = [m for m in scored.marks if m.service not in scored.in_part]
    services = sorted({m.service for m in marks}, key=lambda s: hashlib.sha256(s.encode()).hexdigest())
    clear = [m for m in marks if not m.hard]
    parts = [counted(clear, lambda m, at=at: m.service in services[at::folds]) for at in range(folds)]  # type: ignore[misc]
    each = {name: counted(clear, lambda m, n=name: m.service == n) for name in services}  # type: ignore[misc]
    topics: dict[str, float] = {}
    for at in range(folds):
        part = [m for m in clear if m.service in services[at::folds]]
        for name in {m.topic for m in part}:
            topics[name] = min(topics.get(name, 1.0), counted(m for m in part if m.topic == name).f1)
    worst = sorted((round(c.f1, 4), -c.gold, name) for name, c in each.items() if c.gold + c.predicted)[:5]
    return {
        "folds": [round(part.f1, 4) for part in parts],
        "services": len(services),
        "worst_services": [f"{name} {f1} of {-gold}" for f1, gold, name in worst],
        "worst_fold_of_topic": {name: round(topics[name], 4) for name in sorted(topics)},
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 = every document could be read and was scored, 2 = not."""
    parser = arguments("clauses", __doc__)
    parser.add_argument("--misses", action="store_true", help="list every disagreement with the gold")
    parser.add_argument(
        "--by-service", type=int, default=0, metavar="FOLDS", help="print the spread over services"
    )
    given = parser.parse_args(argv)
    try:
        documents = [
            (told, texts)
            for path in given.gold
            for texts in [Texts(path.parent, given.texts)]
            for told in records(path, "documents", "targeted_documents")
        ]
        scored = score(documents)
    except (OSError, KeyError, ComplianceError) as error:
        print(error, file=sys.stderr)
        return 2
    figures = summary(scored, given.by_service)
    if given.json:
        print(json.dumps(figures, indent=1))
        return 0
    for name, value in {**figures.pop("topics"), **figures}.items():
        shown = value.items() if isinstance(value, dict) else (("", value),)
        told = (f"{key} {each}" for key, each in shown)
        print(f"{name:22} " + re.sub(r"[{}',:]", "", "  ".join(told)))
    for m in scored.marks if given.misses else ():
        if not m.good:
            print(
                f"{'missed' if m.of_gold else 'extra'}{' hard' if m.hard else ''} {m.topic} {m.where} {m.words}"
            )
    return 0
