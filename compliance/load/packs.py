"""Packs, texts, definitions, facts and registry: YAML folders to one `Knowledge`, all faults at once.

What was checked once is kept as `compiled` bytes, by the content of every file and of the program that reads them, so
that a warm start neither parses nor validates; see `kept` for why such bytes can be believed.
"""

from __future__ import annotations

import hashlib
import os
import pathlib
from collections.abc import Sequence

from compliance.errors import Fault, PackError
from compliance.load.compiled import restored
from compliance.load.kept import State, keep, kept, kept_for, pack_key, saw, state_of
from compliance.model.knowledge import Knowledge
from compliance.resources import policies_folder, rules_folder

BUNDLED = ("rules", "policies")
"""Names under which the bundled folders stand in reports; further folders get others."""


def load_packs(extra: Sequence[pathlib.Path] = (), *, bundled: bool = True, cache: bool = True) -> Knowledge:
    """Load the bundled packs and further folders of packs.

    Raises `PackError` with every fault in every file. `cache=False` reads everything anew, with places for all faults.
    """
    roots = [(rules_folder(), "rules"), (policies_folder(), "policies")] if bundled else []
    if extra:
        from compliance.load.pack_folder import check_folder

        for folder in extra:
            check_folder(folder)
    roots += _named(extra)
    files = [
        (f"{name}/{'/'.join(parts)}", entry) for root, name in roots for parts, entry in _yaml_files(root)
    ]
    state = state_of(files) if cache else None
    known = kept_for(state) if state else None
    return restored(known) if known is not None else _read(files, state, cache=cache)


def _read(files: Sequence[tuple[str, os.DirEntry[str]]], state: State | None, *, cache: bool) -> Knowledge:
    """The packs of files that have to be looked into: compiled ones, if they are of these contents."""
    contents = [_content(entry.path) for _, entry in files]
    digests = [hashlib.sha256(content).hexdigest() for content in contents]
    key = pack_key((shown, digest) for (shown, _), digest in zip(files, digests, strict=True))
    known = kept(key) if cache else None
    if known is None:
        from compliance.load.checked_packs import assemble, read_all

        knowledge = assemble(read_all([(entry.path, shown) for shown, entry in files], contents, digests))
        if cache:
            keep(key, knowledge)
    else:
        knowledge = restored(known)
    if state is not None:
        saw(state, key)
    return knowledge


def _named(folders: Sequence[pathlib.Path]) -> list[tuple[pathlib.Path, str]]:
    """Each folder with its own name for reports, numbered where two would be called the same."""
    named: dict[str, pathlib.Path] = {}
    for folder in dict.fromkeys(pathlib.Path(os.path.realpath(each)) for each in folders):
        name, number = folder.name, 1
        while name in (*BUNDLED, *named):
            name, number = f"{folder.name}-{number + 1}", number + 1
        named[name] = folder
    return [(folder, name) for name, folder in named.items()]


def _content(path: str) -> bytes:
    try:
        with open(path, "rb", buffering=0) as stream:  # noqa: PTH123
            return stream.read()
    except OSError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: str, error: OSError) -> PackError:
    reason = (error.strerror or str(error)).lower()
    return PackError(Fault(None, f"cannot read {path}: {reason}", "give files that can be read"))


_APART = frozenset(("_schema", "scenarios", "situations"))
"""Folders that are read apart: schemas are generated, scenarios and situations are read by who asks for them."""


def _yaml_files(root: pathlib.Path) -> list[tuple[tuple[str, ...], os.DirEntry[str]]]:
    """The YAML files of a folder of packs; one that holds none is a mistake, not an empty pack."""
    if not root.is_dir():
        raise PackError(Fault(None, f"there is no folder {root}", "give a folder that holds rule packs"))
    found: list[tuple[tuple[str, ...], os.DirEntry[str]]] = []
    folders: list[tuple[tuple[str, ...], str]] = [((), str(root))]
    while folders:
        parts, folder = folders.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            raise _unreadable(folder, error) from None
        for entry in entries:
            if entry.is_dir(follow_symlinks=False) and entry.name not in _APART:
                folders.append(((*parts, entry.name), entry.path))
            elif entry.name.endswith(".yaml"):
                found.append(((*parts, entry.name), entry))
    if not found:
        raise PackError(Fault(None, f"no YAML file lies in {root}", "give a folder that holds rule packs"))
    return sorted(found, key=lambda one: one[0])
