"""Packs, texts, definitions, facts and registry: YAML folders to one `Knowledge`, all faults at once.

Checked documents are cached as JSON under the user's cache folder, keyed by the content of every file, so that a
warm start parses no YAML. A missing, stale or damaged cache only costs time.
"""

from __future__ import annotations

import hashlib
import json
import os
import pathlib
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from compliance.errors import Fault, FaultCollector, InputError, PackError
from compliance.load.references import check_packs
from compliance.load.validate import validate
from compliance.load.yaml_reader import read_yaml
from compliance.model.instrument import Instrument
from compliance.model.knowledge import Knowledge, Registry
from compliance.model.location import Location
from compliance.model.registry import Datasets, Licences, Models, Providers, Relations
from compliance.model.report import PackUsed
from compliance.model.rule import Definition, Definitions, FactCatalogue, FactEntry, Pack
from compliance.resources import policies_folder, rules_folder
from compliance.version import __version__

_REGISTRY: dict[str, type[BaseModel]] = {
    "relations": Relations, "providers": Providers, "models": Models, "services": Models, "datasets": Datasets,
    "licences": Licences,
}  # fmt: skip


BUNDLED = ("rules", "policies")
"""Names under which the bundled folders stand in reports; further folders get others."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """One checked file."""

    path: pathlib.Path
    shown: str
    sha256: str
    value: Any
    locate: Any = None


def load_packs(extra: Sequence[pathlib.Path] = (), *, bundled: bool = True, cache: bool = True) -> Knowledge:
    """Load the bundled packs and further folders of packs.

    Raises `PackError` with every fault in every file. `cache=False` reads everything anew, with places for all faults.
    """
    roots = [(rules_folder(), "rules"), (policies_folder(), "policies")] if bundled else []
    roots += _named(extra)
    files = [
        (path, f"{name}/{path.relative_to(root).as_posix()}")
        for root, name in roots
        for path in _yaml_files(root)
    ]
    contents = {path: _content(path) for path, _ in files}
    digests = {path: hashlib.sha256(content).hexdigest() for path, content in contents.items()}
    key = hashlib.sha256(__version__.encode())
    for path, shown in files:
        key.update(f"{shown}\0{digests[path]}\n".encode())
    loaded = _cached(key.hexdigest(), files, digests) if cache else None
    if loaded is None:
        loaded = _read_all(files, contents, digests)
        if cache:
            _keep(key.hexdigest(), loaded)
    return assemble(loaded)


def _named(folders: Sequence[pathlib.Path]) -> list[tuple[pathlib.Path, str]]:
    """Each folder with its own name for reports, numbered where two would be called the same."""
    named: dict[str, pathlib.Path] = {}
    for folder in dict.fromkeys(pathlib.Path(os.path.realpath(each)) for each in folders):
        name, number = folder.name, 1
        while name in (*BUNDLED, *named):
            name, number = f"{folder.name}-{number + 1}", number + 1
        named[name] = folder
    return [(folder, name) for name, folder in named.items()]


def _content(path: pathlib.Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise PackError(Fault(None, f"cannot read {path}: {reason}", "give files that can be read")) from None


def _yaml_files(root: pathlib.Path) -> list[pathlib.Path]:
    """The YAML files of a folder of packs; one that holds none is a mistake, not an empty pack."""
    if not root.is_dir():
        raise PackError(Fault(None, f"there is no folder {root}", "give a folder that holds rule packs"))
    found = sorted(path for path in root.rglob("*.yaml") if "_schema" not in path.relative_to(root).parts)
    if not found:
        raise PackError(Fault(None, f"no YAML file lies in {root}", "give a folder that holds rule packs"))
    return found


def _shape_of(path: pathlib.Path, content: bytes) -> type[BaseModel]:
    """The shape of a document, by its top-level keys; registry files by their name."""
    if path.parent.name == "registry" and path.stem in _REGISTRY:
        return _REGISTRY[path.stem]
    for line in content.split(b"\n"):
        head = line.split(b":", 1)[0]
        if head in (b"pack", b"rules"):
            return Pack
        if head == b"definitions":
            return Definitions
        if head == b"facts":
            return FactCatalogue
        if head == b"policy":
            return Instrument
        if head in (b"traits", b"words"):
            return Licences
        if head in _REGISTRY_KEYS:
            return _REGISTRY[head.decode()]
    return Pack


_REGISTRY_KEYS = tuple(name.encode() for name in _REGISTRY)


def _read_all(
    files: Iterable[tuple[pathlib.Path, str]],
    contents: dict[pathlib.Path, bytes],
    digests: dict[pathlib.Path, str],
) -> list[Loaded]:
    faults, loaded = FaultCollector(), []
    for path, shown in files:
        try:
            document = read_yaml(path, name=shown)
        except InputError as error:
            faults.extend(error.faults)
            continue
        value = validate(document, _shape_of(path, contents[path]), collector=faults)
        if value is not None:
            loaded.append(Loaded(path, shown, digests[path], value, document.marks.of))
    faults.raise_if_any(PackError)
    check_packs(loaded, faults)
    faults.raise_if_any(PackError)
    return loaded


_KEPT = 8  # sets of packs that are cached side by side


def _cache_file(key: str) -> pathlib.Path:
    named = os.environ.get("XDG_CACHE_HOME")
    base = pathlib.Path(named) if named else pathlib.Path("~/.cache").expanduser()
    return base / "compliance" / f"packs-{key[:32]}.json"


def _cached(
    key: str, files: list[tuple[pathlib.Path, str]], digests: dict[pathlib.Path, str]
) -> list[Loaded] | None:
    try:
        stored = json.loads(_cache_file(key).read_bytes())
        kinds: list[type[BaseModel]] = [*_REGISTRY.values(), Pack, Definitions, FactCatalogue, Instrument]
        shapes = {kind.__name__: kind for kind in kinds}
        return [
            Loaded(path, shown, digests[path], shapes[stored[shown][0]].model_validate(stored[shown][1]))
            for path, shown in files
        ]
    except (OSError, ValueError, KeyError, IndexError, TypeError, ValidationError):
        return None


def _keep(key: str, loaded: list[Loaded]) -> None:
    """Write the cache atomically; where that is not possible, do without."""
    target = _cache_file(key)
    data = {
        one.shown: [
            type(one.value).__name__,
            one.value.model_dump(mode="json", by_alias=True, exclude_unset=True),
        ]
        for one in loaded
    }
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=target.parent, delete=False, encoding="utf-8") as stream:
            json.dump(data, stream, separators=(",", ":"))
        pathlib.Path(stream.name).replace(target)
        by_age = sorted(target.parent.glob("packs-*.json"), key=lambda kept: kept.stat().st_mtime)
        for old in by_age[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def assemble(loaded: Sequence[Loaded]) -> Knowledge:
    """One value out of all checked documents."""
    of: dict[type[BaseModel], list[Loaded]] = {}
    for one in loaded:
        of.setdefault(type(one.value), []).append(one)

    def values(shape: type[BaseModel]) -> list[Any]:
        return [one.value for one in of.get(shape, [])]

    def records(shape: type[BaseModel]) -> list[Any]:
        """Registry files, further packs first: among records the first match wins, so that users can correct them."""
        ordered = sorted(of.get(shape, []), key=lambda one: one.shown.split("/")[0] in BUNDLED)
        return [one.value for one in ordered]

    definitions: dict[str, Definition] = {k: v for d in values(Definitions) for k, v in d.definitions.items()}
    facts: dict[str, FactEntry] = {k: v for d in values(FactCatalogue) for k, v in d.facts.items()}
    relations = values(Relations)
    if not relations:
        raise PackError(Fault(None, "the packs hold no table of relations", "load the bundled packs as well"))
    registry = Registry(
        relations=relations[-1],
        providers={k: v for d in values(Providers) for k, v in d.providers.items()},
        models=tuple(m for d in records(Models) for m in d.models),
        services=tuple(s for d in records(Models) for s in d.services),
        datasets=tuple(r for d in records(Datasets) for r in d.datasets),
        licences={record.id: record for d in values(Licences) for record in d.licences},
        words=tuple(d.words for d in values(Licences)),
    )
    return Knowledge(
        packs=tuple(values(Pack)),
        instruments={i.id: i for i in values(Instrument)},
        definitions=definitions,
        facts=facts,
        registry=registry,
        used=tuple(_used(one) for one in loaded),
    )


def _used(one: Loaded) -> PackUsed:
    if isinstance(one.value, Pack):
        head = one.value.pack
        return PackUsed(head.id, head.version, one.shown, one.sha256, len(one.value.rules))
    name = one.value.id if isinstance(one.value, Instrument) else one.path.stem
    version = one.value.verified_on if isinstance(one.value, Instrument) else ""
    return PackUsed(name, version, one.shown, one.sha256, 0)


def place(one: Loaded, *path: str | int) -> Location | None:
    """Where a key path of a loaded file stands; None for files from the cache."""
    return one.locate(tuple(path)) if one.locate else None
