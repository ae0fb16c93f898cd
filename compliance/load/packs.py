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
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from compliance.errors import Fault, FaultCollector, InputError, PackError
from compliance.load.references import BUNDLED, check_packs
from compliance.load.validate import validate
from compliance.load.yaml_reader import read_yaml
from compliance.model.catalogue import Catalogue, Index, Shelf, index_of
from compliance.model.instrument import Instrument
from compliance.model.knowledge import Knowledge, Registry
from compliance.model.location import Location
from compliance.model.on_demand import OnDemand
from compliance.model.records import Providers, Records
from compliance.model.registry import Licences, Relations
from compliance.model.report import PackUsed
from compliance.model.rule import Definitions, FactCatalogue, Pack
from compliance.model.substitutes import Substitutes
from compliance.resources import policies_folder, rules_folder
from compliance.version import __version__

_BY_KEY: dict[bytes, type[BaseModel]] = {
    b"pack": Pack, b"rules": Pack, b"definitions": Definitions, b"facts": FactCatalogue, b"policy": Instrument,
    b"relations": Relations, b"licences": Licences, b"traits": Licences, b"words": Licences,
    b"providers": Providers, b"routes": Providers, b"parties": Records,
    b"models": Records, b"datasets": Records, b"services": Records, b"substitutes": Substitutes,
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
    files = [(path, shown) for path, shown in files if not tells_situations(contents[path])]
    digests = {path: hashlib.sha256(content).hexdigest() for path, content in contents.items()}
    key = hashlib.sha256(__version__.encode())
    for path, shown in files:
        key.update(f"{shown}\0{digests[path]}\n".encode())
    cached = _cached(key.hexdigest(), files, digests) if cache else None
    if cached is not None:
        return assemble(*cached)
    loaded = _read_all(files, contents, digests)
    index = index_of(_shelves(loaded))
    if cache:
        _keep(key.hexdigest(), loaded, index)
    return assemble(loaded, index)


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


_OF_SITUATIONS = (b"situations", b"exempt", b"survives")


def tells_situations(content: bytes) -> bool:
    """Whether a document holds situations, which may lie beside the rules that they test."""
    heads = (line.split(b":", 1)[0] for line in content.split(b"\n"))
    return next((head for head in heads if head in (*_OF_SITUATIONS, *_BY_KEY)), b"") in _OF_SITUATIONS


def _shape_of(content: bytes) -> type[BaseModel]:
    """The shape of a document, by its top-level keys."""
    heads = (line.split(b":", 1)[0] for line in content.split(b"\n"))
    return next((_BY_KEY[head] for head in heads if head in _BY_KEY), Pack)


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
        value = validate(document, _shape_of(contents[path]), collector=faults)
        if value is not None:
            loaded.append(Loaded(path, shown, digests[path], value, document.marks.of))
    faults.raise_if_any(PackError)
    check_packs(loaded, faults)
    faults.raise_if_any(PackError)
    return loaded


_KEPT = 8  # sets of packs that are cached side by side


@dataclass(frozen=True, slots=True)
class _Stored:
    """Records as they lie in the cache; read when a name asks for them."""

    text: str

    def read(self) -> Records:
        """The records."""
        return Records.model_validate_json(self.text)


@dataclass(frozen=True, slots=True)
class _StoredText:
    """A described text as it lies in the cache; read when a rule cites it."""

    id: str
    verified_on: str
    text: str

    def read(self) -> Instrument:
        """The description."""
        return Instrument.model_validate_json(self.text)


def _cache_file(key: str) -> pathlib.Path:
    named = os.environ.get("XDG_CACHE_HOME")
    base = pathlib.Path(named) if named else pathlib.Path("~/.cache").expanduser()
    return base / "compliance" / f"packs-{key[:32]}.json"


def _cached(
    key: str, files: list[tuple[pathlib.Path, str]], digests: dict[pathlib.Path, str]
) -> tuple[list[Loaded], Index] | None:
    try:
        stored = json.loads(_cache_file(key).read_bytes())
        shapes = {kind.__name__: kind for kind in _BY_KEY.values()}

        def value(shown: str) -> Any:
            shape, held = stored["files"][shown]
            if shape == Instrument.__name__:
                return _StoredText(*held)
            return _Stored(held) if shape == Records.__name__ else shapes[shape].model_validate(held)

        return [Loaded(path, shown, digests[path], value(shown)) for path, shown in files], stored["index"]
    except (OSError, ValueError, KeyError, IndexError, TypeError, ValidationError):
        return None


def _keep(key: str, loaded: list[Loaded], index: Index) -> None:
    """Write the cache atomically; where that is not possible, do without."""
    target = _cache_file(key)
    data = {"index": index, "files": {one.shown: _dump(one.value) for one in loaded}}
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


def _dump(value: BaseModel) -> list[Any]:
    held: Any = value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if isinstance(value, Records | Instrument):
        held = json.dumps(held, separators=(",", ":"))
    if isinstance(value, Instrument):
        held = [value.id, value.verified_on, held]
    return [type(value).__name__, held]


def _shelves(loaded: Sequence[Loaded]) -> tuple[Shelf, ...]:
    """Files of records, each with its layer: those of further folders stand above the bundled ones."""
    layers: dict[str, int] = {}
    found = []
    for one in loaded:
        if isinstance(one.value, Records | _Stored):
            root = one.shown.split("/")[0]
            layer = 0 if root in BUNDLED else layers.setdefault(root, len(layers) + 1)
            found.append(Shelf(one.shown, layer, _reader(one.value)))
    return tuple(found)


def _reader(value: Any) -> Callable[[], Any]:
    return value.read if isinstance(value, _Stored | _StoredText) else lambda: value


def assemble(loaded: Sequence[Loaded], index: Index | None = None) -> Knowledge:
    """One value out of all checked documents; `index` is that of their records, made anew if absent."""
    of: dict[type[BaseModel], list[Any]] = {}
    for one in loaded:
        of.setdefault(type(one.value), []).append(one.value)

    relations: list[Relations] = of.get(Relations, [])
    if not relations:
        raise PackError(Fault(None, "the packs hold no table of relations", "load the bundled packs as well"))
    shelves = _shelves(loaded)
    texts = [one.value for one in loaded if isinstance(one.value, Instrument | _StoredText)]
    providers: list[Providers] = of.get(Providers, [])
    registry = Registry(
        relations=relations[-1],
        providers={k: v for d in providers for k, v in d.providers.items()},
        words=tuple(d.words for d in of.get(Licences, [])),
        licences={record.id: record for d in of.get(Licences, []) for record in d.licences},
        catalogue=Catalogue(shelves, index_of(shelves) if index is None else index),
        routes=tuple(route for d in providers for route in d.routes),
        substitutes=tuple(of.get(Substitutes, [])),
    )
    return Knowledge(
        packs=tuple(of.get(Pack, [])),
        instruments=OnDemand({text.id: _reader(text) for text in texts}),
        definitions={k: v for d in of.get(Definitions, []) for k, v in d.definitions.items()},
        facts={k: v for d in of.get(FactCatalogue, []) for k, v in d.facts.items()},
        registry=registry,
        used=_used(loaded),
    )


def _used(loaded: Sequence[Loaded]) -> tuple[PackUsed, ...]:
    """What a report names: every file, the bundled records of names as one."""
    names = hashlib.sha256()
    used = []
    for one in loaded:
        if isinstance(one.value, Records | _Stored) and one.shown.split("/")[0] in BUNDLED:
            names.update(f"{one.shown}\0{one.sha256}\n".encode())
        else:
            used.append(_pack_used(one))
    whole = PackUsed("registry", "", "policies/registry", names.hexdigest(), 0)
    return (*used, whole) if len(used) < len(loaded) else tuple(used)


def _pack_used(one: Loaded) -> PackUsed:
    if isinstance(one.value, Pack):
        head = one.value.pack
        return PackUsed(head.id, head.version, one.shown, one.sha256, len(one.value.rules))
    is_text = isinstance(one.value, Instrument | _StoredText)
    name = one.value.id if is_text else one.path.stem
    version = one.value.verified_on if is_text else ""
    return PackUsed(name, version, one.shown, one.sha256, 0)


def place(one: Loaded, *path: str | int) -> Location | None:
    """Where a key path of a loaded file stands; None for files from the cache."""
    return one.locate(tuple(path)) if one.locate else None
