"""Write every report in one environment after the other, and compare the bytes."""

from __future__ import annotations

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from compliance.render.formats import FORMATS
from tools.reliability.kinds import ROOT

_PARTS = ("compliance", "policies", "rules", "templates")
_HIDDEN = """import cffi
given = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    if "harfbuzz-subset" in str(name):
        raise OSError("hidden")
    return given(self, name, flags)
cffi.FFI.dlopen = dlopen
"""
"""What the interpreter runs before the program, so that a library is not found."""


@dataclass(frozen=True, slots=True)
class Environment:
    """What is different from the first run."""

    name: str
    variables: Mapping[str, str] = field(default_factory=dict)
    unset: tuple[str, ...] = ()
    elsewhere: bool = False
    """Whether the program runs from a copy of the checkout in another place."""
    before: Callable[[], None] | None = None
    """Done in the child before the program starts."""
    without_cutter: bool = False
    """Whether the library that cuts fonts cannot be found; another one then cuts them into other bytes."""


def _one_processor() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def environments() -> tuple[Environment, ...]:
    """Everything that should make no difference."""
    return (
        Environment("as it is"),
        Environment("another hash seed", {"PYTHONHASHSEED": "4242"}),
        Environment("another zone", {"TZ": "Pacific/Kiritimati"}),
        Environment("the C locale", {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}),
        Environment("40 columns", {"COLUMNS": "40", "LINES": "10"}),
        Environment("a workflow of GitHub", {"GITHUB_ACTIONS": "true"}),
        Environment("a build's own time", {"SOURCE_DATE_EPOCH": "1700000000"}),
        Environment("no home", unset=("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")),
        Environment("one processor", before=_one_processor),
        Environment("a checkout elsewhere", elsewhere=True),
        Environment("no libharfbuzz-subset", without_cutter=True),
        Environment(
            "the same, another seed and zone",
            {"PYTHONHASHSEED": "4242", "TZ": "Asia/Tokyo"},
            without_cutter=True,
        ),
    )


def differences(example: str) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """Each environment with the number of reports and the formats whose bytes are not those of the first.

    A PDF is held to the first one whose fonts the same library cut.
    """
    with tempfile.TemporaryDirectory(prefix="where-") as place:
        folder = pathlib.Path(place)
        # Where a report names its manifest is part of it, so that all runs read the same file.
        manifest = pathlib.Path(shutil.copy(ROOT / "examples" / example / "lineage.yaml", folder))
        first: dict[str, bytes] = {}
        cut: dict[bool, dict[str, bytes]] = {}
        for number, each in enumerate(environments()):
            made = _reports(each, manifest, folder / str(number))
            first = first or made
            drawn = {form: content for form, content in made.items() if content.startswith(b"%PDF")}
            held = {**first, **cut.setdefault(each.without_cutter, drawn)}
            yield each.name, len(made), tuple(form for form in held if made.get(form) != held[form])


def _reports(each: Environment, manifest: pathlib.Path, folder: pathlib.Path) -> dict[str, bytes]:
    folder.mkdir()
    root = ROOT
    if each.elsewhere:
        root = folder / "another place"
        for part in _PARTS:
            shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    wanted = [f"--report={name}={folder / name}" for name in FORMATS]
    path = [str(root)]
    if each.without_cutter:
        (folder / "hidden").mkdir()
        (folder / "hidden" / "sitecustomize.py").write_text(_HIDDEN, encoding="utf-8")
        path.insert(0, str(folder / "hidden"))
    variables = {key: value for key, value in os.environ.items() if key not in each.unset}
    done = subprocess.run(
        [sys.executable, "-m", "compliance", "check", str(manifest), "--as-of", "2026-01-01", "-q", *wanted],
        cwd=folder, env={**variables, "PYTHONPATH": os.pathsep.join(path), **each.variables}, preexec_fn=each.before,
        capture_output=True, check=False, timeout=600,
    )  # fmt: skip
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{each.name}: {done.stderr.decode()}")
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name in FORMATS}
