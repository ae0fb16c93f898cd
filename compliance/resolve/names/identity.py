"""From a manifest's artifact to what is known of it: provider, family, country, licences, dates, and from where."""

from __future__ import annotations

from collections.abc import Mapping

from compliance.model.declared.lineage import Artifact
from compliance.model.declared.manifest import Artifact as Declared
from compliance.model.declared.stated import Documentation
from compliance.model.names.records import Provider
from compliance.model.names.resolved import DatasetRecord, ModelRecord, ServiceRecord
from compliance.resolve.against.contradiction import contradictions
from compliance.resolve.against.taken import taken
from compliance.resolve.licences.against_record import settles
from compliance.resolve.licences.owned import owned
from compliance.resolve.licences.standing import Origin, licence_of, statements_of, upstream_licences
from compliance.resolve.licences.text import LicenceReader
from compliance.resolve.lineage.ancestry import record_of
from compliance.resolve.lineage.served import BEHIND, served_model
from compliance.resolve.names.lookup import Names
from compliance.values import replace


def identify(
    key: str, declared: Declared, origin: Origin, names: Names, licences: LicenceReader, location: str | None
) -> Artifact:
    """Resolve one artifact."""
    supplied: dict[str, str] = {}
    found = record_of(declared, names)
    record = None if origin.made_here else found
    service = names.service(declared.name) if declared.kind == "service" and declared.name else None
    provider = _provider(declared, names, service, supplied) if declared.kind == "service" else None
    host = names.provider_record(provider)
    identified = Artifact(
        id=key,
        kind=kind_of(declared, record),
        name=declared.name or key,
        provider=provider,
        developer=declared.developer or _developer(declared, record, names) or _from(host, "name"),
        country=_country(declared, record, host, supplied),
        route=declared.route,
        plan=declared.plan if declared.plan != "unknown" else _only_plan(host),
        family=_from(service, "family") or _from(record, "family"),
        modality=_from(record, "modality"),
        function=_from(service, "function"),
        origin="web" if taken(declared, names) else declared.origin,
        released=declared.released or _from(service, "released") or _from(record, "released"),
        documented=declared.disclosed,
        documentation=declared.documented if isinstance(declared.documented, Documentation) else None,
        against_record=declared.against_record,
        maker=origin.maker,
        made_here=origin.made_here,
        making=origin.making,
        contradictions=contradictions(declared, found, service, origin, names, licences),
        added=origin.added_from is not None,
        ancestry_known=origin.ancestry_known,
        tokens=declared.tokens,
        hosted=origin.added_from == BEHIND,
        facts=_facts(declared.facts, record),
        location=location,
    )
    known = _with_licences(identified, declared, origin, record, licences, supplied)
    ours = _ours(known, declared, record, origin, names, licences)
    return replace(known, owned=ours, weights_beside=served_model(declared, names) is not None)


def _ours(
    known: Artifact,
    declared: Declared,
    record: ModelRecord | DatasetRecord | None,
    origin: Origin,
    names: Names,
    licences: LicenceReader,
) -> bool:
    """Whether the artifact is the publisher's own, where the manifest names one."""
    named = origin.put_out_as
    return bool(origin.house) and owned(known, declared, record, origin.house[0], names, licences, named)


def _only_plan(host: Provider | None) -> str:
    """The plan of a service where its provider's texts know one alone; another has to be stated."""
    plans = {plan for row in host.governed for plan in row.plan} if host is not None else set()
    return plans.pop() if len(plans) == 1 and "*" not in plans else "unknown"


def _with_licences(
    artifact: Artifact,
    declared: Declared,
    origin: Origin,
    record: ModelRecord | DatasetRecord | None,
    licences: LicenceReader,
    supplied: dict[str, str],
) -> Artifact:
    """The artifact with its licences, and with everything that the registry supplied."""
    licensed = licence_of(declared, origin, record, licences)
    reading = licensed.reading
    if licensed.supplied and record is not None:
        supplied = {**supplied, "license": _source(record)}
    statements, statement_ids = statements_of(declared, origin, record, licensed.text, licences)
    return replace(
        artifact,
        licences=reading.together,
        licence_options=reading.options,
        licence_text=licensed.text,
        licence_says=reading.says,
        licence_near=reading.near,
        statements=statements,
        statement_licences=statement_ids,
        upstream_licences=upstream_licences(declared, origin, licences),
        known=artifact.provider is not None if declared.kind == "service" else not reading.unread,
        recorded=record.assurance
        if record and (licensed.supplied or artifact.making.why == "registry")
        else "",
        resolved=tuple(sorted(supplied.items())),
    )


def _country(
    declared: Declared,
    record: ModelRecord | DatasetRecord | None,
    host: Provider | None,
    supplied: dict[str, str],
) -> tuple[str, ...]:
    """Where it comes from: as stated, else by its record; of a service, it follows from whose it is."""
    if not declared.country and record is not None and record.country:
        supplied["country"] = _source(record)
        return (record.country,)
    return declared.country or _seat(host)


def _developer(declared: Declared, record: ModelRecord | DatasetRecord | None, names: Names) -> str | None:
    """Whose a thing is: by its record, else by the organisation under which a derivative stands."""
    if record is not None or declared.kind != "model" or not declared.name:
        return record.maker if record else None
    shown = names.derivative(declared.name)
    return shown.developer if shown else None


def kind_of(declared: Declared, record: ModelRecord | DatasetRecord | None) -> str:
    """The kind by which rules are put: rows or weights that are called code or a document stay what they are.

    The program of the same name may be meant; the manifest says so by saying why its own word holds.
    """
    if declared.kind in ("code", "document") and record is not None and not settles(declared):
        return "dataset" if isinstance(record, DatasetRecord) else "model"
    return declared.kind


def _seat(host: Provider | None) -> tuple[str, ...]:
    """Countries of a provider and of its parent."""
    return tuple(c for c in (host.country, host.parent_country) if c) if host else ()


def _from(record: object, field: str) -> str | None:
    """The field, where there is a record and it has one."""
    return getattr(record, field, None) or None


def _source(record: ModelRecord | DatasetRecord) -> str:
    return f"{'own ' if record.own else ''}registry record {record.id}"


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


def _facts(declared: Mapping[str, object], record: ModelRecord | DatasetRecord | None) -> dict[str, object]:
    return {**(record.facts if record else {}), **declared}
