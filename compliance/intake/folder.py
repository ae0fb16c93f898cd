"""Look a folder over: what it releases, what that was made from, where it disagrees with itself, what stays open."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from compliance.acquire.card import ReadProse
from compliance.acquire.found import Found
from compliance.acquire.repository import read_repository
from compliance.intake.asked import Asked, questions
from compliance.intake.contradictions import Contradiction, contradictions
from compliance.intake.registry_words import RegistryWords
from compliance.intake.releases import Released, releases
from compliance.intake.shipped import copies, notices
from compliance.intake.upstreams import Upstream, upstreams
from compliance.model.knowledge import Knowledge
from compliance.model.sighting import Lost, Mention
from compliance.model.spelling import words


@dataclass(frozen=True, slots=True)
class Scan:
    """What was seen in a folder."""

    released: tuple[Released, ...]
    """The main thing first."""
    upstreams: tuple[Upstream, ...]
    contradictions: tuple[Contradiction, ...]
    questions: tuple[Asked, ...]
    lost: tuple[Lost, ...]
    found: Found
    copies: tuple[str, ...] = ()
    """Licences of which the folder holds a copy."""
    notices: tuple[str, ...] = ()
    """Notices that its pages show."""


def prose_reader(known: RegistryWords) -> ReadProse:
    """A reader of paragraphs that knows the registry's names."""
    from compliance.text.mention import mentions

    def read(text: str, section: str) -> list[Mention]:
        return mentions(text, known, section)

    return read


def scan_folder(
    folder: pathlib.Path, knowledge: Knowledge, progress: Callable[[int, int], None] | None = None
) -> Scan:
    """Read a folder and put together what its files say."""
    known = RegistryWords(knowledge.registry)
    repository = read_repository(folder, prose_reader(known), progress)
    scan = put_together(repository.found, folder, known)
    shown = notices(repository.files, knowledge.registry)
    return replace(scan, copies=copies(repository.found.statements), notices=shown)


def put_together(found: Found, folder: pathlib.Path, known: RegistryWords) -> Scan:
    """What sightings and statements come to."""
    released = releases(found, folder, known)
    own = frozenset(_key(one.name) for one in released)
    merged = upstreams(found.sightings, known, own)
    differing = contradictions(found, released, merged, known)
    asked = questions(found, merged, differing, known)
    return Scan(tuple(released), _ordered(merged), tuple(differing), tuple(asked), tuple(found.lost), found)


def _key(name: str) -> str:
    return " ".join(words(name.rsplit("/", 1)[-1]))


def _ordered(merged: Sequence[Upstream]) -> tuple[Upstream, ...]:
    return tuple(sorted(merged, key=lambda one: (one.nested_in is not None, one.first.place)))
