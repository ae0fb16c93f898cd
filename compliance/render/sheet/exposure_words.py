"""Words for what a release holds of some origins, and for what could stand in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.model.answered.exposure import Exposed, Exposure
from compliance.model.names.substitutes import Substitute
from compliance.model.packs.truth import READINGS, Truth
from compliance.render.view.words import listed

WAY_WORD = {
    "itself": "the release itself",
    "weights": "weights",
    "outputs": "outputs it was trained on or carries",
    "later generation": "outputs, over a further generation",
    "signal": "labels, scores or selection",
    "loaded": "loaded by whoever runs it",
}
_STANDING = {
    "known": "yes",
    "in-part": "in part",
    "likely": "likely",
    "none-found": "none found",
    "not-checked": "not checked",
}


def way_words(one: Exposed) -> str:
    """How something came in."""
    return listed(tuple(WAY_WORD[way] for way in one.ways))


def reading_of(exposure: Exposure, artifact: str) -> str | None:
    """The narrowest reading on which some text looks at an artifact; None where none does."""
    for number, reading in enumerate(READINGS):
        for text in exposure.touching:
            if any(
                t.artifact == artifact and tuple(t.readings)[number] is not Truth.NO for t in text.artifacts
            ):
                return reading
    return None


def licence_words(one: Exposed) -> str:
    """The licence of something that is held, or what stands in its place."""
    return one.licence or ("terms of the service" if one.kind == "service" else "not stated")


def source_words(one: Exposed) -> Iterator[str]:
    """Where the seat of whoever made something was read, and its record, each with the day."""
    if one.record:
        yield one.record
    named, sign, seat = one.known_from.partition("; seat: ")
    if sign:
        yield f"seat of {one.developer}: {seat}"
    elif not one.record or "registry record" not in named:
        yield named


def remains_words(found: Sequence[Exposure]) -> str:
    """What no text touches."""
    held = [(each, one) for each in found for one in each.exposed]
    looked_at = {one.name for each, one in held if reading_of(each, one.artifact) is not None}
    untouched = tuple(dict.fromkeys(one.name for _, one in held if one.name not in looked_at))
    told = f" Not looked at by any text: {listed(untouched)}." if untouched else ""
    called = (
        " or the terms under which it was called" if any(one.kind == "service" for _, one in held) else ""
    )
    return f"What stays untouched: the licence under which each of these was published{called}.{told}"


def instead_words(one: Exposed) -> str:
    """One of the same function and size from elsewhere, in a few words."""
    if one.kind == "dataset":
        return "rows written anew"
    return brief(one.instead) if one.instead else "none known"


def substitute_words(one: Substitute) -> str:
    """A substitute in a few words: size, licence, origin, and what stands behind it."""
    return f"{brief(one)}; {behind_words(one)}"


def brief(one: Substitute) -> str:
    """Its name, size, licence and origin."""
    return f"{one.name} ({one.size}, {substitute_licence(one).rstrip('.')}, {substitute_origin(one)})"


def substitute_licence(one: Substitute) -> str:
    """Its licence, as far as that was looked up."""
    return one.licence or one.licence_note or "licence not looked up"


def substitute_origin(one: Substitute) -> str:
    """Whose it is, and from where."""
    return f"{one.developer}, {'/'.join(one.country) or 'no seat'}"


def behind_words(one: Substitute) -> str:
    """What was found behind it."""
    told = f"weights: {_STANDING[one.weights]}, outputs: {_STANDING[one.outputs]}"
    return f"{told}. {one.behind}" if one.behind else told
