"""What the manifest that lies in a folder says against what the folder shows: who taught, what it starts from, when."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Sequence

from compliance.errors import ComplianceError
from compliance.intake.against.compared import Compared, compare, names_of
from compliance.intake.against.left_out import left_out
from compliance.intake.against.of_sets import of_own_sets
from compliance.intake.against.placed import MANIFEST, placed
from compliance.intake.disagreeing.release_days import RELEASED, days_apart, days_told, days_told_of_versions
from compliance.intake.disagreeing.statements import Contradiction, Said, said_by, shown_by
from compliance.intake.folder import Scan
from compliance.intake.naming.identity import identity
from compliance.intake.naming.registry_words import RegistryWords
from compliance.intake.upstreams import Upstream
from compliance.load.manifest.manifest import LoadedManifest, load_manifest
from compliance.model.known.knowledge import Knowledge

_ROLES = {
    "teacher": ("generated-by",),
    "judge": ("judged-by",),
    "reward": ("judged-by",),
    "filter": ("filtered-by",),
    "base": ("base",),
}
"""Roles in which a manifest and a folder may name different things, with what the folder then shows."""


def against_manifest(
    folder: pathlib.Path, scan: Scan, packs: Knowledge, known: RegistryWords
) -> tuple[Contradiction, ...]:
    """What the manifest in a folder says otherwise than its files; nothing where there is none that can be read.

    Args:
        folder: The folder.
        scan: What its files show.
        packs: The packs, by whose words the manifest is read.
        known: The registry.
    """
    path = folder / MANIFEST
    if not path.is_file():
        return ()
    try:
        loaded = load_manifest(path, packs)
    except ComplianceError:
        return ()  # whoever reads the manifest tells its faults
    compared = compare(loaded.manifest, scan, known)
    others = tuple(_other_things(loaded, scan, compared, known))
    told = {one.name for each in others for one in compared.undeclared if one.relation in _ROLES[each.about]}
    return (
        *others,
        *left_out(loaded, compared, told),
        *_people(loaded, scan, known),
        *_licences(loaded, compared),
        *of_own_sets(loaded, scan, known),
        *_days(loaded, scan),
    )


def _in_roles(loaded: LoadedManifest) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Role, key and names of every artifact that a step takes in one of the roles."""
    manifest = loaded.manifest
    for step in manifest.steps:
        for role, inputs in step.inputs.items():
            for one in inputs if role in _ROLES else ():
                for key in filter(None, (one.artifact, *(one.one_of or ()))):
                    if key in manifest.artifacts and (names := names_of(manifest.artifacts[key])):
                        yield role, key, names


def _other_things(
    loaded: LoadedManifest, scan: Scan, compared: Compared, known: RegistryWords
) -> Iterator[Contradiction]:
    """What the manifest names in a role and nothing shows, where files show another thing in it that it leaves out."""
    own = {identity(one.name, known) for one in scan.released}
    told = list(dict.fromkeys(_in_roles(loaded)))
    for role in dict.fromkeys(one[0] for one in told):
        mine = [(key, names) for each, key, names in told if each == role]
        unseen = [
            (key, names)
            for key, names in mine
            if not _shown(names, role, scan, known) and not _own(names, own, known)
        ]
        others = [one for one in compared.undeclared if one.relation in _ROLES[role] and not one.nested_in]
        if unseen and others:
            said = tuple(Said(names[0], placed(loaded, ("artifacts", key))) for key, names in unseen)
            named, seen = ", ".join(names[0] for _, names in unseen), ", ".join(one.name for one in others)
            why = f"the manifest names {named} as {role}, and the folder shows {seen}"
            yield Contradiction("identity", role, (*said, *shown_by(others)), why)


def _own(names: Sequence[str], own: set[tuple[str, ...]], known: RegistryWords) -> bool:
    return any(identity(name, known) in own for name in names)


def _called(one: Upstream) -> Iterator[str]:
    """Every name under which an upstream was seen."""
    yield one.name
    yield from (each.name for each in one.sightings)


def _shown(names: Sequence[str], role: str, scan: Scan, known: RegistryWords) -> bool:
    """Whether files show a thing in a role; a page that names it otherwise says that it is not in this one."""
    keys = {identity(name, known) for name in names}
    return any(
        identity(name, known) in keys
        for one in scan.upstreams
        if one.relation in _ROLES[role] or any(each.relation in _ROLES[role] for each in one.sightings)
        for name in _called(one)
    )


def _people(loaded: LoadedManifest, scan: Scan, known: RegistryWords) -> Iterator[Contradiction]:
    """Rows that the manifest says people made, where a model that it leaves out wrote or wrote anew."""
    manifest = loaded.manifest
    declared = {identity(name, known) for one in manifest.artifacts.values() for name in names_of(one)}
    writers = [
        one
        for one in scan.upstreams
        if one.relation == "generated-by" and not one.nested_in and identity(one.name, known) not in declared
    ]
    own = {one.name.split("/")[0].lower() for one in scan.released if "/" in one.name}
    for key, one in manifest.artifacts.items() if writers else ():
        mine = one.name is None or one.name.split("/")[0].lower() in own
        if one.kind == "dataset" and one.origin == "people" and mine:
            said = Said("origin: people", placed(loaded, ("artifacts", key, "origin")))
            named = ", ".join(writer.name for writer in writers)
            why = f"the manifest says that people made {one.name or key}; {named} is seen"
            yield Contradiction("lineage", one.name or key, (said, *shown_by(writers)), why)


def _licences(loaded: LoadedManifest, compared: Compared) -> Iterator[Contradiction]:
    """A licence that the manifest gives a release, where files name another."""
    for name in dict.fromkeys(one.name for one in compared.licences):
        mine = [one for one in compared.licences if one.name == name]
        at = next(
            number
            for number, one in enumerate(loaded.manifest.releases)
            if name in (one.name, loaded.manifest.artifacts[one.artifact].name)
        )
        said = Said(f"license: {mine[0].declared}", placed(loaded, ("releases", at, "license")))
        texts = ", ".join(dict.fromkeys(one.statement.text for one in mine))
        why = f"the manifest says {mine[0].declared}, files say {texts}"
        yield Contradiction("licence", name, (said, *(said_by(one.statement) for one in mine)), why)


def _days(loaded: LoadedManifest, scan: Scan) -> Iterator[Contradiction]:
    """The day of the one release of the manifest, where pages tell another."""
    releases = loaded.manifest.releases
    if len(releases) != 1 or releases[0].date is None:
        return
    declared = releases[0].date
    told = [(said_by(one), day) for one, day in days_told(scan.found.statements)]
    versions = [(said_by(one), day) for one, day in days_told_of_versions(scan.found.claims)]
    if all(days_apart(day, declared) for _, day in versions):
        told += versions[
            :1
        ]  # the newest; an earlier one of the same day may be the one that the manifest is of
    apart = [one for one, day in told if days_apart(day, declared)]
    if told and len(apart) == len(told):
        said = Said(f"date: {declared}", placed(loaded, ("releases", 0, "date")))
        why = f"the manifest says {declared}, and pages tell another day"
        yield Contradiction("date", RELEASED, (said, *apart), why)
