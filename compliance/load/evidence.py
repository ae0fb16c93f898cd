"""Papers behind answers: whether a file that is there has the digest that the manifest gives."""

from __future__ import annotations

import hashlib
import os
import pathlib
import stat
from collections.abc import Iterator

from compliance.errors import shown
from compliance.load.entries import Entry, entries
from compliance.load.uses import Shelf
from compliance.model.location import Path, Where, path_words
from compliance.model.manifest import Manifest, Party, Step
from compliance.model.stated import Evidence, Witnessed

MAX_PAPER = 100_000_000


def evidence_warnings(manifest: Manifest, where: Where, shelf: Shelf | None) -> tuple[str, ...]:
    """Warnings about papers that are not what the manifest says; a file that is not there is no fault."""
    return tuple(
        f"{where(path)}: {path_words(path)}: {wrong}"
        for placed in entries(manifest)
        for path, paper in _papers(placed.path, placed.entry)
        if (wrong := _wrong(paper, shelf))
    )


def _papers(path: Path, entry: Entry) -> Iterator[tuple[Path, Evidence]]:
    answers: dict[Path, object] = {}
    if isinstance(entry, Party):
        answers |= {("accepted", key): answer for key, answer in entry.accepted.items()}
        answers |= {("permission", key): answer for key, answer in entry.permission.items()}
    elif isinstance(entry, Step):
        answers["authorised",] = entry.authorised
    for at, answer in answers.items():
        if isinstance(answer, Witnessed):
            for n, paper in enumerate(answer.evidence):
                yield (*path, *at, "evidence", n), paper


def _wrong(paper: Evidence, shelf: Shelf | None) -> str | None:
    if paper.file is None or paper.sha256 is None or shelf is None:
        return None
    file = shelf.folder / paper.file
    if not pathlib.Path(os.path.realpath(file)).is_relative_to(shelf.root):
        return (
            f"{shown(paper.file)} lies elsewhere and was not compared; the answer stands as stated, unproven"
        )
    try:
        state = file.stat()
        if not stat.S_ISREG(state.st_mode) or state.st_size > MAX_PAPER:
            return f"{shown(paper.file)} is no regular file that can be compared; the answer stands unproven"
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return None
    if digest == paper.sha256:
        return None
    return (
        f"{shown(paper.file)} is not the file of the given digest (it has {digest[:12]}…); the answer stands as "
        "stated, unproven until the right file or digest is given"
    )
