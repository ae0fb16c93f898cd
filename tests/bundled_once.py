"""The bundled packs, read once for many tests that load them anew beside a small folder of their own."""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from compliance.errors import FaultCollector
from compliance.load import checked_packs, records
from compliance.load.packs import BUNDLED


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

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checked_packs, "read_one", one)
        patch.setattr(records, "unreadable", fault)
        yield
