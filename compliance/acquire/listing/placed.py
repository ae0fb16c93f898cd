"""Names by their place alone: behind a label, in a list of what went in. What no sentence tells of them, these do."""

from __future__ import annotations

from collections.abc import Iterator, Set

from compliance.acquire.found import Found
from compliance.acquire.listing.asked_items import asked_items
from compliance.acquire.listing.joined import joined
from compliance.acquire.listing.labelled import labelled
from compliance.acquire.listing.listed import listed
from compliance.acquire.listing.tables import header_says
from compliance.acquire.page.markdown import Page, Paragraph
from compliance.acquire.page.sentences import GUESS, IN_LIST, SHORT, sentence, squeezed
from compliance.acquire.prose.parts import is_part
from compliance.model.declared.sighting import MentionRelation, Sighting
from compliance.model.shapes.location import Location
from compliance.model.shapes.shape import ArtifactKind


def labelled_alone(
    paragraph: Paragraph, page: Page, name: str, found: Found, taken: set[int], told: set[int], of: str | None
) -> None:
    """What a label names, as far as no sighting tells of it yet.

    Args:
        paragraph: The lines.
        page: The page.
        name: Its file.
        found: Where what is found goes.
        taken: Places of names that sightings make upstreams.
        told: Places of names of which words say what they were for.
        of: The thing that these lines tell of, where it is another than the work.
    """
    for one in labelled(paragraph):
        if {one.start, one.begins} & told:
            continue
        taken.add(one.start)
        told.add(one.start)
        how = f"prose, “{squeezed(one.label)[:SHORT]}: …”"
        found.sightings.append(_sighting(one.name, one.relation, one.start, how, paragraph, page, name, of))


def listed_alone(
    paragraph: Paragraph, page: Page, name: str, found: Found, taken: Set[int], told: Set[int], of: str | None
) -> None:
    """What a list of what went in names, as far as no sighting tells of it yet; the arguments are as above."""
    by_place = [
        *(each for each in listed(paragraph) if each.start not in taken),
        *(each for each in joined(paragraph) if each.start not in told),
    ]
    for one in by_place:
        how = f"prose, “{squeezed(one.cue)[:SHORT]}”" if one.cue else GUESS
        found.sightings.append(_sighting(one.name, one.relation, one.start, how, paragraph, page, name, of))
    seen = {*told, *(one.start for one in by_place)}
    for one in asked_items(paragraph):
        if not any(one.start <= at < one.start + len(one.name) for at in seen):
            found.sightings.append(_sighting(one.name, "data", one.start, IN_LIST, paragraph, page, name, of))


def linked_by_role(page: Page, name: str) -> Iterator[Sighting]:
    """What links lead to whose labels only say what it was for: `[Base model](…)`."""
    for label, leads, start in page.roles:
        rows = leads.startswith("datasets/")
        said = header_says(label) or ("data" if rows else "component" if is_part(label) else None)
        if said is None or rows != (said == "data"):
            continue
        place = page.lines.location(start)
        called = leads.removeprefix("datasets/")
        how = f"prose, “{label}: …”"
        yield Sighting(called, said, Location(name, place.line, place.column), "document", how,
                       f"{label}: {called}", "dataset" if rows else "model")  # fmt: skip


def _sighting(
    called: str,
    relation: MentionRelation,
    start: int,
    how: str,
    paragraph: Paragraph,
    page: Page,
    name: str,
    of: str | None,
) -> Sighting:
    place = page.lines.location(paragraph.start + start)
    kind: ArtifactKind = "dataset" if relation == "data" else "model"
    words = sentence(paragraph.text, start)
    into = of if of != called else None
    return Sighting(
        called, relation, Location(name, place.line, place.column), "document", how, words, kind, into=into,
        section=paragraph.section,
    )  # fmt: skip
