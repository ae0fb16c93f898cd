"""Score what names mean against a list that somebody wrote.

    python -m benchmarks.scoreboard names FILE [--rows] [--explained FILE]

A line of the list is a kind (`m` model, `s` service, `d` data set), a name, a licence or provider, and perhaps a
country, with tabs between them. Licences are compared as they are read, so that two spellings of one agree. Each
difference stands in `names_differences.tsv` with who is right and where that was read, or counts as unexplained.
"""

from __future__ import annotations

import argparse
import functools
import pathlib
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from compliance.model.known.knowledge import Knowledge
from compliance.pipeline import load_packs
from compliance.registry.shown import Lookup, Shown
from compliance.resolve.licences.text import LicenceReader
from tools.scoreboards.intake import ratio

PURPOSE = "Score what names mean against a list that somebody wrote."
KINDS = {"m": "model", "s": "service", "d": "dataset"}
EXPLAINED = pathlib.Path(__file__).with_name("names_differences.tsv")
OPEN_WORDS = frozenset({"unstated", "mixed", "other", ""})
"""What a list says of a set that states no licence, or several."""
OURS_WRONG = "ours wrong"
SOUND = ("agrees", "known, no text")
PRINTED = (*SOUND, "differs", "not known", "resolved", "wrong", "unexplained", "other country")


@dataclass(frozen=True, slots=True)
class Line:
    """What a list says of a name."""

    kind: str
    name: str
    expected: str
    country: str


@dataclass(frozen=True, slots=True)
class Row:
    """How a name did: `agrees`, `known, no text` (what the list says is left open), `differs` or `not known`."""

    line: Line
    outcome: str
    ours: str
    country: str


def read_list(text: str) -> Iterator[Line]:
    """The lines of a list, without comments."""
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            kind, name, *more = [cell.strip() for cell in line.split("\t")]
            yield Line(KINDS[kind], name, more[0] if more else "", more[1] if len(more) > 1 else "")


class Scorer:
    """Asks the registry as `registry show` does."""

    def __init__(self, packs: Knowledge) -> None:
        """Prepare look-ups; `packs` are only read."""
        self._lookup = Lookup(packs)
        self._licences = LicenceReader(packs.registry)

    def row(self, line: Line) -> Row:
        """What is known of a name, beside what the list says."""
        shown = self._lookup.show(line.name, line.kind)
        ours = shown.provider or "" if line.kind == "service" else self._ours(shown)
        country = shown.country or ""
        return Row(line, self._outcome(line, shown, ours), ours, country)

    def _ours(self, shown: Shown) -> str:
        return "+".join(each for each in (shown.licence, *shown.licences[1:]) if each)

    def _outcome(self, line: Line, shown: Shown, ours: str) -> str:
        if shown.id is None:
            return "known, no text" if shown.base else "not known"
        named = tuple(each.rstrip("?") for each in re.split(r"[|+]", line.expected))
        if line.kind == "service":
            return "agrees" if ours in named else "differs"
        if not shown.licence:
            return "agrees" if set(named) <= OPEN_WORDS else "known, no text"
        return "agrees" if self._same(shown, named) else "differs"

    def _same(self, shown: Shown, named: Sequence[str]) -> bool:
        held = {shown.licence, *(each.split(" ")[0] for each in shown.licences)}
        return any(each in held or held & set(self._read(each)) for each in named)

    @functools.cache  # noqa: B019 - one scorer a run
    def _read(self, licence: str) -> tuple[str, ...]:
        read = self._licences.read(licence)
        return tuple(one for each in read.alternatives for one in each) if not read.unread else ()


def explanations(text: str) -> Mapping[tuple[str, str], tuple[str, str]]:
    """Of (kind, name): who is right, and where that was read."""
    cells = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {(KINDS[kind], name): (verdict, where) for kind, name, verdict, where in cells}


def main(argv: Sequence[str]) -> int:
    """Ask each name of a list and print how many agree; 2 where the list is empty."""
    given = _arguments(argv)
    known = explanations(given.explained.read_text(encoding="utf-8")) if given.explained.exists() else {}
    scorer, counts = Scorer(load_packs()), Counter[str]()
    for line in read_list(given.list.read_text(encoding="utf-8")):
        row = scorer.row(line)
        verdict, where = known.get((line.kind, line.name), ("", ""))
        counts.update({"names": 1, row.outcome: 1, **_further(row, verdict)})
        if given.rows and row.outcome != "agrees":
            print(f"{line.kind:8} {line.name}: {row.outcome}; list {line.expected or '-'}, ours {row.ours or '-'}; "
                  f"{verdict or 'unexplained'}: {where or '-'}")  # fmt: skip
    for what in (
        "agrees",
        "known, no text",
        "differs",
        "not known",
        "resolved",
        "wrong",
        "unexplained",
        "other country",
    ):
        print(f"{what:15} {ratio(counts[what], counts['names'])}")
    return 0 if counts else 2


def _further(row: Row, verdict: str) -> dict[str, int]:
    """What a row counts as beside its outcome: wrong where ours is, or where nobody has said who is right."""
    other = bool(row.line.country and row.country) and row.country not in row.line.country.split("|")
    right = row.outcome in SOUND or (row.outcome == "differs" and verdict not in ("", OURS_WRONG))
    return {
        "resolved": right,
        "wrong": row.outcome == "differs" and not right,
        "unexplained": row.outcome != "agrees" and not verdict,
        "other country": other,
    }


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scoreboard names", description=PURPOSE)
    parser.add_argument("list", type=pathlib.Path)
    parser.add_argument("--rows", action="store_true", help="print each name that does not agree")
    parser.add_argument(
        "--explained", type=pathlib.Path, default=EXPLAINED, help="who is right, and where it was read"
    )
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
