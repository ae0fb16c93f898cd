"""Compiled packs, kept in the user's cache folder and believed only if they are what this program wrote.

A file in a cache folder is anybody's: it may be damaged, come from elsewhere with a restored cache, or have been
changed by whoever wants a finding gone. So the digest of the bytes does not stand in it. It stands in a folder beside
the program's own code, as its bytecode does: who could change it there could change the program. Bytes without such a
digest, or with another, are never even parsed. Where the program may not write beside its code, nothing is kept.

What lies in the files of packs is known by reading and hashing them. Where the file system says of every one of them
what it said when that was last done (place, size, times of change to the nanosecond), they are the same: it is the one
that changed nothing. That too is noted beside the code, and not of files that changed as late as seconds before, nor
where the time of a change of everything can be set, as on Windows.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pathlib
import stat
from collections.abc import Iterable

from compliance.load.packs.compiled import compiled
from compliance.model.known.knowledge import Knowledge
from compliance.resources import code_digest, code_folders, compiled_folder
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
            _used(_note(key), place)
            return content
    return None


State = tuple[str, int]
"""What the file system says of files, as a digest, and when the last of them changed."""
_SETTLED = 3_000_000_000
"""Nanoseconds after which a change is not mistaken for one that follows it within the same tick of a clock."""


def state_of(files: Iterable[tuple[str, os.DirEntry[str]]]) -> State | None:
    """What the file system says of files of packs, and of the code that reads them; None where that proves nothing."""
    if os.name == "nt":
        return None
    folders = [os.scandir(folder) for folder in code_folders("model", "load")]
    code = [entry for found in folders for entry in found if entry.name.endswith(".py")]
    try:
        said = [(shown, _said(entry)) for shown, entry in (*files, *((one.path, one) for one in code))]
    except OSError:
        return None
    return hashlib.sha256(f"{__version__}{said}".encode()).hexdigest()[:32], max(
        max(one[1][:2]) for one in said
    )


def _said(entry: os.DirEntry[str]) -> tuple[int, ...]:
    found = entry.stat()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_dev


def kept_for(state: State) -> bytes | None:
    """The compiled bytes of the packs of which the file system said the same when they were last looked into."""
    key = (_read(_seen(state), 100) or b"").decode("ascii", "replace").strip()
    return kept(key) if len(key) == 32 and key.isalnum() else None


def saw(state: State, key: str) -> None:
    """Note that files of this state are those of a set of packs; where that is not possible, do without."""
    note = _seen(state)
    with contextlib.suppress(OSError):
        _write(note, f"{key}\n".encode(), _NOTED)
        if note.stat().st_mtime_ns - state[1] < _SETTLED:
            note.unlink()


def _seen(state: State) -> pathlib.Path:
    return compiled_folder() / f"seen-{state[0]}"


def _used(*paths: pathlib.Path) -> None:
    """What is used counts as new, so that what nobody uses makes room."""
    for path in paths:
        with contextlib.suppress(OSError):
            os.utime(path)


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
    wanted = ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY")  # those that the system has
    try:
        handle = os.open(path, os.O_RDONLY | sum(getattr(os, name, 0) for name in wanted))
        with os.fdopen(handle, "rb") as stream:
            found = os.fstat(handle)
            plain = stat.S_ISREG(found.st_mode) and found.st_size <= most
            return stream.read(most) if plain else None
    except OSError:
        return None


def _write(path: pathlib.Path, content: bytes, most: int) -> None:
    """Write a file whole or not at all, and remove the oldest of its kind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    import tempfile

    # Named as what is kept, it makes room in its turn where a run was killed.
    handle, name = tempfile.mkstemp(prefix=f"{path.name.partition('-')[0]}-", dir=path.parent)
    fresh = pathlib.Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    alike = path.parent.glob(f"{path.name.partition('-')[0]}-*")
    for old in sorted(alike, key=lambda one: one.stat().st_mtime)[:-most]:
        old.unlink(missing_ok=True)
