"""From a manifest's artifact to what is known of it: provider, family, country, licences, dates, and from where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from compliance.model.lineage import EXPLAINED, Artifact, Making
from compliance.model.manifest import Artifact as Declared
from compliance.model.manifest import Statement
from compliance.model.registry import DatasetRecord, ModelRecord, Provider, ServiceRecord
from compliance.model.shape import first_day
from compliance.resolve.ancestry import record_of
from compliance.resolve.contradiction import contradictions, licence_against_record
from compliance.resolve.names import LicenceReading, Names


@dataclass(frozen=True, slots=True)
class Origin:
    """How an artifact came to be in this lineage."""

    made: bool
    """Steps of the manifest made it out of something else, so that it is not what a record of its name describes."""
    made_here: bool
    """The publisher did."""
    making: Making = EXPLAINED
    added_from: str | None = None
    left_out: tuple[str, ...] = ()
    """Known ancestors that the steps which make it do not name."""
    release_license: str | None = None
    release_statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Licensed:
    """Under which licences an artifact stands, and what was said of them."""

    text: str | None
    reading: LicenceReading
    supplied: bool = False
    """Whether the registry supplied the licence."""


def identify(key: str, declared: Declared, origin: Origin, names: Names, location: str | None) -> Artifact:
    """Resolve one artifact."""
    supplied: dict[str, str] = {}
    found = record_of(declared, names)
    record = None if origin.made_here else found
    service = names.service(declared.name) if declared.kind == "service" and declared.name else None
    provider = _provider(declared, names, service, supplied) if declared.kind == "service" else None
    licensed = licence_of(declared, origin, record, names)
    if licensed.supplied and record is not None:
        supplied["license"] = _source(record)
    host = names.provider_record(provider)
    country = declared.country or ((record.country,) if record else ())
    if country and not declared.country and record is not None:
        supplied["country"] = _source(record)
    statements, statement_ids = _statements(declared, origin, record, licensed.text, names)
    return Artifact(
        id=key,
        kind=kind_of(declared, record),
        name=declared.name or key,
        provider=provider,
        developer=declared.developer or _from(record, "developer", "publisher") or _from(host, "name"),
        # Where a service comes from follows from whose it is.
        country=country or _seat(host),
        route=declared.route,
        plan=declared.plan,
        family=_from(service, "family") or _from(record, "family"),
        modality=_from(record, "modality"),
        licences=licensed.reading.together,
        licence_options=licensed.reading.options,
        licence_text=licensed.text,
        licence_says=getattr(licensed.reading, "says", "nothing"),
        statements=statements,
        statement_licences=statement_ids,
        origin=declared.origin,
        released=declared.released or _from(service, "released") or _from(record, "released"),
        documented=declared.disclosed,
        made_here=origin.made_here,
        making=origin.making,
        contradictions=contradictions(declared, found, service, origin, names),
        known=_known(declared, provider, licensed.reading),
        resolved=tuple(sorted(supplied.items())),
        added=origin.added_from is not None,
        facts=_facts(declared.facts, record),
        location=location,
    )


def kind_of(declared: Declared, record: ModelRecord | DatasetRecord | None) -> str:
    """The kind by which rules are put: rows or weights that are called code or a document stay what they are."""
    if declared.kind in ("code", "document") and record is not None:
        return "dataset" if isinstance(record, DatasetRecord) else "model"
    return declared.kind


def _seat(host: Provider | None) -> tuple[str, ...]:
    """Countries of a provider and of its parent."""
    return tuple(c for c in (host.country, host.parent_country) if c) if host else ()


def _from(record: object, *fields: str) -> str | None:
    """The first of the fields that the record has."""
    return next((value for field in fields if (value := getattr(record, field, None))), None)


def _source(record: ModelRecord | DatasetRecord) -> str:
    return f"registry record {record.id}"


def _provider(
    declared: Declared, names: Names, service: ServiceRecord | None, supplied: dict[str, str]
) -> str | None:
    if declared.provider:
        return declared.provider
    if service is None and declared.name and names.model(declared.name) is not None:
        # Open weights that somebody hosts: whose terms govern depends on the host, not on who made the weights.
        return None
    found = names.provider(declared.developer) or (
        service.provider if service else names.provider(declared.name)
    )
    if found:
        supplied["provider"] = "registry of providers"
    return found


def licence_of(
    declared: Declared, origin: Origin, record: ModelRecord | DatasetRecord | None, names: Names
) -> Licensed:
    """The licences of an artifact: as declared and as recorded, both where they differ and nothing settles which.

    A release's own licence is that of what its publisher made, and never that of what it was made from.
    """
    text = declared.license or (
        origin.release_license if origin.made_here or declared.origin == "own" else None
    )
    reading = names.licence(text)
    if record is None or origin.made:
        return Licensed(text, reading)
    known = recorded_licences(record, declared)
    if not known:
        return Licensed(text, reading)
    against = licence_against_record(declared, known, names) if declared.license else "silent"
    if against == "silent":
        return Licensed(
            text or known[-1], LicenceReading(together=_with_extras(record, (known[-1],))), supplied=True
        )
    if against == "differs":
        mine = reading.options or (reading.together,)
        options = tuple(dict.fromkeys([*mine, _with_extras(record, (known[-1],))]))
        return Licensed(text, LicenceReading(options=options, unread=reading.unread), supplied=True)
    if against == "settled":
        return Licensed(text, reading)
    same = (
        reading.together
        or next((ids for ids in reading.options if set(ids) & set(known)), ())
        or (known[-1],)
    )
    together = _with_extras(record, same)
    return Licensed(text, LicenceReading(together=together), supplied=together != reading.together)


def _with_extras(record: ModelRecord | DatasetRecord, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*ids, *getattr(record, "also_subject_to", ())]))


def recorded_licences(record: ModelRecord | DatasetRecord, declared: Declared) -> tuple[str, ...]:
    """Every licence that the record's name has stood under, the one that held when it was released last."""
    spans = getattr(record, "licences", ())
    if not spans:
        return (record.licence,) if record.licence else ()
    day = first_day(declared.released) if declared.released else None
    held = [span.licence for span in spans if day is None or first_day(span.from_) <= day]
    later = [span.licence for span in spans if span.licence not in held]
    return tuple(dict.fromkeys([*later, *held]))


def _statements(
    declared: Declared,
    origin: Origin,
    record: ModelRecord | DatasetRecord | None,
    text: str | None,
    names: Names,
) -> tuple[tuple[Statement, ...], tuple[tuple[str, ...], ...]]:
    given = [*declared.statements, *origin.release_statements]
    if isinstance(record, DatasetRecord) and not origin.made:
        given += [Statement(license=item, where="publisher, by the registry") for item in record.statements]
    main = [Statement(license=text, where="declared")] if text else []
    if origin.release_license and origin.release_license != text:
        main.append(Statement(license=origin.release_license, where="release"))
    kept = [s for s in (*main, *given) if s.about in ("this", _own_part(declared.kind))]
    return tuple(kept), tuple(names.licence(statement.license).together for statement in kept)


def _own_part(kind: str) -> str:
    return {"model": "weights", "dataset": "data"}.get(kind, "code")


def _known(declared: Declared, provider: str | None, reading: LicenceReading) -> bool:
    if declared.kind == "service":
        return provider is not None
    return not reading.unread


def _facts(declared: Mapping[str, object], record: ModelRecord | DatasetRecord | None) -> dict[str, object]:
    known = getattr(record, "facts", {}) or {}
    return {**known, **declared}
