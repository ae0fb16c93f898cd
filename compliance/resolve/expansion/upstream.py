"""Manifests of other projects as upstream: what made an artifact there comes in under the artifact's id and a slash.

Only what the released artifact rests on comes in. Its publisher is a party here; whom a step was ordered by, and who
belongs to whose group, was said from its point of view and does not carry over. Neither does what they call their own:
it is theirs, and binds whoever takes it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from compliance.model.declared.manifest import Artifact, Manifest, Party, Release, Statement, Step
from compliance.model.declared.noted import HeardWith, note_alone
from compliance.model.declared.stated import Documentation
from compliance.model.shapes.location import Path, Where
from compliance.resolve.expansion.draft import Draft, Origin, changed, unsaid
from compliance.resolve.lineage.writing import reads
from compliance.resolve.words.notes.plain import is_plain
from compliance.values import dataclass

_THEIRS = ("commissioned",)


class Upstream(Protocol):
    """A manifest of another project, as it was loaded."""

    @property
    def manifest(self) -> Manifest:
        """Its value."""

    @property
    def used(self) -> Mapping[str, Upstream]:
        """The manifests that it uses in turn, by the path written in it."""

    def where(self, path: Path) -> object:
        """The place of a key path in its file."""


WrittenOut = Callable[[Manifest, Where, Mapping[str, Upstream]], tuple[Manifest, Where]]


@dataclass(frozen=True, slots=True)
class _Renaming:
    """Ids there to ids here."""

    prefix: str
    released: str
    parties: Mapping[str, str | None]

    def artifact(self, key: str) -> str:
        return self.prefix if key == self.released else f"{self.prefix}/{key}"

    def step(self, step: Step) -> Step:
        inputs = {
            role: tuple(
                changed(
                    item,
                    artifact=self.artifact(item.artifact),
                    one_of=tuple(map(self.artifact, item.one_of)) if item.one_of else None,
                )
                for item in given
            )
            for role, given in step.inputs.items()
        }
        outputs = tuple(self.artifact(key) for key in step.outputs)
        by = self.parties[step.by or ""]
        renamed = changed(step, id=f"{self.prefix}/{step.id}", inputs=inputs, outputs=outputs, by=by)
        return unsaid(renamed, *_THEIRS)


def bring_upstream_in(draft: Draft, used: Mapping[str, Upstream], written_out: WrittenOut) -> None:
    """Put the steps and artifacts behind every artifact that uses a manifest before the project's own."""
    steps: list[Step] = []
    for key, artifact in list(draft.artifacts.items()):
        if artifact.uses is not None and artifact.uses.manifest in used:
            other = used[artifact.uses.manifest]
            theirs, where = written_out(other.manifest, other.where, other.used)  # type: ignore[arg-type]
            steps += _bring_in(draft, key, theirs, where)
    draft.steps[:0] = steps


def released_by(theirs: Manifest, wanted: str | None) -> Release | None:
    """The release that is meant: the named one, or the only one."""
    found = [each for each in theirs.releases if wanted in (None, each.key)]
    return found[0] if len(found) == 1 else None


def _bring_in(draft: Draft, key: str, theirs: Manifest, where: Where) -> list[Step]:
    own = draft.artifacts[key]
    release = released_by(theirs, own.uses.release if own.uses else None)
    if release is None:
        return []
    needed, steps = _behind(theirs, release.artifact)
    naming = _Renaming(key, release.artifact, _parties(draft, key, theirs, where))
    foreign = naming.parties[theirs.publisher.id] is not None
    for name in needed:
        new = naming.artifact(name)
        other = (
            _seen_from_here(theirs.artifacts[name], theirs.publisher) if foreign else theirs.artifacts[name]
        )
        if new == key:
            draft.artifacts[key] = _merged(own, other, release, _said_there(theirs, other, release, own))
            continue
        draft.artifacts[new] = other
        draft.origins["artifacts", new] = Origin(where, ("artifacts", name))
    renamed = []
    for n in steps:
        renamed.append(naming.step(theirs.steps[n]))
        draft.origins["steps", renamed[-1].id] = Origin(where, ("steps", n))
    return renamed


