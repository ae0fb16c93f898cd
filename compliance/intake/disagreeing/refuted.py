"""Claims of pages that what went into the work, or the licence of the work, refutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compliance.acquire.claims.making import MODEL_JUDGED
from compliance.acquire.claims.offers import CONTENT
from compliance.acquire.claims.stances import COMMERCIAL, MACHINE, OPEN, SCRAPED, TAUGHT
from compliance.acquire.claims.versions import LEFT_OUT
from compliance.acquire.found import Found
from compliance.acquire.names import is_remote, letters
from compliance.intake.disagreeing.statements import Contradiction, Said, named, refuted_by, said_by, shown_by
from compliance.intake.naming.registry_words import RegistryWords
from compliance.intake.released.releases import Released
from compliance.intake.upstreams import Upstream
from compliance.model.declared.sighting import Claim, Statement
from compliance.model.words.spelling import words

LEAST_LETTERS = 5
"""Letters and digits of a name that says by itself which thing it is."""
_MEDIA = frozenset({"dall", "sora", "imagen", "veo", "whisper", "tts", "image", "images", "lyria"})
"""Words in the names of hosted models that draw, film, hear or speak."""
_SCRAPED = frozenset({"scraped", "scrape", "scraping", "crawl", "crawled", "crawls"})
"""Words in the names of rows that were fetched from pages of others."""
_RESEARCH = frozenset({"non-commercial", "research-only"})


def refuted(
    found: Found, released: Sequence[Released], upstream: Sequence[Upstream], known: RegistryWords
) -> Iterator[Contradiction]:
    """What a page says of the making or of the use of the work, where upstreams or its licence show otherwise."""
    claims = list(dict.fromkeys(found.claims))
    yield from _left_out(claims, upstream, known)
    yield from _open(claims, upstream)
    yield from _taught(claims, upstream)
    yield from _licences_left_out(claims, found.statements)
    yield from _scraped(claims, found, upstream)
    yield from _machines(claims, found.statements, upstream)
    yield from _platforms(claims, upstream)
    yield from _unjudged(claims, upstream)
    yield from _use(claims, released, known)


def _left_out(
    claims: Sequence[Claim], upstream: Sequence[Upstream], known: RegistryWords
) -> Iterator[Contradiction]:
    """Something that is said to be no part any more, and that settings or code still take."""
    for one in claims:
        used = [each for each in upstream if one.about == LEFT_OUT and _is_used(each)]
        seen = [each for each in used if is_denied(one.of, each, known)]
        if seen:
            yield refuted_by(seen, one, named(seen), f"{one.of} is said to be left out")


def _licences_left_out(claims: Sequence[Claim], statements: Sequence[Statement]) -> Iterator[Contradiction]:
    """Rows under a licence are said to be left out, and rows say that they stand under it."""
    for one in (each for each in claims if each.about == LEFT_OUT):
        rows = [
            each
            for each in statements
            if each.kind == "licence"
            and each.about == "rows"
            and letters(each.text).startswith(letters(one.of))
        ]
        if rows:
            said = (said_by(one), *map(said_by, rows))
            yield Contradiction(
                "licence", "rows left out", said, f"{one.of} is said to be left out; rows are under it"
            )


def _scraped(claims: Sequence[Claim], found: Found, upstream: Sequence[Upstream]) -> Iterator[Contradiction]:
    """Nothing is said to be scraped, and rows lie under a name that says that they are."""
    called = [one for one in upstream if one.relation == "data" and not _SCRAPED.isdisjoint(words(one.name))]
    read = [one for one in (*found.reads, *found.trained_on) if not _SCRAPED.isdisjoint(words(one[0]))]
    for one in _of(claims, SCRAPED, 0.0):
        shown = (*shown_by(called), *(Said(path, place) for path, place in read))
        if shown:
            said = (said_by(one), *shown)
            yield Contradiction("lineage", SCRAPED, said, f"said not to be scraped; {shown[0].words} is seen")


def _machines(
    claims: Sequence[Claim], statements: Sequence[Statement], upstream: Sequence[Upstream]
) -> Iterator[Contradiction]:
    """No model is said to have written, where what is said of people does not say so already, and one wrote."""
    told = {(one.place.file, one.place.line) for one in statements if one.kind == "people-wrote"}
    wrote = [
        one for one in upstream if one.relation == "generated-by" and not (one.nested_in or one.declared)
    ]
    for one in _of(claims, MACHINE, 0.0):
        if wrote and (one.place.file, one.place.line) not in told:
            yield refuted_by(wrote, one, MACHINE, "said not to be written by a model")


def _platforms(claims: Sequence[Claim], upstream: Sequence[Upstream]) -> Iterator[Contradiction]:
    """Nothing is said to come from a platform, and rows are used that are called after it."""
    for one in (each for each in claims if each.about.startswith(CONTENT) and not each.low):
        platform = letters(one.about.removeprefix(CONTENT))
        rows = [each for each in upstream if each.relation == "data" and _is_used(each)]
        called = [each for each in rows if platform in letters(each.name)]
        if called and len(platform) >= LEAST_LETTERS:
            yield refuted_by(called, one, one.about, "said to hold nothing of it")


def _unjudged(claims: Sequence[Claim], upstream: Sequence[Upstream]) -> Iterator[Contradiction]:
    """No model is said to have judged, and one of which no page tells did, or a hosted one sorted rows out."""
    judges = [
        one
        for one in upstream
        if not (one.nested_in or one.declared)
        and (one.relation == "judged-by" or (one.relation == "filtered-by" and one.kind == "service"))
    ]
    for one in _of(claims, MODEL_JUDGED, 0.0):
        if judges:
            yield refuted_by(judges, one, MODEL_JUDGED, "no model is said to have judged")


def _is_used(one: Upstream) -> bool:
    """Whether something beside a page shows it."""
    return one.nested_in is None and any(
        each.source != "document" and each.is_lineage for each in one.sightings
    )


def _open(claims: Sequence[Claim], upstream: Sequence[Upstream]) -> Iterator[Contradiction]:
    """All rows are said to be open, and some come from somebody's own store."""
    stored = [one for one in upstream if one.relation == "data" and _is_own_store(one.name)]
    for one in _of(claims, OPEN, 1.0):
        if stored:
            yield refuted_by(stored, one, OPEN, "all data are said to be open")


