"""Names that two records of one registry both claim: nobody could say which is meant."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.model.known.knowledge import Registry
from compliance.model.names.catalogue import AnyEntry, Kind
from compliance.model.names.template import expansions
from compliance.model.words.spelling import split_organisation
from compliance.resolve.names.lookup import Names


def overlaps(registry: Registry, above: int = -1) -> Iterator[tuple[Kind, str, str, str]]:
    """Kind, name with or without its organisation, and the two records that claim it; open places are sampled.

    Of records in the layers above one alone: those of a user's folders (0), without the bundled ones.
    """
    names = Names(registry)
    kinds: tuple[Kind, ...] = ("model", "dataset", "service")
    for kind in kinds:
        for located in registry.catalogue.all(kind):
            if located.layer <= above:
                continue
            for organisation, name in _said(located.entry):
                found = names.claims(kind, organisation, name, located.layer)
                others = [one.entry for one in found if one.entry.id != located.entry.id]
                if others and len(others) < len(found):
                    yield (
                        kind,
                        f"{organisation}/{name}" if organisation else name,
                        located.entry.id,
                        others[0].id,
                    )


def _said(entry: AnyEntry) -> Iterator[tuple[str | None, str]]:
    for text in (*entry.names, *entry.aliases):
        organisation, _ = split_organisation(text)
        for sample in expansions(text, entry.slots, 60):
            yield organisation, sample
            if organisation is not None:
                yield None, sample
