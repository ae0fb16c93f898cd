"""Words for where answers stand, and rows of answers folded where they say the same."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from compliance.errors import shortened
from compliance.model.answered.report import COUNTED
from compliance.model.answered.supposed import Moved, Standing
from compliance.model.packs.truth import Position, Readings
from compliance.render.sheet.blocks import Block, Paragraph, Table
from compliance.render.view.words import POSITION_WORD, TRUTH_MARK, count

_NAMED = 6
_REASON = 320
_NOT_PUT = "It is no longer put: what it looks at is not in it, or not so."
_BRIEF = {
    "proposed": "not law",
    "soft-law": "guidance only",
    "not-yet-in-force": "not yet in force",
    "historic": "no longer in force",
}
READINGS_KEY = "Readings narrow, plain, broad: ● bites   ○ does not   ? a fact is missing"


def marks(readings: Readings) -> str:
    """Three marks, narrow to broad.

    >>> from compliance.model.packs.truth import Truth
    >>> marks(Readings(Truth.NO, Truth.UNKNOWN, Truth.YES))
    '○ ? ●'
    """
    return " ".join(TRUTH_MARK[truth] for truth in readings)


def position_words(one: Standing) -> str:
    """The position; with its range where facts are missing."""
    if one.position is Position.NEEDS_FACTS:
        return f"needs facts ({POSITION_WORD[one.low]} to {POSITION_WORD[one.high]})"
    return POSITION_WORD[one.position]


def today_words(one: Standing | None) -> str:
    """Where an answer stands in law: what is not in force binds nobody, wherever it would stand."""
    if one is None:
        return "not put"
    if one.force not in COUNTED:
        return f"binds nobody: {_BRIEF[one.force]}"
    return f"in force: {position_words(one)}"


def then_words(one: Standing | None) -> str:
    """Where an answer stands after a change; force is said where it is not law even then."""
    if one is None:
        return "not put"
    said = f"{position_words(one)}{', were it law' if one.supposed else ''}"
    return said if one.force in COUNTED else f"{said}; {_BRIEF[one.force]}"


def moved_blocks(
    rows: Iterable[Moved], names: Mapping[str, str], enacted: Collection[str] = ()
) -> Iterator[Block]:
    """Answers today and as supposed under the text that they are about, one line for those that say the same.

    `enacted` are rules that are law as supposed only: where one is not put today, it binds nobody all the same.
    """

    def today(row: Moved) -> str:
        if row.before is None and row.rule in enacted:
            return f"binds nobody: {_BRIEF['proposed']}"
        return today_words(row.before)

    yield from _tables(rows, names, ("today", "supposed"), today)


def swapped_blocks(rows: Iterable[Moved], names: Mapping[str, str]) -> Iterator[Block]:
    """Answers as supposed, without and with substitutes."""
    yield from _tables(rows, names, ("without", "with them"), lambda row: then_words(row.before))


def _tables(
    rows: Iterable[Moved], names: Mapping[str, str], heads: tuple[str, str], before: Callable[[Moved], str]
) -> Iterator[Block]:
    by_text: dict[str, list[Moved]] = {}
    for row in rows:
        by_text.setdefault(row.title, []).append(row)
    for title, members in by_text.items():
        yield Paragraph(title, strong=True)
        yield Table(("of", *heads, "readings", "why"), tuple(_lines(members, names, before)), (5, 3, 3, 0, 8))


def _lines(
    rows: Iterable[Moved], names: Mapping[str, str], before: Callable[[Moved], str]
) -> Iterator[tuple[str, ...]]:
    folded: dict[tuple[object, ...], list[Moved]] = {}
    for row in rows:
        after = row.after
        key = (row.release, before(row), then_words(after), after and after.readings)
        folded.setdefault(key, []).append(row)
    for group in folded.values():
        first = group[0]
        shown = first.after
        yield (
            f"{_sources(group)}{names.get(first.release, first.release)}",
            before(first),
            then_words(first.after),
            marks(first.after.readings) if first.after else "",
            shortened("; ".join((*first.why, shown.reason if shown else _NOT_PUT)), _REASON),
        )


def _sources(group: list[Moved]) -> str:
    named = tuple(dict.fromkeys(row.source_name for row in group if row.source_name))
    if not named:
        return ""
    more = f" and {count(len(named) - _NAMED, 'more artifact')}" if len(named) > _NAMED else ""
    return f"{', '.join(named[:_NAMED])}{more}\n→ "
