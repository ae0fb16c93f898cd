"""Packs, texts, definitions, facts and registry: YAML folders to one `Knowledge`, all faults at once.

What was checked once is kept as `compiled` bytes, by the content of every file and of the program that reads them, so
that a warm start neither parses nor validates; see `kept` for why such bytes can be believed.
"""

from __future__ import annotations

import hashlib
import os
import pathlib
from collections.abc import Collection, Sequence

from compliance.errors import Fault, PackError
from compliance.foreign_files import open_foreign, reason_of
from compliance.load.packs.compiled import restored
from compliance.load.packs.kept import State, keep, kept, kept_for, pack_key, saw, state_of
from compliance.model.known.knowledge import Knowledge
from compliance.resources import policies_folder, rules_folder

BUNDLED = ("rules", "policies")
"""Names under which the bundled folders stand in reports; further folders get others."""


def load_packs(
    extra: Sequence[pathlib.Path] = (),
    *,
    bundled: bool = True,
    cache: bool = True,
    bundle: pathlib.Path | bytes | None = None,
) -> Knowledge:
    """Load the bundled packs and further folders of packs.

    A `bundle`, a file or what it holds, stands in the place of the bundled ones.

    Raises `PackError` with every fault in every file. `cache=False` reads everything anew, with places for all faults.
    """
    held, files = _listed(extra, bundled, bundle)
    state = state_of(files) if cache and not held else None
    known = kept_for(state) if state else None
    return restored(known) if known is not None else _read(held, files, state, cache=cache)


def pack_files(
    extra: Sequence[pathlib.Path] = (), *, bundled: bool = True, bundle: pathlib.Path | bytes | None = None
) -> tuple[list[tuple[str, str]], list[bytes]]:
    """The files of packs, each as its path and as reports call it, and what they hold. Raises `PackError`."""
    return _contents(*_listed(extra, bundled, bundle))


Held = list[tuple[str, bytes]]
Files = list[tuple[str, "os.DirEntry[str]"]]


def _listed(
    extra: Sequence[pathlib.Path], bundled: bool, bundle: pathlib.Path | bytes | None
) -> tuple[Held, Files]:
    """What a bundle holds, and the files of folders, by the names that reports have for them."""
    roots = [(rules_folder(), "rules"), (policies_folder(), "policies")] if bundled and bundle is None else []
    held: Held = []
    if bundle is not None:
        from compliance.load.packs.bundle import files_of, read_bundle

        held = files_of(bundle) if isinstance(bundle, bytes) else read_bundle(bundle)
    if extra:
        from compliance.load.packs.folder import check_folder

        for folder in extra:
            check_folder(folder)
    roots += _named(extra, {name.partition("/")[0] for name, _ in held})
    return held, [
        (f"{name}/{'/'.join(parts)}", entry) for root, name in roots for parts, entry in _yaml_files(root)
    ]


def _contents(held: Held, files: Files) -> tuple[list[tuple[str, str]], list[bytes]]:
    contents = [*(content for _, content in held), *(_content(entry.path) for _, entry in files)]
    return [*((name, name) for name, _ in held), *((entry.path, shown) for shown, entry in files)], contents


def _read(held: Held, files: Files, state: State | None, *, cache: bool) -> Knowledge:
    """The packs of files that have to be looked into: compiled ones, if they are of these contents."""
    named, contents = _contents(held, files)
    digests = [hashlib.sha256(content).hexdigest() for content in contents]
    key = pack_key((shown, digest) for (_, shown), digest in zip(named, digests, strict=True))
    known = kept(key) if cache else None
    if known is None:
        from compliance.load.packs.checked_packs import assemble, read_all

        knowledge = assemble(read_all(named, contents, digests))
        if cache:
            keep(key, knowledge)
    else:
        knowledge = restored(known)
    if state is not None:
        saw(state, key)
    return knowledge


def _named(folders: Sequence[pathlib.Path], taken: Collection[str]) -> list[tuple[pathlib.Path, str]]:
    """Each folder with its own name for reports, numbered where two would be called the same."""
    named: dict[str, pathlib.Path] = {}
    for folder in dict.fromkeys(pathlib.Path(os.path.realpath(each)) for each in folders):
        name, number = folder.name or "root", 1
        while name in (*BUNDLED, *taken, *named):
            name, number = f"{folder.name or 'root'}-{number + 1}", number + 1
        named[name] = folder
    return [(folder, name) for name, folder in named.items()]


def _content(path: str) -> bytes:
    from compliance.load.documents.yaml_reader import MAX_BYTES

    try:
        # Whatever took its place since it was looked at: a pipe is not waited for, nor a device read without end.
        with open_foreign(pathlib.Path(path)) as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None


def _unreadable(path: str, error: OSError | ValueError) -> PackError:
    what = f"cannot read {path}: {reason_of(error)}"
    return PackError(Fault(None, what, "give files that can be read"))


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
