"""Collections of recorded texts (Open Terms Archive): git checkouts, bare repositories and bundles, read as they are.

Blobs above `LARGEST` are left out. Nothing is written into a repository that is read: a bundle is unpacked into the
user's cache.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import pathlib
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence

from compliance.errors import Fault, InputError, UsageError, shortened
from compliance.text.keep.ota_git import git
from compliance.text.keep.recorded import LARGEST, Step, is_document

__all__ = ["Archive", "Step", "collections_of", "open_archive"]

_COMMIT = re.compile(r"[0-9a-f]{7,64}")
_URL = re.compile(r"^[a-z][a-z0-9+.-]*://|^[\w.-]+@[\w.-]+:", re.IGNORECASE)


class Archive:
    """One collection."""

    def __init__(self, name: str, repository: pathlib.Path) -> None:
        """Take the name of the collection and its git directory."""
        self.name = name
        self.repository = repository

    def head(self) -> str:
        """Return the newest commit."""
        return self._git("rev-parse", "--verify", "--quiet", "HEAD^{commit}").decode().strip()

    def has(self, commit: str) -> bool:
        """Tell whether a commit is held."""
        return (
            bool(_COMMIT.fullmatch(commit))
            and self._try("cat-file", "-e", f"{commit}^{{commit}}") is not None
        )

    def commits(self) -> list[tuple[str, str, int]]:
        """Return every commit of the main line, its parent and its time, the oldest first."""
        told = self._git("rev-list", "--first-parent", "--reverse", "--parents", "--timestamp", "HEAD")
        found = []
        for line in told.decode().splitlines():
            seconds, commit, *parents = line.split()
            found.append((commit, parents[0] if parents else "", int(seconds)))
        return found

    def steps(self, commits: Sequence[tuple[str, str, int]]) -> Iterator[Step]:
        """Yield the changes of documents that some commits recorded, in their order."""
        times = {commit: when for commit, _, when in commits}
        pairs = "".join(f"{commit} {parent}".strip() + "\n" for commit, parent, _ in commits)
        words = ("diff-tree", "--stdin", "--root", "-r", "-z", "--no-renames", "--no-abbrev")
        commit = ""
        fields = iter(self._git(*words, given=pairs.encode()).split(b"\0"))
        for field in fields:
            told = field.decode("utf-8", errors="replace")
            if told.startswith(":"):
                path = next(fields, b"").decode("utf-8", errors="replace")
                yield from _step(commit, times, told, path)
            elif _COMMIT.fullmatch(told.strip()):
                commit = told.strip()

    def read(self, objects: Sequence[str]) -> dict[str, bytes]:
        """Return the contents of objects; those that are not held or too large are left out."""
        named = [each for each in dict.fromkeys(objects) if _COMMIT.fullmatch(each)]
        told = self._git(
            "cat-file", "--batch-check=%(objectname) %(objecttype) %(objectsize)", given=_lines(named)
        )
        wanted = []
        for line in told.decode().splitlines():
            parts = line.split()
            if len(parts) == 3 and parts[1] == "blob" and int(parts[2]) <= LARGEST:
                wanted.append(parts[0])
        return dict(_contents(self._git("cat-file", "--batch", given=_lines(wanted)))) if wanted else {}

    def files(self, commit: str = "HEAD") -> dict[str, str]:
        """Return every document that stood at a commit, with the name of the object that holds it."""
        self._check(commit)
        found = {}
        for entry in self._git("ls-tree", "-r", "-z", commit).split(b"\0"):
            head, tab, path = entry.partition(b"\t")
            parts = head.split()
            shown = path.decode("utf-8", errors="replace")
            if tab and parts[1] == b"blob" and is_document(shown):
                found[shown] = parts[2].decode()
        return found

    def object_at(self, commit: str, path: str) -> str | None:
        """Return the name of the object that holds a file at a commit; None where there is no such file."""
        if not self.has(commit):
            return None
        told = self._try("rev-parse", "--verify", "--quiet", f"{commit}:{path}") or b""
        return told.decode("ascii", errors="replace").strip() or None

    def recorded_in(self, commit: str) -> dict[str, str]:
        """Return the documents that a commit itself recorded, with the names of their objects."""
        self._check(commit)
        parents = self._git("rev-list", "--parents", "--timestamp", "--max-count=1", commit).decode().split()
        whole = [(parents[1], parents[2] if len(parents) > 2 else "", int(parents[0]))]
        return {step.path: step.new for step in self.steps(whole) if step.new}

    def date_of(self, commit: str) -> str:
        """Return the day on which a commit was recorded."""
        self._check(commit)
        seconds = self._git("rev-list", "--timestamp", "--max-count=1", commit).split()[0]
        return _moment(int(seconds)).date().isoformat()

    def _check(self, commit: str) -> None:
        if commit != "HEAD" and not self.has(commit):
            what = f"{self.name} holds no commit {shortened(commit, 48)!r}"
            raise InputError(Fault(None, what, "give a commit of this collection, or a newer copy of it"))

    def _git(self, *words: str, given: bytes = b"") -> bytes:
        return git(self.repository, *words, given=given)

    def _try(self, *words: str) -> bytes | None:
        try:
            return self._git(*words)
        except InputError:
            return None


def open_archive(place: pathlib.Path, name: str = "") -> Archive:
    """Open a checkout, a bare repository or a bundle.

    Raises:
        InputError: If it is none of them, or git cannot read it.
    """
    refuse_url(str(place))
    if place.is_file():
        return Archive(name or place.stem, _unpacked(place))
    for inner in (place / ".git", place):
        if (inner / "HEAD").is_file() and (inner / "objects").is_dir():
            archive = Archive(name or place.resolve().name, inner)
            archive.head()
            return archive
    what = f"{place} is neither a git repository nor a bundle"
    raise InputError(Fault(None, what, "give a checkout or a bundle of an Open Terms Archive collection"))


def collections_of(given: Sequence[str]) -> dict[str, Archive]:
    """Open every `COLLECTION=BUNDLE-OR-GIT-DIR`.

    Raises:
        UsageError: If one is not written like that.
        InputError: If one cannot be read.
    """
    found: dict[str, Archive] = {}
    for each in given:
        name, equals, place = each.partition("=")
        if not equals or not name or not place:
            what = f"--texts {shortened(each)} names no collection and no place"
            raise UsageError(Fault(None, what, "write COLLECTION=BUNDLE-OR-GIT-DIR"))
        found[name] = open_archive(pathlib.Path(place), name)
    return found


def archive_for(collection: str, archives: Mapping[str, Archive]) -> Archive | None:
    """Find a collection by its name, with or without the organisation before it."""
    short = collection.rpartition("/")[2]
    return next((archives[name] for name in (collection, short) if name in archives), None)


def refuse_url(text: str) -> None:
    """Raise `UsageError` where an address is given: nothing is ever downloaded."""
    if _URL.match(text) or re.match(r"^[a-z][a-z0-9+.-]+:/", text, re.IGNORECASE):
        what = f"{shortened(text)!r} is an address, and this program downloads nothing"
        raise UsageError(Fault(None, what, "save the page to a file, and give the file"))


def _unpacked(bundle: pathlib.Path) -> pathlib.Path:
    """Return the git directory of a bundle, which is unpacked into the cache once."""
    with bundle.open("rb") as stream:
        if not stream.read(32).startswith(b"# v"):
            what = f"{bundle} is no git bundle"
            raise InputError(Fault(None, what, "give a checkout or a bundle of a collection"))
    state = bundle.stat()
    key = hashlib.sha256(f"{bundle.resolve()}:{state.st_size}:{state.st_mtime_ns}".encode()).hexdigest()[:20]
    try:
        target = _cache() / f"{key}.git"
        if not (target / "HEAD").is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
                fresh = pathlib.Path(scratch) / "texts.git"
                _unpack(bundle.resolve(), fresh)
                if not target.exists():
                    fresh.rename(target)
    except (OSError, RuntimeError) as error:
        what = f"{bundle} cannot be unpacked into the cache: {getattr(error, 'strerror', None) or error}"
        raise InputError(Fault(None, what, "set XDG_CACHE_HOME to a folder that can be written")) from None
    return target


def _unpack(bundle: pathlib.Path, fresh: pathlib.Path) -> None:
    heads = git(None, "bundle", "list-heads", str(bundle)).decode("utf-8", errors="replace").split("\n")
    named = [line.split(" ", 1) for line in heads if " " in line]
    chosen = [commit for commit, ref in named if ref == "HEAD"] or [commit for commit, _ in named]
    if not chosen or not _COMMIT.fullmatch(chosen[0]):
        raise InputError(Fault(None, f"{bundle} names no commit", "make the bundle with HEAD and its branch"))
    git(None, "init", "--quiet", "--bare", "--template=", str(fresh))
    git(
        fresh,
        "fetch",
        "--quiet",
        "--no-tags",
        "--no-write-fetch-head",
        str(bundle),
        "+refs/*:refs/texts/*",
        files=True,
    )
    (fresh / "HEAD").write_text(f"{chosen[0]}\n", encoding="ascii")


def _cache() -> pathlib.Path:
    named = os.environ.get("XDG_CACHE_HOME")
    base = pathlib.Path(named) if named else pathlib.Path("~/.cache").expanduser()
    return base / "compliance" / "texts"


def _lines(words: Sequence[str]) -> bytes:
    return "".join(f"{word}\n" for word in words).encode()


def _moment(seconds: int) -> datetime.datetime:
    try:
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    except (OverflowError, OSError, ValueError):
        return datetime.datetime.fromtimestamp(0, datetime.UTC)


def _step(commit: str, times: Mapping[str, int], told: str, path: str) -> Iterator[Step]:
    modes = told[1:].split()
    if len(modes) == 5 and commit in times and is_document(path):
        old, new = ("" if set(each) == {"0"} else each for each in modes[2:4])
        if "120000" not in modes[:2] and "160000" not in modes[:2]:
            yield Step(commit, _moment(times[commit]), path, old, new)


def _contents(stream: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while at < len(stream):
        end = stream.index(b"\n", at)
        parts = stream[at:end].split()
        size = int(parts[2])
        yield parts[0].decode(), stream[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
