"""Packs in one file: an archive that is the same to the byte for the same packs, and that unpacks to nothing.

A bundle is a ZIP archive of stored, uncompressed YAML files in the order in which they are loaded, with one date for
all. It is read in memory alone: no name of it becomes a path.
"""

from __future__ import annotations

import io
import pathlib
import re
import zipfile
from collections.abc import Iterable

from compliance.errors import Fault, PackError
from compliance.foreign_files import read_foreign, reason_of
from compliance.load.documents.yaml_reader import MAX_BYTES
from compliance.load.packs.folder import MAX_FILES

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._+-]*(/[A-Za-z0-9_][A-Za-z0-9._+-]*)+\.yaml")
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first that an archive can hold: a bundle knows no clock."""
_PLAIN_FILE = 0o100644 << 16
MAX_TOTAL = 64_000_000
"""More than a folder may hold now: what was written in the time of larger ones is read."""
MUCH = MAX_TOTAL + MAX_FILES * 1_000


def bundle_of(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The archive of some files, by the names under which reports show them, in their order."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system = 3
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, content)
    return held.getvalue()


def read_bundle(path: pathlib.Path) -> list[tuple[str, bytes]]:
    """The files of an archive, by name.

    Raises:
        PackError: It cannot be read, is damaged, or holds anything else than YAML files as `bundle_of` stores them.
    """
    try:
        return files_of(read_foreign(path, limit=MUCH))
    except (OSError, ValueError) as error:
        raise _unusable(f"cannot read {path}", reason_of(error)) from None


def files_of(content: bytes) -> list[tuple[str, bytes]]:
    """The files of an archive that was read. Raises `ValueError` for one that is not as `bundle_of` writes it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _check(entries)
            found = [(entry.filename, archive.read(entry)) for entry in entries]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OverflowError) as error:
        raise ValueError(f"it is no bundle of packs, or a damaged one: {error}") from None
    if bundle_of(found) != content:
        raise ValueError("it is no bundle of packs as this program writes them")
    return found


def _check(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if not names or len(names) > MAX_FILES:
        raise ValueError(f"it holds no file, or more than {MAX_FILES:,}")
    if len(set(names)) < len(names) or not all(_NAME.fullmatch(name) for name in names):
        raise ValueError("it holds a name twice, or one that no file of packs has")
    if any(entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & 1 for entry in entries):
        raise ValueError("its files are packed or locked")
    if any(entry.file_size > MAX_BYTES for entry in entries) or sum(e.file_size for e in entries) > MAX_TOTAL:
        raise ValueError("its files are too large")


def _unusable(what: str, why: str) -> PackError:
    return PackError(Fault(None, f"{what}: {why}", "give a file that `compliance rules bundle` wrote"))
