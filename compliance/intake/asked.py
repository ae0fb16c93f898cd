"""What a folder cannot tell and a person has to: questions, each with the places that raise it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from compliance.acquire.claims.amounts import NUMBER_OF, SET
from compliance.acquire.found import Found
from compliance.acquire.names import is_hub_name, is_remote, is_weights
from compliance.intake.disagreeing.claimed import JUDGES, SCRATCH, SIMULATED, WRITERS
from compliance.intake.disagreeing.statements import DIFFERENTLY, Contradiction
from compliance.intake.naming.generic import is_generic
from compliance.intake.naming.registry_words import RegistryWords
from compliance.intake.upstreams import Upstream
from compliance.model.shapes.location import Location

_WHICH_HOLDS: Mapping[str, str] = {
    WRITERS: "Which part did people write, and which part a model?",
    JUDGES: "Which part did people judge, and which part a model?",
    SCRATCH: "Do the weights start from nothing, or from others?",
    SIMULATED: "Which part of the rows comes from a simulator?",
}
"""What is asked where a page claims one thing and the folder shows another."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question."""

    about: str
    question: str
    because: str
    places: tuple[Location, ...]


def questions(
    found: Found,
    upstream: Sequence[Upstream],
    differing: Sequence[Contradiction],
    known: RegistryWords,
    mentioned: Sequence[Upstream] = (),
) -> list[Asked]:
    """The questions that the folder itself raises, those on which most depends first.

    Args:
        found: What was seen.
        upstream: What the work was made from.
        differing: Where the folder disagrees with itself.
        known: The registry.
        mentioned: What is named without words that say that it went in.
    """
    return [
        *_unnamed(found, upstream, known),
        *_disagreements(differing),
        *_accounts(upstream),
        *_several_writers(upstream),
        *_origins(found, upstream),
        *_uses(upstream),
        *_mentioned(mentioned),
        *_files(found),
    ]


def _unnamed(found: Found, upstream: Sequence[Upstream], known: RegistryWords) -> Iterator[Asked]:
    for one in upstream:
        if one.kind == "service" and known(one.name) is None and not one.provider:
            places = tuple(each.place for each in one.sightings)
            yield Asked(
                one.name, f"Which model stands behind {one.name}?", "nothing here says what it is", places
            )
    generic = [each for each in found.sightings if is_generic(each.name) and each.is_lineage]
    if generic:
        places = tuple(dict.fromkeys(each.place for each in generic))
        yield Asked(generic[0].name, "Which model was it?", generic[0].words, places)


def _disagreements(differing: Sequence[Contradiction]) -> Iterator[Asked]:
    for one in differing:
        places = tuple(dict.fromkeys(each.place for each in one.said))
        if one.kind == "licence" and one.why.startswith("licences that differ"):
            yield Asked(one.about, f"Which licence holds for {one.about}?", one.why, places)
        elif one.kind == "identity":
            yield Asked(one.about, "Which of the bases were the weights made from?", one.why, places)
        elif one.kind == "size" and one.about not in SET and not one.about.startswith(NUMBER_OF):
            yield Asked(
                one.about,
                f"How many {one.about} are there, and where do the others come from?",
                one.why,
                places,
            )
        elif one.kind == "date":
            yield Asked(one.about, f"When was what is dated here ({one.about}) really made?", one.why, places)
        elif one.about in _WHICH_HOLDS:
            yield Asked(one.about, _WHICH_HOLDS[one.about], one.why, places)
        elif one.why.startswith(DIFFERENTLY):
            yield Asked(one.about, f"Which of these files is right ({one.about})?", one.why, places)


def _accounts(upstream: Sequence[Upstream]) -> Iterator[Asked]:
    called = [
        one
        for one in upstream
        if one.kind == "service" and any(each.source in ("code", "config") for each in one.sightings)
    ]
    if called:
        named = ", ".join(dict.fromkeys(one.name for one in called))
        places = tuple(
            each.place for one in called for each in one.sightings if each.source in ("code", "config")
        )
        question = (
            f"Whose account called {named}, under which plan, when, and was the use authorised in writing?"
        )
        yield Asked("accounts", question, "terms turn on party, plan and date", places)


def _several_writers(upstream: Sequence[Upstream]) -> Iterator[Asked]:
    writers = [one for one in upstream if one.relation == "generated-by" and not one.nested_in]
    if len(writers) > 1:
        named = ", ".join(one.name for one in writers)
        places = tuple(one.first.place for one in writers)
        yield Asked(
            "shares",
            f"Which part of the rows came from each of {named}?",
            "several models wrote rows",
            places,
        )


def _origins(found: Found, upstream: Sequence[Upstream]) -> Iterator[Asked]:
    for one in upstream:
        fetched = [each for each in one.sightings if is_remote(each.name)]
        if is_remote(one.name) or (fetched and one.record is None):
            question = (
                f"Where do the rows of {one.name} come from, under what terms, and are they about people?"
            )
            places = tuple(each.place for each in one.sightings)
            yield Asked(one.name, question, "an address is all there is", places)
    yield from _unrecorded(upstream)


def _unrecorded(upstream: Sequence[Upstream]) -> Iterator[Asked]:
    """Rows of a hub of which nobody has noted anything, in one question."""
    rows = [
        one
        for one in upstream
        if one.kind == "dataset" and one.record is None and is_hub_name(one.name) and not one.nested_in
    ]
    if rows:
        named = ", ".join(one.name for one in rows)
        question = f"Where do the rows of {named} come from, who or what wrote them, and under what terms?"
        places = tuple(dict.fromkeys(each.place for one in rows for each in one.sightings))
        yield Asked(rows[0].name, question, "nothing is recorded of them", places)


def _uses(upstream: Sequence[Upstream]) -> Iterator[Asked]:
    for one in upstream:
        if one.relation == "unknown-use":
            yield Asked(one.name, f"What was {one.name} used for?", one.first.how, (one.first.place,))


def _mentioned(mentioned: Sequence[Upstream]) -> Iterator[Asked]:
    for one in mentioned:
        question = f"Was {one.name} used to make this, and as what?"
        because = "it is mentioned, not drafted: too little says what it was for"
        because += f", as in “{one.first.words}”" if one.first.words else ""
        yield Asked(one.name, question, because, tuple(each.place for each in one.sightings))


def _files(found: Found) -> Iterator[Asked]:
    """Files of rows that code reads, that are not there and that nothing here writes."""
    places: dict[str, list[Location]] = {}
    for name, place in found.reads:
        places.setdefault(name, []).append(place)
    for name, where in places.items():
        question = f"Who wrote {name}, where do its rows come from, and are they about people?"
        if is_weights(name):
            question = f"Who made the weights {name}, and from what?"
        yield Asked(name, question, "it is read, and is not here", tuple(where))
