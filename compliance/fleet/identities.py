"""What the registry knows of the artifacts of a fleet: each distinct combination of facts is resolved once."""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, get_args

from pydantic import ValidationError

from compliance.compile.facts import Calendar, ReleaseFacts, SourceFacts, name_told, names_matter
from compliance.fleet.rows import ArtifactRow
from compliance.model.declared.lineage import Artifact
from compliance.model.declared.manifest import Artifact as Declared
from compliance.model.declared.manifest import Function, Input, Step
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.catalogue import Kind
from compliance.model.shapes.shape import Role, StepKind
from compliance.model.words.spelling import key, split_organisation
from compliance.resolve.licences.standing import Origin
from compliance.resolve.lineage.ancestry import record_of
from compliance.resolve.lineage.making import Told, making
from compliance.resolve.names.identity import identify
from compliance.resolve.names.prepared import lookups
from compliance.resolve.words.prose.telling import maker_words

KINDS = ("service", "model", "dataset", "code", "document")
_ACCESS = ("open-weights", "gated", "api", "product", "internal", "public")


class Identified(NamedTuple):
    """An artifact's numbers: of its facts as a source, of those as a release, of its owner, and its record."""

    source: int
    release: int
    owner: int
    date: int
    kind: int
    of_others: bool
    """Whether a record says that it is the work of somebody else than its owner."""
    of_owner: bool
    """Whether it is known to be its owner's own work: put out by the owner, or made in the owner's steps."""
    record: tuple[str, str] | None
    """Kind and id of its record in the registry."""


class _Asked(NamedTuple):
    """What of an artifact is looked at besides its row."""

    kind: str
    party: str | None
    may_resolve: bool
    made: str
    declared: bool


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

    def of(self, row: ArtifactRow, *, made: str, declared: bool) -> Identified:
        """The numbers of an artifact; `made` names the steps and roles that made it, `declared` that it is released."""
        kind = row.kind if row.kind in KINDS else "document"
        organisation = row.owner or split_organisation(row.name or row.id)[0]
        owner, party, known = self.owner(organisation) if organisation else (-1, None, True)
        may_resolve = known or kind == "service" or self._by_name
        told = (
            kind, party or organisation if self._by_name else party, self.calendar.rounded(row.released), row[4:6],
            row[7:], made, declared, self._told(row.name or row.id) if declared else None,
            row.name or row.id if may_resolve else None,
        )  # fmt: skip
        found = self._alike.get(told)
        if found is None:
            found = self._alike[told] = self._identified(
                row, _Asked(kind, party, may_resolve, made, declared)
            )
        return found._replace(owner=owner) if owner >= 0 else found

    def _identified(self, row: ArtifactRow, asked: _Asked) -> Identified:
        artifact, record = self._artifact(row, asked, by_owner=False)
        released = self.calendar.rounded(row.released or artifact.released)
        plain = self._plain(artifact, released)
        source = SourceFacts(plain, tuple(sorted((name, repr(value)) for name, value in plain.facts.items())))
        owner = -1
        if record is not None and not row.owner:
            owner = self.owner(artifact.provider or artifact.developer or record[1])[0]
        release = self._release(row, asked, artifact, released) if asked.declared else -1
        return Identified(
            self.sources.of(source.key, source), release,
            owner, self.dates.of(released, released), KINDS.index(artifact.kind),
            self._of_others(row, artifact, record), asked.declared or bool(asked.made), record,
        )  # fmt: skip

    def _of_others(self, row: ArtifactRow, artifact: Artifact, record: tuple[str, str] | None) -> bool:
        organisation = row.owner or split_organisation(row.name or row.id)[0]
        if record is None or organisation is None or not artifact.developer:
            return False
        return self.owner(organisation)[0] != self.owner(artifact.developer)[0]

    def _release(self, row: ArtifactRow, asked: _Asked, artifact: Artifact, released: str | None) -> int:
        """The number of its facts as a release. Of what its owner made, the owner's word holds against a record."""
        if asked.made:
            artifact, _ = self._artifact(row, asked, by_owner=True)
        access = row.access if row.access in _ACCESS else "unknown"
        facts = ReleaseFacts(
            replace(self._plain(artifact, released), facts={}), self._told(row.name or row.id), released, access,
            _word(row.commercial), row.function if row.function and row.function in get_args(Function) else "unknown",
            self._country(row, asked.party),
        )  # fmt: skip
        return self.releases.of(facts.key, facts)

    def _plain(self, artifact: Artifact, released: str | None) -> Artifact:
        """Without what only names it."""
        name = artifact.name if self._by_name else "source"
        return replace(
            artifact, id="source", name=name, released=released, location=None, resolved=(), tokens=None
        )

    def _country(self, row: ArtifactRow, party: str | None) -> tuple[str, ...]:
        if row.country:
            return tuple(row.country.split(","))
        known = self.knowledge.registry.catalogue.owner(party) if party else None
        record = self.knowledge.registry.catalogue.party(known) if known else None
        return (record.country,) if record and record.country else ()

    def _artifact(
        self, row: ArtifactRow, asked: _Asked, *, by_owner: bool
    ) -> tuple[Artifact, tuple[str, str] | None]:
        name = row.name or row.id
        declared = _declared(asked.kind, name if asked.may_resolve else None, row, asked.party)
        record = record_of(declared, self.names) if asked.may_resolve else None
        if record is None and not self._by_name and asked.kind != "service":
            # A name that means nothing would only be looked up again.
            declared = _declared(asked.kind, None, row, asked.party)
        told = record.making if record else None
        spoken = Told(maker_words(name))
        why = making(
            "artifact", declared, _steps(asked.made), told, getattr(record, "stage", None), [], spoken
        )
        maker = "publisher" if by_owner else None
        origin = Origin(made=by_owner, maker=maker, made_here=by_owner, making=why)
        artifact = identify("artifact", declared, origin, self.names, self.licences, None)
        if record is not None:
            return artifact, ("model" if hasattr(record, "developer_id") else "dataset", record.id)
        service = self.names.service(name) if asked.kind == "service" else None
        return artifact, ("service", service.id or service.provider) if service else None


