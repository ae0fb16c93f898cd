"""A model of a hub and what it was made from: from card to card along `base_model`, to the roots, at revisions."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from compliance.acquire.card import read_card
from compliance.acquire.config import format_of, read_config
from compliance.acquire.found import Found, told_twice
from compliance.acquire.hub import Fetched, Missing
from compliance.acquire.licence_file import read_licence_file
from compliance.acquire.names import is_hub_name
from compliance.acquire.prose.upstreams import ReadProse
from compliance.acquire.tree import UnreadableError, earlier, read_trees
from compliance.acquire.twice import Twice
from compliance.acquire.walk import TextFile, read_file
from compliance.intake.folder import Scan, prose_reader, put_together
from compliance.intake.naming.registry_words import RegistryWords
from compliance.model.declared.sighting import Lost, Published
from compliance.model.known.knowledge import Knowledge
from compliance.model.shapes.location import Location

Fetch = Callable[[str, Literal["model", "dataset"], "str | None"], "Fetched | Missing"]
MOST_DEEP = 12
MOST = 40
"""How far, and to how many repositories, bases are followed."""


@dataclass(frozen=True, slots=True)
class Link:
    """One repository of the chain."""

    fetched: Fetched
    scan: Scan
    depth: int

    @property
    def licence(self) -> str | None:
        """The licence that its own card states."""
        return self.scan.released[0].licence

    @property
    def bases(self) -> tuple[str, ...]:
        """What its card and configuration say its weights were made from."""
        told = [one for one in self.scan.upstreams if one.relation in ("base", "adapter", "component")]
        return tuple(one.name for one in told if one.nested_in is None and is_hub_name(one.name))


@dataclass(slots=True)
class Chain:
    """What was followed, the thing asked for first, and what could not be had."""

    links: list[Link] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class LicenceFinding:
    """Licences of a model and a base of it that do not go together, or that nobody states."""

    kind: Literal["drift", "omission", "differs"]
    model: str
    base: str
    words: str


def follow(
    name: str, kind: Literal["model", "dataset"], revision: str | None, fetch: Fetch, knowledge: Knowledge
) -> Chain:
    """Fetch a thing and its bases, their bases, and so on; each once, and none beyond the bounds."""
    known = RegistryWords(knowledge.registry)
    prose, chain = prose_reader(known), Chain()
    waiting: list[tuple[str, Literal["model", "dataset"], str | None, int]] = [(name, kind, revision, 0)]
    seen = {name.lower()}
    while waiting:
        wanted, what, at, depth = waiting.pop(0)
        got = (
            fetch(wanted, what, at) if len(chain.links) < MOST else Missing(wanted, "too many were followed")
        )
        if isinstance(got, Missing):
            chain.missing.append(got)
            continue
        link = Link(got, put_together(_read(got, prose), pathlib.Path(wanted), known), depth)
        chain.links.append(link)
        for base in link.bases:
            if base.lower() not in seen:
                seen.add(base.lower())
                if depth < MOST_DEEP:
                    waiting.append((base, "model", None, depth + 1))
                else:
                    chain.missing.append(Missing(base, "it lies deeper than is followed"))
    return chain


def _read(got: Fetched, prose: ReadProse) -> Found:
    """What the files of one repository say; places are named as the hub names them."""
    found = Found(lost=list(got.lost))
    where = f"{'datasets/' if got.kind == 'dataset' else ''}{got.name}"
    for name, path in got.files:
        file = read_file(path, f"{where}/{name}", found.lost)
        if file is None:
            continue
        if name.endswith(".md"):
            found.add(read_card(file.text, file.name, prose))
        elif name == "LICENSE":
            found.add(read_licence_file(file))
        else:
            found.add(_configured(file))
    # Whatever its heading says, it is called as the hub calls it.
    own = [replace(one, name=got.name) for one in found.published if one.kind == got.kind]
    found.published = own[:1] or [Published(got.kind, got.name, Location(f"{where}/README.md", 1, 1))]
    return found


def _configured(file: TextFile) -> Found:
    """What a configuration says; of keys that it gives twice, each value."""
    found, twice, is_json = Found(), Twice(), file.name.endswith(".json")
    try:
        trees = read_trees(file.text, is_json, twice)
    except UnreadableError as error:
        found.lost.append(Lost(Location(file.name, 1, 1), f"cannot be read: {error}"))
        return found
    found.lost += told_twice(twice, file.name)
    for tree in trees:
        if format_of(tree) not in (None, "model-config"):
            found.add(read_config(tree, file.name))
    for documents in earlier(file.text, is_json, twice):
        for tree in documents:
            if format_of(tree) not in (None, "model-config"):
                found.add_earlier(read_config(tree, file.name))
    return found


def licence_findings(chain: Chain, knowledge: Knowledge) -> Iterator[LicenceFinding]:
    """Where a model leaves out limits of a base's licence, states none where a base does, or states another one."""
    known = RegistryWords(knowledge.registry)
    by_name = {one.fetched.name.lower(): one for one in chain.links}
    for link in chain.links:
        for base in (by_name[name.lower()] for name in link.bases if name.lower() in by_name):
            mine, theirs = link.licence, base.licence
            names = (link.fetched.name, base.fetched.name)
            if not theirs:
                continue
            if not mine:
                words = f"{names[0]} states no licence; its base {names[1]} is under {theirs}"
                yield LicenceFinding("omission", *names, words)
            elif (ids := known.licences(theirs)) != known.licences(mine):
                left_out = known.limits(theirs) - known.limits(mine) if ids else frozenset[str]()
                loose = f", and leaves out: {', '.join(sorted(left_out))}" if left_out else ""
                words = f"{names[0]} states {mine}, its base {names[1]} {theirs}{loose}"
                yield LicenceFinding("drift" if left_out else "differs", *names, words)
