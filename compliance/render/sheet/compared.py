"""Sheets of comparisons, of variants and of recalls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.errors import shortened
from compliance.model.answered.supposed import Alternative, Comparison, Moved, Side, Touched, weight
from compliance.render.sheet.blocks import Block, Bullets, Paragraph, Section, Sheet, Table
from compliance.render.sheet.exposure_words import WAY_WORD
from compliance.render.sheet.standings import READINGS_KEY, marks, then_words, today_words
from compliance.render.view.words import count, listed

_WHY = 240


def comparison_sheet(found: Comparison) -> Sheet:
    """Return the sheet of two results: what is worse, better, otherwise different; with what moved it."""
    before, after = found.before, found.after
    moved, worse, better = found.moved, found.worse, found.better
    settled = found.settled
    rest = tuple(row for row in moved if row not in worse and row not in better and row not in settled)
    still = len(found.rows) - len(moved)
    told = f"Differs: {', '.join(_differs(before, after)) or 'nothing'}."
    if moved and still:  # where nothing moved, the verdict counts them
        told += f" {count(still, 'answer')} did not move."
    lead: list[Block] = [
        Paragraph(_verdict(found), strong=True),
        Table(
            ("", "manifest", "as of", "exit"), (_side("before", before), _side("after", after)), (2, 8, 3, 1)
        ),
        Paragraph(told),
        *_resting(before, after),
        *_renamed(before, after),
    ]
    names = {**dict(before.releases), **dict(after.releases)}
    groups = (
        ("Worse", worse), ("Settled by facts, where it might have stood", settled), ("Better", better),
        ("Otherwise different, counting for nothing", rest),
    )  # fmt: skip
    sections = tuple(
        Section(f"{title} · {len(rows)}", (_moved_table(rows, names),)) for title, rows in groups if rows
    )
    key = Section("How to read it", (Paragraph(f"{READINGS_KEY}. This is not legal advice."),))
    return Sheet("What moved", tuple(lead), (*sections, key) if moved else ())


def _verdict(found: Comparison) -> str:
    if not found.moved:
        return f"Nothing moved: all {count(len(found.rows), 'answer')} stand where they stood."
    exits = f"exit {found.before.exit_code} before, {found.after.exit_code} after"
    known = f"{len(found.settled)} settled by facts, " if found.settled else ""
    return f"{len(found.worse)} worse, {known}{len(found.better)} better; {exits}."


def _side(word: str, one: Side) -> tuple[str, ...]:
    return word, one.name, one.as_of, str(one.exit_code)


def _resting(before: Side, after: Side) -> Iterator[Block]:
    """What keeps an exit code from telling how the answers stand."""
    for word, one in (("before", before), ("after", after)):
        yield from (Paragraph(f"Exit {one.exit_code} {word}: {line}.") for line in one.rests)


def _renamed(before: Side, after: Side) -> Iterator[Block]:
    """Releases that stand for each other under two names."""
    names = dict(before.releases)
    pairs = [(names[key], name) for key, name in after.releases if names.get(key, name) != name]
    if pairs:
        told = "; ".join(f"{one} is called {other} after" for one, other in pairs)
        yield Paragraph(f"Taken for one: {told}.")


def _differs(before: Side, after: Side) -> list[str]:
    pairs = (
        ("the manifest", before.manifest, after.manifest),
        ("the packs", before.packs, after.packs),
        ("the day", before.as_of, after.as_of),
    )
    return [word for word, one, other in pairs if one != other]


def _moved_table(rows: Sequence[Moved], names: dict[str, str]) -> Table:
    """One line for the answers of one rule that moved alike."""
    folded: dict[tuple[object, ...], list[Moved]] = {}
    for row in rows:
        key = (row.title, row.release, today_words(row.before), today_words(row.after), row.why)
        folded.setdefault(key, []).append(row)
    lines = []
    for group in folded.values():
        row = group[0]
        sources = listed(tuple(dict.fromkeys(one.source_name for one in group if one.source_name)))
        reason = row.after.reason if row.after else ""
        lines.append(
            (
                f"{row.title}\n{_of(sources, names.get(row.release, row.release))}",
                today_words(row.before),
                today_words(row.after),
                marks(row.after.readings) if row.after else "",
                shortened("; ".join(row.why) or reason, _WHY),
            )
        )
    head, widths = ("what", "before", "after", "readings", "why"), (6, 3, 3, 0, 8)
    # Of answers that are not put any more there is nothing to say: their names get the room.
    held = [n for n in range(len(head)) if n < 3 or any(line[n] for line in lines)]
    told = tuple(tuple(line[n] for n in held) for line in lines)
    return Table(tuple(head[n] for n in held), told, tuple(widths[n] for n in held))


def _of(source: str | None, release: str) -> str:
    return f"{source} → {release}" if source else release


def variants_sheet(rows: Sequence[Alternative], names: Sequence[str], title: str, as_of: str) -> Sheet:
    """Return the sheet of a manifest's variants: the answers that differ, then how many do not."""
    differing = [row for row in rows if row.differs]
    same = len(rows) - len(differing)
    told = f"{count(len(differing), 'answer')} differ between {', '.join(names)}; {count(same, 'answer')} do not."
    lead = Paragraph(told, strong=True)
    counts = tuple(_weighing(rows, number) for number in range(len(names)))
    lines = tuple(
        (
            f"{row.title}\n{_of(row.source_name, row.release)}",
            *(f"{then_words(one)}\n{marks(one.readings) if one else ''}".rstrip() for one in row.standings),
        )
        for row in differing
    )
    head = ("what", *names)
    widths = (5, *(3 for _ in names))
    table = Table(head, (("open under rules in force, on some reading", *counts), *lines), widths)
    alike = tuple(
        f"{row.title} ({_of(row.source_name, row.release)}): {then_words(row.standings[0])}"
        for row in rows
        if not row.differs and weight(row.standings[0]) > 0
    )
    told_alike = (
        (Paragraph("The same in every variant, and open on some reading:"), Bullets(alike)) if alike else ()
    )
    key = Paragraph(f"{title}, as of {as_of}. {READINGS_KEY}. This is not legal advice.")
    return Sheet("Variants side by side", (lead, table, *told_alike, key))