def _steps(made: str) -> list[Step]:
    """The steps that made an artifact, from their kinds with the roles of what they read."""
    steps = []
    for told in filter(None, made.split(";")):
        step, *roles = understood_words(told.split("|"))
        inputs = {role: (Input(artifact="from"),) for role in roles}
        steps.append(Step.model_construct(id=step, kind=step, inputs=inputs, outputs=("artifact",), by=None))
    return steps


def understood_words(told: Sequence[str]) -> list[str]:
    """The kind of a step and the roles of what it read; a word that nobody knows says nothing."""
    step, *roles = told
    return [
        step if step in get_args(StepKind) else "other",
        *(role if role in get_args(Role) else "unknown" for role in roles),
    ]


def _declared(kind: str, name: str | None, row: ArtifactRow, party: str | None) -> Declared:
    """What the row declares; what cannot be a licence or a provider is left unsaid."""
    said = [one[:300] for one in (row.statements or "").split("\n") if one]
    sure = {
        "kind": kind, "name": name[:300] if name else None, "developer": party if kind == "model" else None,
        "license": row.licence[:300] if row.licence else None,
        "statements": [{"license": one, "where": "said beside"} for one in said],
    }  # fmt: skip
    words = {"route": row.route, "plan": row.plan, "origin": row.origin}
    told = {name: word for name, word in words.items() if word}
    try:
        return Declared.model_validate({**sure, **told, "provider": row.provider})
    except ValidationError:
        return Declared.model_validate(sure)


def _word(text: str | None) -> str:
    return {"true": "yes", "false": "no", "yes": "yes", "no": "no"}.get((text or "").lower(), "unknown")
