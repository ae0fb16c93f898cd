"""Measure the product against keys that people wrote.

python -m benchmarks.scoreboard releases MANIFESTS KEYS [--json] [--rows] [--half work|measure]
python -m benchmarks.scoreboard clauses|pairs GOLD.yaml [--texts COLLECTION=BUNDLE-OR-GIT-DIR]… [--json]
python -m benchmarks.scoreboard folders DIR | sentences FILE.yaml | configs DIR [--rows]
python -m benchmarks.scoreboard watch TIMELINE.md [--texts COLLECTION=BUNDLE-OR-GIT-DIR]… [--judged FILE] [--json]
python -m benchmarks.scoreboard dpi LINES.jsonl [--json] [--rows]
python -m benchmarks.scoreboard names FILE [--rows] [--explained FILE]
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tools.scoreboards import clauses, dpi, intake, names, pairs, releases, watch

BOARDS = {
    "releases": releases.main, "clauses": clauses.main, "pairs": pairs.main, "watch": watch.main,
    "folders": intake.main_folders, "sentences": intake.main_sentences, "configs": intake.main_configs,
    "dpi": dpi.main, "names": names.main,
}  # fmt: skip
"""Each has arguments of its own."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one scoreboard; 0 = everything could be measured, 2 = not."""
    words = sys.argv[1:] if argv is None else argv
    if not words or words[0] not in BOARDS:
        print(__doc__, file=sys.stderr)
        return 2
    return BOARDS[words[0]](words[1:])


if __name__ == "__main__":
    sys.exit(main())
