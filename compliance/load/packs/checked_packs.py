"""Files of packs as checked values, and the values as one `Knowledge`: what a warm start does without."""

from __future__ import annotations

import hashlib
import pathlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from compliance.errors import Fault, FaultCollector, InputError, PackError
from compliance.load.documents.validate import validate
from compliance.load.documents.yaml_reader import MAX_BYTES, parse_yaml, read_yaml
from compliance.load.packs.knowledge import BUNDLED
from compliance.load.packs.lengths import refuse_long_lists
from compliance.load.packs.references import check_packs
from compliance.model.known.knowledge import Knowledge, PackUsed, Registry
from compliance.model.names.catalogue import Catalogue, Shelf
from compliance.model.names.licence_words import Wording, keys_of
from compliance.model.names.records import Providers, Records
from compliance.model.names.registry import Licences, Relations
from compliance.model.names.set_words import words_of_licences
from compliance.model.names.substitutes import Substitutes
from compliance.model.packs.costs import Costs
from compliance.model.packs.instrument import Instrument
from compliance.model.packs.rule import Definitions, FactCatalogue, Pack

_BY_KEY: dict[str, type[BaseModel]] = {
    "pack": Pack, "rules": Pack, "definitions": Definitions, "facts": FactCatalogue, "policy": Instrument,
    "relations": Relations, "licences": Licences, "traits": Licences, "words": Licences,
    "providers": Providers, "routes": Providers, "parties": Records,
    "models": Records, "datasets": Records, "services": Records, "substitutes": Substitutes,
    "costs": Costs,
}  # fmt: skip
"""A key at the top of a document that tells its shape."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """One checked file."""

    path: pathlib.Path
    shown: str
    sha256: str
    value: Any
    locate: Any = None


def _shape_of(data: Any) -> type[BaseModel]:
    """The shape of a document, by its top-level keys."""
    heads = data if isinstance(data, dict) else ()
    return next((_BY_KEY[head] for head in heads if head in _BY_KEY), Pack)


def read_all(
    files: Sequence[tuple[str, str]], contents: Sequence[bytes], digests: Sequence[str]
) -> list[Loaded]:
    """Read and check files whose contents are at hand. Raises `PackError` with every fault in every file."""
    loaded, faults = read_each(files, contents, digests), FaultCollector()
    check_packs(loaded, faults)
    faults.raise_if_any(PackError)
    return loaded


def read_each(
    files: Sequence[tuple[str, str]], contents: Sequence[bytes], digests: Sequence[str]
) -> list[Loaded]:
    """Read files, and do not look yet for what one refers to in another. Raises `PackError` with every fault."""
    faults, loaded = FaultCollector(), []
    for (name, shown), content, digest in zip(files, contents, digests, strict=True):
        one = read_one(pathlib.Path(name), shown, content, digest, faults)
        if one is not None:
            loaded.append(one)
    faults.raise_if_any(PackError)
    return loaded


def read_one(
    path: pathlib.Path, shown: str, content: bytes, digest: str, faults: FaultCollector
) -> Loaded | None:
    """Read and check one file, whose faults are collected; None where it has any."""
    try:
        # What was hashed is what is read, whatever happens to the file meanwhile.
        fits = len(content) <= MAX_BYTES
        document = parse_yaml(content, shown) if fits else read_yaml(path, name=shown)
    except InputError as error:
        faults.extend(error.faults)
        return None
    if refuse_long_lists(document, faults):
        return None
    value = validate(document, _shape_of(document.data), collector=faults)
    return None if value is None else Loaded(path, shown, digest, value, document.marks.of)


def _shelves(loaded: Sequence[Loaded]) -> tuple[Shelf, ...]:
    """Files of records, each with its layer: those of further folders stand above the bundled ones."""
    layers: dict[str, int] = {}
    found = []
    for one in loaded:
        if isinstance(one.value, Records):
            root = one.shown.split("/")[0]
            layer = 0 if root in BUNDLED else layers.setdefault(root, len(layers) + 1)
            found.append(Shelf(one.shown, layer, _held(one.value)))
    return tuple(found)


def _held(value: Any) -> Callable[[], Any]:
    return lambda: value


def assemble(loaded: Sequence[Loaded]) -> Knowledge:
    """One value out of all checked documents."""
    of: dict[type[BaseModel], list[Any]] = {}
    for one in loaded:
        of.setdefault(type(one.value), []).append(one.value)

    relations: list[Relations] = of.get(Relations, [])
    if not relations:
        raise PackError(Fault(None, "the packs hold no table of relations", "load the bundled packs as well"))
    words = tuple(d.words for d in of.get(Licences, []))
    licences = {record.id: record for d in of.get(Licences, []) for record in d.licences}
    texts = [one.value for one in loaded if isinstance(one.value, Instrument)]
    providers: list[Providers] = of.get(Providers, [])
    further = [one.value for one in loaded if one.shown.split("/")[0] not in BUNDLED]
    registry = Registry(
        relations=relations[-1],
        providers={k: v for d in providers for k, v in d.providers.items()},
        words=words,
        licences=licences,
        licence_keys=keys_of(licences.values(), Wording(words)),
        catalogue=Catalogue.indexed(_shelves(loaded)),
        routes=tuple(route for d in providers for route in d.routes),
        substitutes=tuple(of.get(Substitutes, [])),
        set_words=words_of_licences(licences, {text.id: text for text in texts}),
        own_providers=tuple(key for one in further if isinstance(one, Providers) for key in one.providers),
        own_routes=tuple(each.prefix for one in further if isinstance(one, Providers) for each in one.routes),
        own_substitutes=tuple(
            each.name for one in further if isinstance(one, Substitutes) for each in one.substitutes
        ),
        own_licences=tuple(each.id for one in further if isinstance(one, Licences) for each in one.licences),
    )
    return Knowledge(
        packs=tuple(of.get(Pack, [])),
        instruments={text.id: text for text in texts},
        definitions={k: v for d in of.get(Definitions, []) for k, v in d.definitions.items()},
        facts={k: v for d in of.get(FactCatalogue, []) for k, v in d.facts.items()},
        registry=registry,
        used=_used(loaded),
        costs=tuple(of.get(Costs, [])),
    )


def _used(loaded: Sequence[Loaded]) -> tuple[PackUsed, ...]:
    """What a report names: every file, the bundled records of names as one."""
    names = hashlib.sha256()
    used = []
    for one in loaded:
        if isinstance(one.value, Records) and one.shown.split("/")[0] in BUNDLED:
            names.update(f"{one.shown}\0{one.sha256}\n".encode())
        else:
            used.append(_pack_used(one))
    whole = PackUsed("registry", "", "policies/registry", names.hexdigest(), 0)
    return (*used, whole) if len(used) < len(loaded) else tuple(used)


def _pack_used(one: Loaded) -> PackUsed:
    if isinstance(one.value, Pack):
        head = one.value.pack
        return PackUsed(head.id, head.version, one.shown, one.sha256, len(one.value.rules))
    if isinstance(one.value, Instrument):
        return PackUsed(one.value.id, one.value.verified_on, one.shown, one.sha256, 0)
    return PackUsed(one.path.stem, "", one.shown, one.sha256, 0)
