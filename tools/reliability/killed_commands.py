"""Commands that write, each as a user runs it, to be killed while they do."""

from __future__ import annotations

import contextlib
import os
import pathlib
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache, partial

from tools.reliability.kills import Write, apart
from tools.reliability.kinds import ROOT

_CARD = "---\nlicense: apache-2.0\nbase_model: Qwen/Qwen2.5-7B\n---\n# meadow/grass-7b\nText.\n"
_QUICK = ROOT / "examples" / "quickstart" / "lineage.yaml"
_DAY = ("--as-of", "2026-01-01")
_COMMANDS: Mapping[str, tuple[str, ...]] = {
    "init, a new manifest": ("init", ".", "--no-input"),
    "import": ("import", "README.md", "--output", "drafted.yaml"),
    "plan --apply": ("plan", "old.yaml", "--apply", "planned.yaml", *_DAY),
    "disclose --out": ("disclose", "eu-summary", "old.yaml", "--out", "a.md", *_DAY),
    "a report as PDF, and two more": (
        "check", "old.yaml", "-q", *_DAY,
        *(f"--report={form}=a.{form}" for form in ("json", "pdf", "html")),
    ),
}  # fmt: skip

_FLEETS: Mapping[str, tuple[str, ...]] = {
    "a fleet takes a folder in": ("fleet", "ingest", "store.db", str(ROOT / "examples")),
    "a fleet is checked": ("fleet", "check", "store.db", *_DAY),
}


def commands() -> tuple[Write, ...]:
    """Every command that writes where something may stand already."""
    return tuple(
        Write(name, _prepare, partial(_run, words), partial(_is_whole, words))
        for name, words in _COMMANDS.items()
    )


def _prepare(folder: pathlib.Path) -> None:
    (folder / "README.md").write_text(_CARD)
    shutil.copy(_QUICK, folder / "old.yaml")
    for name in ("a.md", "a.pdf", "a.html", "drafted.yaml"):
        (folder / name).write_bytes(b"older\n")


def _run(words: tuple[str, ...], folder: pathlib.Path) -> None:
    """Run a command in this process and in a folder, silently."""
    from compliance import cli

    before, sys.argv = sys.argv, ["compliance", *words]
    try:
        with contextlib.chdir(folder), _silence(), contextlib.suppress(SystemExit):
            cli.main()
    finally:
        sys.argv = before


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    with (
        open(os.devnull, "w", encoding="utf-8") as nowhere,  # noqa: PTH123
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
    ):
        yield


def _held(folder: pathlib.Path) -> dict[str, bytes]:
    """What stands in a folder, but for what a killed write left hidden."""
    found = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".fresh.")]
    return {path.name: path.read_bytes() for path in found}


@cache
def _stages(words: tuple[str, ...]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What stands before a command and after one that nothing kills."""
    with tempfile.TemporaryDirectory(prefix="kill-") as place:
        _prepare(pathlib.Path(place))
        before = _held(pathlib.Path(place))
        apart(partial(_run, words, pathlib.Path(place)))
        return before, _held(pathlib.Path(place))


def _is_whole(words: tuple[str, ...], folder: pathlib.Path) -> bool:
    """Whether each file is as it was or as it was to be, and some command moves something at all."""
    before, after = _stages(words)
    now = _held(folder)
    return before != after and all(
        now.get(name) in (before.get(name), after.get(name)) for name in {*now, *before, *after}
    )


def fleets() -> tuple[Write, ...]:
    """What is done to the store of a fleet, whose library touches files by itself."""
    return tuple(
        Write(name, _first_ingest, partial(_run, words), partial(_is_store, words))
        for name, words in _FLEETS.items()
    )


def _first_ingest(folder: pathlib.Path) -> None:
    words = ("fleet", "ingest", "store.db", str(ROOT / "examples" / "quickstart"))
    apart(partial(_run, words, folder))


def _told(folder: pathlib.Path) -> dict[str, int]:
    """How many things and relations stand in a store, and how many findings under each rule."""
    from compliance.fleet.store import Store

    store = Store(folder / "store.db")
    try:
        held = dict(store.all("SELECT rule, count(*) FROM positions GROUP BY rule"))
        return held | {
            name: store.one(f"SELECT count(*) FROM {name} WHERE until > {store.version}")
            for name in ("artifacts", "edges")
        }
    finally:
        store.close()


@cache
def _counts(words: tuple[str, ...]) -> tuple[dict[str, int], dict[str, int]]:
    """What a store tells before a command, and after one that nothing kills."""
    with tempfile.TemporaryDirectory(prefix="kill-") as place:
        folder = pathlib.Path(place)
        _first_ingest(folder)
        before = _told(folder)
        apart(partial(_run, words, folder))
        return before, _told(folder)


def _is_store(words: tuple[str, ...], folder: pathlib.Path) -> bool:
    """Whether what a store tells is, kind by kind and rule by rule, what it told or was to tell."""
    before, after = _counts(words)
    now = _told(folder)
    return before != after and all(
        now.get(name, 0) in (before.get(name, 0), after.get(name, 0)) for name in {*now, *before, *after}
    )
