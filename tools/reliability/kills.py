"""Kill the program at every touch of a file while it writes, and look at what is left.

A child process counts what it does to files by the interpreter's own audit, and kills itself at the given one. What
stood before must stand, or what was to be written, whole; and the same write must succeed afterwards.
"""

from __future__ import annotations

import os
import pathlib
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from compliance.load.updating.minisign import PublicKey
from compliance.load.updating.updates import Update, Updates
from compliance.text.keep.pin import Store
from compliance.text.watch.state import Progress, load, save
from compliance.whole_files import put_files

_TOUCHES = frozenset(("open", "os.rename", "os.link", "os.remove", "os.chmod", "os.mkdir", "shutil.copyfile"))
_OLD, _NEW = b"old" * 20_000, b"new" * 30_000


@dataclass(frozen=True, slots=True)
class Write:
    """Something that is written: how, and whether what is left is whole."""

    name: str
    prepare: Callable[[pathlib.Path], None]
    write: Callable[[pathlib.Path], None]
    is_whole: Callable[[pathlib.Path], bool]


@dataclass(slots=True)
class Kills:
    """How often a write was killed and what it lost."""

    name: str
    points: int = 0
    lost: int = 0
    left: int = 0
    """Hidden files that outlasted the next write of their file."""


def run_kills(write: Write) -> Kills:
    """Kill a write at each of its points."""
    found = Kills(write.name)
    while True:
        with tempfile.TemporaryDirectory(prefix="kill-") as place:
            folder = pathlib.Path(place)
            write.prepare(folder)
            killed = _killed(partial(write.write, folder), found.points + 1, folder)
            if not killed:
                break
            found.points += 1
            whole = write.is_whole(folder)
            apart(partial(write.write, folder))
            found.left += sum(path.name.startswith(".fresh.") for path in folder.rglob("*"))
            found.lost += not (whole and write.is_whole(folder))
    if not found.points:
        raise RuntimeError(f"{write.name}: nothing was written")
    return found


MOMENTS = 12
"""At how many moments a write is killed whose files the interpreter does not see."""


def run_moments(write: Write) -> Kills:
    """Kill a write at moments that are spread over the time that it takes."""
    found, taken = Kills(write.name), 0.0
    for number in range(MOMENTS + 1):
        with tempfile.TemporaryDirectory(prefix="kill-") as place:
            folder = pathlib.Path(place)
            write.prepare(folder)
            begin = time.monotonic()
            child = _child(partial(write.write, folder))
            if number:
                time.sleep(taken * number / (MOMENTS + 1))
                os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            taken = taken or time.monotonic() - begin
            found.points += bool(number)
            whole = write.is_whole(folder)
            apart(partial(write.write, folder))
            found.left += sum(path.name.startswith(".fresh.") for path in folder.rglob("*"))
            found.lost += not (whole and write.is_whole(folder))
    return found


def apart(work: Callable[[], None]) -> None:
    """Do work in a child, which may do to its streams what it likes. Raises `RuntimeError` where it fails."""
    if os.waitpid(_child(work), 0)[1]:
        raise RuntimeError("a write that nothing kills fails")


def _child(work: Callable[[], None]) -> int:
    """Do work in a child; its number."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return child


def _killed(work: Callable[[], None], at: int, folder: pathlib.Path) -> bool:
    """Do work in a child that kills itself at its nth touch of the folder; whether it came to that.

    Raises `RuntimeError` where the work itself fails.
    """

    def counted() -> None:
        touches = 0

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal touches
            if event in _TOUCHES and str(folder) in str(arguments[0]):
                touches += 1
                if touches == at:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        work()

    told = os.waitpid(_child(counted), 0)[1]
    if not os.WIFSIGNALED(told) and os.WEXITSTATUS(told):
        raise RuntimeError("a write that nothing kills fails")
    return os.WIFSIGNALED(told)


def _is(path: pathlib.Path, *contents: bytes) -> bool:
    return path.read_bytes() in contents if path.exists() else b"" in contents


def _pin(folder: pathlib.Path, content: bytes, day: str) -> None:
    Store(folder).put(content, name="a.md", origin="file a.md", captured_on=day, pinned_on="2026-01-02")


def _pins_are_whole(folder: pathlib.Path) -> bool:
    store = Store(folder)
    return {store.read(pin) for pin in store.pins()} <= {_OLD, _NEW} and any(
        store.read(pin) == _OLD for pin in store.pins()
    )


def _progress(after: str) -> dict[str, Progress]:
    day = {"old": "2025-01-01", "new": "2026-01-01"}[after]
    return {"a": Progress("key", after=after, memory={"d": {str(n): day for n in range(2_000)}})}


def _state_is_whole(folder: pathlib.Path) -> bool:
    return load(folder / "state.json", {"a": "key"})["a"].after in ("old", "new")


def _update(folder: pathlib.Path, content: bytes) -> None:
    key = PublicKey(b"12345678", b"k" * 32)
    Updates(folder).take(Update(content, "a signature", "a comment", key))


def _updates_are_whole(folder: pathlib.Path) -> bool:
    taken = Updates(folder).state().taken
    held = [(folder / f"{digest}.packs").read_bytes() for digest in taken]
    return held in ([_OLD], [_OLD, _NEW])


def writes() -> tuple[Write, ...]:
    """Everything that is written where something may stand already."""
    reports = ("a.pdf", "b.json", "c.html")
    return (
        Write(
            "three reports over older ones",
            lambda folder: put_files([(folder / name, _OLD) for name in reports]),
            lambda folder: put_files([(folder / name, _NEW) for name in reports]),
            lambda folder: all(_is(folder / name, _OLD, _NEW) for name in reports),
        ),
        Write(
            "two new reports",
            lambda _: None,
            lambda folder: put_files([(folder / name, _NEW) for name in reports[:2]]),
            lambda folder: all(_is(folder / name, b"", _NEW) for name in reports[:2]),
        ),
        Write(
            "a pinned text beside another",
            lambda folder: _pin(folder, _OLD, "2026-01-01"),
            lambda folder: _pin(folder, _NEW, "2026-01-01"),
            _pins_are_whole,
        ),
        Write(
            "a text pinned again, on an earlier day",
            lambda folder: _pin(folder, _OLD, "2026-01-01"),
            lambda folder: _pin(folder, _OLD, "2025-01-01"),
            _pins_are_whole,
        ),
        Write(
            "the state of a watch",
            lambda folder: save(folder / "state.json", _progress("old")),
            lambda folder: save(folder / "state.json", _progress("new")),
            _state_is_whole,
        ),
        Write(
            "an update of packs after another",
            lambda folder: _update(folder, _OLD),
            lambda folder: _update(folder, _NEW),
            _updates_are_whole,
        ),
    )
