"""Under which licences an artifact stands: as declared, as recorded, and both where they differ."""

from __future__ import annotations

from compliance.model.declared.lineage import EXPLAINED, Making
from compliance.model.declared.manifest import Artifact as Declared
from compliance.model.declared.manifest import Statement
from compliance.model.names.resolved import DatasetRecord, ModelRecord
from compliance.model.shapes.shape import first_day, last_day
from compliance.patterns import regex
from compliance.resolve.licences.against_record import (
    DESCRIPTIONS,
    Recorded,
    recorded_licences,
    stated_licence,
    versions_of_one,
)
from compliance.resolve.licences.own_words import in_own_words
from compliance.resolve.licences.text import LicenceReader, LicenceReading
from compliance.values import dataclass, replace

_FREE = frozenset(
    {"permissive", "public-domain", "attribution", "notice", "licence-copy", "change-marks", "database-right"}
)
"""Traits of licences that limit nothing."""
_IN_RETURN = frozenset({"share-alike", "copyleft", "weak-copyleft", "network-copyleft"})
"""Traits of licences that limit no use and ask for the same licence in return."""

_CHOICE = regex(r"\s+OR\s+")


@dataclass(frozen=True, slots=True)
class Origin:
    """How an artifact came to be in this lineage."""

    made: bool
    """Steps of the manifest made it out of something else, so that it is not what a record of its name describes."""
    maker: str | None
    """Id of the party that did; the publisher's own id for the publisher."""
    made_here: bool
    """The publisher did."""
    made_by_releaser: bool = False
    """Whoever puts it out did."""
    making: Making = EXPLAINED
    added_from: str | None = None
    ancestry_known: str = ""
    """How well the ancestry is known that added it."""
    left_out: tuple[str, ...] = ()
    """Known ancestors that the steps which make it do not name."""
    used: str | None = None
    """When it was first used, by the step or release that says so; None where nothing has a date."""
    house: tuple[str, ...] = ()
    """Names of the publisher and of the parties that belong to it."""
    put_out_as: tuple[str, ...] = ()
    """Names under which the manifest releases it."""
    release_license: str | None = None
    release_statements: tuple[Statement, ...] = ()
    chosen: frozenset[str] = frozenset()
    """Licences that the releases name or ship a copy of: of licences to choose from, those that were chosen."""


@dataclass(frozen=True, slots=True)
class Licensed:
    """Under which licences an artifact stands, and what was said of them."""

    text: str | None
    reading: LicenceReading
    supplied: bool = False
    """Whether the registry supplied the licence."""


def licence_of(
    declared: Declared, origin: Origin, record: ModelRecord | DatasetRecord | None, licences: LicenceReader
) -> Licensed:
    """The licences of an artifact: as declared and as recorded, both where they differ and nothing settles which.

    A release's own licence is that of what its publisher made, and never that of what it was made from.
    """
    own = origin.made_here or origin.made_by_releaser or declared.origin == "own"
    text = declared.license or (origin.release_license if own else None)
    reading = licences.read(text, origin.chosen)
    if text and record and not origin.made and (doubt := by_version(text, record, licences)):
        return Licensed(text, doubt)
    if text and reading.unread and (own or declared.kind in ("model", "dataset", "document")):
        reading = (
            in_own_words(text, licences, ours=own, of_weights=declared.kind == "model" and not own) or reading
        )
    spans = recorded_licences(record, declared, origin.used) if record and not origin.made else None
    if spans is None or not spans.known or record is None:
        known_by = _unless_withdrawn(reading, declared, origin.used, licences)
        return Licensed(text, known_by if text else _as_stated(declared, licences))
    known = spans.known
    against, _ = stated_licence(declared, record, origin.used, licences)
    if against == "silent":
        return _as_recorded(text, declared, origin, record, spans, licences)
    if against == "differs":
        mine = reading.alternatives or ((),)
        options = tuple(dict.fromkeys([*mine, _with_extras(record, known[-1:])]))
        return Licensed(text, replace(reading, together=(), options=options), supplied=True)
    if against == "settled":
        return Licensed(text, reading)
    versions = [
        ids for ids in reading.alternatives if len(ids) == 1 and versions_of_one(ids[0], known[-1], licences)
    ]
    whole = [ids for ids in reading.alternatives if set(ids) <= set(known) or set(known) <= set(ids)]
    # A text that is named stands before words for its kind.
    named = [ids for ids in reading.alternatives if set(known) <= DESCRIPTIONS]
    same = next(iter((*whole, *versions, *named)), known[-1:])
    together = _with_extras(record, same)
    return Licensed(text, LicenceReading(together, says="licence"), supplied=together != reading.together)


def by_version(
    text: str, record: ModelRecord | DatasetRecord, licences: LicenceReader
) -> LicenceReading | None:
    """Licences of which each holds for some versions of a line, where a text gives several of them; else None.

    Nobody offers such a line under a choice: "Apache-2.0 OR Qwen License" tells that the version is not known.
    """
    of_versions = frozenset(getattr(record, "licences_of_versions", ()))
    if not of_versions:
        return None
    doubt = licences.read(_CHOICE.sub(" or ", text))
    named = {one for ids in doubt.alternatives for one in ids}
    several = len(doubt.alternatives) > 1 and not doubt.unread
    return doubt if several and named <= of_versions else None


