"""Prove that the words of each cited clause stand in a text that is held: at its capture, or in a pinned text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from compliance.model.known.policy_text import CitedVersion, Proof
from compliance.text.keep import fingerprint
from compliance.text.keep.ota import Archive, archive_for
from compliance.text.keep.pin import Store
from compliance.text.keep.pin_quotes import pinned_quotes
from compliance.text.keep.verify_lines import searchable
from compliance.text.read.segment import segment_bytes

__all__ = ["failed", "verify"]


def verify(
    cited: Sequence[CitedVersion],
    archives: Mapping[str, Archive],
    store: Store | None = None,
    *,
    thorough: bool = True,
) -> tuple[Proof, ...]:
    """Look for every clause version: at the commit at which it was captured, then in the pinned texts.

    A thorough search tries every run of words of the documents in which a fingerprint was not found.
    """
    captured = _captured(cited, archives, thorough=thorough)
    pinned = _pinned(store, cited)
    return tuple(_proof(each, archives, captured, pinned) for each in cited)


def failed(proofs: Iterable[Proof]) -> tuple[Proof, ...]:
    """Return those whose text is held and does not hold the words."""
    return tuple(each for each in proofs if each.state == "not-proven")


def _proof(
    each: CitedVersion, archives: Mapping[str, Archive], captured: Mapping[tuple[str, str, str], str],
    pinned: tuple[Mapping[str, str], frozenset[str]],
) -> Proof:  # fmt: skip
    version = each.version
    if version.fingerprint is None:
        return Proof(each, "no-fingerprint", _why_none(each))
    where, instruments = pinned
    if version.fingerprint in where:
        return Proof(each, "proven", where[version.fingerprint])
    capture = version.capture
    archive = archive_for(capture.collection, archives) if capture else None
    if capture and archive and archive.has(capture.commit):
        key = (capture.collection, capture.commit, version.fingerprint)
        if key in captured:
            return Proof(each, "proven", captured[key])
        what = f"no run of words at {archive.name}@{capture.commit[:10]} has this fingerprint"
        return Proof(each, "not-proven", what)
    if each.instrument in instruments:
        return Proof(each, "not-proven", "the texts pinned for this instrument do not hold the words")
    if capture and archive:
        return Proof(each, "no-text", f"{archive.name} does not hold commit {capture.commit[:10]}")
    if capture:
        return Proof(each, "no-text", f"collection {capture.collection} is not given (--texts)")
    return Proof(each, "no-text", "no capture is recorded; pin the text to prove it")


def _why_none(each: CitedVersion) -> str:
    if not each.version.held:
        return "the text of that time is not held"
    if each.assurance != "full-text":
        return f"the clause is known at second hand ({each.assurance})"
    return "no fingerprint is recorded"


def _captured(
    cited: Iterable[CitedVersion], archives: Mapping[str, Archive], *, thorough: bool
) -> dict[tuple[str, str, str], str]:
    """Where the fingerprints stand at their capture commits."""
    wanted: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for each in cited:
        capture = each.version.capture
        if capture and each.version.fingerprint:
            wanted[capture.collection, capture.commit, capture.path or ""].add(each.version.fingerprint)
    found: dict[tuple[str, str, str], str] = {}
    for (collection, commit, path), marks in wanted.items():
        archive = archive_for(collection, archives)
        if archive is not None and archive.has(commit):
            look = _in_file if path else _at
            for mark, where in look(archive, commit, marks, path, thorough=thorough).items():
                found[collection, commit, mark] = where
    return found


def _in_file(archive: Archive, commit: str, marks: set[str], path: str, *, thorough: bool) -> dict[str, str]:
    """Where fingerprints stand in one file of a repository."""
    name = archive.object_at(commit, path) or ""
    text = searchable(segment_bytes(archive.read([name]).get(name, b""), path))
    stands = fingerprint.find(text, marks, thorough=thorough)
    return {mark: f"{path}:{stand.line} at {archive.name}@{commit[:10]}" for mark, stand in stands.items()}


def _at(archive: Archive, commit: str, marks: set[str], _path: str, *, thorough: bool) -> dict[str, str]:
    """Where fingerprints stand in what a commit recorded; in all of the collection where it recorded no text."""
    documents = archive.recorded_in(commit) or archive.files(commit)
    contents = archive.read(list(documents.values()))
    found: dict[str, str] = {}
    for path, name in documents.items():
        text = contents.get(name, b"").decode("utf-8-sig", errors="replace")
        for mark, stand in fingerprint.find(text, marks.difference(found), thorough=thorough).items():
            found[mark] = f"{path}:{stand.line} at {archive.name}@{commit[:10]}"
    return found


def _pinned(store: Store | None, cited: Iterable[CitedVersion]) -> tuple[Mapping[str, str], frozenset[str]]:
    """Where the fingerprints stand in the pinned texts, and the instruments of which a text is pinned."""
    if store is None:
        return {}, frozenset()
    found = {
        mark: f"pinned {quote.digest[:19]} of {quote.captured_on}, line {quote.line}"
        for mark, quote in pinned_quotes(store, cited).items()
    }
    return found, frozenset(name for pin in store.pins() for name in pin.instruments)