def _weighing(rows: Sequence[Alternative], number: int) -> str:
    return str(sum(weight(row.standings[number]) > 0 for row in rows))


def recall_sheet(found: Sequence[Touched], what: str, looked_in: int, supposed: str) -> Sheet:
    """Return the sheet of a recall: the releases that something upstream reaches, how, and what moves."""
    releases = dict.fromkeys((one.place, one.project, one.release, one.name) for one in found)
    told = f"{count(len(releases), 'release')} of {count(looked_in, 'project')} touched by {what}."
    lead: list[Block] = [Paragraph(told[:1].upper() + told[1:], strong=True)]
    if supposed:
        lead.append(Paragraph(f"Supposed: {supposed}. {_would_move(found)}"))
    sections = []
    for place, project, release, name in releases:
        here = [one for one in found if (one.place, one.project, one.release) == (place, project, release)]
        where = f"{project}, {place}" if place else project
        blocks = tuple(block for one in here for block in _touched(one, supposed))
        sections.append(Section(f"{name} ({where})", blocks))
    return Sheet("Recall", tuple(lead), tuple(sections))


def _would_move(found: Sequence[Touched]) -> str:
    """What a change would move; nothing is said of saved reports, whose rules are not put anew."""
    kept = {(one.place, one.release) for one in found if not one.asked}
    told = (
        f"Saved reports keep their answers: to {count(len(kept), 'release')} it was not put." if kept else ""
    )
    if found and not any(one.asked for one in found):
        return told
    moved = sum(row.moved for one in found for row in one.answers)
    return (
        f"{count(moved, 'answer')} would move. {told}".rstrip()
        if moved
        else f"No answer would move. {told}".rstrip()
    )


def _touched(one: Touched, supposed: str) -> Iterator[Block]:
    ways = ", ".join(WAY_WORD.get(way, way) for way in one.ways)
    yield Paragraph(f"{one.artifact_name} came in as: {ways or 'not told'}.")
    if not one.answers:
        yield Paragraph(
            f"No rule in force weighs on it today{', and none would' if supposed and one.asked else ''}."
        )
        return
    yield Bullets(tuple(_answer(row) for row in one.answers))


def _answer(row: Moved) -> str:
    if row.moved:
        return f"{row.title}: {today_words(row.before)} → {today_words(row.after)}"
    return f"{row.title}: {today_words(row.after)}"
