"""The sheet of exposure: what a release holds of some origins, which texts look at it, what could stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.model.answered.exposure import Exposed, Exposure, Touching
from compliance.model.names.substitutes import FOUND, PURPOSES, Substitute
from compliance.model.words.place_names import COUNTRIES
from compliance.render.sheet.blocks import Block, Bullets, Paragraph, Section, Sheet, Table
from compliance.render.sheet.exposure_page import first_page
from compliance.render.sheet.exposure_words import (
    behind_words,
    brief,
    licence_words,
    reading_of,
    remains_words,
    source_words,
    substitute_licence,
    substitute_origin,
    way_words,
)
from compliance.render.sheet.standings import marks
from compliance.render.view.words import ASSURANCE_WORD, FORCE_WORD, POSITION_WORD, listed


def exposure_sheet(found: Sequence[Exposure], origins: Sequence[str], title: str, as_of: str) -> Sheet:
    """Return one sheet for all releases of a project."""
    where = listed(tuple(place_words(one) for one in origins), "or")
    if not found:
        nothing = f"No release of {title} holds anything of a developer in {where}, as far as is known."
        return Sheet(f"Exposure to origin: {where}", (Paragraph(nothing, strong=True),))
    lead: list[Block] = [Paragraph(_binding(found), strong=True)]
    if not all(one.us_publisher for one in found):
        lead.append(
            Paragraph(
                "The publisher is not stated to be a US person; US texts are put as far as they reach others."
            )
        )
    lead.append(
        Paragraph(f"{title}, as of {as_of}. What follows lists origins and texts; it recommends nothing.")
    )
    page, sources = first_page(found)
    lead += page
    sections = tuple(
        Section(f"Annex: {one.name}", tuple(_release(one)), new_page=one is found[0]) for one in found
    )
    return Sheet(
        f"Exposure to origin: {where}",
        tuple(lead),
        (*sections, *_substitutes(found), _closing(found), *sources),
    )


def place_words(code: str) -> str:
    """The usual name of a place.

    >>> place_words("CN"), place_words("XX")
    ('China', 'XX')
    """
    for entry in COUNTRIES.replace("\n", ";").split(";"):
        key, _, names = entry.strip().partition(" ")
        if key == code:
            return names.split("|")[0]
    return code


def _binding(found: Sequence[Exposure]) -> str:
    texts = dict.fromkeys(text.title for one in found for text in one.binding)
    if not texts:
        return (
            "Nothing binds today: no text in force is met by where this comes from, on the facts as stated."
        )
    return f"In force today, and not clear: {'; '.join(texts)}. Nothing else that follows binds today."


def _release(one: Exposure) -> Iterator[Block]:
    yield Table(
        ("what it holds", "of", "came in as", "licence", "narrowest reading on which a text looks at it"),
        tuple(_artifact(one, each) for each in one.exposed),
        (4, 3, 3, 2, 3),
    )
    if one.touching:
        yield Table(
            ("text, as a rule reads it", "force", "would stand", "looks at (narrow plain broad)", "read in"),
            tuple(_text(one, text) for text in one.touching),
            (4, 2, 2, 5, 5),
        )
    if one.untouched:
        told = dict.fromkeys(f"{text.title} ({FORCE_WORD[text.force]})" for text in one.untouched)
        yield Paragraph("Put, and clear on every reading:")
        yield Bullets(tuple(told))
    yield Paragraph(remains_words((one,)))


def _substitutes(found: Sequence[Exposure]) -> Iterator[Section]:
    """One section for each function of what is held, told once for all releases."""
    held: dict[str, str] = {}
    for each in (e for one in found for e in one.exposed if e.kind != "dataset"):
        held.setdefault(each.function, each.name)
    for function, example in held.items():
        wanted = set(PURPOSES.get(function, ()))
        models = dict.fromkeys(s for one in found for s in one.substitutes if wanted & set(s.purposes))
        if models:
            yield Section(f"From elsewhere, for {function} (as {example})", tuple(_grouped(tuple(models))))


def _grouped(models: tuple[Substitute, ...]) -> Iterator[Block]:
    """Looked up and nothing found; not looked up; something found, and what."""
    marked = [one for one in models if {one.weights, one.outputs} & set(FOUND)]
    rest = [one for one in models if one not in marked]
    clean = [one for one in rest if "not-checked" not in (one.weights, one.outputs)]
    if clean:
        yield Paragraph(
            "No weights or outputs of such an origin were found behind them when they were looked up:"
        )
        yield Table(
            ("model", "size", "licence", "origin"), tuple(_substitute(one) for one in clean), (5, 2, 5, 3)
        )
    unchecked = tuple(brief(one) for one in rest if one not in clean)
    if unchecked:
        yield Paragraph(f"Not looked up: {'; '.join(unchecked)}.")
    if marked:
        yield Paragraph("Of an origin elsewhere, with weights or outputs of such an origin behind them:")
        yield Bullets(tuple(f"{brief(one)}: {behind_words(one)}" for one in marked))


def _artifact(exposure: Exposure, one: Exposed) -> tuple[str, ...]:
    read = "; ".join(source_words(one))
    seat = f"{one.developer or 'developer not known'} ({', '.join(one.country)}); {read}"
    reading = reading_of(exposure, one.artifact)
    return (
        one.name,
        seat,
        way_words(one),
        licence_words(one),
        reading or "none",
    )


def _text(exposure: Exposure, text: Touching) -> tuple[str, ...]:
    names = {one.artifact: one.name for one in exposure.exposed}
    looks = [f"{names[touch.artifact]}  {marks(touch.readings)}" for touch in text.artifacts]
    return (
        text.title,
        FORCE_WORD[text.force],
        POSITION_WORD[text.position],
        "\n".join(looks) or "the release as such",
        "; ".join(text.read_in),
    )


def _substitute(one: Substitute) -> tuple[str, ...]:
    released = f", {one.released}" if one.released else ""
    size = f"{one.size}, {one.parameters}" if one.parameters else one.size
    return f"{one.name}{released}", size, substitute_licence(one), substitute_origin(one)


def _closing(found: Sequence[Exposure]) -> Section:
    where: dict[str, list[str]] = {}
    for one in dict.fromkeys(s for exposure in found for s in exposure.substitutes):
        where.setdefault(f"{one.where} ({ASSURANCE_WORD[one.assurance]})", []).append(one.name)
    read = tuple(f"{place}: {'; '.join(names)}" for place, names in where.items())
    return Section("Where models from elsewhere were read of", (Bullets(read),))
