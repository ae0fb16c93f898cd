"""What a manifest says against what a folder says: seen and not declared, declared and not seen, contradicted."""

from __future__ import annotations

from dataclasses import dataclass

from compliance.acquire.names import is_hub_name
from compliance.intake.against.same_thing import by_short_name, keys_of
from compliance.intake.folder import Scan
from compliance.intake.naming.identity import identity
from compliance.intake.naming.registry_words import RegistryWords
from compliance.intake.released.releases import Released
from compliance.intake.upstreams import Upstream
from compliance.model.declared.manifest import Artifact, Manifest
from compliance.model.declared.sighting import Statement
from compliance.model.words.spelling import words


@dataclass(frozen=True, slots=True)
class Differing:
    """A licence that the manifest gives, and a statement of the folder that names another."""

    name: str
    declared: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Compared:
    """A manifest beside a scan."""

    both: tuple[Upstream, ...]
    """Declared and seen."""
    undeclared: tuple[Upstream, ...]
    """Seen, and not in the manifest."""
    unseen: tuple[str, ...]
    """Names in the manifest that no file tells of."""
    licences: tuple[Differing, ...]
    mentioned: tuple[Upstream, ...] = ()
    """Named in the folder without words that say what for, and not in the manifest."""


def compare(manifest: Manifest, scan: Scan, known: RegistryWords) -> Compared:
    """Put a manifest and a scan side by side. What only went into another upstream is that one's to declare."""
    own = {one.name for one in scan.released}
    direct = [one for one in scan.upstreams if one.nested_in is None or one.nested_in in own]
    names = {name for artifact in manifest.artifacts.values() for name in names_of(artifact)}
    keys = {key for name in names for key in (*keys_of(name, known), _bare(name))}
    listed = sorted(names)
    both = tuple(one for one in direct if _keys(one, known) & keys or by_short_name(one, listed, known))
    seen = {key for one in (*scan.upstreams,) for key in _keys(one, known)}
    seen |= {key for one in scan.released for key in (identity(one.name, known), _bare(one.name))}
    seen |= {key for one in scan.found.sightings for key in (identity(one.name, known), _bare(one.name))}
    unseen = tuple(
        sorted(
            name for name in names if is_hub_name(name) and not {*keys_of(name, known), _bare(name)} & seen
        )
    )
    mentioned = tuple(
        one for one in scan.mentioned if not (_keys(one, known) & keys or by_short_name(one, listed, known))
    )
    return Compared(
        both,
        tuple(one for one in direct if one not in both),
        unseen,
        tuple(_licences(manifest, scan, known)),
        mentioned,
    )


def names_of(artifact: Artifact) -> tuple[str, ...]:
    """Every name that an artifact of a manifest stands for."""
    documented = getattr(artifact.documented, "generators", None)
    generators = tuple(documented) if isinstance(documented, tuple | list) else ()
    return tuple(
        filter(
            None,
            (
                artifact.name,
                *(artifact.names or ()),
                artifact.serves,
                *generators,
                *(part.name for part in artifact.parts),
            ),
        )
    )


def _bare(name: str) -> tuple[str, ...]:
    return ("", *words(name.rsplit("/", 1)[-1]))


def _keys(one: Upstream, known: RegistryWords) -> set[tuple[str, ...]]:
    named = {one.name, *(each.name for each in one.sightings)}
    return {identity(name, known) for name in named} | ({_bare(one.name)} if one.kind != "service" else set())


def _licences(manifest: Manifest, scan: Scan, known: RegistryWords) -> list[Differing]:
    """Statements on the release that name another licence than the manifest gives or tells of."""
    found: list[Differing] = []
    for released in scan.released:
        for release in manifest.releases:
            name = release.name or manifest.artifacts[release.artifact].name
            if name is None or release.license is None or _bare(name) != _bare(released.name):
                continue
            told = {
                known.licences(text)
                for text in (release.license, *(one.license for one in release.statements))
            }
            found += [Differing(name, release.license, one) for one in _others(released, told, known)]
    return found


def _others(released: Released, told: set[frozenset[str]], known: RegistryWords) -> list[Statement]:
    read = [(one, known.licences(one.text)) for one in released.statements]
    return [one for one, ids in read if ids and ids not in told]
