"""Papers behind answers: whether a file that is there has the digest that the manifest gives."""

from __future__ import annotations

import hashlib
import os
import pathlib
import stat
from collections.abc import Iterator
from typing import TypeVar

from compliance.errors import shown
from compliance.load.entries import Entry, entries
from compliance.load.uses import Shelf
from compliance.model.location import Path, Where, path_words
from compliance.model.manifest import Manifest, Party, Step
from compliance.model.shape import Shape
from compliance.model.stated import Evidence, Witnessed
from compliance.values import dataclass

MAX_PAPER = 100_000_000


def with_true_papers(
    manifest: Manifest, where: Where, shelf: Shelf | None
) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest with answers unknown for which only other papers than the stated ones are there, and warnings.

    A file that is not there is no fault.
    """
    told: list[str] = []
    for placed in entries(manifest):
        for path, answer in _answers(placed.path, placed.entry):
            faults = {(*path, "evidence", n): _fault(paper, shelf) for n, paper in enumerate(answer.evidence)}
            told += [f"{where(at)}: {path_words(at)}: {wrong.told}" for at, wrong in faults.items() if wrong]
            if faults and all(wrong is not None and wrong.another for wrong in faults.values()):
                manifest = _with(manifest, path, "unknown")
    return manifest, tuple(told)


def _answers(path: Path, entry: Entry) -> Iterator[tuple[Path, Witnessed]]:
    answers: dict[Path, object] = {}
    if isinstance(entry, Party):
        answers |= {("accepted", key): answer for key, answer in entry.accepted.items()}
        answers |= {("permission", key): answer for key, answer in entry.permission.items()}
    elif isinstance(entry, Step):
        answers["authorised",] = entry.authorised
    for at, answer in answers.items():
        if isinstance(answer, Witnessed):
            yield (*path, *at), answer


_Held = TypeVar("_Held")


def _with(held: _Held, path: Path, value: object) -> _Held:
    """The same value with another at a key path."""
    if not path:
        return value  # type: ignore[return-value]
    first, rest = path[0], path[1:]
    if isinstance(held, dict):
        return {**held, first: _with(held[first], rest, value)}  # type: ignore[return-value]
    if isinstance(held, tuple):
        return tuple(_with(one, rest, value) if n == first else one for n, one in enumerate(held))  # type: ignore[return-value]
    assert isinstance(held, Shape)
    name = str(first)
    return held.model_copy(update={name: _with(getattr(held, name), rest, value)})


@dataclass(frozen=True, slots=True)
class _Wrong:
    """What is wrong with a paper, and whether it is another one than the manifest says."""

    told: str
    another: bool = False


def _fault(paper: Evidence, shelf: Shelf | None) -> _Wrong | None:
    if paper.file is None or paper.sha256 is None or shelf is None:
        return None
    file = shelf.folder / paper.file
    if not pathlib.Path(os.path.realpath(file)).is_relative_to(shelf.root):
        return _Wrong(
            f"{shown(paper.file)} lies elsewhere and was not compared; the answer stands as stated, unproven"
        )
    try:
        state = file.stat()
        if not stat.S_ISREG(state.st_mode) or state.st_size > MAX_PAPER:
            return _Wrong(
                f"{shown(paper.file)} is no regular file that can be compared; the answer stands unproven"
            )
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return None
    if digest == paper.sha256:
        return None
    return _Wrong(
        f"{shown(paper.file)} is not the file of the given digest (it has {digest[:12]}…); an answer for which no "
        "other paper is named is taken as not known until the right file or digest is given",
        another=True,
    )