def _as_recorded(
    text: str | None,
    declared: Declared,
    origin: Origin,
    record: ModelRecord | DatasetRecord,
    spans: Recorded,
    licences: LicenceReader,
) -> Licensed:
    """The licence of the record, where the manifest says nothing that speaks against it."""
    taken = _taken_elsewhere(record, spans.known[-1], origin.chosen) or spans.known[-1]
    recorded = LicenceReading(_with_extras(record, (taken,)), says="licence")
    if spans.dated and spans.later and not declared.released:
        # Whether what was granted later holds for what was taken before is for whoever granted it to say.
        each = tuple(_with_extras(record, (one,)) for one in (spans.held[-1], *spans.later))
        recorded = LicenceReading(options=each, says="licence")
    if record.assurance == "memory":
        # What nobody read must not clear: it holds, or nothing is known, until a card or licence file says which.
        recorded = _without_grants(recorded, licences)
    return Licensed(text or taken, recorded, supplied=True)


def _taken_elsewhere(record: ModelRecord | DatasetRecord, known: str, chosen: frozenset[str]) -> str | None:
    """Of two licences of which either may be taken, the one elsewhere, where the releases show that one alone."""
    stated = getattr(record, "also_stated", ())
    return None if known in chosen else next((one for one in stated if one in chosen), None)


def _unless_withdrawn(
    reading: LicenceReading, declared: Declared, first_use: str | None, licences: LicenceReader
) -> LicenceReading:
    """A licence as declared; where every statement of it had been withdrawn before the first use, it or none."""
    same = [
        one
        for one in declared.statements
        if one.about in ("this", _own_part(declared.kind))
        and licences.read(one.license).alternatives == reading.alternatives
    ]
    used = first_day(first_use.partition("/")[0]) if first_use else None
    ended = [last_day(one.until) for one in same if one.until is not None]
    if not same or len(ended) < len(same) or used is None or used <= max(ended):
        return reading
    return LicenceReading(options=tuple(dict.fromkeys((*reading.alternatives, ()))), says="licence")


def _as_stated(declared: Declared, licences: LicenceReader) -> LicenceReading:
    """The licence of something of which only statements tell one: where they agree, and none was withdrawn.

    What an answer in a thread or a line in a card grants is not taken as granted: that is for `license` to say. Where
    they disagree, each may hold, or none.
    """
    of_this = [one for one in declared.statements if one.about in ("this", _own_part(declared.kind))]
    read = [licences.read(one.license) for one in of_this if one.until is None]
    meant = tuple(dict.fromkeys(ids for how in read for ids in how.alternatives))
    if len({how.alternatives for how in read}) == 1 and len(read) == len(of_this):
        return _without_grants(read[0], licences)
    return LicenceReading(options=(*meant, ()), says="licence") if meant else LicenceReading()


def _without_grants(reading: LicenceReading, licences: LicenceReader) -> LicenceReading:
    """The reading as it limits; where it grants every use, for whatever in return, it holds or nothing is known."""
    if not any(licences.traits(ids) <= _FREE | _IN_RETURN for ids in reading.alternatives):
        return reading
    return LicenceReading(options=tuple(dict.fromkeys((*reading.alternatives, ()))), says="licence")


def _with_extras(record: ModelRecord | DatasetRecord, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*ids, *getattr(record, "also_subject_to", ())]))


def statements_of(
    declared: Declared,
    origin: Origin,
    record: ModelRecord | DatasetRecord | None,
    text: str | None,
    licences: LicenceReader,
) -> tuple[tuple[Statement, ...], tuple[tuple[tuple[str, ...], ...], ...]]:
    """What is said about the licence of an artifact, and the sets of licences that each statement may mean."""
    given = [*declared.statements, *origin.release_statements]
    if isinstance(record, DatasetRecord) and not origin.made:
        given += [Statement(license=item, where="publisher, by the registry") for item in record.statements]
    main = [Statement(license=text, where="declared")] if text else []
    if origin.release_license and origin.release_license != text:
        main.append(Statement(license=origin.release_license, where="release"))
    # What a source is said to hold under other terms is part of what who takes it gets; beside a release's own label it
    # is held against that label alone.
    taken = origin.release_license is None and not origin.made_here and not origin.made_by_releaser
    about = {"this", _own_part(declared.kind), *(("upstream",) if taken else ())}
    of_this = [s for s in (*main, *given) if s.about in about]
    read = [(one, licences.read(one.license, origin.chosen)) for one in of_this]
    # "Unknown" and "other" name nothing that another statement could contradict.
    kept = [
        (one, how)
        for one, how in read
        if how.alternatives or how.says not in ("nothing", "other", "elsewhere")
    ]
    return tuple(one for one, _ in kept), tuple(_meant(how, licences) for _, how in kept)


def upstream_licences(
    declared: Declared, origin: Origin, licences: LicenceReader
) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """What is said beside the licence on the terms of what the artifact was made from, as far as it still stands.

    What a program says of weights or data is said of what it holds.
    """
    given = (*declared.statements, *origin.release_statements)
    parts = {"upstream"} | ({"weights", "data"} if declared.kind in ("code", "document") else set())
    standing = [one for one in given if one.about in parts and one.until is None]
    read = [_meant(licences.read(one.license, origin.chosen), licences) for one in standing]
    return tuple(meant for meant in read if meant)


def _meant(reading: LicenceReading, licences: LicenceReader) -> tuple[tuple[str, ...], ...]:
    """The sets of licences of which a statement names one; a name for several texts stands for each of them."""
    meant = [ids for ids in reading.alternatives if reading.says != "unread"]
    wider = [(one,) for ids in meant if len(ids) == 1 for one in licences.members(ids[0])]
    return tuple(dict.fromkeys((*meant, *wider)))


def _own_part(kind: str) -> str:
    return {"model": "weights", "dataset": "data"}.get(kind, "code")
