"""Keep the real texts on this machine, by digest, outside any repository, and quote the cited clauses from them."""

from __future__ import annotations

import hashlib
import json
import os
import pathlib
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from compliance.errors import Fault, InputError, UsageError
from compliance.model.policy_text import CitedVersion, Pin, Quote
from compliance.text import fingerprint
from compliance.text.segment import segment_bytes
from compliance.text.verify_lines import searchable

__all__ = ["Store", "pinned_quotes", "quote_of", "store_folder"]

LARGEST = 64 * 1024 * 1024
"""Bytes up to which a text is kept."""
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_CAPITAL = "\ue000"


def store_folder(given: pathlib.Path | None = None) -> pathlib.Path:
    """Return the folder of the local store: the given one, or that under the user's data folder."""
    if given is not None:
        return given
    named = os.environ.get("XDG_DATA_HOME")
    base = pathlib.Path(named) if named else pathlib.Path("~/.local/share").expanduser()
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
        if (had := self._note(digest)).is_file():
            pin = _merged(self._pin(had), pin)
        try:
            self._write(self._place(digest), content)
            self._write(had, (json.dumps(asdict(pin), ensure_ascii=False, indent=1) + "\n").encode())
            if not (mark := self.folder / ".gitignore").exists():
                self._write(mark, b"# Texts of others: they belong into no repository.\n*\n")
        except OSError as error:
            what = f"cannot keep a text in {self.folder}: {(error.strerror or str(error)).lower()}"
            raise InputError(Fault(None, what, "give a folder that can be written with --store")) from None
        return pin

    def pins(self) -> tuple[Pin, ...]:
        """Return what is kept, by name and day.

        Raises:
            InputError: If a note cannot be read.
        """
        notes = sorted(self.folder.glob("[0-9a-f][0-9a-f]/*.json")) if self.folder.is_dir() else []
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
            content = place.read_bytes()
        except OSError:
            raise InputError(Fault(None, f"{place} is missing", "pin the text again")) from None
        if f"sha256:{hashlib.sha256(content).hexdigest()}" != pin.digest:
            raise InputError(Fault(None, f"{place} is not the text that was pinned", "pin the text again"))
        return content

    def lines(self, pin: Pin) -> str:
        """Return a kept text as lines in which clauses can be looked for."""
        return searchable(segment_bytes(self.read(pin), pin.name))

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
            told = json.loads(note.read_bytes())
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

    def _write(self, target: pathlib.Path, content: bytes) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = None
        try:
            with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".fresh.", delete=False) as stream:
                fresh = pathlib.Path(stream.name)
                stream.write(content)
            fresh.replace(target)
        except OSError:
            if fresh is not None:
                fresh.unlink(missing_ok=True)
            raise


def pinned_quotes(store: Store, clauses: Iterable[CitedVersion]) -> dict[str, Quote]:
    """Return the words of cited clauses by their fingerprint, from the earliest pinned text in which they stand."""
    wanted = {each.version.fingerprint for each in clauses if each.version.fingerprint}
    found: dict[str, Quote] = {}
    for pin in sorted(store.pins(), key=lambda each: (each.captured_on, each.digest)):
        left = wanted.difference(found)
        if left:
            found.update((quote.fingerprint, quote) for quote in _quotes(store.lines(pin), pin, left))
    return found


def _quotes(text: str, pin: Pin, wanted: Iterable[str]) -> Iterator[Quote]:
    lines = text.split("\n")
    for mark, stand in fingerprint.find(text, frozenset(wanted)).items():
        words = quote_of(lines[stand.line - 1], stand.words)
        yield Quote(mark, words, pin.digest, pin.captured_on, pin.origin, stand.line)


def quote_of(line: str, words: str) -> str:
    """Return the words of a line that have a normal form, with their capital letters.

    >>> quote_of("*   You may **not** sell [Output](https://example.com).", "sell output.")
    'sell Output.'
    """
    marked = "".join(
        f"{_CAPITAL}{each}" if each != each.lower() else each for each in line.replace(_CAPITAL, "")
    )
    form = fingerprint.normalise(marked)
    at = form.replace(_CAPITAL, "").find(words)
    if at < 0:
        return words
    taken: list[str] = []
    position, capital = 0, False
    for each in form:
        if each == _CAPITAL:
            capital = True
            continue
        if at <= position < at + len(words):
            taken.append(each.upper() if capital else each)
        position, capital = position + 1, False
    return "".join(taken)


def _merged(had: Pin, new: Pin) -> Pin:
    first = min(had, new, key=lambda each: each.captured_on)
    names = tuple(sorted({*had.instruments, *new.instruments}))
    return Pin(had.digest, first.name, first.origin, first.captured_on, had.pinned_on, names)
