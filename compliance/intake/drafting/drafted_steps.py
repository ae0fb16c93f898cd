"""Steps of a draft: how one is put together, and those of a program that runs what others made."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from compliance.intake.drafting.drafted import Draft, Entry
from compliance.intake.released.releases import Released
from compliance.intake.upstreams import Upstream

INTO_MODEL = {"base": "base", "adapter": "adapter", "component": "component", "unknown-use": "unknown"}
"""Relations of what goes into weights or a program, and the roles that stand for them."""


def step_of(key: str, kind: str, inputs: Mapping[str, object], output: str, of: Sequence[Upstream]) -> Entry:
    """A step with the places of what goes into it."""
    places = tuple(dict.fromkeys(one.first.place for one in of))
    files = ", ".join(dict.fromkeys(place.file for place in places))
    told = {role: ids[0] if isinstance(ids, list) and len(ids) == 1 else ids for role, ids in inputs.items()}
    return Entry(key, {"kind": kind, "inputs": told, "outputs": output}, files, places)


def put_in(program: Released, parts: Sequence[Upstream], draft: Draft, lying: Collection[str] = ()) -> None:
    """A program with what goes along, and with the weights that its code loads where it runs; `lying` is here."""
    loaded = [one for one in parts if one.relation == "component" and _is_loaded(one, lying)]
    output = draft.id_of(program.name, "code")
    inputs: dict[str, list[str]] = {}
    along = [one for one in parts if one not in loaded]
    for one in along:
        inputs.setdefault(INTO_MODEL.get(one.relation, "unknown"), []).append(
            draft.id_of(one.name, one.kind or "model")
        )
    if inputs:
        entry = step_of("put-in", "bundle", inputs, output, along)
        told = f"{entry.confirm}; of kind fetch, if whoever runs it loads the weights"
        draft.steps.append(Entry(entry.key, entry.fields, told, entry.places))
    if loaded:
        entry = step_of(
            "load",
            "fetch",
            {"component": [draft.id_of(one.name, one.kind or "model") for one in loaded]},
            output,
            loaded,
        )
        told = f"{entry.confirm}; of kind bundle, if the weights are handed out along with it"
        draft.steps.append(Entry(entry.key, entry.fields, told, entry.places))


def _is_loaded(one: Upstream, lying: Collection[str]) -> bool:
    """Whether code or settings name weights, and nothing puts them beside the program before it runs."""
    files = [
        each.place.file.rsplit("/", 1)[-1].lower() for each in one.sightings if each.source != "document"
    ]
    here = any(
        each.source == "weights"
        or each.name.rstrip("/") in lying
        or (each.source == "config" and each.place.file.rpartition("/")[0] in lying)
        for each in one.sightings
    )
    return not here and not any(
        file.endswith((".sh", ".bash", "makefile", "justfile")) or "dockerfile" in file for file in files
    )
