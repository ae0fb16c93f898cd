"""Data that models wrote by or for the provider, as part 2.5 of the European template tells it from processing."""

from __future__ import annotations

from compliance.decide.disclose.answers import Answers, all_of, kinds_of, of_release, of_source, place_of
from compliance.decide.disclose.material import Data, Material
from compliance.model.answered.disclosure import Said
from compliance.model.declared.lineage import Artifact
from compliance.model.names.resolved import HOSTS, OWN_ROUTES

_PROCESSING = {"convert", "filter"}
"""Steps in which a model adds no content of its own."""


def is_synthetic(data: Data) -> bool:
    """Whether a model wrote it for the publisher itself."""
    return bool(data.writers) and data.artifact.made_here


def synthetic(material: Material) -> Answers:
    """Part 2.5: who wrote data by or for the provider, and who only processed it."""
    made = [data for data in material.own() if is_synthetic(data)]
    writers = material.writers(made) | material.teachers
    if not writers:
        return of_release(
            material,
            "release.synthetic_made",
            "Machine-written data was made by or for the provider: {value}",
        )
    only_read = {key: one for key, one in writers.items() if all(_only_processes(data, key) for data in made)}
    wrote = {key: one for key, one in writers.items() if key not in only_read or key in material.teachers}
    told = (
        "Machine-written data was made by or for the provider."
        if wrote
        else "None: models only transcribed or cleaned data, which the template does not ask for here."
    )
    named = (
        Said(told, "manifest"),
        *(Said(_writer(one), place_of(one)) for one in wrote.values()),
        *(
            Said(
                f"{_writer(one)}: only transcribed or cleaned data, which is not asked for here",
                place_of(one),
            )
            for key, one in only_read.items()
            if key not in wrote
        ),
    )
    own = [one for one in wrote.values() if one.made_here and not one.resolved]
    described = [of_source(material, Data(one, ""), "source.described", "own model: {value}") for one in own]
    kinds = (kinds_of(material, data) for data in made if wrote.keys() & data.writers.keys())
    return all_of([(named, ()), *kinds, *described])


def _only_processes(data: Data, writer: str) -> bool:
    """Whether a model only transcribed or cleaned what a set holds, in every step that made it."""
    if writer not in data.writers:
        return True
    head = writer.partition("#")[0]
    kinds = {
        step.kind
        for step in data.made_by.values()
        if any(
            head in (name, name.partition("#")[0])
            for given in step.inputs.values()
            for item in given
            for name in item.named
        )
    }
    return bool(kinds) and kinds <= _PROCESSING


def _writer(artifact: Artifact) -> str:
    how = ""
    if artifact.kind == "service" and artifact.provider:
        # Through which channel it was called is the provider's only where the manifest says so.
        host = (
            artifact.provider if artifact.route in OWN_ROUTES else HOSTS.get(artifact.route, artifact.route)
        )
        how = ", hosted, it is not said by whom" if host == "unknown" else f", hosted by {host}"
    return f"{artifact.name}{f' of {artifact.developer}' if artifact.developer else ''}{how}"
