"""Where texts come from: files and folders of this machine, and documents of recorded collections."""

from __future__ import annotations

import datetime
import fnmatch
import pathlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from compliance.errors import Fault, InputError, UsageError
from compliance.foreign_files import TooLargeError, read_foreign, reason_of
from compliance.model.known.policy_text import CitedVersion
from compliance.model.packs.clause_text import SegmentedText
from compliance.model.shapes.shape import check_date
from compliance.text.keep.ota import Archive, archive_for, collections_of, open_archive, refuse_url
from compliance.text.keep.pin import LARGEST
from compliance.text.read.segment import segment_bytes

__all__ = ["Source", "captured_sources", "file_source", "sources_of"]

_SUFFIXES = frozenset((".md", ".markdown", ".html", ".htm", ".xhtml", ".txt", ".pdf", ".xml"))


@dataclass(frozen=True, slots=True)
class Source:
    """One text with where it was taken from and when it stood so."""

    name: str
    content: bytes
    origin: str
    captured_on: str
    instruments: tuple[str, ...] = ()

    def segmented(self) -> SegmentedText:
        """Cut it into clauses."""
        return segment_bytes(self.content, self.name)


def sources_of(
    given: Sequence[str], patterns: Sequence[str], at: str, captured_on: str | None
) -> tuple[Source, ...]:
    """Read every text that is named.

    Args:
        given: Files, folders, checkouts and bundles.
        patterns: Which documents of a collection; all where there is none.
        at: The commit of a collection.
        captured_on: Day on which files stood so; a file's own date where nothing is said.

    Raises:
        UsageError: If one is an address, is not there, or names no document.
        InputError: If one cannot be read.
    """
    day = _day(captured_on)
    return tuple(source for each in given for source in _sources(each, patterns, at, day))


def _day(captured_on: str | None) -> str | None:
    try:
        return check_date(captured_on) if captured_on else None
    except ValueError as error:
        raise UsageError(Fault(None, f"--captured-on: {error}", "write a date like 2026-01-31")) from None


def _sources(given: str, patterns: Sequence[str], at: str, day: str | None) -> Iterator[Source]:
    refuse_url(given)
    place = pathlib.Path(given)
    if not place.exists():
        raise UsageError(Fault(None, f"there is no {given}", "give a file, a folder, a checkout or a bundle"))
    if place.is_dir() and not _is_repository(place):
        files = sorted(path for path in place.rglob("*") if path.suffix.lower() in _SUFFIXES)
        chosen = [path for path in files if path.is_file() and not path.is_symlink()]
        if not chosen:
            raise UsageError(
                Fault(None, f"no text lies in {given}", "give Markdown, HTML, text or PDF files")
            )
        yield from (file_source(path, day) for path in chosen)
    elif place.is_dir() or _is_bundle(place):
        yield from _documents(open_archive(place), patterns, at, given)
    else:
        yield file_source(place, day)


def file_source(path: pathlib.Path, day: str | None = None) -> Source:
    """Read one file.

    Raises:
        InputError: If it cannot be read, or is too large to be a text.
    """
    refuse_url(str(path))
    try:
        state = path.stat()
        content = read_foreign(path, limit=LARGEST)
    except TooLargeError:
        raise InputError(
            Fault(None, f"{path} is larger than {LARGEST >> 20} MB", "give the text alone")
        ) from None
    except (OSError, ValueError) as error:
        what = f"cannot read {path}: {reason_of(error)}"
        raise InputError(Fault(None, what, "give a file that can be read")) from None
    own = datetime.datetime.fromtimestamp(state.st_mtime, datetime.UTC).date().isoformat()
    return Source(path.name, content, f"file {path.name}", day or own)


def captured_sources(cited: Iterable[CitedVersion], texts: Sequence[str]) -> tuple[Source, ...]:
    """Read the documents that were recorded at the captures of cited clauses, as far as their collections are given."""
    archives = collections_of(texts)
    wanted: dict[tuple[str, str, str], set[str]] = {}
    for each in cited:
        if capture := each.version.capture:
            key = (capture.collection, capture.commit, capture.path or "")
            wanted.setdefault(key, set()).add(each.instrument)
    found = []
    for (collection, commit, path), instruments in wanted.items():
        archive = archive_for(collection, archives)
        if archive is not None and archive.has(commit):
            name = archive.object_at(commit, path) if path else None
            documents = archive.recorded_in(commit) if not path else {path: name} if name else {}
            found += list(_read(archive, documents, commit, collection, tuple(sorted(instruments))))
    return tuple(found)


def _documents(archive: Archive, patterns: Sequence[str], at: str, given: str) -> Iterator[Source]:
    documents = {
        path: name
        for path, name in archive.files(at).items()
        if not patterns or any(fnmatch.fnmatchcase(path, pattern) for pattern in patterns)
    }
    if not documents:
        raise UsageError(
            Fault(None, f"{given} holds no such document", "give a pattern like 'ChatGPT/*' with --document")
        )
    yield from _read(archive, documents, at, archive.name)


def _read(
    archive: Archive, documents: dict[str, str], at: str, collection: str, instruments: tuple[str, ...] = ()
) -> Iterator[Source]:
    commit = archive.head() if at == "HEAD" else at
    day = archive.date_of(commit)
    contents = archive.read(list(documents.values()))
    for path, name in documents.items():
        if name in contents:
            yield Source(path, contents[name], f"{collection}@{commit}", day, instruments)


def _is_repository(place: pathlib.Path) -> bool:
    return (place / ".git").exists() or ((place / "HEAD").is_file() and (place / "objects").is_dir())


def _is_bundle(place: pathlib.Path) -> bool:
    try:
        if not place.is_file():
            return False
        with place.open("rb") as stream:
            return stream.read(16).startswith((b"# v2 git bundle", b"# v3 git bundle"))
    except (OSError, ValueError):
        return False
