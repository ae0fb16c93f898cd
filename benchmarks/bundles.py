"""Read single files out of git bundles or checkouts of recorded texts."""

from __future__ import annotations

import hashlib
import pathlib
import subprocess
import tempfile
from collections.abc import Iterable, Mapping


class TextsError(Exception):
    """A collection is not there, or does not hold what is asked for."""


def places(given: Iterable[str]) -> dict[str, pathlib.Path]:
    """Read `COLLECTION=PATH` arguments."""
    found = {}
    for each in given:
        collection, equals, path = each.partition("=")
        if not equals or not path:
            raise TextsError(f"--texts {each}: write COLLECTION=BUNDLE-OR-GIT-DIR")
        found[collection] = pathlib.Path(path)
    return found


class Texts:
    """The texts of several collections; a bundle is unpacked once, into the folder for temporary files."""

    def __init__(self, folder: pathlib.Path, given: Mapping[str, pathlib.Path]) -> None:
        """Look for a collection where it was given, and else for its bundle in the folder."""
        self._folder = folder
        self._given = dict(given)
        self._repositories: dict[str, pathlib.Path] = {}

    def read(self, collection: str, commit: str, file: str) -> str:
        """Return a file as it stood at a commit."""
        shown = _git(self.repository(collection), "show", f"{commit}:{file}")
        return shown.decode("utf-8", errors="replace")

    def repository(self, collection: str) -> pathlib.Path:
        """Return the git directory of a collection."""
        if collection not in self._repositories:
            short = collection.rpartition("/")[2]
            place = self._given.get(collection) or self._given.get(short) or self._folder / f"{short}.bundle"
            if not place.exists():
                raise TextsError(f"{collection}: no {place}; name its bundle with --texts {collection}=PATH")
            self._repositories[collection] = _unpacked(place) if place.is_file() else place
        return self._repositories[collection]


def _unpacked(bundle: pathlib.Path) -> pathlib.Path:
    state = bundle.stat()
    key = hashlib.sha256(f"{bundle.resolve()}:{state.st_size}:{state.st_mtime_ns}".encode()).hexdigest()[:16]
    target = pathlib.Path(tempfile.gettempdir()) / f"compliance-texts-{key}.git"
    if not (target / "HEAD").exists():
        with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
            fresh = pathlib.Path(scratch) / "texts.git"
            _git(None, "clone", "--quiet", "--mirror", str(bundle), str(fresh))
            if not target.exists():
                fresh.rename(target)
    return target


def _git(repository: pathlib.Path | None, *words: str) -> bytes:
    where = ("-C", str(repository)) if repository else ()
    done = subprocess.run(["git", *where, *words], capture_output=True, check=False)
    if done.returncode:
        raise TextsError(done.stderr.decode("utf-8", errors="replace").strip() or f"git {words[0]} failed")
    return done.stdout
