"""Defaults of a configuration that every command of the folder puts something else in the place of (Hydra)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compliance.acquire.code.purpose import meaning
from compliance.acquire.walk import TextFile

_RUNS = re.compile(
    r"(?:^|[\s;&|(`\"'$=])(?:python[\d.]*|torchrun|accelerate|deepspeed|srun|uv|poetry|pipenv|horovodrun|mpirun|xvfb-run)\s"
    r"(?:[^;&|\n]*?\s)??(?:-m\s+(?P<module>[\w.]+)|(?P<file>[\w./-]+\.py))(?P<given>[^;&|\n`]*)"
)
"""A command that runs a module or a script, and what that is given."""
_ENTRY = re.compile(r"\bhydra\.(?:main|initialize\w*)\(|\bcompose\(config_name")
_GOES_ON = re.compile(r"\\[ \t]*\r?\n")
_LISTED = re.compile(r"[\"'],\s*[\"']")
"""What parts the words of a command that code hands over as a list."""
MOST_TEXT = 200_000
"""Letters of a file that are looked at for commands."""
MOST_COMMANDS = 500


def is_overridden(key: str, part: str, files: Sequence[TextFile]) -> bool:
    """Whether commands of the folder choose others in the place of a default, and none that makes something leaves it.

    Args:
        key: The group, as commands call it.
        part: The default.
        files: The files of the folder.
    """
    commands = [
        one for file in files for _, one in zip(range(MOST_COMMANDS), _commands(file.text), strict=False)
    ]
    choice = re.compile(rf"(?<![\w.])(?:[\w/]+/)?{re.escape(key)}=(?P<value>[^\s\"'\\]+)")
    told = [(program, choice.search(given)) for program, given in commands]
    choosing = {program for program, one in told if one} | _composed(files)
    mine = [one for program, one in told if program in choosing and meaning([program], ("none",)) is None]
    return bool(mine) and all(one is not None and _is_another(one["value"], part) for one in mine)


def _composed(files: Sequence[TextFile]) -> set[str]:
    """The programs of the folder that are given such a configuration, by the last part of their names."""
    return {one.path.stem for one in files if one.suffix == ".py" and _ENTRY.search(one.text[:MOST_TEXT])}


def _is_another(value: str, part: str) -> bool:
    """Whether a choice is of other parts alone; what a variable stands for may be the default."""
    return "$" not in value and part not in value.split(",")


def _commands(text: str) -> Iterator[tuple[str, str]]:
    """What the commands of a text run, by the last part of its name, and what they give it."""
    joined = _GOES_ON.sub(" ", text[:MOST_TEXT])
    for line in joined.splitlines():
        if line.lstrip().startswith(("#", "//")):
            continue
        for one in _RUNS.finditer(_LISTED.sub(" ", line)):
            called = one["module"] or one["file"].rsplit("/", 1)[-1].removesuffix(".py")
            yield called.rsplit(".", 1)[-1], one["given"]
