"""Terraform: models that variables, locals and the environment of what is set up name."""

from __future__ import annotations

import re

from compliance.acquire.code.agents import agent, is_aside, is_thing, may_name
from compliance.acquire.found import Found
from compliance.acquire.names import hub_name
from compliance.model.declared.sighting import MentionRelation, Sighting
from compliance.model.shapes.location import Location

SUFFIXES = frozenset({".tf", ".tfvars", ".hcl"})
MOST_LINE = 2_000
_BLOCK = re.compile(r'^\s*(?:resource|module|data|variable)\s+"([\w-]+)"(?:\s+"([\w-]+)")?')
_GIVEN = re.compile(r'"?([A-Za-z_][\w-]*)"?\s*[=:]\s*"([^"\n$]{3,120})"')
_PAIR = re.compile(r'name\s*=\s*"([\w-]+)"\s*,?\s*value\s*=\s*"([^"\n$]{3,120})"')
_REMARK = re.compile(r"^\s*(?:#|//).*$")
Variables = dict[str, list[tuple[str, Location, str]]]


def read_terraform(text: str, name: str) -> Found:
    """Names of models under settings that say that they hold one; what for, the names around may tell."""
    found = Found()
    for key, value, block, line, words in _given(text):
        hub = hub_name(value)
        if not (is_thing(key) or agent([key])) or not may_name(key, value):
            continue
        relation: MentionRelation = "none" if is_aside([key, block]) else agent([key, block]) or "unknown-use"
        place, how = Location(name, line, 1), f"infrastructure, {block} {key}".replace("  ", " ")
        kind = "model" if hub else None
        found.sightings.append(Sighting(hub or value, relation, place, "config", how, words, kind))  # type: ignore[arg-type]
    return found


def environment_of(text: str, name: str) -> Variables:
    """What is given to names that are written as those of the environment are."""
    found: Variables = {}
    for key, value, _, line, words in _given(text):
        if key.isupper():
            found.setdefault(key, []).append((value, Location(name, line, 1), words))
    return found


def _given(text: str) -> list[tuple[str, str, str, int, str]]:
    """Key, value, block, line and words of all that is set to a text; a variable's default is given to the variable."""
    made, block, variable = [], "", ""
    for number, line in enumerate(text.splitlines(), 1):
        told = _REMARK.sub("", line[:MOST_LINE])
        if head := _BLOCK.match(told):
            block = head[2] or head[1]
            variable = head[1] if told.lstrip().startswith("variable") else ""
        pairs = _PAIR.findall(told)
        for key, value in pairs or _GIVEN.findall(told):
            of_variable = key == "default" and variable
            made.append((variable if of_variable else key, value, block, number, told.strip()[:200]))
    return made
