"""Programs that hand weights on as they came: what such a folder puts out is code, and the weights are parts of it."""

from __future__ import annotations

import pathlib
from dataclasses import replace

from compliance.acquire.found import Found
from compliance.acquire.package import is_package
from compliance.acquire.prose.upstreams import is_guess
from compliance.intake.registry_words import RegistryWords
from compliance.model.declared.sighting import Published, Sighting

_CARRIED = ("unknown-use", "component")
"""Uses that make nothing of weights: they are fetched, or shipped along."""


def as_program(found: Found, folder: pathlib.Path, known: RegistryWords) -> Found:
    """What was found, where the folder is such a program: the weights are its parts; else as it was.

    A package lies there, no page tells of a model or of rows, and nothing shows that any were made: no training, no
    rows, no base. What a file of weights says of itself is then told of a part, and not of what is released.
    """
    if not _carries(found, folder, known):
        return found
    labels = {one.place.file: one for one in found.published}
    found.sightings = [_part(one, labels.get(one.place.file), known) for one in found.sightings]
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


def _is_weights(one: Sighting, known: RegistryWords) -> bool:
    """Whether a thing is weights that can be carried, and no hosted model that is called."""
    record = known(one.name)
    return (record.kind if record is not None else one.kind) == "model"


def _carries(found: Found, folder: pathlib.Path, known: RegistryWords) -> bool:
    headers = {one.place.file for one in found.published if _is_header(one)}
    told = [one for one in found.sightings if one.is_lineage and one.place.file not in headers]
    carried = [one for one in told if one.relation in _CARRIED and _is_weights(one, known)]
    made = [one for one in told if one.relation not in _CARRIED and not is_guess(one)]
    return (
        bool(carried or headers)
        and not made
        and not found.makes_weights
        and all(map(_is_header, found.published))
        and folder.is_dir()
        and any(is_package(one.name) for one in folder.iterdir())
    )


def _is_header(one: Published) -> bool:
    return one.place.file.lower().endswith(".gguf")


def _part(one: Sighting, label: Published | None, known: RegistryWords) -> Sighting:
    """A thing that goes along; what a header names went into the weights that it heads."""
    if label is not None:
        return replace(one, into=label.name)
    if one.relation == "unknown-use" and _is_weights(one, known):
        return replace(one, relation="component")
    return one
