"""The texts that are compared: two named versions, or the newest held text with what was captured."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compliance.errors import Fault, UsageError
from compliance.model.known.policy_text import CitedVersion, ClauseChange, by_fingerprint
from compliance.text.compare.drift import document_change
from compliance.text.keep.ota import Archive, archive_for, collections_of
from compliance.text.keep.pin import Store
from compliance.text.keep.pin_source import Source, file_source
from compliance.text.keep.verify_lines import Finder
from compliance.text.read.segment import segment

__all__ = ["Drifted", "drifted", "two_versions"]


@dataclass(frozen=True, slots=True)
class Drifted:
    """A cited clause that the newest held text of its document does not hold."""

    name: str
    version_from: str
    rules: tuple[str, ...]
    where: str
    """The newest text, with its day."""
    changes: tuple[ClauseChange, ...]
    """What became of its words."""
    broken: str = ""
    """Why the newest text seems to be a broken capture, which proves nothing; empty otherwise."""


def two_versions(a: str, b: str, texts: Sequence[str], document: str | None) -> tuple[Source, Source]:
    """Read two files, or one document of one collection at two commits.

    Raises:
        UsageError: If neither is named.
        InputError: If one cannot be read.
    """
    if not texts and document is None:
        return file_source(pathlib.Path(a)), file_source(pathlib.Path(b))
    archives = list(collections_of(texts).values())
    if len(archives) != 1 or document is None:
        raise UsageError(
            Fault(None, "two commits need one collection", "give --texts once, and --document PATH")
        )
    return _at(archives[0], a, document), _at(archives[0], b, document)


def _at(archive: Archive, commit: str, document: str) -> Source:
    name = archive.files(commit).get(document)
    content = archive.read([name]).get(name) if name else None
    if content is None:
        what = f"{archive.name} holds no {document} at {commit}"
        raise UsageError(
            Fault(None, what, "see `compliance policy import` for the documents of a collection")
        )
    return Source(document, content, f"{archive.name}@{commit}", archive.date_of(commit))


def drifted(
    cited: Sequence[CitedVersion], archives: Mapping[str, Archive], store: Store
) -> tuple[list[Drifted], int]:
    """Look for every clause in force in the newest text of its document; also return how many were looked for."""
    current = [each for each in cited if each.version.to is None and each.version.fingerprint]
    finder = Finder({each.version.fingerprint or "" for each in current})
    heads = {name: archive.files() for name, archive in archives.items()}
    found: list[Drifted] = []
    looked = 0
    for each in current:
        versions = _captured(each, archives, heads, finder) or _pinned(each, store, finder)
        if versions is None:
            continue
        looked += 1
        old, new, where = versions
        if each.version.fingerprint not in finder.find(new):
            change = document_change(segment(old), segment(new), by_fingerprint([each]), finder)
            became = tuple(one for one in change.changes if one.cited)
            broken = change.reason if change.verdict == "artefact" else ""
            found.append(Drifted(each.name, each.version.from_, each.rules, where, became, broken))
    return found, looked


def _captured(
    each: CitedVersion,
    archives: Mapping[str, Archive],
    heads: Mapping[str, Mapping[str, str]],
    finder: Finder,
) -> tuple[str, str, str] | None:
    """The text at the capture, the newest text of the same document, and its name."""
    capture = each.version.capture
    archive = archive_for(capture.collection, archives) if capture else None
    if capture is None or archive is None or not archive.has(capture.commit):
        return None
    for path, name in archive.recorded_in(capture.commit).items():
        newest = heads[archive.name].get(path)
        texts = {
            key: content.decode("utf-8-sig", errors="replace")
            for key, content in archive.read([name, newest or name]).items()
        }
        if newest in texts and name in texts and each.version.fingerprint in finder.find(texts[name]):
            return texts[name], texts[newest], f"{path} of {archive.name}, {archive.date_of('HEAD')}"
    return None


def _pinned(each: CitedVersion, store: Store, finder: Finder) -> tuple[str, str, str] | None:
    """The first pinned text of the instrument with the words, the newest since they are in force, and its name."""
    pins = sorted((p for p in store.pins() if each.instrument in p.instruments), key=lambda p: p.captured_on)
    since = [pin for pin in pins if pin.captured_on >= each.version.start.isoformat()]
    texts = {pin.digest: store.lines(pin) for pin in pins} if since else {}
    held = next((text for text in texts.values() if each.version.fingerprint in finder.find(text)), None)
    if held is None:
        return None
    return held, texts[since[-1].digest], f"{since[-1].name}, pinned, of {since[-1].captured_on}"