def _behind(theirs: Manifest, released: str) -> tuple[list[str], list[int]]:
    """Artifacts and positions of steps on which what is released rests."""
    needed, before = {released}, 0
    while before < len(needed):
        before = len(needed)
        for step in theirs.steps:
            if needed & set(step.outputs):
                needed.update(reads(step))
                needed |= set(step.outputs)
    steps = [n for n, step in enumerate(theirs.steps) if needed & set(step.outputs)]
    return [key for key in theirs.artifacts if key in needed], steps


def _parties(draft: Draft, key: str, theirs: Manifest, where: Where) -> dict[str, str | None]:
    """Their parties by id, under the names by which they are known here; nothing stands for the publisher here."""
    found: dict[str, str | None] = {}
    known = {party.name.lower(): name for name, party in draft.parties.items()}
    publisher = draft.manifest.publisher
    everybody: list[tuple[str, Party, Path]] = [
        (theirs.publisher.id, theirs.publisher, ("publisher",)),
        *((name, party, ("parties", name)) for name, party in theirs.parties.items()),
    ]
    for name, party, path in everybody:
        if party.name.lower() == publisher.name.lower():
            found[name] = None
            continue
        here = known.get(party.name.lower())
        if here is None:
            here = f"{key}/{name}"
            said = {each: getattr(party, each) for each in party.model_fields_set & set(Party.model_fields)}
            draft.parties[here] = unsaid(Party.model_construct(_fields_set=set(said), **said), "affiliate")
            draft.origins["parties", here] = Origin(where, path)
        found[name] = here
    found[""] = found[theirs.publisher.id]
    return found


def _seen_from_here(artifact: Artifact, maker: Party) -> Artifact:
    """What another publisher calls its own: somebody else's here, made without a model as far as that one says."""
    if artifact.origin != "own":
        return artifact
    said: dict[str, object] = {"origin": "third-party", "developer": artifact.developer or maker.name}
    silent = "documented" not in artifact.model_fields_set or artifact.documented == "yes"
    # What it says in a note, its manifest answers as little as its own steps would.
    noted = note_alone(artifact.note)
    if artifact.kind != "model" and silent and (noted is None or is_plain(noted)):
        said["documented"] = Documentation(where=f"manifest of {maker.name}"[:300], generators=())
    return changed(artifact, **said)


def _said_there(theirs: Manifest, other: Artifact, release: Release, own: Artifact) -> str | None:
    """What is noted of the artifact here and there, with its project's title and the notices of its release."""
    title = theirs.project.title if len(theirs.releases) == 1 else None
    notes = [one for one in map(note_alone, (own.note, other.note)) if one]
    heard = (own.note, other.note, title, *(release.notices or ()))
    more = "\n".join(dict.fromkeys(one for one in heard if one and one not in notes))
    noted = "\n".join(dict.fromkeys(notes)) or None
    return HeardWith.of(noted, more, "\n") if noted or more else None


def _merged(own: Artifact, other: Artifact, release: Release, note: str | None) -> Artifact:
    """What is said here of the artifact, completed by what its project says of it and of its release."""
    said = {field: getattr(own, field) for field in own.model_fields_set if field != "uses"}
    theirs = {
        "name": release.name or other.name,
        "license": release.license or other.license,
        "released": release.date or other.released,
    }
    known = {field: value for field, value in theirs.items() if value is not None and field not in said}
    facts = {**other.facts, **own.facts}
    statements = (*own.statements, *release.statements, *(() if release.license else other.statements))
    if own.license and theirs["license"]:
        # Theirs stands beside ours, so that a difference between them is seen.
        where = own.uses.manifest if own.uses else "its manifest"
        statements = (*statements, Statement(license=theirs["license"], where=where))
    return changed(
        other, **known, **{**said, "facts": facts, "statements": statements, "uses": None, "note": note}
    )