def _is_own_store(name: str) -> bool:
    """Whether rows lie where only those whose store it is can read them, as far as the address tells."""
    return is_remote(name) and not name.lower().startswith(("http://", "https://", "hf://"))


def _taught(claims: Sequence[Claim], upstream: Sequence[Upstream]) -> Iterator[Contradiction]:
    """No model is said to have taught, and one did."""
    teachers = [one for one in upstream if one.relation == "generated-by" and not one.nested_in]
    for one in _of(claims, TAUGHT, 0.0):
        if teachers:
            yield refuted_by(teachers, one, TAUGHT, "said not to be distilled")


def _use(
    claims: Sequence[Claim], released: Sequence[Released], known: RegistryWords
) -> Iterator[Contradiction]:
    """What is said of commercial use, against the licence under which the work stands."""
    main = released[0]
    if not main.licence or not known.licences(main.licence):
        return
    limited = bool(known.limits(main.licence) & _RESEARCH)
    for one in (each for each in claims if each.about == COMMERCIAL):
        folder = one.place.file.rpartition("/")[0]
        of_another = any(each.folder and folder == each.folder for each in released[1:])
        if bool(one.low) == limited and not of_another:
            said = (said_by(one), *map(said_by, main.statements))
            why = f"{main.licence} {'keeps' if limited else 'does not keep'} others from commercial use"
            yield Contradiction("licence", COMMERCIAL, said, why)


def _of(claims: Sequence[Claim], about: str, value: float) -> list[Claim]:
    return [one for one in claims if one.about == about and one.low == value]


def is_denied(name: str, one: Upstream, known: RegistryWords) -> bool:
    """Whether an upstream is what is denied: of its provider, its record, its rows, or with its name in its own."""
    record = known(name)
    own, spoken = letters(one.name.rsplit("/", 1)[-1]), letters(name)
    if record is None:  # what nobody knows is another thing unless the two are called the same
        return len(own) >= LEAST_LETTERS and own == spoken
    if record.provider is not None:
        same = one.provider == record.provider and one.kind == "service"
        return same and not (_draws_or_speaks(name) and not _draws_or_speaks(one.name))
    if record.record is not None and (
        record.record == one.record or record.record in known.made_of(one.name)
    ):
        return True
    return len(spoken) >= LEAST_LETTERS and spoken in letters(one.name)


def _draws_or_speaks(name: str) -> bool:
    """Whether a hosted model is one of pictures or of sound: to deny it denies none that writes."""
    return not _MEDIA.isdisjoint(words(name))
