"""Papers behind answers: whether a file that is there has the digest that the manifest gives."""

from __future__ import annotations

import hashlib
import os
import pathlib
from collections.abc import Iterator
from typing import TypeVar

from compliance.errors import shown
from compliance.foreign_files import read_foreign
from compliance.load.manifest.entries import Entry, entries
from compliance.load.manifest.uses import Shelf
from compliance.model.declared.manifest import Artifact, Manifest, Party, Step
from compliance.model.declared.stated import AgainstRecord, Evidence, Witnessed
from compliance.model.shapes.location import Path, Where, path_words
from compliance.model.shapes.shape import Shape
from compliance.values import dataclass

MAX_PAPER = 100_000_000
MAX_PAPERS = 1_000_000_000
"""Bytes that are read of all papers of a manifest."""


def with_true_papers(
    manifest: Manifest, where: Where, shelf: Shelf | None
) -> tuple[Manifest, tuple[str, ...]]:
    """The manifest with answers unknown for which only other papers than the stated ones are there, and warnings.

    A reason against the record that rests on such papers is none.

    A file that is not there is no fault.
    """
    told: list[str] = []
    digests = _Digests()
    for placed in entries(manifest):
        for path, answer in _answers(placed.path, placed.entry):
            faults = {
                (*path, "evidence", n): _fault(paper, shelf, digests)
                for n, paper in enumerate(answer.evidence)
            }
            told += [f"{where(at)}: {path_words(at)}: {wrong.told}" for at, wrong in faults.items() if wrong]
            true = tuple(
                paper
                for paper, wrong in zip(answer.evidence, faults.values(), strict=True)
                if wrong is None or not wrong.another
            )
            if not true and answer.evidence:
                manifest = _with(manifest, path, "unknown" if isinstance(answer, Witnessed) else None)
            elif len(true) < len(answer.evidence):
                manifest = _with(
                    manifest, (*path, "evidence"), true
                )  # who signed another paper signed nothing
    return manifest, tuple(told)


def _answers(path: Path, entry: Entry) -> Iterator[tuple[Path, Witnessed | AgainstRecord]]:
    """What rests on papers: answers, and reasons to say otherwise than the registry."""
    answers: dict[Path, object] = {}
    if isinstance(entry, Party):
        answers |= {("accepted", key): answer for key, answer in entry.accepted.items()}
        answers |= {("permission", key): answer for key, answer in entry.permission.items()}
    elif isinstance(entry, Step):
        answers["authorised",] = entry.authorised
    elif isinstance(entry, Artifact):
        answers["against_record",] = entry.against_record
    for at, answer in answers.items():
        if isinstance(answer, Witnessed | AgainstRecord):
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


class _Digests:
    """Digests of files, each read once, and no more bytes of all than may be read for one manifest."""

    def __init__(self) -> None:
        self._known: dict[pathlib.Path, str] = {}
        self._read = 0

    def of(self, path: pathlib.Path) -> str:
        """The digest of a file. Raises `OSError` or `ValueError` where it cannot or may not be read."""
        if path not in self._known:
            content = read_foreign(path, limit=min(MAX_PAPER, MAX_PAPERS - self._read))
            self._read += len(content)
            self._known[path] = hashlib.sha256(content).hexdigest()
        return self._known[path]


def _fault(paper: Evidence, shelf: Shelf | None, digests: _Digests) -> _Wrong | None:
    if paper.file is None or paper.sha256 is None or shelf is None:
        return None
    file = pathlib.Path(os.path.realpath(shelf.folder / paper.file))
    if not file.is_relative_to(shelf.root):
        return _Wrong(
            f"{shown(paper.file)} lies elsewhere and was not compared; the answer stands as stated, unproven"
        )
    try:
        digest = digests.of(file)
    except OSError:
        return None
    except ValueError:
        return _Wrong(
            f"{shown(paper.file)} is no regular file that can be compared, or too large; the answer stands unproven"
        )
    if digest == paper.sha256:
        return None
    return _Wrong(
        f"{shown(paper.file)} is not the file of the given digest (it has {digest[:12]}…); an answer for which no "
        "other paper is named is taken as not known until the right file or digest is given",
        another=True,
    )
