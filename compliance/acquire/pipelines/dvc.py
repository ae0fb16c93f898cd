"""DVC: stages, their lock, `.dvc` files. What comes from elsewhere is an upstream; rows of no origin are asked."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from compliance.acquire.config import read_leaf
from compliance.acquire.found import Found
from compliance.acquire.names import hub_name, is_remote
from compliance.acquire.operated.shell import read_shell
from compliance.acquire.prose.upstreams import ReadProse
from compliance.acquire.tree import Placed, line_of, mapping, mappings, texts
from compliance.model.declared.sighting import Sighting
from compliance.model.shapes.location import Location

_CODE = (".py", ".sh", ".ipynb", ".r", ".yaml", ".yml", ".toml", ".cfg", ".ini", ".js", ".ts", ".sql", ".md", ".txt",
         ".lock", ".dockerfile", "dockerfile", "makefile", ".cpp", ".h", ".go", ".rs", ".jl", ".m")  # fmt: skip
_ROWS = ("data", "dataset", "datasets", "raw", "corpus")
_HASHES = frozenset({"md5", "etag", "hash", "checksum", "size"})


def is_dvc(tree: object) -> bool:
    """Whether a document holds stages, their lock, or what a `.dvc` file does."""
    told = mapping(tree)
    stages = [mapping(one) for one in mapping(told.get("stages")).values()]
    if any("cmd" in one or "do" in one for one in stages):
        return True
    outs = mappings(told.get("outs"))
    return bool(outs) and any(_HASHES & one.keys() or "path" in one for one in outs) and "stages" not in told


def read_dvc(tree: object, name: str, prose: ReadProse) -> Found:
    """What stages read from elsewhere, or from files that no stage writes."""
    found, told = Found(), mapping(tree)
    for one in mappings(told.get("datasets")):
        _set(one, name, found)
    stages = [_inner(one) for one in mapping(told.get("stages")).values()] or [told]
    written = {path for stage in stages for path, _ in _paths(stage.get("outs"))}
    places = _places(written)
    found.written |= {path.rsplit("/", 1)[-1].lower() for path in written} if "stages" in told else set()
    for stage in stages:
        for dependency in _entries(stage.get("deps")):
            _dependency(dependency, places, name, found)
        for command in texts(stage.get("cmd")):
            _command(command, name, found)
        for file, values in (
            (key, one) for each in mappings(stage.get("params")) for key, one in each.items()
        ):
            for key, value in mapping(values).items():
                if isinstance(value, Placed):
                    read_leaf(tuple(str(key).lower().split(".")), value, name, f"DVC, {file}", found)
    if "stages" not in told and not _entries(told.get("deps")):
        _untold(told, name, found)
    return found


def _inner(stage: object) -> Mapping[str, Any]:
    """A stage; of one that is repeated, what is repeated."""
    told = mapping(stage)
    return mapping(told.get("do")) or told


def _entries(value: object) -> list[Mapping[str, Any]]:
    """Files as mappings, however they are listed."""
    listed = value if isinstance(value, list) else []
    made: list[Mapping[str, Any]] = []
    for one in listed:
        if isinstance(one, str):
            made.append({"path": one})
        elif isinstance(one, dict) and not {"path", "repo", "db"} & one.keys():
            made += [{"path": key} for key in one]
        elif isinstance(one, dict):
            made.append(one)
    return made


def _paths(value: object) -> Iterator[tuple[str, int]]:
    for one in _entries(value):
        for path in texts(one.get("path")):
            yield str(path), line_of(path)


def _dependency(one: Mapping[str, Any], written: _Places, name: str, found: Found) -> None:
    path = next(iter(texts(one.get("path"))), "")
    repository = mapping(one.get("repo"))
    address = next(iter(texts(repository.get("url"))), None)
    place = Location(name, line_of(address or path or one), 1)
    if address:
        revision = next((r for key in ("rev_lock", "rev") for r in texts(repository.get(key))), "")
        told = hub_name(address) or f"{address.removesuffix('.git')}#{path}"
        found.sightings.append(
            Sighting(told, "data", place, "config", "DVC, imported from a repository",
                     f"{path} of {address} at {revision or 'no revision'}", "dataset")
        )  # fmt: skip
    elif is_remote(path) or path.startswith(("hdfs://", "ssh://", "remote://", "azure://")):
        told = hub_name(path) or path
        found.sightings.append(Sighting(told, "data", place, "config", "DVC, deps", path, "dataset"))
    elif path and not _within(path, written) and _is_rows(path):
        found.reads.append((path, place))


def _set(one: Mapping[str, Any], name: str, found: Found) -> None:
    """A data set that stages refer to by its name: where it lies, else how it is called."""
    for url in texts(one.get("url"))[:1] or texts(one.get("name"))[:1]:
        place = Location(name, line_of(url), 1)
        told = hub_name(url) or str(url)
        found.sightings.append(Sighting(told, "data", place, "config", "DVC, datasets", str(url), "dataset"))


_Places = tuple[frozenset[str], frozenset[str]]
"""What stages write, and every folder in which some of it lies."""


def _places(written: set[str]) -> _Places:
    whole = frozenset(posixpath.normpath(one) for one in written)
    return whole, frozenset(folder for one in whole for folder in _folders(one))


def _folders(path: str) -> Iterator[str]:
    """Every folder above a path."""
    while "/" in path and (path := path.rpartition("/")[0]):
        yield path


def _within(path: str, written: _Places) -> bool:
    """Whether a stage writes a path, or the folder in which it lies, or something in it."""
    plain, (whole, above) = posixpath.normpath(path), written
    return plain in whole or plain in above or any(folder in whole for folder in _folders(plain))


def _is_rows(path: str) -> bool:
    """Whether a path may hold rows: no code, and, without a suffix, in a folder that says so."""
    last = path.rsplit("/", 1)[-1].lower()
    if last.endswith(_CODE) or "$" in path:
        return False
    return "." in last or any(part.lower() in _ROWS for part in path.split("/"))


def _command(command: str, name: str, found: Found) -> None:
    """Names on a stage's command line, at the line of the stage."""
    first = line_of(command) - 1
    read = read_shell(str(command), name)
    found.sightings += [
        replace(one, place=Location(name, one.place.line + first, 1), how=f"DVC, cmd: {one.how}")
        for one in read.sightings
    ]
    found.published += read.published


def _untold(told: Mapping[str, Any], name: str, found: Found) -> None:
    """A `.dvc` file that tells a set and not where it comes from."""
    folder = name.rpartition("/")[0]
    for path, line in _paths(told.get("outs")):
        if _is_rows(path) or path.endswith(".txt"):
            found.reads.append((f"{folder}/{path}" if folder else path, Location(name, line, 1)))
