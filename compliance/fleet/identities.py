"""What the registry knows of the artifacts of a fleet: each distinct combination of facts is resolved once."""

from __future__ import annotations

import datetime
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pydantic import ValidationError

from compliance.compile.facts import Calendar, ReleaseFacts, SourceFacts, name_told, names_matter
from compliance.fleet.rows import ArtifactRow
from compliance.model.catalogue import Kind
from compliance.model.knowledge import Knowledge
from compliance.model.lineage import EXPLAINED, Artifact
from compliance.model.manifest import Artifact as Declared
from compliance.model.spelling import key, split_organisation
from compliance.resolve.ancestry import record_of
from compliance.resolve.identity import identify
from compliance.resolve.licensing import Origin
from compliance.resolve.lookups import lookups
from compliance.resolve.making import making

KINDS = ("service", "model", "dataset", "code", "document")
_ACCESS = ("open-weights", "gated", "api", "product", "internal", "public")


class Identified(NamedTuple):
    """An artifact's numbers: of its facts as a source, of those as a release, of its owner, and its record."""

    source: int
    release: int
    owner: int
    date: int
    kind: int
    record: tuple[str, str] | None
    """Kind and id of its record in the registry."""


@dataclass(slots=True)
class Numbered:
    """Values in the order in which they were first met."""

    values: list[object] = field(default_factory=list)
    _number: dict[Hashable, int] = field(default_factory=dict)

    def of(self, told: Hashable, value: object) -> int:
        """The number of a value that is told apart by `told`."""
        if told not in self._number:
            self._number[told] = len(self.values)
            self.values.append(value)
        return self._number[told]


class Identities:
    """Numbers for the facts of artifacts; small numbers for many artifacts, since most are alike to every rule."""

    def __init__(self, knowledge: Knowledge, as_of: datetime.date) -> None:
        """`knowledge` is only read."""
        self.knowledge = knowledge
        self.calendar = Calendar.of(knowledge, as_of)
        looked_up = lookups(knowledge.registry)
        self.names, self.licences = looked_up.names, looked_up.licences
        self.sources, self.releases = Numbered(), Numbered()
        self.owners, self.dates = Numbered(), Numbered()
        self.dates.of(None, None)
        self._by_name = names_matter(knowledge)
        self._told = name_told(knowledge)
        self._organisations = self._known_organisations()
        self._owned: dict[str, tuple[int, str | None, bool]] = {}
        self._alike: dict[Hashable, Identified] = {}

    def _known_organisations(self) -> frozenset[str]:
        """Organisations under which any record of the registry stands, as they are compared."""
        catalogue, found = self.knowledge.registry.catalogue, set[str]()
        kinds: tuple[Kind, ...] = ("model", "dataset")
        for kind in kinds:
            for located in catalogue.all(kind):
                for text in located.entry.names:
                    organisation = split_organisation(text)[0]
                    if organisation:
                        found.add(key(organisation))
        return frozenset(found)

    def owner(self, name: str) -> tuple[int, str | None, bool]:
        """Number of an owner, the name of the party that it is known as, and whether records may stand under it."""
        if name not in self._owned:
            catalogue = self.knowledge.registry.catalogue
            party_id = self.names.party(name)
            party = catalogue.party(party_id) if party_id else None
            number = self.owners.of(party_id or name.lower(), party_id or name)
            self._owned[name] = (
                number,
                party.name if party else None,
                party is not None or key(name) in self._organisations,
            )
        return self._owned[name]

    def of(self, row: ArtifactRow, *, made: bool, declared: bool) -> Identified:
        """The numbers of an artifact; `made` where it is known from what, `declared` where it is released."""
        kind = row.kind if row.kind in KINDS else "document"
        organisation = row.owner or split_organisation(row.name or row.id)[0]
        owner, party, known = self.owner(organisation) if organisation else (-1, None, True)
        may_resolve = known or kind == "service" or self._by_name
        told = (
            kind, row.licence, party or organisation if self._by_name else party, self.calendar.rounded(row.released),
            row.access, row.commercial, row.function, row.provider, row.route, row.plan, made, declared,
            self._told(row.name or row.id) if declared else None, row.name or row.id if may_resolve else None,
        )  # fmt: skip
        found = self._alike.get(told)
        if found is None:
            found = self._alike[told] = self._identified(row, kind, party, may_resolve, made, declared)
        return found._replace(owner=owner) if owner >= 0 else found

    def _identified(
        self, row: ArtifactRow, kind: str, party: str | None, may_resolve: bool, made: bool, declared: bool
    ) -> Identified:
        artifact, record = self._artifact(row, kind, party, may_resolve, made)
        released = self.calendar.rounded(row.released or artifact.released)
        plain = replace(
            artifact, id="source", name=artifact.name if self._by_name else "source", released=released, location=None,
            resolved=(), tokens=None,
        )  # fmt: skip
        facts = tuple(sorted((name, repr(value)) for name, value in plain.facts.items()))
        source = SourceFacts(plain, facts)
        release = -1
        if declared:
            name = self._told(row.name or row.id)
            access = row.access if row.access in _ACCESS else "unknown"
            of_release = ReleaseFacts(
                replace(plain, facts={}), name, released, access, _word(row.commercial), row.function or "unknown",
                self._country(row, party),
            )  # fmt: skip
            release = self.releases.of(of_release.key, of_release)
        owner = -1
        if record is not None and not row.owner:
            owner = self.owner(artifact.provider or artifact.developer or record[1])[0]
        return Identified(
            self.sources.of(source.key, source), release, owner, self.dates.of(released, released),
            KINDS.index(artifact.kind), record,
        )  # fmt: skip

    def _country(self, row: ArtifactRow, party: str | None) -> tuple[str, ...]:
        known = self.knowledge.registry.catalogue.owner(party) if party else None
        record = self.knowledge.registry.catalogue.party(known) if known else None
        return (record.country,) if record and record.country else ()

    def _artifact(
        self, row: ArtifactRow, kind: str, party: str | None, may_resolve: bool, made: bool
    ) -> tuple[Artifact, tuple[str, str] | None]:
        name = row.name or row.id
        declared = _declared(kind, name if may_resolve else None, row, party)
        record = record_of(declared, self.names) if may_resolve else None
        if record is None and not self._by_name and kind != "service":
            # A name that means nothing would only be looked up again.
            declared = _declared(kind, None, row, party)
        why = EXPLAINED if made else making(
            "artifact", declared, [], record.making if record else None, getattr(record, "stage", None), []
        )  # fmt: skip
        origin = Origin(made=False, maker=None, made_here=False, making=why)
        artifact = identify("artifact", declared, origin, self.names, self.licences, None)
        if record is not None:
            return artifact, ("model" if hasattr(record, "developer_id") else "dataset", record.id)
        service = self.names.service(name) if kind == "service" else None
        return artifact, ("service", service.id or service.provider) if service else None


def _declared(kind: str, name: str | None, row: ArtifactRow, party: str | None) -> Declared:
    """What the row declares; what cannot be a licence or a provider is left unsaid."""
    given = {
        "kind": kind,
        "name": name[:300] if name else None,
        "developer": party if kind == "model" else None,
    }
    told = {"license": row.licence[:300] if row.licence else None, "provider": row.provider}
    told |= {"route": row.route or "unknown", "plan": row.plan or "unknown"}
    try:
        return Declared.model_validate({**given, **told})
    except ValidationError:
        return Declared.model_validate({**given, "license": told["license"]})


def _word(text: str | None) -> str:
    return {"true": "yes", "false": "no", "yes": "yes", "no": "no"}.get((text or "").lower(), "unknown")
