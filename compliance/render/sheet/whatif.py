"""The sheet of a scenario: what binds today, what each case would make of it, what would need a substitute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.model.answered.exposure import Exposure
from compliance.model.answered.supposed import CaseOutcome, Moved, Outcome
from compliance.model.packs.truth import SCALE, Position
from compliance.render.sheet.blocks import Block, Bullets, Paragraph, Section, Sheet, Table
from compliance.render.sheet.exposure_words import reading_of, substitute_words, way_words
from compliance.render.sheet.standings import (
    READINGS_KEY,
    marks,
    moved_blocks,
    position_words,
    swapped_blocks,
)
from compliance.render.view.words import count, listed

_QUESTIONS = 6
_HEAVIEST = (*SCALE[:3], Position.NEEDS_FACTS, Position.NOT_COVERED, SCALE[3])


def whatif_sheet(outcome: Outcome) -> Sheet:
    """Return the sheet of one scenario."""
    names = dict(outcome.releases)
    sections = [_side_by_side(outcome, names)] if outcome.side_by_side else []
    for case in outcome.cases:
        blocks = tuple(_case(case, names, brief=outcome.side_by_side))
        sections.append(Section(case.title, blocks))
    closing = tuple(_closing(outcome))
    return Sheet(outcome.title, tuple(_lead(outcome)), (*sections, Section("Limits", closing)))


def _lead(outcome: Outcome) -> Iterator[Block]:
    if outcome.binding:
        of: dict[str, list[str]] = {}
        for row in outcome.binding:
            of.setdefault(row.title, []).append(row.source_name or "the release itself")
        told = (f"{title} ({', '.join(dict.fromkeys(names))})" for title, names in of.items())
        yield Paragraph(f"In force today already, and not clear: {'; '.join(told)}.", strong=True)
    else:
        yield Paragraph("Nothing of this binds this release today.", strong=True)
    yield Paragraph(f"{outcome.today} (looked up {outcome.verified_on}; answers as of {outcome.as_of})")
    if outcome.as_of < outcome.verified_on:
        yield Paragraph(
            f"Asked for a day before that was looked up: laws that begin after {outcome.as_of} are not in force below, "
            "and a bill that came later is supposed on its first day."
        )


def _case(case: CaseOutcome, names: dict[str, str], *, brief: bool) -> Iterator[Block]:
    yield Paragraph(f"Supposed: {case.supposes}")
    if not case.rows:
        yield Paragraph("No rule of it is put to this release: nothing that it looks at is stated or in it.")
    elif not brief:
        yield from moved_blocks(case.rows, names, case.enacted)
    asked = [fact.question for fact in case.questions]
    if asked:
        more = (f"and {count(len(asked) - _QUESTIONS, 'more question')}",) if len(asked) > _QUESTIONS else ()
        yield Paragraph("To be known:")
        yield Bullets((*asked[:_QUESTIONS], *more))
    for exposure in case.exposures:
        yield from _origins(exposure)
    yield from _substitution(case, names)


def _origins(exposure: Exposure) -> Iterator[Block]:
    if not any(text.artifacts for text in exposure.touching):
        names = listed(tuple(one.name for one in exposure.exposed))
        yield Paragraph(f"Nothing in {exposure.name} would be looked at on any reading ({names}).")
        return
    rows = tuple(
        (
            one.name,
            f"{one.developer or 'developer not known'} ({', '.join(one.country)})",
            way_words(one),
            _looked_at(exposure, one.artifact, held=one.holds_it),
        )
        for one in exposure.exposed
    )
    yield Table((f"in {exposure.name}", "of", "came in as", "then"), rows, (4, 3, 3, 5))


def _looked_at(exposure: Exposure, artifact: str, *, held: bool) -> str:
    reading = reading_of(exposure, artifact)
    if reading is None:
        return "not looked at"
    if reading == "broad":
        return "looked at on the broad reading only"
    need = (
        "would need a substitute" if held else "carries distilled signal; the step would need another model"
    )
    return f"looked at on the {reading} reading: {need}"


def _substitution(case: CaseOutcome, names: dict[str, str]) -> Iterator[Block]:
    if not case.swapped:
        return
    yield Paragraph(
        "Tried with substitutes of the same function and size, as examples, not as a ranking; each with what of such "
        "an origin was found behind it:"
    )
    held = {each.artifact: each.name for one in case.exposures for each in one.exposed}
    yield Bullets(
        tuple(f"In place of {held.get(key, key)}: {substitute_words(one)}" for key, one in case.swapped)
    )
    if case.replaced:
        yield from swapped_blocks(case.replaced, names)
    if case.asked_anew:
        yield Paragraph("What they ask themselves, under rules in force:")
        yield Bullets(tuple(dict.fromkeys(_asks(row, names) for row in case.asked_anew)))


def _asks(row: Moved, names: dict[str, str]) -> str:
    stands = position_words(row.after) if row.after else ""
    return f"{row.title} ({row.source_name} → {names.get(row.release, row.release)}): {stands}"


def _side_by_side(outcome: Outcome, names: dict[str, str]) -> Section:
    """One line per artifact and release, one column per case; lines that say the same are one."""
    keys = dict.fromkeys((r.release, r.source, r.source_name) for case in outcome.cases for r in case.rows)
    lines: dict[tuple[str, ...], list[str]] = {}
    for release, source, source_name in keys:
        cells = tuple(_cell(case.rows, release, source) for case in outcome.cases)
        shown = names.get(release, release)
        lines.setdefault((shown, *cells), []).append(source_name or "the release itself")
    rows = tuple((f"{listed(tuple(dict.fromkeys(who)))}\n→ {key[0]}", *key[1:]) for key, who in lines.items())
    head = ("of", *(f"{case.title}{_today(case)}" for case in outcome.cases))
    return Section("Side by side", (Table(head, rows, (3, *(3 for _ in outcome.cases))),))


def _cell(rows: Sequence[Moved], release: str, source: str | None) -> str:
    here = [row for row in rows if (row.release, row.source) == (release, source) and row.after]
    if not here:
        return "not put"
    worst = max(here, key=lambda row: _weight(row.after.position if row.after else Position.CLEAR))
    assert worst.after is not None
    return f"{position_words(worst.after)}\n{marks(worst.after.readings)}"


def _today(case: CaseOutcome) -> str:
    """What the text of a case is today, where it is no law."""
    if case.rows and all(row.rule in case.enacted for row in case.rows):
        return " (not law today)"
    forces = {row.after.force for row in case.rows if row.after}
    return " (guidance only)" if forces == {"soft-law"} else ""


def _weight(position: Position) -> int:
    return _HEAVIEST.index(position) if position in _HEAVIEST else -1


def _closing(outcome: Outcome) -> Iterator[Block]:
    if outcome.records:
        yield Paragraph("Beyond the manifest, an answer would need:")
        yield Bullets(outcome.records)
    yield Paragraph(f"Not covered: {outcome.does_not_cover}")
    yield Paragraph(f"Sources: {'; '.join(outcome.sources)}.")
    yield Paragraph(f"{READINGS_KEY}. A scenario counts for no check. This is not legal advice.")
