"""Papers behind permissions: one that our own side signed, or that came after what it permits, proves nothing.

A permission is the provider's or the licensor's to give. Where every paper named for one is of somebody else, or is
dated later than what rests on it, paper and answer contradict each other, and the answer is not known.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TypeVar

from compliance.model.manifest import Manifest, Party, Step
from compliance.model.shape import first_day, last_day
from compliance.model.stated import Answered, Evidence, Witnessed
from compliance.resolve.contradiction import same_party
from compliance.resolve.names import Names
from compliance.resolve.signatures import signs

_AnyParty = TypeVar("_AnyParty", bound=Party)


def without_weak_papers(manifest: Manifest, names: Names) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest with permissions unknown whose papers cannot give them, and what is said of each."""
    told: list[str] = []
    released = _released(manifest)
    own = [manifest.publisher.name]
    publisher = _party(manifest.publisher, own, "publisher", released, names, told)
    parties = {
        key: _party(party, [*own, party.name], f"parties.{key}", released, names, told)
        for key, party in manifest.parties.items()
    }
    steps = tuple(_step(step, manifest, own, released, names, told) for step in manifest.steps)
    if not told:
        return manifest, ()
    return manifest.model_copy(update={"publisher": publisher, "parties": parties, "steps": steps}), tuple(
        told
    )


def _released(manifest: Manifest) -> datetime.date | None:
    """The last day on which something is released; None where a release has no date."""
    days = [release.date for release in manifest.releases]
    return max(last_day(day) for day in days if day) if all(days) else None


def _party(
    party: _AnyParty, own: list[str], path: str, released: datetime.date | None, names: Names, told: list[str]
) -> _AnyParty:
    weak: dict[str, Answered] = {}
    for key, answer in party.permission.items():
        provider = names.provider_record(key)
        givers = (provider.name, *provider.aliases, key) if provider else ()
        if why := _weak(answer, own, givers, released, names):
            told.append(
                f"the permission from {key} under {path}: {why}; whether it is held is taken as not known"
            )
            weak[key] = "unknown"
    return party.model_copy(update={"permission": {**party.permission, **weak}}) if weak else party


def _step(
    step: Step,
    manifest: Manifest,
    own: list[str],
    released: datetime.date | None,
    names: Names,
    told: list[str],
) -> Step:
    by = manifest.parties.get(step.by or "")
    latest = last_day(step.period.rpartition("/")[2]) if step.period else released
    givers = tuple(_providers(step, manifest, names))
    why = _weak(step.authorised, [*own, by.name] if by else own, givers, latest, names)
    if not why:
        return step
    told.append(f"step {step.id}: it is said to be authorised, but {why}; taken as not known")
    return step.model_copy(update={"authorised": "unknown"})


def _providers(step: Step, manifest: Manifest, names: Names) -> Iterator[str]:
    """Names of the providers whose services a step used."""
    for given in step.inputs.values():
        for item in given:
            artifact = manifest.artifacts[item.artifact] if item.artifact else None
            known = (
                names.provider_record(artifact.provider or names.provider(artifact.name))
                if artifact
                else None
            )
            if known is not None:
                yield from (known.name, *known.aliases)


def _weak(
    answer: Answered, own: list[str], givers: tuple[str, ...], latest: datetime.date | None, names: Names
) -> str:
    """Why no paper behind an answer can give the permission; empty where one can, or none is named."""
    if not isinstance(answer, Witnessed) or answer.answer != "yes" or not answer.evidence:
        return ""
    faults = [_fault(paper, own, givers, latest, names) for paper in answer.evidence]
    return "" if not all(faults) else "; ".join(dict.fromkeys(faults))


def _fault(
    paper: Evidence, own: list[str], givers: tuple[str, ...], latest: datetime.date | None, names: Names
) -> str:
    if paper.date and latest and first_day(paper.date) > latest:
        return f"the paper is dated {paper.date}, after what rests on it"
    if paper.signed_by is None or signs(paper.signed_by, givers):
        return ""
    if any(same_party(paper.signed_by, one, names) for one in own):
        return f"the paper is signed by {paper.signed_by}, who cannot give it"
    if givers:
        return (
            f"the paper is signed by {paper.signed_by}, who is not {givers[0]}; name both if it was for them"
        )
    return ""
