"""Keep the real texts on this machine: each under its digest, outside any repository."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import pathlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from compliance.errors import Fault, InputError, UsageError
from compliance.foreign_files import read_foreign
from compliance.model.known.policy_text import Pin
from compliance.text.keep.verify_lines import searchable
from compliance.text.read.segment import segment_bytes
from compliance.whole_files import put_files

__all__ = ["Store", "store_folder"]

LARGEST = 64 * 1024 * 1024
"""Bytes up to which a text is kept."""
LARGEST_NOTE = 1_000_000
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


def store_folder(given: pathlib.Path | None = None) -> pathlib.Path:
    """Return the folder of the local store: the given one, or that under the user's data folder.

    Raises:
        UsageError: If none is given and the user has no home.
    """
    if given is not None:
        return given
    named = os.environ.get("XDG_DATA_HOME")
    try:
        base = pathlib.Path(named) if named else pathlib.Path("~/.local/share").expanduser()
    except RuntimeError:
        what = "where texts are kept cannot be told: the user has no home"
        raise UsageError(Fault(None, what, "give --store, or set HOME or XDG_DATA_HOME")) from None
    return base / "compliance" / "texts"


class Store:
    """A folder of texts: each under its digest, with a note of where it came from."""

    def __init__(self, folder: pathlib.Path) -> None:
        """Take the folder; it is made when the first text is kept."""
        self.folder = folder

    def put(
        self, content: bytes, *, name: str, origin: str, captured_on: str, pinned_on: str,
        instruments: Iterable[str] = (),
    ) -> Pin:  # fmt: skip
        """Keep a text; the same bytes are kept once, with the earliest day on which they were captured.

        Raises:
            InputError: If it is too large, or cannot be written.
        """
        if len(content) > LARGEST:
            raise InputError(Fault(None, f"{name} is larger than {LARGEST >> 20} MB", "give the text alone"))
        digest = f"sha256:{hashlib.sha256(content).hexdigest()}"
        pin = Pin(digest, name, origin, captured_on, pinned_on, tuple(sorted(set(instruments))))
        note = self._note(digest)
        with contextlib.suppress(InputError):  # a note that is damaged, or not there, is written anew
            pin = _merged(self._pin(note), pin)
        kept = [
            (self._place(digest), content),
            (note, (json.dumps(asdict(pin), ensure_ascii=False, indent=1) + "\n").encode()),
        ]
        if not (mark := self.folder / ".gitignore").exists():
            kept.append((mark, b"# Texts of others: they belong into no repository.\n*\n"))
        try:
            self._write_all(kept)
        except OSError as error:
            what = f"cannot keep a text in {self.folder}: {(error.strerror or str(error)).lower()}"
            raise InputError(Fault(None, what, "give a folder that can be written with --store")) from None
        return pin

    def pins(self) -> tuple[Pin, ...]:
        """Return what is kept, by name and day.

        Raises:
            InputError: If a note cannot be read.
        """
        notes = (
            sorted(self.folder.glob(f"[0-9a-f][0-9a-f]/{'[0-9a-f]' * 64}.json"))
            if self.folder.is_dir()
            else []
        )
        return tuple(
            sorted((self._pin(note) for note in notes), key=lambda p: (p.name, p.captured_on, p.digest))
        )

    def read(self, pin: Pin) -> bytes:
        """Return a kept text, after checking that its bytes are those that were pinned.

        Raises:
            InputError: If they are not.
        """
        place = self._place(pin.digest)
        try:
            content = read_foreign(place, limit=LARGEST)
        except (OSError, ValueError):
            raise InputError(Fault(None, f"{place} is missing", "pin the text again")) from None
        if f"sha256:{hashlib.sha256(content).hexdigest()}" != pin.digest:
            raise InputError(Fault(None, f"{place} is not the text that was pinned", "pin the text again"))
        return content

    def lines(self, pin: Pin) -> str:
        """Return a kept text as lines in which clauses can be looked for."""
        return searchable(segment_bytes(self.read(pin), pin.name))

    def beside(self, pin: Pin, suffix: str) -> pathlib.Path:
        """Return the place of something that is kept beside a text."""
        place = self._place(pin.digest)
        return place.with_name(f"{place.name}{suffix}")

    def _place(self, digest: str) -> pathlib.Path:
        if not _DIGEST.fullmatch(digest):
            raise UsageError(Fault(None, f"{digest!r} is no digest", "write sha256: and 64 digits"))
        name = digest.removeprefix("sha256:")
        return self.folder / name[:2] / name

    def _note(self, digest: str) -> pathlib.Path:
        place = self._place(digest)
        return place.with_name(f"{place.name}.json")

    def _pin(self, note: pathlib.Path) -> Pin:
        try:
            told = json.loads(read_foreign(note, limit=LARGEST_NOTE))
            digest, name, origin, captured_on, pinned_on = (
                str(told[key]) for key in ("digest", "name", "origin", "captured_on", "pinned_on")
            )
            instruments = tuple(str(each) for each in told["instruments"])
            made = Pin(digest, name, origin, captured_on, pinned_on, instruments)
            if self._note(made.digest) != note:
                raise ValueError("the note is another text's")
        except (OSError, ValueError, KeyError, TypeError, UsageError, RecursionError):
            raise InputError(
                Fault(None, f"{note} cannot be read", "remove it, and pin the text again")
            ) from None
        return made

    def write(self, target: pathlib.Path, content: bytes) -> None:
        """Write a file whole or not at all."""
        self._write_all([(target, content)])

    def _write_all(self, files: Sequence[tuple[pathlib.Path, bytes]]) -> None:
        for target, _ in files:
            target.parent.mkdir(parents=True, exist_ok=True)
        put_files(files)


def _merged(had: Pin, new: Pin) -> Pin:
    first = min(had, new, key=lambda each: each.captured_on)
    names = tuple(sorted({*had.instruments, *new.instruments}))
    return Pin(had.digest, first.name, first.origin, first.captured_on, had.pinned_on, names)
