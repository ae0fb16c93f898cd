"""Score the product on a folder of case notes or questions.

    python -m benchmarks.scoreboard cases|questions FOLDER [--json] [--predictions FILE] [--only ID] [--write FOLDER]
    python -m benchmarks.scoreboard clauses|pairs GOLD.yaml [--texts COLLECTION=BUNDLE-OR-GIT-DIR]… [--json]

The shared scorer is found through `$COMPLIANCE_SHARED`, or in `shared` beside the checkout.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
from collections.abc import Sequence
from typing import Any

import yaml

from benchmarks import clauses, pairs, watch
from benchmarks.notes.reading import load_notes
from benchmarks.notes.running import Result, run, write
from benchmarks.notes.scoring import load_scorer
from benchmarks.notes.table import rows, totals
from compliance.errors import ComplianceError
from compliance.pipeline import load_packs

TEXTS = {"clauses": clauses.main, "pairs": pairs.main, "watch": watch.main}
"""The scoreboards that read recorded texts; each has arguments of its own."""


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """Parse the command line."""
    parser = argparse.ArgumentParser(
        prog="benchmarks.scoreboard", description=__doc__.splitlines()[0] if __doc__ else None
    )
    parser.add_argument("kind", choices=("cases", "questions"))
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--json", action="store_true", help="print the scorer's object and nothing else")
    parser.add_argument(
        "--predictions", type=pathlib.Path, help="write the predictions there, for the scorer itself"
    )
    parser.add_argument(
        "--only", action="append", default=[], metavar="ID", help="look at this note alone; may be repeated"
    )
    parser.add_argument(
        "--write", type=pathlib.Path, metavar="FOLDER", help="write manifests and predictions there"
    )
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 0 = every note could be checked and was scored, 2 = not."""
    words = sys.argv[1:] if argv is None else argv
    if words and words[0] in TEXTS:
        return TEXTS[words[0]](words[1:])
    given = arguments(argv)
    if not given.folder.is_dir():
        print(f"{given.folder}: no such folder", file=sys.stderr)
        return 2
    try:
        scorer, packs = load_scorer(), load_packs()
    except (FileNotFoundError, ComplianceError) as error:
        print(error, file=sys.stderr)
        return 2
    notes = [note for note, _ in load_notes(given.folder) if not given.only or note.id in given.only]
    results = [run(note, packs) for note in notes]
    for result in results if given.write else ():
        write(given.write, result)
    told: dict[str, Any] = {result.note.id: result.entry for result in results}
    if given.predictions:
        given.predictions.write_text(
            yaml.safe_dump(told, sort_keys=False, allow_unicode=True), encoding="utf-8"
        )
    records = [
        record for record in scorer.load_folder(given.folder) if not given.only or record["id"] in given.only
    ]
    score = scorer.score(records, told)
    faults = {result.note.id: result.fault for result in results if result.fault}
    _print(given, score, [*rows(scorer, records, told, faults)] if not given.json else [], results)
    return 2 if faults else 0


def _print(
    given: argparse.Namespace, score: dict[str, Any], lines: Sequence[str], results: Sequence[Result]
) -> None:
    for result in results:
        if result.fault:
            print(f"{result.note.id}: {result.fault}", file=sys.stderr)
    if given.json:
        print(json.dumps(score, indent=1, ensure_ascii=False))
        return
    for line in (*totals(given.kind, score), *lines):
        print(line)


if __name__ == "__main__":
    sys.exit(main())
