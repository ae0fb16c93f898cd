"""The bundled packs, read once for many tests that load them anew beside a small folder of their own.

What is kept of further folders for the next run is kept in memory: writing it down takes longer than all else.
"""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from compliance.errors import FaultCollector
from compliance.load.packs import checked_packs, records
from compliance.load.packs import knowledge as packs
from compliance.load.packs.compiled import restored
from compliance.load.packs.kept import keep, kept
from compliance.load.packs.knowledge import BUNDLED
from compliance.model.known.knowledge import Knowledge
from compliance.model.names import catalogue


@contextmanager
def bundled_once() -> Iterator[None]:
    """Inside, a bundled file of the same content is read and checked once, and so is each template of a name.

    The rest of a load, what one file says against another included, is done each time.
    """
    read, unreadable = checked_packs.read_one, records.unreadable
    known: dict[tuple[str, str], checked_packs.Loaded] = {}

    def one(path: pathlib.Path, shown: str, content: bytes, digest: str, faults: FaultCollector) -> object:
        if (shown, digest) in known:
            return known[shown, digest]
        loaded = read(path, shown, content, digest, faults)
        if loaded is not None and shown.split("/")[0] in BUNDLED:
            known[shown, digest] = loaded
        return loaded

    @functools.cache
    def template_fault(text: str, slots: tuple[tuple[str, tuple[str, ...]], ...]) -> str | None:
        return unreadable(text, dict(slots))

    def fault(text: str, slots: Mapping[str, tuple[str, ...]]) -> str | None:
        return template_fault(text, tuple(sorted(slots.items())))

    first_words = catalogue.first_words
    begun: dict[int, tuple[catalogue.AnyEntry, dict[str, tuple[str, ...]]]] = {}

    def begins(entry: catalogue.AnyEntry) -> dict[str, tuple[str, ...]]:
        held, words = begun.get(id(entry), (None, {}))
        if held is not entry:
            words = first_words(entry)
            begun[id(entry)] = entry, words  # held, so that no other entry takes its number
        return words

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checked_packs, "read_one", one)
        patch.setattr(records, "unreadable", fault)
        patch.setattr(catalogue, "first_words", begins)
        yield


_MOST = 16
"""Loads of further folders that are remembered; each shares what is bundled with all others."""


@contextmanager
def further_in_memory() -> Iterator[None]:
    """Inside, what a load of further folders compiles is remembered by its contents, and is not written down.

    What was written down is given back once: only what somebody asks for is read out of it, and stays read.
    """
    known: dict[bytes, Knowledge] = {}

    def remember(key: str, knowledge: Knowledge) -> None:
        if all(file.path.split("/")[0] in BUNDLED for file in knowledge.used):
            keep(key, knowledge)
            return
        known[key.encode()] = knowledge
        while len(known) > _MOST:
            del known[next(iter(known))]

    def found(key: str) -> bytes | None:
        return key.encode() if key.encode() in known else kept(key)

    def given(content: bytes) -> Knowledge:
        return known[content] if content in known else whole(content)

    @functools.lru_cache(maxsize=2)
    def whole(content: bytes) -> Knowledge:
        return restored(content)  # what a test has looked at stays read for the next

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packs, "keep", remember)
        patch.setattr(packs, "kept", found)
        patch.setattr(packs, "restored", given)
        yield
