"""What the program knows of one name, from where and how well; nothing where the name is nobody's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import Any

from compliance.model.declared.lineage import BY_NAME
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.records import AncestorStep, Ancestry, LicenceSpan, ServiceEntry, Source
from compliance.model.names.resolved import DatasetRecord, ModelRecord, ServiceRecord
from compliance.registry.covered import spoken_of, texts_of
from compliance.resolve.licences.text import LicenceReader
from compliance.resolve.names.lookup import Names

KINDS = ("model", "dataset", "service", "licence")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is known of a name. `id` is None for a name that no record means, and everything unknown is None."""

    name: str
    kind: str | None = None
    id: str | None = None
    licence: str | None = None
    developer: str | None = None
    country: str | None = None
    provider: str | None = None
    base: tuple[str, ...] = ()
    ancestry: Ancestry | None = None
    instruments: tuple[str, ...] = ()
    assurance: str | None = None
    source: Source | None = None
    covered: bool = False
    family: str | None = None
    stage: str | None = None
    making: str | None = None
    released: str | None = None
    licences: tuple[str, ...] = ()
    """Every licence, with the day from which it holds where it changed; others that are stated elsewhere last."""
    own: bool = False
    """From a registry file of the user."""
    note: str | None = None
    members: tuple[str, ...] = ()
    """Of a text that lists several names, or may mean several licences: each of them."""
    near: tuple[str, ...] = ()
    """Of an unknown name: known ones that are spelled much like it."""
    also: tuple[str, ...] = field(default=())
    """Other kinds of things that bear the name too."""

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        plain = {one.name: getattr(self, one.name) for one in fields(self)}
        steps = self.ancestry.steps if self.ancestry else ()
        plain["ancestry"] = [_step(step, self.ancestry) for step in steps]
        plain["source"] = self.source.model_dump() if self.source else None
        return {name: list(value) if isinstance(value, tuple) else value for name, value in plain.items()}


def _step(step: AncestorStep, ancestry: Ancestry | None) -> dict[str, Any]:
    told = step.model_dump(mode="json", exclude={"route", "plan"})
    known = {"documented_at": ancestry.documented_at, "assurance": ancestry.assurance} if ancestry else {}
    return {**told, **known}


