"""Score the comparison of versions on gold files of pairs.

A verdict is right when it is the gold's word. The topics changed are scored over all pairs together.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from compliance.errors import ComplianceError
from compliance.model.packs.clause_text import TextFormat
from compliance.text import segment
from compliance.text.compare.align import Comparison, Verdict, compare
from tools.scoreboards.bundles import Record, Texts, arguments, records
from tools.scoreboards.clauses import Counts


def compared(told: Record, texts: Texts) -> Comparison:
    """Compare the two versions of a pair."""
    kind: TextFormat | None = "markdown" if told["file"].endswith(".md") else None
    old, new = (
        segment(texts.read(told["collection"], told[side], told["file"]), kind) for side in ("a", "b")
    )
    return compare(old, new)


def score(pairs: Iterable[tuple[Record, Texts]]) -> dict[str, Any]:
    """Score every pair of gold files."""
    topics: Counter[str] = Counter()
    rows = []
    for told, texts in pairs:
        found = compared(told, texts)
        expected, said = {each["topic"] for each in told["topics_changed"]}, set(found.topics)
        topics.update(gold=len(expected), said=len(said), both=len(expected & said))
        rows.append(
            {
                "pair": f"{told['file']} {told['b'][:10]}", "expected": told["verdict"], "verdict": found.verdict,
                "reason": found.reason, "missed": sorted(expected - said), "extra": sorted(said - expected),
            }
        )  # fmt: skip
    counts = Counts(topics["gold"], topics["both"], topics["said"], topics["both"])
    loud = [row["expected"] for row in rows if row["verdict"] == "substantive"]
    return {
        "verdicts_right": sum(row["verdict"] == row["expected"] for row in rows),
        "pairs": len(rows),
        "substantive_precision": round(loud.count("substantive") / len(loud), 4) if loud else 0.0,
        "topics_f1": round(counts.f1, 4),
        "topics_precision": round(counts.precision, 4),
        "topics_recall": round(counts.recall, 4),
        "confusion": Counter((row["expected"], row["verdict"]) for row in rows),
        "rows": rows,
    }


def table(confusion: Counter[tuple[str, str]]) -> str:
    """Return the confusion as Markdown: expected verdicts downwards, those given across."""
    names = get_args(Verdict)
    lines = [["expected", *names], ["---"] * (len(names) + 1)]
    lines += [[one, *(str(confusion[one, other]) for other in names)] for one in names]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 = every pair could be read and was scored, 2 = not."""
    given = arguments("pairs", __doc__).parse_args(argv)
    try:
        figures = score(
            (told, texts)
            for path in given.gold
            for texts in [Texts(path.parent, given.texts)]
            for told in records(path, "pairs")
        )
    except (OSError, KeyError, ComplianceError) as error:
        print(error, file=sys.stderr)
        return 2
    confusion = figures.pop("confusion")
    if given.json:
        print(json.dumps(figures, indent=1))
        return 0
    for row in figures.pop("rows"):
        right = "right" if row["verdict"] == row["expected"] else f"WRONG, is {row['expected']}"
        print(
            f"{row['pair']}: {row['verdict']} ({right}) {row['reason']}; missed {row['missed']}, extra {row['extra']}"
        )
    for name, value in figures.items():
        print(f"{name:22} {value}")
    print(table(confusion))
    return 0
