"""Workflows (Snakemake, Nextflow, make, just, WDL): what their names stand for, put into the commands that they run."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from compliance.acquire.code.agents import agent, is_aside, may_name
from compliance.acquire.code.purpose import meaning
from compliance.acquire.found import Found
from compliance.acquire.names import hub_name
from compliance.acquire.operated.shell import read_shell
from compliance.model.declared.sighting import MentionRelation, Sighting
from compliance.model.shapes.location import Location

WORKFLOW = re.compile(
    r"(?i)^(?:snakefile|makefile|gnumakefile|justfile|nextflow\.config|taskfile\.ya?ml)$|\.(?:smk|nf|mk|wdl|just)$"
)
"""How files are called that hold rules with commands."""
MOST_LINE = 2_000
_ASSIGNED = re.compile(
    r"""^\s*(?:export\s+|override\s+|let\s+|String\s+)?(?:params\.|env\.)?(?P<key>[A-Za-z_][\w-]*)\s*"""
    r"""(?:(?:[?:+!]|::)?=|:(?=\s+["'\w]))\s*(?P<value>"[^"\n]*"|'[^'\n]*'|[^\s"'#(\[{]\S*)\s*,?\s*(?:[#;/].*)?$"""
)
_REFERENCE = re.compile(
    r"\$\((?P<make>\w+)\)|\$\{(?:params\.|env\.)?(?P<brace>\w+)\}|\$params\.(?P<bare>\w+)|"
    r"\{params\.(?P<snake>\w+)\}|\{\{\s*\.?(?P<just>\w+)\s*\}\}|~\{(?P<wdl>\w+)\}"
)
_BLOCK = re.compile(
    r"^\s*(?:(?:rule|checkpoint|process|task|workflow)\s+(?P<name>\w+)\s*[:{(]?|(?P<target>[\w.-]+)\s*:(?![:=/])[^=]*$)"
)
"""The head of a rule, of a process or of a target."""
_SECTION = frozenset(
    {"input", "output", "params", "shell", "script", "run", "log", "threads", "resources", "benchmark", "conda",
     "container", "exec", "when", "env", "message", "wildcard_constraints", "all"}
)  # fmt: skip
_DEEP = 3


@dataclass(frozen=True, slots=True)
class Assigned:
    """A name that a workflow gives a text."""

    key: str
    value: str
    line: int
    block: str


def read_workflow(text: str, name: str) -> Found:
    """What the commands of a workflow name, and what its settings do that no command takes.

    Args:
        text: The workflow.
        name: Its file.
    """
    blocks, given = _blocks([line[:MOST_LINE] for line in text.splitlines()]), assigned(text)
    found = read_shell("\n".join(expanded(text)), name)
    found.sightings = [_in_block(one, blocks) for one in found.sightings]
    seen = {one.name for one in found.sightings}
    for one in given:
        told = _relation(one)
        hub = hub_name(one.value)
        if told and (hub or one.value) not in seen and ":" not in one.value and may_name(one.key, one.value):
            words = f"{one.key} = {one.value}"
            how = f"setting of a workflow, {one.key}"
            kind = ("dataset" if told == "data" else "model") if hub else None
            place = Location(name, one.line, 1)
            found.sightings.append(Sighting(hub or one.value, told, place, "config", how, words, kind))  # type: ignore[arg-type]
    return found


def expanded(text: str) -> list[str]:
    """The lines of a workflow with what their references stand for."""
    by_key: dict[str, list[Assigned]] = {}
    for each in assigned(text):
        by_key.setdefault(each.key, []).append(each)
    lines = [line[:MOST_LINE] for line in text.splitlines()]
    return [_expanded(line, number, by_key, 0) for number, line in enumerate(lines, 1)]


def assigned(text: str) -> list[Assigned]:
    """What a workflow gives to names, in order."""
    lines = [line[:MOST_LINE] for line in text.splitlines()]
    blocks = _blocks(lines)
    made = []
    for number, line in enumerate(lines, 1):
        if one := _ASSIGNED.match(line):
            value = one["value"].strip().rstrip(",").strip("\"'")
            made.append(Assigned(one["key"], value, number, blocks[number - 1]))
    return made


def environment_of(text: str, name: str) -> dict[str, list[tuple[str, Location, str]]]:
    """What a workflow gives names that are written as those of the environment are."""
    found: dict[str, list[tuple[str, Location, str]]] = {}
    for one in assigned(text):
        if one.key.isupper() and "$" not in one.value:
            words = f"{one.key} = {one.value}"
            found.setdefault(one.key, []).append((one.value, Location(name, one.line, 1), words))
    return found


def _relation(one: Assigned) -> MentionRelation | None:
    """What a setting that no command takes was for, by its name and the block in which it stands."""
    if is_aside([one.key, one.block]):
        return "none"
    return agent([one.key])


def _in_block(one: Sighting, blocks: Sequence[str]) -> Sighting:
    """A sighting as its rule tells it: what a rule for measuring runs went into nothing."""
    block = blocks[one.place.line - 1] if one.place.line <= len(blocks) else ""
    if is_aside([block]) or meaning([block], ("none",)):
        return replace(one, relation="none")
    if one.relation == "base" and one.how.startswith("command line, --model"):
        said = meaning([block], ("base", "filtered-by", "judged-by", "generated-by"))
        return replace(one, relation=said or one.relation)
    return one


def _blocks(lines: Sequence[str]) -> list[str]:
    """For each line, the rule in which it stands."""
    made, here = [], ""
    for line in lines:
        head = _BLOCK.match(line)
        named = (head["name"] or head["target"]) if head else None
        if named and named.lower() not in _SECTION:
            here = named
        made.append(here)
    return made


def _expanded(line: str, number: int, given: Mapping[str, list[Assigned]], depth: int) -> str:
    """A line with what its references stand for: that which is given nearest before it, else any."""

    def value(one: re.Match[str]) -> str:
        key = one[one.lastgroup or 0]
        told = given.get(key, [])
        before = bisect.bisect_right(told, number, key=lambda each: each.line)
        return told[max(before - 1, 0)].value if told else one[0]

    made = _REFERENCE.sub(value, line)
    return made if made == line or depth >= _DEEP else _expanded(made[:MOST_LINE], number, given, depth + 1)
