"""How an artifact came to be in a lineage: by which steps, by whose, and with what left unsaid."""

from __future__ import annotations

from collections.abc import Mapping

from compliance.model.declared.manifest import Manifest, Release
from compliance.model.shapes.shape import last_day
from compliance.resolve.licences.standing import Origin
from compliance.resolve.licences.text import LicenceReader
from compliance.resolve.lineage.ancestry import Expanded, record_of
from compliance.resolve.lineage.making import making, while_unsettled
from compliance.resolve.lineage.resting import Resting
from compliance.resolve.lineage.unnamed import unnamed
from compliance.resolve.lineage.unplain import with_notes
from compliance.resolve.names.lookup import Names
from compliance.resolve.words.notes.unread import sentence_as_place, unread
from compliance.resolve.words.told import told_of
from compliance.values import replace


def chosen_licences(
    releases: tuple[Release, ...], copies: Mapping[str, tuple[str, ...]], licences: LicenceReader
) -> frozenset[str]:
    """Licences that the releases name or ship: where a source leaves a choice, what was chosen."""
    named = {one for release in releases for one in licences.read(release.license).together}
    return frozenset(named | {one for shipped in copies.values() for one in shipped})


def origin_of(
    key: str, full: Expanded, manifest: Manifest, names: Names, chosen: frozenset[str], resting: Resting
) -> Origin:
    """Which steps made the artifact, whose they are, and what of its making is known."""
    artifact = full.artifacts[key]
    record = record_of(artifact, names)
    made_by = full.writing.makers(key, known=record is not None or artifact.license is not None)
    release = next(iter(resting.releases(key)), None)
    writers = full.writing.writers(key)
    maker = (made_by[0].by or manifest.publisher.id) if made_by else None
    told = told_of(key, full, manifest, names, record, resting)
    told = replace(told, placed=sentence_as_place(key, full))
    made = making(
        key,
        artifact,
        writers,
        record.making if record else None,
        getattr(record, "stage", None),
        [item for step in writers for item in unnamed(step, full, names)],
        told,
    )
    made = while_unsettled(made, artifact, told)
    return Origin(
        made=bool(made_by),
        maker=maker,
        made_here=maker == manifest.publisher.id,
        made_by_releaser=release is not None and maker == (release.by or manifest.publisher.id),
        making=with_notes(made, () if made.state == "open" else unread(key, full, names)),
        added_from=full.added.get(key),
        ancestry_known=full.assured.get(key, ""),
        left_out=full.left_out.get(key, ()),
        used=first_used(key, full, resting)
        if record is not None or artifact.kind == "service" or artifact.released or artifact.statements
        else None,
        house=_house(manifest),
        put_out_as=tuple(one.name for one in resting.releases(key) if one.name),
        release_license=release.license if release else None,
        release_statements=release.statements if release else (),
        chosen=chosen,
    )


def _house(manifest: Manifest) -> tuple[str, ...]:
    """Names of the publisher and of the parties that belong to it."""
    ours = [party.name for party in manifest.parties.values() if party.affiliate == "yes"]
    return (manifest.publisher.name, *ours)


def first_used(key: str, full: Expanded, resting: Resting) -> str | None:
    """The date of the first use of an artifact of the manifest: of a step that reads it, else of what rests on it."""
    if key in full.added:
        return None
    dated = [step.period for step in full.writing.readers(key) if step.period]
    return min(dated, key=lambda text: last_day(text.rpartition("/")[2]), default=resting.dates.get(key))
