"""What a folder of somebody's packs may hold: regular files of its own, so many and so large and no more."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterator, Sequence

from compliance.errors import Fault, FaultCollector, PackError
from compliance.foreign_files import is_plain, lies_in
from compliance.load.documents.yaml_reader import MAX_BYTES
from compliance.patterns import regex

MAX_FILES = 2_000
MAX_TOTAL = 16_000_000
"""More than twice what the bundled packs hold; what is read takes about a hundred times that of memory."""
MAX_ENTRIES = 100_000
"""How many files and folders are looked through."""
FOLLOWED = ("scenarios", "situations")
"""Folders of a folder of packs that are looked for by their names; others behind links are no part of it."""


_HALF = regex("[\ud800-\udfff]")
"""What Python reads a byte of a name as that is no part of a text."""


def check_folder(folder: pathlib.Path) -> None:
    """Make sure that a folder's YAML files can be read without harm, before any is opened.

    Raises:
        PackError: With every file that is a pipe, a device, too large, or a link out of the folder, as folders of
            scenarios and situations may be too; whose name is no text; or where there is too much of them.
    """
    faults, count, total = FaultCollector(), 0, 0
    if _HALF.search(os.path.realpath(folder)):
        raise PackError(Fault(None, f"the name of {folder} is no text in UTF-8", "give it another name"))
    for place in (folder / name for name in FOLLOWED):
        if place.is_dir() and not lies_in(place, folder):
            what = f"{place} is a link that leads out of {folder}"
            faults.report(None, what, "put the folder itself there")
    for path in _yaml_files(folder):
        count += 1
        if count > MAX_FILES:
            break
        if not path.exists():
            continue  # who reads it says so
        if (wrong := _wrong_with(path, folder)) is not None:
            faults.report(None, *wrong)
        else:
            total += path.stat().st_size
    faults.raise_if_any(PackError)
    if count > MAX_FILES or total > MAX_TOTAL:
        what = f"{folder} holds more than {MAX_FILES:,} YAML files or {MAX_TOTAL:,} bytes of them"
        raise PackError(Fault(None, what, "give the folder of the packs alone"))


def _wrong_with(path: pathlib.Path, folder: pathlib.Path) -> tuple[str, str] | None:
    """What is wrong with one file of a folder of packs, and what to do; None for one that can be read."""
    if path.suffix != ".yaml":
        return f"{path} is read by nothing", f"call it {path.stem}.yaml, or put it elsewhere"
    if _HALF.search(str(path)):
        # Reports name every file that was read, and neither a report nor a digest holds such a name.
        return f"the name of {path} is no text in UTF-8", "give it another name"
    if not is_plain(path, folder):
        return (
            f"{path} is no regular file of {folder}",
            "put the file itself there, not a link, a pipe or a device",
        )
    if path.stat().st_size > MAX_BYTES:
        return f"{path} is larger than {MAX_BYTES:,} bytes", "split it into several files"
    return None


def parts_of(root: pathlib.Path, names: Sequence[str]) -> list[pathlib.Path]:
    """The folders of these names that a whole set of packs holds.

    Raises `PackError` for one that is a link out of it, since what lies elsewhere is no part of the set.
    """
    faults, found = FaultCollector(), [root / name for name in names if (root / name).is_dir()]
    for place in found:
        if not lies_in(place, root):
            faults.report(None, f"{place} is a link that leads out of {root}", "put the folder itself there")
    faults.raise_if_any(PackError)
    return found


def _yaml_files(folder: pathlib.Path) -> Iterator[pathlib.Path]:
    """Every YAML file of a folder, folders behind links left out, and what is called as one by another ending.

    Raises `PackError` for a folder without end.
    """
    looked = 0
    for place, folders, files in os.walk(folder):
        looked += len(folders) + len(files)
        if looked > MAX_ENTRIES:
            what = f"{folder} holds more than {MAX_ENTRIES:,} files and folders"
            raise PackError(Fault(None, what, "give the folder of the packs alone"))
        folders[:] = sorted(each for each in folders if each != "_schema")
        hidden = any(part.startswith(".") for part in pathlib.Path(place).relative_to(folder).parts)
        endings = (".yaml",) if hidden else (".yaml", ".yml")
        yield from (
            pathlib.Path(place, name)
            for name in sorted(files)
            if name.endswith(".yaml") or name.lower().endswith(endings)
        )
