"""Golden files are whole outputs that a reviewer reads; `pytest tests/render --update-golden` writes them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.whole_texts import first_difference

FOLDER = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the flag, unless another folder's tests already do."""
    with contextlib.suppress(ValueError):
        parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a golden file, or write the file where that is asked for."""

    def compare(name: str, actual: str) -> None:
        path = FOLDER / name
        if request.config.getoption("--update-golden", default=False):
            path.write_text(actual, encoding="utf-8")
        assert first_difference(path.read_text(encoding="utf-8"), actual) == ""

    return compare
