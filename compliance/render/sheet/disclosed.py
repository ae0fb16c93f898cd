"""Sheets of drafts for publication: what is said with its source, then what is still to be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.model.answered.disclosure import Draft, Topic
from compliance.render.sheet.blocks import Block, Bullets, Paragraph, Section, Sheet
from compliance.render.view.asked_of_all import asked_of_all
from compliance.render.view.words import DISCLAIMERS, count


def draft_sheet(draft: Draft) -> Sheet:
    """Return the sheet of one draft, with its sources numbered at the end."""
    sources: dict[str, int] = {}
    parts = [
        Section(f"{topic.title} ({topic.number})", tuple(_topic(topic, sources))) for topic in draft.topics
    ]
    filled = sum(bool(topic.said) for topic in draft.topics)
    state = f"{count(draft.open, 'question')} open" if draft.open else "nothing missing"
    lead = f"Draft, not published. {filled} of {count(len(draft.topics), 'part')} with content, {state}."
    closing: list[Section] = []
    if draft.reminders:
        closing.append(Section("Before and after publishing", (Bullets(draft.reminders),)))
    told = tuple(f"[{number}] {source}" for source, number in sources.items())
    form = Paragraph(f"Form: {draft.basis}. {DISCLAIMERS[0]}")
    closing.append(Section("Sources", (*([Bullets(told)] if told else []), form)))
    return Sheet(draft.title, (Paragraph(lead, strong=True),), (*parts, *closing))


def _topic(topic: Topic, sources: dict[str, int]) -> Iterator[Block]:
    yield Paragraph(topic.asks)
    said = []
    for one in topic.said:
        mark = sources.setdefault(one.source, len(sources) + 1)
        said.append(f"“{one.text}” [{mark}]" if one.literal else f"{one.text} [{mark}]")
    if said:
        yield Bullets(tuple(said))
    for together in topic.questions:
        first = together[0]
        asked = asked_of_all(together)
        places = ", ".join(dict.fromkeys(gap.place for gap in together))
        yield Paragraph(f"To be filled in: {asked}", strong=True)
        yield Paragraph(f"In the manifest, {first.line} at {places}.")
    if topic.warnings:
        yield Bullets(tuple(f"Too vague: {warning}" for warning in topic.warnings))
    if not topic.said and not topic.gaps:
        yield Paragraph("Nothing is stated.")
