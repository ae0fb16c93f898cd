"""Containers (Compose, Kubernetes): the models that their commands and their environment name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from compliance.acquire.code.agents import agent, is_aside, is_thing, may_name
from compliance.acquire.code.purpose import words_of
from compliance.acquire.code.table import ADDRESSES, reached
from compliance.acquire.code.uses import IN_APPLICATION, OF_APPLICATION
from compliance.acquire.found import Found
from compliance.acquire.names import hub_name
from compliance.acquire.operated.shell import FALLBACK, read_command
from compliance.acquire.tree import Placed, line_of, mapping, mappings, texts
from compliance.model.declared.sighting import MentionRelation, Sighting
from compliance.model.shapes.location import Location

_ANSWERS = frozenset(
    {"demo", "web", "ui", "gui", "chat", "chatbot", "bot", "webui", "frontend", "app", "site", "playground"}
)
"""Words in the names of containers with which an application answers people."""
MOST_CONTAINERS = 200


@dataclass(frozen=True, slots=True)
class Container:
    """One container: what it is called, what it runs and what its environment holds."""

    label: str
    command: Placed | None
    environment: tuple[tuple[str, Placed], ...]


def is_deployment(tree: object) -> bool:
    """Whether a document tells of containers: services of Compose, or an object of Kubernetes."""
    told = mapping(tree)
    return bool(mapping(told.get("services"))) or ("apiVersion" in told and "kind" in told)


def containers(tree: object) -> list[Container]:
    """The containers of a document."""
    told = mapping(tree)
    services = mapping(told.get("services"))
    made: Iterator[Container]
    if services:
        made = (_container(str(name), mapping(one)) for name, one in services.items())
    else:
        label = str(mapping(told.get("metadata")).get("name") or "")
        made = _inner(told, label)
    return [one for _, one in zip(range(MOST_CONTAINERS), made, strict=False)]


def read_deployed(tree: object, name: str) -> Found:
    """What containers are told to run and to ask.

    Args:
        tree: The document.
        name: Its file.
    """
    found = Found()
    for one in containers(tree):
        seen = Found()
        aside = is_aside([one.label])
        if one.command is not None:
            read_command(one.command, Location(name, one.command.line, 1), aside, seen)
        endpoint = next(
            (reached(v) for _, v in one.environment if any(part in v for part in ADDRESSES)), (None, None)
        )
        for key, value in one.environment:
            if made := _sighting(key, value, name, one.label, endpoint):
                seen.sightings.append(made)
        answers = not _ANSWERS.isdisjoint(words_of(one.label)) or OF_APPLICATION.search(name) is not None
        found.sightings += [_of(each, one.label, answers) for each in seen.sightings]
    return found


def environment_of(tree: object, name: str) -> dict[str, list[tuple[str, Location, str]]]:
    """What the containers of a document give environment variables."""
    found: dict[str, list[tuple[str, Location, str]]] = {}
    for one in containers(tree):
        if not _ANSWERS.isdisjoint(words_of(one.label)):
            continue
        for key, value in one.environment:
            if value and "$" not in value:
                found.setdefault(key, []).append(
                    (str(value), Location(name, value.line, 1), f"{key}: {value}")
                )
    return found


def _sighting(
    key: str, value: Placed, name: str, label: str, endpoint: tuple[str | None, str | None]
) -> Sighting | None:
    """A model that a variable of the environment names, by the variable's name."""
    hub = hub_name(value)
    if not (is_thing(key) or agent([key])) or not may_name(key, value):
        return None
    relation: MentionRelation = agent([key, label]) or "unknown-use"
    provider, route = endpoint if hub is None else (None, None)
    place = Location(name, value.line, 1)
    return Sighting(
        hub or str(value), relation, place, "config", f"environment of {label}, {key}", f"{key}: {value}",
        "model" if hub else None, provider=provider, route=route,
    )  # fmt: skip


def _of(one: Sighting, label: str, answers: bool) -> Sighting:
    """A sighting as its container tells it: what only answers people made nothing, what it serves is asked."""
    if answers and one.is_lineage:
        return replace(one, relation="none", how=f"{one.how}{IN_APPLICATION}")
    if one.relation == "base" and one.how.startswith("command line, --model"):
        return replace(one, relation=agent([label]) or "unknown-use")
    return one


def _inner(node: Any, label: str) -> Iterator[Container]:
    """Containers anywhere below an object of Kubernetes, and the values of a map of settings."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("containers", "initContainers"):
                for one in mappings(value):
                    yield _container(f"{label} {one.get('name') or ''}".strip(), one)
            elif key == "data" and node.get("kind") == "ConfigMap":
                yield Container(label, None, tuple(_pairs(value)))
            else:
                yield from _inner(value, label)
    elif isinstance(node, list):
        for one in node:
            yield from _inner(one, label)


def _container(label: str, told: Mapping[str, Any]) -> Container:
    words = [one for key in ("entrypoint", "command", "args") for one in texts(told.get(key))]
    line = " ".join(words).replace("\n", " ")
    command = Placed.at(line, line_of(words[0])) if words else None
    return Container(label, command, tuple(_pairs(told.get("environment") or told.get("env"))))


def _pairs(told: Any) -> Iterator[tuple[str, Placed]]:
    """Variables with their values, in any of the three forms in which containers are given them."""
    if isinstance(told, dict):
        for key, value in told.items():
            if isinstance(value, Placed):
                yield str(key), _fallen_back(value)
    for one in told if isinstance(told, list) else ():
        if isinstance(one, Placed) and "=" in one:
            key, _, value = one.partition("=")
            yield key.strip(), _fallen_back(Placed.at(value.strip(), one.line))
        elif isinstance(one, dict) and isinstance(one.get("value"), Placed):
            yield str(one.get("name")), _fallen_back(one["value"])


def _fallen_back(value: Placed) -> Placed:
    """A value, or what it falls back to where the environment says nothing."""
    default = FALLBACK.fullmatch(value)
    return Placed.at(default[1], value.line) if default else value
