"""Where updated packs live: signed bundles in a folder of the user's, one of which may be in effect.

A bundle is verified against the pinned key when it is taken over, when it is gone back to, and each time that it is
read. What is damaged, unsigned or signed by another key is an error, never the bundled packs in its place.
"""

from __future__ import annotations

import hashlib
import json
import os
import pathlib
import re
from dataclasses import asdict, dataclass, replace
from typing import Any

from compliance.errors import Fault, PackError, UsageError, printable, shortened
from compliance.foreign_files import read_foreign, reason_of
from compliance.load.packs.bundle import MUCH, files_of
from compliance.load.updating.bundle_age import date_of, is_older
from compliance.load.updating.held_folder import held
from compliance.load.updating.minisign import MOST, PublicKey, UnverifiedError, public_key, verify
from compliance.whole_files import put_files

_DIGEST = re.compile(r"[0-9a-f]{64}")
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2})?)?", re.ASCII)
_BUNDLE, _SIGNATURE = "{}.packs", "{}.packs.minisig"


@dataclass(frozen=True, slots=True)
class State:
    """The pinned key, and the bundles that were put in effect: the last one is, unless there is none."""

    key: str = ""
    taken: tuple[str, ...] = ()
    newest: str = ""
    """The latest date of a bundle that was taken over; neither going back nor taking an older one lowers it."""


@dataclass(frozen=True, slots=True)
class Update:
    """A bundle that was verified."""

    content: bytes
    signature: str
    comment: str
    key: PublicKey

    @property
    def digest(self) -> str:
        """The digest of the file."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def words(self) -> str:
        """Which bundle it is and who signed it, for reports."""
        told = shortened(printable(self.comment), 100)
        return f"bundle {self.digest[:16]} ({told}), signed with the key {self.key.name}"


def updates_folder() -> pathlib.Path:
    """The folder of updates. Raises `UsageError` for a user without a home."""
    named = os.environ.get("XDG_DATA_HOME")
    try:
        home = pathlib.Path(named) if named else pathlib.Path("~/.local/share").expanduser()
    except RuntimeError:
        to_do = "set XDG_DATA_HOME to a folder of yours"
        raise UsageError(Fault(None, "there is no home in which updates could be kept", to_do)) from None
    if not home.is_absolute():
        # Otherwise the folder in which a check runs would say whose packs are in effect.
        to_do = "set XDG_DATA_HOME to a folder of yours, by its whole path"
        raise UsageError(Fault(None, f"the home of updates, {home}, is no absolute path", to_do))
    return home / "compliance" / "packs"


def verified(bundle: pathlib.Path, signature: pathlib.Path, key: PublicKey) -> Update:
    """Read a bundle and its signature.

    Raises:
        UnverifiedError: The signature does not hold.
        PackError: A file cannot be read, or is no bundle.
    """
    content = _read(bundle, MUCH)
    signed = _read(signature, MOST).decode("utf-8", "replace")
    comment = verify(content, signed, key)
    try:
        files_of(content)
    except ValueError as error:
        raise _fault(f"{bundle}: {error}") from None
    return Update(content, signed, comment, key)


def key_of(path: pathlib.Path) -> PublicKey:
    """The key in a file. Raises `PackError` or `UnverifiedError`."""
    return public_key(_read(path, MOST).decode("utf-8", "replace"))


class Updates:
    """The folder of updates of one user."""

    def __init__(self, folder: pathlib.Path) -> None:
        """Look at nothing yet."""
        self._folder = folder

    def state(self) -> State:
        """What is pinned and in effect. Raises `PackError` where the note on it is damaged."""
        path = self._folder / "state.json"
        if not os.path.lexists(path):
            return State()
        try:
            state = _state_of(json.loads(_read(path, 1_000_000)))
        except PackError as error:
            raise _fault(error.faults[0].what, _ANEW.format(path)) from None
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise _fault(f"{path} is damaged", _ANEW.format(path)) from None
        return state

    def pinned(self, given: PublicKey | None) -> PublicKey:
        """The key to verify with: the pinned one, else the given one. Raises `UsageError`."""
        line = self.state().key
        if not line:
            if given is None:
                to_do = "give the file of the public key with --key; it is pinned with the first update"
                raise UsageError(Fault(None, "no key is pinned", to_do))
            return given
        pinned = public_key(line)
        if given is not None and given != pinned:
            to_do = f"to trust another one, remove {self._folder / 'state.json'} first, and look twice"
            raise UsageError(Fault(None, f"the key {pinned.name} is pinned, not {given.name}", to_do))
        return pinned

    def older(self, update: Update) -> str:
        """Why a verified bundle is older than what was taken over before; empty where it is not.

        Where the bundle in effect is damaged, another one heals it; one whose date nobody noted makes any other one
        count as older. Raises `PackError` where the note on updates is damaged.
        """
        state = self.state()
        if update.digest in state.taken[:-1] and update.digest != state.taken[-1]:
            return "it was in effect before, and another one took its place"
        if update.digest in state.taken:
            return ""
        try:
            newest = self._newest()
        except (PackError, UnverifiedError):
            return "the one in effect is damaged, so that its date cannot be told"
        date = date_of(update.comment)
        if not is_older(date, newest):
            return ""
        return (
            f"{f'it is of {date}' if date else 'its comment has no date'}, and one of {newest} was taken over"
        )

    def same_date(self, update: Update) -> bool:
        """Whether another bundle of that day was taken over, so that nobody can tell which of the two is older."""
        state = self.state()
        try:
            newest = self._newest() if update.digest not in state.taken else ""
        except (PackError, UnverifiedError):
            return False  # `older` says what there is to say
        date = date_of(update.comment)
        length = min(len(date), len(newest))
        return length > 0 and date[:length] == newest[:length]

    def take(self, update: Update, seen: State | None = None) -> None:
        """Put a verified bundle in effect, and pin its key.

        Raises `UsageError` where another run is at it, or the note is not what was `seen` when its age and key were
        looked at; `PackError` where something else than a file lies in the place of one.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        with held(self._folder):
            state = self.state()
            if seen is not None and state != seen:
                to_do = "look at the update once more: it was held against what was in effect before"
                raise UsageError(Fault(None, "what is in effect has changed meanwhile", to_do))
            self._put(update, state)

    def _put(self, update: Update, state: State) -> None:
        digest = update.digest
        try:
            before = self._newest()
        except (PackError, UnverifiedError):
            before = ""  # A damaged bundle tells no date, and is healed by another.
        newest = max(before, date_of(update.comment))  # a moment counts for more than its day
        taken = state.taken if state.taken[-1:] == (digest,) else (*state.taken, digest)
        files = [
            (self._folder / _BUNDLE.format(digest), update.content),
            (self._folder / _SIGNATURE.format(digest), update.signature.encode()),
            self._noted(State(update.key.line, taken, newest)),
        ]
        for path, _ in files:
            _check_place(path)
        put_files(files)

    def back(self) -> Update | None:
        """Put the bundle before the last one in effect; None where those of the program are again.

        Raises `UsageError` where nothing is in effect, `PackError` or `UnverifiedError` where the earlier is damaged.
        """
        if not self.state().taken:
            raise UsageError(Fault(None, "no update is in effect", "there is nothing to go back from"))
        with held(self._folder):
            state = self.state()
            before = replace(state, taken=state.taken[:-1])
            update = self._held(before)
            put_files([self._noted(before)])
        return update

    def current(self) -> Update | None:
        """The bundle in effect, verified anew; None where there is none. Raises `PackError` or `UnverifiedError`."""
        return self._held(self.state())

    def _newest(self) -> str:
        """The latest date that was taken over; a note without one knows that of the bundle in effect alone."""
        state = self.state()
        if state.newest or not state.taken:
            return state.newest
        update = self._held(state)
        return date_of(update.comment) if update else ""

    def _held(self, state: State) -> Update | None:
        if not state.taken:
            return None
        digest = state.taken[-1]
        bundle, signed = self._folder / _BUNDLE.format(digest), self._folder / _SIGNATURE.format(digest)
        update = verified(bundle, signed, public_key(state.key))
        if update.digest != digest:
            raise UnverifiedError(Fault(None, f"the bundle {digest[:16]} is damaged", _AGAIN))
        return update

    def _noted(self, state: State) -> tuple[pathlib.Path, bytes]:
        return self._folder / "state.json", json.dumps(asdict(state), indent=1).encode() + b"\n"


