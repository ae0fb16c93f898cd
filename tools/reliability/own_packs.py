"""Changed files of packs beside the files that they speak of, read and then asked about a small manifest."""

from __future__ import annotations

import datetime
import functools
import json
import pathlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import yaml

from compliance import pipeline
from compliance.errors import FaultCollector, PackError
from compliance.load.documents.yaml_reader import parse_yaml
from compliance.load.manifest.manifest import check_manifest
from compliance.load.packs.checked_packs import Loaded, assemble, read_each
from compliance.load.packs.knowledge import BUNDLED
from compliance.load.packs.references import check_packs
from compliance.model.names.records import Providers, Records
from compliance.model.names.registry import Relations
from tools.reliability import seeds
from tools.reliability.mutation import changed, spliced

EVERY = 7
"""One file in so many is changed."""
LARGEST = 30_000
"""Bytes of the largest file that is changed."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BESIDE = re.compile(rb"# beside: (\d+)\n")


@dataclass(frozen=True, slots=True)
class Seed:
    """A file that is changed, and those that it speaks of."""

    tree: Any
    context: tuple[Loaded, ...]


def make(draw: Random) -> bytes:
    """A changed file, more often a small one; its first line says which one it was."""
    number = min(draw.randrange(len(_seeds())), draw.randrange(len(_seeds())))
    tree = changed(draw, _seeds()[number].tree, draw.randint(1, 3))
    written = _written(tree).encode("utf-8", "surrogatepass")
    return f"# beside: {number}\n".encode() + (spliced(draw, written, 1) if draw.random() < 0.1 else written)


def read_alone(content: bytes) -> Sequence[Loaded]:
    """What the file says, whatever it refers to. Raises `PackError`."""
    return read_each([("a.yaml", "own/a.yaml")], [content], [""])


def ask(content: bytes, day: datetime.date) -> object:
    """What the file and those that it speaks of answer. Raises the program's own errors."""
    said = _BESIDE.match(content)
    context = _seeds()[int(said[1]) % len(_seeds())].context if said else ()
    loaded, faults = [*context, *read_alone(content)], FaultCollector()
    check_packs(loaded, faults)
    faults.raise_if_any(PackError)
    knowledge = assemble(loaded)
    names = sorted(seeds.small())
    document = seeds.small()[names[len(content) % len(names)]]
    told = json.dumps(document, default=str).encode()
    return pipeline.check_loaded(check_manifest(parse_yaml(told, "lineage.yaml"), knowledge), knowledge, day)


def _written(tree: Any) -> str:
    """A line for each key at the top, which is how a reader knows what the file holds."""
    if not isinstance(tree, dict):
        return json.dumps(tree, default=str, ensure_ascii=False)
    return "".join(f"{key}: {json.dumps(v, default=str, ensure_ascii=False)}\n" for key, v in tree.items())


@functools.cache
def _seeds() -> tuple[Seed, ...]:
    held = [one for one in _bundled() if one.path.stat().st_size < LARGEST and not _is_frame(one)]
    drawn = sorted(held[::EVERY], key=lambda one: (one.path.stat().st_size, one.path))
    return tuple(Seed(yaml.load(one.path.read_bytes(), Loader=_LOADER), _context(one)) for one in drawn)


@functools.cache
def _bundled() -> tuple[Loaded, ...]:
    files = [
        path for top in BUNDLED for path in sorted((seeds.ROOT / top).rglob("*.yaml"))
        if not {"_schema", "scenarios", "situations"} & set(path.parts)
    ]  # fmt: skip
    shown = [(str(path), path.relative_to(seeds.ROOT).as_posix()) for path in files]
    return tuple(read_each(shown, [path.read_bytes() for path in files], [""] * len(files)))


def _is_frame(one: Loaded) -> bool:
    """What is always there: nothing is read without the relations, and providers are few."""
    return isinstance(one.value, Relations | Providers)


def _context(of: Loaded) -> tuple[Loaded, ...]:
    """The files that a file speaks of, and those that these speak of; records only beside records."""
    found: dict[pathlib.Path, Loaded] = {one.path: one for one in _bundled() if _is_frame(one)}
    with_records = isinstance(of.value, Records)
    waiting: Sequence[Loaded] = [of]
    while waiting:
        words = {word for one in waiting for word in _words(one.path)}
        fresh = [
            one for one in _bundled()
            if one.path not in found and one is not of and words & _names(one)
            and (with_records or not isinstance(one.value, Records))
        ]  # fmt: skip
        found.update((one.path, one) for one in fresh)
        waiting = fresh
    return tuple(found.values())


@functools.cache
def _words(path: pathlib.Path) -> frozenset[str]:
    return frozenset(_texts(yaml.load(path.read_bytes(), Loader=_LOADER)))


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        yield from (text for pair in node.items() for each in pair for text in _texts(each))
    elif isinstance(node, list):
        yield from (text for each in node for text in _texts(each))


@functools.cache
def _names_at(path: pathlib.Path) -> frozenset[str]:
    tree = yaml.load(path.read_bytes(), Loader=_LOADER)
    keyed = ("definitions", "facts", "parties", "substitutes")
    names = {key for field in keyed if isinstance(tree.get(field), dict) for key in tree[field]}
    listed = (one.get("id") for one in tree.get("licences") or () if isinstance(one, dict))
    return frozenset(names | {str(each) for each in listed} | {str(tree.get("id", ""))})


def _names(one: Loaded) -> frozenset[str]:
    return _names_at(one.path)
