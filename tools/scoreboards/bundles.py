"""Read single files of recorded texts as they stood at a commit, and the arguments that the text boards share."""

from __future__ import annotations

import argparse
import pathlib
from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from compliance.text.keep.ota import Archive, archive_for, collections_of, open_archive

Record = Mapping[str, Any]


class Texts:
    """The texts of several collections, each looked for where it was given, else as a bundle in the folder."""

    def __init__(self, folder: pathlib.Path, given: Iterable[str]) -> None:
        self._folder = folder
        self._archives: dict[str, Archive] = collections_of(list(given))

    def archive(self, collection: str) -> Archive:
        """Return a collection by its name, with or without its organisation."""
        found = archive_for(collection, self._archives)
        if found is None:
            found = open_archive(self._folder / f"{collection.rpartition('/')[2]}.bundle", collection)
            self._archives[collection] = found
        return found

    def read(self, collection: str, commit: str, file: str) -> str:
        """Return a file as it stood at a commit; KeyError if there is none."""
        archive = self.archive(collection)
        name = archive.files(commit)[file]
        return archive.read([name])[name].decode("utf-8", errors="replace")


def arguments(board: str, about: str | None) -> argparse.ArgumentParser:
    """Return a parser of what every board over gold files takes."""
    parser = argparse.ArgumentParser(prog=f"benchmarks.scoreboard {board}", description=about)
    parser.add_argument("gold", type=pathlib.Path, nargs="+", metavar="GOLD.yaml")
    parser.add_argument("--texts", action="append", default=[], metavar="COLLECTION=BUNDLE-OR-GIT-DIR")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON and nothing else")
    return parser


def records(path: pathlib.Path, *lists: str) -> list[dict[str, Any]]:
    """Return what some lists of a gold file hold."""
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [each for name in lists for each in told.get(name, ())]
