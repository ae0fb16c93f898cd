"""Score the comparison of versions on a gold file of pairs.

A verdict is right when it is the gold's word. The topics changed are scored over all pairs together.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from benchmarks.bundles import Texts, TextsError, places
from benchmarks.clauses import Counts
from compliance.model.clause_text import TextFormat
from compliance.text import segment
from compliance.text.compare.align import Comparison, compare


def compared(told: Mapping[str, Any], texts: Texts) -> Comparison:
    """Compare the two versions of a pair."""
    kind: TextFormat | None = "markdown" if told["file"].endswith(".md") else None
    old, new = (
        segment(texts.read(told["collection"], told[side], told["file"]), kind) for side in ("a", "b")
    )
    return compare(old, new)


def score(gold: Mapping[str, Any], texts: Texts) -> dict[str, Any]:
    """Score every pair of a gold file."""
    counts = Counts()
    rows = []
    for told in gold["pairs"]:
        found = compared(told, texts)
        expected = {each["topic"] for each in told["topics_changed"]}
        said = set(found.topics)
        counts.add(Counts(len(expected), len(expected & said), len(said), len(expected & said)))
        rows.append(
            {
                "file": told["file"], "b": told["b"][:10], "expected": told["verdict"], "verdict": found.verdict,
                "missed": sorted(expected - said), "extra": sorted(said - expected),
            }
        )  # fmt: skip
    return {
        "verdicts_right": sum(row["verdict"] == row["expected"] for row in rows),
        "pairs": len(rows),
        "topics_f1": round(counts.f1, 4),
        "topics_precision": round(counts.precision, 4),
        "topics_recall": round(counts.recall, 4),
        "rows": rows,
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 = every pair could be read and was scored, 2 = not."""
    parser = argparse.ArgumentParser(prog="benchmarks.scoreboard pairs", description=__doc__)
    parser.add_argument("gold", type=pathlib.Path, metavar="GOLD.yaml")
    parser.add_argument("--texts", action="append", default=[], metavar="COLLECTION=BUNDLE-OR-GIT-DIR")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON and nothing else")
    given = parser.parse_args(argv)
    try:
        told = yaml.safe_load(given.gold.read_text(encoding="utf-8"))
        figures = score(told, Texts(given.gold.parent, places(given.texts)))
    except (OSError, TextsError) as error:
        print(error, file=sys.stderr)
        return 2
    if given.json:
        print(json.dumps(figures, indent=1))
        return 0
    for row in figures.pop("rows"):
        right = "right" if row["verdict"] == row["expected"] else f"WRONG, is {row['expected']}"
        print(
            f"{row['file']} {row['b']}: {row['verdict']} ({right}); missed {row['missed']}, extra {row['extra']}"
        )
    for name, value in figures.items():
        print(f"{name:18} {value}")
    return 0
