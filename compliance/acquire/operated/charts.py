"""Values of a Helm chart: what a deployment is told to serve, whatever its keys are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from compliance.acquire.code.purpose import words_of
from compliance.acquire.found import Found
from compliance.acquire.names import hub_name, is_local
from compliance.acquire.tree import Placed
from compliance.model.declared.sighting import Sighting
from compliance.model.shapes.location import Location

_CHART = re.compile(r"(?i)(?:^|/)chart\.ya?ml$")
_SERVED = re.compile(r"[a-z][\w.-]*\d[\w.-]*:\d[\w.-]*")
"""How engines that serve weights call them: `heron3:8b`."""
_MODELS = frozenset(
    {"model", "models", "llm", "embedding", "embedder", "reranker", "modelspec", "modelurl", "modelid"}
)
_NO_MODELS = frozenset({"image", "images", "tokenizer", "repository"})


def chart_folders(files: Iterable[str]) -> frozenset[str]:
    """The folders of a work in which a chart lies.

    >>> sorted(chart_folders(["Chart.yaml", "deploy/reed/Chart.yaml", "a/values.yaml"]))
    ['', 'deploy/reed']
    """
    return frozenset(one.rpartition("/")[0] for one in files if _CHART.search(one))


def is_of_chart(name: str, charts: frozenset[str]) -> bool:
    """Whether a file lies in the folder of a chart or below it."""
    return any(
        name.startswith(f"{one}/") if one else "/" not in name or name.startswith("templates/")
        for one in charts
    )


def deployed(found: Found, tree: Any, name: str) -> Found:
    """What values of a chart name: nothing is trained by them, and what they are for nobody can tell but by their keys.

    Args:
        found: What readers of settings made of them.
        tree: The values.
        name: Their file.
    """
    told = [replace(one, relation="unknown-use") if one.is_lineage else one for one in found.sightings]
    lines = {one.place.line for one in told}
    told += [one for one in _served(tree, (), name) if one.place.line not in lines]
    return Found(sightings=told, statements=found.statements, lost=found.lost)


def _served(node: Any, path: tuple[str, ...], name: str) -> Iterator[Sighting]:
    """Names of weights anywhere below keys that speak of models."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _served(value, (*path, str(key)), name)
    elif isinstance(node, list):
        for value in node:
            yield from _served(value, path, name)
    elif isinstance(node, Placed) and path and not _NO_MODELS.intersection(words_of(path[-1])):
        spoken = {word for key in path for word in (*words_of(key), key.lower())}
        hub = hub_name(node) if not is_local(node) else None
        if spoken & _MODELS and (hub or _SERVED.fullmatch(node)):
            where, how = Location(name, node.line, 1), f"values of a chart, {'.'.join(path)}"
            said = f"{path[-1]}: {node}"
            yield Sighting(hub or str(node), "unknown-use", where, "config", how, said, "model")
