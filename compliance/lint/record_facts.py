"""Facts that a record states: they are in the catalogue, and of the type that it gives them."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.errors import Fault, nearest, shown
from compliance.load.documents.fact_values import wrong_value
from compliance.load.documents.yaml_reader import MAX_FAULTS
from compliance.model.known.knowledge import Knowledge
from compliance.model.names.catalogue import Kind

_KINDS: tuple[Kind, ...] = ("model", "dataset", "service")
_SCOPE = "source."


def record_facts(packs: Knowledge) -> Iterator[Fault]:
    """Facts of models, data sets and services that no rule could ask, or that are stated in another type."""
    told_of = 0
    known = [name.removeprefix(_SCOPE) for name in packs.facts if name.startswith(_SCOPE)]
    for kind in _KINDS:
        for one in packs.registry.catalogue.all(kind):
            for name, value in one.entry.facts.items():
                told = f"{kind} {one.entry.id}: the fact {name!r}"
                entry = packs.facts.get(f"{_SCOPE}{name}")
                if entry is None:
                    near = nearest(name, known) if told_of < MAX_FAULTS else None
                    told_of += 1
                    advice = (
                        f"did you mean {shown(near)}?" if near else "add it to the catalogue, or leave it out"
                    )
                    yield Fault(None, f"{told} is in no catalogue", advice)
                elif wrong := wrong_value(entry, value):
                    yield Fault(None, f"{told}: {wrong[0]}", wrong[1])