_ANEW = "remove {}, and take the update over anew: its key is pinned anew then, so look twice"
_AGAIN = "take the update over again with `compliance rules update`, or go back with --back"


def _state_of(data: Any) -> State:
    """What a note says. Raises `ValueError`, `KeyError`, `TypeError` or `AttributeError` for one that is none."""
    key, taken, newest = data["key"], data["taken"], data.get("newest", "")
    if not isinstance(taken, list) or not all(isinstance(one, str) for one in (key, newest, *taken)):
        raise TypeError
    if (taken and not key) or not all(map(_DIGEST.fullmatch, taken)) or not _DATE.fullmatch(newest):
        raise ValueError
    return State(key, tuple(taken), newest)


def _check_place(path: pathlib.Path) -> None:
    """Make sure that nothing but a file is written over: a pipe would be waited for, a link followed."""
    if os.path.lexists(path) and (path.is_symlink() or not path.is_file()):
        raise _fault(f"{path} is no regular file", "remove it, and take the update over again")


def _read(path: pathlib.Path, limit: int) -> bytes:
    try:
        return read_foreign(path, limit=limit)
    except (OSError, ValueError) as error:
        raise _fault(f"cannot read {path}: {reason_of(error)}") from None


def _fault(what: str, to_do: str = _AGAIN) -> PackError:
    return PackError(Fault(None, what, to_do))
