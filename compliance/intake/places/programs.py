"""Programs that run weights or ask models as they came: such a folder puts out code, and these are parts of it."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence
from dataclasses import replace

from compliance.acquire.found import Found
from compliance.acquire.names import is_hub_name
from compliance.acquire.page.sentences import GUESS
from compliance.acquire.walk import TextFile
from compliance.intake.naming.registry_words import RegistryWords
from compliance.intake.places.making import is_front, is_header, is_marked, makes
from compliance.model.declared.sighting import Published, Sighting

MOST_PATH = 200
MOST_NAMED = 8
"""A page that names more things than that looks over what there is, and not what the program runs."""


def as_program(
    found: Found, folder: pathlib.Path, known: RegistryWords, files: Sequence[TextFile] = ()
) -> Found:
    """What was found, where the folder is such a program: what it runs are its parts; else as it was.

    A package, a container or a server lies there, no page tells of a model or of rows, and nothing shows that any were
    made: no training, no rows, no words on it. What a file of weights says of itself is then told of a part, and not of
    what is released.
    """
    if not _carries(found, folder, files):
        return found
    found.headed |= {one.name.rstrip("/") for one in found.sightings if _lies_here(one, folder)}
    labels = {one.place.file: one for one in found.published}
    surveys = _surveys(found.sightings)
    found.sightings = [_part(one, labels.get(one.place.file), known, surveys) for one in found.sightings]
    found.sightings += [
        Sighting(
            one.name,
            "component",
            one.place,
            "weights",
            "header of weights",
            kind="model",
            licence=one.licence,
        )
        for one in labels.values()
    ]
    found.published, found.is_program = [], True
    return found


def _lies_here(one: Sighting, folder: pathlib.Path) -> bool:
    """Whether code names a folder or file that lies here, and no name of a hub."""
    path = pathlib.PurePosixPath(one.name)
    inside = not path.is_absolute() and ".." not in path.parts and len(path.parts) > 1
    return one.source == "code" and inside and len(one.name) < MOST_PATH and (folder / path).exists()


def _is_weights(one: Sighting, known: RegistryWords) -> bool:
    """Whether a thing is weights that can be carried, and no hosted model that is called."""
    record = known(one.name)
    if record is not None:
        return record.kind == "model"
    by_library = one.kind is None and one.provider is None and is_hub_name(one.name) and one.source == "code"
    return one.kind == "model" or by_library


def _carries(found: Found, folder: pathlib.Path, files: Sequence[TextFile]) -> bool:
    """Whether the folder runs or holds something, makes nothing, and is marked as a program."""
    runs = any(one.is_lineage and one.source != "document" for one in found.sightings)
    return (
        (runs or any(is_header(one.place.file) for one in found.published))
        and all(is_header(one.place.file) for one in found.published)
        and is_marked(folder, files)
        and not makes(found, files)
    )


def _surveys(sightings: Sequence[Sighting]) -> frozenset[str]:
    """Pages beside the first one that name so many things that they look over what there is."""
    named: dict[str, set[str]] = {}
    for one in sightings:
        if "prose" in one.how and not is_front(one.place.file):
            named.setdefault(one.place.file, set()).add(one.name.lower())
    return frozenset(file for file, names in named.items() if len(names) > MOST_NAMED)


def _part(one: Sighting, label: Published | None, known: RegistryWords, surveys: frozenset[str]) -> Sighting:
    """A thing that goes along; what a header names went into the weights that it heads."""
    if label is not None:
        return replace(one, into=label.name)
    if not one.is_lineage:
        return one
    if "prose" in one.how:
        record = known(one.name)
        is_data = (record.kind if record is not None else one.kind) == "dataset"
        if one.place.file in surveys or (is_data and not is_front(one.place.file)):
            return replace(one, relation="none")  # no program runs rows for that a page speaks of them
        return replace(one, relation="unknown-use", how=GUESS, sure=None)
    return replace(one, relation="component" if _is_weights(one, known) else "unknown-use")
