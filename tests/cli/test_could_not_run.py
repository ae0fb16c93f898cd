"""Every command there is: what could not run is 2 and says why, whatever kept it from running."""

from __future__ import annotations

import errno
import io
import os
import pathlib
import shutil
import sys
from collections.abc import Iterator, Mapping

import pytest
from typer.main import get_command

from compliance import cli
from compliance.cli.program import program

from .conftest import CLEAN, Run

DAY = ("--as-of", "2025-10-01")
IN, OUT = "{in}", "{out}"
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "init": ("{folder}", "--no-input"), "check": (IN, *DAY), "report": (IN,), "explain": ("--plan", IN, *DAY),
    "whatif": ("hr-8283", IN, *DAY), "plan": (IN, *DAY), "shares": (IN,), "compare": (IN, IN),
    "recall": ("gpt-4o", IN), "disclose": ("notice", "lineage.yaml", "--licence-texts", IN, *DAY), "scan": (IN,),
    "import": (IN,), "export": ("cyclonedx", IN), "schema": ("no-such-schema",), "doctor": ("too much",),
    "fleet ingest": ("store.db", IN), "fleet check": (IN,), "fleet explain": (IN, "a"), "fleet report": (IN,),
    "fleet recall": (IN, "a"), "rules mutate": ("no/such-rule",), "rules migrate": (IN,), "rules docs": ("--rules", IN),
    "rules diff": (IN, IN), "rules bundle": (OUT, "--rules", IN), "rules update": (IN,), "rules list": ("--rules", IN),
    "rules show": ("openai/competing-models", "--rules", IN), "rules facts": ("--rules", IN),
    "rules lint": ("--rules", IN), "rules test": (IN,), "rules new pack": ("lineage.yaml",),
    "rules new rule": ("lineage.yaml", "--about", "service", "--of", "acme", "--no-input"),
    "policy list": ("--rules", IN), "policy show": ("no/such",), "policy verify": ("--texts", "a={in}"),
    "policy diff": (IN, IN), "policy drift": ("--texts", "a={in}"),
    "policy watch": ("--texts", "a={in}", "--since", "2025-01-01"), "policy import": (IN,), "policy pin": (IN,),
    "policy draft": ("{in}:1",), "registry show": ("a", "--rules", IN), "registry find": ("a", "--rules", IN),
    "registry list": ("--rules", IN), "registry export": ("--rules", IN), "registry add": (IN,),
}  # fmt: skip
"""Arguments of each command with which it reads what somebody named."""
ANSWERS: tuple[tuple[str, ...], ...] = (
    ("check", "lineage.yaml", *DAY), ("explain", "openai/competing-models"), ("plan", "lineage.yaml", *DAY),
    ("shares", "lineage.yaml"), ("recall", "gpt-4o", "lineage.yaml"), ("disclose", "notice", "lineage.yaml", *DAY),
    ("export", "cyclonedx", "lineage.yaml"), ("schema", "manifest"), ("doctor",), ("rules", "list"), ("rules", "facts"),
    ("rules", "show", "openai/competing-models"), ("policy", "list"), ("policy", "import", "card.md"),
    ("registry", "show", "gpt-4o"), ("registry", "find", "qwen"), ("registry", "add", "card.md"), ("import", "card.md"),
    ("scan", "."), ("whatif", "--list"), ("compare", "lineage.yaml", "lineage.yaml"), ("--help",),
)  # fmt: skip
"""Commands that print something."""


def _names(command: object, path: tuple[str, ...] = ()) -> Iterator[str]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield " ".join(path)
    for name, one in (inner or {}).items():
        yield from _names(one, (*path, name))


@pytest.fixture
def place(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """A folder with a manifest and a card, as the current one."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "lineage.yaml").write_text(CLEAN)
    (tmp_path / "card.md").write_text(
        "---\nlicense: apache-2.0\nbase_model: Qwen/Qwen2.5-7B\n---\n# a/b\nYou must not train.\n"
    )
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_is_in_the_table() -> None:
    assert sorted(_names(get_command(program([])))) == sorted(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_an_option_that_is_none_is_2(run: Run, place: pathlib.Path, name: str) -> None:
    outcome = run(*name.split(), "--no-such-option")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.strip()


@pytest.mark.parametrize("kind", ["missing", "a pipe", "a device", "a loop of links"])
@pytest.mark.parametrize("name", COMMANDS)
def test_what_cannot_be_read_is_2(run: Run, place: pathlib.Path, name: str, kind: str) -> None:
    given = place / "given.md"
    if kind == "a pipe":
        os.mkfifo(given)
    elif kind == "a loop of links":
        given.symlink_to(given)
    named = "/dev/zero" if kind == "a device" else str(given)
    words = [
        word.replace(IN, named).replace("{folder}", named).replace(OUT, "out") for word in COMMANDS[name]
    ]
    outcome = run(*name.split(), *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.strip()
    assert "unforeseen" not in outcome.err
    assert not (place / "out").exists()


class _Full(io.RawIOBase):
    """A device that is full for now."""

    full = True

    def writable(self) -> bool:
        return True

    def write(self, content: object) -> int:
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return len(content)  # type: ignore[arg-type]


@pytest.mark.parametrize("words", ANSWERS, ids=" ".join)
def test_an_answer_that_cannot_be_printed_is_2(
    place: pathlib.Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    device = _Full()
    stream = io.TextIOWrapper(io.BufferedWriter(device, 1_000_000), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["compliance", *words])
    monkeypatch.setattr(sys, "stdout", stream)
    with pytest.raises(SystemExit) as end:
        cli.main()
    device.full = False
    assert end.value.code == 2


@pytest.mark.parametrize(
    "name", ["check", "init", "plan", "scan", "rules new pack", "fleet ingest", "export"]
)
def test_a_current_folder_that_is_gone_is_2(
    run: Run, place: pathlib.Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (place / "gone").mkdir()
    monkeypatch.chdir(place / "gone")
    shutil.rmtree(place / "gone")
    words = {
        "init": (),
        "rules new pack": ("new",),
        "fleet ingest": ("store.db", "a"),
        "export": ("cyclonedx",),
    }
    outcome = run(*name.split(), *words.get(name, ()))
    assert (outcome.code, outcome.out) == (2, "")
    assert "unforeseen" not in outcome.err
