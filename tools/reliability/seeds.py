"""Manifests that are changed: the examples, and small ones that are read and checked many times as fast."""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from compliance.load.documents.yaml_reader import parse_yaml
from tools.reliability.mutation import alike, copied

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SMALL = 0.9
"""Part of the inputs that begin with a small manifest."""


@functools.cache
def examples() -> Mapping[str, Any]:
    """Every example's manifest as plain data."""
    found = sorted((ROOT / "examples").glob("*/lineage.yaml"))
    return {path.parent.name: _read(path) for path in found}


@functools.cache
def small() -> Mapping[str, Any]:
    """Small manifests as plain data."""
    few = {name: examples()[name] for name in ("quickstart", "clean")}
    return {**few, **_read(pathlib.Path(__file__).with_name("seeds.yaml"))["manifests"]}


@functools.cache
def _values() -> Mapping[str, Sequence[Any]]:
    told: Mapping[str, Sequence[Any]] = _read(pathlib.Path(__file__).with_name("seeds.yaml"))["values"]
    return told


def _read(path: pathlib.Path) -> Any:
    """As the program reads it, where `1e12` is a number."""
    return parse_yaml(path.read_bytes(), path.name).data


def seed(draw: Random) -> Any:
    """One of the manifests, a small one most of the time."""
    held = small() if draw.random() < SMALL else examples()
    return copied(held[draw.choice(sorted(held))])


def said_otherwise(draw: Random) -> Any:
    """A manifest in which a few values are others that may stand there."""
    return alike(draw, seed(draw), _values())
