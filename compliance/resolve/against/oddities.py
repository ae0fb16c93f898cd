"""What is odd in a manifest without being a fault, and what follows from it: warnings that reports show."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator

from compliance.model.declared.manifest import Artifact, Manifest, Step
from compliance.model.shapes.shape import last_day
from compliance.resolve.against.believed import doubts
from compliance.resolve.against.taken import taken_from_others
from compliance.resolve.lineage.making import TRAINING
from compliance.resolve.lineage.writing import makes, reads
from compliance.resolve.names.lookup import Names

FAR = datetime.timedelta(days=5 * 366)
"""Beyond this a date stands for no plan that anybody has."""
_TRAINING = (*TRAINING, "merge")
_MAY_WRITE_NOTHING = ("fetch", "evaluate")
"""Kinds of step that may read something and leave nothing behind."""


def oddities(manifest: Manifest, steps: Collection[Step], names: Names) -> Iterator[str]:
    """Warnings about a manifest that was written out; none of them depends on the day.

    `steps` are those of the manifest together with those that the registry knows to lie before them.
    """
    yield from _into_itself(manifest)
    yield from _unused(manifest, steps)
    yield from _idle(manifest)
    yield from _put_out_by_others(manifest)
    yield from _leads_nowhere(manifest)
    yield from _foreign_names(manifest, names)
    yield from _slips(manifest, names)
    yield from doubts(manifest)
    yield from taken_from_others(manifest.artifacts, names)


def odd_dates(manifest: Manifest, as_of: datetime.date) -> Iterator[str]:
    """Warnings about dates that lie so far ahead that they stand for none."""
    limit = as_of + FAR if as_of.year < datetime.MAXYEAR - 10 else datetime.date.max
    dated = [(f"release {release.key}", release.date) for release in manifest.releases]
    dated += [(f"step {step.id}", step.period) for step in manifest.steps]
    dated += [(f"artifact {key}", each.released) for key, each in manifest.artifacts.items()]
    for what, text in dated:
        if text and last_day(text.rpartition("/")[2]) > limit:
            yield (
                f"{what}: {text} is no date that anybody plans for; it is judged by what is known on {as_of}, not by "
                "texts of that day; leave the date out if it is not known"
            )


def _unused(manifest: Manifest, steps: Collection[Step]) -> Iterator[str]:
    read = {item for step in steps for item in reads(step)}
    written = {key for step in manifest.steps for key in step.outputs}
    used = read | {release.artifact for release in manifest.releases}
    for key, artifact in manifest.artifacts.items():
        if key in used:
            continue
        if artifact.kind == "service" and key not in written:
            yield (
                f"artifact {key}: no step uses this service, so its terms are put to no release; name it as an input "
                "of the step that called it, or remove it"
            )
        elif key not in written:
            yield (
                f"artifact {key}: no step reads or writes it and it is not released, so nothing is asked of it; name "
                "it in a step, or remove it"
            )


def _idle(manifest: Manifest) -> Iterator[str]:
    """A party whose position is asked, and who does nothing in what is told."""
    asker = manifest.asker
    if asker is None or asker == manifest.publisher.id:
        return
    acting = {step.by for step in manifest.steps} | {release.by for release in manifest.releases}
    if asker not in acting:
        yield (
            f"asker {asker}: no step and no release is by this party, so what forbids somebody to do something is put "
            "to nobody; write `by` where it acts, or leave `asker` out"
        )
    elif {None, manifest.publisher.id} & acting:
        yield (
            f"asker {asker}: the position of this party is answered; what binds {manifest.publisher.name}, whose "
            "work is told too, counts for nothing here; leave `asker` out to ask for it"
        )


def _put_out_by_others(manifest: Manifest) -> Iterator[str]:
    """Releases of which none is put out by whoever asks, so that no duty of a releaser counts."""
    own = manifest.publisher.id
    asking = own if manifest.asker is None else manifest.asker
    names = {own: manifest.publisher.name, **{key: party.name for key, party in manifest.parties.items()}}
    releasing = dict.fromkeys(release.by or own for release in manifest.releases)
    grouped = {key for key, party in manifest.parties.items() if party.affiliate == "yes" and asking == own}
    if not any(one in grouped or names.get(one) == names.get(asking) for one in releasing):
        listed = " and ".join(names.get(one, one) for one in releasing)
        yield (
            f"every release is put out by {listed}, so what a releaser owes is asked of nobody else and counts for "
            f"nothing here; ask as that party with `asker`, or leave `by` out where {names.get(asking, asking)} "
            "puts it out"
        )


def _leads_nowhere(manifest: Manifest) -> Iterator[str]:
    """Steps that read something and write nothing: what they read is asked about for no release."""
    for step in manifest.steps:
        if step.kind not in _MAY_WRITE_NOTHING and not step.outputs and any(step.inputs.values()):
            yield (
                f"step {step.id} ({step.kind}) reads something and writes nothing, so no release holds what it read "
                "and nothing is asked of it on its account; name its `outputs`"
            )


def _foreign_names(manifest: Manifest, names: Names) -> Iterator[str]:
    """Hosted models of one provider that are said to be reached at another, which does not pass them on."""
    for key, artifact in manifest.artifacts.items():
        host = names.provider_record(artifact.provider)
        if artifact.kind != "service" or artifact.name is None or not artifact.provider:
            continue
        if host is not None and host.passes_on:
            continue
        service = names.service(artifact.name)
        if service is None or names.model(artifact.name) is not None or service.provider == artifact.provider:
            continue
        yield (
            f"artifact {key}: {artifact.name} is a model of {service.provider}, and its provider is given as "
            f"{artifact.provider}; the terms of {artifact.provider} are looked at, which may be the wrong ones: "
            "correct the name or the provider"
        )


def _slips(manifest: Manifest, names: Names) -> Iterator[str]:
    """What to say of artifacts from outside whose name is not known and is spelled much like one that is."""
    written = {out for step in manifest.steps for out in step.outputs if makes(step, out, known=True)}
    for key, artifact in manifest.artifacts.items():
        if key in written or not artifact.name or _explained(artifact, names):
            continue
        near = names.misspelt(artifact.name, artifact.kind)
        if near:
            yield (
                f"artifact {key}: {artifact.name!r} is no name that the registry knows; is {' or '.join(near)} meant? "
                f"If so, write name: {near[0]}"
            )


def _explained(artifact: Artifact, names: Names) -> bool:
    """Whether the name is known, or the manifest itself says what the thing is."""
    if artifact.license or artifact.origin != "unknown" or artifact.developer:
        return True
    name = artifact.name or ""
    if artifact.kind == "service":
        # Whose it is says nothing of which it is.
        return bool(names.service(name) or names.provider(name) or names.model(name))
    return bool(names.model(name) or names.dataset(name) or ("/" not in name and names.derived_from(name)))


def _into_itself(manifest: Manifest) -> Iterator[str]:
    """Training that writes its result into the entry of weights that it starts from, and that nobody made before."""
    made: set[str] = set()
    for step in manifest.steps:
        held = {item for item in reads(step) if item in step.outputs and item not in made}
        for key in sorted(held) if step.kind in _TRAINING else ():
            if manifest.artifacts[key].origin == "own":
                continue
            name = manifest.artifacts[key].name or key
            yield (
                f"step {step.id}: it writes {key}, which it also reads, so that its result is taken for {name} itself; "
                "give what it makes an entry of its own, and name that under outputs and in the release"
            )
        made |= set(step.outputs)
