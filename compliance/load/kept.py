"""Compiled packs, kept in the user's cache folder and believed only if they are what this program wrote.

A file in a cache folder is anybody's: it may be damaged, come from elsewhere with a restored cache, or have been
changed by whoever wants a finding gone. So the digest of the bytes does not stand in it. It stands in a folder beside
the program's own code, as its bytecode does: who could change it there could change the program. Bytes without such a
digest, or with another, are never even parsed. Where the program may not write beside its code, nothing is kept.
"""

from __future__ import annotations

import hashlib
import os
import pathlib
import stat
import tempfile
from collections.abc import Iterable

from compliance.load.compiled import compiled
from compliance.model.knowledge import Knowledge
from compliance.resources import code_digest, compiled_folder
from compliance.version import __version__

_KEPT, _NOTED = 8, 64
"""Sets of packs that are kept side by side, and of which the digest is."""


def pack_key(files: Iterable[tuple[str, str]]) -> str:
    """What names a set of packs: its files with their digests, and the code that reads them."""
    key = hashlib.sha256(f"{__version__}\0{code_digest('model', 'load')}\n".encode())
    for shown, digest in files:
        key.update(f"{shown}\0{digest}\n".encode())
    return key.hexdigest()[:32]


def kept(key: str) -> bytes | None:
    """The compiled bytes of a set of packs, if they are those that were written for it."""
    noted = _read(_note(key), 100)
    size, _, digest = (noted or b"").decode("ascii", "replace").strip().partition(" ")
    if not size.isdecimal() or len(size) > 12:
        return None
    folders = [compiled_folder(), *_cache_folders()]
    for place in [folder / f"packs-{key}" for folder in folders]:
        content = _read(place, int(size))
        if content is not None and hashlib.sha256(content).hexdigest() == digest:
            return content
    return None


def keep(key: str, knowledge: Knowledge) -> None:
    """Keep checked packs for the next run; where that is not possible, do without."""
    try:
        content = compiled(knowledge)
        _write(_note(key), f"{len(content)} {hashlib.sha256(content).hexdigest()}\n".encode(), _NOTED)
        for folder in _cache_folders():
            _write(folder / f"packs-{key}", content, _KEPT)
    except (OSError, ValueError):
        return


def _note(key: str) -> pathlib.Path:
    return compiled_folder() / f"noted-{key}"


def _cache_folders() -> list[pathlib.Path]:
    """The user's cache folder; none for a user without a home."""
    named = os.environ.get("XDG_CACHE_HOME")
    try:
        return [(pathlib.Path(named) if named else pathlib.Path("~/.cache").expanduser()) / "compliance"]
    except RuntimeError:
        return []


def _read(path: pathlib.Path, most: int) -> bytes | None:
    """The content of a plain file of no more than some bytes; a pipe, a device or a link is none."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as stream:
            found = os.fstat(handle)
            plain = stat.S_ISREG(found.st_mode) and found.st_size <= most
            return stream.read(most) if plain else None
    except OSError:
        return None


def _write(path: pathlib.Path, content: bytes, most: int) -> None:
    """Write a file whole or not at all, and remove the oldest of its kind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as stream:
        stream.write(content)
    pathlib.Path(stream.name).replace(path)
    alike = path.parent.glob(f"{path.name.partition('-')[0]}-*")
    for old in sorted(alike, key=lambda one: one.stat().st_mtime)[:-most]:
        old.unlink(missing_ok=True)
