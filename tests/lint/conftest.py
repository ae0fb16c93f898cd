"""Lint reads the bundled packs anew for each folder; the tests of small folders read them once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bundled_once import bundled_once


@pytest.fixture(scope="package", autouse=True)
def _bundled_once() -> Iterator[None]:
    with bundled_once():
        yield
