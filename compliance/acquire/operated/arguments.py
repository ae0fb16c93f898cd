"""What the command lines of a folder give to the options of its own scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from compliance.acquire.code.elsewhere import Arguments
from compliance.acquire.code.purpose import meaning
from compliance.acquire.names import is_placeholder
from compliance.acquire.operated.downloads import NEXT_COMMAND
from compliance.acquire.operated.relocated import relocated
from compliance.acquire.operated.shell import (
    COMMENT,
    FALLBACK,
    MOST_LINE,
    REFERENCE,
    SHELL,
    variables_of,
)
from compliance.acquire.operated.shown_commands import shown_commands
from compliance.acquire.operated.workflow import WORKFLOW, expanded
from compliance.acquire.walk import TextFile
from compliance.model.declared.sighting import Sighting
from compliance.model.shapes.location import Location

COMMAND_LINE = "command line, --"
"""How the account of a sighting begins that an option of a command line gives."""
MOST_COMMAND = 20_000
"""A longer command was written by a machine."""
_PAGES = frozenset({".md", ".markdown"})
_SCRIPT = re.compile(r"(?<![\w./-])((?:[\w.-]+/|\./|\.\./)*[\w-]+\.py)(?=[\s\"']|$)|\s-m\s+([\w.]+)")
_OPTION = re.compile(r"""(?<=\s)--?([A-Za-z][\w-]*)[= ]+("[^"\n]*"|'[^'\n]*'|[^\s"'|;&<>]+)""")


def arguments_of(files: Sequence[TextFile]) -> Arguments:
    """For each script and option, what command lines give it: text, place, line.

    Args:
        files: The files of the folder, its scripts among them.
    """
    scripts = [one.name for one in files if one.suffix == ".py"]
    found: dict[tuple[str, str], list[tuple[str, Location, str]]] = {}
    for file in files:
        for text, first in _commands(file) if scripts else ():
            for script, option, value, down in _given(text, scripts):
                words = " ".join(text.split())[:200]
                told = (value, Location(file.name, first + down, 1), words)
                found.setdefault((script, option), []).append(told)
    return found


def commands_of(files: Sequence[TextFile]) -> Iterator[tuple[str, frozenset[str]]]:
    """The scripts of the folder that its scripts and workflows run, each time with the options that it is given.

    Args:
        files: The files of the folder.
    """
    scripts = [one.name for one in files if one.suffix == ".py"]
    for file in files:
        for text, _ in _commands(file) if scripts and file.suffix not in _PAGES else ():
            told = _SCRIPT.search(text)
            options = frozenset(
                one[1].replace("-", "_") for one in _OPTION.finditer(text, told.end() if told else 0)
            )
            for script in _files(told[1] or told[2].replace(".", "/") + ".py", scripts) if told else ():
                yield script, options


def followed(sightings: Iterable[Sighting]) -> list[Sighting]:
    """The sightings without those of a command line whose script shows for itself what it does with the value."""
    given = list(sightings)
    inside = {
        (one.name, one.place.file, one.place.line): one.relation for one in given if one.source == "code"
    }
    return [
        one for one in given if not _is_followed(one, inside.get((one.name, one.place.file, one.place.line)))
    ]


def _is_followed(one: Sighting, inside: str | None) -> bool:
    """Whether code says better what a value is for; code that cannot say beats no word but a mere `--model`."""
    if inside is None or one.source == "code" or not one.how.startswith(COMMAND_LINE):
        return False
    if inside != "unknown-use" or one.relation in ("none", "unknown-use"):
        return one.relation != "none"
    return one.relation == "base" and not _program_tells(one)


def _program_tells(one: Sighting) -> bool:
    """Whether the script's name says what the model was for."""
    names = [path or module for path, module in _SCRIPT.findall(one.words)][-1:]
    return meaning(names, (one.relation,)) is not None


def _commands(file: TextFile) -> Iterator[tuple[str, int]]:
    """The commands of a file that holds some, each with the line on which it begins."""
    text = relocated(file.text)
    if WORKFLOW.search(file.path.name):
        text = "\n".join(expanded(text))
    elif file.suffix in _PAGES:
        text = shown_commands(text)
    elif not SHELL.search(file.path.name):
        return
    local = variables_of(text, file.name)

    def value(found: re.Match[str]) -> str:
        told = local.get(found[1], ())
        return told[-1][0] if told else found[0]

    lines = [COMMENT.sub("", line)[:MOST_LINE] for line in text.splitlines()]
    start = 0
    for end, line in enumerate(lines, 1):
        if not line.endswith("\\") or end == len(lines):
            whole = "\n".join(one.rstrip("\\") for one in lines[start:end])
            if len(whole) < MOST_COMMAND and (".py" in whole or " -m " in whole):
                yield REFERENCE.sub(value, FALLBACK.sub(r"\1", whole)), start + 1
            start = end


def _given(text: str, scripts: Sequence[str]) -> Iterator[tuple[str, str, str, int]]:
    """Script of the folder, option, value and how many lines down, for each command of a text."""
    ends = [(one.start(), one.end()) for one in NEXT_COMMAND.finditer(text)]
    for start, end in zip(
        [0, *(one[1] for one in ends)], [*(one[0] for one in ends), len(text)], strict=True
    ):
        told = _SCRIPT.search(text, start, end)
        files = _files(told[1] or told[2].replace(".", "/") + ".py", scripts) if told else []
        for one in _OPTION.finditer(text, told.end(), end) if told and files else ():
            value = one[2].strip("\"'")
            if value and "$" not in value and not value.startswith("-") and not is_placeholder(value):
                down = text.count("\n", 0, one.start())
                yield from ((file, one[1].replace("-", "_"), value, down) for file in files)


def _files(path: str, scripts: Sequence[str]) -> list[str]:
    """The scripts that a path may mean: by the whole of it, else by the file's name where only one is called so."""
    plain = re.sub(r"^(?:\.{1,2}/)+", "", path)
    whole = [one for one in scripts if one == plain or one.endswith(f"/{plain}")]
    named = [one for one in scripts if one.rsplit("/", 1)[-1] == plain.rsplit("/", 1)[-1]]
    return whole or (named if len(named) == 1 else [])
