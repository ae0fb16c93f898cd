"""Digests of the files of a release, and the one digest of all, made as OpenSSF model signing makes it."""

from __future__ import annotations

import hashlib
import os
import pathlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compliance.errors import Fault, UsageError
from compliance.foreign_files import open_foreign, reason_of

IGNORED = (".git", ".gitattributes", ".github", ".gitignore")
"""What model signing leaves out by default."""
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Digests:
    """The files of a folder with their SHA-256, sorted by path, and the digest over these digests."""

    name: str
    files: tuple[tuple[str, str], ...]
    ignored: tuple[str, ...]

    @property
    def root(self) -> str:
        """SHA-256 over the digests of all files, in the order of their paths."""
        whole = hashlib.sha256()
        for _, digest in self.files:
            whole.update(bytes.fromhex(digest))
        return whole.hexdigest()


def digests(folder: pathlib.Path, leave_out: Sequence[pathlib.Path] = ()) -> Digests:
    """Hash every file of a folder, or the one file that is named.

    Args:
        folder: What is released.
        leave_out: Files in it that are not part of it, such as the statement that is being written.

    Raises:
        UsageError: There is nothing to hash, a link that model signing refuses, or a file that cannot be read.
    """
    if not folder.exists():
        raise UsageError(Fault(None, f"{folder} does not exist", "name the folder of the released files"))
    if folder.is_file():
        return Digests(folder.name, ((".", _digest(folder)),), ())
    out = {os.path.abspath(one) for one in leave_out}  # noqa: PTH100 - links are not followed
    paths = [path for path in _files(folder) if os.path.abspath(path) not in out]  # noqa: PTH100
    named = sorted((pathlib.PurePosixPath(path.relative_to(folder).as_posix()), path) for path in paths)
    if not named:
        raise UsageError(Fault(None, f"{folder} holds no file", "name the folder of the released files"))
    inside = [one.relative_to(folder).as_posix() for one in leave_out if _lies_in(one, folder)]
    ignored = tuple(sorted({*(one for one in IGNORED), *inside}))
    return Digests(folder.resolve().name, tuple((str(name), _digest(path)) for name, path in named), ignored)


def _lies_in(path: pathlib.Path, folder: pathlib.Path) -> bool:
    return path.is_relative_to(folder)


def _files(folder: pathlib.Path) -> Iterator[pathlib.Path]:
    for here, folders, names in os.walk(folder, followlinks=False):
        at = pathlib.Path(here)
        if at == folder:
            folders[:] = [one for one in folders if one not in IGNORED]
            names = [one for one in names if one not in IGNORED]
        for name in (*folders, *names):
            if (at / name).is_symlink():
                advice = "put the file itself there, or name a folder without links"
                raise UsageError(Fault(None, f"{at / name} is a link, which no digest covers", advice))
        yield from (at / name for name in names)


def _digest(path: pathlib.Path) -> str:
    whole = hashlib.sha256()
    try:
        with open_foreign(path) as stream:
            while piece := stream.read(_PIECE):
                whole.update(piece)
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        raise UsageError(Fault(None, f"{path} cannot be read: {reason}", "make it readable")) from None
    return whole.hexdigest()