class Lookup:
    """Answers what is known of names; made once per set of packs."""

    def __init__(self, packs: Knowledge) -> None:
        """Prepare look-ups; `packs` are only read."""
        self._packs = packs
        self.names = Names(packs.registry)
        self._licences = LicenceReader(packs.registry)
        self._by_kind: dict[str, Callable[[str], Shown | None]] = {
            "model": self._model,
            "dataset": self._dataset,
            "service": self._service,
        }

    def show(self, name: str, kind: str | None = None) -> Shown:
        """What a name means, of one kind or of whichever it is: a record, a list, somebody's derivative, or nothing."""
        kinds = (kind,) if kind else KINDS
        found = [known for one in kinds if one != "licence" and (known := self._by_kind[one](name))]
        if not kind:
            # That somebody hosts something of the name is looked for where services are asked for.
            found = [one for one in found if one.kind != "service" or self._is_service(name)]
        if found:
            return replace(found[0], also=tuple(str(one.kind) for one in found[1:]))
        for one in kinds:
            members = self.names.members(name, one) if one != "licence" else ()
            if members:
                return Shown(name, one, members=members)
        known = self._licence(name) if "licence" in kinds else None
        known = known or (self._derivative(name) if "model" in kinds else None)
        known = known or (self._service(name) if not kind and "/" not in name else None)
        return known or Shown(name, kind, near=self._near(name, kind))

    def _is_service(self, name: str) -> bool:
        """Whether the name is a provider's own string, or known weights at a host."""
        record = self.names.service(name)
        return record is not None and bool(record.id or record.model)

    def _model(self, name: str) -> Shown | None:
        record = self.names.model(name)
        return self._made(name, "model", record, record.developer, record.base) if record else None

    def _dataset(self, name: str) -> Shown | None:
        record = self.names.dataset(name)
        return self._made(name, "dataset", record, record.publisher, ()) if record else None

    def _made(
        self,
        name: str,
        kind: str,
        record: ModelRecord | DatasetRecord,
        developer: str,
        base: tuple[str, ...],
    ) -> Shown:
        spans = sorted(record.licences, key=lambda span: span.from_)
        licence = spans[-1].licence if spans else record.licence
        together = (licence, *getattr(record, "also_subject_to", ())) if licence else ()
        dated = tuple(_dated(span) for span in spans) or together
        stated = tuple(f"{other} at another place" for other in getattr(record, "also_stated", ()))
        recalled = None if licence else record.licence_recalled
        stated += (f"{recalled}, as recalled; nobody read it",) if recalled else ()
        stated += tuple(f"{one} for some versions" for one in getattr(record, "licences_of_versions", ()))
        return Shown(
            name, kind, record.id, licence, developer, record.country, None, base, record.ancestry,
            texts_of(together, self._packs), record.assurance, record.source,
            spoken_of(kind, together, self._packs), getattr(record, "family", None), getattr(record, "stage", None),
            record.making, record.released, (*dated, *stated), record.own, record.note,
        )  # fmt: skip

    def _service(self, name: str) -> Shown | None:
        record = self.names.service(name)
        # Weights that somebody hosts: whose terms govern depends on the host, not on who made them.
        named = None if record or self.names.model(name) else self.names.provider(name)
        provider = record.provider if record else named
        host = self.names.provider_record(provider)
        if provider is None or host is None:
            return self._unhosted(name)
        weights = self.names.model(record.model) if record and record.model else None
        texts = self._governing(provider, record)
        source = (record.source if record else None) or host.source
        # Of a name of which only the owner is known (`org/anything`), nothing but the provider is.
        own_id = record.id or provider if record else None if "/" in name else provider
        return Shown(
            name, "service", own_id,
            developer=weights.developer if weights else self._maker(record, host.name), country=host.country,
            provider=provider,
            base=(record.model,) if record and record.model else (), instruments=texts,
            assurance=record.assurance if record else host.assurance,
            source=source or Source(where=f"record of {host.name}", read=host.verified_on), covered=bool(texts),
            family=record.family if record else None, released=record.released if record else None,
            own=bool(record and record.own),
        )  # fmt: skip

    def _maker(self, record: ServiceRecord | None, host: str) -> str | None:
        """Whose the model behind a string is: a host that passes on what others keep has made none of it."""
        if record is None or record.unread is None:
            return host
        found = (
            one.entry for one in self._packs.registry.catalogue.all("service") if one.entry.id == record.id
        )
        owner = next((one.provider for one in found if isinstance(one, ServiceEntry)), None)
        known = self.names.provider_record(owner)
        return known.name if known else None

    def _unhosted(self, name: str) -> Shown | None:
        """Weights that are asked for as a service: any host may serve them, and whose terms govern is its matter."""
        weights = self.names.model(name)
        note = "Weights that hosts serve under this name: write whose route is used, for instance groq/NAME."
        return (
            Shown(name, "service", developer=weights.developer, base=(name,), note=note) if weights else None
        )

    def _governing(self, provider: str, record: ServiceRecord | None) -> tuple[str, ...]:
        """Ids of the texts that govern a service, by the route that its string tells, else by any."""
        rows = self._packs.registry.providers[provider].governed
        route = record.route if record else None
        told = [row for row in rows if route is None or route in row.route]
        named = dict.fromkeys(text for row in told for text in row.instruments)
        return tuple(text for text in named if text in self._packs.instruments)

    def _licence(self, name: str) -> Shown | None:
        read = self._licences.read(name)
        ids = tuple(dict.fromkeys(licence for each in read.alternatives for licence in each))
        if read.unread or not ids:
            return None
        if len(ids) > 1:
            return Shown(name, "licence", members=ids)
        record = self._packs.registry.licences[ids[0]]
        text = self._packs.instruments.get(record.instrument or "")
        kind = {"data": "dataset", "code": "code"}.get(record.kind, "model")
        where = text.url if text and text.url else next(iter(record.urls), f"record of {record.title}")
        return Shown(
            name, "licence", record.id, record.id, text.publisher if text else None,
            instruments=texts_of((record.id,), self._packs), assurance=record.assurance,
            source=Source(where=where, read=record.verified_on), covered=spoken_of(kind, (record.id,), self._packs),
            family=record.family, note=record.title,
        )  # fmt: skip

    def _derivative(self, name: str) -> Shown | None:
        """Somebody's model whose name shows a base: that, and whose organisation it is, are all that is known."""
        found = self.names.derivative(name)
        if found is None:
            return None
        step = AncestorStep.model_validate(
            {"kind": found.how, "inputs": {"base": found.bases}, "by": found.developer or "whoever made it"}
        )
        ancestry = Ancestry(steps=(step,), documented_at=BY_NAME, assurance="memory")
        return Shown(
            name, "model", developer=found.developer, base=found.bases, ancestry=ancestry,
            stage="repack" if found.how == "quantise" else "tune", making="not-looked-up",
            near=self._near(name, "model"),
        )  # fmt: skip

    def _near(self, name: str, kind: str | None) -> tuple[str, ...]:
        kinds = (kind,) if kind else KINDS
        found = [one for each in kinds if each != "licence" for one in self.names.near(name, each)]
        if "licence" in kinds:
            found += self._licences.read(name).near
        return tuple(dict.fromkeys(found))


def _dated(span: LicenceSpan) -> str:
    """A licence with the day from which it holds, and whether it reaches back before it."""
    return f"{span.licence} from {span.from_}{', for earlier copies too' if span.reaches_back else ''}"
