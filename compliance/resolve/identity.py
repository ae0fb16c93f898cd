"""From a manifest's artifact to what is known of it: provider, family, country, licences, dates, and from where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from compliance.model.lineage import Artifact
from compliance.model.manifest import Artifact as Declared
from compliance.model.manifest import Statement
from compliance.model.records import Provider
from compliance.model.resolved import DatasetRecord, ModelRecord
from compliance.model.shape import first_day
from compliance.resolve.names import LicenceReading, Names


@dataclass(frozen=True, slots=True)
class Making:
    """How an artifact came to be in this lineage."""

    written: bool
    made_here: bool
    added_from: str | None = None
    release_license: str | None = None
    release_statements: tuple[Statement, ...] = ()


def identify(key: str, declared: Declared, making: Making, names: Names, location: str | None) -> Artifact:
    """Resolve one artifact."""
    supplied: dict[str, str] = {}
    record = _record(declared, names)
    service = names.service(declared.name) if declared.kind == "service" and declared.name else None
    provider = _provider(declared, names, supplied) if declared.kind == "service" else None
    text, reading = _licence(declared, making, record, names, supplied)
    host = names.provider_record(provider)
    country = declared.country or (
        (record.country,) if record and record.country and not making.written else ()
    )
    if country and not declared.country:
        supplied["country"] = _source(record)
    statements, statement_ids = _statements(declared, making, record, text, names)
    return Artifact(
        id=key,
        kind=declared.kind,
        name=declared.name or key,
        provider=provider,
        developer=declared.developer or _from(record, "developer", "publisher") or _from(host, "name"),
        # Where a service comes from follows from whose it is.
        country=country or _seat(host),
        route=declared.route,
        plan=declared.plan,
        family=_from(service, "family") or _from(record, "family"),
        modality=_from(record, "modality"),
        licences=reading.together,
        licence_options=reading.options,
        licence_text=text,
        statements=statements,
        statement_licences=statement_ids,
        origin=declared.origin,
        released=declared.released or _from(service, "released") or _from(record, "released"),
        documented=declared.documented,
        made_here=making.made_here,
        known=_known(declared, making, provider, record, reading),
        resolved=tuple(sorted(supplied.items())),
        added=making.added_from is not None,
        facts=_facts(declared.facts, record),
        location=location,
    )


def _seat(host: Provider | None) -> tuple[str, ...]:
    """Countries of a provider and of its parent."""
    return tuple(c for c in (host.country, host.parent_country) if c) if host else ()


def _from(record: object, *fields: str) -> str | None:
    """The first of the fields that the record has."""
    return next((value for field in fields if (value := getattr(record, field, None))), None)


def _record(declared: Declared, names: Names) -> ModelRecord | DatasetRecord | None:
    if declared.name is None:
        return None
    if declared.kind == "model":
        return names.model(declared.name)
    return names.dataset(declared.name) if declared.kind in ("dataset", "document") else None


def _source(record: ModelRecord | DatasetRecord | None) -> str:
    return f"registry record {record.id}" if record else "registry"


def _provider(declared: Declared, names: Names, supplied: dict[str, str]) -> str | None:
    if declared.provider:
        return declared.provider
    name = declared.name or ""
    service = names.service(name)
    if service is None and names.model(name) is not None:
        # Open weights that somebody hosts: whose terms govern depends on the host, not on who made the weights.
        return None
    found = names.provider(declared.developer) or (
        service.provider if service else names.provider(declared.name)
    )
    if found:
        supplied["provider"] = "registry of providers"
    return found


def _licence(
    declared: Declared,
    making: Making,
    record: ModelRecord | DatasetRecord | None,
    names: Names,
    supplied: dict[str, str],
) -> tuple[str | None, LicenceReading]:
    text = declared.license or making.release_license
    reading = names.licence(text)
    if record is None or making.written:
        return text, reading
    extra = tuple(x for x in getattr(record, "also_subject_to", ()) if x not in reading.together)
    known = _recorded_licence(record, declared)
    if not reading.together and not reading.options and known:
        supplied["license"] = _source(record)
        return text or known, LicenceReading(together=(known, *extra))
    if extra and reading.together:
        supplied["license"] = _source(record)
        return text, LicenceReading((*reading.together, *extra), reading.options, reading.unread)
    return text, reading


def _recorded_licence(record: ModelRecord | DatasetRecord, declared: Declared) -> str | None:
    spans = getattr(record, "licences", ())
    day = first_day(declared.released) if declared.released else None
    held = [span for span in spans if day is None or first_day(span.from_) <= day]
    return held[-1].licence if held else record.licence


def _statements(
    declared: Declared,
    making: Making,
    record: ModelRecord | DatasetRecord | None,
    text: str | None,
    names: Names,
) -> tuple[tuple[Statement, ...], tuple[tuple[str, ...], ...]]:
    given = [*declared.statements, *making.release_statements]
    if isinstance(record, DatasetRecord) and not making.written:
        given += [Statement(license=item, where="publisher, by the registry") for item in record.statements]
    main = [Statement(license=text, where="declared")] if text else []
    if making.release_license and making.release_license != text:
        main.append(Statement(license=making.release_license, where="release"))
    kept = [s for s in (*main, *given) if s.about in ("this", _own_part(declared.kind))]
    return tuple(kept), tuple(names.licence(statement.license).together for statement in kept)


def _own_part(kind: str) -> str:
    return {"model": "weights", "dataset": "data"}.get(kind, "code")


def _known(
    declared: Declared,
    making: Making,
    provider: str | None,
    record: ModelRecord | DatasetRecord | None,
    reading: LicenceReading,
) -> bool:
    if declared.kind == "service":
        return provider is not None
    return bool(reading.together) or not reading.unread


def _facts(declared: Mapping[str, object], record: ModelRecord | DatasetRecord | None) -> dict[str, object]:
    known = getattr(record, "facts", {}) or {}
    return {**known, **declared}
