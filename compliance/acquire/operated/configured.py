"""Commands of workflows with what their configuration gives: `{config[train][start]}` of a file that rules load."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from compliance.acquire.operated.workflow import WORKFLOW
from compliance.acquire.tree import Placed, mapping
from compliance.acquire.walk import TextFile

_ASKED = re.compile(r"\{config((?:\[[\"']?[\w.-]+[\"']?\])+)\}|\bconfig((?:\[[\"'][\w.-]+[\"']\])+)")
"""A value of the configuration in a command, or in the expression for a parameter."""
_KEY = re.compile(r"[\w.-]+")
_LOADED = re.compile(r"(?m)^\s*configfile\s*:\s*[\"']([^\"'\n]+)[\"']")


def with_settings(files: Sequence[TextFile], trees: Mapping[str, object]) -> list[TextFile]:
    """The files of a folder, of which workflows hold the values in the place of their keys.

    Args:
        files: The files.
        trees: The configurations of the folder, by their files.
    """
    loaded = {
        told.rsplit("/", 1)[-1]
        for one in files
        if WORKFLOW.search(one.path.name)
        for told in _LOADED.findall(one.text)
    }
    settings = [mapping(tree) for name, tree in trees.items() if name.rsplit("/", 1)[-1] in loaded]
    if not settings:
        return list(files)
    return [
        replace(one, text=filled(one.text, settings)) if WORKFLOW.search(one.path.name) else one
        for one in files
    ]


def filled(text: str, settings: Sequence[Mapping[str, object]]) -> str:
    """A workflow with what settings hold under the keys that it asks for; other keys stay as they are.

    >>> filled("tune --base {config[base]}", [{"base": Placed.at("org/net", 1)}])
    'tune --base org/net'
    """

    def value(one: re.Match[str]) -> str:
        keys = _KEY.findall(one[1] or one[2])
        told = next((each for tree in settings for each in _under(tree, keys)), None)
        if told is None:
            return one[0]
        return told if one[1] else f'"{told}"'

    return _ASKED.sub(value, text)


def _under(tree: object, keys: Sequence[str]) -> Iterator[str]:
    """The text under these keys, where there is one on one line."""
    for key in keys:
        tree = mapping(tree).get(key)
    if isinstance(tree, Placed) and "\n" not in tree:
        yield str(tree)
